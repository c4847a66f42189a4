"""Documents for the tests of Markdown output, and how a stranger's parser reads it; no official sentence is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kmut_cli.documents.markdown import parser
from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.parsed import parsed
from kmut_cli.render.presentation import (
    Absatz,
    Abschnitt,
    Angabe,
    Ankreuzfeld,
    Block,
    Darstellung,
    Entfallen,
    Frage,
    Kaestchen,
    Kapitel,
    Offen,
    Tabelle,
)

VORLAGEN = Path(__file__).resolve().parents[3] / "templates" / "md"
BERICHT = (VORLAGEN / "taetigkeitsbericht.md.j2").read_text("utf-8")
FORMULAR = (VORLAGEN / "projektbeschreibung.md.j2").read_text("utf-8")

FREMD = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).enable(["table", "strikethrough"])
"""An ordinary parser with raw HTML allowed; it knows no rule of the tool."""


def frage(wortlaut: str, *bloecke: Block, hinweis: str = "") -> Frage:
    return Frage("aufgaben.eine", wortlaut, hinweis, False, bloecke)


def bericht(*fragen: Frage, **angaben: object) -> Darstellung:
    """A report with one section."""
    abschnitt = Abschnitt("1.1", "Personal", "", fragen)
    return Darstellung(
        **{
            "art": "taetigkeitsbericht",
            "gliederung": "2020",
            "titel": "Bericht",
            "untertitel": (),
            "jahr_bezeichnung": "Berichtsjahr",
            "jahr": "2024",
            "kommune": "Landkreis Musterland",
            "ags": "03999",
            "entwurf": False,
            "kapitel": (Kapitel("1", "Organisation", (abschnitt,)),),
            **angaben,
        }  # type: ignore[arg-type]
    )


def umgeben(*bloecke: Block) -> str:
    """The output for one answer between two others."""
    dokument = bericht(
        frage("Die Frage davor", Absatz("- davor")), frage("Die Frage", *bloecke), frage("Danach", Absatz("danach"))
    )
    return render_markdown(dokument, BERICHT, "taetigkeitsbericht.md.j2")


@dataclass
class Gelesen:
    """Output as a stranger's parser sees it: all headings in order, and what stands below each."""

    tokens: list[Token]
    ueberschriften: list[tuple[int, str]] = field(default_factory=list)
    darunter: list[list[Token]] = field(default_factory=lambda: [[]])

    def __post_init__(self) -> None:
        for nummer, token in enumerate(self.tokens):
            if token.type == "heading_open" and token.level == 0:
                self.ueberschriften.append((int(token.tag[1:]), text_von(self.tokens[nummer + 1])))
                self.darunter.append([])
            elif not (self.tokens[max(nummer - 1, 0)].type == "heading_open" and token.level == 1) and not (
                token.type == "heading_close" and token.level == 0
            ):
                self.darunter[-1].append(token)

    @property
    def html(self) -> list[str]:
        """HTML below each heading; the first entry stands above all headings."""
        return [str(FREMD.renderer.render(tokens, FREMD.options, {})) for tokens in self.darunter]


def gelesen(ausgabe: str) -> Gelesen:
    return Gelesen(FREMD.parse(ausgabe))


def zwischen(ausgabe: str, von: str = "Die Frage", bis: str = "Danach") -> list[Token]:
    """All tokens between two questions, headings of the answer included."""
    tokens = FREMD.parse(ausgabe)
    stellen = {text_von(tokens[n + 1]): n for n, t in enumerate(tokens) if t.type == "heading_open" and t.tag == "h4"}
    return tokens[stellen[von] + 3 : stellen[bis]]


def text_von(inline: Token) -> str:
    return str(FREMD.renderer.renderInlineAsText(inline.children or [], FREMD.options, {}))


def gemeint(text: str) -> tuple[list[Token], list[str]]:
    """What an answer means by the tool's own parser, addresses as others write them; and its unused definitions."""
    umfeld: dict[str, dict[str, dict[str, object]]] = {}
    parser().parse(text, umfeld)
    tokens = parsed(re.sub(r"\r\n?", "\n", text)).tokens  # type: ignore[union-attr]
    for token in tokens:
        fuer_andere(token)
    return tokens, sorted(umfeld.get("references", {}))


def fuer_andere(token: Token) -> None:
    for kind in token.children or []:
        for name in ("href", "src"):
            if name in kind.attrs:
                kind.attrs[name] = FREMD.normalizeLink(str(kind.attrs[name]))
        fuer_andere(kind)


def html(tokens: list[Token]) -> str:
    return str(FREMD.renderer.render(tokens, FREMD.options, {}))


def alle_bloecke() -> tuple[Frage, ...]:
    """Each kind of block, with text as it comes from real authors."""
    ja_nein = (Kaestchen("ja", True, "a.ja"), Kaestchen("nein", False, "a.nein"))
    themen = (Kaestchen("Bevölkerung", True, "t.b"), Kaestchen("Bildung *und* Beruf", False, "t.c"))
    return (
        frage(
            "Wer arbeitet mit? (Bürger*innen und Lehrer*innen zählen)",
            Absatz(
                "Erika Beispiel und Łukasz Żółć, A & B <Test>, `{{ x }}` {% raw %} ]]> 😀 e\u0301.\n\n"
                "# Aufgaben\n\nBürger*innen und Lehrer*innen\n30. Juni: Übergabe\n\n"
                "1. Kurse planen\n   - mit der VHS\n   - **ohne** Gebühr\n2. [Netzwerk][n] pflegen\n\n### Räume\n\n"
                "| Ort | Plätze |\n|:--|--:|\n| Haus a\\|b | 12 |\n\n> „Danke!“\n\n```sql\nselect 1\n\n"
                '  from dual\n```\n\n[n]: https://example.org/a_b "Das Netz"\n[nie]: gebraucht.pdf\n'
            ),
            hinweis="Bitte *alle* nennen.",
        ),
        frage("Gibt es einen Beirat?", Ankreuzfeld(ja_nein, in_einer_zeile=True), Absatz("Seit 2019.")),
        frage("Welche Themen?", Absatz("- vorab"), Ankreuzfeld(themen)),
        frage(
            "Wann zuletzt?", Angabe("", "05/2023"), Angabe("Fortgeschrieben", "11/2024"), Angabe("Warum?", "a\nb\n\nc")
        ),
        frage("Welche Ziele?", Tabelle(("Ziel", "Stand"), (("Kurs | binnen\nvier Wochen", "`a|b`"), ("Beirat", "")))),
        frage(
            "Welche Maßnahmen?",
            Tabelle(
                ("Maßnahme", "Schritte", "Termin"),
                (("Planung", "- mit VHS\n- mit Jobcenter", "09/2024"), ("Werbung", "Plakate\n\nund Karten", "")),
            ),
        ),
        frage(
            "Entfällt hier?",
            Entfallen("kreisfreie Stadt, *keine* Gemeinden"),
            Entfallen("- eins\n- zwei"),
            Entfallen(""),
        ),
        frage("Was fehlt?", Offen("Diese Frage ist noch nicht beantwortet.")),
        frage("Ohne Antwort?"),
    )

"""Documents and templates for the tests of Word output; no official sentence is needed here."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

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

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "docx"
HOSTILE = "A & B <Test> {{ x }} {% raw %} ]]> {_{ }_} {_% %_} {# c #} \ue0f00\ue0f1 'q' \"z\" 😀 e\u0301 Łukasz Żółć"
MARKDOWN = """Text mit **fett**, [Link](https://example.org/?a=1&b=2) und

1. eins
   - innen
2. zwei

| Kopf | Zahl |
|------|-----:|
| a    | 1    |

> Zitat

```
Code
```
"""


def document(*blocks: Block, draft: bool = True, title: str = "Bericht", wording: str = "Wie war es?") -> Darstellung:
    """A document of one question that is answered by ``blocks``."""
    question = Frage("teil.frage", wording, "", False, blocks)
    section = Abschnitt("1.1", "Erster Abschnitt", "", (question,))
    chapter = Kapitel("1", "Erstes Kapitel", (section,))
    return Darstellung(
        "bericht", "2020", title, ("ab 2020",), "Jahr", "2024", "Musterkreis", "03999", draft, (chapter,)
    )


def full_document(*, draft: bool) -> Darstellung:
    """Every kind of block, several chapters, hints and attachments."""
    boxes = Ankreuzfeld((Kaestchen("ja", True, "a.ja"), Kaestchen("nein", False, "a.nein")), True)
    lines = Ankreuzfeld((Kaestchen("Erstes " + HOSTILE, False, "b" * 90), Kaestchen("Zweites", True, "b.zwei")))
    table = Tabelle(
        ("Name", "Stand"), ((HOSTILE, "**fertig**"), ("B", "- eins\n- zwei\n\n| x | y |\n|---|---|\n| 1 | 2 |"))
    )
    first = Abschnitt(
        "1.1",
        "Abschnitt mit " + HOSTILE,
        "Hinweis:\n\n- *eins*\n- zwei",
        (
            Frage("a", "Ja oder nein?", "Kurzer Hinweis", False, (boxes, Angabe("Zuletzt", "05/2023"))),
            Frage("b", "Was davon?", "", False, (lines,)),
            Frage("c", "Und was noch?", "", False, (Absatz(MARKDOWN), table)),
        ),
        "konzept & mehr.pdf",
    )
    second = Abschnitt(
        "1.2",
        "Nur eine Frage",
        "",
        (Frage("d", "Nur eine Frage", "", True, (Offen("noch nicht beantwortet"),) if draft else ()),),
    )
    third = Abschnitt("2.1", "Letztes", "", (Frage("e", "Trifft das zu?", "", False, (Entfallen("- Liste\n- zwei"),)),))
    chapters = (Kapitel("1", "Eins", (first, second)), Kapitel("2", "Zwei", (third,)))
    return Darstellung(
        "bericht", "2020", HOSTILE, ("Zeile 1", "Zeile 2"), "Jahr", "2024", "Musterkreis", "03999", draft, chapters,
        (("Stelle", "Fachbereich 5"),),
    )  # fmt: skip


def form_document(*, draft: bool) -> Darstellung:
    """The same content as one chapter without title, as forms have it."""
    report = full_document(draft=draft)
    sections = tuple(section for chapter in report.kapitel for section in chapter.abschnitte)
    return Darstellung(
        "antrag", "2026", "Antrag", (), "Jahr", "2026", "Musterstadt", "", draft, (Kapitel("", "", sections),)
    )


def shipped(name: str) -> bytes:
    """Bytes of a shipped template."""
    return (TEMPLATES / f"{name}.docx").read_bytes()


def own_template(*paragraphs: str) -> bytes:
    """A template as another program makes it: without our styles, lists and namespaces."""
    word = Document(io.BytesIO(_empty()))
    for text in paragraphs:
        word.add_paragraph(text)
    return saved(word)


@cache
def _empty() -> bytes:
    """Without the hundred table styles of python-docx, which take longer to look through than all the rest."""
    word = Document()
    for style in [style for style in word.styles if style.type == WD_STYLE_TYPE.TABLE]:
        style.delete()
    for relation in [one for one in word.part.rels.values() if one.reltype.endswith("/stylesWithEffects")]:
        del word.part.rels[relation.rId]
    return saved(word)


def saved(word: object) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()

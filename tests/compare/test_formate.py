"""What goes out: readable, whole, and safe whatever a document holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kmut_cli.compare.blatt import Absatz, Blatt, Liste, Titel, Zeile, gekuerzt
from kmut_cli.compare.formate import schreibe
from kmut_cli.compare.jsonform import plandaten, vergleichsdaten
from kmut_cli.compare.plan import planvergleich
from kmut_cli.compare.planblatt import planblatt
from kmut_cli.compare.unterschied import Art, Stueck
from kmut_cli.compare.vergleich import vergleich
from kmut_cli.compare.vergleichsblatt import vergleichsblatt
from kmut_cli.findings.json_text import json_text
from tests.compare.hilfen import NAMEN, TEXT, dokumente, vergleiche_texte

LANGSAM = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
FORMATE = ("text", "md", "html")


class Seite(HTMLParser):
    """Reads a page: its elements, its attributes, its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elemente: list[str] = []
        self.attribute: set[tuple[str, str]] = set()
        self.offen: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elemente.append(tag)
        self.attribute |= {(tag, name) for name, _wert in attrs}
        if tag not in ("meta",):
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.offen.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


ERLAUBT = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "strong"} | {
    "ul", "li", "span", "b", "ins", "del",
}  # fmt: skip
ATTRIBUTE = {("html", "lang"), ("p", "class"), ("li", "class"), ("span", "class")} | {
    ("meta", name) for name in ("charset", "name", "content", "http-equiv")
}


def pruefe_html(html: str) -> Seite:
    seite = Seite(html)
    assert seite.offen == []
    assert set(seite.elemente) <= ERLAUBT
    assert seite.attribute <= ATTRIBUTE
    ebenen = [int(e[1]) for e in seite.elemente if re.fullmatch("h[1-6]", e)]
    assert ebenen[:1] == [1]
    assert ebenen.count(1) == 1
    assert all(danach <= davor + 1 for davor, danach in pairwise(ebenen))
    return seite


def pruefe_markdown(text: str) -> None:
    """Raw HTML, links, pictures and tables never arise, even with a parser that allows them all."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    alle = [eins for token in tokens for eins in (token, *(token.children or []))]
    arten = {token.type for token in alle}
    erlaubt = {"heading", "paragraph", "bullet_list", "list_item", "strong", "s"}
    erlaubte = {f"{art}_{ende}" for art in erlaubt for ende in ("open", "close")}
    assert arten <= erlaubte | {"inline", "text", "hardbreak", "text_special"}


def pruefe(blatt: Blatt) -> None:
    pruefe_html(schreibe("html", blatt))
    pruefe_markdown(schreibe("md", blatt))
    for width in (20, 100):
        text = schreibe("text", blatt, color=False, width=width)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", text)
    schreibe("text", blatt, color=True, width=80).encode()


@LANGSAM
@given(dokumente(), dokumente())
def test_every_comparison_goes_out(alt: object, neu: object) -> None:
    ergebnis = vergleich(alt, neu)  # type: ignore[arg-type]
    json_text(vergleichsdaten([ergebnis], ["<b>Hinweis</b>"]))
    pruefe(vergleichsblatt([ergebnis, vergleich(None, neu)], ["<b>Hinweis</b> *x*"]))  # type: ignore[arg-type]


@LANGSAM
@given(dokumente(NAMEN[2]), dokumente(NAMEN[1]))
def test_every_plan_goes_out(plan: object, bericht: object) -> None:
    if plan.dokument is None or bericht.dokument is None:  # type: ignore[attr-defined]
        return
    ergebnis = planvergleich(plan, bericht)  # type: ignore[arg-type]
    json_text(plandaten(ergebnis, []))
    pruefe(planblatt(ergebnis, ["<i>"]))


STUECK = st.builds(Stueck, st.sampled_from([Art.GLEICH, Art.NEU, Art.ENTFERNT]), TEXT)


@given(TEXT, st.lists(STUECK, max_size=4).map(tuple), st.booleans())
def test_every_text_stays_text(text: str, stuecke: tuple[Stueck, ...], auffaellig: bool) -> None:
    unter = (Zeile(None, "", text, stuecke),)
    zeile = Zeile(Art.GEAENDERT, "geändert", text, stuecke, unter, auffaellig)
    pruefe(Blatt(text, (Titel(2, text), Absatz(text, auffaellig), Liste((zeile, zeile)))))


def test_the_dash_of_a_point_is_told_from_the_sign_of_what_is_gone() -> None:
    zeile = Zeile(Art.ENTFERNT, "", "", (Stueck(Art.ENTFERNT, "- Kurse - auch abends\n  - Treffen"),))
    aus = schreibe("text", Blatt("x", (Liste((zeile,)),)))
    assert aus == "    - • Kurse - auch abends\n        • Treffen\n"


@given(
    st.lists(st.sampled_from(["eins", "zwei", "drei vier", "- fünf", "sechs"]), min_size=1, max_size=6).map("\n".join)
)
def test_plain_text_loses_no_word(text: str) -> None:
    stuecke = (Stueck(Art.GLEICH, "davor"), Stueck(Art.ENTFERNT, text), Stueck(Art.NEU, text))
    aus = schreibe("text", Blatt("x", (Liste((Zeile(Art.GEAENDERT, "", "", stuecke),)),)), width=30)
    ohne = re.sub(r"\[-|-\]|\{\+|\+\}", "", aus).replace("•", "-").split()
    assert ohne == ["~", "davor", *text.split(), *text.split()]
    assert (aus.count("[-"), aus.count("-]"), aus.count("{+"), aus.count("+}")) == (1, 1, 1, 1)


def test_html_says_changes_in_words_too() -> None:
    ergebnis = vergleiche_texte("aufgaben: {kmn: eins zwei <drei>}", "aufgaben: {kmn: eins fünf <drei>}")
    html = schreibe("html", vergleichsblatt([ergebnis], []))
    seite = pruefe_html(html)
    assert '<html lang="de">' in html
    assert "[entfernt: zwei]" in seite.text.replace("] ", "]")
    assert "[neu: fünf]" in seite.text
    assert "&lt;drei&gt;" in html


def test_markdown_marks_changes() -> None:
    ergebnis = vergleiche_texte("aufgaben: {kmn: 'eins zwei *drei* 1. x'}", "aufgaben: {kmn: 'eins vier *drei* 1. x'}")
    assert r"- Geändert: eins ~~zwei~~ **vier** \*drei\* 1. x" in schreibe("md", vergleichsblatt([ergebnis], []))


@pytest.mark.parametrize("width", [40, 100])
def test_text_is_wrapped_to_the_width(width: int) -> None:
    ergebnis = vergleiche_texte("aufgaben: {kmn: " + "wort " * 50 + "}", "aufgaben: {kmn: neu " + "wort " * 50 + "}")
    zeilen = schreibe("text", vergleichsblatt([ergebnis], []), width=width).splitlines()
    assert max(map(len, zeilen)) <= width


def test_colours_replace_the_marks() -> None:
    ergebnis = vergleiche_texte("aufgaben: {kmn: eins zwei drei}", "aufgaben: {kmn: eins vier drei}")
    aus = schreibe("text", vergleichsblatt([ergebnis], []), color=True, width=100)
    assert "eins \x1b[31mzwei\x1b[0m \x1b[32mvier\x1b[0m drei" in aus


def test_long_unchanged_stretches_are_left_out() -> None:
    lang = " ".join(f"w{n}" for n in range(100))
    kurz = gekuerzt((Stueck(Art.GLEICH, lang), Stueck(Art.NEU, "neu"), Stueck(Art.GLEICH, lang)))
    assert kurz[0].text.startswith("… w88")
    assert kurz[2].text.endswith("w11 …")
    assert gekuerzt((Stueck(Art.NEU, lang),)) == (Stueck(Art.NEU, lang),)

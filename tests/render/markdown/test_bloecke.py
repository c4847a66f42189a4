"""Boxes, labels and tables; and plain text, which arrives as it was typed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.presentation import Absatz, Angabe, Ankreuzfeld, Kaestchen, Offen, Tabelle
from tests.render.markdown.beispiel import BERICHT, FREMD, bericht, frage, gelesen, html, text_von, umgeben, zwischen

# Without what no YAML file can hold; a line break has a meaning of its own.
ZEILE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
BOESE = st.lists(
    st.sampled_from(["*", "_", "`", "#", "- ", "1. ", "> ", "|", "<b>", "&amp;", "[a](b)", "\\", "~~", "!", "a", " "]),
    max_size=8,
).map("".join)
KLARTEXT = ZEILE | BOESE


def _gleich(ist: str, soll: str) -> bool:
    return ist.split() == soll.split()


@given(KLARTEXT, KLARTEXT, st.booleans())
def test_captions_arrive(eins: str, zwei: str, in_einer_zeile: bool) -> None:
    feld = Ankreuzfeld((Kaestchen(eins, True, "a"), Kaestchen(zwei, False, "b")), in_einer_zeile)
    texte = [text_von(token) for token in zwischen(umgeben(feld)) if token.type == "inline"]
    assert _gleich(" ".join(texte), f"☒ {eins} ☐ {zwei}")
    assert len(texte) == (1 if in_einer_zeile else 2)


@given(KLARTEXT, KLARTEXT, KLARTEXT)
def test_labels_and_values_arrive(beschriftung: str, zeile: str, weitere: str) -> None:
    tokens = zwischen(umgeben(Angabe(beschriftung, f"{zeile}\n{weitere}"), Offen(zeile)))
    text = " ".join(text_von(token).replace("\n", " ") for token in tokens if token.type == "inline")
    kopf = beschriftung.strip()
    doppelpunkt = "" if not kopf or kopf.endswith((":", "?", "!", ".")) else ":"
    assert _gleich(text, f"{kopf}{doppelpunkt} {zeile} {weitere} [offen] {zeile}")
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


@given(KLARTEXT.filter(str.strip), KLARTEXT.filter(str.strip))
def test_titles_and_questions_arrive(titel: str, wortlaut: str) -> None:
    buch = gelesen(render_markdown(bericht(frage(wortlaut), titel=titel, kommune=wortlaut), BERICHT, "x"))
    assert [stufe for stufe, _ in buch.ueberschriften] == [1, 2, 3, 4]
    assert _gleich(buch.ueberschriften[0][1], titel)
    assert _gleich(buch.ueberschriften[3][1], wortlaut)
    assert _gleich(text_von(next(t for t in buch.darunter[1] if t.type == "inline")), f"Kommune: {wortlaut}")


def test_several_lines_of_a_value_stay_lines() -> None:
    assert html(zwischen(umgeben(Angabe("Grund", "eins\n2. zwei\n\ndrei")))) == (
        "<p><strong>Grund:</strong> eins<br />\n2. zwei</p>\n<p>drei</p>\n"
    )


ZELLE = st.lists(
    st.sampled_from(
        ["a", "b c", "|", "`x|y`", "\\", "\\|", "*", "**f**", "_", "<b>", "&amp;", "[l](u|v)", "ü", "- ", "#"]
    ),
    max_size=6,
).map(" ".join)


@given(st.lists(st.tuples(ZELLE, ZELLE), min_size=1, max_size=4))
def test_short_cells_make_a_table_whose_cells_mean_the_same(zeilen: list[tuple[str, str]]) -> None:
    einzeilig = [tuple("a " + re.sub(r"\\$", "", zelle) for zelle in zeile) for zeile in zeilen]
    tokens = zwischen(umgeben(Tabelle(("Ziel|", "Stand"), tuple(einzeilig))))
    zellen = [FREMD.renderer.render([t], FREMD.options, {}) for t in tokens if t.type == "inline"]
    allein = [html(zwischen(umgeben(Absatz(zelle))))[3:-5] for zeile in einzeilig for zelle in zeile]
    assert zellen == ["Ziel|", "Stand", *allein]


def test_table_with_several_paragraphs_in_a_cell_becomes_a_list() -> None:
    tabelle = Tabelle(("Ziel", "Schritte", "Stand"), (("Kurs", "eins\n\n- zwei", "läuft"), ("", "x", ""), ("", "", "")))
    assert html(zwischen(umgeben(tabelle))) == (
        "<ul>\n<li>\n<p><strong>Ziel:</strong> Kurs</p>\n<p><strong>Schritte:</strong> eins</p>\n"
        "<ul>\n<li>zwei</li>\n</ul>\n"
        "<p><strong>Stand:</strong> läuft</p>\n</li>\n<li>\n<p><strong>Schritte:</strong> x</p>\n</li>\n</ul>\n"
    )


def test_wide_table_becomes_a_list_and_a_table_without_rows_keeps_its_titles() -> None:
    lang = "Wort " * 60 + "Ende"
    assert html(zwischen(umgeben(Tabelle(("Ziel", "Stand"), ((lang, "x"),))))) == (
        f"<ul>\n<li><strong>Ziel:</strong> {lang}<br />\n<strong>Stand:</strong> x</li>\n</ul>\n"
    )
    assert [text_von(t) for t in zwischen(umgeben(Tabelle((lang, "x"), ()))) if t.type == "inline"] == [lang, "x"]
    assert zwischen(umgeben(Tabelle((), ()))) == []


def test_columns_are_aligned_while_the_table_is_narrow() -> None:
    ausgabe = umgeben(Tabelle(("Ort", "Plätze"), (("e\u0301a", "12"), ("Haus am See", "3"))))
    assert (
        "| Ort         | Plätze |\n| ----------- | ------ |\n| e\u0301a          | 12     |\n| Haus am See | 3      |\n"
        in ausgabe
    )

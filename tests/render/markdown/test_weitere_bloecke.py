"""Pictures, headings inside answers, boxes and merged cells of tables; and the template of kinds without their own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.presentation import Absatz, Abschnitt, Bild, Frage, Kaestchen, Kapitel, Tabelle, Zwischentitel
from tests.render.markdown.beispiel import BERICHT, FREMD, VORLAGEN, bericht, frage, gelesen, html, umgeben, zwischen
from tests.render.markdown.test_bloecke import KLARTEXT

ALLGEMEIN = (VORLAGEN / "dokument.md.j2").read_text("utf-8")


def test_a_heading_inside_an_answer_stands_below_the_question() -> None:
    ausgabe = umgeben(Absatz("# davor"), Zwischentitel("1. Einzelprojekt #1 <b>"), Absatz("# vom Autor\n\n## tiefer"))
    assert [eine for eine in gelesen(ausgabe).ueberschriften if eine[0] > 4] == [
        (5, "davor"),
        (5, "1. Einzelprojekt #1 <b>"),
        (6, "vom Autor"),
        (6, "tiefer"),
    ]


@given(KLARTEXT)
@settings(max_examples=40)
def test_words_of_a_picture_arrive(alt: str) -> None:
    [bild] = [kind for token in zwischen(umgeben(Bild("plan", "<svg/>", alt))) for kind in token.children or []]
    assert bild.type == "image"
    assert FREMD.renderer.renderInlineAsText([bild], FREMD.options, {}).split() == alt.split()
    assert bild.attrs["src"] == "bilder/plan.svg"


@pytest.mark.parametrize(
    ("ordner", "adresse"),
    [
        ("konzept-bilder", "konzept-bilder/a.svg"),
        ("Größe (1) 50%#?-bilder", "Größe%20%281%29%2050%25%23%3F-bilder/a.svg"),
        ("a_b*c[d]<e>-bilder", "a_b%2Ac%5Bd%5D%3Ce%3E-bilder/a.svg"),
        ("\udcfc-bilder", "%3F-bilder/a.svg"),
    ],
)
def test_the_folder_of_pictures_is_part_of_an_address(ordner: str, adresse: str) -> None:
    dokument = bericht(frage("Wo?", Bild("a", "<svg/>", "x")), bilder=ordner)
    assert f"\n![x]({adresse})\n" in render_markdown(dokument, BERICHT, "x")


def test_merged_cells_are_empty_and_boxes_signs_as_long_as_the_table_is_narrow() -> None:
    tabelle = Tabelle(
        ("Ziel", "2026"),
        (("Kurse", Kaestchen("Kurse: 2026", True, "a")), (None, Kaestchen("", False, "b")), ("Beirat", "")),
    )
    assert "| Ziel   | 2026 |\n| ------ | :--: |\n| Kurse  |  ☒   |\n|        |  ☐   |\n| Beirat |      |\n" in umgeben(
        tabelle
    )


def test_merged_cells_of_a_wide_table_become_the_outer_levels_of_a_list() -> None:
    lang = "Wort " * 50 + "Ende"
    nein = Kaestchen("", False, "a")
    wer = "<strong>Wer:</strong> FD 5"
    tabelle = Tabelle(
        ("Aufgabe", "Ziel", "Maßnahme", "2026", "2027", "Wer"),
        (
            ("Ankommen", "Z1", lang, Kaestchen("", True, "a"), nein, "FD 5"),
            (None, None, "Lotsen", nein, nein, None),
            (None, "- eins\n- zwei", "", "", "", ""),
            ("Bleiben", "Z3", "Amt", nein, nein, ""),
        ),
    )
    assert html(zwischen(umgeben(tabelle))) == (
        "<ul>\n<li>\n<p><strong>Aufgabe:</strong> Ankommen</p>\n"
        "<ul>\n<li>\n<p><strong>Ziel:</strong> Z1</p>\n"
        f"<ul>\n<li>\n<p><strong>Maßnahme:</strong> {lang}<br />\n☒ 2026  ☐ 2027<br />\n{wer}</p>\n"
        f"</li>\n<li>\n<p><strong>Maßnahme:</strong> Lotsen<br />\n☐ 2026  ☐ 2027<br />\n{wer}</p>\n"
        "</li>\n</ul>\n</li>\n"
        "<li>\n<p><strong>Ziel:</strong></p>\n<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n</li>\n</ul>\n</li>\n"
        "<li>\n<p><strong>Aufgabe:</strong> Bleiben</p>\n"
        "<ul>\n<li><strong>Ziel:</strong> Z3<br />\n<strong>Maßnahme:</strong> Amt<br />\n☐ 2026  ☐ 2027</li>\n</ul>\n"
        "</li>\n</ul>\n"
    )


def test_a_merged_cell_without_text_adds_no_level() -> None:
    lang = "Wort " * 50 + "Ende"
    tabelle = Tabelle(("Ziel", "Stand"), ((None, lang), (None, "x")))
    assert html(zwischen(umgeben(tabelle))) == (
        f"<ul>\n<li>\n<p><strong>Stand:</strong> {lang}</p>\n</li>\n"
        "<li>\n<p><strong>Stand:</strong> x</p>\n</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    ("kapitel", "abschnitt", "wortlaut", "stufen"),
    [
        ("K", "A", "F", [(2, "7 K"), (3, "7.1 A"), (4, "F"), (5, "Innen")]),
        ("", "A", "F", [(2, "A"), (3, "F"), (4, "Innen")]),
        ("K", "", "F", [(2, "7 K"), (3, "F"), (4, "Innen")]),
        ("K", "A", "", [(2, "7 K"), (3, "7.1 A"), (4, "Innen")]),
        ("", "", "F", [(2, "F"), (3, "Innen")]),
        ("", "", "", [(2, "Innen")]),
        ("K", "K", "K", [(2, "7 K"), (3, "Innen")]),
        ("", "A", "A", [(2, "A"), (3, "Innen")]),
    ],
)
def test_what_has_no_title_leaves_no_gap_between_headings(
    kapitel: str, abschnitt: str, wortlaut: str, stufen: list[tuple[int, str]]
) -> None:
    innen = Abschnitt(
        "7.1" if abschnitt else "", abschnitt, "", (Frage("f", wortlaut, "", False, (Zwischentitel("Innen"),)),)
    )
    dokument = replace(bericht(), kapitel=(Kapitel("7" if kapitel else "", kapitel, (innen,)),))
    assert gelesen(render_markdown(dokument, ALLGEMEIN, "x")).ueberschriften == [(1, "Bericht"), *stufen]


def test_the_common_template_has_master_data_hints_and_attachments() -> None:
    abschnitt = Abschnitt("", "A", "Hinweis *dazu*", (frage("F", Absatz("Text"), hinweis="kurz"),), "plan.pdf")
    dokument = bericht(entwurf=True, kapitel=(Kapitel("", "", (abschnitt,)),), stammdaten=(("Stelle", "FB 5"),))
    assert render_markdown(dokument, ALLGEMEIN, "x") == (
        "# Bericht\n\n- **Kommune:** Landkreis Musterland\n- **AGS:** 03999\n- **Berichtsjahr:** 2024\n"
        "- **Stelle:** FB 5\n- **Stand:** Entwurf\n\n## A\n\n> Hinweis *dazu*\n\n**Anlage:** plan.pdf\n\n"
        "### F\n\n> kurz\n\nText\n"
    )

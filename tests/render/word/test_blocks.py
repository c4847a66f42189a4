"""Pictures, headings inside answers, boxes and merged cells of tables; and the template of kinds without their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from kmut_cli.render.presentation import Absatz, Abschnitt, Bild, Darstellung, Frage, Kaestchen, Kapitel, Tabelle
from kmut_cli.render.presentation import Zwischentitel as Titel
from kmut_cli.render.word import render_docx
from kmut_cli.render.word.xml import NAMESPACES
from tests.render.word.reading import W14, Docx, R, W
from tests.render.word.samples import document, own_template, shipped
from tests.render.word.test_file import remarks

ANSWER = "{{ dokument.kapitel[0].abschnitte[0].fragen[0]|antwort }}"
MERGED = Tabelle(
    ("Aufgabe", "Ziel", "2026", "Wer"),
    (
        ("Ankommen <&>", "Z1", Kaestchen("", True, "a[0].x"), "FD 5"),
        (None, None, Kaestchen("Z1 im Jahr 2026", False, "a[1].x"), None),
        (None, "Z2", Kaestchen("", False, "a[2].x"), None),
        ("Bleiben", "Z3", "", "Amt"),
    ),
    (3, 3, 1, 2),
)


def svg(width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}">'
        '<rect width="5" height="5"/></svg>'
    )


def rendered(template: str, dokument: Darstellung) -> Docx:
    return Docx(render_docx(dokument, shipped(template), template).content)


def drawn(word: Docx) -> list[etree._Element]:
    return list(word.body.iter(f"{{{NAMESPACES['wp']}}}inline"))


def size(inline: etree._Element) -> tuple[float, float]:
    """Width and height in millimetres."""
    extent = inline.find(f"{{{NAMESPACES['wp']}}}extent")
    return int(extent.get("cx")) / 36_000, int(extent.get("cy")) / 36_000


def headings(word: Docx) -> list[tuple[int, str]]:
    """Level and text of all headings, those by a paragraph's own level included."""
    levels = {
        style.get(W + "styleId"): level.get(W + "val")
        for style in word.tree("word/styles.xml").iter(W + "style")
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    found = []
    for paragraph in word.body.iter(W + "p"):
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = (
            own.get(W + "val") if own is not None else levels.get(style.get(W + "val")) if style is not None else None
        )
        if level is not None:
            found.append((int(level) + 1, "".join(node.text or "" for node in paragraph.iter(W + "t"))))
    return found


@pytest.mark.parametrize("template", ["dokument", "handlungskonzept", "projektbeschreibung", "taetigkeitsbericht"])
def test_blocks_make_valid_files_with_the_same_bytes(template: str, tmp_path: Path) -> None:
    blocks = (Titel("Plan <A>"), MERGED, Bild("plan", svg(160, 90), "Was „es“ zeigt"), Absatz("Abbildung 1"))
    contents = {render_docx(document(*blocks), shipped(template), template).content for _ in range(2)}
    assert len(contents) == 1
    assert remarks(contents.pop(), tmp_path) == []


def test_a_cell_that_goes_on_is_merged_with_that_above() -> None:
    table = rendered("dokument", document(MERGED)).body.find(W + "tbl")
    merges = [
        [
            "" if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is None else merge.get(W + "val", "continue")
            for cell in row.findall(W + "tc")
        ]
        for row in table.findall(W + "tr")
    ]
    assert merges == [
        ["", "", "", ""],
        ["restart", "restart", "", "restart"],
        ["continue", "continue", "", "continue"],
        ["continue", "", "", "continue"],
        ["", "", "", ""],
    ]
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert all(cell[-1].tag == W + "p" for cell in table.iter(W + "tc"))


def test_a_cell_does_not_go_on_from_the_header() -> None:
    table = rendered("dokument", document(Tabelle(("A",), ((None,), (None,), ("x",))))).body.find(W + "tbl")
    assert [node.get(W + "val", "continue") for node in table.iter(W + "vMerge")] == ["restart", "continue"]
    assert table.find(W + "tr").find(f".//{W}vMerge") is None


def test_rows_of_a_long_merged_cell_may_break_over_pages() -> None:
    long = Tabelle(("A", "B"), (("Wort " * 400, "x"), (None, "y"), ("kurz", "z")))
    rows = rendered("dokument", document(long)).body.find(W + "tbl").findall(W + "tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows] == [False, True, True, False]


def test_a_box_in_a_cell_says_what_it_is_for() -> None:
    controls = list(rendered("dokument", document(MERGED)).body.iter(W + "sdt"))
    assert [control.find(f".//{W14}checked").get(W14 + "val") for control in controls] == ["1", "0", "0"]
    titles = [control.find(f".//{W}alias").get(W + "val") for control in controls]
    assert titles == ["Ankommen <&>: 2026", "Z1 im Jahr 2026", "Z2: 2026"]
    assert ["".join(control.getparent().itertext()) for control in controls] == ["☒", "☐", "☐"]


def test_columns_are_as_wide_as_asked_for_but_leave_words_whole() -> None:
    def widths(*shares: int) -> list[int]:
        rows = (("Text " * 50, "2026", "x"),)
        grid = rendered("dokument", document(Tabelle(("A", "B", "C"), rows, shares))).body.find(f"{W}tbl/{W}tblGrid")
        return [int(column.get(W + "w")) for column in grid]

    assert widths(1, 2, 1) == [2267, 4535, 2267]
    large, year, small = widths(90, 1, 9)
    assert large > 8 * small
    assert year > 600
    assert large + year + small <= 9070


@pytest.mark.parametrize("shares", [(), (9, 1)])
def test_a_number_is_not_parted_from_its_unit(shares: tuple[int, ...]) -> None:
    def width(value: str) -> int:
        table = Tabelle(("A", "B"), (("Text " * 60, value),), shares)
        grid = rendered("dokument", document(table)).body.find(f"{W}tbl/{W}tblGrid")
        return int(grid[1].get(W + "w"))

    assert width("162\u202f188\u00a0Personen") > width("162 188 Personen") + 300


def test_numbers_keep_their_room_where_not_all_words_have_it() -> None:
    row = ("Wanderungssaldo", "Integrationsbeauftragte", "Verwaltungsvorschriften", "162\u202f188\u00a0Personen")
    grid = rendered("dokument", document(Tabelle(("A", "B", "C", "D"), (row,), (1, 1, 1, 1)))).body.find(
        f"{W}tbl/{W}tblGrid"
    )
    widths = [int(column.get(W + "w")) for column in grid]
    assert widths[3] == max(widths)
    assert widths[3] > 1900


@pytest.mark.parametrize(
    ("template", "level"),
    [("dokument", 4), ("taetigkeitsbericht", 4), ("projektbeschreibung", 3), ("veranstaltungen", 3)],
)
def test_a_heading_inside_an_answer_is_one_below_the_question(template: str, level: int) -> None:
    second = Frage("x", "Zweite Frage", "", False, (Absatz("x"),))
    dokument = document(Absatz("a"), Titel("Innen"), Absatz("# vom Autor"))
    kapitel = dokument.kapitel[0]
    abschnitt = replace(kapitel.abschnitte[0], fragen=(*kapitel.abschnitte[0].fragen, second))
    word = rendered(template, replace(dokument, kapitel=(replace(kapitel, abschnitte=(abschnitt,)),)))
    assert headings(word)[-3:] == [(level - 1, "Wie war es?"), (level, "Innen"), (level - 1, "Zweite Frage")]
    assert any(line == f"heading {level}: Innen" or f"heading {level}: Innen /" in line for line in word.described())


def test_a_heading_inside_an_answer_is_not_numbered_by_word() -> None:
    # An older copy of the template, in which questions are no headings: the style below the section has a number.
    word = render_docx(document(Titel("Innen")), shipped("taetigkeitsbericht"), "x").content
    numbered = [p for p in Docx(word).body.iter(W + "p") if p.find(f"{W}pPr/{W}numPr/{W}numId") is not None]
    assert numbered == []
    own = render_docx(document(Titel("Innen")), own_template(ANSWER), "x").content
    assert headings(Docx(own)) == [(1, "Innen")]


@pytest.mark.parametrize(
    ("chapter", "section", "wording", "expected"),
    [
        ("K", "A", "F", [(1, "7 K"), (2, "7.1 A"), (3, "F"), (4, "Innen")]),
        ("", "A", "F", [(1, "A"), (2, "F"), (3, "Innen")]),
        ("K", "", "F", [(1, "7 K"), (2, "F"), (3, "Innen")]),
        ("K", "A", "", [(1, "7 K"), (2, "7.1 A"), (3, "Innen")]),
        ("", "", "F", [(1, "F"), (2, "Innen")]),
        ("", "", "", [(1, "Innen")]),
        ("K", "K", "K", [(1, "7 K"), (2, "Innen")]),
        ("", "A", "A", [(1, "A"), (2, "Innen")]),
    ],
)
def test_what_has_no_title_leaves_no_gap_between_headings(
    chapter: str, section: str, wording: str, expected: list[tuple[int, str]]
) -> None:
    answer = Frage("f", wording, "", False, (Titel("Innen"),))
    inner = Abschnitt("7.1" if section else "", section, "", (answer,))
    dokument = replace(document(), kapitel=(Kapitel("7" if chapter else "", chapter, (inner,)),))
    assert headings(rendered("dokument", dokument)) == expected


def test_a_picture_stands_in_the_text_with_its_words() -> None:
    alt = "Zeitplan:\nA & B <1> von 2026 bis 2029, " + "lang " * 20
    word = rendered("dokument", document(Absatz("davor"), Bild("plan", svg(100, 50), alt), Absatz("Abbildung 1")))
    [inline] = drawn(word)
    assert size(inline) == (100, 50)
    shown = inline.find(f"{{{NAMESPACES['wp']}}}docPr")
    assert shown.get("descr") == " ".join(alt.split())
    assert shown.get("descr").startswith(shown.get("title").removesuffix("…"))
    assert shown.get("name") == "plan"
    assert list(word.body.iter(f"{{{NAMESPACES['wp']}}}anchor")) == []
    kept = ["".join(p.itertext()) for p in word.body.iter(W + "p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["davor", ""]
    target = {node.get("Id"): node.get("Target") for node in word.tree("word/_rels/document.xml.rels")}
    blip = next(inline.iter(f"{{{NAMESPACES['a']}}}blip"))
    assert word.parts["word/" + target[blip.get(R + "embed")]].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("template", "natural", "expected"),
    [
        ("dokument", (320, 100), (160, 50)),
        ("handlungskonzept", (240, 140), (240, 140)),
        ("handlungskonzept", (240, 280), (120, 140)),
        ("dokument", (160, 640), (57, 227)),
    ],
)
def test_a_picture_is_never_larger_than_its_page(
    template: str, natural: tuple[int, int], expected: tuple[int, int]
) -> None:
    [inline] = drawn(rendered(template, document(Bild("plan", svg(*natural), "x"))))
    assert [round(side) for side in size(inline)] == list(expected)


def test_pictures_have_ids_of_their_own_and_equal_ones_are_stored_once() -> None:
    box = Tabelle(("A",), ((Kaestchen("a", True, "a"),),))
    pictures = (Bild("a", svg(50, 20), "a"), Bild("b", svg(50, 20), "b"), Bild("c", svg(60, 20), "c"))
    word = rendered("dokument", document(box, *pictures))
    ids = [node.find(f"{{{NAMESPACES['wp']}}}docPr").get("id") for node in drawn(word)]
    controls = [node.get(W + "val") for node in word.body.iter(W + "id")]
    assert len({*ids, *controls}) == 4
    assert [name for name in word.parts if "media" in name] == ["word/media/image1.png", "word/media/image2.png"]

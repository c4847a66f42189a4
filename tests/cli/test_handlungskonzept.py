"""The concept through the commands."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import BEISPIELE, Kmut, Schreibe

KONZEPT = (
    "dokument: handlungskonzept\nhandlungsfelder:\n  - handlungsfeld: Ankommen\n    herausforderungen:\n"
    "      - ziele:\n          - ziel: Alle finden einen Kurs.\n            massnahmen:\n"
    "              - massnahme: Kursplanung\n                zustaendig: VHS\n                beginn: 2026\n"
)


def test_check_counts_what_the_concept_holds(kmut: Kmut) -> None:
    ergebnis = kmut("check", BEISPIELE / "landkreis-musterland" / "handlungskonzept.yaml")
    assert ergebnis.status == 0
    assert "  4 Handlungsfelder, 8 Ziele, 17 Maßnahmen\n" in ergebnis.out
    assert "Handlungskonzept, endgültige Fassung" in ergebnis.out


def test_check_gives_the_numbers_to_machines(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("handlungskonzept.yaml", KONZEPT)
    (dokument,) = kmut("check", "handlungskonzept.yaml", "--format", "json").json["documents"]
    assert [(eins["count"], eins["label"]) for eins in dokument["counts"]] == [
        (1, "Handlungsfeld"),
        (1, "Ziel"),
        (1, "Maßnahme"),
    ]
    assert (dokument["answered"], dokument["applicable"]) == (1, 4)


def test_new_begins_with_all_questions_and_says_how_to_go_on(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "kommune: {name: Landkreis Musterland}\n")
    ergebnis = kmut("new", "handlungskonzept")
    assert "kmut fill handlungskonzept.yaml" in ergebnis.out
    text = Path("handlungskonzept.yaml").read_text("utf-8")
    assert "status: entwurf" in text
    assert "massnahme: Kurse gemeinsam mit der Volkshochschule planen" in text
    assert kmut("check", "handlungskonzept.yaml").status == 0
    assert "kmut fill" in kmut("new", "handlungskonzept").err


def test_compare_finds_what_changed_in_a_measure(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("alt.yaml", KONZEPT)
    schreibe("neu.yaml", KONZEPT.replace("beginn: 2026", "beginn: [2026, 2028]").replace("VHS", "[VHS, Jobcenter]"))
    out = kmut("compare", "alt.yaml", "neu.yaml").out
    assert [zeile.strip() for zeile in out.splitlines() if "2028" in zeile or "Jobcenter" in zeile] == [
        "+ Jobcenter",
        "+ 2028",
    ]
    assert "~ Kursplanung:" in out


def test_a_reference_is_carried_into_the_next_report_and_not_into_what_cannot_take_it(
    kmut: Kmut, schreibe: Schreibe
) -> None:
    schreibe("kmut.yaml", "kommune: {name: Landkreis Musterland}\n")
    schreibe("handlungskonzept.yaml", KONZEPT)
    schreibe(
        "2025/taetigkeitsbericht.yaml",
        'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2025\naufgaben:\n  handlungskonzept:\n'
        "    handlungsfelder: {aus: handlungskonzept}\n    ziele: {aus: handlungskonzept}\n",
    )
    kmut("new", "taetigkeitsbericht", "2026", "--from", "2025")
    text = Path("2026/taetigkeitsbericht.yaml").read_text("utf-8")
    assert text.count("\n      aus: handlungskonzept\n") == 2
    ergebnis = kmut("new", "projektbeschreibung", "2027", "--from", "2025/taetigkeitsbericht.yaml")
    assert "passt nicht in die neue Gliederung" in ergebnis.out

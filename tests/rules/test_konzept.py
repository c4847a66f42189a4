"""What is checked of a Handlungskonzept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.findings.finding import Finding
from tests.rules.conftest import befunde

KOPF = "dokument: handlungskonzept\n"
PLAN = (
    "handlungsfelder:\n  - handlungsfeld: Ankommen\n    herausforderungen:\n"
    "      - ziele:\n          - kuerzel: Z1\n            ziel: Alle finden einen Kurs.\n"
)
MASSNAHME = PLAN + "            massnahmen:\n              - massnahme: Kursplanung\n"
ZEILE = " " * 16
LUECKEN = ("KM441", "KM442", "KM443")


def codes(text: str, *nur: str, ordner: Path | None = None) -> list[str]:
    return [finding.code for finding in befunde(KOPF + text, *nur, ordner=ordner)]


def test_each_gap_is_told_at_what_has_it(stelle: Callable[[Finding], str]) -> None:
    ohne, massnahme = (befunde(KOPF + text, *LUECKEN) for text in (PLAN, MASSNAHME))
    assert [(eins.code, stelle(eins)) for eins in ohne] == [("KM441", "Alle finden einen Kurs.")]
    assert [(eins.code, stelle(eins)) for eins in massnahme] == [("KM442", "Kursplanung"), ("KM443", "Kursplanung")]


@pytest.mark.parametrize(
    "text",
    [
        PLAN + '            massnahmen: {entfaellt: "folgen im Herbst"}\n',
        PLAN + "            erreicht: ja\n",
        MASSNAHME + f"{ZEILE}stand: aufgegeben\n",
        MASSNAHME + f'{ZEILE}zustaendig: {{entfaellt: "offen"}}\n{ZEILE}beginn: {{entfaellt: "offen"}}\n',
        MASSNAHME + f"{ZEILE}zustaendig: [VHS]\n{ZEILE}beginn: irgendwann\n",
    ],
    ids=["goal", "reached", "given up", "measure", "faulty"],
)
def test_what_is_left_out_on_purpose_or_faulty_is_no_gap(text: str) -> None:
    assert codes(text, *LUECKEN) == []


@pytest.mark.parametrize(
    ("tag", "massnahme", "erwartet"),
    [
        ("stand: 2026-06-01", "beginn: 2026-05, stand: geplant", True),
        ("stand: 2026-06-01", "beginn: 2026, stand: geplant", False),
        ("stand: 2026-06-01", "beginn: [2027, 2025], stand: geplant", True),
        ("stand: 2026-06-01", "beginn: 2025, ende: 2026-05, stand: laufend", True),
        ("stand: 2026-06-01", "beginn: 2025, ende: 2026-05, stand: umgesetzt", False),
        ("stand: 2026-06-01", "beginn: 2027, stand: umgesetzt", True),
        ("stand: 2026-06-01", "beginn: 2025, stand: verschoben", False),
        ("fortgeschrieben: {antwort: 2026-06, erlaeuterung: x}", "beginn: 2026-05, stand: geplant", True),
        ("erstellt: 2026-06", "beginn: 2020, stand: geplant", False),
    ],
)
def test_state_and_dates_are_compared_as_of_the_day_of_the_concept(tag: str, massnahme: str, erwartet: bool) -> None:
    text = f"{tag}\n{PLAN}            massnahmen: [{{massnahme: Kurse, zustaendig: VHS, {massnahme}}}]\n"
    assert codes(text, "KM444") == ["KM444"] * erwartet


def test_an_end_before_the_beginning() -> None:
    text = PLAN + "            massnahmen: [{massnahme: Kurse, beginn: 2026-03, ende: 2026-02}]\n"
    assert codes(text, "KM447") == ["KM447"]
    assert codes(text.replace("ende: 2026-02", "ende: 2026"), "KM447") == []


def test_marks_are_compared_as_people_read_them() -> None:
    zwei = PLAN + "          - {kuerzel: 'z1 ', ziel: Noch eines}\n"
    (finding,) = befunde(KOPF + zwei, "KM448")
    assert finding.message == "Das Kürzel „z1“ hat schon das Ziel „Alle finden einen Kurs.“."


@pytest.mark.parametrize(
    ("stand", "entspricht", "fehlen"),
    [
        ("stand: 2015", "partizipation", ["Gleichstellung", "Ehrenamt", "interkulturelle Öffnung"]),
        ("stand: 2026", "interkulturelle_oeffnung", ["Partizipation", "Gleichstellung", "Ehrenamt", "Antisemitismus"]),
        ("", "partizipation, gleichstellung, ehrenamt, interkulturelle_oeffnung", ["Antisemitismus"]),
        ("stand: 2020", "partizipation, gleichstellung, ehrenamt, migrationsgesellschaftliche_oeffnung", []),
    ],
)
def test_fields_of_action_are_those_of_the_outline_of_the_year(stand: str, entspricht: str, fehlen: list[str]) -> None:
    text = f"{stand}\nhandlungsfelder:\n  - handlungsfeld: A\n    entspricht: [{entspricht}]\n"
    gefunden = befunde(KOPF + text, "KM446")
    assert len(gefunden) == bool(fehlen)
    for finding in gefunden:
        assert all(eines in finding.message for eines in fehlen)
        assert finding.message.count(";") == len(fehlen) - 1


def test_without_fields_of_action_none_is_missed() -> None:
    assert codes("stand: 2026\n", "KM446") == []

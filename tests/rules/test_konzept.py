"""What is checked of a Handlungskonzept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.documents.laden import lade
from kmut_cli.documents.umfeld import Quelldatei, Umfeld
from kmut_cli.findings.finding import Finding
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source
from tests.rules.conftest import befunde

KOPF = "dokument: handlungskonzept\n"
PLAN = (
    "handlungsfelder:\n  - handlungsfeld: Ankommen\n    herausforderungen:\n"
    "      - ziele:\n          - kuerzel: Z1\n            ziel: Alle finden einen Kurs.\n"
)
MASSNAHME = PLAN + "            massnahmen:\n              - massnahme: Kursplanung\n"
ZEILE = " " * 16
MONITORING = lade(
    read_source("monitoring.yaml", b'dokument: monitoring\nindikatoren: [{nummer: "1", name: A, einheit: B}]\n')
).dokument
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
        MASSNAHME + f"{ZEILE}zustaendig: [VHS]\n{ZEILE}ende: irgendwann\n",
        MASSNAHME + f"{ZEILE}zustaendig: [VHS]\n{ZEILE}ende: 2027\n",
    ],
    ids=["goal", "reached", "given up", "measure", "faulty", "faulty end", "end"],
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
        ("erstellt: 2026-06", "beginn: 2020, stand: geplant", True),
        ("erstellt: 2026-06", "beginn: 2025, ende: 2026-05, stand: laufend", True),
        ("erstellt: 2026-06", "beginn: 2027, stand: umgesetzt", False),
        ("erstellt: {entfaellt: offen}", "beginn: 2020, stand: geplant", False),
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


def test_after_a_wrong_key_of_a_field_nothing_is_missed() -> None:
    text = "stand: 2026\nhandlungsfelder:\n  - handlungsfeld: A\n    entspricht: [partizipatio]\n"
    assert codes(text, "KM446") == []


FELD = "handlungsfelder:\n  - handlungsfeld: Ankommen\n"


@pytest.mark.parametrize(
    ("text", "orte"),
    [
        (FELD, ["Ankommen"]),
        (FELD + "    herausforderungen: []\n", ["Ankommen"]),
        (FELD + '    herausforderungen: {entfaellt: "kommen 2027"}\n', []),
        (FELD + "    herausforderungen: Text\n", []),
        (FELD + "    herausforderungen: [{herausforderung: Wege}]\n", ["Wege"]),
        (FELD + '    herausforderungen: [{herausforderung: Wege, ziele: {entfaellt: "kommen 2027"}}]\n', []),
        (FELD + "    herausforderungen: [{ziele: [{ziel: A}]}]\n", []),
        (FELD + "    herausforderungen: [{herausforderung: W, ziele: [{ziel: A}]}, {ziele: [{ziel: B}]}]\n", ["{"]),
    ],
)
def test_gaps_above_the_goals(text: str, orte: list[str], stelle: Callable[[Finding], str]) -> None:
    assert [stelle(eins)[: len(ort)] for eins, ort in zip(befunde(KOPF + text, "KM440"), orte, strict=True)] == orte


def test_a_missing_text_is_told_at_what_has_none(stelle: Callable[[Finding], str]) -> None:
    text = MASSNAHME + f"              - zustaendig: VHS\n{ZEILE}beginn: 2026\n"
    (finding,) = (eins for eins in befunde(KOPF + text, "KM301") if "handlungsfelder" in eins.location)
    assert finding.location == "handlungsfelder[0].herausforderungen[0].ziele[0].massnahmen[1]"
    assert stelle(finding) == "zustaendig: VHS"
    assert f"(unter {finding.location})" in finding.help


def test_states_without_a_day_are_remarked_once() -> None:
    zwei = PLAN + "            massnahmen: [{massnahme: A, stand: laufend}, {massnahme: B, stand: laufend}]\n"
    assert codes(zwei, "KM449") == ["KM449"]
    assert codes("fortgeschrieben: 2026\n" + zwei, "KM449") == []
    assert codes("stand: bald\n" + zwei, "KM449") == []
    assert codes(MASSNAHME, "KM449") == []


MIT_INDIKATOREN = PLAN + '            indikatoren: ["1", "7", "8"]\n'


@pytest.mark.parametrize(
    ("monitoring", "schweren"),
    [
        (Quelldatei("monitoring.yaml", "monitoring"), ["info"]),
        (Quelldatei("monitoring.yaml", "monitoring", vorhanden=True), ["info"]),
        (Quelldatei("monitoring.yaml", "monitoring", MONITORING, vorhanden=True, fehler=1), ["info"]),
        (Quelldatei("monitoring.yaml", "monitoring", MONITORING, vorhanden=True), ["warning", "warning"]),
    ],
    ids=["none", "unreadable", "faulty", "right"],
)
def test_indicators_are_looked_up_where_that_can_be_done(monitoring: Quelldatei, schweren: list[str]) -> None:
    umfeld = Umfeld(lambda _art, _jahr=None: monitoring)
    geladen = lade(read_source("x.yaml", (KOPF + MIT_INDIKATOREN).encode()), umfeld=umfeld)
    assert geladen.dokument is not None
    alle = examine(Pruefling(geladen, geladen.dokument))
    assert [eins.severity.value for eins in alle if eins.code == "KM445"] == schweren

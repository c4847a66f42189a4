"""Entries of the log that stand there twice, or lack what makes them an entry."""

from __future__ import annotations

import pytest

from tests.rules.conftest import befunde, marked

KOPF = "dokument: veranstaltungen\neintraege:\n  - {datum: 21.04.2015, ort: Zeven, titel: Runder Tisch}\n"


@pytest.mark.parametrize(
    "zweiter",
    [
        "{datum: 21.04.2015, ort: Zeven, titel: Runder Tisch}",
        "{datum: 2015-04-21, ort: ZEVEN, titel: „runder  Tisch“}",
        "{datum: 21.04.2015, titel: Runder Tisch}",
        "{datum: 21./21.04.2015, titel: Runder Tisch., uhrzeit: 10 Uhr}",
    ],
)
def test_doubles(zweiter: str) -> None:
    (finding,) = befunde(f"{KOPF}  - {zweiter}\n", "KM434")
    assert finding.line == 4
    assert "tisch" in marked(finding).lower()
    assert "Zeile 3" in finding.help


@pytest.mark.parametrize(
    "zweiter",
    [
        "{datum: 21.04.2015, ort: Bremervörde, titel: Runder Tisch}",
        "{datum: 22.04.2015, ort: Zeven, titel: Runder Tisch}",
        "{datum: 21./22.04.2015, ort: Zeven, titel: Runder Tisch}",
        "{datum: 21.04.2015, ort: Zeven, titel: Nachbesprechung}",
        "{datum: 21.04.2015}",
        "{titel: Runder Tisch}",
    ],
)
def test_two_events(zweiter: str) -> None:
    assert befunde(f"{KOPF}  - {zweiter}\n", "KM434") == []


def test_three_of_a_kind_are_two_findings() -> None:
    eintrag = "  - {datum: 21.04.2015, ort: Zeven, titel: Runder Tisch}\n"
    assert [f.line for f in befunde(KOPF + eintrag + eintrag, "KM434")] == [4, 5]


@pytest.mark.parametrize(
    ("eintrag", "fehlt"),
    [
        ("{ort: Zeven}", "datum und titel"),
        ("{datum: 2015, titel: ' '}", "titel"),
        ("{titel: X}", "datum"),
        ("{titel: X, datum: bald}", ""),  # said already, by the type
        ("{titel: X, datum: 2015}", ""),
    ],
)
def test_what_an_entry_lacks(eintrag: str, fehlt: str) -> None:
    findings = befunde(f"{KOPF}  - {eintrag}\n", "KM435")
    assert [f.message for f in findings] == ([f"Diesem Eintrag fehlt: {fehlt}."] if fehlt else [])
    assert all(f.line == 4 for f in findings)


def test_the_log_owes_neither_year_nor_body() -> None:
    assert befunde(KOPF) == []

"""KM414: texts that other programs would take for a number and change."""

from __future__ import annotations

import pytest

TEXT = "aufgaben:\n  bestandsaufnahme:\n    weitere_daten: "


@pytest.mark.parametrize(
    "wert", ["75.000", "3.10", "03357", "08.06", "1e5", "0x1A", "1_000", "12:30", "+4942619830", "007", "-0.50"]
)
def test_number_that_would_lose_its_form(bericht, stelle, wert: str) -> None:
    (finding,) = bericht(TEXT + wert + "\n", "KM414")
    assert (finding.severity, stelle(finding)) == ("warning", wert)
    assert finding.help == f'Schreiben Sie: weitere_daten: "{wert}"'


@pytest.mark.parametrize(
    "wert",
    [
        '"75.000"',
        "'03357'",
        "|\n      75.000\n",
        "75.000 Menschen",
        "1.234.567",
        "120",
        "2023",
        "39.5",
        "0",
        "31.12.2024",
        "2023-05",
        "27./28.04.2015",
        "5–7",
        "10 %",
        "e5",
        "ja",
    ],
)
def test_text_that_stays_what_it_is(bericht, wert: str) -> None:
    assert bericht(TEXT + wert + "\n", "KM414") == []


def test_numbers_and_dates_are_no_text(bericht) -> None:
    text = (
        "organisation:\n  personelle_besetzung:\n    - {name: A, qualifizierung: B, wochenstunden: 19.50}\n"
        "aufgaben:\n  handlungskonzept:\n    erstellt: 2016\n"
        "  projekte:\n    massnahmen:\n      - {titel: A, teilnehmende: 1240}\n"
    )
    assert bericht(text, "KM414") == []


def test_item_of_a_list(bericht, stelle) -> None:
    text = "aufgaben:\n  projekte:\n    massnahmen:\n      - {titel: A, projektpartner: [B, 1.10], zeitraum: 3.10}\n"
    gefunden = bericht(text, "KM414")
    assert [stelle(finding) for finding in gefunden] == ["3.10", "1.10"]
    assert gefunden[1].help == 'Schreiben Sie: "1.10"'


def test_key_of_a_body_is_only_a_remark(bericht) -> None:
    (finding,) = bericht("", "KM414", kommune="kommune: {name: Landkreis Rotenburg, ags: 03357}\n")
    assert (finding.severity, finding.help) == ("info", 'Schreiben Sie: ags: "03357"')
    assert bericht("", "KM414", kommune='kommune: {name: Landkreis Rotenburg, ags: "03357"}\n') == []

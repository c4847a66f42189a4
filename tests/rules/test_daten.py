"""KM401, KM402, KM403, KM404, KM420: dates against each other and against the year."""

from __future__ import annotations

import pytest

BESTAND = "aufgaben:\n  bestandsaufnahme:\n"
KONZEPT = "aufgaben:\n  handlungskonzept:\n"


def zeilen(kopf: str, **werte: str) -> str:
    return kopf + "".join(f"    {name}: {wert}\n" for name, wert in werte.items())


@pytest.mark.parametrize(
    ("text", "schwere", "markiert"),
    [
        (zeilen(KONZEPT, erstellt="2016-09", fortgeschrieben="2016-08"), "error", "2016-08"),
        (zeilen(KONZEPT, erstellt="2016", fortgeschrieben="31.12.2015"), "error", "31.12.2015"),
        (zeilen(KONZEPT, erstellt="2018-04", beschluss="{datum: 2017-12-11}"), "warning", "2017-12-11"),
        (zeilen(BESTAND, zuletzt_vorgenommen="2023-05", fortgeschrieben="2022"), "warning", "2022"),
        (
            zeilen(KONZEPT, erstellt="2016-09", fortgeschrieben='{antwort: 2016-08, erlaeuterung: "so"}'),
            "error",
            "2016-08",
        ),
    ],
)
def test_wrong_order_is_found_at_the_later_answer(bericht, stelle, text: str, schwere: str, markiert: str) -> None:
    (finding,) = bericht(text, "KM401")
    assert (str(finding.severity), stelle(finding)) == (schwere, markiert)


@pytest.mark.parametrize(
    "text",
    [
        zeilen(KONZEPT, erstellt="2016-09", fortgeschrieben="2016"),
        zeilen(KONZEPT, erstellt="2016", fortgeschrieben="2016-01"),
        zeilen(KONZEPT, erstellt="2016-09-30", fortgeschrieben="09/2016"),
        zeilen(KONZEPT, erstellt="2016-09", beschluss="{datum: 30.09.2016}"),
        zeilen(BESTAND, zuletzt_vorgenommen="2023", fortgeschrieben="2023"),
        zeilen(KONZEPT, erstellt="2018", fortgeschrieben='{entfaellt: "noch nicht"}'),
        zeilen(KONZEPT, fortgeschrieben="2010"),
        zeilen(KONZEPT, erstellt="2018", fortgeschrieben="irgendwann"),
    ],
)
def test_what_may_be_true_is_not_said(bericht, text: str) -> None:
    assert bericht(text, "KM401") == []


def test_message_names_both_dates_as_people_write_them(bericht) -> None:
    (finding,) = bericht(zeilen(KONZEPT, erstellt="2016-09", fortgeschrieben="2014-03-05"), "KM401")
    assert "05.03.2014" in finding.message
    assert "09/2016" in finding.message


@pytest.mark.parametrize("datum", ["2025-01-01", "2025", "01/2025", "2031"])
def test_date_behind_the_year(bericht, datum: str) -> None:
    assert bericht(zeilen(KONZEPT, fortgeschrieben=datum), "KM402")


@pytest.mark.parametrize("datum", ["31.12.2024", "2024", "2024-12", "1999"])
def test_date_within_the_year(bericht, datum: str) -> None:
    assert bericht(zeilen(KONZEPT, fortgeschrieben=datum), "KM402") == []


def test_dates_of_measures_may_lie_ahead(bericht) -> None:
    ziele = (
        "    ziele:\n      - ziel: A\n        massnahmen:\n          - {massnahme: B, termin: 2030, stand: geplant}\n"
    )
    assert bericht(KONZEPT + ziele, "KM402", "KM420") == []


def test_without_a_year_nothing_is_compared(bericht) -> None:
    kopf = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
    assert bericht(zeilen(BESTAND, fortgeschrieben="2190"), "KM402", "KM403", "KM404", kopf=kopf) == []


def test_item_of_a_list_is_named_rightly_behind_a_faulty_one(bericht) -> None:
    text = (
        "    ziele:\n      - nur Text\n      - ziel: A\n        massnahmen:\n          - auch Text\n"
        "          - {massnahme: B, termin: 2023, stand: geplant}\n"
    )
    (finding,) = bericht(KONZEPT + text, "KM420")
    assert finding.location == "aufgaben.handlungskonzept.ziele[1].massnahmen[1].stand"
    assert "stand: geplant" in finding.source_line


@pytest.mark.parametrize(
    ("stand", "termin", "meldet"),
    [
        ("geplant", "2023", True),
        ("geplant", "2024-11", True),
        ("geplant", "2024", False),
        ("geplant", "2025", False),
        ("umgesetzt", "2025-03", True),
        ("umgesetzt", "2024-12-31", False),
        ("verschoben", "2022", False),
        ("laufend", "2022", False),
    ],
)
def test_state_and_date_of_a_measure(bericht, stand: str, termin: str, meldet: bool) -> None:
    massnahme = f"{{massnahme: B, termin: {termin}, stand: {stand}}}"
    text = KONZEPT + f"    ziele:\n      - ziel: A\n        massnahmen:\n          - {massnahme}\n"
    assert bool(bericht(text, "KM420")) is meldet


@pytest.mark.parametrize(("jahr", "meldet"), [(2019, True), (2020, False), (2026, False)])
def test_year_before_the_edition(bericht, stelle, jahr: int, meldet: bool) -> None:
    kopf = f'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: {jahr}\n'
    gefunden = bericht("", "KM403", kopf=kopf)
    assert [stelle(finding) for finding in gefunden] == ([str(jahr)] if meldet else [])


def test_year_before_the_edition_of_the_form(form) -> None:
    kopf = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2025\n'
    (finding,) = form("", "KM403", kopf=kopf)
    assert "Bewilligungsjahr 2025" in finding.message


@pytest.mark.parametrize(
    ("werte", "erwartet"),
    [
        ({"zuletzt_vorgenommen": "2021", "fortgeschrieben": "2022-11"}, [("warning", "2022-11")]),
        ({"zuletzt_vorgenommen": "2023-05", "fortgeschrieben": "2022"}, [("warning", "2023-05")]),
        ({"fortgeschrieben": "2022"}, [("warning", "2022")]),
        ({"zuletzt_vorgenommen": "2021"}, [("info", "2021")]),
        ({"zuletzt_vorgenommen": "2021", "fortgeschrieben": "2024"}, []),
        ({"zuletzt_vorgenommen": "2024-01", "fortgeschrieben": "2019"}, []),
        ({"fortgeschrieben": "2025-02"}, []),
        ({"zuletzt_vorgenommen": "2021", "fortgeschrieben": '{entfaellt: "Stelle war nicht besetzt"}'}, []),
        ({"fortgeschrieben": '{antwort: 2022, erlaeuterung: "Stelle war nicht besetzt"}'}, []),
        ({"zuletzt_vorgenommen": "2021", "fortgeschrieben": "im Herbst"}, []),
        ({"weitere_daten": "keine"}, []),
    ],
)
def test_yearly_update(bericht, stelle, werte: dict[str, str], erwartet: list[tuple[str, str]]) -> None:
    gefunden = bericht(zeilen(BESTAND, **werte), "KM404")
    assert [(str(finding.severity), stelle(finding)) for finding in gefunden] == erwartet


def test_yearly_update_weighs_more_in_a_final_version(bericht) -> None:
    (finding,) = bericht(zeilen(BESTAND, zuletzt_vorgenommen="2021"), "KM404", final=True)
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("antwort", "meldet"),
    [("nein", True), ("ja", False), ('{antwort: nein, erlaeuterung: "erst 2027"}', False), ("vielleicht", False)],
)
def test_update_that_is_not_planned(form, antwort: str, meldet: bool) -> None:
    assert bool(form(f"bestandsaufnahme:\n  aktualisierung_geplant: {antwort}\n", "KM404")) is meldet

"""The rules on figures: what is told, and where, in the document and in its CSV file."""

from __future__ import annotations

import pytest

from kmut_cli.documents.laden import lade
from kmut_cli.documents.umfeld import Beilage, Umfeld
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

KOPF = "dokument: monitoring\nkatalog: osnabrueck-2015\n"
CSV = "indikator;zeit;merkmale;wert;zeichen;einheit;quelle;abruf\n"


def befunde(text: str, code: str = "", csv: str = "") -> list[Finding]:
    umfeld = Umfeld(beilage=lambda name: Beilage(name, (CSV + csv).encode()))
    mit = "wertedatei: werte.csv\n" if csv else ""
    geladen = lade(read_source("monitoring.yaml", (KOPF + mit + text).encode()), None, umfeld)
    assert geladen.dokument is not None
    alle = examine(Pruefling(geladen, geladen.dokument))
    return [finding for finding in (*geladen.findings, *alle) if not code or finding.code == code]


def werte(*zeilen: str) -> str:
    return "werte:\n" + "".join(f"  - {{quelle: LSN, {zeile}}}\n" for zeile in zeilen)


def markiert(finding: Finding) -> str:
    return finding.source_line[finding.column - 1 : finding.end_column - 1]


def test_nothing_is_said_of_a_sound_set() -> None:
    text = 'auswahl: ["1", "2", "3"]\n' + werte(
        'indikator: "1", zeit: 2024, wert: 163455', 'indikator: "2", zeit: 2024, zeichen: "..."'
    )
    assert not befunde(text, csv="1;2023;;162000;;;LSN;2024-05-01\n")


@pytest.mark.parametrize(
    ("auswahl", "nummer", "hilfe"),
    [
        ("", "2.0", "Meinten Sie"),
        ('auswahl: ["1"]\n', "8", "unter „auswahl“"),
        ("", "Z9", "unter „indikatoren“"),
    ],
)
def test_unknown_indicators_are_told_once(auswahl: str, nummer: str, hilfe: str) -> None:
    zeilen = werte(*(f'indikator: "{nummer}", zeit: {jahr}, wert: 1' for jahr in (2020, 2021, 2022)))
    (finding,) = befunde(auswahl + zeilen, "KM452")
    assert (finding.severity, markiert(finding)) == (Severity.ERROR, f'"{nummer}"')
    assert "noch 2-mal" in finding.message
    assert hilfe in finding.help


def test_the_selection_names_indicators_of_the_catalogue() -> None:
    (finding,) = befunde('auswahl: ["1", "99"]\n', "KM452")
    assert markiert(finding) == '"99"'


@pytest.mark.parametrize(
    ("teil", "schwere", "stelle"),
    [
        ('wert: 5, zeichen: "."', Severity.ERROR, '"."'),
        ('zeichen: "()"', Severity.ERROR, '"()"'),
        ("wert: null", Severity.WARNING, '"1"'),
    ],
)
def test_number_or_sign(teil: str, schwere: Severity, stelle: str) -> None:
    (finding,) = befunde(werte(f'indikator: "1", zeit: 2024, {teil}'), "KM453")
    assert (finding.severity, markiert(finding)) == (schwere, stelle)


def test_a_number_in_brackets_is_both_and_right() -> None:
    assert not befunde(werte('indikator: "1", zeit: 2024, wert: 5, zeichen: "()"'))


def test_what_is_there_but_faulty_is_not_told_to_be_missing() -> None:
    assert [eins.code for eins in befunde(werte('indikator: "1", zeit: morgen, wert: "1.000"'))] == ["KM221", "KM217"]
    assert [eins.code for eins in befunde("", csv="1;morgen;;1.000;;;LSN;\n")] == ["KM221", "KM217"]


def test_two_values_for_the_same() -> None:
    text = werte('indikator: "1", zeit: 2024, wert: 5', 'indikator: "1", zeit: 2024, wert: 5,0')
    csv = "1;2024;;6;;;LSN;\n1;2024;Geschlecht=weiblich;6;;;LSN;\n1;2023;;6;;;LSN;\n"
    gleich, verschieden = befunde(text, "KM454", csv)
    assert (gleich.severity, gleich.path, gleich.line) == (Severity.WARNING, "monitoring.yaml", 6)
    assert (verschieden.severity, verschieden.path, verschieden.line, verschieden.column) == (
        Severity.ERROR,
        "werte.csv",
        2,
        9,
    )
    assert "Zeile 5" in verschieden.message


def test_an_indicator_twice() -> None:
    text = "indikatoren:\n  - {nummer: A1, name: eins}\n  - {nummer: A1, name: zwei}\n"
    (finding,) = befunde(text, "KM454")
    assert (finding.line, "Zeile 4" in finding.message) == (5, True)


@pytest.mark.parametrize(
    ("einheit", "passt"),
    [("Personen", True), ("personen", True), ("Anzahl", True), ('"%"', False), ("Haushalte", False)],
)
def test_units_within_a_series(einheit: str, passt: bool) -> None:
    text = werte(f'indikator: "1", zeit: 2024, wert: 5, einheit: {einheit}')
    assert (not befunde(text, "KM455")) is passt


def test_an_indicator_without_a_unit_may_have_one_for_each_part() -> None:
    kurse, leute = (
        "merkmale: {Zählung: Kurse}, einheit: Kurse",
        "merkmale: {Zählung: Teilnehmende}, einheit: Personen",
    )
    text = werte(*(f'indikator: "13.1", zeit: {jahr}, wert: 5, {m}' for jahr in (2023, 2024) for m in (kurse, leute)))
    assert not befunde(text, "KM455")
    assert befunde(
        text + f'  - {{quelle: BAMF, indikator: "13.1", zeit: 2025, wert: 5, {kurse[:-5]}Personen}}\n', "KM455"
    )


@pytest.mark.parametrize(
    ("berechnung", "wort"),
    [
        ('{zaehler: "1 mal 2"}', "nicht zu lesen"),
        ('{nenner: "1"}', "nicht zu lesen"),
        ('{zaehler: "1 - 77"}', "77"),
        ('{zaehler: "A1"}', "A1 aus A1"),
        ('{zaehler: "A2"}', "A1 aus A2 aus A1"),
    ],
)
def test_formulas_that_cannot_be_computed(berechnung: str, wort: str) -> None:
    text = f"indikatoren:\n  - {{nummer: A1, name: x, berechnung: {berechnung}}}\n"
    text += "  - {nummer: A2, name: y, berechnung: {zaehler: A1}}\n"
    findings = befunde(text, "KM456")
    assert findings[0].severity is Severity.ERROR
    assert wort in findings[0].message


def test_parts_that_the_selection_leaves_out_are_a_remark() -> None:
    (finding,) = befunde('auswahl: ["5.1", "5.3"]\n', "KM456")
    assert (finding.severity, markiert(finding)) == (Severity.INFO, '"5.3"')
    assert '"5.2"' in finding.help


@pytest.mark.parametrize(
    ("wert", "passt"), [("11", True), ("11,3", True), ("11,26", True), ("11,2", False), ("12", False)]
)
def test_entered_and_computed_agree_when_rounded(wert: str, passt: bool) -> None:
    csv = f"1;2024;;163455;;;LSN;\n2;2024;;18410;;;LSN;\n3;2024;;{wert};;;LSN;\n"
    findings = befunde("", "KM457", csv)
    assert (not findings) is passt
    assert all((eins.path, eins.severity, markiert(eins)) == ("werte.csv", Severity.WARNING, wert) for eins in findings)


def test_differences_are_exact() -> None:
    csv = "4.1;2024;;100;;;LSN;\n4.2;2024;;60;;;LSN;\n4;2024;;41;;;LSN;\n"
    (finding,) = befunde("", "KM457", csv)
    assert "4.1 − 4.2" in finding.message


def test_sums_that_do_not_fit_are_warnings_at_the_total() -> None:
    csv = "1;2024;Geschlecht=weiblich;60;;;LSN;\n1;2024;Geschlecht=männlich;50;;;LSN;\n1;2024;;100;;;LSN;\n"
    (finding,) = befunde("", "KM458", csv)
    assert (finding.severity, finding.line, markiert(finding)) == (Severity.WARNING, 4, "100")
    assert "110" in finding.message


def test_sources_are_asked_for_once_per_indicator() -> None:
    csv = "1;2024;;5;;;;\n1;2023;;5;;;;\n2;2024;;5;;;;\n8;2024;;5;;;LSN;\n"
    assert [(eins.line, "noch 1-mal" in eins.message) for eins in befunde("", "KM459", csv)] == [(2, True), (4, False)]


@pytest.mark.parametrize(
    ("abruf", "passt"), [("2025-01-01", True), ("2024", True), ("2024-12-30", False), ("2023", False)]
)
def test_retrieved_before_the_reference_date(abruf: str, passt: bool) -> None:
    assert (not befunde("", "KM459", f"1;2024-12-31;;5;;;LSN;{abruf}\n")) is passt


def test_the_sign_for_figures_to_come_is_no_placeholder() -> None:
    assert not befunde(werte('indikator: "1", zeit: 2024, zeichen: "..."'), "KM412")
    assert befunde("ueberschrift: ...\n", "KM412")


def test_a_year_beside_its_last_day_is_told_once_per_indicator() -> None:
    csv = "1;2023;;165945;;;LSN;\n1;2023-12-31;;165904;;;LSN;\n1;2024;;7;;;LSN;\n1;2024-12-31;;;.;;LSN;\n"
    (finding,) = befunde("", "KM478", csv + "1;2024-06-30;;5;;;LSN;\n1;2022-12-31;;5;;;LSN;\n2;2024;;5;;;LSN;\n")
    assert (finding.severity, finding.line, markiert(finding)) == (Severity.WARNING, 2, "2023")
    assert "zum 31.12.2023 165\u00a0904 (Zeile 3 von werte.csv) (noch 1-mal)" in finding.message
    assert not befunde("", "KM478", "1;2024;;5;;;LSN;\n1;2024-12-31;Geschlecht=weiblich;5;;;LSN;\n")


def test_a_share_of_counts_lies_between_0_and_100() -> None:
    csv = "1;2023;;100;;;LSN;\n2;2023;;150;;;LSN;\n1;2024-12-31;;100;;;LSN;\n2;2024-12-31;;160;;;LSN;\n"
    (finding,) = befunde("", "KM479", csv)
    assert (finding.severity, finding.line, markiert(finding)) == (Severity.WARNING, 3, "150")
    assert "150,0 % (2: 150, 1: 100) (noch 1-mal)" in finding.message
    (negativ,) = befunde("", "KM479", "5.1;2023;;100;;;LSN;\n5.2;2023;;120;;;LSN;\n")
    assert "−20,0 %" in negativ.message


@pytest.mark.parametrize(
    ("zaehler", "einheit", "csv"),
    [
        ("4", '"%"', "4;2024;;-150;;;LSN;\n1;2024;;100;;;LSN;\n"),  # a balance may be negative
        ("8", '"%"', "8;2024;;150;;;LSN;\n1;2024;;100;;;LSN;\n"),  # cases are not persons
        ("2", "je 100", "2;2024;;150;;;LSN;\n1;2024;;100;;;LSN;\n"),
    ],
)
def test_what_may_lie_beyond_100(zaehler: str, einheit: str, csv: str) -> None:
    formel = f'{{zaehler: "{zaehler}", nenner: "1", faktor: 100}}'
    text = f"indikatoren:\n  - {{nummer: Q, name: Quote, einheit: {einheit}, berechnung: {formel}}}\n"
    assert not [eins for eins in befunde(text, "KM479", csv) if "Kennzahl Q" in eins.message]


def test_the_place_of_a_share_of_computed_parts_is_what_was_entered() -> None:
    text = (
        'indikatoren:\n  - {nummer: Q, name: Q, einheit: "%", berechnung: {zaehler: "4", nenner: "1", faktor: 100}}\n'
    )
    (finding,) = befunde(text, "KM479", "1;2024-12-31;;10;;;LSN;\n4.1;2024;;50;;;LSN;\n4.2;2024;;20;;;LSN;\n")
    assert (finding.line, markiert(finding)) == (3, "50")


def test_a_part_that_is_more_than_all_is_told_beside_a_sign() -> None:
    csv = "1;2024;;100;;;LSN;\n1;2024;Geschlecht=weiblich;130;;;LSN;\n1;2024;Geschlecht=männlich;;.;;LSN;\n"
    (finding,) = befunde("", "KM458", csv)
    assert "(weiblich) sind es schon 130, insgesamt steht hier 100" in finding.message

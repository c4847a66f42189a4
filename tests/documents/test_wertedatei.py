"""The CSV file of values: read with a place for every mistake, written so that it is read the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.kennzahlen.auswertung import auswertung
from kmut_cli.documents.kennzahlen.csvtabelle import lies_csv
from kmut_cli.documents.kennzahlen.wertedatei import SPALTEN, lies_wertedatei, schreibe_wertedatei
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.documents.umfeld import Beilage, Umfeld
from kmut_cli.source.reader import read_source

KOPF = "indikator;zeit;merkmale;wert;zeichen;quelle\n"


def befunde(inhalt: str | bytes) -> list[tuple[str, int, int, str]]:
    """Code, line, column and marked text of each finding."""
    gelesen = lies_wertedatei("werte.csv", inhalt.encode() if isinstance(inhalt, str) else inhalt)
    return [
        (eins.code, eins.line, eins.column, eins.source_line[eins.column - 1 : eins.end_column - 1])
        for eins in gelesen.findings
    ]


@pytest.mark.parametrize("ende", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_reads_what_spreadsheets_write(ende: str, bom: bytes) -> None:
    text = f'sep=;\n{KOPF}1;2024-12-31;Geschlecht=weiblich;81691;;"Landesamt; ""LSN"""\n\n;;;;;\n2;2023/24;;-2,5;;LSN'
    gelesen = lies_wertedatei("werte.csv", bom + text.replace("\n", ende).encode())
    assert not gelesen.findings
    eins, zwei = (stelle.wert for stelle in gelesen.werte)
    assert (eins.indikator, str(eins.zeit), str(eins.wert), eins.quelle) == (
        "1",
        "31.12.2024",
        "81691",
        'Landesamt; "LSN"',
    )
    assert eins.merkmale is not None
    assert eins.merkmale.als_dict == {"Geschlecht": "weiblich"}
    assert (str(zwei.zeit), str(zwei.wert)) == ("2023/2024", "-2.5")


@pytest.mark.parametrize(
    ("zeile", "erwartet"),
    [
        ("1;2024;;163.455;;LSN", ("KM217", 2, 9, "163.455")),
        ("1;2024;;.;;LSN", ("KM216", 2, 9, ".")),
        ("1;31.2.2024;;5;;LSN", ("KM214", 2, 3, "31.2.2024")),
        ("1;2024;weiblich;5;;LSN", ("KM211", 2, 8, "weiblich")),
        ("1;2024;; 5 ;?;LSN", ("KM219", 2, 13, "?")),
        ("4-1;2024;;5;;LSN", ("KM211", 2, 1, "4-1")),
        ("1;2024;;5;;LSN;mehr", ("KM451", 2, 16, "mehr")),
        ("1;2024;;5", ("KM451", 2, 9, "5")),
        ('1;2024;;5;;"LSN', ("KM451", 2, 12, '"')),
        ('1;2024;;"5" oder 6;;LSN', ("KM451", 2, 9, '"')),
    ],
)
def test_every_mistake_has_its_place(zeile: str, erwartet: tuple[str, int, int, str]) -> None:
    assert befunde(KOPF + zeile + "\n") == [erwartet]


@pytest.mark.parametrize(
    ("kopf", "erwartet"),
    [
        ("indikator;zeit;werte\n", [("KM451", 1, 16, "werte"), ("KM451", 1, 1, "indikator")]),
        ("indikator;zeit;wert;zeit\n", [("KM451", 1, 21, "zeit")]),
        ("indikator,zeit,wert\n", [("KM451", 1, 1, "indikator,zeit,wert")]),
        ("Year,Gebietseinheit,GeoCode,Value\n", [("KM451", 1, 1, "Year,Gebietseinheit,GeoCode,Value")]),
    ],
)
def test_a_wrong_header_is_told_and_no_row_is_read(kopf: str, erwartet: list[tuple[str, int, int, str]]) -> None:
    assert befunde(kopf + "1;2024;5\n") == erwartet
    assert not lies_wertedatei("werte.csv", (kopf + "1;2024;5\n").encode()).werte


def test_a_wrong_encoding_is_told_and_the_rest_read() -> None:
    gelesen = lies_wertedatei("werte.csv", (KOPF + "1;2024;;5;;Ausländerbehörde\n").encode("cp1252"))
    assert [(eins.code, eins.line) for eins in gelesen.findings] == [("KM101", 2)]
    assert "CSV UTF-8" in gelesen.findings[0].help
    assert gelesen.werte[0].wert.quelle == "Ausländerbehörde"


@pytest.mark.parametrize("inhalt", [b"", b"\n\n", b"\x00\x01", b"PK\x03\x04zip"])
def test_what_is_no_table(inhalt: bytes) -> None:
    gelesen = lies_wertedatei("werte.csv", inhalt)
    assert gelesen.findings
    assert not gelesen.werte


def test_a_faulty_part_leaves_the_rest_of_the_row() -> None:
    (stelle,) = lies_wertedatei("werte.csv", (KOPF + "1;2024;;12.345;;LSN\n").encode()).werte
    assert stelle.wert.wert is None
    assert stelle.wert.quelle == "LSN"


def test_written_values_are_read_the_same() -> None:
    zeilen = (
        '1;2024-12-31;Kreis "A"; B;Alter=unter 18|Geschlecht=weiblich;-12,50;()',
        "4.1;2023/2024;;;;...",
        "5.2;2024-06;;;0;",
    )
    kopf = "indikator;zeit;gebiet;merkmale;wert;zeichen\n"
    erste = zeilen[0].replace('Kreis "A"; B', '"Kreis ""A""; B"')
    gelesen = lies_wertedatei("werte.csv", (kopf + "\n".join((erste, *zeilen[1:])) + "\n").encode())
    assert not gelesen.findings
    werte = [stelle.wert for stelle in gelesen.werte]
    text = schreibe_wertedatei(werte)
    assert text.splitlines()[0].split(";") == list(SPALTEN)
    wieder = lies_wertedatei("werte.csv", text.encode())
    assert not wieder.findings
    assert [stelle.wert for stelle in wieder.werte] == werte


def lade_mit(beilage: Beilage) -> Geladen:
    text = "dokument: monitoring\nkatalog: osnabrueck-2015\nwertedatei: werte.csv\n"
    return lade(read_source("monitoring.yaml", text.encode()), None, Umfeld(beilage=lambda name: beilage))


def test_the_document_has_the_values_of_its_file_besides_its_own() -> None:
    geladen = lade_mit(Beilage("werte.csv", (KOPF + "1;2024;;5;;LSN\n1;2023;;4;;LSN\n").encode()))
    assert isinstance(geladen.dokument, Monitoring)
    assert not geladen.findings
    assert [str(wert.wert) for wert in geladen.dokument.alle_werte] == ["5", "4"]
    assert geladen.dokument.zaehlung == ((40, "Kennzahlen"), (1, "davon mit Werten"), (2, "Werte"))


def test_a_missing_file_is_told_at_its_name() -> None:
    geladen = lade_mit(Beilage("werte.csv", grund="„werte.csv“ gibt es nicht."))
    assert [(eins.code, eins.line, eins.location) for eins in geladen.findings] == [("KM451", 3, "wertedatei")]
    assert geladen.fehlerhaft_an(("wertedatei",))


_ZELLE = st.text("a ü\t", max_size=3)


@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(_ZELLE, st.booleans()), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\r"])
        )
    )
)
def test_quotes_change_nothing_but_the_places(zeilen: list[tuple[list[tuple[str, bool]], str]]) -> None:
    text = "".join(";".join(f'"{z}"' if mit else z for z, mit in zeile) + ende for zeile, ende in zeilen)
    tabelle = lies_csv("werte.csv", text.encode())
    erwartet = [[z.strip() for z, _mit in zeile] for zeile, _ende in zeilen]
    assert [[z.text for z in zeile] for zeile in tabelle.zeilen] == [eine for eine in erwartet if any(eine)]
    assert all(text[z.von : z.bis].strip('"').strip() == z.text for zeile in tabelle.zeilen for z in zeile)


def test_each_monitoring_is_derived_from_its_own_values() -> None:
    kopf = "dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n"
    quellen = (kopf + f'  - {{indikator: "1", zeit: 2024, wert: {wert}}}\n' for wert in (1, 2))
    eins, zwei = (lade(read_source("x.yaml", text.encode())).dokument for text in quellen)
    assert isinstance(eins, Monitoring)
    assert isinstance(zwei, Monitoring)
    zahlen = [next(iter(auswertung(eine).werte.values())).wert for eine in (eins, zwei, eins)]
    assert zahlen == [1, 2, 1]

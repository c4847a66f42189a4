"""Numbers, signs, times and breakdowns of values, as people type them and as tables print them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.messwert import STELLEN, Angabe, Merkmale, Messzeit, Wertzahl, Zeichen
from kmut_cli.documents.laden import lade
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.documents.schema import json_schema
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import read_source

ZAHL: TypeAdapter[Decimal] = TypeAdapter(Wertzahl)


def geladen(zeile: str) -> tuple[Messwert, list[Finding]]:
    """A value with one line of YAML, and what is said of it."""
    text = f"dokument: monitoring\nwerte:\n  - {zeile}\n"
    ergebnis = lade(read_source("monitoring.yaml", text.encode()))
    assert isinstance(ergebnis.dokument, Monitoring)
    assert ergebnis.dokument.werte
    return ergebnis.dokument.werte[0], list(ergebnis.findings)


@pytest.mark.parametrize(
    ("geschrieben", "zahl"),
    [
        ("163455", "163455"),
        ("0", "0"),
        ("-2,35", "-2.35"),
        ("−2,35", "-2.35"),
        ("12.5", "12.5"),
        ("1,234", "1.234"),
        ("0.125", "0.125"),
        ("1234.125", "1234.125"),
        ("3,50", "3.50"),
    ],
)
def test_numbers_in_german_and_plain_notation(geschrieben: str, zahl: str) -> None:
    wert, findings = geladen(f"wert: {geschrieben}")
    assert not findings
    assert str(wert.wert) == zahl


@pytest.mark.parametrize(
    ("geschrieben", "code", "hilfe"),
    [
        ("163.455", "KM217", "163455"),
        ("163.455", "KM217", "163,455"),
        ("1.234.567,89", "KM217", "1234567,89"),
        ('"12 345"', "KM217", "12345"),
        ('"12\\u00a0345,5"', "KM217", "12345,5"),
        ("12'345", "KM217", "12345"),
        ("-1.234", "KM217", "-1234"),
        ("12 %", "KM216", "ohne Einheit"),
        ("1,1234567", "KM216", "6 Nachkommastellen"),
        ('"-"', "KM216", 'zeichen: "-"'),
        ('"..."', "KM216", 'zeichen: "..."'),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_what_to_write(geschrieben: str, code: str, hilfe: str) -> None:
    wert, findings = geladen(f"wert: {geschrieben}")
    assert wert.wert is None
    assert [finding.code for finding in findings] == [code]
    assert hilfe in findings[0].help


@settings(max_examples=60, deadline=None)
@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3))
def test_no_number_changes_when_written_with_comma_and_read_again(zahl: Decimal) -> None:
    assert ZAHL.validate_python(f"{zahl:f}".replace(".", ",")) == zahl


@cache
def muster() -> str:
    """The pattern of a value in the schema."""
    return str(json_schema("monitoring", "2026")["$defs"]["Messwert"]["properties"]["wert"]["pattern"])


@settings(max_examples=100, deadline=None)
@given(st.text("0123456789.,-− '", max_size=12))
def test_schema_allows_what_reading_allows(text: str) -> None:
    def liest(wert: str) -> bool:
        try:
            return ZAHL.validate_python(wert) is not None
        except ValidationError:
            return False

    assert bool(re.search(muster(), text)) == liest(text)


@pytest.mark.parametrize(
    ("geschrieben", "zeichen"),
    [
        ('"."', Zeichen.unbekannt),
        (".", Zeichen.unbekannt),
        ("/", Zeichen.unsicher),
        ("x", Zeichen.gesperrt),
        ('"-"', Zeichen.nichts),
        ("–", Zeichen.nichts),
        ("...", Zeichen.folgt),
        ("()", Zeichen.eingeschraenkt),
        ("unbekannt", Zeichen.unbekannt),
    ],
)
def test_signs_by_themselves_or_by_name(geschrieben: str, zeichen: Zeichen) -> None:
    wert, findings = geladen(f"zeichen: {geschrieben}")
    assert not findings
    assert wert.zeichen is zeichen
    assert wert.wert is None


def test_no_sign_is_a_number() -> None:
    for zeichen in Zeichen:
        with pytest.raises(ValidationError):
            ZAHL.validate_python(zeichen.symbol)
        assert Zeichen.lies(zeichen.symbol) is zeichen is Zeichen.lies(zeichen.name)


@pytest.mark.parametrize(
    ("geschrieben", "gedruckt"),
    [
        ("2024-12-31", "31.12.2024"),
        ("31.12.2024", "31.12.2024"),
        ("2024", "2024"),
        ("2024-06", "06/2024"),
        ("2023/2024", "2023/2024"),
        ("2023/24", "2023/2024"),
        ("1999/00", "1999/2000"),
        ("01.08.2023–31.07.2024", "01.08.2023–31.07.2024"),
    ],
)
def test_times(geschrieben: str, gedruckt: str) -> None:
    zeit = Messzeit.lies(geschrieben)
    assert str(zeit) == gedruckt
    assert Messzeit.lies(str(zeit)) == zeit


def test_times_are_ordered_by_their_end_of_two_the_longer_first() -> None:
    zeiten = [Messzeit.lies(text) for text in ("2024-12-31", "2023/2024", "2023", "2023-12-31", "2024")]
    assert [str(zeit) for zeit in sorted(zeiten, key=lambda zeit: zeit.folge)] == [
        "2023",
        "31.12.2023",
        "2023/2024",
        "2024",
        "31.12.2024",
    ]


@pytest.mark.parametrize(
    "daten", [{"Geschlecht": "weiblich", "Alter": "unter 18"}, "Geschlecht=weiblich | Alter=unter 18"]
)
def test_breakdowns_in_yaml_and_csv_are_the_same(daten: Any) -> None:
    merkmale = Merkmale.lies(daten)
    assert merkmale == Merkmale((("Alter", "unter 18"), ("Geschlecht", "weiblich")))
    assert Merkmale.lies(str(merkmale)) == merkmale == Merkmale.lies(merkmale.als_dict)


@pytest.mark.parametrize("zeile", ["merkmale: weiblich", "merkmale: {Geschlecht: [weiblich]}", "merkmale: a=1|a=2"])
def test_what_is_no_breakdown(zeile: str) -> None:
    assert [finding.code for finding in geladen(zeile)[1]] == ["KM211"]


@pytest.mark.parametrize("text", ["163400", "-1,5", ".", "...", "(12)"])
def test_former_value_is_written_the_way_it_is_read(text: str) -> None:
    assert str(Angabe.lies(text)) == text


def test_decimals_have_a_limit() -> None:
    assert ZAHL.validate_python("0," + "1" * STELLEN)
    with pytest.raises(ValidationError):
        ZAHL.validate_python("0," + "1" * (STELLEN + 1))


@pytest.mark.parametrize("zeit", ["1899", "2200", "31.12.1899", "1899-12-31", "1850/1851", "12/1850"])
def test_a_year_out_of_range_is_named_with_the_limit(zeit: str) -> None:
    (finding,) = geladen(f'zeit: "{zeit}"')[1]
    assert finding.code == "KM221"
    assert re.search("1899|2200|1850", finding.message)
    assert "von 1900 bis 2199" in finding.help


def test_what_is_no_time_is_not_taken_for_a_year() -> None:
    (finding,) = geladen("zeit: 18990101")[1]
    assert "erwartet" in finding.message

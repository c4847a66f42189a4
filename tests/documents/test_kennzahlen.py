"""Figures that follow from others: exact, never from signs, never across a break."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kmut_cli.documents.kennzahlen.auswertung import Auswertung, Reihe, auswertung
from kmut_cli.documents.kennzahlen.formel import formeln, lies_formel, lies_summe
from kmut_cli.documents.kennzahlen.katalog import katalog, kataloge, vereint
from kmut_cli.documents.kennzahlen.kennzahl import Berechnung, Indikator
from kmut_cli.documents.kennzahlen.reihen import zum_zeichnen
from kmut_cli.documents.kennzahlen.summen import summenfehler
from kmut_cli.documents.kennzahlen.text import (
    nachkommastellen,
    punkt_text,
    quellen,
    veraenderung_texte,
    zahl_text,
)
from kmut_cli.documents.laden import lade
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.source.reader import read_source

KOPF = "dokument: monitoring\nkatalog: osnabrueck-2015\nkommune: {name: Landkreis Musterland}\n"


def ausgewertet(werte: str, mehr: str = "") -> Auswertung:
    zeilen = "".join(f"  - {{{zeile.strip()}}}\n" for zeile in werte.strip().splitlines())
    geladen = lade(read_source("monitoring.yaml", f"{KOPF}{mehr}werte:\n{zeilen}".encode()))
    assert not geladen.findings
    assert isinstance(geladen.dokument, Monitoring)
    return auswertung(geladen.dokument)


def punkte(reihe: Reihe) -> list[str]:
    return [f"{punkt.zeit}: {punkt_text(punkt, 1)}" for punkt in reihe.punkte]


# --- Catalogues and formulas ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", kataloge())
def test_catalogues_are_complete_and_their_formulas_can_be_computed(name: str) -> None:
    alle = katalog(name)
    assert all(eins.nummer and eins.name and eins.gruppe for eins in alle)
    assert len({eins.nummer for eins in alle}) == len(alle)
    assert formeln(alle).keys() == {eins.nummer for eins in alle if eins.berechnung is not None}


def test_the_set_of_osnabrueck() -> None:
    alle = katalog("osnabrueck-2015")
    assert len(alle) == 40
    assert len({eins.gruppe for eins in alle}) == 9


def test_an_unknown_catalogue() -> None:
    with pytest.raises(KeyError):
        katalog("nirgendwo")


def test_own_indicators_change_ready_ones_and_follow_in_their_group() -> None:
    fertige = (
        Indikator(nummer="1", name="Bevölkerung", gruppe="A", einheit="Personen"),
        Indikator(nummer="2", name="Einbürgerungen", gruppe="B"),
    )
    eigene = (
        Indikator(nummer="1", einheit="1000 Personen"),
        Indikator(nummer="X", name="ohne Gruppe"),
        Indikator(nummer="3", gruppe="A"),
        Indikator(name="noch ohne Nummer"),
    )
    alle = vereint(fertige, eigene)
    assert [eins.nummer for eins in alle] == ["1", "3", "2", "X"]
    assert (alle[0].name, alle[0].einheit) == ("Bevölkerung", "1000 Personen")


@pytest.mark.parametrize(
    ("text", "summe"),
    [
        ("5.1 - 5.2", ((1, "5.1"), (-1, "5.2"))),
        ("5.1–5.2", ((1, "5.1"), (-1, "5.2"))),
        ("-M1 + 20", ((-1, "M1"), (1, "20"))),
        ("", ()),
        ("5.1 5.2", None),
        ("5.1 -", None),
        ("(5.1)", None),
        ("5.1 * 2", None),
    ],
)
def test_sums_in_formulas(text: str, summe: object) -> None:
    assert lies_summe(text) == summe


def test_formulas_are_exact() -> None:
    formel = lies_formel(Berechnung(zaehler="1 - 2", nenner="1", faktor=Decimal(100)))
    assert formel is not None
    assert str(formel) == "(1 − 2) / 1 × 100"
    assert formel.rechne({"1": Decimal(3), "2": Decimal(1)}) == Decimal(200) / Decimal(3)
    assert formel.rechne({"1": Decimal("0.1"), "2": Decimal("0.3")}) == Decimal(-200)
    assert formel.rechne({"1": Decimal(0), "2": Decimal(1)}) is None
    assert formel.rechne({"1": Decimal(3), "2": None}) is None


def test_circles_and_unknown_parts_are_not_computed() -> None:
    def indikator(nummer: str, zaehler: str) -> Indikator:
        return Indikator(nummer=nummer, berechnung=Berechnung(zaehler=zaehler))

    satz = [
        indikator("a", "b"),
        indikator("b", "a"),
        indikator("c", "a"),
        indikator("d", "fehlt"),
        Indikator(nummer="e"),
    ]
    assert not formeln(satz)
    # Parts come before what is computed of them, whatever the order of the set.
    assert list(formeln([indikator("x", "y"), indikator("y", "e"), Indikator(nummer="e")])) == ["y", "x"]


# --- Computed values ------------------------------------------------------------------------------------------------


def test_computed_where_parts_are_there_for_the_same_time_place_and_breakdown() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2023, wert: 1000
        indikator: "2", zeit: 2023, wert: 125
        indikator: "1", zeit: 2023, merkmale: {Geschlecht: weiblich}, wert: 500
        indikator: "2", zeit: 2023, merkmale: {Geschlecht: weiblich}, wert: 50
        indikator: "2", zeit: 2024, wert: 130
        indikator: "2", zeit: 2023, gebiet: Gemeinde A, wert: 4
        """
    )
    gesamt, weiblich = ganze.reihen["3"]
    assert punkte(gesamt) == ["2023: b\u00a012,5"]
    assert punkte(weiblich) == ["2023: b\u00a010,0"]
    assert all(punkt.berechnet for reihe in ganze.reihen["3"] for punkt in reihe.punkte)


def test_an_entered_value_stands_before_a_computed_one() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2023, wert: 1000
        indikator: "2", zeit: 2023, wert: 125
        indikator: "3", zeit: 2023, wert: "12,4"
        """
    )
    assert punkte(ganze.reihen["3"][0]) == ["2023: 12,4"]


@pytest.mark.parametrize("zeichen", ["-", ".", "...", "/", "x"])
def test_nothing_is_computed_of_a_sign(zeichen: str) -> None:
    ganze = ausgewertet(
        f"""
        indikator: "5.1", zeit: 2023, wert: 1000
        indikator: "5.2", zeit: 2023, zeichen: "{zeichen}"
        """
    )
    (punkt,) = ganze.reihen["5.3"][0].punkte
    assert punkt.wert is None
    assert punkt_text(punkt) == zeichen


def test_an_uncertain_part_makes_an_uncertain_result() -> None:
    ganze = ausgewertet(
        """
        indikator: "4.1", zeit: 2023, wert: 100, zeichen: "()"
        indikator: "4.2", zeit: 2023, wert: 60
        """
    )
    assert punkte(ganze.reihen["4"][0]) == ["2023: b\u00a0(40,0)"]


def test_a_count_of_a_year_goes_with_the_stock_at_its_end() -> None:
    quote = 'indikatoren:\n  - {nummer: Q, name: Quote, berechnung: {zaehler: "8", nenner: "2", faktor: 1000}}\n'
    ganze = ausgewertet(
        """
        indikator: "8", zeit: 2023, wert: 30
        indikator: "2", zeit: 2023-12-31, wert: 1500
        indikator: "2", zeit: 2022-12-31, wert: 1000, bruch: Zensus
        """,
        quote,
    )
    assert punkte(ganze.reihen["Q"][0]) == ["2023: b\u00a020,0"]
    assert ganze.reihen["Q"][0].punkte[0].jahresende


@pytest.mark.parametrize("nenner", ["0", "0.0"])
def test_what_is_divided_by_zero_leaves_a_sign_and_a_note(nenner: str) -> None:
    ganze = ausgewertet(f'indikator: "1", zeit: 2023, wert: {nenner}\nindikator: "2", zeit: 2023, wert: 5')
    (punkt,) = ganze.reihen["3"][0].punkte
    assert (punkt_text(punkt), punkt.hinweis) == ("x", "nicht berechenbar, denn der Nenner (1) ist 0")


# --- Changes and breaks ---------------------------------------------------------------------------------------------


def veraenderungen(reihe: Reihe) -> list[tuple[str, str]]:
    return [veraenderung_texte(reihe.veraenderung(nummer), 0) for nummer in range(len(reihe.punkte))]


def test_changes_to_the_value_before_but_not_from_a_sign_or_across_a_break() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2024, wert: 900
        indikator: "1", zeit: 2019, wert: 1000
        indikator: "1", zeit: 2020, wert: 1100
        indikator: "1", zeit: 2021, zeichen: "."
        indikator: "1", zeit: 2022, wert: 1200
        indikator: "1", zeit: 2023, wert: 800, bruch: neue Zählung
        """
    )
    assert veraenderungen(ganze.reihen["1"][0]) == [
        ("", ""),
        ("+100", "+10,0\u00a0%"),
        ("", ""),
        ("", ""),
        ("", ""),
        ("+100", "+12,5\u00a0%"),
    ]


def zeiten_mit_veraenderung(*zeiten: str) -> dict[str, str]:
    """Give for values 100, 110, 120 … of these times since when each has changed."""
    zeilen = (f'indikator: "1", zeit: {zeit}, wert: {100 + 10 * nr}' for nr, zeit in enumerate(zeiten))
    (reihe,) = ausgewertet("\n".join(zeilen)).reihen["1"]
    alle = ((punkt.zeit, reihe.veraenderung(nr)) for nr, punkt in enumerate(reihe.punkte))
    return {str(zeit): str(eine.seit) if eine else "" for zeit, eine in alle}


def test_like_is_compared_with_like_in_the_order_of_the_ends() -> None:
    gemischt = zeiten_mit_veraenderung("2023", "2023-12-31", "2024-06-30", "2024", "2024-12-31")
    assert gemischt == {"2023": "", "31.12.2023": "", "30.06.2024": "", "2024": "2023", "31.12.2024": "31.12.2023"}
    assert list(gemischt) == ["2023", "31.12.2023", "30.06.2024", "2024", "31.12.2024"]
    # One reference date a year, whichever it is, and months in a row follow each other.
    assert zeiten_mit_veraenderung("2022-10-31", "2023-11-30")["30.11.2023"] == "31.10.2022"
    assert zeiten_mit_veraenderung("2024-01", "2024-02")["02/2024"] == "01/2024"
    assert zeiten_mit_veraenderung("2023-02", "2024-01", "2024-02")["02/2024"] == "02/2023"
    assert zeiten_mit_veraenderung("2022/2023", "2023", "2023/2024")["2023/2024"] == "2022/2023"


def test_a_break_between_what_is_compared_cuts_it() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2023, wert: 100
        indikator: "1", zeit: 2024-06-30, wert: 100, bruch: Zensus
        indikator: "1", zeit: 2024, wert: 110
        """
    )
    assert ganze.reihen["1"][0].veraenderung(2) is None


def test_a_picture_shows_one_of_a_year_and_its_last_day() -> None:
    def gezeigt(*zeilen: str) -> list[str]:
        ganze = ausgewertet("\n".join(f'indikator: "1", {zeile}' for zeile in zeilen))
        return [f"{punkt.zeit}{punkt.bruch}" for punkt in zum_zeichnen(ganze.reihen["1"])[0].punkte]

    tage = ("zeit: 2023-12-31, wert: 1", "zeit: 2024-12-31, wert: 2")
    assert gezeigt(*tage, "zeit: 2024, wert: 3") == ["31.12.2023", "31.12.2024"]
    assert gezeigt("zeit: 2023, wert: 1", "zeit: 2024, wert: 3", tage[1]) == ["2023", "2024"]
    assert gezeigt("zeit: 2024, wert: 3", tage[1]) == ["31.12.2024"]
    assert gezeigt("zeit: 2024, wert: 3, bruch: B", 'zeit: 2024-12-31, zeichen: "."', tage[0]) == [
        "31.12.2023",
        "2024B",
    ]


@pytest.mark.parametrize(("alt", "neu"), [("-5", "3"), ("0", "3"), ("3", "-5")])
def test_no_per_cent_of_nothing_or_below_zero(alt: str, neu: str) -> None:
    ganze = ausgewertet(f'indikator: "1", zeit: 2023, wert: {alt}\nindikator: "1", zeit: 2024, wert: {neu}')
    veraenderung = ganze.reihen["1"][0].veraenderung(1)
    assert veraenderung is not None
    assert (veraenderung.absolut, veraenderung.prozent) == (Decimal(neu) - Decimal(alt), None)


def test_shares_change_by_percentage_points_only() -> None:
    ganze = ausgewertet('indikator: "26.1", zeit: 2023, wert: "12,5"\nindikator: "26.1", zeit: 2024, wert: "13,0"')
    veraenderung = ganze.reihen["26.1"][0].veraenderung(1)
    assert veraenderung is not None
    assert (veraenderung.absolut, veraenderung.prozent) == (Decimal("0.5"), None)


def test_a_break_holds_for_parts_and_for_what_is_computed() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2021, wert: 1000
        indikator: "2", zeit: 2021, wert: 100
        indikator: "1", zeit: 2023, wert: 1000
        indikator: "2", zeit: 2023, wert: 200
        indikator: "2", zeit: 2022, merkmale: {Geschlecht: weiblich}, wert: 90, bruch: Zensus
        """
    )
    assert [punkt.bruch for punkt in ganze.reihen["2"][0].punkte] == ["", "Zensus"]
    assert [punkt.bruch for punkt in ganze.reihen["3"][0].punkte] == ["", "Zensus"]
    assert [punkt.bruch for punkt in ganze.reihen["1"][0].punkte] == ["", ""]


def test_the_own_place_is_the_same_with_and_without_its_name() -> None:
    ganze = ausgewertet(
        'indikator: "1", zeit: 2023, wert: 5\nindikator: "1", zeit: 2024, gebiet: Landkreis Musterland, wert: 6'
    )
    (reihe,) = ganze.reihen["1"]
    assert punkte(reihe) == ["2023: 5,0", "2024: 6,0"]


# --- Sums -----------------------------------------------------------------------------------------------------------

MAENNLICH, WEIBLICH = "merkmale: {Geschlecht: männlich}", "merkmale: {Geschlecht: weiblich}"


@pytest.mark.parametrize(
    ("gesamt", "teile", "passt"),
    [
        ("wert: 10", ("wert: 4", "wert: 6"), True),
        ("wert: 11", ("wert: 4", "wert: 6"), False),
        ("wert: 11", ("wert: 4", 'zeichen: "."'), True),
        ("wert: 11", ("wert: 4",), True),
        ('zeichen: "."', ("wert: 4", "wert: 6"), True),
        ('wert: "10,1"', ('wert: "4,0"', 'wert: "6,0"'), True),
        ('wert: "10,3"', ('wert: "4,0"', 'wert: "6,0"'), False),
    ],
)
def test_sums_are_compared_where_all_parts_are_numbers(gesamt: str, teile: tuple[str, ...], passt: bool) -> None:
    zeilen = [f'indikator: "1", zeit: 2024, {gesamt}']
    zeilen += [f'indikator: "1", zeit: 2024, {m}, {t}' for m, t in zip((MAENNLICH, WEIBLICH), teile, strict=False)]
    # In another year both parts are known.
    zeilen += [f'indikator: "1", zeit: 2020, {merkmal}, wert: 1' for merkmal in (MAENNLICH, WEIBLICH)]
    assert (not list(summenfehler(ausgewertet("\n".join(zeilen))))) is passt


@pytest.mark.parametrize(
    ("nummer", "teile", "passt"),
    [
        ("1", ("wert: 12", 'zeichen: "."'), False),
        ("1", ("wert: 12",), False),
        ("1", ("wert: 10", 'zeichen: "."'), True),
        ("4", ("wert: 12", 'zeichen: "."'), True),  # a balance: what is not known may be below zero
    ],
)
def test_a_part_is_not_more_than_its_total_whatever_the_others_are(
    nummer: str, teile: tuple[str, ...], passt: bool
) -> None:
    zeilen = [f'indikator: "{nummer}", zeit: 2024, wert: 10']
    zeilen += [
        f'indikator: "{nummer}", zeit: 2024, {m}, {t}' for m, t in zip((MAENNLICH, WEIBLICH), teile, strict=False)
    ]
    fehler = list(summenfehler(ausgewertet("\n".join(zeilen))))
    assert (not fehler) is passt
    assert all(eins.fehlen and len(eins.teile) == 1 for eins in fehler)


def test_shares_have_no_sum() -> None:
    zeilen = [
        'indikator: "26.1", zeit: 2024, wert: 5',
        *(f'indikator: "26.1", zeit: 2024, {m}, wert: 4' for m in (MAENNLICH, WEIBLICH)),
    ]
    assert not list(summenfehler(ausgewertet("\n".join(zeilen))))


# --- How it reads ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zahl", "stellen", "text"),
    [
        ("1234", None, "1234"),
        ("163455", None, "163\u00a0455"),
        ("-12345.5", None, "−12\u00a0345,5"),
        ("12.345", 1, "12,3"),
        ("0.05", 1, "0,1"),
        ("3.50", None, "3,50"),
    ],
)
def test_numbers_as_german_readers_expect_them(zahl: str, stellen: int | None, text: str) -> None:
    assert zahl_text(Decimal(zahl), stellen) == text


def test_sources_name_the_licence_where_the_table_asks_for_it() -> None:
    ganze = ausgewertet(
        'indikator: "1", zeit: 2024, wert: 5, quelle: LSN, tabelle: 12411-01-01-4, abruf: 2026-03-02\n'
        'indikator: "1", zeit: 2023, wert: 4, quelle: Meldewesen'
    )
    assert quellen(ganze.reihen["1"]) == ("Meldewesen", "LSN, Tabelle 12411-01-01-4, Abruf 02.03.2026, dl-de/by-2-0")


@pytest.mark.parametrize(
    ("werte", "gedruckt"),
    [
        (("12,5", "13"), ["12,5", "13,0"]),
        (("0,0001", "1000000"), ["0,0001", "1\u00a0000\u00a0000"]),
        (("12,3456", "13"), ["12,3456", "13"]),
    ],
)
def test_values_keep_their_own_decimals_where_they_differ_much(werte: tuple[str, ...], gedruckt: list[str]) -> None:
    zeilen = (f'indikator: "1", zeit: {2020 + nr}, wert: "{wert}"' for nr, wert in enumerate(werte))
    reihen = ausgewertet("\n".join(zeilen)).reihen["1"]
    stellen = nachkommastellen(reihen)
    assert [punkt_text(punkt, stellen) for punkt in reihen[0].punkte] == gedruckt


def test_a_computed_number_close_to_zero_is_not_printed_as_zero() -> None:
    ganze = ausgewertet(
        """
        indikator: "1", zeit: 2023, wert: 300000
        indikator: "2", zeit: 2023, wert: 100
        indikator: "1", zeit: 2024, wert: 300
        indikator: "2", zeit: 2024, wert: 100
        """
    )
    reihen = ganze.reihen["3"]
    stellen = nachkommastellen(reihen)
    assert [punkt_text(punkt, stellen) for punkt in reihen[0].punkte] == ["b\u00a00,033", "b\u00a033,3"]
    assert veraenderung_texte(reihen[0].veraenderung(1), stellen)[0] == "+33,3"

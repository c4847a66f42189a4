"""Files of the statistical offices in their real layouts: the own values come out, and what is broken is told where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.monitoring.einlesen import lies_statistik
from kmut_cli.workspace.monitoring.lesung import Lesung
from kmut_cli.workspace.monitoring.zahlen import KeineZahl, Schreibweise, Vieldeutig
from kmut_cli.workspace.monitoring.zeiten import lies_zeit, mit_teil

AGS = "03999"
IM = (
    "\ufeffYear,Gebietseinheit,GeoCode,Value\r\n"
    '2023,"Muster, Stadt",K03998,81200\r\n'
    "2023,Musterland,K03999,163200\r\n"
    "2024,Musterland,K03999,163455\r\n"
    '2024,"Muster, Stadt",K03998,81300\r\n'
    "2024,Niedersachsen,,8010686\r\n"
)
KOPF = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    "2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
)
ALT = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
    "1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;"
    "BEVSTD__Bevoelkerungsstand__Anzahl;BEV519__Durchschnittsalter__Jahre\n"
)


def neu(
    wert: str,
    geschlecht: str = "",
    *,
    ags: str = AGS,
    zeit: str = "2024-12-31",
    ende: str = "Anzahl;BEVSTD;Bevölkerungsstand",
) -> str:
    namen = {"": "Insgesamt", "GESM": "männlich", "GESW": "weiblich"}
    vorn = f"12411;Fortschreibung;STAG;Stichtag;{zeit};KREISE;Kreise und kreisfreie Städte;{ags};Musterland, Landkreis"
    return f"{vorn};GES;Geschlecht;{geschlecht};{namen[geschlecht]};{wert};{ende}\n"


def alt(wert: str, alter: str = "42,7", geschlecht: str = "", *, ags: str = AGS) -> str:
    namen = {"": "Insgesamt", "GESW": "weiblich"}
    vorn = f"12411;Fortschreibung;STAG;Stichtag;31.12.2024;KREISE;Kreise;{ags};Musterland;GES;Geschlecht"
    return f"{vorn};{geschlecht};{namen[geschlecht]};{wert};{alter}\n"


def lies(text: str | bytes, name: str = "im-1-1-1.csv", ags: str = AGS, dezimal: str = "") -> Lesung:
    lesung = lies_statistik(name, text if isinstance(text, bytes) else text.encode(), ags, dezimal)
    assert isinstance(lesung, Lesung), lesung
    return lesung


def kurz(lesung: Lesung) -> list[tuple[str, str, str]]:
    assert lesung.tabelle.findings == []
    return [(eins.zeit, "+".join(eins.merkmale.values()), f"{eins.wert}{eins.zeichen}") for eins in lesung.werte]


def befund(text: str | bytes, name: str = "im-1-1-1.csv", ags: str = AGS) -> Finding:
    """The first finding of a file of which nothing may come in."""
    ergebnis = lies_statistik(name, text if isinstance(text, bytes) else text.encode(), ags)
    if isinstance(ergebnis, Lesung):
        assert ergebnis.fehlerhaft
        return ergebnis.tabelle.findings[0]
    return ergebnis[0]


# --- The two layouts ------------------------------------------------------------------------------------------------


def test_the_land_gives_one_value_a_year() -> None:
    lesung = lies(IM, "daten/im-niedersachsen-1-1-1.csv")
    assert kurz(lesung) == [("2023", "", "163200"), ("2024", "", "163455")]
    assert (lesung.nummer, lesung.groessen[0].code) == ("IM 1.1.1", "IM 1.1.1")
    assert lesung.gebiete == {"03998": "Muster, Stadt", "03999": "Musterland"}
    assert lesung.hinweise == []


def test_further_columns_of_the_land_break_down_and_empty_is_the_total() -> None:
    text = (
        "Year,Gebietseinheit,GeoCode,Geschlecht,Staatsangehörigkeit,Units,Value\n"
        "2024,Musterland,K03999,,,Prozent,12.5\n2024,Musterland,K03999,weiblich,,Prozent,12.25\n"
        "2024,Musterland,K03999,weiblich,Deutsch,Prozent,.\n2024,Musterland,K03999,Insgesamt,Deutsch,Prozent,\n"
    )
    lesung = lies(text)
    assert kurz(lesung) == [("2024", "", "12.5"), ("2024", "weiblich", "12.25"), ("2024", "weiblich+Deutsch", "None.")]
    assert lesung.werte[0].groesse.einheit == "Prozent"
    assert lesung.leer == 1


def test_flat_csv_with_new_names() -> None:
    text = "\ufeff" + KOPF + neu("82844", "GESW") + neu("81000", ags="03998") + neu("165904") + neu("83060", "GESM")
    lesung = lies(text, "regionalstatistik-12411-01-01-4.csv")
    assert kurz(lesung) == [
        ("2024-12-31", "", "165904"),
        ("2024-12-31", "männlich", "83060"),
        ("2024-12-31", "weiblich", "82844"),
    ]
    assert lesung.nummer == "12411-01-01-4"
    assert lesung.werte[0].groesse.code == "12411:BEVSTD"
    assert lesung.werte[1].schluessel == {"GES": "GESM"}


@pytest.mark.parametrize("codierung", ["utf-8", "utf-8-sig", "iso-8859-1", "cp1252", "utf-16"])
def test_flat_csv_with_old_names_in_every_encoding(codierung: str) -> None:
    text = ALT + alt("165904") + alt("82844", "44", "GESW")
    lesung = lies(text.replace("Kreise;", "Kreise und Städte;").encode(codierung), "12411-01-01-4_flat.csv")
    assert [(eins.groesse.code, eins.groesse.einheit, str(eins.wert)) for eins in lesung.werte] == [
        ("12411:BEV519", "Jahre", "42.7"),
        ("12411:BEV519", "Jahre", "44"),
        ("12411:BEVSTD", "Anzahl", "165904"),
        ("12411:BEVSTD", "Anzahl", "82844"),
    ]


def test_a_change_in_per_cent_is_no_second_value() -> None:
    text = KOPF + neu("165904") + neu("0,2", ende="%;BEVSTD;in")
    assert [(eins.groesse.einheit, str(eins.wert)) for eins in lies(text).werte] == [("Anzahl", "165904"), ("%", "0.2")]


def test_months_and_quarters_are_part_of_the_time() -> None:
    monat = neu("5").replace("GES;Geschlecht;;Insgesamt", "MONAT;Monate;MONAT04;April").replace("2024-12-31", "2024")
    quartal = (
        neu("6").replace("GES;Geschlecht;;Insgesamt", "QUARTG;Quartale;QUART2;2. Quartal").replace("2024-12-31", "2024")
    )
    assert kurz(lies(KOPF + monat + quartal)) == [("2024-04", "", "5"), ("2024-04/2024-06", "", "6")]


def test_quality_may_stand_in_a_column_of_its_own() -> None:
    kopf = KOPF.replace("value;", "value;value_q;", 1)
    zeilen = neu("12;p") + neu("7;e", "GESM") + neu(";/", "GESW")
    lesung = lies(kopf + zeilen)
    assert [(str(eins.wert), eins.zeichen, eins.bemerkung) for eins in lesung.werte] == [
        ("12", "", "vorläufig"),
        ("7", "", ""),
        ("None", "/", ""),
    ]


# --- Values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zeichen", ["-", ".", "...", "/", "x", "()", "–", "…", "X"])
def test_a_sign_is_never_zero(zeichen: str) -> None:
    eins = lies(KOPF + neu(zeichen)).werte[0]
    assert eins.wert is None
    assert eins.zeichen == {"–": "-", "…": "...", "X": "x"}.get(zeichen, zeichen)
    assert lies(KOPF + neu("0")).werte[0].wert == 0


def test_a_number_in_brackets_keeps_them() -> None:
    eins = lies(KOPF + neu("(12)")).werte[0]
    assert (eins.wert, eins.zeichen) == (Decimal(12), "()")


@pytest.mark.parametrize(
    ("zellen", "erwartet"),
    [
        (["1234,5", "1,234"], ["1234.5", "1.234"]),
        (["12.5", "1.234"], ["12.5", "1.234"]),
        (["1.234.567", "165.904"], ["1234567", "165904"]),
        (["1.234,56", "165.904"], ["1234.56", "165904"]),
        (["1,234.56", "165,904"], ["1234.56", "165904"]),
        (["165 904", "1\u00a0234\u00a0567"], ["165904", "1234567"]),
        (["-12", "−3,5", "+4"], ["-12", "-3.5", "4"]),
        (["0.123"], ["0.123"]),
        (["0,123", "0,5"], ["0.123", "0.5"]),
    ],
)
def test_numbers_are_read_by_what_the_file_itself_proves(zellen: list[str], erwartet: list[str]) -> None:
    schreibweise = Schreibweise()
    for zelle in zellen:
        schreibweise.merke(zelle)
    assert [str(schreibweise.lies(zelle).wert) for zelle in zellen] == erwartet


@pytest.mark.parametrize(
    "zellen",
    [
        ["1.234", "12.5", "3,7"],
        ["1,234", "3,7", "12.5"],
        ["1,234.5", "3,7"],
        ["1.234.567", "12.5"],
        ["0.123", "0,5"],
    ],
)
def test_a_file_that_writes_numbers_in_two_ways_is_not_read(zellen: list[str]) -> None:
    text = KOPF + "".join(neu(zelle, zeit=f"{2000 + nr}-12-31") for nr, zelle in enumerate(zellen))
    for dezimal in ("", "komma", "punkt"):
        lesung = lies(text, dezimal=dezimal)
        assert [eins.code for eins in lesung.tabelle.findings] == ["KM194"]
        assert lesung.werte == []
    finding = befund(text)
    assert finding.source_line[finding.column - 1 : finding.end_column - 1] == zellen[-1]
    assert f"„{zellen[-1]}“ setzt ein" in finding.message
    assert " in Zeile " in finding.message


def test_what_the_option_says_may_not_be_proven_wrong() -> None:
    lesung = lies(KOPF + neu("12.5"), dezimal="komma")
    assert "Mit --decimal komma ist „12.5“ keine Zahl" in lesung.tabelle.findings[0].message
    assert lies(KOPF + neu("12.5"), dezimal="punkt").werte[0].wert == Decimal("12.5")
    assert lies(KOPF + neu("1.234.567"), dezimal="punkt").fehlerhaft


@pytest.mark.parametrize("kopf", ["Year,GeoCode,Value,Value", "Year,Jahr,GeoCode,Value", "Year,GeoCode,Art,art,Value"])
def test_a_column_that_stands_there_twice_is_told(kopf: str) -> None:
    finding = befund(f"{kopf}\n2024,K03999,5,6\n")
    assert (finding.code, finding.line) == ("KM191", 1)
    assert "zweimal" in finding.message


def test_without_a_number_in_the_name_no_table_is_named() -> None:
    assert lies(IM, "download (3).csv").nummer == ""


@pytest.mark.parametrize("zelle", ["1,6E+05", "zwölf", "1.23,4", "1.2.3", "(.)", "12,", "1,2,3", "#####"])
def test_what_is_no_number_is_none(zelle: str) -> None:
    schreibweise = Schreibweise()
    schreibweise.merke(zelle)
    with pytest.raises(KeineZahl):
        schreibweise.lies(zelle)


def test_thousands_or_a_fraction_is_asked_and_not_guessed() -> None:
    text = KOPF + neu("165.904")
    finding = befund(text)
    assert (finding.code, finding.line) == ("KM194", 2)
    assert finding.source_line[finding.column - 1 : finding.end_column - 1] == "165.904"
    assert "--decimal" in finding.help
    assert lies(text, dezimal="komma").werte[0].wert == 165904
    assert lies(text, dezimal="punkt").werte[0].wert == Decimal("165.904")
    # Another place of the same file says how it writes numbers.
    assert lies(text + neu("1.234.567", ags="03998")).werte[0].wert == 165904
    with pytest.raises(Vieldeutig):
        Schreibweise().lies("165.904")


@settings(max_examples=60)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.booleans(), st.booleans())
def test_every_number_comes_back_in_german_and_english(zahl: Decimal, deutsch: bool, tausender: bool) -> None:
    text = f"{zahl:,.2f}" if tausender else f"{zahl:.2f}"
    if deutsch:
        text = text.translate(str.maketrans(",.", ".,"))
    schreibweise = Schreibweise()
    schreibweise.merke(text)
    assert schreibweise.lies(text).wert == zahl


def test_more_decimals_than_a_value_may_have_are_rounded_and_told() -> None:
    lesung = lies("Year,GeoCode,Value\n2024,K03999,12.300000000000001\n")
    assert kurz(lesung) == [("2024", "", "12.3")]
    assert "gerundete Werte: 1" in lesung.hinweise[0]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("2024", "2024"),
        ("31.12.2024", "2024-12-31"),
        ("2024-12-31T00:00:00", "2024-12-31"),
        ("2023/24", "2023/2024"),
        ("04/1991", "1991-04"),
        ("2023/2024", "2023/2024"),
        ("WS 2023/24", None),
        ("31.02.2024", None),
        ("", None),
    ],
)
def test_times(text: str, erwartet: str | None) -> None:
    assert lies_zeit(text) == erwartet
    assert mit_teil("2024-12-31", "MONAT04") is None


# --- Places ---------------------------------------------------------------------------------------------------------


def test_the_zero_that_excel_took_is_put_back_and_told() -> None:
    lesung = lies(KOPF + neu("5", ags="3999"))
    assert kurz(lesung) == [("2024-12-31", "", "5")]
    assert "führende Null" in lesung.hinweise[0]


@pytest.mark.parametrize(("ags", "zelle"), [("03241001", "03241001"), ("03241001", "3241001"), ("03999", "03999000")])
def test_keys_of_cities(ags: str, zelle: str) -> None:
    text = KOPF + neu("1", ags="03241") + neu("2", ags="03241999") + neu("7", ags=zelle)
    assert kurz(lies(text, ags=ags)) == [("2024-12-31", "", "7")]


def test_a_place_that_is_not_there_is_told_with_those_that_are() -> None:
    finding = befund(IM, ags="03159016")
    assert (finding.code, finding.message) == ("KM196", "Zum Gebiet 03159016 steht nichts in der Datei.")
    assert "Darin stehen: 03998, 03999." in finding.help
    assert "gehört zu 03159" in befund(IM, ags="03156").help
    assert (
        "Nahe liegt: 03241 (Region)" in befund("Year,Gebiet,GeoCode,Value\n2024,Region,K03241,1\n", ags="03241001").help
    )


def test_a_year_that_others_have_is_missed() -> None:
    text = IM.replace("2024,Musterland,K03999,163455\r\n", "")
    assert lies(text).hinweise == ["Zum Gebiet 03999 fehlt in der Datei: 2024; andere Gebiete haben dort Werte."]


def test_nothing_but_minus_is_told() -> None:
    assert "nicht veröffentlicht" in lies(KOPF + neu("-") + neu("-", "GESM")).hinweise[0]


def test_two_values_for_the_same_are_an_error_and_the_same_one_twice_is_none() -> None:
    assert kurz(lies(KOPF + neu("5") + neu("5"))) == [("2024-12-31", "", "5")]
    finding = befund(KOPF + neu("5") + neu("6"))
    assert (finding.code, finding.line) == ("KM198", 3)


# --- Files that are broken ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inhalt", "code", "ort", "wort"),
    [
        (b"", "KM191", (0, 0), "ist leer"),
        (b"\xef\xbb\xbf\r\n", "KM191", (0, 0), "ist leer"),
        (b"PK\x03\x04xlsx", "KM191", (0, 0), "ZIP-Archiv oder eine Excel-Datei"),
        (b"<!doctype html><html>", "KM191", (0, 0), "Internetseite"),
        (b"a\0b;c\n", "KM191", (0, 0), "keinen lesbaren Text"),
        ("ags\tname\n03101\tBraunschweig\n", "KM191", (1, 1), "keinen Aufbau"),
        ("Tabelle: 12411-01-01-4;;\n;;\n", "KM191", (1, 1), "Tabelle zum Ansehen"),
        ("2024,Musterland,K03999,163455\n", "KM191", (1, 1), "Überschrift der Spalten"),
        (IM.replace("GeoCode", "Code"), "KM191", (1, 1), "fehlt die Spalte geocode"),
        (KOPF.replace(";value;", ";wert;") + neu("1"), "KM191", (1, 1), "fehlt die Spalte value"),
        (ALT.replace("__", "_") + alt("1"), "KM191", (1, 1), "keine Spalte mit Werten"),
        (KOPF, "KM196", (0, 0), "keine Werte"),
        (KOPF + neu("1")[:-30], "KM193", (2, 141), "Die Zeile hat 15 Spalten"),
        (IM + "2025,Muster", "KM193", (7, 12), "Die Zeile hat 2 Spalten"),
        (IM + '2025,"Muster, Stadt\r\n', "KM193", (7, 1), "Anführungszeichen"),
        (IM + '"2025,Musterland,K03999,1"\r\n', "KM193", (7, 1), "wie Excel sie speichert"),
        (IM + "2025;Musterland;K03999;1\r\n", "KM193", (7, 1), "trennt hier das Semikolon"),
        (IM + "2025,Muster, Stadt,K03998,1\r\n", "KM193", (7, 27), "Die Zeile hat 5 Spalten"),
        ("Year;GeoCode;Value\n2024;K03999;1,6E+05\n", "KM194", (2, 13), "weder eine Zahl"),
        (IM.replace("2024,Musterland", "Ende 2024,Musterland"), "KM194", (4, 1), "kein Stichtag"),
        (IM.replace("Musterland", "Müsterland").encode("utf-8").decode("cp1252"), "KM192", (3, 7), "entstellt"),
        (IM.replace("Musterland", "M\ufffdsterland"), "KM192", (3, 7), "verloren"),
        (IM.replace("Musterland", "Müsterland").encode().replace(b"\xc3\xbc", b"\xfc"), "KM192", (3, 7), "Byte FC"),
        (IM.replace("Musterland", "Müsterland").encode().split(b"\xbc")[0], "KM193", (3, 7), "mitten in einem Zeichen"),
        (IM.lstrip("\ufeff").replace("Musterland", "M\x81sterland").encode("latin-1"), "KM192", (3, 7), "Byte 81"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(inhalt: str | bytes, code: str, ort: tuple[int, int], wort: str) -> None:
    finding = befund(inhalt)
    assert (finding.code, (finding.line, finding.column)) == (code, ort), finding
    assert wort in finding.message
    assert finding.help


def test_a_file_without_places_says_so() -> None:
    zeile = neu("5").replace("KREISE;Kreise und kreisfreie Städte;03999;Musterland, Landkreis", "GES2;x;;Insgesamt")
    finding = befund(KOPF + zeile)
    assert (finding.code, finding.line) == ("KM196", 2)
    assert "keine Spalte mit Gebieten" in finding.message


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_STATISTIKDATEI", "100")
    finding = befund(IM)
    assert (finding.code, finding.line) == ("KM191", 0)
    assert "größer als 100 Byte" in finding.message


def test_a_last_line_without_end_is_told_and_an_own_value_there_is_refused() -> None:
    assert "abgeschnitten" in lies(IM.removesuffix("\r\n")).hinweise[0]
    finding = befund(IM + "2025,Musterland,K03999,1634")
    assert (finding.code, finding.line, finding.column) == ("KM193", 7, 24)
    assert "Ziffern fehlen" in finding.message
    # In the flat CSV the value does not stand last: of what is cut off there, nothing is needed.
    assert kurz(lies(KOPF + neu("5").removesuffix("nd\n"))) == [("2024-12-31", "", "5")]


@pytest.mark.parametrize(
    "text",
    [IM, KOPF + neu("1652") + neu("814", "GESM") + neu("838", "GESW"), ALT + alt("1652") + alt("838", "45", "GESW")],
)
def test_wherever_a_file_is_cut_off_no_wrong_value_comes_in(text: str) -> None:
    ganz = {(eins.zeit, str(eins.merkmale), eins.groesse.code): eins.wert for eins in lies(text).werte}
    roh = text.encode()
    for ende in range(len(roh)):
        ergebnis = lies_statistik("im-1-1-1.csv", roh[:ende], AGS)
        if isinstance(ergebnis, Lesung) and not ergebnis.fehlerhaft:
            for eins in ergebnis.werte:
                assert ganz[eins.zeit, str(eins.merkmale), eins.groesse.code] == eins.wert, roh[:ende][-40:]


def test_only_the_first_faults_are_kept() -> None:
    ergebnis = lies_statistik("x.csv", (IM + "2025\r\n" * 100).encode(), AGS)
    assert isinstance(ergebnis, Lesung)
    assert (len(ergebnis.tabelle.findings), ergebnis.tabelle.uebergangen) == (20, 80)


@settings(max_examples=100)
@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: (KOPF + text).encode("utf-8", "replace")))
)
def test_whatever_the_bytes_nothing_is_raised(inhalt: bytes) -> None:
    ergebnis = lies_statistik("x.csv", inhalt, AGS)
    assert isinstance(ergebnis, Lesung) or ergebnis

"""What a monitoring prints: chapters by group, tables, charts, sources, and the indicators still without values."""

from __future__ import annotations

from kmut_cli.documents.laden import lade
from kmut_cli.documents.umfeld import KEIN_UMFELD
from kmut_cli.documents.zustand import stand
from kmut_cli.render import presentation as p
from kmut_cli.render.darstellung import darstellung
from kmut_cli.render.gestaltung.kennzahlentabelle import woertlich
from kmut_cli.source.reader import read_source

KOPF = (
    "dokument: monitoring\nueberschrift: Zahlen\nkatalog: osnabrueck-2015\nkommune: {name: Landkreis Musterland}\n"
    'auswahl: ["1", "2", "3", "14"]\nwerte:\n'
)
WERTE = """\
  - {indikator: "1", zeit: 2022-12-31, wert: 160915, quelle: LSN, tabelle: 12411-01-01-4, bruch: Zensus 2022}
  - {indikator: "1", zeit: 2023-12-31, wert: 161702, revidiert: 161655, quelle: LSN, tabelle: 12411-01-01-4}
  - {indikator: "1", zeit: 2024-12-31, wert: 162188, quelle: LSN, tabelle: 12411-01-01-4}
  - {indikator: "1", zeit: 2024-12-31, merkmale: {Geschlecht: weiblich}, wert: 81691, quelle: LSN}
  - {indikator: "1", zeit: 2023-12-31, merkmale: {Geschlecht: männlich}, zeichen: "-", quelle: LSN}
  - {indikator: "1", zeit: 2024-12-31, gebiet: Gemeinde A, wert: 9800, quelle: Meldewesen}
  - {indikator: "2", zeit: 2023-12-31, wert: 15120, quelle: LSN}
  - {indikator: "2", zeit: 2024-12-31, wert: 15604, quelle: LSN, bemerkung: vorläufig}
"""


def dargestellt(werte: str = WERTE) -> p.Darstellung:
    geladen = lade(read_source("monitoring.yaml", (KOPF + werte).encode()))
    assert not geladen.findings
    assert geladen.dokument is not None
    return darstellung(geladen.dokument, stand(geladen), KEIN_UMFELD)


def abschnitt(ganze: p.Darstellung, titel: str) -> p.Abschnitt:
    return next(eins for kapitel in ganze.kapitel for eins in kapitel.abschnitte if eins.titel == titel)


def tabellen(eins: p.Abschnitt) -> dict[str, p.Tabelle]:
    return {frage.wortlaut: block for frage in eins.fragen for block in frage.bloecke if isinstance(block, p.Tabelle)}


def angaben(eins: p.Abschnitt) -> list[tuple[str, str]]:
    bloecke = (block for frage in eins.fragen for block in frage.bloecke)
    return [(block.beschriftung, block.wert) for block in bloecke if isinstance(block, p.Angabe)]


def test_a_chapter_per_group_with_a_section_per_indicator_that_has_values() -> None:
    ganze = dargestellt()
    assert ganze.titel == "Zahlen"
    assert [(kapitel.titel, [eins.titel for eins in kapitel.abschnitte]) for kapitel in ganze.kapitel] == [
        ("Überblick", ["Letzte Werte"]),
        ("Bevölkerung", ["1 Bevölkerung", "2 Ausländische Bevölkerung", "3 Anteil der ausländischen Bevölkerung"]),
        ("Bildung und Ausbildung", ["Kennzahlen dieser Gruppe, noch ohne Werte"]),
        ("Zeichen und Lizenzen", ["Zeichenerklärung"]),
    ]


def test_tables_of_times_breakdowns_and_places() -> None:
    alle = tabellen(abschnitt(dargestellt(), "1 Bevölkerung"))
    assert alle[""].kopf == ("Zeit", "Wert (Personen)", "Veränderung (Personen)", "Veränderung in\u00a0%")
    assert alle[""].zeilen == (
        ("31.12.2022 (Bruch)", "160\u00a0915", "", ""),
        ("31.12.2023", "161\u00a0702\u00a0r", "+787", "+0,5\u00a0%"),
        ("31.12.2024", "162\u00a0188", "+486", "+0,3\u00a0%"),
    )
    assert alle["Nach Geschlecht"].kopf == ("Zeit", "Insgesamt", "weiblich", "männlich")
    assert alle["Nach Geschlecht"].zeilen[1:] == (
        ("31.12.2023", "161\u00a0702\u00a0r", "k.\u00a0A.", r"\-"),
        ("31.12.2024", "162\u00a0188", "81\u00a0691", "k.\u00a0A."),
    )
    assert alle["Andere Gebiete"].zeilen == (("31.12.2024", "9800"),)


def test_what_is_said_below_the_tables() -> None:
    gesagt = angaben(abschnitt(dargestellt(), "1 Bevölkerung"))
    assert ("Quelle", "LSN, Tabelle 12411-01-01-4, dl-de/by-2-0") in gesagt
    assert ("Bruch 31.12.2022", "Zensus 2022") in gesagt
    assert ("Berichtigt 31.12.2023", "früher 161\u00a0655") in gesagt
    assert ("Bemerkung 31.12.2024", "vorläufig") in angaben(abschnitt(dargestellt(), "2 Ausländische Bevölkerung"))


def test_computed_values_are_marked_with_formula_and_the_sources_of_their_parts() -> None:
    anteil = abschnitt(dargestellt(), "3 Anteil der ausländischen Bevölkerung")
    assert [zeile[1] for zeile in tabellen(anteil)[""].zeilen] == ["9,4\u00a0b", "9,6\u00a0b"]
    assert ("Berechnet als", "2 / 1 × 100") in angaben(anteil)
    assert ("Quelle", "LSN, Tabelle 12411-01-01-4, dl-de/by-2-0") in angaben(anteil)


def test_indicators_without_values_stand_in_a_table_as_the_catalogue_has_them() -> None:
    (tabelle,) = tabellen(abschnitt(dargestellt(), "Kennzahlen dieser Gruppe, noch ohne Werte")).values()
    assert [zeile[0] for zeile in tabelle.zeilen] == ["14"]
    assert "verfügbar. Quellen: Jugendamt." in tabelle.zeilen[0]


def test_only_signs_that_occur_are_explained() -> None:
    zeichen = abschnitt(dargestellt(), "Zeichenerklärung")
    (tabelle,) = tabellen(zeichen).values()
    assert [zeile[0] for zeile in tabelle.zeilen] == [r"\-", "b", "r", "k.\u00a0A.", "(Bruch)"]
    assert [name for name, _wert in angaben(zeichen)] == ["dl-de/by-2-0"]


def test_pictures_have_names_of_their_own_and_alternative_texts() -> None:
    bilder = dargestellt().alle_bilder
    assert [bild.name for bild in bilder] == ["kennzahl-1", "kennzahl-2", "kennzahl-3"]
    assert all(bild.alt for bild in bilder)
    assert dargestellt().alle_bilder == bilder


def test_a_set_without_values_is_a_catalogue() -> None:
    ganze = dargestellt("  []\n")
    assert [kapitel.titel for kapitel in ganze.kapitel] == ["Bevölkerung", "Bildung und Ausbildung"]
    assert not ganze.alle_bilder


def test_signs_mean_nothing_in_markdown() -> None:
    assert [woertlich(text) for text in ("-", "+", "...", "x", "/", "1.", "a_b*", "31.12.2024", "−5")] == [
        r"\-",
        r"\+",
        "...",
        "x",
        "/",
        r"1\.",
        r"a\_b\*",
        "31.12.2024",
        "−5",
    ]

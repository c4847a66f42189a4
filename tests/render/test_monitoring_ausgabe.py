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
        ("Zahlen im Überblick", [""]),
        (
            "Bevölkerung",
            [
                "Bevölkerung (Kennzahl 1)",
                "Ausländische Bevölkerung (Kennzahl 2)",
                "Anteil der ausländischen Bevölkerung (Kennzahl 3)",
            ],
        ),
        ("Bildung und Ausbildung", ["Kennzahlen dieser Gruppe, noch ohne Werte"]),
        ("Zeichenerklärung", [""]),
    ]


def test_tables_of_times_breakdowns_and_places() -> None:
    alle = tabellen(abschnitt(dargestellt(), "Bevölkerung (Kennzahl 1)"))
    assert alle[""].kopf == ("Zeit", "Wert (Personen)", "Veränderung (Personen)", "Veränderung in\u00a0%")
    assert alle[""].zeilen == (
        ("31.12.2022 (Bruch)", "160\u00a0915", "", ""),
        ("31.12.2023", "r\u00a0161\u00a0702", "+787", "+0,5"),
        ("31.12.2024", "162\u00a0188", "+486", "+0,3"),
    )
    assert alle["Nach Geschlecht"].kopf == ("Zeit", "Insgesamt", "weiblich", "männlich")
    assert alle["Nach Geschlecht"].zeilen[1:] == (
        ("31.12.2023", "r\u00a0161\u00a0702", "k.\u00a0A.", r"\-"),
        ("31.12.2024", "162\u00a0188", "81\u00a0691", "k.\u00a0A."),
    )
    assert alle["Andere Gebiete"].zeilen == (("31.12.2024", "9800"),)


def test_what_is_said_below_the_tables() -> None:
    gesagt = angaben(abschnitt(dargestellt(), "Bevölkerung (Kennzahl 1)"))
    assert ("Quellen", "LSN, Tabelle 12411-01-01-4, dl-de/by-2-0; LSN; Meldewesen") in gesagt
    assert ("Bruch 31.12.2022", "Zensus 2022") in gesagt
    assert ("Berichtigt 31.12.2023", "früher 161\u00a0655") in gesagt
    assert ("Bemerkung 31.12.2024", "vorläufig") in angaben(
        abschnitt(dargestellt(), "Ausländische Bevölkerung (Kennzahl 2)")
    )


def test_computed_values_are_marked_with_formula_and_the_sources_of_their_parts() -> None:
    anteil = abschnitt(dargestellt(), "Anteil der ausländischen Bevölkerung (Kennzahl 3)")
    assert [zeile[1] for zeile in tabellen(anteil)[""].zeilen] == ["b\u00a09,4", "b\u00a09,6"]
    assert ("Berechnet als", "2 / 1 × 100") in angaben(anteil)
    assert dict(angaben(anteil))["Quellen"] == "LSN; LSN, Tabelle 12411-01-01-4, dl-de/by-2-0; Meldewesen"


def test_indicators_without_values_stand_in_a_table_as_the_catalogue_has_them() -> None:
    (tabelle,) = tabellen(abschnitt(dargestellt(), "Kennzahlen dieser Gruppe, noch ohne Werte")).values()
    assert [zeile[0] for zeile in tabelle.zeilen] == ["14"]
    assert "verfügbar. Quellen: Jugendamt." in tabelle.zeilen[0]


def test_only_signs_that_occur_are_explained() -> None:
    (zeichen,) = dargestellt().kapitel[-1].abschnitte
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


def test_what_cannot_be_computed_and_what_is_not_compared_is_said() -> None:
    werte = """\
  - {indikator: "1", zeit: 2023, wert: 0, quelle: LSN}
  - {indikator: "1", zeit: 2023-12-31, wert: 5, quelle: LSN}
  - {indikator: "1", zeit: 2024-12-31, wert: 6, quelle: LSN}
  - {indikator: "2", zeit: 2023, wert: 5, quelle: LSN}
"""
    ganze = dargestellt(werte)
    anteil = abschnitt(ganze, "Anteil der ausländischen Bevölkerung (Kennzahl 3)")
    assert tabellen(anteil)[""].zeilen[0] == ("2023", "x")
    assert ("Wert 2023", "nicht berechenbar, denn der Nenner (1) ist 0") in angaben(anteil)
    bevoelkerung = abschnitt(ganze, "Bevölkerung (Kennzahl 1)")
    assert [zeile[2] for zeile in tabellen(bevoelkerung)[""].zeilen] == ["", "", "+1"]
    assert "gleiches mit gleichem" in dict(angaben(bevoelkerung))["Veränderung"]
    (bild,) = (block for block in bevoelkerung.fragen[0].bloecke if isinstance(block, p.Bild))
    assert "von 5 (2023) auf 6\u00a0Personen (2024)" in bild.alt

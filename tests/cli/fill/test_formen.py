"""Each kind of answer, typed into the real program; the file then differs only by that answer."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.cli.fill.conftest import AB, BERICHT, ENTER, ESC, LEER, Fuelle


def neu(datei: Path, vorher: str = BERICHT) -> list[str]:
    """Lines that were added; fails if any went or changed."""
    unterschied = list(difflib.ndiff(vorher.splitlines(), datei.read_text("utf-8").splitlines()))
    assert not [zeile for zeile in unterschied if zeile.startswith("- ")], unterschied
    return [zeile[2:] for zeile in unterschied if zeile.startswith("+ ")]


def bestandsaufnahme(*zeilen: str) -> list[str]:
    return ["aufgaben:", "  bestandsaufnahme:", *(f"    {zeile}" for zeile in zeilen)]


def test_datum_wird_beim_tippen_geprueft(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("Datum, z. B.")
    s.tippe("31.02.2024").warte("noch kein Datum").tippe(ENTER).warte("gibt es im Kalender nicht")
    s.tippe("\x15" + "05/2023").warte("= 05/2023").tippe(ENTER).warte("Gespeichert: 05/2023").warte("Frage 2 von 5")
    assert neu(datei) == bestandsaufnahme("zuletzt_vorgenommen: 05/2023")


def test_leeres_datum_fuehrt_zurueck(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("Datum, z. B.")
    s.tippe(ENTER).warte("Frage 1 von 5").tippe("a").warte("Datum").tippe("2023" + ESC).warte("Frage 1 von 5")
    assert neu(datei) == []


def test_ja_nein_mit_erlaeuterung(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.2").warte("Stabsstelle").tippe("n").warte("Gespeichert: nein").warte("Erläuterung")
    s.tippe("nicht mehr, seit 2024: Fachdienst" + ENTER).warte("Gespeichert: nein").warte("kmut fill")
    assert s.ende() == 0
    assert neu(datei) == [
        "    stabsstelle:",
        "      antwort: nein",
        '      erlaeuterung: "nicht mehr, seit 2024: Fachdienst"',
    ]


def test_auswahl_ankreuzen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("wwwww").warte("Frage 6 von 11")
    s.warte("[ ] Gleichstellung der Geschlechter").tippe(ENTER).warte("Leertaste kreuzt an")
    s.tippe(LEER + AB + AB + LEER + ENTER).warte("Gespeichert: partizipation, ehrenamt").warte("Frage 7 von 11")
    assert neu(datei)[2:] == ["    handlungsfelder:", "      - partizipation", "      - ehrenamt"]


def test_sonstiges_fragt_nach_dem_text(fuelle: Fuelle, datei: Path) -> None:
    inhalt = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'
    s = fuelle("--section", "2", inhalt=inhalt).warte("Frage 1 von 3").tippe("w").warte("Frage 2 von 3")
    s.tippe("a").warte("Leertaste").tippe(LEER + AB * 4 + LEER + ENTER).warte("ggfs. eintragen -:")
    s.tippe("Wohnen" + ENTER).warte("Gespeichert: bevoelkerung, Wohnen").warte("Frage 3 von 3")
    assert neu(datei, inhalt)[-2:] == ["    - bevoelkerung", "    - sonstiges: Wohnen"]


def test_gruppe_teil_fuer_teil(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1").tippe("ww").warte("Frage 3 von 5").tippe(ENTER)
    s.warte("Bevölkerung (nötig)").tippe("j").warte("Gespeichert: ja").warte("Bildung und Qualifikation (nötig)")
    s.tippe("n").warte("Erwerbstätigkeit (nötig)").tippe("e").warte("ja, und zwar").tippe("j").warte("Erläuterung")
    s.tippe("nur die Städte" + ENTER).warte("Arbeitsmarkt (nötig)").tippe(ENTER).warte("Soziales").tippe("j")
    s.warte("Es fehlt noch: Arbeitsmarkt").tippe(ENTER).warte("Frage 4 von 5")
    assert neu(datei) == bestandsaufnahme(
        "themen:",
        "  bevoelkerung: ja",
        "  bildung_und_qualifikation: nein",
        "  erwerbstaetigkeit:",
        "    antwort: ja",
        "    erlaeuterung: nur die Städte",
        "  soziales: ja",
    )


def test_liste_mit_angaben_und_liste_darin(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("wwwwww").warte("Frage 7 von 11")
    s.tippe(ENTER).warte("neuer Eintrag").tippe("n").warte("Nr.").tippe("Z1" + ENTER).warte("Gespeichert: Z1")
    s.warte("Ziel (nötig)").tippe("Kurse für alle" + ENTER).warte("Maßnahmen (Liste, freiwillig)").tippe("n")
    s.warte("Maßnahme (nötig)").tippe("Plan mit der VHS" + ENTER).warte("Termin").tippe("2026-03" + ENTER)
    s.warte("Zuständig").tippe(ENTER).warte("Stand").warte("umgesetzt").tippe(AB + AB + ENTER)
    s.warte("Gespeichert: begonnen").warte("1. Maßnahme: Plan mit der VHS").tippe(ENTER)
    s.warte("1. Nr.: Z1").warte("fertig").tippe(ENTER).warte("Frage 8 von 11")
    assert neu(datei)[2:] == [
        "    ziele:",
        "      - kuerzel: Z1",
        "        ziel: Kurse für alle",
        "        massnahmen:",
        "          - massnahme: Plan mit der VHS",
        "            termin: 2026-03",
        "            stand: begonnen",
    ]


def test_liste_von_texten_aendern_loeschen_umstellen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("w" * 8).warte("Frage 9 von 11")
    s.tippe(ENTER).warte("neuer Eintrag").tippe(ENTER)
    for nummer, text in enumerate(("Sprache", "Arbeit", "Wohnen"), 1):
        s.warte(f"Eintrag {nummer} (leer = fertig)").tippe(text + ENTER).warte(f"Gespeichert: {text}")
    s.warte("Eintrag 4").tippe(ENTER).warte("3. Wohnen").warte("fertig")
    s.tippe("h").warte("Welcher Eintrag (2 bis 3)?").tippe("3" + ENTER).warte("3. Arbeit").warte("fertig")
    s.tippe("b").warte("Welcher Eintrag (1 bis 3)?").tippe("9" + ENTER).warte("Nummer von 1 bis 3")
    s.tippe("\x7f1" + ENTER).warte("Eintrag: ").tippe(" lernen" + ENTER).warte("1. Sprache lernen").warte("fertig")
    s.tippe("l").warte("Welcher Eintrag").tippe("2" + ENTER).warte("2. Arbeit").warte("fertig").tippe("f")
    s.warte("nur zwei Ziele genannt").warte("so lassen").tippe(ENTER).warte("Frage 10 von 11")
    assert neu(datei)[2:] == ["    wichtigste_ziele:", "      - Sprache lernen", "      - Arbeit"]


def test_zahl_mit_punkt_als_tausender(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.1").warte("Frage 1 von 1").tippe(ENTER).warte("neuer Eintrag").tippe("n")
    s.warte("Name (nötig)").tippe("Erika Beispiel" + ENTER).warte("Qualifizierung").tippe("M. A." + ENTER)
    s.warte("Wochenstunden").tippe("1.000" + ENTER).warte("bleibt offen").tippe("\x15" + "19,5" + ENTER)
    s.warte("Gespeichert: 19,5").warte("Bemerkung").tippe(ENTER).warte("1. Name: Erika Beispiel").tippe(ENTER)
    assert s.ende() == 0
    assert neu(datei)[-3:] == [
        "    - name: Erika Beispiel",
        "      qualifizierung: M. A.",
        "      wochenstunden: 19,5",
    ]


def test_trifft_nicht_zu_verlangt_einen_grund(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.9").warte("Frage 1 von 3").tippe("x").warte("Warum")
    s.tippe("ja" + ENTER).warte("der Grund fehlt").tippe("\x15" + "noch keine Gemeinden: erst 2026" + ENTER)
    s.warte("Gespeichert:").warte("Frage 2 von 3")
    assert neu(datei)[-2:] == [
        "    gemeinden_einbezogen:",
        '      entfaellt: "noch keine Gemeinden: erst 2026"',
    ]


def test_text_hier_in_mehreren_zeilen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von 3").tippe(ENTER).warte("erst Esc, dann Enter")
    s.tippe("# keine Überschrift\rzweite Zeile: mit Doppelpunkt\r\r- Punkt " + ESC + ENTER)
    s.warte("Gespeichert: # keine").warte("Frage 2 von 3")
    assert neu(datei)[-5:] == [
        "    erwartete_problemlagen: |",
        "      # keine Überschrift",
        "      zweite Zeile: mit Doppelpunkt",
        "",
        "      - Punkt ",
    ]


def test_text_in_einer_zeile(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von 3").tippe("k").warte("Antwort: ").tippe("Ja: knapp." + ENTER)
    s.warte("Gespeichert: Ja: knapp.").warte("Frage 2 von 3")
    assert neu(datei)[-1] == '    erwartete_problemlagen: "Ja: knapp."'


def test_text_oder_liste(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.8").warte("Frage 1 von 2").tippe("l").warte("neuer Eintrag").tippe("n")
    s.warte("Netzwerk (nötig)").tippe("Runder Tisch" + ENTER).warte("Art").warte("extern").tippe(AB + AB + ENTER)
    s.warte("Gespeichert: extern").warte("Rolle").tippe(ESC).warte("1. Netzwerk: Runder Tisch").tippe("f")
    s.warte("Frage 2 von 2")
    assert neu(datei)[-2:] == ["      - name: Runder Tisch", "        art: extern"]


def test_aus_dem_verzeichnis(fuelle: Fuelle, datei: Path) -> None:
    fuelle("--section", "2.7").warte("Frage 1 von 2").tippe("t").warte("Gespeichert: veranstaltungen")
    assert neu(datei)[-1].strip() in ("massnahmen: {aus: veranstaltungen}", "aus: veranstaltungen")


@pytest.mark.parametrize(("abschnitt", "anzahl"), [("2.1", 5), ("2.2,2.3", 14), ("2", 34), ("3.", 6)])
def test_abschnitte(fuelle: Fuelle, abschnitt: str, anzahl: int) -> None:
    fuelle("--section", abschnitt).warte(f"Frage 1 von {anzahl}").tippe("q").warte("Weiter mit: kmut fill")

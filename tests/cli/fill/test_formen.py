"""Each kind of answer, typed into the real program; the file then differs only by that answer."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.cli.fill.conftest import AB, BERICHT, ENTER, ESC, LEER, Fuelle, Sitzung


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
    assert neu(datei) == ['    stabsstelle: {antwort: nein, erlaeuterung: "nicht mehr, seit 2024: Fachdienst"}']


def test_auswahl_ankreuzen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("wwwww").warte("Frage 6 von 11")
    s.warte("[ ] Gleichstellung der Geschlechter").tippe(ENTER).warte("Leertaste kreuzt an")
    s.tippe(LEER + AB + AB + LEER + ENTER).warte("Frage 7 von 11")
    assert "Gespeichert: Partizipation" in s.seither, "der amtliche Wortlaut, kein Schlüssel"
    assert neu(datei)[2:] == ["    handlungsfelder:", "      - partizipation", "      - ehrenamt"]


def test_sonstiges_fragt_nach_dem_text(fuelle: Fuelle, datei: Path) -> None:
    inhalt = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'
    s = fuelle("--section", "2", inhalt=inhalt).warte("Frage 1 von 3").tippe("w").warte("Frage 2 von 3")
    s.tippe("a").warte("Leertaste").tippe(LEER + AB * 4 + LEER + ENTER).warte("ggfs. eintragen -:")
    s.tippe("Wohnen" + ENTER).warte("Gespeichert: Bevölkerung, Wohnen").warte("Frage 3 von 3")
    assert neu(datei, inhalt)[-2:] == ["    - bevoelkerung", "    - sonstiges: Wohnen"]


ANTRAG = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'
EIGENE = """\
bestandsaufnahme:
  bereiche:
    - sonstiges: 'Wohnen'   # aus der Befragung
    - bevoelkerung
    - verkehr
    - {sonstiges: Sport: und Kultur}
    - sonstiges
    # Ende
""".replace("Sport: und", '"Sport: und').replace("Kultur}", 'Kultur"}')


def beim_ankreuzen(fuelle: Fuelle, inhalt: str) -> Sitzung:
    s = fuelle("--section", "2", "--all", inhalt=inhalt).warte("Frage 1 von 3").tippe("w").warte("Frage 2 von 3")
    return s.tippe("a").warte("Leertaste")


def test_ankreuzen_behaelt_eigene_eintraege_und_unbekannte(fuelle: Fuelle, datei: Path) -> None:
    s = beim_ankreuzen(fuelle, ANTRAG + EIGENE)
    for text in ("● Bevölkerung", "○ Soziales", "● verkehr (gehört nicht zur Auswahl)", "● Sonstiges: Wohnen"):
        assert text in s.warte(text).bild
    s.tippe(AB * 3 + LEER + ENTER).warte("Gespeichert: Sonstiges: Wohnen, Bevölkerung, Soziale")
    assert "eintragen -:" not in s.seither, "nach dem Text wird nur bei einem neuen Kreuz gefragt"
    erwartet = EIGENE.replace("    - verkehr\n", "    - soziales\n    - verkehr\n")
    assert datei.read_text("utf-8") == ANTRAG + erwartet


def test_ein_eigener_eintrag_laesst_sich_abwaehlen(fuelle: Fuelle, datei: Path) -> None:
    s = (
        beim_ankreuzen(fuelle, ANTRAG + EIGENE)
        .tippe(AB * 7 + LEER + ENTER)
        .warte("Gespeichert: Sonstiges: Wohnen, Bevölkerung")
    )
    s.warte("korrigieren")
    zeilen = [zeile for zeile in EIGENE.splitlines(True) if "Sport" not in zeile]
    assert datei.read_text("utf-8") == ANTRAG + "".join(zeilen)


def test_ein_zweiter_eigener_eintrag(fuelle: Fuelle, datei: Path) -> None:
    inhalt = ANTRAG + "bestandsaufnahme:\n  bereiche:\n    - sonstiges: Wohnen\n    - soziales\n"
    s = beim_ankreuzen(fuelle, inhalt).tippe(AB * 4 + LEER + ENTER).warte("ggfs. eintragen -:")
    s.tippe("Sport" + ENTER).warte("Gespeichert: Sonstiges: Wohnen, Soziales, Sport").warte("Frage 3 von 3")
    assert datei.read_text("utf-8") == inhalt + "    - sonstiges: Sport\n"


@pytest.mark.parametrize(("taste", "bleibt"), [("l", False), (ENTER, True), (ESC, True)])
def test_alle_kreuze_weg_fragt_ob_die_antwort_weg_soll(fuelle: Fuelle, datei: Path, taste: str, bleibt: bool) -> None:
    inhalt = ANTRAG + "bestandsaufnahme:\n  aktualisierung_geplant: ja\n  bereiche:\n    - soziales\n"
    s = beim_ankreuzen(fuelle, inhalt).tippe(AB * 3 + LEER + ENTER).warte("Nichts ist angekreuzt.").warte("[l] löschen")
    s.tippe(taste).warte("Frage 2 von 3" if bleibt else "Frage 3 von 3").tippe("q")
    assert s.ende() == 0
    erwartet = inhalt if bleibt else inhalt.replace("  bereiche:\n    - soziales\n", "")
    assert datei.read_text("utf-8") == erwartet


def test_alle_kreuze_weg_laesst_die_erlaeuterung(fuelle: Fuelle, datei: Path) -> None:
    anfang = ANTRAG + "bestandsaufnahme:\n  bereiche:\n"
    s = beim_ankreuzen(fuelle, anfang + "    antwort:\n      - soziales\n    erlaeuterung: seit 2020\n")
    s.tippe(AB * 3 + LEER + ENTER).warte("Die Erläuterung bleibt.").warte("[l] löschen").tippe("l").warte(
        "Frage 3 von 3"
    )
    assert datei.read_text("utf-8") == anfang + "    erlaeuterung: seit 2020\n"


def test_eine_antwort_loeschen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.2", "--all").warte("Frage 1 von 2").tippe("d").warte("[l] löschen").tippe(ENTER)
    s.warte("Ihre Antwort: Fachbereich Soziales").warte("Frage 1 von 2")
    assert datei.read_text("utf-8") == BERICHT
    s.tippe("d").warte("[l] löschen").tippe("l").warte("Gespeichert: gelöscht").warte("Frage 1 von 2")
    assert "Ihre Antwort" not in s.seither
    assert "[Enter, a] antworten" in s.bild, "gelöscht, und dieselbe Frage ist wieder offen"
    assert "zuordnung" not in datei.read_text("utf-8")
    s.tippe("q")
    assert s.ende() == 0
    assert "Jetzt beantwortet oder geändert: 1 Frage." in s.seither


ZIELE = """\
aufgaben:
  handlungskonzept:
    ziele:
      - kuerzel: Z1
        ziel: Kurse für alle
      - {kuerzel: Z2, ziel: Beratung vor Ort}
      - ziel: Ohne Kürzel
    wichtigste_ziele:
      - "Z2: die Beratung"   # zuerst
      - etwas Eigenes
"""


def test_ziele_lassen_sich_ankreuzen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2", "--all", inhalt=BERICHT + ZIELE).warte("Frage 1 von 11").tippe("w" * 8)
    s.warte("Frage 9 von 11").tippe(ENTER).warte("2. etwas Eigenes").warte("[k] ankreuzen, was schon genannt ist")
    s.tippe("k").warte("Leertaste")
    for text in ("○ Z1: Kurse für alle", "● Z2: Beratung vor Ort", "○ Ohne Kürzel", "● etwas Eigenes"):
        assert text in s.warte(text).bild
    s.tippe(LEER + AB * 2 + LEER + ENTER).warte("1. Z1").warte("3. Ohne Kürzel").warte("fertig").tippe("f")
    erwartet = ZIELE.replace('      - "Z2', '      - Z1\n      - "Z2').replace(
        "      - etwas", "      - Ohne Kürzel\n      - etwas"
    )
    assert datei.read_text("utf-8") == BERICHT + erwartet


def test_ohne_ziele_gibt_es_nichts_anzukreuzen(fuelle: Fuelle) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("w" * 8).warte("Frage 9 von 11")
    s.tippe(ENTER).warte("Eintrag 1")
    assert "ankreuzen" not in s.bild.split("Frage 9 von 11")[1]


def bei_der_anlage(fuelle: Fuelle, *args: str, inhalt: str = BERICHT) -> Sitzung:
    s = fuelle("--section", "2.2", *args, inhalt=inhalt).warte("Frage 1 von 11").tippe("w" * 11)
    return s.warte("als Anlage beifügen").warte("[q] beenden")


def test_die_anlage_wird_in_ihrem_abschnitt_gefragt(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_anlage(fuelle).tippe("z").warte("Frage 11 von 11").tippe("w").warte("als Anlage beifügen")
    (datei.parent / "anlagen").mkdir()
    (datei.parent / "anlagen" / "konzept.pdf").write_bytes(b"%PDF-1.7\n")
    s.warte("[q] beenden").tippe(ENTER).warte("Datei:").tippe("anlagen/konzept.pdf" + ENTER).warte("Gespeichert:")
    assert s.ende() == 0
    assert "geändert: 0 Fragen, 1 Anlage." in s.seither
    assert neu(datei) == ["aufgaben:", "  handlungskonzept:", "    anlage: anlagen/konzept.pdf"]
    s = fuelle("--section", "2.2", inhalt=None).warte("Frage 1 von 11").tippe("w" * 11)
    assert s.ende() == 0, "ist sie genannt, wird sie nur noch mit --all gefragt"


def test_eine_anlage_die_es_nicht_gibt_wird_gesagt_und_bleibt(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_anlage(fuelle).tippe("a").warte("Datei:").tippe("anlagen/fehlt.pdf" + ENTER)
    s.warte("Gespeichert:").warte("Warnung:").warte("[k] korrigieren").tippe("k").warte(
        "Genannt ist: anlagen/fehlt.pdf"
    )
    s.warte("[q] beenden").tippe("w")
    assert s.ende() == 0
    assert neu(datei)[-1] == "    anlage: anlagen/fehlt.pdf"


def test_eine_genannte_anlage_laesst_sich_loeschen(fuelle: Fuelle, datei: Path) -> None:
    inhalt = BERICHT + "aufgaben:\n  handlungskonzept:\n    erstellt: 2019\n    anlage: a.pdf\n"
    s = bei_der_anlage(fuelle, "--all", inhalt=inhalt).warte("[d] löschen").tippe("d").warte("Gespeichert: gelöscht")
    s.warte("[q] beenden").tippe("q")
    assert s.ende() == 0
    assert datei.read_text("utf-8") == inhalt.replace("    anlage: a.pdf\n", "")


def test_wo_kein_konzept_ist_wird_keine_anlage_gefragt(fuelle: Fuelle) -> None:
    inhalt = BERICHT + "aufgaben:\n  handlungskonzept:\n    erstellt: {entfaellt: Es gibt noch keines.}\n"
    assert fuelle("--section", "2.2", inhalt=inhalt).warte("Frage 1 von 10").tippe("w" * 10).ende() == 0


def test_gruppe_teil_fuer_teil(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1").tippe("ww").warte("Frage 3 von 5").tippe(ENTER)
    s.warte("Bevölkerung (nötig)").tippe("j").warte("Gespeichert: ja").warte("Bildung und Qualifikation (nötig)")
    s.tippe("n").warte("Erwerbstätigkeit (nötig)").tippe("e").warte("Erläuterung:")
    s.tippe("nur die Städte" + ENTER).warte("[j] ja, mit").tippe("j")
    s.warte("Arbeitsmarkt (nötig)").tippe(ENTER).warte("Soziales").tippe("j")
    s.warte("Es fehlt noch: Arbeitsmarkt").tippe(ENTER).warte("Frage 4 von 5")
    assert neu(datei) == bestandsaufnahme(
        "themen:",
        "  bevoelkerung: ja",
        "  bildung_und_qualifikation: nein",
        "  erwerbstaetigkeit: {antwort: ja, erlaeuterung: nur die Städte}",
        "  soziales: ja",
    )


def test_liste_mit_angaben_und_liste_darin(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("wwwwww").warte("Frage 7 von 11")
    s.tippe(ENTER).warte("Nr.").tippe("Z1" + ENTER).warte("Gespeichert: Z1")
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
    s.tippe(ENTER)
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
    s = fuelle("--section", "1.1").warte("Frage 1 von 1").tippe(ENTER)
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
    assert neu(datei)[-1] == '    gemeinden_einbezogen: {entfaellt: "noch keine Gemeinden: erst 2026"}'


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
    s = fuelle("--section", "2.8").warte("Frage 1 von 2").tippe("l")
    s.warte("Netzwerk (nötig)").tippe("Runder Tisch" + ENTER).warte("Art").warte("extern").tippe(AB + AB + ENTER)
    s.warte("Gespeichert: extern").warte("Rolle").tippe(ESC).warte("1. Netzwerk: Runder Tisch").tippe("f")
    s.warte("Frage 2 von 2")
    assert neu(datei)[-2:] == ["      - name: Runder Tisch", "        art: extern"]


def test_aus_dem_verzeichnis(fuelle: Fuelle, datei: Path) -> None:
    fuelle("--section", "2.7").warte("Frage 1 von 2").tippe("t").warte("Gespeichert: veranstaltungen")
    assert neu(datei)[-1] == "    massnahmen: {aus: veranstaltungen}"


@pytest.mark.parametrize(("abschnitt", "anzahl"), [("2.1", 5), ("2.2,2.3", 14), ("2", 34), ("3.", 6)])
def test_abschnitte(fuelle: Fuelle, abschnitt: str, anzahl: int) -> None:
    fuelle("--section", abschnitt).warte(f"Frage 1 von {anzahl}").tippe("q").warte("Weiter mit: kmut fill")

"""Deep lists, values with signs, codes of a form, answers from other files; and a first answer in every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from kmut_cli.documents.bezug import Verzeichnis
from kmut_cli.documents.eingabefeld import Feld, feld_der_frage
from kmut_cli.documents.geruest import geruest
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.laden import lade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.source.reader import read_source
from tests.cli.fill.conftest import AB, ENTER, ESC, LEER, Fuelle, Sitzung
from tests.cli.fill.test_formen import neu

ALLE = [(art, eine) for art, ausgaben in arten().items() if art not in Verzeichnis.__members__ for eine in ausgaben]
JAHR = 2026
TIPPT = {"text": "Kurz gesagt", "date": "2025", "period": "2024–2026", "time": "10:00", "number": "7"}


def zeile(feld: Feld) -> str:
    """Give what may be typed; a text that has to have a form of its own has an example."""
    return feld.frage.beispiel if feld.frage and feld.knapp and feld.art == "text" else TIPPT.get(feld.art, "")


@pytest.mark.parametrize(("art", "ausgabe"), ALLE)
def test_jede_art_nimmt_eine_erste_antwort(fuelle: Fuelle, datei: Path, art: str, ausgabe: str) -> None:
    typ = dokumenttyp(art, ausgabe)
    fragen = gliederung(typ).fragen
    felder = [feld_der_frage(typ, frage, str(JAHR)) for frage in fragen]
    erste = next(n for n, feld in enumerate(felder) if zeile(feld) or feld.art in ("choice", "choices", "yes_no"))
    abschnitt = fragen[erste].abschnittsnummer
    davor = sum(frage.abschnittsnummer == abschnitt for frage in fragen[:erste])
    vorher = geruest(typ, art, ausgabe, JAHR)
    s = fuelle("--section", abschnitt, "--all", inhalt=vorher, zeilen=50).warte("Frage 1 von")
    for nummer in range(davor):
        s.tippe("w").warte(f"Frage {nummer + 2} von")
    feld = felder[erste]
    if feld.art == "yes_no":
        s.tippe("j").warte("Gespeichert: ja").warte("Erläuterung").tippe(ENTER)
    elif text := zeile(feld):
        s.tippe(text).warte(text[-3:]).tippe(ENTER).warte("Gespeichert")
    else:
        s.tippe("a").warte("Pfeiltasten").tippe(LEER * (feld.art == "choices") + ENTER).warte("Gespeichert")
    s.tippe("q").ende()
    geladen = lade(read_source(datei.name, datei.read_bytes()))
    assert not [eins for eins in geladen.findings if eins.code.startswith(("KM1", "KM2"))]
    alt, jetzt = vorher.splitlines(), datei.read_text("utf-8").splitlines()
    schluessel = f"{feld.name}:"
    ohne_antwort = [zeile for zeile in alt if zeile.strip() != schluessel]
    assert [zeile for zeile in jetzt if zeile in ohne_antwort] == ohne_antwort, "alles andere steht noch da"
    assert len(jetzt) - len(alt) <= 1, "die Antwort, bei einer Liste eine Zeile darunter"


KONZEPT = """\
dokument: handlungskonzept
handlungsfelder:
  - handlungsfeld: Ankommen   # zuerst
    herausforderungen:
      - herausforderung: Wege
        ziele:
          - ziel: Kurse
          - ziel: Wohnungen   # das zweite
            massnahmen:
              - massnahme: Plan
                zustaendig: FD 5
                beginn: 2026
"""


def im_zweiten_ziel(fuelle: Fuelle, inhalt: str = KONZEPT) -> Sitzung:
    s = fuelle("--section", "9", "--all", inhalt=inhalt, zeilen=50).warte("Frage 1 von 1").tippe("a").warte("fertig")
    s.tippe("b").warte("> Herausforderungen: 1 Eintrag").tippe(ENTER).warte("1. Ankommen › Herausforderungen")
    s.warte("fertig").tippe("b").warte("> Ziele: 2 Einträge").tippe(ENTER).warte("2. Ziel: Wohnungen; Maßnahmen: 1 Ei")
    s.warte("fertig").tippe("b").warte("Welcher").tippe("2" + ENTER).warte("> Maßnahmen: 1 Eintrag").tippe(ENTER)
    return s.warte("1. Ankommen › 1. Wege › 2. Wohnungen › Maßnahmen").warte("fertig")


def test_zweite_massnahme_zum_zweiten_ziel(fuelle: Fuelle, datei: Path) -> None:
    s = im_zweiten_ziel(fuelle).tippe("n").warte("Maßnahme (nötig): ").tippe("Kartei" + ENTER).warte("Zuständigkeit")
    s.warte("[x] trifft nicht zu").tippe("x").warte("Warum entfällt").tippe("offen bis Mai" + ENTER).warte("so lassen")
    s.tippe(ENTER).warte("Beginn (Liste").warte("überspringen").tippe(ENTER).warte("„entfällt: Grund“").warte("Ende: ")
    s.tippe("entfällt: bleibt" + ENTER).warte("Gespeichert").warte("Stand").tippe(ESC).warte("2. Maßnahme: Kartei")
    assert neu(datei, KONZEPT) == [
        "              - massnahme: Kartei",
        "                zustaendig: {entfaellt: offen bis Mai}",
        "                ende: {entfaellt: bleibt}",
    ]


def test_eine_einzelne_angabe_wird_mit_der_zweiten_zur_liste(fuelle: Fuelle, datei: Path) -> None:
    s = im_zweiten_ziel(fuelle).tippe("b").warte("> Maßnahme: Plan").tippe(AB).warte("> Zust").tippe(ENTER)
    s.warte("1. FD 5").warte("fertig").tippe("n").warte("Eintrag 2").tippe("VHS" + ENTER).warte("Gespeichert: VHS")
    s.warte("Eintrag 3").tippe(ENTER).warte("2. VHS").warte("fertig").tippe("f").warte("> Zuständigkeit: FD 5, VHS")
    s.tippe(AB).warte("> Beginn").tippe(ENTER).warte("1. 2026").warte("fertig").tippe("b").warte("Eintrag: ")
    s.tippe("-03" + ENTER).warte("1. 2026-03").warte("fertig").tippe("f").warte("Beginn: 2026-03")
    erwartet = KONZEPT.replace("zustaendig: FD 5", "zustaendig:\n                  - FD 5\n                  - VHS")
    assert datei.read_text("utf-8") == erwartet.replace("beginn: 2026", "beginn: 2026-03")


def test_ein_einzelnes_kreuz_bleibt_beim_ankreuzen(fuelle: Fuelle, datei: Path) -> None:
    davor = "dokument: bestandsaufnahme\nangebote:\n  - angebot: Kurs\n    anbieter: VHS\n"
    inhalt = davor + "    bereiche: [soziales]\n    sprachniveau: b1\n    stand: 2026\n"
    s = fuelle("--section", "4", "--all", inhalt=inhalt, zeilen=50).warte("Frage 1 von 1").tippe("a").warte("fertig")
    s.tippe("b").warte("> Angebot: Kurs").tippe(AB * 7).warte("> Sprachniveau: B1").tippe(ENTER).warte("● B1")
    s.tippe(AB * 4 + LEER + ENTER).warte("Gespeichert: B1, B2").warte("> Sprachniveau: B1, B2")
    erwartet = inhalt.replace("sprachniveau: b1", "sprachniveau:\n      - b1\n      - b2")
    assert datei.read_text("utf-8") == erwartet


WERTE = 'dokument: monitoring\nwerte:\n  - {indikator: "1", zeit: 2024, zeichen: "-"}\n'


def test_wert_oder_zeichen_mit_merkmalen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "5", "--all", inhalt=WERTE, zeilen=50).warte("kmut monitoring import").warte("CSV-Datei")
    s.warte("[?] Hilfe").tippe("a").warte("1. Kennzahl: 1; Zeit: 2024; Zeichen: - nichts").warte("fertig").tippe("n")
    s.warte("Kennzahl (").tippe('"4.1"' + ENTER).warte("Gespeichert: 4.1").warte("Zeit (").tippe("2023/24" + ENTER)
    s.warte("Gebiet (").tippe(ENTER).warte("z. B. Geschlecht=weiblich").warte("Merkmale: ")
    s.tippe("Alter=unter 18|Geschlecht=weiblich" + ENTER).warte("Wert: ").tippe("1.234" + ENTER)
    s.warte("Nachkommastellen, schreiben Sie 1,234.").tippe("\x15" + "1234" + ENTER).warte("Gespeichert: 1234")
    s.warte("Zeichen (").warte("... Angabe fällt später an").tippe(ENTER).warte("Einheit (").tippe(ESC).warte("fertig")
    assert neu(datei, WERTE) == [
        '  - indikator: "4.1"',
        "    zeit: 2023/24",
        "    merkmale: {Alter: unter 18, Geschlecht: weiblich}",
        "    wert: 1234",
    ]


def test_ein_zeichen_bleibt_wenn_man_es_nur_ansieht(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "5", "--all", inhalt=WERTE, zeilen=50).warte("Frage 1 von 1").tippe("a").warte("fertig")
    s.tippe("b").warte("> Kennzahl").tippe(AB * 5).warte("> Zeichen: - ").tippe(ENTER).warte("keine Angabe").warte(
        "> -"
    )
    s.tippe(ENTER).warte("> Zeichen: - nichts vorhanden")
    assert datei.read_text("utf-8") == WERTE


def test_eine_gruppe_in_einem_eintrag_laesst_sich_uebergehen(fuelle: Fuelle, datei: Path) -> None:
    inhalt = "dokument: monitoring\nindikatoren:\n  - {nummer: M1, name: Quote}\n"
    s = fuelle("--section", "3", "--all", inhalt=inhalt, zeilen=50).warte("Frage 1 von 1").tippe("a").warte("fertig")
    s.tippe("b").warte("> Nummer").tippe(AB * 10).warte("> Berechnung").tippe(ENTER).warte("[Enter] überspringen")
    s.tippe("a").warte("Zähler (").tippe("1 - 2" + ENTER).warte("Nenner").tippe(ESC).warte("Berechnung: Zähler: 1 - 2")
    assert datei.read_text("utf-8") == inhalt.replace("Quote}", "Quote, berechnung: {zaehler: 1 - 2}}")


BEITRAG = 'dokument: wettbewerbsbeitrag\ngliederung: "2018"\neinzelprojekte:\n  - {laufzeit: dauerangebot}\n'


def test_block_mit_eigener_nummer_und_ohne_folgefrage(fuelle: Fuelle, datei: Path) -> None:
    s = (
        fuelle("--section", "9", inhalt=BEITRAG, zeilen=50)
        .warte("Es fehlt noch: D 12")
        .tippe("a")
        .warte("1. D 11: Daue")
    )
    s.warte("fertig").tippe("n").warte("Einzelprojekt 2").warte("D 21 Welche").warte("Pfeiltasten").tippe(ENTER)
    s.warte("D 22 Wie").warte("Pfeiltasten").tippe(ENTER).warte("D 23 Wie").warte("Pfeiltasten").tippe(LEER + ENTER)
    s.warte("D 24 Wird").warte("Pfeiltasten").tippe(AB * 2 + ENTER).warte("Gespeichert: nein").warte("2. D 21: bis zu")
    assert "wenn ja oder geplant" not in s.seither
    s.warte("fertig").tippe("b").warte("Welcher").tippe("2" + ENTER).warte("> D 21").tippe(AB * 3).warte("> D 24")
    s.tippe(ENTER).warte("> nein").tippe("\x1b[A" * 2 + ENTER).warte("Gespeichert: ja").warte("D 24a wenn ja")
    assert neu(datei, BEITRAG)[-1] == "    evaluation: ja"


KATALOG = BEITRAG.replace("einzelprojekte:\n  - {laufzeit: dauerangebot}\n", "konzeption:\n  gruppen: [jugendliche]\n")


def test_befunde_nennen_keine_schluessel(fuelle: Fuelle) -> None:
    inhalt = KATALOG + "  weitere_gruppen: Saisonkräfte\n"
    s = fuelle("--section", "7", "--all", inhalt=inhalt, zeilen=50).warte("Frage 1 von").tippe("wwww")
    s.warte("C 23a").warte("[?] Hilfe").tippe("k").warte("Antwort: ").tippe("!" + ENTER).warte("Warnung:")
    s.warte("„Ihre Antwort“ ist beantwortet, bei „C 23“ ist aber nicht „Weitere“ gewählt.")


VORLAGE = "dokument: sitzungsvorlage\ndatum: 2026-05-12\n"


def test_was_uebernommen_wuerde_steht_vorher_da(fuelle: Fuelle, datei: Path) -> None:
    beginn = KONZEPT.replace("                beginn: 2026\n", "                stand: laufend\n")
    (datei.parent / "handlungskonzept.yaml").write_text(beginn, "utf-8")
    s = fuelle("--section", "10", "--all", inhalt=VORLAGE, zeilen=50).warte("Frage 1 von 1").tippe("t")
    s.warte("[1] handlungskonzept.yaml [2]").warte("taetigkeitsbericht.yaml").tippe("1").warte("käme jetzt").warte(
        "- Plan"
    )
    s.warte("[Esc] zurück").tippe(ESC).warte("Frage 1 von 1")
    assert datei.read_text("utf-8") == VORLAGE
    s.tippe("t").warte("[1]").tippe("1").warte("- Plan").warte("übernehmen").tippe(ENTER).warte("Gespeichert")
    assert s.ende() == 0
    assert neu(datei, VORLAGE) == ["aufgaben: {aus: handlungskonzept}"]
    s = fuelle("--section", "10", "--all", inhalt=None, zeilen=50).warte("Das ist zurzeit: - Plan").warte("Hilfe")


def test_folgefrage_eines_anderen_abschnitts_kommt_an_ihrer_stelle(fuelle: Fuelle) -> None:
    s = fuelle("--section", "3,7,14,15", inhalt=VORLAGE, zeilen=50).warte("Frage 1 von 3").tippe("a").warte("> Mitt")
    s.tippe(AB + ENTER).warte("7 Beratungsfolge").warte("Frage 2 von 4").tippe("w").warte("14 Beschlussvorschlag")
    s.warte("Frage 3 von 4").tippe("w").warte("15 Unterschrift").warte("Frage 4 von 4").tippe("q")
    assert s.ende() == 0


def test_uebernehmen_ersetzt_eigene_eintraege_nicht_ungefragt(fuelle: Fuelle, datei: Path) -> None:
    inhalt = VORLAGE + "aufgaben: {aus: handlungskonzept, weitere: [Beirat]}\n"
    s = fuelle("--section", "10", "--all", inhalt=inhalt, zeilen=50).warte("Frage 1 von 1").tippe("t").warte("[1]")
    s.tippe("1").warte("[e] ersetzen").tippe(ENTER).warte("Frage 1 von 1")
    assert datei.read_text("utf-8") == inhalt


def test_zeitraum_ist_eine_zeile(fuelle: Fuelle, datei: Path) -> None:
    inhalt = "dokument: handlungskonzept\n"
    s = fuelle("--section", "3", "--all", inhalt=inhalt).warte("Frage 1 von 1").tippe("a").warte("Zeitraum, z. B.")
    s.tippe("2028–2026" + ENTER).warte("endet, bevor er beginnt").tippe("\x15" + "2026–2028" + ENTER).warte(
        "Gespeichert"
    )
    assert s.ende() == 0
    assert neu(datei, inhalt) == ["zeitraum: 2026–2028"]


EDITOR = """\
#!/bin/sh
echo "$@" > aufruf.txt
if [ -e kaputt ]; then
  echo '  - "' >> bericht.yaml
  rm kaputt
else
  sed -e '/- "$/d' -e 's/Plan/Planung/' bericht.yaml > neu.yaml
  cat neu.yaml > bericht.yaml
fi
"""


def test_tiefes_im_editor_an_der_stelle(fuelle: Fuelle, datei: Path) -> None:
    editor = datei.parent / "vi"
    editor.write_text(EDITOR, "utf-8")
    editor.chmod(0o755)
    (datei.parent / "kaputt").touch()
    s = fuelle("--section", "9", "--all", inhalt=KONZEPT, zeilen=50, env={"EDITOR": str(editor)}).warte("[o] im Editor")
    s.tippe("o").warte("bei Zeile 2.").warte("erst wieder, wenn das behoben ist").warte("[o] noch einmal öffnen")
    assert (datei.parent / "aufruf.txt").read_text("utf-8") == "+2 bericht.yaml\n"
    s.tippe("o").warte("Die geänderte Antwort ist übernommen.").warte("unter dem Ziel „Maßnahmen“").warte("so lassen")
    s.tippe(ENTER)
    assert s.ende() == 0
    assert datei.read_text("utf-8") == KONZEPT.replace("Plan", "Planung")

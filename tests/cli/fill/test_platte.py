"""The file changes on disk, or cannot be written: neither side is lost."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from tests.cli.fill.conftest import BERICHT, ENTER, Fuelle, Sitzung

ANGABE = "aufgaben:\n  buendelung:\n    probleme: von anderswo\n"


def gerettet(s: Sitzung, satz: str) -> Path:
    treffer = re.search(rf"{satz}: (\S+\.txt)", " ".join(s.seither.split()))
    assert treffer, s.seither
    return Path(treffer[1])


def bei_der_zeile(fuelle: Fuelle) -> Sitzung:
    s = fuelle("--section", "2.3").warte("Frage 1 von 3").tippe("ww").warte("Frage 3 von 3")
    return s.tippe("k").warte("Antwort: ")


def test_andere_stelle_geaendert(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.3").warte("Frage 1 von 3").tippe("k").warte("Antwort: ")
    datei.write_text(BERICHT + ANGABE, "utf-8")
    s.tippe("eigenes" + ENTER).warte("anderswo geändert; beides ist erhalten").warte("Gespeichert: eigenes")
    s.warte("Frage 2 von 3").tippe("w").warte("Frage 3 ist inzwischen beantwortet")
    assert s.ende() == 0
    assert datei.read_text("utf-8") == BERICHT + ANGABE.replace(
        "    probleme", "    optimierungsansaetze: eigenes\n    probleme"
    )


def test_gleiche_antwort_geaendert_die_andere_gilt(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_zeile(fuelle)
    datei.write_text(BERICHT + ANGABE, "utf-8")
    s.tippe("eigenes" + ENTER).warte("In der Datei steht jetzt: von anderswo").warte("eingegeben: eigenes")
    s.warte("meine nehmen")
    datei_mit_eigenem = gerettet(s, "Ihre Eingabe liegt in")
    s.tippe(ENTER).warte("Ihre Antwort: von anderswo").warte("Frage 3 von 3")
    assert datei_mit_eigenem.read_text("utf-8") == "eigenes"
    datei_mit_eigenem.unlink()
    assert datei.read_text("utf-8") == BERICHT + ANGABE


def test_gleiche_antwort_geaendert_die_eigene_gilt(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_zeile(fuelle)
    datei.write_text(BERICHT + ANGABE, "utf-8")
    s.tippe("eigenes" + ENTER).warte("meine nehmen")
    eigenes = gerettet(s, "Ihre Eingabe liegt in")
    assert eigenes.read_text("utf-8") == "eigenes"
    s.tippe("m").warte("Gespeichert: eigenes")
    assert not eigenes.exists()
    fremdes = gerettet(s, "Die andere Fassung liegt in")
    assert fremdes.read_text("utf-8") == "von anderswo"
    fremdes.unlink()
    assert datei.read_text("utf-8") == BERICHT + ANGABE.replace("von anderswo", "eigenes")


@pytest.mark.parametrize("zeichen", [signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_gleiche_antwort_geaendert_und_das_fenster_ist_fort(
    fuelle: Fuelle, datei: Path, zeichen: signal.Signals
) -> None:
    s = bei_der_zeile(fuelle)
    datei.write_text(BERICHT + ANGABE, "utf-8")
    s.tippe("eigenes" + ENTER).warte("meine nehmen")
    eigenes = gerettet(s, "Ihre Eingabe liegt in")
    s.sende(zeichen)
    s.ende()
    assert eigenes.read_text("utf-8") == "eigenes"
    eigenes.unlink()
    assert datei.read_text("utf-8") == BERICHT + ANGABE


def test_liste_waehrend_eines_eintrags_geaendert(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.1").warte("Frage 1 von 1").tippe(ENTER).warte("Name")
    s.tippe("Erika" + ENTER).warte("Gespeichert: Erika").warte("Qualifizierung")
    jetzt = datei.read_text("utf-8")
    datei.write_text(jetzt.replace("    - name: Erika", "    - name: Ali\n    - name: Erika"), "utf-8")
    s.tippe("M. A." + ENTER).warte("Die Liste wurde inzwischen in der Datei geändert").warte("2. Name: Erika")
    eigenes = gerettet(s, "Ihre Eingabe liegt in")
    assert eigenes.read_text("utf-8") == "M. A."
    eigenes.unlink()
    assert "qualifizierung" not in datei.read_text("utf-8")


def test_datei_ist_kein_yaml_mehr(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_zeile(fuelle)
    datei.write_text(BERICHT + "  kaputt: [\n", "utf-8")
    s.tippe("eigenes" + ENTER).warte("Nicht gespeichert.").warte("noch einmal versuchen")
    eigenes = gerettet(s, "Ihre Eingabe liegt in")
    assert eigenes.read_text("utf-8") == "eigenes"
    datei.write_text(BERICHT, "utf-8")
    s.tippe("n").warte("Gespeichert: eigenes")
    assert s.ende() == 0
    assert not eigenes.exists(), "gespeichert, also nicht mehr nötig"
    assert datei.read_text("utf-8") == BERICHT + ANGABE.replace("von anderswo", "eigenes")


def test_datei_ist_weg(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_zeile(fuelle)
    datei.unlink()
    s.tippe("eigenes" + ENTER).warte("„bericht.yaml“ ist inzwischen verschwunden").warte("ohne Speichern zurück")
    eigenes = gerettet(s, "Ihre Eingabe liegt in")
    assert eigenes.read_text("utf-8") == "eigenes"
    eigenes.unlink()
    s.tippe(ENTER).warte("Frage 3 von 3").tippe("q").warte("ist nicht mehr da")
    assert s.ende() == 1
    assert "Noch im Dokument" not in s.seither
    assert not datei.exists()


def test_verschwundene_datei_wieder_anlegen(fuelle: Fuelle, datei: Path) -> None:
    s = bei_der_zeile(fuelle)
    datei.unlink()
    s.tippe("eigenes" + ENTER).warte("[a] Datei wieder anlegen").tippe("a").warte("Gespeichert: eigenes")
    assert s.ende() == 0
    assert datei.read_text("utf-8") == BERICHT + ANGABE.replace("von anderswo", "eigenes")


ZIELE = """\
aufgaben:
  handlungskonzept:
    ziele:
      - ziel: Eins   # das erste
      - {ziel: Zwei, massnahmen: [{massnahme: Kurs}]}  # strittig
"""


def test_fremdes_ziel_waehrend_einer_inneren_liste(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2", "--all", inhalt=BERICHT + ZIELE).warte("Frage 1 von 11").tippe("w" * 6)
    s.warte("Frage 7 von 11").tippe(ENTER).warte("fertig").tippe("b").warte("Welcher").tippe("2" + ENTER).warte("Nr.")
    s.tippe(ENTER).warte("Ziel").tippe(ENTER).warte("Maßnahmen (Liste").warte("fertig").tippe("n").warte("Maßnahme")
    fremd = BERICHT + ZIELE.replace("      - ziel: Eins", "      - ziel: Neu\n      - ziel: Eins")
    datei.write_text(fremd, "utf-8")
    s.tippe("Plan" + ENTER).warte("Liste wurde inzwischen").warte("1. Ziel: Neu").warte("3. Ziel: Zwei").warte("fertig")
    gerettet(s, "Ihre Eingabe liegt in").unlink()
    assert datei.read_text("utf-8") == fremd


def test_nach_oben_nimmt_den_eintrag_wie_er_ist(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.2", "--all", inhalt=BERICHT + ZIELE).warte("Frage 1 von 11").tippe("w" * 6)
    s.warte("Frage 7 von 11").tippe(ENTER).warte("fertig").tippe("h").warte("1. Ziel: Zwei")
    erste, zweite = ZIELE.splitlines(True)[-2:]
    assert datei.read_text("utf-8") == BERICHT + ZIELE.replace(erste + zweite, zweite + erste)


def test_datentraeger_voll(fuelle: Fuelle, datei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kmut_cli.source.write as schreiben

    def voll(*_args: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(schreiben.os, "fsync", voll)
    s = bei_der_zeile(fuelle).tippe("eigenes" + ENTER).warte("Der Datenträger ist voll").warte("noch einmal")
    s.warte("Kopieren Sie von hier: eigenes").tippe(ENTER).warte("Frage 3 von 3").tippe("w")
    assert s.ende() == 0
    assert datei.read_text("utf-8") == BERICHT
    assert [eins.name for eins in datei.parent.iterdir()] == ["bericht.yaml"]


def test_strg_c_waehrend_eines_schreibens_das_scheitert(
    fuelle: Fuelle, datei: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kmut_cli.source.write as schreiben

    signale = [signal.SIGINT]

    def voll(*_args: object) -> None:
        while signale:
            os.kill(os.getpid(), signale.pop())
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(schreiben.os, "fsync", voll)
    s = bei_der_zeile(fuelle).tippe("eigenes" + ENTER).warte("Der Datenträger ist voll").warte("eigenes")
    s.warte("Abgebrochen.").warte("Weiter geht es mit: kmut fill bericht.yaml")
    assert s.ende() == 130, "nicht erst nach dem nächsten gelungenen Speichern"
    assert datei.read_text("utf-8") == BERICHT


def test_datei_ist_ein_anderes_dokument(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.3").warte("Frage 1 von 3").tippe("k").warte("Antwort: ")
    datei.write_text("notiz: nichts weiter\n", "utf-8")
    s.tippe("eigenes" + ENTER).warte("sagt nicht mehr, welches Dokument sie ist").warte("kmut validate bericht.yaml")
    assert s.ende() == 1
    assert datei.read_text("utf-8").startswith("notiz: nichts weiter\n")

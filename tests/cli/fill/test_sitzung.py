"""Going through the questions: forth, back, away and back again, broken off at any point."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kmut_cli.documents.uebernahme import fingerabdruck
from tests.cli.conftest import Kmut
from tests.cli.fill.conftest import BERICHT, ENTER, WURZEL, Fuelle, Sitzung

UEBERNOMMEN = (
    BERICHT
    + f"""\
    stabsstelle: nein
uebernommen:
  aus: 2024/bericht.yaml
  unbestaetigt:
    organisation.organisatorische_anbindung.zuordnung: {fingerabdruck("Fachbereich Soziales")}
    organisation.organisatorische_anbindung.stabsstelle: {fingerabdruck("nein")}
"""
)


def test_was_eine_frage_zeigt(fuelle: Fuelle) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11")
    assert "2.2 Lokales Handlungskonzept" in s.bild
    assert "Wann wurde ein Handlungskonzept erstellt?" in s.bild
    assert "Antwort: Datum" in s.bild
    assert "Beispiel: 2019" in s.bild
    assert "[w] weiter" in s.bild
    assert "zurück" not in s.bild, "vor der ersten Frage gibt es keine"
    assert "bestätigen" not in s.bild
    assert "Vorjahr" not in s.bild
    assert all(len(zeile) <= 80 for zeile in s.bild.splitlines())


def test_zurueck_zeigt_die_antwort_und_aendert_nichts(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("z. B.").tippe("2023" + ENTER)
    s.warte("Frage 2 von 5").tippe("z").warte("Frage 1 von 5").warte("Ihre Antwort: 2023")
    gespeichert = datei.read_bytes()
    s.tippe("w").warte("Frage 2 von 5").tippe("z").warte("Frage 1 von 5").tippe("a").warte("z. B.")
    assert datei.read_bytes() == gespeichert
    s.tippe("-05" + ENTER).warte("Gespeichert: 2023-05").warte("Frage 2 von 5")
    assert "zuletzt_vorgenommen: 2023-05\n" in datei.read_text("utf-8")


def test_gehen_und_wiederkommen(fuelle: Fuelle) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("z. B.").tippe("2023" + ENTER)
    s.warte("Frage 2 von 5").tippe("q").warte("Jetzt beantwortet oder geändert: 1 Frage.").warte(
        "kmut fill bericht.yaml"
    )
    assert s.ende() == 0
    fuelle("--section", "2.1", inhalt=None).warte("Frage 1 von 4").warte("Wann erfolgte die Fortschreibung")


def test_alle_fragen(fuelle: Fuelle) -> None:
    fuelle("--section", "1.2", "--all").warte("Frage 1 von 2").warte("Ihre Antwort: Fachbereich Soziales")


def test_nichts_offen(fuelle: Fuelle) -> None:
    inhalt = BERICHT + "    stabsstelle: nein\n"
    s = fuelle("--section", "1.2", inhalt=inhalt).warte("nichts offen").warte("kmut check bericht.yaml")
    assert s.ende() == 0


def test_bestaetigen_mit_einer_taste(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.2", inhalt=UEBERNOMMEN).warte("Frage 1 von 2").warte("noch nicht bestätigt")
    assert "Diese Antwort ist aus 2024/bericht.yaml übernommen" in s.bild
    s.tippe("b").warte("Bestätigt.").warte("Frage 2 von 2")
    zeilen = [zeile for zeile in UEBERNOMMEN.splitlines(True) if "zuordnung: " not in zeile or "'" in zeile]
    assert datei.read_text("utf-8") == "".join(zeilen)
    s.tippe("n").warte("Erläuterung").tippe(ENTER)
    assert s.ende() == 0
    assert datei.read_text("utf-8") == BERICHT + "    stabsstelle: nein\n"


def test_antwort_des_vorjahres(fuelle: Fuelle, datei: Path) -> None:
    frueher = BERICHT.replace("2025", "2024") + "    stabsstelle: {antwort: ja, erlaeuterung: bei der Landrätin}\n"
    (datei.parent / "kmut.yaml").write_text("kommune: {name: Landkreis Musterland}\n", "utf-8")
    (datei.parent / "2024").mkdir()
    (datei.parent / "2024" / "taetigkeitsbericht.yaml").write_text(frueher, "utf-8")
    s = fuelle("--section", "1.2").warte("Frage 1 von 1").warte("Erläuterung: bei der Landrätin")
    s.tippe("v").warte("Gespeichert: ja")
    assert s.ende() == 0
    assert "erlaeuterung: bei der Landrätin" in datei.read_text("utf-8")
    assert "uebernommen" not in datei.read_text("utf-8")


def test_warnung_laesst_sich_gleich_berichtigen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("z. B.").tippe("2024-05" + ENTER)
    s.warte("Frage 2 von 5").tippe("a").warte("z. B.").tippe("2023" + ENTER).warte("Warnung:").warte("korrigieren")
    s.tippe("k").warte("Frage 2 von 5").tippe("a").warte("z. B.").tippe("\x15" + "2025" + ENTER).warte("Frage 3 von 5")
    assert "fortgeschrieben: 2025\n" in datei.read_text("utf-8")


def test_fehlerhafte_antwort_nennt_den_fehler(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.2", inhalt=BERICHT + "    stabsstelle: vielleicht\n").warte("Frage 1 von 1")
    assert "erwartet ja oder nein, hier steht „vielleicht“" in s.bild
    s.tippe("j").warte("Gespeichert: ja").warte("Erläuterung").tippe(ENTER)
    assert s.ende() == 0
    assert datei.read_text("utf-8") == BERICHT + "    stabsstelle: ja\n"


@pytest.mark.parametrize(("taste", "status"), [("\x03", 130), ("\x04", 130)])
def test_strg_c_bei_der_frage(fuelle: Fuelle, datei: Path, taste: str, status: int) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("z. B.").tippe("2023" + ENTER)
    s.warte("Frage 2 von 5").tippe(taste).warte("Abgebrochen").warte("kmut fill bericht.yaml")
    assert s.ende() == status
    assert "zuletzt_vorgenommen: 2023\n" in datei.read_text("utf-8")


def test_strg_c_mitten_in_einem_eintrag_behaelt_seine_teile(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "1.1").warte("Frage 1 von 1").tippe(ENTER).warte("Name")
    s.tippe("Erika Beispiel" + ENTER).warte("Gespeichert: Erika").warte("Qualifizierung").tippe("M. A.\x03")
    s.warte("Der angefangene Text liegt in:").warte("Weiter geht es")
    entwurf = s.seither.split("liegt in: ")[1].split()[0]
    assert s.ende() == 130
    assert "    - name: Erika Beispiel\n" in datei.read_text("utf-8")
    assert Path(entwurf).read_text("utf-8") == "M. A."
    Path(entwurf).unlink()


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("wo", ["bei der Frage", "in der Zeile", "beim Ankreuzen"])
def test_signal(fuelle: Fuelle, datei: Path, signum: signal.Signals, wo: str) -> None:
    s = fuelle("--section", "2.2").warte("Frage 1 von 11")
    if wo == "in der Zeile":
        s.tippe("a").warte("z. B.")
    elif wo == "beim Ankreuzen":
        s.tippe("wwwww").warte("Frage 6 von 11").tippe("a").warte("Leertaste")
    s.sende(signum)
    s.warte("Weiter geht es mit: kmut fill bericht.yaml")
    assert s.ende() == 128 + signum
    assert datei.read_text("utf-8") == BERICHT


def test_terminal_ist_danach_wie_vorher(tmp_path: Path) -> None:
    import pexpect

    (tmp_path / "bericht.yaml").write_text(BERICHT, "utf-8")
    befehl = f"stty -a > vorher; {sys.executable} -m kmut_cli fill bericht.yaml; stty -a > nachher; echo FERTIG"
    umgebung = {"TERM": "xterm", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(WURZEL)}
    shell = pexpect.spawn("/bin/sh", ["-c", befehl], cwd=str(tmp_path), env=umgebung, timeout=30)
    shell.expect("Hilfe\x1b")
    shell.send("a\x03")
    shell.expect("FERTIG")
    assert (tmp_path / "vorher").read_text() == (tmp_path / "nachher").read_text() != ""


def test_datei_mit_crlf_und_kommentaren(fuelle: Fuelle, datei: Path) -> None:
    inhalt = BERICHT.replace("\n", "\r\n") + "# Schluss\r\n"
    s = fuelle("--section", "1.2", inhalt=inhalt).warte("Frage 1 von 1").tippe("j").warte("Erläuterung").tippe(ENTER)
    assert s.ende() == 0
    neu = inhalt.replace("# seit 2019\r\n", "# seit 2019\r\n    stabsstelle: ja\r\n")
    assert datei.read_bytes() == neu.encode()


def test_ohne_terminal(kmut: Kmut, tmp_path: Path) -> None:
    (tmp_path / "bericht.yaml").write_text(BERICHT, "utf-8")
    ergebnis = kmut("fill", tmp_path / "bericht.yaml")
    assert ergebnis.status == 2
    assert "braucht dafür ein Terminal" in ergebnis.err
    assert "kmut check" in ergebnis.err


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_terminal_ohne_cursor(fuelle: Fuelle, term: str) -> None:
    s = fuelle(env={"TERM": term}).warte("TERM=xterm kmut fill bericht.yaml")
    assert s.ende() == 2


def test_unbekannter_abschnitt(fuelle: Fuelle) -> None:
    s = fuelle("--section", "7.1").warte("Einen Abschnitt „7.1“ hat die Gliederung nicht. Es gibt: 1.1, 1.2")
    assert s.ende() == 2


def test_keine_farben_mit_no_color(fuelle: Fuelle) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("a").warte("z. B.").tippe("1999" + ENTER)
    s.warte("Frage 2 von 5")
    assert not re.search(rb"\x1b\[[0-9;]*(3|4|9)[0-7]m", s.roh)


def test_farben_wo_sie_gewuenscht_sind(fuelle: Fuelle) -> None:
    s = fuelle("--section", "2.1", env={"NO_COLOR": ""}).warte("Frage 1 von 5")
    assert b"\x1b[" in s.roh


def test_einfuhr_bleibt_schlank() -> None:
    """The libraries of the terminal are imported by fill alone, and only when it asks."""
    code = "import sys, kmut_cli.cli.fill; sys.exit('prompt_toolkit' in sys.modules or 'questionary' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=WURZEL, check=False).returncode == 0


@pytest.mark.parametrize("taste", ["m", "a", "w"])
@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal_waehrend_eine_taste_wirkt(fuelle: Fuelle, taste: str, signum: signal.Signals) -> None:
    for _ in range(4):
        s = fuelle("--section", "2.1,2.2").warte("Frage 1 von 16").tippe(taste)
        s.sende(signum)
        assert s.ende() == 128 + signum
        assert "Abgebrochen" in s.seither


@pytest.mark.parametrize("wo", ["bei der Frage", "in der Zeile"])
def test_fenster_geschlossen(fuelle: Fuelle, datei: Path, wo: str) -> None:
    s = fuelle("--section", "2.3").warte("Frage 1 von 3")
    if wo == "in der Zeile":
        s.tippe("k").warte("Antwort: ").tippe("angefangener Text").warte("Text")
    assert s.lege_auf() == 128 + signal.SIGHUP
    gerettet = [eine.read_text("utf-8") for eine in datei.parent.parent.glob("kmut-angefangen-*.txt")]
    assert gerettet == (["angefangener Text"] if wo == "in der Zeile" else [])


def test_verzeichnis_und_stammdaten_haben_keine_fragen(fuelle: Fuelle, datei: Path) -> None:
    datei.with_name("kmut.yaml").write_text("kommune: {name: Landkreis Musterland}\n", "utf-8")
    s = fuelle(inhalt="dokument: veranstaltungen\neintraege: []\n").warte("kmut log add")
    assert s.ende() == 2
    s = Sitzung("kmut.yaml", cwd=datei.parent).warte("enthält Stammdaten")
    assert s.ende() == 2
    s.schliesse()


def test_abschnitt_der_nicht_zutrifft(fuelle: Fuelle) -> None:
    stadt = BERICHT.replace("typ: landkreis", "typ: kreisfreie_stadt")
    s = fuelle("--section", "2.9", "--all", inhalt=stadt).warte("Abschnitt 2.9 betrifft Ihre Kommune nicht")
    assert s.ende() == 0


def test_steuerzeichen_werden_entfernt(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.3").warte("Frage 1 von 3").tippe("k").warte("Antwort: ")
    s.tippe("\x1b[200~\x1b[31mrot\x1b[0m\x07 und\rweiter\x1b[201~").warte("weiter").tippe(ENTER)
    s.warte("Gespeichert: rot und weiter").warte("Frage 2 von 3")
    assert "optimierungsansaetze: rot und weiter\n" in datei.read_text("utf-8")

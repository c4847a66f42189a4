"""``kmut watch`` as a process of its own: files are written as editors do, and its output is read as it comes."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import BERICHT, Kmut, Schreibe

WURZEL = Path(__file__).parents[2]
GRENZE_S = 20  # Far more than it takes: only a program that hangs gets there.
KOPF = "Bei jedem Speichern erscheint hier, was sich geändert hat. Ende mit Strg+C."
ANTRAG = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'
KOMMUNE = "kommune:\n  name: Landkreis Musterland\n  typ: landkreis\n"
DATUM = "aufgaben:\n  bestandsaufnahme:\n    zuletzt_vorgenommen: {}\n"
FALSCHES_DATUM = "KM213 „zuletzt_vorgenommen“ erwartet ein Datum, hier steht „bald“."


class Beobachtung:
    """A running ``kmut watch``."""

    def __init__(self, ordner: Path, *args: str) -> None:
        umgebung = {**os.environ, "PYTHONPATH": str(WURZEL), "WATCHFILES_FORCE_POLLING": ""}
        self.prozess = subprocess.Popen(
            [sys.executable, "-m", "kmut_cli", "watch", *args],
            cwd=ordner,
            env=umgebung,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._zeilen: queue.Queue[str | None] = queue.Queue()
        self._leser = threading.Thread(target=self._lies, daemon=True)
        self._leser.start()
        self.anfang = self.bis("Ende mit Strg+C.")

    def _lies(self) -> None:
        assert self.prozess.stdout is not None
        for zeile in self.prozess.stdout:
            self._zeilen.put(zeile.decode().rstrip("\r\n"))
        self._zeilen.put(None)

    def zeile(self) -> str | None:
        """Give the next line; None at the end."""
        try:
            return self._zeilen.get(timeout=GRENZE_S)
        except queue.Empty:
            pytest.fail("kmut watch says nothing any more")

    def bis(self, teil: str) -> list[str]:
        """Give the lines up to the one that holds some text."""
        gelesen: list[str] = []
        while (zeile := self.zeile()) is not None:
            gelesen.append(zeile)
            if teil in zeile:
                return gelesen
        assert self.prozess.stderr is not None
        pytest.fail(f"{teil!r} does not come; it said {gelesen} and {self.prozess.stderr.read().decode()!r}")

    def beende(self) -> tuple[int, list[str], str]:
        """Press Ctrl-C; gives status, the rest of the output and the errors."""
        self.prozess.send_signal(signal.SIGINT)
        rest: list[str] = []
        while (zeile := self.zeile()) is not None:
            rest.append(zeile)
        assert self.prozess.stderr is not None
        return self.prozess.wait(GRENZE_S), rest, self.prozess.stderr.read().decode()

    def schliesse(self) -> None:
        self.prozess.kill()
        self.prozess.wait(GRENZE_S)
        self._leser.join(GRENZE_S)
        for strom in (self.prozess.stdout, self.prozess.stderr):
            assert strom is not None
            strom.close()


Beobachte = Callable[..., Beobachtung]


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    """A folder with blanks and umlauts in its name, with a report and an application."""
    ordner = tmp_path / "Ordner für 2024 & später"
    (ordner / "2024").mkdir(parents=True)
    (ordner / "kmut.yaml").write_text(KOMMUNE, "utf-8")
    (ordner / "2024" / "bericht.yaml").write_text(BERICHT + "berichtsjahr: 2024\n", "utf-8")
    (ordner / "2024" / "antrag für 2026.yaml").write_text(ANTRAG, "utf-8")
    return ordner


@pytest.fixture
def beobachte(mappe: Path) -> Iterator[Beobachte]:
    laufende: list[Beobachtung] = []

    def starte(*args: str) -> Beobachtung:
        laufende.append(Beobachtung(mappe, *args))
        return laufende[-1]

    yield starte
    for eine in laufende:
        eine.schliesse()


def _schreibe(pfad: Path, text: str) -> None:
    """Write as a careful editor does: another file takes the place of the old one."""
    neben = pfad.with_name(f".{pfad.name}.neu")
    neben.write_text(text, "utf-8")
    neben.replace(pfad)


pytestmark = pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent as a signal")


def _ohne_zahlen(zeilen: list[str]) -> list[str]:
    return [re.sub(r"\d+ von \d+ Fragen beantwortet \(\d+\u00a0%\).*", "…", zeile) for zeile in zeilen]


def test_ein_tag(mappe: Path, beobachte: Beobachte) -> None:
    bericht = mappe / "2024" / "bericht.yaml"
    vorher = bericht.read_text("utf-8")
    lauf = beobachte()
    assert lauf.anfang == [KOPF]
    assert _ohne_zahlen(lauf.bis("bericht.yaml")) == ["2024/antrag für 2026.yaml: …", "2024/bericht.yaml: …"]
    _schreibe(bericht, vorher + DATUM.format("bald"))
    assert lauf.bis("Hilfe:") == [
        "2024/bericht.yaml",
        "  behoben: KM301 Frage zu 2.1 ist offen: Wann wurde eine umfassende Bestandsaufnahme zuletzt vorgenommen?",
        f"  neu (Fehler): 2024/bericht.yaml:6:26 {FALSCHES_DATUM}",
        "    Hilfe: Schreiben Sie 2023, 2023-05, 2023-05-14, 05/2023 oder 14.05.2023.",
    ]
    # Lines added above move the finding, and are nothing new.
    _schreibe(bericht, "# eine Zeile\n\n" + vorher + DATUM.format("bald"))
    _schreibe(bericht, "# eine Zeile\n\n" + vorher + DATUM.format("2024-05"))
    zeilen = lauf.bis("vorher")
    assert f"  behoben: {FALSCHES_DATUM}" in zeilen
    assert re.fullmatch(r"  1 von \d+ Fragen beantwortet \(2\u00a0%\), vorher 0", zeilen[-1])
    assert not [zeile for zeile in zeilen if "neu (" in zeile]
    assert lauf.beende() == (130, ["", "Beobachtung beendet."], "")


def test_halb_geschriebene_dateien(mappe: Path, beobachte: Beobachte) -> None:
    bericht = mappe / "2024" / "bericht.yaml"
    ganz = bericht.read_text("utf-8") + DATUM.format("2024-05")
    lauf = beobachte()
    lauf.bis("bericht.yaml")
    # As VS Code writes: empty, then the content, in pieces; then Word's and LibreOffice's way, by way of other names.
    bericht.write_bytes(b"")
    with bericht.open("w", encoding="utf-8") as strom:
        for stueck in (ganz[:40], ganz[40:77], ganz[77:]):
            strom.write(stueck)
            strom.flush()
    (mappe / "2024" / ".~lock.bericht.yaml#").write_text("Erika Beispiel")
    bericht.rename(bericht.with_suffix(".bak"))
    (mappe / "2024" / "lu12ab.tmp").write_text(ganz)
    (mappe / "2024" / "lu12ab.tmp").rename(bericht)
    bericht.with_suffix(".bak").unlink()
    zeilen = lauf.bis("vorher 0")
    assert zeilen[0] == "2024/bericht.yaml"
    assert not [zeile for zeile in zeilen if "neu" in zeile or "mehr" in zeile]


def test_bleibt_eine_datei_unlesbar_wird_nur_das_gesagt(mappe: Path, beobachte: Beobachte) -> None:
    bericht = mappe / "2024" / "bericht.yaml"
    vorher = bericht.read_text("utf-8")
    lauf = beobachte()
    lauf.bis("bericht.yaml")
    _schreibe(bericht, vorher + "aufgaben:\n\tkmn: x\n")
    zeilen = lauf.bis("sobald")
    assert [zeile.split(" 2024")[0] for zeile in zeilen] == [
        "2024/bericht.yaml",
        "  neu (Fehler):",
        zeilen[2],
        "  Was sonst darin steht, prüft kmut wieder, sobald die Datei lesbar ist.",
    ]
    assert "KM111" in zeilen[1]
    _schreibe(bericht, vorher)
    assert lauf.bis("behoben: KM111")[0] == "2024/bericht.yaml"
    _schreibe(bericht, vorher + DATUM.format("bald"))
    # Not a word about the other questions, which were open all the time.
    zeilen = lauf.bis("Hilfe:")
    assert [zeile.split(":")[0] for zeile in zeilen] == [
        "2024/bericht.yaml",
        "  behoben",
        "  neu (Fehler)",
        "    Hilfe",
    ]
    assert FALSCHES_DATUM in zeilen[2]


def test_neue_geloeschte_und_umbenannte_dateien(mappe: Path, beobachte: Beobachte) -> None:
    lauf = beobachte()
    lauf.bis("bericht.yaml")
    (mappe / "2025" / "Entwürfe").mkdir(parents=True)
    _schreibe(mappe / "2025" / "Entwürfe" / "neu.yaml", ANTRAG + "unbekannt: 1\n")
    zeilen = lauf.bis("Hilfe:")
    assert _ohne_zahlen(zeilen)[0] == "2025/Entwürfe/neu.yaml: neu, …"
    assert "neu (Fehler): 2025/Entwürfe/neu.yaml:4:1 KM210" in zeilen[1]
    (mappe / "2025").rename(mappe / "später")
    assert "2025/Entwürfe/neu.yaml: gibt es nicht mehr" in lauf.bis("gibt es nicht mehr")
    lauf.bis("später/Entwürfe/neu.yaml: neu")
    lauf.bis("Hilfe:")
    (mappe / "2024" / "bericht.yaml").unlink()
    assert lauf.zeile() == "2024/bericht.yaml: gibt es nicht mehr"
    (mappe / "2024" / "antrag für 2026.yaml").write_text("# jetzt etwas anderes\nfoo: 1\n")
    assert lauf.zeile() == "2024/antrag für 2026.yaml: ist kein Dokument mehr"


@pytest.mark.parametrize("pfad", [".", "2024", "2024/antrag für 2026.yaml"])
def test_gemeinsame_angaben(mappe: Path, beobachte: Beobachte, pfad: str) -> None:
    lauf = beobachte(pfad)
    lauf.bis("antrag für" if pfad.endswith(".yaml") else "bericht.yaml")
    _schreibe(mappe / "kmut.yaml", KOMMUNE.replace("landkreis", "lankreis"))
    zeilen = lauf.bis("Hilfe:")
    assert "kmut.yaml" in zeilen[0]
    assert "„lankreis“" in zeilen[1]
    _schreibe(mappe / "kmut.yaml", KOMMUNE)
    assert "kmut.yaml" in str(lauf.zeile())
    assert "behoben:" in str(lauf.zeile())


def test_verzeichnis_der_veranstaltungen(mappe: Path, beobachte: Beobachte) -> None:
    verzeichnis = "dokument: veranstaltungen\neintraege:\n  - datum: {}\n    titel: Tagung\n    ort: Mainz\n"
    (mappe / "veranstaltungen.yaml").write_text(verzeichnis.format("2024-05-02"), "utf-8")
    with (mappe / "2024" / "bericht.yaml").open("a", encoding="utf-8") as strom:
        strom.write("aufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n")
    lauf = beobachte("2024")
    lauf.bis("bericht.yaml")
    _schreibe(mappe / "veranstaltungen.yaml", verzeichnis.format("2023-05-02"))
    zeilen = lauf.bis("Hilfe:")
    assert zeilen[0] == "2024/bericht.yaml"  # the file itself stayed as it was
    assert any("2024/bericht.yaml:6:" in zeile for zeile in zeilen[1:])


def test_ausgabe_fuehrt_zu_keiner_weiteren(mappe: Path, beobachte: Beobachte) -> None:
    bericht = mappe / "2024" / "bericht.yaml"
    lauf = beobachte("--render", "--format", "docx", "--format", "md")
    anfang = lauf.bis("bericht.docx") + lauf.bis("bericht.md")
    assert sum(zeile.startswith("Geschrieben: ") for zeile in anfang) == 4
    for nummer in range(3):
        _schreibe(bericht, BERICHT + f"berichtsjahr: 202{nummer}\n")
        # Nothing in between, neither from the output before nor of the application, which stays as it is.
        while "Geschrieben" not in (zeile := str(lauf.zeile())):
            assert "antrag" not in zeile
        assert zeile == "Geschrieben: 2024/bericht.docx"
        assert lauf.zeile() == "Geschrieben: 2024/bericht.md"
        assert f"202{nummer}" in (mappe / "2024" / "bericht.md").read_text("utf-8")
    _schreibe(mappe / "kmut.yaml", KOMMUNE.replace("Musterland", "Neuland"))
    zeilen = lauf.bis("antrag für 2026.md") + lauf.bis("bericht.md")
    assert [zeile for zeile in zeilen if "Geschrieben" in zeile] == [
        "Geschrieben: 2024/antrag für 2026.docx",
        "Geschrieben: 2024/antrag für 2026.md",
        "Geschrieben: 2024/bericht.docx",
        "Geschrieben: 2024/bericht.md",
    ]
    assert lauf.beende() == (130, ["", "Beobachtung beendet."], "")


def test_mit_fehlern_wird_nicht_ausgegeben(mappe: Path, beobachte: Beobachte) -> None:
    bericht, ziel = mappe / "2024" / "bericht.yaml", mappe / "fertig"
    lauf = beobachte("2024/bericht.yaml", "--render", "--format", "md", "--out", "fertig")
    assert lauf.bis("Geschrieben")[-1] == "Geschrieben: fertig/bericht.md"
    _schreibe(bericht, BERICHT + DATUM.format("bald"))
    assert lauf.bis("Nicht ausgegeben")[-1] == "Nicht ausgegeben, erst die Fehler beheben: 2024/bericht.yaml"
    (ziel / "bericht.md").write_text("Das hier ist nicht von kmut.\n")
    _schreibe(bericht, BERICHT + DATUM.format("2024"))
    assert "KM505" in lauf.bis("KM505")[-1]
    (ziel / "bericht.md").unlink()
    _schreibe(bericht, BERICHT + DATUM.format("2023"))
    zeilen = lauf.bis("Geschrieben")
    assert any("behoben: KM505" in zeile for zeile in zeilen)


def test_force_ueberschreibt(mappe: Path, beobachte: Beobachte) -> None:
    fremd = mappe / "2024" / "bericht.md"
    fremd.write_text("Das hier ist nicht von kmut.\n")
    lauf = beobachte("2024/bericht.yaml", "--render", "--format", "md", "--force")
    assert lauf.bis("Geschrieben")[-1] == "Geschrieben: 2024/bericht.md"
    assert "nicht von kmut" not in fremd.read_text("utf-8")


def test_zwei_dokumente_mit_demselben_ziel(mappe: Path, beobachte: Beobachte) -> None:
    lauf = beobachte("--render", "--format", "md", "--out", "eine.md")
    assert lauf.bis("Geschrieben")[-1] == "Geschrieben: eine.md"
    _schreibe(mappe / "2024" / "bericht.yaml", BERICHT + DATUM.format("bald"))
    lauf.bis("Nicht ausgegeben")
    _schreibe(mappe / "2024" / "bericht.yaml", BERICHT + DATUM.format("2023"))
    assert "Geschrieben" not in "".join(lauf.bis("vorher"))
    assert "# Projektbeschreibung" in (mappe / "eine.md").read_text("utf-8")


def test_leerer_ordner(mappe: Path, beobachte: Beobachte) -> None:
    (mappe / "leer").mkdir()
    lauf = beobachte("leer")
    assert lauf.zeile() == "Noch ist kein Dokument da."
    _schreibe(mappe / "leer" / "b.yaml", BERICHT)
    assert str(lauf.zeile()).startswith("leer/b.yaml: neu, ")
    (mappe / "leer" / "b.yaml").unlink()
    (mappe / "leer").rmdir()
    assert lauf.bis("leer/b.yaml: gibt es nicht mehr")[-2:] == [
        "leer: gibt es nicht mehr; kmut wartet, ob es wiederkommt",
        "leer/b.yaml: gibt es nicht mehr",
    ]
    (mappe / "leer").mkdir()
    _schreibe(mappe / "leer" / "c.yaml", BERICHT)
    assert "leer: ist wieder da" in lauf.bis("leer/c.yaml: neu, ")


@pytest.mark.parametrize(
    ("args", "meldung"),
    [
        (["-"], "Die Standardeingabe lässt sich nicht beobachten."),
        (["--format", "md"], "--format wirkt nur zusammen mit --render."),
        (["--force"], "--force wirkt nur zusammen mit --render."),
        (["--out", "x"], "--out wirkt nur zusammen mit --render."),
        (["--render", "--format", "pdf"], "--format kennt „pdf“ nicht."),
        (["--render", "--out", "x.pdf"], "--out „x.pdf“ ist der Name einer Datei und passt nicht"),
    ],
)
def test_falscher_aufruf(kmut: Kmut, schreibe: Schreibe, args: list[str], meldung: str) -> None:
    ergebnis = kmut("watch", *args)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert ergebnis.err.startswith(f"kmut: {meldung}")


def test_was_es_nicht_gibt(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("watch", "brecht.yaml")
    assert ergebnis.status == 2
    assert "KM181 „brecht.yaml“ gibt es nicht." in ergebnis.out
    assert "Meinten Sie „bericht.yaml“?" in ergebnis.out

"""``kmut log`` on a terminal: asks in German for what is missing, and before it writes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pexpect = pytest.importorskip("pexpect")
if sys.platform == "win32":
    pytest.skip("no pseudo-terminal", allow_module_level=True)

WURZEL = Path(__file__).parents[2]
NAME = "veranstaltungen.yaml"
PFEIL = "\x1b[B"
Lauf = Callable[..., Any]


@pytest.fixture
def lauf(tmp_path: Path) -> Lauf:
    """Start ``kmut log`` on a terminal in an empty folder."""

    def starte(*args: str) -> Any:
        umgebung = {"PYTHONPATH": str(WURZEL), "TERM": "xterm", "PATH": "", "LANG": "C.UTF-8", "COLUMNS": "100"}
        befehl = ["-m", "kmut_cli", "log", *args]
        return pexpect.spawn(
            sys.executable, befehl, cwd=tmp_path, env=umgebung, encoding="utf-8", timeout=60, dimensions=(30, 100)
        )

    return starte


def beende(kind: Any) -> tuple[int, str]:
    """Wait for the end; gives the status and what came last, without what steers the terminal."""
    kind.expect(pexpect.EOF)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", kind.before)
    kind.close()
    return kind.exitstatus, text


def test_a_whole_entry_is_asked_for(lauf: Lauf, tmp_path: Path) -> None:
    kind = lauf("add")
    kind.expect("Wann")
    kind.sendline("im Herbst\r")
    kind.expect("erwartet einen Tag oder einen Zeitraum")
    kind.send("\x15" + "27./28.04.2015\r")
    for frage, antwort in (("Uhr", ""), ("Wo", "Mainz"), ("Was", "Bundeskonferenz")):
        kind.expect(re.escape(frage))
        kind.send(antwort + "\r")
    kind.expect("Welche Art")
    kind.send(PFEIL * 7 + "\r")
    kind.expect("Rolle")
    kind.send("\x1b[A" + "\r")
    for frage, antwort in (("Netzwerk", ""), ("Partner", "Bund; Land"), ("Zielgruppen", ""), ("Teilnehmende", "120")):
        kind.expect(frage)
        kind.send(antwort + "\r")
    status, text = beende(kind)
    assert status == 0, text
    assert "Angelegt: veranstaltungen.yaml" in text
    assert (tmp_path / NAME).read_text("utf-8").partition("eintraege:\n")[2] == (
        "  - datum: 27./28.04.2015\n    ort: Mainz\n    titel: Bundeskonferenz\n    art: tagung\n"
        "    partner:\n      - Bund\n      - Land\n    teilnehmende: 120\n"
    )


def test_only_what_is_missing_is_asked_for(lauf: Lauf, tmp_path: Path) -> None:
    kind = lauf("add", "Fest", "--kind", "veranstaltung")
    kind.expect("Wann")
    kind.send("2015-05-01\r")
    assert beende(kind)[0] == 0
    assert "titel: Fest" in (tmp_path / NAME).read_text("utf-8")


def test_a_double_is_asked_about(lauf: Lauf, tmp_path: Path) -> None:
    text = "dokument: veranstaltungen\neintraege:\n  - {datum: 2015, titel: Fest}\n"
    (tmp_path / NAME).write_text(text, "utf-8")
    for pfeil, anzahl in (("", 1), (PFEIL, 2)):
        kind = lauf("add", "2015 Fest")
        kind.expect("Trotzdem eintragen")
        kind.send(pfeil + "\r")
        beende(kind)
        assert (tmp_path / NAME).read_text("utf-8").count("Fest") == anzahl


@pytest.mark.parametrize(
    ("tasten", "status", "anzahl"),
    [
        ("\r", 0, 1),
        (PFEIL + "\r", 0, 0),
        ("\x03", 130, 0),
        ("j\r", 0, 1),
        ("n\r", 0, 0),
        ("N\r", 0, 0),
        ("kJ\r", 0, 1),
    ],
)
def test_an_import_is_written_after_a_yes(lauf: Lauf, tmp_path: Path, tasten: str, status: int, anzahl: int) -> None:
    (tmp_path / "t.csv").write_text("Datum;Titel\n1.5.2015;Fest\n", "utf-8")
    kind = lauf("import", "t.csv")
    kind.expect("eintragen")
    kind.send(tasten)
    ende, text = beende(kind)
    assert ende == status, text
    assert (tmp_path / NAME).exists() == bool(anzahl)
    assert ("Abgebrochen, nichts eingetragen." in text) == (status == 0 and not anzahl)
    assert not re.search(r"\b(Cancelled|arrow|Yes|yes|user)\b", text)


def test_breaking_off_writes_nothing(lauf: Lauf, tmp_path: Path) -> None:
    kind = lauf("add")
    kind.expect("Wann")
    kind.sendintr()
    assert beende(kind)[0] == 130
    assert not (tmp_path / NAME).exists()

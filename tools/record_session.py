"""Plays a session at a terminal and gives what stood on the screen: for pages of the handbook that show one.

The program runs as people run it, in a process of its own on a pseudo-terminal; keys are sent when the text they answer
is there. Needs a POSIX system.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pexpect
import pyte

BREITE, HOEHE = 100, 40
BREIT = 160
"""Columns for a command that asks nothing; it is told 100, so that a line that it never breaks is not broken here."""
WARTEN = 60.0
"""Seconds after which a text that does not come is an error; a slow machine needs a few."""
Eingabe = tuple[str, str]
"""Text to wait for, and the keys to press then."""


class Schirm(pyte.HistoryScreen):
    """A screen that keeps what scrolled off, and answers a program that asks where the cursor is."""

    def __init__(self, kind: pexpect.spawn, breite: int) -> None:
        """Make an empty screen for a program."""
        super().__init__(breite, HOEHE, history=100_000, ratio=0.5)
        self._kind = kind

    def write_process_input(self, data: str) -> None:
        """Send an answer of the terminal to the program."""
        self._kind.send(data)

    def text(self) -> str:
        """Give all that was shown, without blanks at the ends of lines."""
        oben = ["".join(zeile[spalte].data for spalte in range(self.columns)) for zeile in self.history.top]
        return "\n".join(zeile.rstrip() for zeile in [*oben, *self.display]).strip("\n")


def aufnahme(argumente: Sequence[str], eingaben: Iterable[Eingabe], ordner: Path) -> str:
    """Run ``kmut`` and play the keys.

    Args:
        argumente: Arguments of the command.
        eingaben: Texts to wait for, each with the keys that follow; a text must come anew for each.
        ordner: Folder to run in.

    Returns:
        Everything that stood on the screen, line by line.

    Raises:
        RuntimeError: A text did not come; with what was shown until then.
    """
    umgebung = {
        **os.environ,
        "TERM": "xterm-256color",
        "NO_COLOR": "1",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "COLUMNS": str(BREITE),
    }
    befehl = [sys.executable, "-m", "kmut_cli", *argumente]
    eingaben = list(eingaben)
    fenster = (HOEHE, BREITE if eingaben else BREIT)
    kind = pexpect.spawn(
        befehl[0], befehl[1:], cwd=str(ordner), env=umgebung, dimensions=fenster, encoding="utf-8", timeout=1
    )
    schirm = Schirm(kind, fenster[1])
    strom = pyte.Stream(schirm)
    gesehen = ""
    for text, tasten in eingaben:
        gesehen = _warte_auf(kind, strom, text, gesehen, schirm)
        kind.send(tasten)
    _lies_zu_ende(kind, strom)
    return schirm.text()


def _warte_auf(kind: pexpect.spawn, strom: pyte.Stream, text: str, gesehen: str, schirm: Schirm) -> str:
    """Read until a text comes and give what came behind it."""
    ende = time.monotonic() + WARTEN
    while text not in gesehen:
        try:
            stueck = kind.read_nonblocking(4096, timeout=1)
        except pexpect.TIMEOUT:
            if time.monotonic() > ende:
                raise RuntimeError(f"„{text}“ did not come:\n{schirm.text()}") from None
            continue
        except pexpect.EOF:
            raise RuntimeError(f"The program ended before „{text}“:\n{schirm.text()}") from None
        strom.feed(stueck)
        gesehen += stueck
    return gesehen.split(text, 1)[1]


def _lies_zu_ende(kind: pexpect.spawn, strom: pyte.Stream) -> None:
    while True:
        try:
            strom.feed(kind.read_nonblocking(4096, timeout=WARTEN))
        except pexpect.EOF:
            kind.close()
            return

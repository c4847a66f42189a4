"""A person at a terminal: types keys into the real program and waits for what it says."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kmut_cli.__main__ import main
from kmut_cli.documents.laden import lade
from kmut_cli.rules.registry import checks
from kmut_cli.source.reader import read_source

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]
else:
    import fcntl
    import pty
    import struct
    import termios

    import pyte

WURZEL = Path(__file__).parents[3]
_STEUERUNG = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r")
ENTER, ESC, AB, LEER = "\r", "\x1b", "\x1b[B", " "
GEDULD = 30.0
"""Seconds to wait for a text before a test fails; far more than is ever needed."""

BERICHT = """\
# Bericht der Koordinierungsstelle
dokument: taetigkeitsbericht
gliederung: "2020"
status: entwurf
berichtsjahr: 2025
kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}   # Stammdaten

organisation:
  organisatorische_anbindung:
    zuordnung: 'Fachbereich Soziales'   # seit 2019
"""


@pytest.fixture(scope="session", autouse=True)
def vorgewaermt() -> None:
    """Import once what each session needs: a session is a copy of this process, which begins in no time."""
    import prompt_toolkit.input.vt100
    import prompt_toolkit.output.vt100
    import prompt_toolkit.shortcuts
    import questionary

    import kmut_cli.cli.app
    import kmut_cli.cli.ausfuellen.ablauf
    import kmut_cli.cli.fill

    del prompt_toolkit, questionary, kmut_cli
    lade(read_source("warm", BERICHT.encode()))
    checks()
    gc.collect()
    gc.freeze()  # a copy does not look through the objects of the tests, which would copy their memory too


class Sitzung:
    """``kmut fill`` as a process of its own on a terminal of 80 columns."""

    def __init__(self, *args: str, cwd: Path, env: dict[str, str] | None = None, zeilen: int = 24) -> None:
        umgebung = {"TERM": "xterm", "NO_COLOR": "1", "HOME": str(cwd), "PATH": os.environ["PATH"], **(env or {})}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            _im_kind(["fill", *args], cwd, umgebung, zeilen)
        self._schirm = pyte.Screen(80, zeilen)
        self._strom = pyte.ByteStream(self._schirm)
        self.roh = b""
        self._gezeigt = 0
        self._ab = 0
        self._status: int | None = None

    @property
    def seither(self) -> str:
        """What was printed since the last keys, without control sequences."""
        return _STEUERUNG.sub("", self.roh[self._ab :].decode("utf-8", "replace"))

    @property
    def bild(self) -> str:
        """What stands on the screen once nothing more comes; it is drawn only when somebody looks."""
        while select.select([self.fd], [], [], 0.05)[0] and self.lies():
            pass
        self._strom.feed(self.roh[self._gezeigt :])
        self._gezeigt = len(self.roh)
        return "\n".join(zeile.rstrip() for zeile in self._schirm.display)

    def lies(self) -> bool:
        """Take what the program has printed; gives whether it still runs."""
        if not select.select([self.fd], [], [], 0.05)[0]:
            return True
        try:
            neu = os.read(self.fd, 65536)
        except OSError:  # Linux says so that nobody holds the other end any more
            neu = b""
        self.roh += neu
        return bool(neu)

    def warte(self, text: str) -> Sitzung:
        """Wait for a text since the last keys; how lines are broken does not matter.

        The number of a question („Frage 2 von 5“) has come when its keys are offered below.
        """
        muster = re.escape(" ".join(text.split())) + (r".*\[\?\] Hilfe" if re.match(r"Frage \d+ von", text) else "")
        gesucht = re.compile(muster)
        ende = time.monotonic() + GEDULD
        while not gesucht.search(" ".join(self.seither.split())):
            laeuft = self.lies()
            if not laeuft and not gesucht.search(" ".join(self.seither.split())):
                raise AssertionError(f"„{text}“ kam nicht, das Programm ist zu Ende:\n{self.seither}")
            if time.monotonic() > ende:
                raise AssertionError(f"„{text}“ kam nicht:\n{self.seither}\n--- Bildschirm:\n{self.bild}")
        return self

    def tippe(self, tasten: str) -> Sitzung:
        """Type keys."""
        self.lies()
        self._ab = len(self.roh)
        os.write(self.fd, tasten.encode())
        return self

    def sende(self, signum: int) -> None:
        """Send a signal."""
        os.kill(self.pid, signum)

    def ende(self) -> int:
        """Wait for the end; gives the exit status, negative for a signal."""
        ende = time.monotonic() + GEDULD
        while self.lies():
            assert time.monotonic() < ende, f"läuft noch:\n{self.bild}"
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def lege_auf(self) -> int:
        """Close the window; gives the exit status."""
        os.close(self.fd)
        self.fd = -1
        self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def schliesse(self) -> None:
        """End it whatever it is doing."""
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                self.sende(signal.SIGKILL)
            self.ende()
        if self.fd >= 0:
            os.close(self.fd)


def _im_kind(args: list[str], cwd: Path, umgebung: dict[str, str], zeilen: int) -> NoReturn:
    """Run the program in the copied process, and never return to the tests."""
    status = 99
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", zeilen, 80, 0, 0))
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(umgebung)
        tempfile.tempdir = str(cwd.parent)  # what is kept there goes with the other files of the tests
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        status = main(args)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


Fuelle = Callable[..., Sitzung]


@pytest.fixture
def fuelle(tmp_path: Path) -> Iterator[Fuelle]:
    """Start ``kmut fill`` in an empty folder: gets its arguments, the content of ``bericht.yaml`` and variables."""
    offen: list[Sitzung] = []

    def starte(*args: str, inhalt: str | None = BERICHT, **mehr: Any) -> Sitzung:
        if inhalt is not None:
            (tmp_path / "bericht.yaml").write_bytes(inhalt.encode())
        sitzung = Sitzung("bericht.yaml", *args, cwd=tmp_path, **mehr)
        offen.append(sitzung)
        return sitzung

    yield starte
    for sitzung in offen:
        sitzung.schliesse()


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    """The file that is filled."""
    return tmp_path / "bericht.yaml"

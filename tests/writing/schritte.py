"""Every call by which kmut changes files, as a step at which it can be killed, fail, be stopped or looked at."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from kmut_cli.source import temporary

_ALLE = "open write fsync dup close fchown fchmod setxattr removexattr replace link rename unlink mkdir rmdir"
NAMEN = tuple(_ALLE.split())
BRAUCHT_PLATZ = ("open", "write", "fsync", "close", "setxattr", "replace", "link", "rename", "mkdir")
GEDULD = 60.0
"""Seconds after which a run is taken to hang."""
_SCHREIBEND = set("wax+")
_ANLEGEND = os.O_CREAT | os.O_WRONLY | os.O_RDWR | os.O_TRUNC

Vorher = Callable[[int, str, tuple[Any, ...]], None]
"""Called before each step with its number from 1, its name and its arguments; may end the process or raise."""


class Schritte:
    """The steps of a run.

    Attributes:
        namen: What was done so far.
        darin: Whether a step is being done.
    """

    def __init__(self, vorher: Vorher | None = None) -> None:
        self.namen: list[str] = []
        self.darin = False
        self._vorher = vorher
        self._gelesen: set[int] = set()  # descriptors open for reading: closing them changes nothing

    def _huelle(self, name: str, echt: Callable[..., Any]) -> Callable[..., Any]:
        def schritt(*args: Any, **mehr: Any) -> Any:
            if name == "open" and not self.darin and not args[1] & _ANLEGEND:
                self._gelesen.add(griff := echt(*args, **mehr))
                return griff
            liest_nur = name == "close" and args[0] in self._gelesen
            if name == "close":
                self._gelesen.discard(args[0])
            if self.darin or liest_nur or (name in ("write", "close", "fsync", "dup") and args[0] <= 2):
                return echt(*args, **mehr)
            self.namen.append(name)
            self.darin = True
            try:
                if self._vorher is not None:
                    self._vorher(len(self.namen), name, args)
                ergebnis = echt(*args, **mehr)
            finally:
                self.darin = False
            if name in ("open", "dup"):
                self._gelesen.discard(ergebnis)  # a number that was closed in another way is given anew
            return ergebnis

        return schritt

    @contextlib.contextmanager
    def aktiv(self) -> Iterator[Schritte]:
        """Count and act while this lasts."""
        echte = {name: getattr(os, name) for name in NAMEN if hasattr(os, name)}
        oeffne = io.open

        def io_open(datei: Any, mode: str = "r", *args: Any, **mehr: Any) -> Any:
            if not _SCHREIBEND & set(mode) or isinstance(datei, int):
                return oeffne(datei, mode, *args, **mehr)
            return self._huelle("io.open", oeffne)(datei, mode, *args, **mehr)

        for name, echt in echte.items():
            setattr(os, name, self._huelle(name, echt))
        io.open = io_open  # type: ignore[assignment]  # what Path.open calls
        try:
            yield self
        finally:
            io.open = oeffne
            for name, echt in echte.items():
                setattr(os, name, echt)


def toete(bei: int) -> Vorher:
    """Give what kills the process before a step; in the middle of it, if it writes."""

    def vorher(nummer: int, name: str, args: tuple[Any, ...]) -> None:
        if nummer == bei:
            if name == "write":
                os.write(args[0], args[1][: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    return vorher


def scheitere(nummern: Callable[[int, str], bool], errno: int) -> Vorher:
    """Give what lets steps fail; what is closed is closed all the same, as the system does it."""

    def vorher(nummer: int, name: str, args: tuple[Any, ...]) -> None:
        if nummern(nummer, name):
            if name == "close":
                os.close(args[0])
            raise OSError(errno, os.strerror(errno))

    return vorher


def im_kind(lauf: Callable[[], Any], vorher: Vorher | None = None) -> int:
    """Start a run in a process of its own, which is a copy of this one; gives its number."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _kind(lauf, vorher)
    return pid


def _kind(lauf: Callable[[], Any], vorher: Vorher | None) -> NoReturn:
    status = 99
    try:
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        sys.dont_write_bytecode = True
        with Schritte(vorher).aktiv():
            status = lauf() or 0
    finally:
        os._exit(status)


def ende(pid: int) -> int:
    """Wait for a process; gives its exit status, negative for a signal."""
    bis = time.monotonic() + GEDULD
    while time.monotonic() < bis:
        fertig, status = os.waitpid(pid, os.WNOHANG)
        if fertig:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise AssertionError("hängt")


def neuer_lauf() -> None:
    """Forget what only one run of the program knows."""
    temporary._cleaned.clear()


def stand(ordner: Path) -> dict[str, bytes]:
    """Give all files with their content, but no temporary ones."""
    return {
        pfad.relative_to(ordner).as_posix(): pfad.read_bytes()
        for pfad in sorted(ordner.rglob("*"))
        if pfad.is_file() and not _ist_rest(pfad)
    }


def reste(ordner: Path) -> list[Path]:
    """Give the temporary files that lie in a folder or below."""
    return [pfad for pfad in ordner.rglob(".*") if _ist_rest(pfad)]


def _ist_rest(pfad: Path) -> bool:
    return temporary._OURS.fullmatch(pfad.name) is not None


@contextlib.contextmanager
def eigener_tmp(ordner: Path) -> Iterator[None]:
    """Let the folder for temporary files be another one."""
    alt = tempfile.tempdir
    tempfile.tempdir = str(ordner)
    try:
        yield
    finally:
        tempfile.tempdir = alt

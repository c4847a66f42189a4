"""What every hostile case must leave as it was, and what nobody may ever be shown."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from tests.cli.conftest import Ergebnis, kmut, schreibe

__all__ = ["ALLES", "Ergebnis", "kmut", "ruhig", "schreibe", "zustand"]

ALLES = bool(os.environ.get("KMUT_HOSTILE"))
"""Whether to run every command on every case; else a part of it, so that the tests stay quick."""
HAENGT = 120
"""Seconds after which a test is taken to hang."""
_FREMD = re.compile(
    r"Traceback|Fehler in kmut selbst|Exception|Error\b|Warning\b|\b(?:expected|invalid|found|while|could not|cannot|"
    r"unexpected|must be|should be|No such|Is a|Permission denied|codec|mapping values)\b"
)


@pytest.fixture(autouse=True)
def haengt_nicht() -> Iterator[None]:
    """End a test that hangs; where there are no alarms (Windows) the run as a whole has its limit."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ende(_nummer: int, _rahmen: FrameType | None) -> None:
        raise TimeoutError(f"takes longer than {HAENGT} s")

    vorher = signal.signal(signal.SIGALRM, ende)
    signal.alarm(HAENGT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, vorher)


def zustand(ordner: Path) -> dict[str, tuple[int, int, int] | bytes | str]:
    """Everything in a folder: names with their bytes, targets of links, and what else they are."""
    alles: dict[str, tuple[int, int, int] | bytes | str] = {}
    for pfad in sorted(ordner.rglob("*")):
        name = os.fsdecode(os.path.relpath(pfad, ordner))
        if pfad.is_symlink():
            alles[name] = os.readlink(pfad)  # noqa: PTH115
        elif pfad.is_file():
            alles[name] = pfad.read_bytes()
        else:
            stat = pfad.lstat()
            alles[name] = (stat.st_mode, stat.st_ino, 0)
    return alles


def ruhig(ergebnis: Ergebnis, *status: int) -> None:
    """The run ended as it should, and what it said is its own."""
    worte = ergebnis.out + ergebnis.err
    assert ergebnis.status in status, worte[-500:]
    fremd = _FREMD.search(worte)
    assert fremd is None, worte[max(0, fremd.start() - 200) : fremd.end() + 200]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", worte)

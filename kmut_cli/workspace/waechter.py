"""Waits until YAML files have changed and are at rest.

What the operating system reports is only a hint to look: whether a file changed, its size and times decide. So neither
output that kmut itself writes nor an editor's temporary files lead to a round, and a change that was never reported, as
on some network drives, is found all the same, only later.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kmut_cli.documents.registry import arten
from kmut_cli.workspace.dateien import ENDUNGEN, MAPPE
from kmut_cli.workspace.suche import durchsucht

RUHE_S = 0.1
"""So long nothing may change before files are read: editors write in several steps."""
_GEDULD = 6
"""So many times as long where a file is gone or empty, for that is seldom what was meant."""
_HOECHSTENS = 100
_PAUSE_S = 1.0
_ORDNER_JE_S = 100  # Looking through a folder takes a small part of a millisecond; where there are many, seldom.

Zeiten = dict[str, tuple[int, int, int]]
"""File → time of its last change, size and number on the disk."""


@dataclass(frozen=True, slots=True)
class Schnappschuss:
    """The YAML files of a moment, not their content.

    Attributes:
        dateien: Size and times of each.
        ordner: The folders in which a change may be reported.
    """

    dateien: Zeiten
    ordner: frozenset[str]


def schnappschuss(namen: Sequence[str]) -> Schnappschuss:
    """Look at all YAML files that files and folders of a command line depend on.

    Args:
        namen: Files and folders; they need not exist.
    """
    dateien: Zeiten = {}
    ordner: set[str] = set()
    for name in namen:
        oben = Path(name) if os.path.isdir(name) else Path(name).parent  # noqa: PTH112  (Path.is_dir may raise)
        if oben != Path(name):
            _merke(dateien, name)
            ordner.add(str(oben))
        else:
            for wo, unterordner, gefunden in os.walk(name):
                unterordner[:] = [eins for eins in unterordner if durchsucht(eins)]
                ordner.add(wo)
                for datei in gefunden:
                    if datei.lower().endswith((*ENDUNGEN, ".csv")):
                        _merke(dateien, os.path.join(wo, datei))  # noqa: PTH118  (many files)
        for gemeinsame in _daruber(oben):
            if _merke(dateien, str(gemeinsame)):
                ordner.add(str(gemeinsame.parent))
    return Schnappschuss(dateien, frozenset(eins for eins in ordner if os.path.isdir(eins)))  # noqa: PTH112


def _daruber(ordner: Path) -> Iterator[Path]:
    """Give the files further up that may hold something for the documents of a folder."""
    namen = (MAPPE, *(f"{art}.yaml" for art in arten()))
    return (oben / name for oben in ordner.resolve().parents for name in namen)


def _merke(dateien: Zeiten, pfad: str) -> bool:
    try:
        zustand = os.stat(pfad)  # noqa: PTH116  (many files)
    except (OSError, ValueError):
        return False
    dateien[pfad] = (zustand.st_mtime_ns, zustand.st_size, zustand.st_ino)
    return True


class Waechter:
    """Watches over the files and folders of a command line."""

    def __init__(
        self, namen: Sequence[str], melde: Callable[[str], None], schlafe: Callable[[float], None] = time.sleep
    ) -> None:
        """Take the files as they are; what changes from now on counts.

        Args:
            namen: Files and folders.
            melde: Tells the user something about watching itself.
            schlafe: Waits for so many seconds.
        """
        self._namen = namen
        self._melde = melde
        self._schlafe = schlafe
        self._stand = schnappschuss(namen)
        self._strom: Any = None
        self._belauscht: frozenset[str] = frozenset()
        self._fragt_selbst = False

    def warte(self) -> None:
        """Return when files have changed since the last time, and are at rest."""
        while True:
            self._auf_hinweis()
            jetzt = schnappschuss(self._namen)
            if jetzt.dateien != self._stand.dateien:
                self._stand = self._zur_ruhe(jetzt)
                return
            self._stand = jetzt

    def _zur_ruhe(self, jetzt: Schnappschuss) -> Schnappschuss:
        ruhig = 0
        for _ in range(_HOECHSTENS):
            self._schlafe(RUHE_S)
            neu = schnappschuss(self._namen)
            ruhig = ruhig + 1 if neu.dateien == jetzt.dateien else 0
            jetzt = neu
            if ruhig >= (_GEDULD if self._verdaechtig(jetzt) else 1):
                break
        return jetzt

    def _verdaechtig(self, jetzt: Schnappschuss) -> bool:
        """Whether a file that held something is gone or empty."""
        leer = (0, 0, 0)
        return any(
            groesse and not jetzt.dateien.get(pfad, leer)[1] for pfad, (_, groesse, _) in self._stand.dateien.items()
        )

    def _auf_hinweis(self) -> None:
        """Return when there may be something to see, or it is time to look."""
        pause = max(_PAUSE_S, len(self._stand.ordner) / _ORDNER_JE_S)
        try:
            if self._belauscht != self._stand.ordner:
                self._lausche(pause)
            if self._strom is not None:
                next(self._strom)
                return
        except FileNotFoundError:  # a folder went away while this began
            self._belauscht, self._strom = frozenset(), None
        except Exception:  # the library, or a limit of the operating system
            self._fragt_selbst, self._strom = True, None
            self._melde(
                "Das Betriebssystem meldet Änderungen in diesen Ordnern nicht; kmut sieht stattdessen regelmäßig selbst"
                " nach."
            )
        self._schlafe(pause)

    def _lausche(self, pause: float) -> None:
        """Have changes reported in the folders that there are now."""
        if self._strom is not None:
            with suppress(Exception):
                self._strom.close()
        self._strom, self._belauscht = None, self._stand.ordner
        if self._fragt_selbst or not self._belauscht:
            return
        from watchfiles import watch

        self._strom = watch(
            *sorted(self._belauscht),
            watch_filter=None,
            debounce=400,
            rust_timeout=round(1000 * pause),
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )

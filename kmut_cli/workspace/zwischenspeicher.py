"""What an earlier run found in order: marks of contents, so that unchanged files need not be looked at again.

A mark is a hash over a file, over what decides about it with it, and over kmut itself. Only files without any finding
are kept, so the store holds neither text nor names. It can be deleted at any time; damaged, it counts as empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import kmut_cli
from kmut_cli.findings import limits
from kmut_cli.source.write import write_atomic
from kmut_cli.workspace.ablage import ist_da
from kmut_cli.workspace.dateien import MAPPE, bytes_von
from kmut_cli.workspace.suche import fuehrt_weg
from kmut_cli.workspace.wurzeln import Wurzeln

_ANFANG = b"kmut: in Ordnung, 2\n"
_LAENGE = 16  # bytes of a mark: two files of the same mark are not to be met, by accident or by design
_HOECHSTENS = 500_000  # marks, 8 MB; beyond it only those of the last run are kept
_IM_ORDNER = 2_000  # files of a folder that are looked at for one document that takes from others
GELESEN = (".yaml", ".yml", ".csv")
"""Endings of files that documents take from, and whose content goes into marks."""


class Kenntnis(NamedTuple):
    """What is known.

    Attributes:
        stempel: What decides about files apart from themselves and their folder, see ``stempel``.
        bekannt: Marks of files that are in order.
    """

    stempel: bytes
    bekannt: AbstractSet[bytes] = frozenset()


class Merker:
    """Makes the marks of the files of one share of the work."""

    def __init__(self, kenntnis: Kenntnis) -> None:
        """Start with what is known."""
        self._kenntnis = kenntnis
        self._wurzeln = Wurzeln(ist_da)
        self._umgebungen: dict[tuple[Path | None, bool], bytes | None] = {}

    def findet(self, name: str, inhalt: bytes) -> bytes | None:
        """Give the mark by which a file is known to be in order, None if it is not; ``merkmal`` says of what."""
        if self._kenntnis.bekannt:
            for allein in (True, False):
                merkmal = self.merkmal(name, inhalt, allein=allein)
                if merkmal in self._kenntnis.bekannt:
                    return merkmal
        return None

    def merkmal(self, name: str, inhalt: bytes, *, allein: bool) -> bytes | None:
        """Make the mark of a file.

        Args:
            name: Its path.
            inhalt: Its bytes.
            allein: Whether only the file and the ``kmut.yaml`` above it decide; else its place and all files below that
                one do.

        Returns:
            The mark; None if it cannot be said what decides, or there is too much of it.
        """
        ordner = os.path.dirname(name)  # noqa: PTH120
        wurzel = self._wurzeln.ueber(ordner)
        umgebung = self._umgebung(wurzel, allein)
        if umgebung is None:
            return None
        if not allein:
            umgebung = _summe(umgebung + os.fsencode(os.path.relpath(self._wurzeln.ohne_links(ordner), wurzel)))
        summe = hashlib.sha256(self._kenntnis.stempel + umgebung.ljust(_LAENGE))  # processors have it built in
        summe.update(inhalt)
        return summe.digest()[:_LAENGE]

    def unveraendert(self) -> bool:
        """Whether all that was looked at for marks still is as it was, so that they tell what was really read."""
        return all(_lies_umgebung(*was) == summe for was, summe in self._umgebungen.items())

    def _umgebung(self, wurzel: Path | None, allein: bool) -> bytes | None:
        if (wurzel, allein) not in self._umgebungen:
            self._umgebungen[wurzel, allein] = _lies_umgebung(wurzel, allein)
        return self._umgebungen[wurzel, allein]


def _lies_umgebung(wurzel: Path | None, allein: bool) -> bytes | None:
    """Make a hash of what decides about a document beside itself; None if that cannot be said."""
    if wurzel is None:
        return b"" if allein else None
    try:
        return _summe_der_datei(str(wurzel / MAPPE)) if allein else _ordnersumme(wurzel)
    except OSError:
        return None


def _ordnersumme(wurzel: Path) -> bytes | None:
    """Make a hash of all that a document may take from its folder: tables and YAML by content, other files by time.

    Links may lead anywhere, so with one of them nothing can be said.
    """
    summe = hashlib.sha256()
    dateien = list(islice(_dateien(str(wurzel), frozenset({".git"})), _IM_ORDNER + 1))
    if len(dateien) > _IM_ORDNER or any(stand is None for _pfad, stand in dateien):
        return None
    for pfad, stand in sorted(dateien):
        summe.update(os.fsencode(f"{pfad}\0{stand}\0"))
        inhalt = _summe_der_datei(pfad) if pfad.lower().endswith(GELESEN) else b""
        if inhalt is None:
            return None
        summe.update(inhalt)
    return summe.digest()[:_LAENGE]


def _summe_der_datei(name: str) -> bytes | None:
    inhalt = bytes_von(name, limits.DATEI.wert)
    return None if inhalt is None else _summe(inhalt)


def _summe(inhalt: bytes) -> bytes:
    return hashlib.sha256(inhalt).digest()[:_LAENGE]


def ablage() -> Path:
    """Give the file in which marks are kept, in the folder of the user for such things."""
    from platformdirs import user_cache_path  # not for a run without the store

    return user_cache_path("kmut", appauthor=False) / "in-ordnung"


def stempel() -> bytes:
    """Make a hash of what decides about files apart from them: kmut, Python, its libraries and the limits that are set.

    The files of kmut are taken by size and time, so that whoever works on it never meets the marks of yesterday.
    """
    summe = hashlib.sha256()
    paket = Path(kmut_cli.__file__).parent
    summe.update(repr((kmut_cli.__version__, sys.version_info[:3], limits.abweichende())).encode())
    with contextlib.suppress(OSError):
        for pfad, stand in sorted(_dateien(str(paket), frozenset({"__pycache__", ".mypy_cache"}))):
            summe.update(os.fsencode(f"{pfad} {stand}"))
        for bibliothek in ("pydantic_core", "pydantic", "_ruamel_yaml"):
            gefunden = importlib.util.find_spec(bibliothek)
            if gefunden is not None and gefunden.origin is not None:
                summe.update(_stand(Path(gefunden.origin).stat()).encode())
    return summe.digest()


def _dateien(ordner: str, ohne: AbstractSet[str]) -> Iterator[tuple[str, str | None]]:
    """Name the files below a folder with size and time of change; None for a link, which is not followed.

    Args:
        ordner: The folder.
        ohne: Names of folders that are left out.
    """
    offen = [ordner]
    while offen:
        with os.scandir(offen.pop()) as eintraege:
            for eintrag in eintraege:
                if fuehrt_weg(eintrag):
                    yield eintrag.path, None
                elif eintrag.is_dir():
                    offen += [eintrag.path] * (eintrag.name not in ohne)
                elif eintrag.is_file():
                    yield eintrag.path, _stand(eintrag.stat())


def _stand(eine: os.stat_result) -> str:
    return f"{eine.st_size} {eine.st_mtime_ns}"


def lies_kenntnis(ort: Path) -> Kenntnis:
    """Read the marks of earlier runs.

    Args:
        ort: The file, see ``ablage``.

    Returns:
        Those that hold for this kmut; none if the file is missing, damaged, or of another one.
    """
    eigener = stempel()
    try:
        inhalt = ort.read_bytes()
    except OSError:
        return Kenntnis(eigener)
    kopf = len(_ANFANG) + len(eigener)
    pruefsumme, marken = inhalt[kopf : kopf + 32], inhalt[kopf + 32 :]
    heil = hashlib.sha256(eigener + marken).digest() == pruefsumme and len(marken) % _LAENGE == 0
    if inhalt[:kopf] != _ANFANG + eigener or not heil:
        return Kenntnis(eigener)
    return Kenntnis(eigener, {marken[i : i + _LAENGE] for i in range(0, len(marken), _LAENGE)})


def bewahre(ort: Path, kenntnis: Kenntnis, in_ordnung: AbstractSet[bytes]) -> None:
    """Keep the marks of a run for the next one; where that is not possible, the next one takes longer.

    Args:
        ort: The file, see ``ablage``.
        kenntnis: What was known before.
        in_ordnung: Marks of the files that this run found, or knew to be, in order.
    """
    alle = kenntnis.bekannt | in_ordnung
    if len(alle) > _HOECHSTENS:
        alle = in_ordnung
    if alle == kenntnis.bekannt:
        return
    marken = b"".join(sorted(alle))
    pruefsumme = hashlib.sha256(kenntnis.stempel + marken).digest()
    with contextlib.suppress(OSError):
        ort.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(ort, _ANFANG + kenntnis.stempel + pruefsumme + marken)

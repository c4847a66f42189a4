"""Which files a command line names, found without reading more than names, however many there are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import STDIN
from kmut_cli.workspace import rules
from kmut_cli.workspace.dateien import ENDUNGEN, MAPPE, Datei, fehlschlag, gefunden, genannt


class Fund(NamedTuple):
    """A file that a command line names.

    Attributes:
        name: As the user named it; for a file found in a folder, the folder's name and the way to it.
        kennung: The one way to name it, however the user came to it.
    """

    name: str
    kennung: str


class Angabe(NamedTuple):
    """One argument of a command line.

    Attributes:
        name: What was typed.
        ist_ordner: Whether that is a folder. Of its files only those count that are documents.
        dateien: The file itself, or the YAML files of the folder in the order of their paths, found while they are
            taken; None for one that came before. Folders that cannot be read are findings.
    """

    name: str
    ist_ordner: bool
    dateien: Iterator[Fund | Finding | None]


def angaben(namen: Iterable[str]) -> Iterator[Angabe]:
    """Find the files that a command line names, without reading them; each file comes once.

    Args:
        namen: Files, folders, ``-``; none at all means the current folder.
    """
    gesehen: set[str] = set()
    for name in list(namen) or ["."]:
        eine = _angabe(name)
        yield eine._replace(dateien=_neue(eine.dateien, gesehen))


def finde(namen: Iterable[str]) -> Iterator[Datei | Finding]:
    """Find the files that a command line names.

    Args:
        namen: Files, folders, ``-``; none at all means the current folder.

    Yields:
        Each file once, in the order of the names, files of a folder in the order of their paths; a finding for a
        folder that holds no document.
    """
    for angabe in angaben(namen):
        leer = True
        for eine in angabe.dateien:
            if isinstance(eine, Finding):
                yield eine
                continue
            if eine is None:
                leer = False
                continue
            datei = gefunden(eine.name, angabe.name) if angabe.ist_ordner else genannt(eine.name)
            if datei is not None:
                leer = False
                yield datei
        if leer and angabe.ist_ordner:
            yield leerer_ordner(angabe.name)


def leerer_ordner(name: str) -> Finding:
    """Say that a folder holds no document."""
    hilfe = "Nennen Sie den Ordner mit Ihren YAML-Dateien; jede beginnt mit einer Zeile „dokument: …“."
    return rules.LEERER_ORDNER.finding(name, f"Im Ordner „{name}“ ist kein Dokument.", hilfe)


def _angabe(name: str) -> Angabe:
    if not name:
        hilfe = "Meist ist eine Variable im Aufruf leer; der Ordner, in dem Sie stehen, heißt „.“."
        leer = rules.FEHLT.finding("„“", "Eine Angabe im Aufruf ist leer.", hilfe)
        return Angabe(name, ist_ordner=False, dateien=iter([leer]))
    if name != STDIN and os.path.isdir(name):  # noqa: PTH112  (a zero byte is no error)
        return Angabe(name, ist_ordner=True, dateien=_im_ordner(str(Path(name))))
    return Angabe(name, ist_ordner=False, dateien=iter([Fund(name, _kennung(name))]))


def _kennung(name: str) -> str:
    try:
        return name if name == STDIN else os.path.realpath(name)
    except ValueError:  # a null character
        return name


def _neue(dateien: Iterator[Fund | Finding | None], gesehen: set[str]) -> Iterator[Fund | Finding | None]:
    for eine in dateien:
        bekannt = isinstance(eine, Fund) and eine.kennung in gesehen
        if isinstance(eine, Fund):
            gesehen.add(eine.kennung)
        yield None if bekannt else eine


def _im_ordner(ordner: str) -> Iterator[Fund | Finding]:
    """Walk through a folder; links to folders are not followed, since they may lead in a circle."""
    fehler: list[OSError] = []
    offen = [("" if ordner == "." else _davor(ordner), _davor(os.path.realpath(ordner)))]
    while offen:
        name, wirklich = offen.pop()
        dateien, unterordner = _eintraege(name, fehler)
        for eine, verknuepft in sorted(dateien):
            ort = wirklich + eine
            yield Fund(name + eine, os.path.realpath(ort) if verknuepft else ort)
        offen += [(_davor(name + eins), _davor(wirklich + eins)) for eins in sorted(unterordner)[::-1]]
    for eins in fehler:
        yield fehlschlag(str(Path(eins.filename)), eins)


def _davor(ordner: str) -> str:
    """Give what stands before the names in a folder; ``Path`` would take as long as reading the files does."""
    return ordner if ordner.endswith(os.sep) else ordner + os.sep


def _eintraege(ordner: str, fehler: list[OSError]) -> tuple[list[tuple[str, bool]], list[str]]:
    """Give the YAML files of a folder, and whether they are links, and its subfolders; of a million, what counts."""
    dateien: list[tuple[str, bool]] = []
    unterordner: list[str] = []
    try:
        with os.scandir(ordner or ".") as eintraege:
            for eintrag in eintraege:
                if eintrag.name.lower().endswith(ENDUNGEN) and eintrag.name != MAPPE and not _ist_ordner(eintrag):
                    dateien.append((eintrag.name, eintrag.is_symlink()))
                elif durchsucht(eintrag.name) and _ist_ordner(eintrag) and not fuehrt_weg(eintrag):
                    unterordner.append(eintrag.name)
    except OSError as eins:
        fehler.append(eins)
    return dateien, unterordner


def fuehrt_weg(eintrag: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a link; Windows has a second kind, which Python knows from 3.12 on."""
    if eintrag.is_symlink():
        return True
    return sys.version_info >= (3, 12) and eintrag.is_junction()


def _ist_ordner(eintrag: os.DirEntry[str]) -> bool:
    try:
        return eintrag.is_dir()
    except OSError:
        return False


def durchsucht(unterordner: str) -> bool:
    """Whether a subfolder of that name is looked through: no hidden ones, none that belong to other tools."""
    return not unterordner.startswith((".", "node_modules", "__pycache__"))

"""Where the way written behind ``anlage:`` leads; looks at names and sizes only, never into a file."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kmut_cli.documents.vorschlag import aehnlich

_ADRESSE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_LAUFWERK = re.compile(r"[A-Za-z]:")


class Art(Enum):
    """What is found at the end of the way."""

    DATEI = auto()
    LEER = auto()
    FEHLT = auto()
    UNLESBAR = auto()
    ORDNER = auto()
    BESONDERES = auto()
    ADRESSE = auto()
    ABSOLUT = auto()
    RUECKSTRICH = auto()
    HINAUS = auto()
    VERKNUEPFUNG_HINAUS = auto()


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """What is found, and the way that is probably meant (with ``/``); None if there is no idea."""

    art: Art
    gemeint: str | None = None


def suche(text: str, ordner: Path, wurzel: Path) -> Ergebnis:
    """Follow a way.

    Args:
        text: As written, without surrounding blanks; relative to ``ordner``, parts separated by ``/``.
        ordner: Folder of the document.
        wurzel: Folder that must not be left.

    Returns:
        What is there; nothing outside ``wurzel`` is looked at.
    """
    art = _schreibweise(text)
    if art is not None:
        gemeint = text.replace("\\", "/") if art is Art.RUECKSTRICH else None
        return Ergebnis(art, gemeint)
    # First without looking at the disk, so that no way out is even tried.
    if not _ohne_umwege(ordner / text).is_relative_to(_ohne_umwege(wurzel)):
        return Ergebnis(Art.HINAUS)
    oben = wurzel.resolve()
    try:
        wirklich = (ordner / text).resolve()
        if not wirklich.is_relative_to(oben):
            return Ergebnis(Art.VERKNUEPFUNG_HINAUS)
        zustand = _wie_auf_der_platte(wirklich).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Ergebnis(Art.FEHLT, _aehnlich(text, ordner, oben))
    except (OSError, RuntimeError):  # RuntimeError: a circle of links, before Python 3.13
        return Ergebnis(Art.UNLESBAR)
    if stat.S_ISREG(zustand.st_mode):
        return Ergebnis(Art.DATEI if zustand.st_size else Art.LEER)
    return Ergebnis(Art.ORDNER if stat.S_ISDIR(zustand.st_mode) else Art.BESONDERES)


def _schreibweise(text: str) -> Art | None:
    """Judge what needs no look at the disk; None if nothing is wrong with the writing."""
    if _LAUFWERK.match(text) or text.startswith(("/", "\\", "~/")):
        return Art.ABSOLUT
    if _ADRESSE.match(text) and ("//" in text or text.lower().startswith("mailto:")):
        return Art.ADRESSE
    return Art.RUECKSTRICH if "\\" in text else None


def _ohne_umwege(pfad: Path) -> Path:
    """Give a way with „..“ worked out by name alone."""
    return Path(os.path.normpath(pfad.absolute()))


def _gleich(einer: str, anderer: str) -> bool:
    """Whether two names differ at most in how their accents are stored."""
    return unicodedata.normalize("NFC", einer) == unicodedata.normalize("NFC", anderer)


def _wie_auf_der_platte(pfad: Path) -> Path:
    """Give the way as stored: archives made on a Mac store „ü“ as two characters, people type one."""
    if not pfad.name.isascii() and not pfad.exists() and pfad.parent.is_dir():
        return next((eins for eins in pfad.parent.iterdir() if _gleich(eins.name, pfad.name)), pfad)
    return pfad


def _aehnlich(text: str, ordner: Path, oben: Path) -> str | None:
    """Find the file that is meant: go along the way and take, where a name does not exist, one that differs little."""
    hier, gegangen = ordner, []
    for name in Path(text).parts:
        if name != "..":
            name = _aehnlicher_name(name, _namen(hier, oben))
        if not name:
            return None
        gegangen.append(name)
        hier = hier / name
    weg = "/".join(gegangen)
    return weg if weg != text else None


def _namen(ordner: Path, oben: Path) -> list[str]:
    """Names in a folder; none outside of what may be looked at."""
    try:
        return sorted(eins.name for eins in ordner.iterdir()) if ordner.resolve().is_relative_to(oben) else []
    except (OSError, RuntimeError, ValueError):
        return []


def _aehnlicher_name(name: str, vorhanden: list[str]) -> str:
    if name in vorhanden:
        return name
    klein = {eins.casefold(): eins for eins in vorhanden}
    nah = aehnlich(name.casefold(), klein, ab=0.75)
    return klein[nah] if nah else ""

"""When files were last checked in, and whether they were changed since: two calls of git, however many files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kmut_cli.workspace.git_aufruf import frage, strom

_KOPF = b"\x01"
_BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Gitstand:
    """What git knows of one file.

    Attributes:
        zeit: ISO 8601 timestamp of the last commit that touched it; None if it was never checked in, or a shallow clone
            does not hold that commit.
        eingecheckt: Whether it is part of the current commit.
        geaendert: Whether it differs from what is checked in; False for a file that never was.
    """

    zeit: str | None
    eingecheckt: bool
    geaendert: bool


def letzte_aenderungen(wurzel: Path, flach: bool, namen: Collection[str]) -> dict[str, Gitstand]:
    """Look files up.

    ``git status`` would run filters that a repository configures; so contents are compared here.

    Args:
        wurzel: Top folder of the repository.
        flach: Whether it is a shallow clone.
        namen: Files, relative to the top folder, with forward slashes.
    """
    nummern = _nummern(wurzel) if namen else {}
    zeiten = _zeiten(wurzel, flach, {name for name in namen if name in nummern})
    return {
        name: Gitstand(zeiten.get(name), True, not _gleich(wurzel / name, nummern[name]))
        if name in nummern
        else Gitstand(None, False, False)
        for name in namen
    }


def _nummern(wurzel: Path) -> dict[str, str]:
    """Give the hash of each file's content in the current commit; nothing if there is none yet."""
    zeilen = frage(wurzel, "ls-tree", "-r", "-z", "--full-tree", "HEAD") or b""
    paare = (zeile.split(b"\t", 1) for zeile in zeilen.split(b"\0") if zeile)
    return {os.fsdecode(name): kopf.split()[2].decode() for kopf, name in paare}


def _gleich(pfad: Path, nummer: str) -> bool:
    """Whether a file holds what is checked in; line ends may differ, as git on Windows lets them."""
    try:
        inhalt = pfad.read_bytes()
    except OSError:
        return False
    return nummer in (_hash(inhalt, len(nummer)), _hash(inhalt.replace(b"\r\n", b"\n"), len(nummer)))


def _hash(inhalt: bytes, stellen: int) -> str:
    verfahren = hashlib.sha256 if stellen == 64 else hashlib.sha1
    return verfahren(b"blob %d\0" % len(inhalt) + inhalt, usedforsecurity=False).hexdigest()


def _zeiten(wurzel: Path, flach: bool, gesucht: set[str]) -> dict[str, str]:
    """Walk back from today until each file has been met; a long history is not read to its end."""
    zeiten: dict[str, str] = {}
    offen = set(gesucht)
    if not offen:
        return zeiten
    befehl = ("log", "-z", "-c", "--no-ext-diff", "--no-renames", f"--format={_KOPF.decode()}%P %cI", "--name-only")
    pfade = sorted(gesucht) if len(gesucht) < 200 else []  # a command line has its length
    zeit: str | None = None
    with strom(wurzel, *befehl, "HEAD", "--", *pfade) as ausgabe:
        for stueck in _stuecke(ausgabe):
            if stueck.startswith(_KOPF):
                eltern, _, wann = stueck[1:].decode().strip().rpartition(" ")
                # The oldest commits of a shallow clone seem to have made all files; when that was, nobody knows here.
                zeit = wann if eltern or not flach else None
            elif (name := os.fsdecode(stueck.removeprefix(b"\n"))) in offen:
                if zeit is not None:
                    zeiten[name] = zeit
                offen.discard(name)
                if not offen:
                    break
    return zeiten


def _stuecke(ausgabe: IO[bytes]) -> Iterator[bytes]:
    """Split at zero bytes while reading."""
    rest = b""
    while block := ausgabe.read(_BLOCK):
        *ganze, rest = (rest + block).split(b"\0")
        yield from ganze
    if rest:
        yield rest

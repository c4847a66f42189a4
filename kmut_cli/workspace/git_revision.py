"""From what a user calls a revision to a commit: a name that git knows, or a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import Datum, lies_tag
from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.workspace.git_aufruf import GitError, frage

UNSHALLOW = "Holen Sie die ganze Geschichte mit „git fetch --unshallow“."
_ZURUECK = re.compile(r"[~^]|@\{")
# To git also an expression: a text to search for (:/text, ^{/text}), a place in the index, a range, what to leave out.
_KEIN_NAME = re.compile(r"\s*\Z|-|\^|.*(:|\.\.|\^\{/)", re.DOTALL)
_MOEGLICH = "Möglich sind HEAD~3, eine Markierung (git tag), ein Zweig oder ein Datum wie 2025-03-01."


@dataclass(frozen=True, slots=True)
class Commit:
    """A resolved revision.

    Attributes:
        hash: Full name of the commit.
        zeit: When it was made, ISO 8601 with offset.
        kurz: Its name short enough for a heading.
    """

    hash: str
    zeit: str
    kurz: str


def loese(wurzel: Path, flach: bool, text: str) -> Commit:
    """Resolve a revision.

    Args:
        wurzel: Top folder of the repository.
        flach: Whether it is a shallow clone.
        text: What was typed: a name (a branch, a tag, part of a hash, ``HEAD``), also with ``~3``, ``^2`` or ``@{1}``
            behind it, or a day; what git knows by that name comes before a day. Neither a search nor a range is one.

    Raises:
        GitError: There is no such revision, or a shallow clone does not hold it.
    """
    if gefunden := _commit(wurzel, text):
        return gefunden
    if _commit(wurzel, "HEAD") is None:
        hilfe = "Checken Sie die Dateien ein (git add, git commit); danach gibt es frühere Fassungen."
        raise GitError("In diesem Git-Repository ist noch nichts eingecheckt.", hilfe)
    if (tag := _tag(text)) is not None:
        return _am(wurzel, flach, tag)
    grund = _ZURUECK.split(text)[0] or "HEAD"
    if _ZURUECK.search(text) and not _KEIN_NAME.match(text) and _commit(wurzel, grund):
        raise _zu_weit(wurzel, flach, text, grund)
    raise GitError(f"Die Fassung „{text}“ kennt Git nicht.", _nahe(wurzel, flach, text))


def deutsch(iso: str) -> str:
    """Write the day of an ISO timestamp as ``14.05.2023``."""
    return ".".join(reversed(iso[:10].split("-")))


def _commit(wurzel: Path, text: str) -> Commit | None:
    """Resolve a name that git knows; None for all others."""
    if _KEIN_NAME.match(text):
        return None
    hash = frage(wurzel, "rev-parse", "--verify", "-q", f"{text}^{{commit}}")
    return _mit_zeit(wurzel, hash.decode().strip()) if hash else None


def _mit_zeit(wurzel: Path, hash: str) -> Commit:
    zeile = frage(wurzel, "log", "-1", "--format=%h %cI", hash, "--") or b""
    kurz, _, zeit = zeile.decode().strip().partition(" ")
    return Commit(hash, zeit, kurz)


def _tag(text: str) -> date | None:
    """Read a day.

    Raises:
        GitError: The calendar has no such day.
    """
    try:
        return lies_tag(text)
    except PydanticCustomError as fehler:
        if fehler.type == "datum_kalender":
            raise GitError(f"Den Tag {text} gibt es im Kalender nicht.", "Prüfen Sie Tag und Monat.") from None
        return None


def _am(wurzel: Path, flach: bool, tag: date) -> Commit:
    # The first parents are what stood on this branch; what was merged later was not there on that day.
    bis = f"--before={tag.isoformat()}T23:59:59"
    hash = frage(wurzel, "rev-list", "-1", "--first-parent", bis, "HEAD", "--")
    if hash:
        return _mit_zeit(wurzel, hash.decode().strip())
    wann = str(Datum(tag.year, tag.month, tag.day))
    if flach:
        raise GitError(f"So weit zurück ({wann}) reicht dieser flache Klon nicht.", UNSHALLOW)
    tage = frage(wurzel, "log", "--first-parent", "--format=%cI", "HEAD", "--") or b"?"
    erster = deutsch(tage.split()[-1].decode())
    raise GitError(f"Am {wann} war noch nichts eingecheckt.", f"Die älteste Fassung ist vom {erster}.")


def _zu_weit(wurzel: Path, flach: bool, text: str, grund: str) -> GitError:
    if flach:
        return GitError(f"So weit zurück („{text}“) reicht dieser flache Klon nicht.", UNSHALLOW)
    zahl = (frage(wurzel, "rev-list", "--first-parent", "--count", grund, "--") or b"1").decode().strip()
    hilfe = f"Bis „{grund}“ gibt es " + ("nur eine Fassung." if zahl == "1" else f"nur {zahl} Fassungen.")
    return GitError(f"So weit zurück („{text}“) reichen die Fassungen nicht.", hilfe)


def _nahe(wurzel: Path, flach: bool, text: str) -> str:
    orte = ("refs/heads", "refs/tags", "refs/remotes")
    namen = (frage(wurzel, "for-each-ref", "--format=%(refname:short)", *orte) or b"").decode("utf-8", "replace")
    if nah := aehnlich(text, ["HEAD", *namen.split()], ab=0.6):
        return f"Meinten Sie „{nah}“?"
    return f"Vielleicht fehlt sie nur in diesem flachen Klon. {UNSHALLOW}" if flach else _MOEGLICH

"""What a document may see of the folder around it: other documents, and files beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Quelldatei(NamedTuple):
    """Another document of the folder.

    Attributes:
        name: As the user would name it; where it would have to lie if it is missing.
        art: Its kind.
        dokument: What is right in it; None if it is missing or cannot be read.
        vorhanden: Whether it is there at all.
        fehler: Number of errors in it.
        fremd: Kind that the file says it is, if that is another one.
    """

    name: str
    art: str
    dokument: Any = None
    vorhanden: bool = False
    fehler: int = 0
    fremd: str = ""


class Beilage(NamedTuple):
    """A file beside a document.

    Attributes:
        name: As the user would name it.
        inhalt: Its bytes; None if it cannot be read.
        grund: Why not, as a German sentence; empty if it can.
        unzulaessig: Whether no document may have such a file at all: it is none of the folder, or no file.
    """

    name: str
    inhalt: bytes | None = None
    grund: str = ""
    unzulaessig: bool = False


class Person(NamedTuple):
    """Somebody who works for the Koordinierungsstelle.

    Attributes:
        name: As it is written there; or an address or a telephone number that is one person's own.
        herkunft: File that names the person.
    """

    name: str
    herkunft: str


def _keine_quelle(art: str, jahr: int | None = None) -> Quelldatei:
    return Quelldatei(f"{art}.yaml", art)


def _keine_beilage(name: str) -> Beilage:
    return Beilage(name, grund="Ohne Ordner gibt es keine Dateien daneben.")


class Umfeld(NamedTuple):
    """The surroundings of one document.

    Attributes:
        quelle: Gives the document of a kind that belongs to it: the one of the whole folder, else that of a year.
        beilage: Gives a file by its path from the document; nothing outside the folder.
        personal: Gives the people that ``kmut.yaml`` and the folder's activity reports name as staff.
        gibt_es: Whether there is a folder at all; not for standard input.
    """

    quelle: Callable[..., Quelldatei] = _keine_quelle
    beilage: Callable[[str], Beilage] = _keine_beilage
    personal: Callable[[], tuple[Person, ...]] = tuple
    gibt_es: bool = True


KEIN_UMFELD = Umfeld(gibt_es=False)
"""Of a document that stands alone."""

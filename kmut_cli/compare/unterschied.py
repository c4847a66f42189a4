"""What a comparison finds: plain values, before any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Art(StrEnum):
    """What became of something; the values are those of machine-readable output."""

    GLEICH = "unchanged"
    NEU = "new"
    ENTFERNT = "removed"
    GEAENDERT = "changed"
    VERSCHOBEN = "moved"
    OHNE_GEGENSTUECK = "no_counterpart"


UMGEKEHRT = {Art.NEU: Art.ENTFERNT, Art.ENTFERNT: Art.NEU}
"""What a change looks like from the other side; all others look the same."""


@dataclass(frozen=True, slots=True)
class Stueck:
    """A run of words that stayed, came or went.

    Attributes:
        art: ``GLEICH``, ``NEU`` or ``ENTFERNT``.
        text: The words with one blank between them; a new paragraph, point or table row begins after a line break.
    """

    art: Art
    text: str


@dataclass(frozen=True, slots=True)
class Unterschied:
    """What became of one value: an answer, a part of it, or an entry of a list.

    Attributes:
        art: ``NEU``, ``ENTFERNT``, ``GEAENDERT`` or ``VERSCHOBEN``.
        name: Label of the part or short name of the entry; empty for the answer itself.
        stuecke: Its text, if it has one.
        teile: What changed inside it; for what is new or removed, all that is in it.
        plaetze: For an entry that stands elsewhere now: its old and its new place in the list, from 1.
    """

    art: Art
    name: str = ""
    stuecke: tuple[Stueck, ...] = ()
    teile: tuple[Unterschied, ...] = ()
    plaetze: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Fragenvergleich:
    """One question in both documents.

    Attributes:
        nummer: Number of its section.
        abschnitt: Title of its section.
        wortlaut: The question, as the newer document asks it; as the older one, if only that does.
        pfad: Dotted path in the newer document, empty if it has no such question.
        pfad_alt: Dotted path in the older one.
        art: What became of the answer.
        unterschiede: How; empty if nothing changed.
        fehlerhaft: Whether an answer on either side is not valid, so that it was compared as it is typed.
    """

    nummer: str
    abschnitt: str
    wortlaut: str
    pfad: str
    pfad_alt: str
    art: Art
    unterschiede: tuple[Unterschied, ...] = ()
    fehlerhaft: bool = False


@dataclass(frozen=True, slots=True)
class Seite:
    """One of the two documents.

    Attributes:
        name: File, and revision if it is not today's.
        art: Kind; empty if the file does not say.
        ausgabe: Edition of its outline.
        titel: What people call such a document, with its year.
        befunde: Number of errors that reading and validating found.
        erster_befund: The first of them, empty if there is none.
    """

    name: str
    art: str = ""
    ausgabe: str = ""
    titel: str = ""
    befunde: int = 0
    erster_befund: str = ""


@dataclass(frozen=True, slots=True)
class Vergleich:
    """Two documents compared; or one, if the other side has none.

    Attributes:
        alt: The older side; None if the document is new.
        neu: The newer side; None if the document is gone.
        gleiche_bytes: Whether both files are the same, byte for byte.
        kopf: Changes of what stands before the first question.
        fragen: All questions: those of the newer outline in official order, then those only the older one asks.
    """

    alt: Seite | None
    neu: Seite | None
    gleiche_bytes: bool = False
    kopf: tuple[Unterschied, ...] = ()
    fragen: tuple[Fragenvergleich, ...] = ()

    @property
    def geaendert(self) -> bool:
        """Whether anything differs that a reader of the document would see."""
        return self.alt is None or self.neu is None or bool(self.kopf) or any(True for _ in self.geaenderte)

    @property
    def geaenderte(self) -> Iterator[Fragenvergleich]:
        """The questions whose answers differ."""
        return (eine for eine in self.fragen if eine.art in _GEAENDERT)

    def zahl(self, art: Art) -> int:
        """Count the questions of which the same became."""
        return sum(eine.art is art for eine in self.fragen)


_GEAENDERT = frozenset({Art.NEU, Art.ENTFERNT, Art.GEAENDERT})

"""What a timeline shows: fields of action, goals, measures and their dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kmut_cli.documents.datum import Datum


class Zustand(StrEnum):
    """State of a measure, by the keys of the concept; each has a fill, a mark and a word of its own."""

    OHNE_ANGABE = ""
    GEPLANT = "geplant"
    BEGONNEN = "begonnen"
    LAUFEND = "laufend"
    UMGESETZT = "umgesetzt"
    VERSCHOBEN = "verschoben"
    AUFGEGEBEN = "aufgegeben"


@dataclass(frozen=True, slots=True)
class Zeile:
    """One measure, one row of the timeline.

    Attributes:
        text: What is done, plain text; wrapped, and shortened after some lines.
        beginn: When it begins, and when it is taken up again or extended; empty if that is open.
        ende: When it ends (included); None draws a mark at each beginning and no bar.
        zustand: Its state.
        statt_beginn: Shown where the dates would stand if there are none, such as „entfällt“; empty for „ohne Jahr“.
    """

    text: str
    beginn: tuple[Datum, ...] = ()
    ende: Datum | None = None
    zustand: Zustand = Zustand.OHNE_ANGABE
    statt_beginn: str = ""


@dataclass(frozen=True, slots=True)
class Ziel:
    """A goal with its measures; without ``titel`` its rows follow without a heading of their own."""

    titel: str
    zeilen: tuple[Zeile, ...]


@dataclass(frozen=True, slots=True)
class Feld:
    """A field of action with its goals; ``titel`` stands on a band across the picture, empty for none."""

    titel: str
    ziele: tuple[Ziel, ...]

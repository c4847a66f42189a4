"""Reads the cells that hold values: numbers in either notation, and the signs that stand for none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from kmut_cli.documents.kennzahlen.messwert import WERT_BIS

ZEICHEN = ("-", ".", "...", "/", "x", "()")
"""The signs of official statistics, as they are published."""
DEZIMAL = {"punkt": ".", "komma": ","}
"""Words of the command line for the decimal sign."""
# What office programs make of the signs while somebody types or opens a file.
_SCHREIBWEISEN = {"–": "-", "—": "-", "−": "-", "…": "...", "X": "x", "•": ".", "( )": "()"}
_ANDERES = {".": ",", ",": "."}
_LEERE = re.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_ZAHL = re.compile(r"([-+]?)([0-9][0-9.,]*)")
_KLAMMER = re.compile(r"\(\s*(.+?)\s*\)")
_GRUPPEN = {zeichen: re.compile(rf"[1-9][0-9]{{0,2}}(?:\{zeichen}[0-9]{{3}})+") for zeichen in _ANDERES}


class KeineZahl(ValueError):
    """A cell that is neither a number nor a sign."""


class Vieldeutig(ValueError):
    """A number that may be thousands or a fraction: 165.904."""


@dataclass(frozen=True, slots=True)
class Zelle:
    """What a cell says.

    Attributes:
        wert: The number; None if only a sign stands there.
        zeichen: The sign, empty if there is none; ``()`` also beside a number.
    """

    wert: Decimal | None
    zeichen: str = ""


@dataclass(frozen=True, slots=True)
class Beleg:
    """A cell that proves how a file writes numbers.

    Attributes:
        dezimal: The sign before its fraction, or the one that is left for that where it separates thousands.
        text: The cell.
        zeile: Its line; 0 if nobody asked.
        spalte: Its number, from 0.
    """

    dezimal: str
    text: str
    zeile: int = 0
    spalte: int = 0


@dataclass(slots=True)
class Schreibweise:
    """How a file writes numbers, as far as its own cells prove it; a single cell may not.

    Attributes:
        dezimal: Signs that stood before a fraction.
        tausender: Signs that stood between thousands.
        gesagt: The sign before a fraction as the user says it; empty to find out.
    """

    dezimal: set[str] = field(default_factory=set)
    tausender: set[str] = field(default_factory=set)
    gesagt: str = ""
    _belege: dict[str, Beleg] = field(default_factory=dict)

    @classmethod
    def von(cls, wort: str) -> Schreibweise:
        """Begin with what the user says: ``punkt``, ``komma``, or nothing."""
        if not wort:
            return cls()
        return cls({DEZIMAL[wort]}, {_ANDERES[DEZIMAL[wort]]}, DEZIMAL[wort])

    @property
    def widerspruch(self) -> tuple[Beleg, Beleg | None] | None:
        """Two cells that cannot both be right, in the order of the file; one, if it is the user who says otherwise.

        None if everything fits together.
        """
        if self.gesagt:
            anderer = self._belege.get(_ANDERES[self.gesagt])
            return (anderer, None) if anderer else None
        belege = list(self._belege.values())
        return (belege[0], belege[1]) if len(belege) > 1 else None

    def merke(self, text: str, zeile: int = 0, spalte: int = 0) -> None:
        """Learn from a cell.

        Args:
            text: The cell.
            zeile: Its line.
            spalte: Its number, from 0.
        """
        if "." not in text and "," not in text:
            return
        treffer = _ZAHL.fullmatch(_roh(text)[0])
        if treffer is None:
            return
        ziffern = treffer[2]
        for zeichen in _ANDERES:
            art = _art(ziffern, zeichen)
            if art == "dezimal":
                self.dezimal.add(zeichen)
                self._belege.setdefault(zeichen, Beleg(zeichen, text.strip(), zeile, spalte))
            elif art == "tausender":
                self.tausender.add(zeichen)
                self._belege.setdefault(_ANDERES[zeichen], Beleg(_ANDERES[zeichen], text.strip(), zeile, spalte))

    def lies(self, text: str) -> Zelle:
        """Read a cell.

        Raises:
            KeineZahl: It is neither a number nor a sign.
            Vieldeutig: Nothing in the file says what its point or comma means.
        """
        roh, geklammert = _roh(text)
        if roh in ZEICHEN:
            if geklammert:
                raise KeineZahl(text)
            return Zelle(None, roh)
        treffer = _ZAHL.fullmatch(roh)
        if treffer is None:
            raise KeineZahl(text)
        zahl = Decimal(treffer[1] + self._ziffern(treffer[2]))
        if abs(zahl) > WERT_BIS:
            raise KeineZahl(text)
        return Zelle(zahl, "()" if geklammert else "")

    def _ziffern(self, ziffern: str) -> str:
        """Give the digits with a decimal point and without signs between thousands."""
        arten = {zeichen: self._entschieden(ziffern, zeichen) for zeichen in _ANDERES if zeichen in ziffern}
        if "" in arten.values():
            raise KeineZahl(ziffern)
        ganz = next((ziffern.partition(zeichen)[0] for zeichen, art in arten.items() if art == "dezimal"), ziffern)
        for zeichen, art in arten.items():
            if art == "tausender" and not _GRUPPEN[zeichen].fullmatch(ganz):
                raise KeineZahl(ziffern)
            ziffern = ziffern.replace(zeichen, "" if art == "tausender" else "_")
        return ziffern.replace("_", ".")

    def _entschieden(self, ziffern: str, zeichen: str) -> str:
        art = _art(ziffern, zeichen)
        if art != "unklar":
            return art
        if zeichen in self.tausender and zeichen not in self.dezimal:
            return "tausender"
        if zeichen in self.dezimal and zeichen not in self.tausender:
            return "dezimal"
        if _ANDERES[zeichen] in self.dezimal and zeichen not in self.dezimal:
            return "tausender"
        raise Vieldeutig(ziffern)


def _roh(text: str) -> tuple[str, bool]:
    """Give a cell without blanks, brackets and blanks between thousands, and whether it stood in brackets."""
    roh = text.strip().lstrip("'")
    roh = _SCHREIBWEISEN.get(roh, roh)
    treffer = _KLAMMER.fullmatch(roh)
    roh = _LEERE.sub("", treffer[1] if treffer else roh)
    if roh[:1] in "–−" and len(roh) > 1:
        roh = "-" + roh[1:]
    return roh, treffer is not None


def _art(ziffern: str, zeichen: str) -> str:
    """Say what a point or comma in digits must be: dezimal, tausender, unklar, or empty if it can be neither."""
    anzahl, anderes = ziffern.count(zeichen), _ANDERES[zeichen]
    if not anzahl:
        return ""
    if anderes in ziffern:
        if ziffern.rindex(anderes) > ziffern.rindex(zeichen):
            return "tausender" if ziffern.count(anderes) == 1 else ""
        return "dezimal" if anzahl == 1 else ""
    if anzahl > 1:
        return "tausender" if _GRUPPEN[zeichen].fullmatch(ziffern) else ""
    if ziffern.endswith(zeichen):
        return ""
    return "unklar" if _GRUPPEN[zeichen].fullmatch(ziffern) else "dezimal"

"""Where a date stands on the axis of a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kmut_cli.documents.datum import Datum
from kmut_cli.render.bild.plan import Zeile
from kmut_cli.render.bild.satz import breite

SCHRIFTGRAD = 8.0


@dataclass(frozen=True, slots=True)
class Zeitachse:
    """Years side by side.

    Attributes:
        links: Left end of the first year, in points.
        rechts: Right end of the last year.
        von: First year.
        bis: Last year, included.
    """

    links: float
    rechts: float
    von: int
    bis: int

    @property
    def jahresbreite(self) -> float:
        """Width of a year."""
        return (self.rechts - self.links) / (self.bis - self.von + 1)

    def jahr(self, jahr: int) -> float:
        """Give the left end of a year."""
        return self.links + (jahr - self.von) * self.jahresbreite

    def tag(self, tag: date, *, ende: bool = False) -> float:
        """Give the left end of a day, or with ``ende`` its right end; not bounded by the axis."""
        erster = date(tag.year, 1, 1)
        laenge = (date(tag.year, 12, 31) - erster).days + 1
        return self.jahr(tag.year) + ((tag - erster).days + ende) / laenge * self.jahresbreite

    def mitte(self, datum: Datum) -> float:
        """Give the middle of a date: of the year if only the year is known."""
        return (self.tag(datum.fruehestens) + self.tag(datum.spaetestens, ende=True)) / 2

    @property
    def beschriftete(self) -> tuple[int, ...]:
        """The years whose number has room under the axis: all of them, or every second, fifth and so on."""
        platz = breite("0000", SCHRIFTGRAD, fett=True) + 4
        for schritt in (1, 2, 5, 10, 20, 50, 100):
            if schritt * self.jahresbreite >= platz:
                return tuple(jahr for jahr in range(self.von, self.bis + 1) if jahr % schritt == 0)
        return (self.von,)


def spanne(zeilen: Iterable[Zeile], jahre: tuple[int, int] | None) -> tuple[int, int]:
    """Give the first and the last year of the axis: those that were asked for, else all that occur."""
    if jahre is not None:
        return min(jahre), max(jahre)
    alle = [datum.jahr for zeile in zeilen for datum in (*zeile.beginn, zeile.ende) if datum is not None]
    return (min(alle), max(alle)) if alle else (0, 0)

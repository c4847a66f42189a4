"""When documents of a kind are due: a fact of the kind, declared with its class."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kmut_cli.documents.registry import arten, dokumenttyp


class Fristregel(NamedTuple):
    """When documents are due, counted from the year that they are about.

    Attributes:
        versatz: In which year they usually are: 1 for the year after, -1 for the year before.
        moeglich: The first year in which a deadline makes sense, and the first in which none does any more.
        tag: Month and day of the usual deadline; None if only the grant notice says it.
        ab_monat: Month of the year of the deadline from which a document is waited for; 0 if that alone is no reason.
        nach: Kind of document after which one for the same year is waited for; empty if there is none.
    """

    versatz: int
    moeglich: tuple[int, int]
    tag: tuple[int, int] | None = None
    ab_monat: int = 0
    nach: str = ""

    @property
    def voraus(self) -> bool:
        """Whether such documents are written for a year that is still to come."""
        return self.versatz < 0

    def ueblich(self, jahr: int) -> date | None:
        """Give the usual deadline of the document of a year."""
        return date(jahr + self.versatz, *self.tag) if self.tag is not None else None

    def passt(self, frist: date, jahr: int) -> bool:
        """Whether a deadline makes sense for the document of a year."""
        von, bis = self.moeglich
        return jahr + von <= frist.year < jahr + bis

    def jahr_in(self, kalenderjahr: int) -> int:
        """Give the year of the document that is due in a calendar year."""
        return kalenderjahr - self.versatz


def fristregel(art: str) -> Fristregel | None:
    """Give the rule of a kind; None if it has no deadline, or if there is no such kind."""
    ausgaben = arten().get(art, ())
    return dokumenttyp(art, ausgaben[-1]).fristregel if ausgaben else None

"""Deadlines: by when a document is due, and which documents are due although there are none yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kmut_cli.documents.stammdaten import Fristen, Stammdaten

BERICHT, ANTRAG = "taetigkeitsbericht", "projektbeschreibung"
AUS_DATEI, AUS_REGEL = "kmut.yaml", "Regel"
_JAHR = timedelta(days=365)
_MONAT_DES_ANTRAGS = 5


@dataclass(frozen=True, slots=True)
class Frist:
    """By when a document is due.

    Attributes:
        datum: The day; None if it is not known.
        herkunft: ``kmut.yaml``, ``Regel`` (the usual day for applications), or empty if there is no date.
    """

    datum: date | None = None
    herkunft: str = ""

    def tage(self, heute: date) -> int | None:
        """Days that are left; negative once it has passed, None without a date."""
        return (self.datum - heute).days if self.datum is not None else None


def hat_frist(art: str) -> bool:
    """Whether documents of a kind have a deadline at all."""
    return art in Fristen.model_fields


def frist(stammdaten: Stammdaten | None, art: str, jahr: int | None) -> Frist:
    """Give the deadline of a document.

    Args:
        stammdaten: What ``kmut.yaml`` says; None if there is none.
        art: Kind of document.
        jahr: Year of the document, None if it has none.

    Returns:
        What ``kmut.yaml`` says of this kind and year. Else for an application 31 October of the year before, the usual
        day (foerderdatenbank.de, „Koordinierungsstellen für Migration und Teilhabe“); a report's deadline stands
        only in its grant notice, so without an entry it is unknown.
    """
    if jahr is None:
        return Frist()
    eigene = _eigene(stammdaten).get((art, jahr))
    if eigene is not None:
        return Frist(eigene, AUS_DATEI)
    return Frist(date(jahr - 1, 10, 31), AUS_REGEL) if art == ANTRAG else Frist()


def erwartet(
    vorhanden: Collection[tuple[str, int]], stammdaten: Stammdaten | None, heute: date
) -> list[tuple[str, int]]:
    """Give the documents that are due or soon will be although the folder does not hold them.

    Args:
        vorhanden: Kind and year of what there is.
        stammdaten: What ``kmut.yaml`` says.
        heute: The current day.

    Returns:
        Kind and year: what has a deadline in ``kmut.yaml`` that is to come or passed within a year; from May on the
        application for next year; the report on last year if there was an application for it.
    """
    gemeint = {paar for paar, datum in _eigene(stammdaten).items() if datum >= heute - _JAHR}
    if heute.month >= _MONAT_DES_ANTRAGS:
        gemeint.add((ANTRAG, heute.year + 1))
    if (ANTRAG, heute.year - 1) in vorhanden:
        gemeint.add((BERICHT, heute.year - 1))
    return sorted(gemeint - set(vorhanden), key=lambda paar: (-paar[1], paar[0]))


def _eigene(stammdaten: Stammdaten | None) -> dict[tuple[str, int], date]:
    return dict(_eintraege(stammdaten.fristen)) if stammdaten is not None and stammdaten.fristen is not None else {}


def _eintraege(fristen: Fristen) -> Iterator[tuple[tuple[str, int], date]]:
    for art, je_jahr in fristen:
        for jahr, datum in (je_jahr or {}).items():
            if datum is not None:
                yield (art, jahr), datum.fruehestens

"""Deadlines: by when a document is due, and which documents are due although there are none yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.fristregel import fristregel
from kmut_cli.documents.registry import arten
from kmut_cli.documents.stammdaten import FRISTEN, Fristen, Stammdaten

if TYPE_CHECKING:
    from kmut_cli.workspace.mappe import Mappe

BERICHT, ANTRAG = "taetigkeitsbericht", "projektbeschreibung"
AUS_DATEI, AUS_REGEL, FEHLERHAFT = "kmut.yaml", "Regel", "fehlerhaft"
_JAHR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Frist:
    """By when a document is due.

    Attributes:
        datum: The day; None if it is not known.
        herkunft: ``kmut.yaml``, ``Regel`` (the usual day for applications), ``fehlerhaft`` (``kmut.yaml`` says
            something that is no deadline), or empty if there is no date.
    """

    datum: date | None = None
    herkunft: str = ""

    def tage(self, heute: date) -> int | None:
        """Days that are left; negative once it has passed, None without a date."""
        return (self.datum - heute).days if self.datum is not None else None


def hat_frist(art: str) -> bool:
    """Whether documents of a kind have a deadline at all."""
    return fristregel(art) is not None


def frist(stammdaten: Stammdaten | None, art: str, jahr: int | None) -> Frist:
    """Give the deadline of a document.

    Args:
        stammdaten: What ``kmut.yaml`` says; None if there is none.
        art: Kind of document.
        jahr: Year of the document, None if it has none.

    Returns:
        What ``kmut.yaml`` says of this kind and year, else the usual day of the kind. Where a deadline stands only in
        the grant notice, as that of a report does, it is unknown without an entry.
    """
    if jahr is None:
        return Frist()
    eigene = _eigene(stammdaten).get((art, jahr))
    if eigene is not None:
        return Frist(eigene, AUS_DATEI)
    regel = fristregel(art)
    ueblich = regel.ueblich(jahr) if regel is not None else None
    return Frist(ueblich, AUS_REGEL) if ueblich is not None else Frist()


def frist_laut(mappe: Mappe | None, art: str, jahr: int | None) -> Frist:
    """Give the deadline of a document as :func:`frist` does, but none where ``kmut.yaml`` says it wrongly.

    Args:
        mappe: The ``kmut.yaml``; None if there is none.
        art: Kind of document.
        jahr: Year of the document, None if it has none.
    """
    gefunden = frist(mappe.stammdaten if mappe is not None else None, art, jahr)
    fraglich = mappe is not None and jahr is not None and gefunden.herkunft != AUS_DATEI
    return Frist(None, FEHLERHAFT) if fraglich and _genannt(mappe, art, jahr) else gefunden


def _genannt(mappe: Mappe | None, art: str, jahr: int | None) -> bool:
    """Whether a ``kmut.yaml`` that gives no deadline says something in its place, or cannot be read at all."""
    if mappe is None or mappe.source is None or mappe.source.data is None:
        return mappe is not None and bool(mappe.findings)
    wert: Any = mappe.source.data
    for name in (FRISTEN, art, str(jahr)):
        if not isinstance(wert, dict):
            return wert is not None
        wert = wert.get(name)
    return wert is not None


def erwartet(
    vorhanden: Collection[tuple[str, int]], stammdaten: Stammdaten | None, heute: date
) -> list[tuple[str, int]]:
    """Give the documents that are due or soon will be although the folder does not hold them.

    Args:
        vorhanden: Kind and year of what there is.
        stammdaten: What ``kmut.yaml`` says.
        heute: The current day.

    Returns:
        Kind and year: what has a deadline in ``kmut.yaml`` that is to come or passed within a year; what the rules of
        the kinds wait for (the application for next year; the report on last year if there was an application for it).
    """
    gemeint = {paar for paar, datum in _eigene(stammdaten).items() if datum >= heute - _JAHR}
    for art in arten():
        if (regel := fristregel(art)) is not None:
            jahr = regel.jahr_in(heute.year)
            if (regel.ab_monat and heute.month >= regel.ab_monat) or (regel.nach, jahr) in vorhanden:
                gemeint.add((art, jahr))
    return sorted(gemeint - set(vorhanden), key=lambda paar: (-paar[1], paar[0]))


def _eigene(stammdaten: Stammdaten | None) -> dict[tuple[str, int], date]:
    return dict(_eintraege(stammdaten.fristen)) if stammdaten is not None and stammdaten.fristen is not None else {}


def _eintraege(fristen: Fristen) -> Iterator[tuple[tuple[str, int], date]]:
    for art, je_jahr in fristen:
        for jahr, datum in (je_jahr or {}).items():
            if datum is not None:
                yield (art, jahr), datum.fruehestens

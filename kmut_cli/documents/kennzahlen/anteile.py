"""Shares that cannot be: computed of counts, and below 0 or above 100 per cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kmut_cli.documents.kennzahlen.auswertung import Auswertung
from kmut_cli.documents.kennzahlen.formel import Formel
from kmut_cli.documents.kennzahlen.reihen import PROZENT, Schluessel

_HUNDERT = Decimal(100)


class Anteilsfehler(NamedTuple):
    """A share that cannot be.

    Attributes:
        ort: What it is the value of.
        wert: Its number, in per cent.
        teile: What it was computed of, with the numbers.
    """

    ort: Schluessel
    wert: Decimal
    teile: tuple[tuple[Schluessel, Decimal], ...]


def anteilsfehler(ganze: Auswertung) -> Iterator[Anteilsfehler]:
    """Give the computed shares below 0 or above 100 per cent.

    A share is what has the unit „%“ and is divided by a count of the same unit. What may be negative, such as a balance,
    has no bounds.
    """
    einheiten = {eins.nummer or "": (eins.einheit or "").strip() for eins in ganze.indikatoren}
    for ort, punkt in ganze.berechnet.items():
        formel = ganze.formeln[ort.indikator]
        ist_anteil = einheiten[ort.indikator] == PROZENT and formel.nenner and _eine_einheit(formel, einheiten)
        if punkt.wert is None or 0 <= punkt.wert <= _HUNDERT or not ist_anteil:
            continue
        teile = tuple(_teil(ganze, ort, nummer) for nummer in formel.teile)
        if all(zahl >= 0 and zahl == zahl.to_integral_value() for _ort, zahl in teile):
            yield Anteilsfehler(ort, punkt.wert, teile)


def _eine_einheit(formel: Formel, einheiten: dict[str, str]) -> bool:
    eine = {einheiten[nummer] for nummer in formel.teile}
    return len(eine) == 1 and PROZENT not in eine


def _teil(ganze: Auswertung, ort: Schluessel, nummer: str) -> tuple[Schluessel, Decimal]:
    """Give a part of what was computed, with its place: of the same time, else of the end of the year."""
    hier = ort._replace(indikator=nummer)
    ende = ort.zeit.jahresende
    for kandidat in (hier, hier._replace(zeit=ende) if ende else hier):
        punkt = ganze.werte.get(kandidat) or ganze.berechnet.get(kandidat)
        if punkt is not None and punkt.wert is not None:
            return kandidat, punkt.wert
    raise LookupError(f"{nummer} has no number where something was computed of it")

"""Totals and the parts of their breakdowns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kmut_cli.documents.kennzahlen.auswertung import Auswertung
from kmut_cli.documents.kennzahlen.messwert import Merkmale
from kmut_cli.documents.kennzahlen.reihen import PROZENT, Schluessel


class Summenfehler(NamedTuple):
    """Parts of a breakdown that do not add up to their total.

    Attributes:
        gesamt: The total.
        merkmal: The characteristic by which it is broken down.
        teile: The parts.
        summe: Their sum.
        wert: The number of the total.
        fehlen: Whether other parts are not known; then these alone are more than the total.
    """

    gesamt: Schluessel
    merkmal: str
    teile: tuple[Schluessel, ...]
    summe: Decimal
    wert: Decimal
    fehlen: bool = False


def summenfehler(ganze: Auswertung) -> Iterator[Summenfehler]:
    """Give the totals that their parts do not add up to.

    The sum is compared where every part that the breakdown ever has in that series of totals is there as a number. Where
    one is missing or a sign, the others may not be more than the total, if nothing that is counted is below zero.
    Shares have no sum. What was rounded may differ by half a unit of its last place per part.
    """
    ohne_summe = {eins.nummer for eins in ganze.indikatoren if eins.einheit == PROZENT}
    ohne_summe |= {nummer for nummer, formel in ganze.formeln.items() if formel.nenner}
    auch_negativ = {ort.indikator for ort, eins in ganze.werte.items() if eins.wert is not None and eins.wert < 0}
    auch_negativ |= {
        nr for nr, formel in ganze.formeln.items() if any(zeichen < 0 for zeichen, _teil in formel.zaehler)
    }
    for gesamt, je_merkmal in _auspraegungen(ganze).items():
        messwert = ganze.werte.get(gesamt)
        if messwert is None or messwert.wert is None or messwert.einheit == PROZENT or gesamt.indikator in ohne_summe:
            continue
        for name, alle in je_merkmal.items():
            fehler = _summe(ganze, gesamt, messwert.wert, name, sorted(alle))
            if fehler is not None and not (fehler.fehlen and gesamt.indikator in auch_negativ):
                yield fehler


def _auspraegungen(ganze: Auswertung) -> dict[Schluessel, dict[str, set[str]]]:
    """Give for each total by what it is broken down, with all parts that the series ever has."""
    je_reihe: dict[tuple[str, str, Merkmale], dict[str, set[str]]] = {}
    for schluessel in ganze.werte:
        for name, wert in schluessel.merkmale.paare:
            reihe = (schluessel.indikator, schluessel.gebiet, schluessel.merkmale.ohne(name))
            je_reihe.setdefault(reihe, {}).setdefault(name, set()).add(wert)
    return {
        eins: je_reihe[reihe]
        for eins in ganze.werte
        if (reihe := (eins.indikator, eins.gebiet, eins.merkmale)) in je_reihe
    }


def _summe(ganze: Auswertung, gesamt: Schluessel, wert: Decimal, name: str, alle: Sequence[str]) -> Summenfehler | None:
    teile = tuple(
        gesamt._replace(merkmale=Merkmale(tuple(sorted((*gesamt.merkmale.paare, (name, eins)))))) for eins in alle
    )
    bekannt = {teil: zahl for teil in teile if teil in ganze.werte and (zahl := ganze.werte[teil].wert) is not None}
    # A single part is no breakdown: others are just not recorded.
    fehlen = len(bekannt) < len(teile) or len(teile) == 1
    summe = sum(bekannt.values(), Decimal(0))
    zahlen = (*bekannt.values(), wert)
    ganz = all(zahl == zahl.to_integral_value() for zahl in zahlen)
    gerundet = Decimal(0) if ganz else sum((gerundet_um(zahl) for zahl in zahlen), Decimal(0))
    abweichung = summe - wert if fehlen else abs(summe - wert)
    return Summenfehler(gesamt, name, tuple(bekannt), summe, wert, fehlen) if abweichung > gerundet else None


def gerundet_um(zahl: Decimal) -> Decimal:
    """Give half a unit of the last decimal of a number, by which rounding may have changed it."""
    stellen = zahl.as_tuple().exponent
    return Decimal(5).scaleb(min(stellen, 0) - 1) if isinstance(stellen, int) else Decimal(0)

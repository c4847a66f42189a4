"""The line below a timeline that explains its signs; it names only those that occur."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kmut_cli.render.bild.marken import BALKEN, WORTE, Aussehen, balken, marke
from kmut_cli.render.bild.plan import Zeile, Zustand
from kmut_cli.render.bild.satz import breite
from kmut_cli.render.bild.streifen import hat_stand
from kmut_cli.render.bild.svg import Zeichnung

_GRAD, _ABSTAND, _SYMBOL, _LUECKE = 7.5, 13.0, 20.0, 12.0


@dataclass(frozen=True, slots=True)
class Eintrag:
    """A sign and its meaning.

    Attributes:
        text: The meaning.
        zeichne: Draws the sign, given the left end of 20 points and the middle of the line; None for text alone.
    """

    text: str
    zeichne: Callable[[Zeichnung, float, float], None] | None


def eintraege(zeilen: tuple[Zeile, ...]) -> tuple[Eintrag, ...]:
    """Give what a reader must know to read these measures."""
    mit_stand = hat_stand(zeilen)
    gesamt = []
    marken = {z.zustand for z in zeilen if len(z.beginn) > (z.ende is not None)}
    dauern = {z.zustand for z in zeilen if z.beginn and z.ende}
    if mit_stand:
        gesamt.append(Eintrag("Zeichen: Beginn oder Fortführung; Balken: Dauer; Form und Füllung: Stand", None))
    elif marken:
        was = "Beginn oder Fortführung, Ende offen" if not dauern else "Beginn oder Fortführung"
        gesamt.append(Eintrag(was, partial(_marke, None)))
    if dauern and not mit_stand:
        gesamt.append(Eintrag("Dauer", partial(_balken, None)))
    if any(z.ende and not z.beginn for z in zeilen):
        gesamt.append(Eintrag("Ende, Beginn offen", _nur_ende))
    if mit_stand:
        for zustand in Zustand:
            if zustand in marken | dauern:
                gesamt.append(Eintrag(WORTE[zustand], partial(_zustand, zustand, zustand in marken, zustand in dauern)))
    return tuple(gesamt)


def zeilenweise(alle: tuple[Eintrag, ...], platz: float) -> tuple[tuple[Eintrag, ...], ...]:
    """Share out the entries over lines."""
    zeilen: list[list[Eintrag]] = [[]]
    frei = platz
    for eintrag in alle:
        if zeilen[-1] and _breite(eintrag) > frei:
            zeilen.append([])
            frei = platz
        zeilen[-1].append(eintrag)
        frei -= _breite(eintrag)
    return tuple(tuple(zeile) for zeile in zeilen if zeile)


def hoehe(zeilen: tuple[tuple[Eintrag, ...], ...]) -> float:
    """Give the height of the legend in points."""
    return len(zeilen) * _ABSTAND + 4 if zeilen else 0


def zeichne(bild: Zeichnung, y: float, zeilen: tuple[tuple[Eintrag, ...], ...], links: float) -> None:
    """Draw the legend with its upper edge at ``y``."""
    for nr, zeile in enumerate(zeilen):
        x, mitte = links, y + 4 + nr * _ABSTAND + _ABSTAND / 2
        for eintrag in zeile:
            if eintrag.zeichne is not None:
                eintrag.zeichne(bild, x, mitte)
            bild.text(x + _symbol(eintrag), mitte + 2.7, eintrag.text, _GRAD)
            x += _breite(eintrag)


def _breite(eintrag: Eintrag) -> float:
    return _symbol(eintrag) + breite(eintrag.text, _GRAD) + _LUECKE


def _symbol(eintrag: Eintrag) -> float:
    return _SYMBOL + 3 if eintrag.zeichne is not None else 0


def _marke(zustand: Aussehen, bild: Zeichnung, x: float, mitte: float) -> None:
    marke(bild, zustand, x + _SYMBOL / 2, mitte)


def _balken(zustand: Aussehen, bild: Zeichnung, x: float, mitte: float) -> None:
    balken(bild, zustand, x, x + _SYMBOL, mitte)


def _zustand(zustand: Zustand, als_marke: bool, als_balken: bool, bild: Zeichnung, x: float, mitte: float) -> None:
    """Draw what occurs of a state: its mark, its bar, or one after the other."""
    if als_marke and als_balken:
        marke(bild, zustand, x + 5, mitte)
        balken(bild, zustand, x + 11.5, x + _SYMBOL, mitte)
    elif als_marke:
        _marke(zustand, bild, x, mitte)
    else:
        _balken(zustand, bild, x, mitte)


def _nur_ende(bild: Zeichnung, x: float, mitte: float) -> None:
    bild.linie(x, mitte, x + _SYMBOL, mitte, stroke_dasharray="2 2", stroke_width=1)
    bild.linie(x + _SYMBOL, mitte - BALKEN / 2, x + _SYMBOL, mitte + BALKEN / 2, stroke_width=1.6)

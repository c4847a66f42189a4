"""The names of series beside the ends of their lines, which stand for a legend."""

from __future__ import annotations

from dataclasses import dataclass

from kmut_cli.render.bild import stile
from kmut_cli.render.bild.auswahl import Sicht
from kmut_cli.render.bild.rahmen import Rahmen
from kmut_cli.render.bild.satz import breite, umbruch
from kmut_cli.render.bild.svg import Zeichnung
from kmut_cli.render.bild.wertachse import Wertachse, wertzahl

_PLATZ, _GRAD, _ZEILE, _SYMBOL = 106.0, 7.5, 9.5, 9.0


@dataclass(frozen=True, slots=True)
class Schild:
    """The name of a series with its last value.

    Attributes:
        nr: Number of the series, which gives its mark.
        zeilen: Lines of the name, and the value as the last one.
        anteil: Height of the value on the axis.
    """

    nr: int
    zeilen: tuple[str, ...]
    anteil: float

    @property
    def breite(self) -> float:
        """Its width in points, with the mark."""
        return max(breite(zeile, _GRAD, fett=True) for zeile in self.zeilen) + _SYMBOL + 2

    @property
    def hoehe(self) -> float:
        """Its height in points."""
        return len(self.zeilen) * _ZEILE + 3


def schilder(wahl: Sicht, achse: Wertachse, einheit: str) -> tuple[Schild, ...]:
    """Name the series; a single one that is the total or has no name needs none."""
    erste, _punkte = wahl.reihen[0]
    if len(wahl.reihen) == 1 and (erste.gesamt or not erste.name.strip()):
        return ()
    alle = []
    for nr, (reihe, punkte) in enumerate(wahl.reihen):
        werte = [(stelle, punkt.wert, punkt.zeichen) for stelle, punkt in punkte.items() if punkt.wert is not None]
        if not werte:  # its values lie at times that are not drawn
            continue
        _stelle, wert, zeichen = max(werte)
        zahl = f"({wertzahl(wert, einheit)})" if zeichen else wertzahl(wert, einheit)
        zeilen = (*umbruch(reihe.name or "ohne Namen", _GRAD, _PLATZ, hoechstens=2), zahl)
        alle.append(Schild(nr, zeilen, achse.anteil(wert)))
    return tuple(alle)


def zeichne_schilder(bild: Zeichnung, alle: tuple[Schild, ...], rahmen: Rahmen) -> None:
    """Write the names at the right, each as near the end of its line as the others let it."""
    frei = rahmen.oben
    orte: list[tuple[Schild, float]] = []
    for schild in sorted(alle, key=lambda eins: -eins.anteil):
        frei = max(frei, rahmen.y(schild.anteil) - schild.hoehe / 2)
        orte.append((schild, frei))
        frei += schild.hoehe
    grenze = rahmen.unten + 6
    for schild, y in reversed(orte):
        y = min(y, grenze - schild.hoehe)
        grenze = y
        _zeichne(bild, schild, y, rahmen)


def _zeichne(bild: Zeichnung, schild: Schild, y: float, rahmen: Rahmen) -> None:
    x, mitte = rahmen.rechts + 12, y + schild.hoehe / 2
    farbe = stile.FARBEN[schild.nr]
    bild.linie(rahmen.rechts - 4, rahmen.y(schild.anteil), x - 3, mitte, stroke=farbe)
    stile.marke(bild, schild.nr, x + 2, mitte)
    for nr, text in enumerate(schild.zeilen, start=1):
        bild.text(x + _SYMBOL, y - 1.5 + nr * _ZEILE, text, _GRAD, fett=nr == len(schild.zeilen))

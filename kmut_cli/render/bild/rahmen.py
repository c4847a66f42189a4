"""What all charts share: title, axis of values, times, breaks in the series, and the notes below."""

from __future__ import annotations

from dataclasses import dataclass

from kmut_cli.render.bild.auswahl import Sicht
from kmut_cli.render.bild.reihen import Diagramm
from kmut_cli.render.bild.satz import breite, umbruch
from kmut_cli.render.bild.svg import GRAU, HELL, Zeichnung
from kmut_cli.render.bild.wertachse import Wertachse

GRAD, GRUND = 8.0, "#e6e6e6"
_TITEL, _FUSS, _ZEILE = 10.0, 7.5, 9.5


@dataclass(frozen=True, slots=True)
class Rahmen:
    """The area of a chart, in points.

    Attributes:
        breite: Width of the picture.
        links: Left edge of the area.
        rechts: Right edge.
        oben: Upper edge.
        unten: Lower edge, where the times stand.
        achse: Its values.
    """

    breite: float
    links: float
    rechts: float
    oben: float
    unten: float
    achse: Wertachse

    def y(self, anteil: float) -> float:
        """Give the place of a share of the height."""
        return self.unten - anteil * (self.unten - self.oben)


def titelhoehe(diagramm: Diagramm, breite_: float) -> float:
    """Give the height of title and unit."""
    return len(_titel(diagramm, breite_)) * (_TITEL + 3) + _ZEILE + 20


def achsenbreite(diagramm: Diagramm, achse: Wertachse) -> float:
    """Give the room for the numbers at the left."""
    return max(breite(achse.beschriftung(stufe, diagramm.einheit), GRAD) for stufe in achse.stufen) + 8


def zeichne_kopf(bild: Zeichnung, diagramm: Diagramm, rahmen: Rahmen) -> None:
    """Draw title and unit, and say so if the axis does not begin at zero."""
    zeilen = _titel(diagramm, rahmen.breite)
    bild.zeilen(0, _TITEL, zeilen, _TITEL, _TITEL + 3, fett=True)
    angaben = [diagramm.einheit.strip()] if diagramm.einheit.strip() else []
    if rahmen.achse.von > 0 or rahmen.achse.bis < 0:
        angaben.append("Achse beginnt nicht bei 0")
    if angaben:
        bild.text(0, len(zeilen) * (_TITEL + 3) + _ZEILE, " · ".join(angaben), GRAD, farbe=GRAU)


def zeichne_achse(bild: Zeichnung, diagramm: Diagramm, rahmen: Rahmen) -> None:
    """Draw the lines of the values and their numbers; that of zero is dark."""
    for stufe in rahmen.achse.stufen:
        y = rahmen.y(rahmen.achse.anteil(stufe))
        if stufe == 0 or stufe == rahmen.achse.von:
            bild.linie(rahmen.links, y, rahmen.rechts, y, stroke_width=0.8)
        else:
            bild.linie(rahmen.links, y, rahmen.rechts, y, stroke=HELL)
        bild.text(rahmen.links - 5, y + 2.8, rahmen.achse.beschriftung(stufe, diagramm.einheit), GRAD, anker="end")


def zeichne_zeiten(bild: Zeichnung, sicht: Sicht, stellen: tuple[float, ...], rahmen: Rahmen) -> None:
    """Write the times below the area; where they would touch, some are left out, but never the last."""
    frei = rahmen.breite
    for (_tag, zeit), x in reversed(list(zip(sicht.zeiten, stellen, strict=True))):
        bild.linie(x, rahmen.unten, x, rahmen.unten + 2.5, stroke_width=0.6)
        halb = breite(zeit, GRAD) / 2
        mitte = min(x, rahmen.breite - halb)
        if mitte + halb <= frei:
            bild.text(mitte, rahmen.unten + 11, zeit, GRAD, anker="middle")
            frei = mitte - halb - 5


def zeichne_zeichen(bild: Zeichnung, x: float, y: float, zeichen: str) -> None:
    """Draw a sign that stands in place of a value, on a light ground with its foot at ``y``: a point is small."""
    halb = max(breite(zeichen, GRAD + 1, fett=True) / 2 + 2, 5)
    bild.rechteck(x - halb, y - 10, 2 * halb, 10, fill=GRUND)
    bild.text(x, y - 3, zeichen, GRAD + 1, fett=True, anker="middle")


def zeichne_brueche(bild: Zeichnung, sicht: Sicht, stellen: tuple[float, ...], rahmen: Rahmen) -> None:
    """Mark breaks in the series by a broken line between the times, and a word or number above."""
    brueche = sicht.brueche
    for nr, bruch in enumerate(brueche, start=1):
        x = (stellen[bruch.davor] + stellen[bruch.ab]) / 2
        bild.linie(x, rahmen.oben - 2, x, rahmen.unten, stroke_dasharray="4 3", stroke_width=0.9)
        wort = "Bruch" if len(brueche) == 1 else f"Bruch {nr}" if len(brueche) < 4 else str(nr)
        bild.text(x, rahmen.oben - 5, wort, 7, anker="middle")


def fusszeilen(diagramm: Diagramm, sicht: Sicht, breite_: float) -> tuple[str, ...]:
    """Give the notes below a chart: breaks, signs, what was left out, source."""
    saetze = []
    brueche = sicht.brueche
    for nr, bruch in enumerate(brueche, start=1):
        name = "Bruch in der Reihe" if len(brueche) == 1 else f"Bruch {nr}"
        saetze.append(f"{name} ab {sicht.zeiten[bruch.ab][1]}: {'; '.join(bruch.texte)}")
    erklaert = [f"{zeichen} = {sinn}" for zeichen, sinn in diagramm.zeichen if zeichen in sicht.zeichen]
    if erklaert:
        saetze.append("Zeichen: " + "; ".join(erklaert))
    saetze.extend(sicht.hinweise)
    if diagramm.quelle.strip():
        saetze.append(f"Quelle: {diagramm.quelle}")
    return tuple(zeile for satz in saetze for zeile in umbruch(satz, _FUSS, breite_, hoechstens=6))


def fusshoehe(zeilen: tuple[str, ...]) -> float:
    """Give the height of the notes."""
    return len(zeilen) * _ZEILE + 4


def zeichne_fuss(bild: Zeichnung, y: float, zeilen: tuple[str, ...]) -> None:
    """Draw the notes with their upper edge at ``y``."""
    bild.zeilen(0, y + _ZEILE, zeilen, _FUSS, _ZEILE, farbe=GRAU)


def _titel(diagramm: Diagramm, breite_: float) -> tuple[str, ...]:
    return umbruch(diagramm.titel, _TITEL, breite_, fett=True, hoechstens=3)

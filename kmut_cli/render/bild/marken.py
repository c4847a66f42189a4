"""How the state of a measure is drawn: a fill for bars, a shape for marks, and always its word beside it."""

from __future__ import annotations

from kmut_cli.render.bild.plan import Zustand
from kmut_cli.render.bild.svg import SCHWARZ, WEISS, Zeichnung

BALKEN = 8.0
"""Height of a bar."""
MARKE = 4.5
"""Half the height of a mark."""
_DUNKEL, _MITTEL, _BLASS = "#1f4e79", "#7d9fc0", "#b4b9bf"
Aussehen = Zustand | None
"""State that is shown; None in a plan that states none at all, where everything looks alike."""
WORTE = {
    Zustand.OHNE_ANGABE: "ohne Angabe",
    Zustand.GEPLANT: "geplant",
    Zustand.BEGONNEN: "begonnen",
    Zustand.LAUFEND: "laufend",
    Zustand.UMGESETZT: "umgesetzt",
    Zustand.VERSCHOBEN: "verschoben",
    Zustand.AUFGEGEBEN: "aufgegeben",
}
# Tiles of 4 by 4 points on white: strokes, points, crosses.
_KACHELN = {
    Zustand.BEGONNEN: '<path d="M-1,1 l2,-2 M0,4 l4,-4 M3,5 l2,-2" stroke="{f}" stroke-width="1"/>',
    Zustand.VERSCHOBEN: '<circle cx="1" cy="1" r="0.7" fill="{f}"/><circle cx="3" cy="3" r="0.7" fill="{f}"/>',
    Zustand.AUFGEGEBEN: '<path d="M0,0 l4,4 M0,4 l4,-4" stroke="{f}" stroke-width="0.5"/>',
}
_FARBEN: dict[Aussehen, str] = {
    None: _MITTEL,
    Zustand.OHNE_ANGABE: _BLASS,
    Zustand.GEPLANT: WEISS,
    Zustand.LAUFEND: _MITTEL,
    Zustand.UMGESETZT: _DUNKEL,
}


def balken(bild: Zeichnung, zustand: Aussehen, links: float, rechts: float, mitte: float) -> None:
    """Draw a bar; what is only planned has a broken outline."""
    strich: dict[str, str | float] = {"stroke": _DUNKEL, "stroke_width": 0.9}
    if zustand is Zustand.GEPLANT:
        strich["stroke_dasharray"] = "3 1.5"
    laenge = max(rechts - links, 1.5)
    bild.rechteck(links, mitte - BALKEN / 2, laenge, BALKEN, fill=_fuellung(bild, zustand), **strich)


def marke(bild: Zeichnung, zustand: Aussehen, x: float, y: float, *, rand: bool = False) -> None:
    """Draw a diamond for a beginning: empty, half or wholly filled, with a point or a bar in it; a cross if given up.

    With ``rand`` it has a white rim, so that it is seen on a bar.
    """
    r = MARKE
    if rand:
        bild.vieleck([(x, y - r - 2), (x + r + 2, y), (x, y + r + 2), (x - r - 2, y)], fill=WEISS)
    if zustand is Zustand.AUFGEGEBEN:
        for richtung in (1, -1):
            bild.linie(
                x - r * 0.75,
                y - r * 0.75 * richtung,
                x + r * 0.75,
                y + r * 0.75 * richtung,
                stroke=_DUNKEL,
                stroke_width=1.6,
            )
        return
    ecken = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
    fuellung = {None: _DUNKEL, Zustand.UMGESETZT: _DUNKEL, Zustand.OHNE_ANGABE: _BLASS}.get(zustand, WEISS)
    bild.vieleck(ecken, fill=fuellung, stroke=_DUNKEL, stroke_width=1, stroke_linejoin="round")
    if zustand is Zustand.BEGONNEN:
        bild.vieleck([(x, y - r), (x, y + r), (x - r, y)], fill=_DUNKEL)
    elif zustand is Zustand.LAUFEND:
        bild.element("circle", cx=x, cy=y, r=1.6, fill=_DUNKEL)
    elif zustand is Zustand.VERSCHOBEN:
        bild.linie(x - 2.2, y, x + 2.2, y, stroke=_DUNKEL, stroke_width=1.4)


def pfeil(bild: Zeichnung, x: float, y: float, richtung: int) -> None:
    """Draw a small arrowhead with its tip at ``x``: the time goes on beyond the axis (1 right, -1 left)."""
    bild.vieleck([(x, y), (x - 5 * richtung, y - 3), (x - 5 * richtung, y + 3)], fill=SCHWARZ)


def _fuellung(bild: Zeichnung, zustand: Aussehen) -> str:
    """Give colour or pattern of a bar."""
    if zustand is None or zustand in _FARBEN:
        return _FARBEN[zustand]
    kachel = f'<rect width="4" height="4" fill="{WEISS}"/>' + _KACHELN[zustand].format(f=_DUNKEL)
    muster = f'<pattern id="zustand-{zustand}" width="4" height="4" patternUnits="userSpaceOnUse">{kachel}</pattern>'
    return bild.definiere(f"zustand-{zustand}", muster)

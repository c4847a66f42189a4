"""How series differ without colour: by mark and stroke as lines, by fill as columns."""

from __future__ import annotations

from kmut_cli.render.bild.svg import WEISS, Zeichnung

FARBEN = ("#1f4e79", "#a8480b", "#2a6b2f", "#7b3f98", "#6b5900", "#00697a", "#9c1034", "#4d4d4d")
"""At least 4.5:1 on white each."""
STRICHE = ("", "7 2.5", "2 2", "8 2 2 2", "4 2", "1 1.5", "8 2 2 2 2 2", "12 3")
_R = 2.8
# Shape of the mark by series, and whether it is filled.
_FORMEN = (
    ("kreis", True), ("quadrat", True), ("dreieck", True), ("raute", True),
    ("kreis", False), ("quadrat", False), ("dreieck", False), ("raute", False),
)  # fmt: skip
# Tiles of 5 by 5 points in the colour of the series; an empty text is white, None the full colour.
_KACHELN = (
    None,
    "",
    '<path d="M-1,1 l2,-2 M0,5 l5,-5 M4,6 l2,-2" stroke="{f}" stroke-width="1.1"/>',
    '<circle cx="1.25" cy="1.25" r="0.9" fill="{f}"/><circle cx="3.75" cy="3.75" r="0.9" fill="{f}"/>',
    '<path d="M0,1.25 h5 M0,3.75 h5" stroke="{f}" stroke-width="0.8"/>',
    '<path d="M-1,4 l2,2 M0,0 l5,5 M4,-1 l2,2" stroke="{f}" stroke-width="1.1"/>',
    '<path d="M0,0 l5,5 M0,5 l5,-5" stroke="{f}" stroke-width="0.6"/>',
    '<path d="M1.25,0 v5 M3.75,0 v5" stroke="{f}" stroke-width="1.2"/>',
)


def marke(bild: Zeichnung, nr: int, x: float, y: float, *, unsicher: bool = False) -> None:
    """Draw the mark of a series; a value of limited reliability stands in brackets."""
    farbe = FARBEN[nr]
    form, voll = _FORMEN[nr]
    stil: dict[str, str | float] = {"fill": farbe if voll else WEISS, "stroke": farbe, "stroke_width": 1.1}
    r = _R
    if form == "kreis":
        bild.element("circle", cx=x, cy=y, r=r, **stil)
    elif form == "quadrat":
        bild.rechteck(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, **stil)
    elif form == "dreieck":
        bild.vieleck([(x, y - r * 1.15), (x + r * 1.1, y + r * 0.85), (x - r * 1.1, y + r * 0.85)], **stil)
    else:
        bild.vieleck([(x, y - r * 1.3), (x + r * 1.3, y), (x, y + r * 1.3), (x - r * 1.3, y)], **stil)
    if unsicher:
        bild.text(x - 6, y + 2.7, "(", 8, anker="middle")
        bild.text(x + 6, y + 2.7, ")", 8, anker="middle")


def strich(nr: int, *, gesamt: bool) -> dict[str, str | float]:
    """Give the stroke of a series."""
    stil: dict[str, str | float] = {
        "stroke": FARBEN[nr],
        "stroke_width": 2.2 if gesamt else 1.3,
        "stroke_linejoin": "round",
    }
    return stil | ({"stroke_dasharray": STRICHE[nr]} if STRICHE[nr] else {})


def fuellung(bild: Zeichnung, nr: int) -> dict[str, str | float]:
    """Give fill and outline of the columns of a series."""
    farbe, kachel = FARBEN[nr], _KACHELN[nr]
    fill = farbe if kachel is None else WEISS
    if kachel:
        inhalt = f'<rect width="5" height="5" fill="{WEISS}"/>' + kachel.format(f=farbe)
        muster = f'<pattern id="reihe-{nr}" width="5" height="5" patternUnits="userSpaceOnUse">{inhalt}</pattern>'
        fill = bild.definiere(f"reihe-{nr}", muster)
    return {"fill": fill, "stroke": farbe, "stroke_width": 0.9}

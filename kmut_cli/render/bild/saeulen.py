"""Series of an indicator as columns, side by side for each time."""

from __future__ import annotations

from kmut_cli.render.bild import rahmen as r
from kmut_cli.render.bild import stile
from kmut_cli.render.bild.alttext import diagrammtext
from kmut_cli.render.bild.auswahl import Sicht, sicht
from kmut_cli.render.bild.format import A4_HOCH, Bildformat
from kmut_cli.render.bild.reihen import Diagramm, Punkt
from kmut_cli.render.bild.satz import breite, kuerze, sauber
from kmut_cli.render.bild.svg import Zeichnung
from kmut_cli.render.bild.wertachse import wertachse, wertzahl
from kmut_cli.render.presentation import Bild

_HOEHE, _LUECKE, _BREITESTE = 92.0, 0.28, 46.0
_SAEULEN_HOECHSTENS = 64
_SYMBOL = 12.0


def saeulen(diagramm: Diagramm, *, bildformat: Bildformat = A4_HOCH) -> Bild | None:
    """Draw an indicator as columns from zero, for monitoring and the Migrationsbericht.

    For few times, or a single one, and for values whose size counts; for long series :func:`linien` says more. Times
    stand side by side at equal distance. Where a sign is published in place of a value, the sign stands in place of
    the column; a break is marked and explained below. Series are told apart by their fill.

    Args:
        diagramm: What to draw; of more than 64 columns the last times are drawn, and the picture says so.
        bildformat: Size of a page; only the width is used.

    Returns:
        None if no series has a value.
    """
    wahl = sicht(diagramm, _SAEULEN_HOECHSTENS)
    if wahl is None:
        return None
    achse = wertachse(wahl.werte, ab_null=True)
    oben = r.titelhoehe(diagramm, bildformat.breite)
    links = r.achsenbreite(diagramm, achse)
    rahmen = r.Rahmen(bildformat.breite, links, bildformat.breite - 2, oben, oben + _HOEHE, achse)
    schritt = (rahmen.rechts - rahmen.links) / len(wahl.zeiten)
    stellen = tuple(rahmen.links + (nr + 0.5) * schritt for nr in range(len(wahl.zeiten)))
    bild = Zeichnung()
    r.zeichne_kopf(bild, diagramm, rahmen)
    r.zeichne_achse(bild, diagramm, rahmen)
    r.zeichne_zeiten(bild, wahl, stellen, rahmen)
    r.zeichne_brueche(bild, wahl, stellen, rahmen)
    dicke = min(schritt * (1 - _LUECKE) / len(wahl.reihen), _BREITESTE)
    for nr in range(len(wahl.reihen)):
        _zeichne_reihe(bild, diagramm, wahl, nr, stellen, dicke, rahmen)
    y = rahmen.unten + 16
    if len(wahl.reihen) > 1 or not wahl.reihen[0][0].gesamt:
        y = _zeichne_legende(bild, wahl, y, bildformat.breite)
    zeilen = r.fusszeilen(diagramm, wahl, bildformat.breite)
    r.zeichne_fuss(bild, y, zeilen)
    alt = diagrammtext("Säulendiagramm", diagramm, wahl)
    return Bild(diagramm.name, bild.fertig(rahmen.breite, y + r.fusshoehe(zeilen), diagramm.titel, alt), alt)


def _zeichne_reihe(
    bild: Zeichnung,
    diagramm: Diagramm,
    wahl: Sicht,
    nr: int,
    stellen: tuple[float, ...],
    dicke: float,
    rahmen: r.Rahmen,
) -> None:
    """Draw the columns of a series, with their values above if all of them have room."""
    reihe, punkte = wahl.reihen[nr]
    mit_werten = all(breite(_wert(p, diagramm), 7.5) <= dicke + 6 / len(wahl.reihen) for p in punkte.values())
    null = rahmen.y(rahmen.achse.anteil(rahmen.achse.von * 0))
    bild.gruppe(reihe.name)
    for stelle, punkt in punkte.items():
        x = stellen[stelle] + (nr - len(wahl.reihen) / 2) * dicke
        if punkt.wert is None:
            if punkt.zeichen:
                r.zeichne_zeichen(bild, x + dicke / 2, null - 0.5, punkt.zeichen)
            continue
        y = rahmen.y(rahmen.achse.anteil(punkt.wert))
        stil = stile.fuellung(bild, nr)
        if punkt.zeichen:
            stil["stroke_dasharray"] = "2 1.5"
        bild.rechteck(x + 0.5, min(y, null), max(dicke - 1, 1), abs(y - null), **stil)
        text = _wert(punkt, diagramm) if mit_werten else "( )" if punkt.zeichen else ""
        if text:
            bild.text(x + dicke / 2, y - 3 if punkt.wert >= 0 else y + 9, text, 7.5, anker="middle", rand=True)
    bild.ende()


def _wert(punkt: Punkt, diagramm: Diagramm) -> str:
    if punkt.wert is None:
        return punkt.zeichen
    text = wertzahl(punkt.wert, diagramm.einheit)
    return f"({text})" if punkt.zeichen else text


def _zeichne_legende(bild: Zeichnung, wahl: Sicht, y: float, platz: float) -> float:
    """Draw the names of the series with their fills; gives the lower edge."""
    x = 0.0
    for nr, (reihe, _punkte) in enumerate(wahl.reihen):
        name = kuerze(sauber(reihe.name) or "ohne Namen", r.GRAD, platz - _SYMBOL - 5)
        laenge = _SYMBOL + 5 + breite(name, r.GRAD) + 14
        if x and x + laenge - 14 > platz:
            x, y = 0.0, y + 12
        bild.rechteck(x, y + 1, _SYMBOL, 8, **stile.fuellung(bild, nr))
        bild.text(x + _SYMBOL + 5, y + 8, name, r.GRAD)
        x += laenge
    return y + 14

"""Series of an indicator as lines over time."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.render.bild import rahmen as r
from kmut_cli.render.bild import stile
from kmut_cli.render.bild.alttext import diagrammtext
from kmut_cli.render.bild.auswahl import Sicht, sicht
from kmut_cli.render.bild.format import A4_HOCH, Bildformat
from kmut_cli.render.bild.reihen import Diagramm, Punkt
from kmut_cli.render.bild.satz import breite
from kmut_cli.render.bild.schilder import schilder, zeichne_schilder
from kmut_cli.render.bild.svg import HELL, Zeichnung
from kmut_cli.render.bild.wertachse import wertachse, wertzahl
from kmut_cli.render.presentation import Bild

_HOEHE, _MARKENABSTAND = 92.0, 14.0


def linien(diagramm: Diagramm, *, bildformat: Bildformat = A4_HOCH) -> Bild | None:
    """Draw an indicator over time as lines, for monitoring and the Migrationsbericht.

    For courses over many times and for comparing series; for two or three times :func:`saeulen` says more. Times stand
    at their true distance. A sign leaves a gap and stands in its own row below the axis; a break cuts the line, is
    marked and explained below. Series are told apart by mark and stroke, and named at their end with the last value.

    Args:
        diagramm: What to draw.
        bildformat: Size of a page; only the width is used.

    Returns:
        None if no series has a value.
    """
    wahl = sicht(diagramm)
    if wahl is None:
        return None
    achse = wertachse(wahl.werte, ab_null=False)
    alle_schilder = schilder(wahl, achse, diagramm.einheit)
    zeichenzeilen = _zeichenzeilen(wahl)
    oben = r.titelhoehe(diagramm, bildformat.breite)
    platz = max((schild.breite for schild in alle_schilder), default=2.0) + 12
    hoehe = max(_HOEHE, sum(schild.hoehe for schild in alle_schilder))
    links = r.achsenbreite(diagramm, achse) + (10 if len(wahl.reihen) > 1 and zeichenzeilen else 0)
    rahmen = r.Rahmen(bildformat.breite, links, bildformat.breite - platz, oben, oben + hoehe, achse)
    bild, stellen = Zeichnung(), _stellen(wahl, rahmen)
    r.zeichne_kopf(bild, diagramm, rahmen)
    r.zeichne_achse(bild, diagramm, rahmen)
    r.zeichne_zeiten(bild, wahl, stellen, rahmen)
    r.zeichne_brueche(bild, wahl, stellen, rahmen)
    for nr in reversed(range(len(wahl.reihen))):
        _zeichne_reihe(bild, wahl, nr, stellen, rahmen)
    if len(wahl.reihen) == 1:
        _zeichne_werte(bild, diagramm, wahl, stellen, rahmen)
    zeichne_schilder(bild, alle_schilder, rahmen)
    y = rahmen.unten + 14
    for nr in zeichenzeilen:
        _zeichne_zeichen(bild, wahl, nr, stellen, rahmen, y)
        y += 11
    zeilen = r.fusszeilen(diagramm, wahl, bildformat.breite)
    r.zeichne_fuss(bild, y + 2, zeilen)
    alt = diagrammtext("Liniendiagramm", diagramm, wahl)
    return Bild(diagramm.name, bild.fertig(rahmen.breite, y + 2 + r.fusshoehe(zeilen), diagramm.titel, alt), alt)


def _stellen(wahl: Sicht, rahmen: r.Rahmen) -> tuple[float, ...]:
    """Give the places of the times, at their true distance; a single one stands in the middle."""
    tage = [tag.toordinal() for tag, _zeit in wahl.zeiten]
    links, rechts = rahmen.links + 10, rahmen.rechts - 10
    if tage[0] == tage[-1]:
        return ((links + rechts) / 2,) * len(tage)
    return tuple(links + (tag - tage[0]) / (tage[-1] - tage[0]) * (rechts - links) for tag in tage)


def _stuecke(punkte: dict[int, Punkt], anzahl: int) -> Iterator[list[int]]:
    """Give runs of times with values, cut at gaps and at breaks; times that the series does not know are no gap."""
    lauf: list[int] = []
    for stelle in range(anzahl):
        punkt = punkte.get(stelle)
        if punkt is None:
            continue
        if lauf and (punkt.wert is None or punkt.bruch):
            yield lauf
            lauf = []
        if punkt.wert is not None:
            lauf.append(stelle)
    if lauf:
        yield lauf


def _zeichne_reihe(bild: Zeichnung, wahl: Sicht, nr: int, stellen: tuple[float, ...], rahmen: r.Rahmen) -> None:
    reihe, punkte = wahl.reihen[nr]
    bild.gruppe(reihe.name)
    for lauf in _stuecke(punkte, len(stellen)):
        orte = [
            (stellen[stelle], rahmen.y(rahmen.achse.anteil(wert)))
            for stelle in lauf
            if (wert := punkte[stelle].wert) is not None
        ]
        if len(orte) > 1:
            bild.zug(orte, **stile.strich(nr, gesamt=reihe.gesamt))
        letzte = float("-inf")
        for (x, y), stelle in zip(orte, lauf, strict=True):
            unsicher = bool(punkte[stelle].zeichen)
            if x - letzte >= _MARKENABSTAND or unsicher or stelle == lauf[-1]:
                stile.marke(bild, nr, x, y, unsicher=unsicher)
                letzte = x
    bild.ende()


def _zeichne_werte(
    bild: Zeichnung, diagramm: Diagramm, wahl: Sicht, stellen: tuple[float, ...], rahmen: r.Rahmen
) -> None:
    """Write the values of a single series beside its points, where there is room; the last one always."""
    orte = [
        (stellen[stelle], rahmen.y(rahmen.achse.anteil(punkt.wert)), punkt)
        for stelle, punkt in sorted(wahl.reihen[0][1].items())
        if punkt.wert is not None
    ]
    frei = rahmen.breite
    for nr, (stelle, y, punkt) in reversed(list(enumerate(orte))):
        text = wertzahl(punkt.wert, diagramm.einheit) if punkt.wert is not None else ""
        text = f"({text})" if punkt.zeichen else text
        halb = breite(text, 7.5) / 2
        x = min(stelle, rahmen.breite - halb)
        if x + halb <= frei:
            # In a valley the line is above the point, so the value goes below, if the axis is not there.
            nachbarn = [orte[anderer][1] for anderer in (nr - 1, nr + 1) if 0 <= anderer < len(orte)]
            darunter = sum(nachbarn) < y * len(nachbarn) and y + 16 < rahmen.unten
            bild.text(x, y + 12 if darunter else y - 6, text, 7.5, anker="middle", rand=True)
            frei = x - halb - 4


def _zeichenzeilen(wahl: Sicht) -> tuple[int, ...]:
    """Give the series that have a sign in place of a value."""
    return tuple(
        nr
        for nr, (_reihe, punkte) in enumerate(wahl.reihen)
        if any(p.wert is None and p.zeichen for p in punkte.values())
    )


def _zeichne_zeichen(
    bild: Zeichnung, wahl: Sicht, nr: int, stellen: tuple[float, ...], rahmen: r.Rahmen, y: float
) -> None:
    """Draw the row of signs of a series."""
    bild.linie(rahmen.links, y, rahmen.rechts, y, stroke=HELL)
    if len(wahl.reihen) > 1:
        stile.marke(bild, nr, rahmen.links - 9, y + 5.5)
    for stelle, punkt in wahl.reihen[nr][1].items():
        if punkt.wert is None and punkt.zeichen:
            r.zeichne_zeichen(bild, stellen[stelle], y + 10.5, punkt.zeichen)

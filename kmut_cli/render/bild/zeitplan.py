"""Timeline of measures over years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kmut_cli.render.bild import legende
from kmut_cli.render.bild.alttext import zeitplantext
from kmut_cli.render.bild.format import A4_HOCH, Bildformat
from kmut_cli.render.bild.plan import Feld, Zeile
from kmut_cli.render.bild.satz import umbruch
from kmut_cli.render.bild.streifen import RAND, Massnahme, Raster, Streifen, Ueberschrift, hat_stand
from kmut_cli.render.bild.svg import Zeichnung
from kmut_cli.render.bild.zeitachse import SCHRIFTGRAD, spanne
from kmut_cli.render.presentation import Bild

_TITEL, _KOPF = 11.0, 16.0


def zeitplan(
    name: str,
    titel: str,
    felder: tuple[Feld, ...],
    jahre: tuple[int, int] | None = None,
    *,
    bildformat: Bildformat = A4_HOCH,
) -> tuple[Bild, ...]:
    """Draw measures over years, for the concept (handlungskonzept) and the chapter of the Migrationsbericht on it.

    A bar goes from the first beginning to the end, a mark stands for a beginning whose end is open, and for each time
    that a measure is taken up again. The state is told by fill, shape of the mark and a word. What does not fit the
    height goes on in a further picture, with field and years repeated.

    Args:
        name: File name without ending: ASCII, once in the document; with several pictures „-1“, „-2“ … follows.
        titel: Printed above and used in the alternative text, plain text, such as „Zeitplan der Maßnahmen“.
        felder: What to show, in this order; fields and goals without measures are left out.
        jahre: First and last year of the axis; None takes them from the dates. Dates outside are shown at the edge.
        bildformat: Size of a page.

    Returns:
        One picture for each page; none if there is no measure.
    """
    zeilen = tuple(zeile for feld in felder for ziel in feld.ziele for zeile in ziel.zeilen)
    if not zeilen:
        return ()
    raster = Raster.fuer(bildformat.breite, *spanne(zeilen, jahre), stand=hat_stand(zeilen))
    erklaerung = legende.zeilenweise(legende.eintraege(zeilen), raster.breite - 2 * RAND)
    kopf = len(_titelzeilen(titel, " (00 von 00)", raster)) * (_TITEL + 3) + 4 + _KOPF
    seiten = _ausgeglichen(tuple(_gruppen(felder, raster)), bildformat.hoehe - kopf - legende.hoehe(erklaerung))
    return tuple(
        _bild(name, titel, raster, erklaerung, seite, nr, len(seiten)) for nr, seite in enumerate(seiten, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Gruppe:
    """Rows with the headings above them; ``neu`` of the headings begin here, the others began before."""

    feld: str
    koepfe: tuple[Ueberschrift, ...]
    neu: int
    massnahme: Massnahme


@dataclass(frozen=True, slots=True)
class _Seite:
    streifen: list[Streifen]
    zeilen: list[Zeile]
    felder: list[str]


def _gruppen(felder: tuple[Feld, ...], raster: Raster) -> Iterator[_Gruppe]:
    """Give every measure with its headings."""
    for feld in felder:
        feldkopf = [Ueberschrift.feld(raster, feld)] if feld.titel.strip() else []
        neues_feld = True
        for ziel in feld.ziele:
            zielkopf = [Ueberschrift.ziel(raster, ziel)] if ziel.titel.strip() else []
            for nr, zeile in enumerate(ziel.zeilen):
                neu = len(zielkopf) * (nr == 0) + len(feldkopf) * neues_feld
                yield _Gruppe(feld.titel, (*feldkopf, *zielkopf), neu, Massnahme.fuer(raster, zeile))
                neues_feld = False


def _ausgeglichen(gruppen: tuple[_Gruppe, ...], platz: float) -> tuple[_Seite, ...]:
    """Fill as few pages as possible, all of them about equally: no last page with a single row."""
    seiten = _seiten(gruppen, platz)
    while len(naechste := _seiten(gruppen, platz := platz * 0.97)) == len(seiten) > 1 and len(seiten) < len(gruppen):
        seiten = naechste
    return seiten


def _seiten(gruppen: tuple[_Gruppe, ...], platz: float) -> tuple[_Seite, ...]:
    """Fill pages; a heading is never the last thing on one, and what goes on is named again on the next."""
    seiten: list[_Seite] = []
    frei = 0.0
    for gruppe in gruppen:
        alt, neu = gruppe.koepfe[: len(gruppe.koepfe) - gruppe.neu], gruppe.koepfe[len(gruppe.koepfe) - gruppe.neu :]
        streifen: list[Streifen] = [*neu, gruppe.massnahme]
        if not seiten or sum(eins.hoehe for eins in streifen) > frei:
            seiten.append(_Seite([], [], []))
            frei = platz
            streifen = [*(kopf.fortgesetzt() for kopf in alt), *streifen]
        seite = seiten[-1]
        seite.streifen.extend(streifen)
        seite.zeilen.append(gruppe.massnahme.zeile)
        if gruppe.feld not in seite.felder:
            seite.felder.append(gruppe.feld)
        frei -= sum(eins.hoehe for eins in streifen)
    return tuple(seiten)


def _titelzeilen(titel: str, zusatz: str, raster: Raster) -> tuple[str, ...]:
    return umbruch(titel + zusatz, _TITEL, raster.breite - 2 * RAND, fett=True, hoechstens=3)


def _bild(
    name: str,
    titel: str,
    raster: Raster,
    erklaerung: tuple[tuple[legende.Eintrag, ...], ...],
    seite: _Seite,
    nummer: int,
    anzahl: int,
) -> Bild:
    """Draw one page."""
    bild = Zeichnung()
    zusatz = f" ({nummer} von {anzahl})" if anzahl > 1 else ""
    titelzeilen = _titelzeilen(titel, zusatz, raster)
    bild.zeilen(RAND, _TITEL + 1, titelzeilen, _TITEL, _TITEL + 3, fett=True)
    y = len(titelzeilen) * (_TITEL + 3) + 4
    _kopfzeile(bild, raster, y)
    y += _KOPF
    for streifen in seite.streifen:
        streifen.zeichne(bild, y)
        y += streifen.hoehe
    legende.zeichne(bild, y, erklaerung, RAND)
    y += legende.hoehe(erklaerung) + 2
    alt = zeitplantext(titel + zusatz, seite.zeilen, seite.felder, (raster.achse.von, raster.achse.bis))
    return Bild(f"{name}-{nummer}" if anzahl > 1 else name, bild.fertig(raster.breite, y, titel + zusatz, alt), alt)


def _kopfzeile(bild: Zeichnung, raster: Raster, y: float) -> None:
    """Draw the titles of the columns: measure, years, state."""
    achse, fuss = raster.achse, y + _KOPF - 5
    bild.text(RAND, fuss, "Maßnahme", SCHRIFTGRAD, fett=True)
    for jahr in achse.beschriftete if achse.bis else ():
        bild.text(achse.jahr(jahr) + achse.jahresbreite / 2, fuss, str(jahr), SCHRIFTGRAD, fett=True, anker="middle")
    if raster.stand:
        bild.text(achse.rechts + 8, fuss, "Stand", SCHRIFTGRAD, fett=True)
    bild.linie(0, y + _KOPF - 0.5, raster.breite, y + _KOPF - 0.5, stroke_width=1)

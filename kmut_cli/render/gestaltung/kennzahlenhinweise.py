"""What is to be said below the tables of an indicator, and of the signs in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kmut_cli.documents.kennzahlen.auswertung import Auswertung, Punkt, Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.text import (
    BERECHNET,
    LIZENZ,
    LIZENZTEXT,
    MARKEN,
    NICHT_ERFASST,
    REVIDIERT,
    VERGLEICH,
    angabe_text,
    hat_lizenz,
    marken,
    merkmale_text,
    zeichen_in,
)
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung.kennzahlentabelle import woertlich


def hinweise(
    ganze: Auswertung, indikator: Indikator, reihen: Sequence[Reihe], woher: Sequence[str]
) -> Iterator[p.Block]:
    """Give what stands below the tables: what the figures mean, then small lines on where they come from.

    Args:
        ganze: The figures.
        indikator: The indicator.
        reihen: Its series.
        woher: Its sources.
    """
    if (indikator.anmerkung or "").strip():
        yield p.Absatz(indikator.anmerkung or "")
    zeilen = [*_zeilen(ganze, indikator, reihen, woher), *_aus_dem_katalog(indikator)]
    yield from (p.Angabe(beschriftung, text, klein=True) for beschriftung, text in zeilen)


def _zeilen(
    ganze: Auswertung, indikator: Indikator, reihen: Sequence[Reihe], woher: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if woher:
        yield "Quelle" if len(woher) == 1 else "Quellen", "; ".join(woher)
    formel = ganze.formeln.get(indikator.nummer or "")
    berechnete = [punkt for reihe in reihen for punkt in reihe.punkte if punkt.berechnet]
    if formel is not None and berechnete:
        ende = "; Bestände zum 31.12. des Jahres" if any(punkt.jahresende for punkt in berechnete) else ""
        yield "Berechnet als", f"{formel}{ende}"
    gezeigt = next((eine for eine in reihen if not eine.gebiet and not eine.merkmale.paare), None)
    if gezeigt is not None and gezeigt.gemischt:
        yield "Veränderung", VERGLEICH
    for zeit, grund in dict.fromkeys((str(pkt.zeit), pkt.bruch) for eine in reihen for pkt in eine.punkte if pkt.bruch):
        yield f"Bruch {zeit}", grund
    zu_werten = [zeile for reihe in reihen for punkt in reihe.punkte for zeile in _zum_wert(reihe, punkt)]
    yield from dict.fromkeys(zu_werten)


def _aus_dem_katalog(indikator: Indikator) -> Iterator[tuple[str, str]]:
    if indikator.untergruppe:
        yield "Untergruppe", indikator.untergruppe
    if indikator.differenzierung:
        yield "Differenzierung nach", ", ".join(indikator.differenzierung)
    if indikator.ebenen:
        yield "Räumliche Gliederungsebene", ", ".join(indikator.ebenen)


def _zum_wert(reihe: Reihe, punkt: Punkt) -> Iterator[tuple[str, str]]:
    """Give what is to be said of one value, with its time and part."""
    teil = ", ".join(filter(None, (reihe.gebiet, merkmale_text(reihe.merkmale) if reihe.merkmale.paare else "")))
    wann = f"{punkt.zeit}{f' ({teil})' if teil else ''}"
    if punkt.hinweis:
        yield f"Wert {wann}", punkt.hinweis
    if punkt.messwert is None:
        return
    bemerkung = (punkt.messwert.bemerkung or "").strip()
    if punkt.messwert.revidiert is not None:
        frueher = f"früher {angabe_text(punkt.messwert.revidiert)}"
        yield f"Berichtigt {wann}", "; ".join(filter(None, (frueher, bemerkung)))
    elif bemerkung:
        yield f"Bemerkung {wann}", bemerkung


def zeichenerklaerung(ganze: Auswertung, gruppen: Sequence[p.Kapitel]) -> Iterator[p.Block]:
    """Give the meaning of every sign and mark that occurs, and the licence where a source asks for it.

    Args:
        ganze: The figures.
        gruppen: The chapters that were made of them.
    """
    reihen = [reihe for eigene in ganze.reihen.values() for reihe in eigene]
    punkte = [punkt for reihe in reihen for punkt in reihe.punkte]
    zeilen = [(zeichen.symbol, zeichen.titel) for zeichen in zeichen_in(reihen)]
    da = {marke for punkt in punkte for marke in marken(punkt)}
    da |= {NICHT_ERFASST} if any(NICHT_ERFASST in zelle for zelle in _zellen(gruppen)) else set()
    zeilen += [(marke, MARKEN[marke]) for marke in (BERECHNET, REVIDIERT, NICHT_ERFASST) if marke in da]
    if any(punkt.bruch for punkt in punkte):
        zeilen.append(("(Bruch)", "mit früheren Werten nicht vergleichbar; deshalb ohne Veränderung"))
    if zeilen:
        yield p.Tabelle(("Zeichen", "Bedeutung"), tuple((woertlich(a), woertlich(b)) for a, b in zeilen), (1, 6))
    if any(punkt.messwert is not None and hat_lizenz(punkt.messwert) for punkt in punkte):
        yield p.Angabe(LIZENZ, LIZENZTEXT)


def _zellen(kapitel: Sequence[p.Kapitel]) -> Iterator[str]:
    fragen = (frage for eins in kapitel for abschnitt in eins.abschnitte for frage in abschnitt.fragen)
    tabellen = (block for frage in fragen for block in frage.bloecke if isinstance(block, p.Tabelle))
    return (zelle for tabelle in tabellen for zeile in tabelle.zeilen for zelle in zeile if isinstance(zelle, str))

"""The parts of a Migrationsbericht, each made of one document of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.kennzahlen.auswertung import auswertung
from kmut_cli.documents.konzept.teile import Stand
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.zustand import Zustand, ist_leer
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung.handlungskonzept import feldname, zeitplanbilder
from kmut_cli.render.gestaltung.konzepttabelle import zieltext, zustaendigtext
from kmut_cli.render.gestaltung.monitoring import gruppenkapitel, ueberblick, zeichenkapitel

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Handlungsfeld, Handlungskonzept, Ziel
    from kmut_cli.documents.monitoring_2026 import Monitoring
    from kmut_cli.documents.taetigkeitsbericht_2020 import Taetigkeitsbericht
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltungen

AUS_DEM_BERICHT = (
    "migrantenorganisationen",
    "oeffentlichkeit",
    "projekte",
    "netzwerkarbeit",
    "einbeziehung_der_gemeinden",
)
"""Sections of the activity report that are told to the public; staff, and what is said to the Land, is not."""


def zahlen(monitoring: Monitoring, nummern: Collection[str] | None) -> Iterator[p.Kapitel]:
    """Give the chapters on the figures: the latest ones, then each group of indicators that has values, then the signs.

    Args:
        monitoring: The figures.
        nummern: Indicators that are wanted; None for all that have values.
    """
    ganze = auswertung(monitoring)
    gruppen = gruppenkapitel(ganze, nummern, ohne_werte=bool(nummern), katalog=False)
    yield from (*ueberblick(ganze, nummern), *gruppen, *zeichenkapitel(ganze, gruppen))


def massnahmen(konzept: Handlungskonzept, titel: str) -> Iterator[p.Kapitel]:
    """Give the chapter on the concept: how far the measures are, which goals are reached, and each field of action."""
    if not konzept.felder:
        return
    abschnitte = [_abschnitt("Stand der Maßnahmen", "handlungsfelder", *_staende(konzept))]
    if erreicht := list(_erreicht(konzept)):
        abschnitte.append(_abschnitt("Erreichte Ziele", "handlungsfelder", *erreicht))
    for nummer, feld in enumerate(konzept.felder, 1):
        if feld.massnahmen:
            abschnitte.append(_abschnitt(feldname(feld, nummer), "handlungsfelder", _tabelle(feld)))
    if bilder := zeitplanbilder(konzept):
        abschnitte.append(_abschnitt("Zeitplan", "handlungsfelder", *bilder))
    yield p.Kapitel("", titel, tuple(abschnitte))


def _staende(konzept: Handlungskonzept) -> Iterator[p.Block]:
    """Count the measures by field of action and state."""
    je_feld = [Counter(eine.stand for eine in feld.massnahmen) for feld in konzept.felder]
    spalten = [stand for stand in (*Stand, None) if any(zahl[stand] for zahl in je_feld)]
    kopf = ("Handlungsfeld", *(stand.titel if stand else "ohne Angabe" for stand in spalten), "gesamt")
    zeilen = [
        (feldname(feld, nummer), *(str(zahl[stand] or "–") for stand in spalten), str(zahl.total()))
        for nummer, (feld, zahl) in enumerate(zip(konzept.felder, je_feld, strict=True), 1)
    ]
    summen = [sum(zahl[stand] for zahl in je_feld) for stand in spalten]
    zeilen.append(("Zusammen", *map(str, summen), str(sum(summen))))
    # The titles are longer than the numbers below them.
    breiten = (24, *(len(titel) + 2 for titel in kopf[1:]))
    yield p.Tabelle(kopf, tuple(zeilen), breiten, frozenset(range(1, len(kopf))))
    if konzept.stand:
        yield p.Angabe("Stand der Angaben", str(konzept.stand))


def _tabelle(feld: Handlungsfeld) -> p.Tabelle:
    """Give the measures of a field of action with their state; a goal stands in one cell for all its measures."""
    zeilen: list[tuple[p.Zelle, ...]] = []
    for ziel in feld.ziele:
        text: str | None = zieltext(ziel)
        for eine in als_liste(ziel.massnahmen):
            zeilen.append((text, eine.massnahme or "", zustaendigtext(eine, "; "), kurztext(eine.stand)))
            text = None
    return p.Tabelle(("Ziel", "Maßnahme", "Zuständigkeit", "Stand"), tuple(zeilen), (5, 6, 3, 2))


def _erreicht(konzept: Handlungskonzept) -> Iterator[p.Block]:
    for name, vorsatz in (("ja", "Erreicht"), ("teilweise", "Teilweise erreicht")):
        ziele = [ziel for ziel in konzept.ziele if ziel.erreicht is not None and ziel.erreicht.name == name]
        if ziele:
            yield p.Angabe(vorsatz, "")
            yield p.Absatz("\n".join(f"- {_zieltext(ziel)}" for ziel in ziele))


def _zieltext(ziel: Ziel) -> str:
    text = (ziel.ziel or "").strip().replace("\n", "\n  ")
    return f"**{ziel.kuerzel.strip()}:** {text}" if ziel.kuerzel and ziel.kuerzel.strip() else text


def arbeit(bericht: Taetigkeitsbericht, titel: str) -> Iterator[p.Kapitel]:
    """Give the chapter on the work of the year: what the activity report says on it."""
    from kmut_cli.render.darstellung import antwortbloecke  # which makes chapters with this package

    abschnitte = []
    for abschnitt in gliederung(type(bericht)).abschnitte:
        if abschnitt.pfad[-1] not in AUS_DEM_BERICHT:
            continue
        alle = ((frage, tuple(antwortbloecke(bericht, frage, Zustand.BEANTWORTET))) for frage in abschnitt.fragen)
        fragen = tuple(
            p.Frage(".".join(frage.pfad), frage.frage.fuer_jahr(bericht.jahr_im_wortlaut), "", False, bloecke)
            for frage, bloecke in alle
            if bloecke and not ist_leer(_wert(bericht, frage.pfad))
        )
        if fragen:
            abschnitte.append(p.Abschnitt("", abschnitt.titel, "", fragen))
    if abschnitte:
        yield p.Kapitel("", titel, tuple(abschnitte))


def _wert(bericht: Any, pfad: tuple[str, ...]) -> Any:
    for name in pfad:
        bericht = getattr(bericht, name)
    return bericht


def termine(verzeichnis: Veranstaltungen, jahr: int, titel: str) -> Iterator[p.Kapitel]:
    """Give the chapter on the events of a year; partners and notes are left out, since they may name people."""
    datiert = [eins for eins in verzeichnis.eintraege or [] if eins.datum is not None and eins.datum.im_jahr(jahr)]
    zeilen = tuple(
        (kurztext(eins.datum), eins.ort or "", eins.titel or "", kurztext(eins.teilnehmende))
        for eins in sorted(datiert, key=lambda eins: eins.datum.folge if eins.datum else (0,))
    )
    if zeilen:
        tabelle = p.Tabelle(("Datum", "Ort", "Titel", "Teilnehmende"), zeilen, (2, 3, 8, 2), frozenset({3}))
        yield p.Kapitel("", titel, (_abschnitt("", "eintraege", tabelle),))


def _abschnitt(titel: str, pfad: str, *bloecke: p.Block) -> p.Abschnitt:
    return p.Abschnitt("", titel, "", (p.Frage(pfad, "", "", False, bloecke),))

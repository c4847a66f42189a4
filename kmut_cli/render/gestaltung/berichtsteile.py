"""The parts of a Migrationsbericht, each made of one document of the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kmut_cli.documents.berichtsgrundlage import ist_erzaehlt
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.kennzahlen.auswertung import Auswertung
from kmut_cli.documents.konzept.teile import Stand
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.zustand import Zustand
from kmut_cli.render import presentation as p
from kmut_cli.render.antwort import antwortbloecke
from kmut_cli.render.bild.format import A4_HOCH
from kmut_cli.render.gestaltung.handlungskonzept import feldname, zeitplanbilder
from kmut_cli.render.gestaltung.konzepttabelle import zieltext, zustaendigtext
from kmut_cli.render.gestaltung.monitoring import gruppenkapitel, ueberblick, zeichenkapitel

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Handlungsfeld, Handlungskonzept, Ziel
    from kmut_cli.documents.monitoring_2026 import Monitoring
    from kmut_cli.documents.taetigkeitsbericht_2020 import Taetigkeitsbericht
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung


def zahlen(ganze: Auswertung, monitoring: Monitoring, *, ohne_werte: bool) -> Iterator[p.Kapitel]:
    """Give the chapters on the figures: the latest ones, then each group of indicators, then the signs.

    Args:
        ganze: The figures that are shown.
        monitoring: Where they come from.
        ohne_werte: Whether indicators without values are listed too.
    """
    ganze = _ohne_katalogangaben(ganze, monitoring)
    gruppen = gruppenkapitel(ganze, ohne_werte=ohne_werte)
    yield from (*ueberblick(ganze), *gruppen, *zeichenkapitel(ganze, gruppen))


def _ohne_katalogangaben(ganze: Auswertung, monitoring: Monitoring) -> Auswertung:
    """Leave out what a catalogue says to those who collect the figures; remarks of one's own are for readers."""
    eigene = {eins.nummer: eins.anmerkung for eins in monitoring.indikatoren or []}
    leer = dict.fromkeys(("untergruppe", "differenzierung", "ebenen"))
    indikatoren = tuple(
        eins.model_copy(update={**leer, "anmerkung": eigene.get(eins.nummer)}) if eins.nummer in ganze.reihen else eins
        for eins in ganze.indikatoren
    )
    return replace(ganze, indikatoren=indikatoren)


def massnahmen(konzept: Handlungskonzept, titel: str) -> Iterator[p.Kapitel]:
    """Give the chapter on the concept: how far the measures are, which goals are reached, and each field of action."""
    abschnitte = [_abschnitt("Stand der Maßnahmen", "handlungsfelder", *_staende(konzept))]
    if erreicht := list(_erreicht(konzept)):
        abschnitte.append(_abschnitt("Erreichte Ziele", "handlungsfelder", *erreicht))
    for nummer, feld in enumerate(konzept.felder, 1):
        if feld.massnahmen:
            abschnitte.append(_abschnitt(feldname(feld, nummer), "handlungsfelder", _tabelle(feld)))
    if bilder := zeitplanbilder(konzept, A4_HOCH):
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
    return p.Tabelle(("Ziel", "Maßnahme", "Zuständigkeit", "Stand"), tuple(zeilen), (13, 14, 10, 6))


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
    abschnitte = []
    for abschnitt in gliederung(type(bericht)).abschnitte:
        fragen = tuple(
            p.Frage(
                ".".join(frage.pfad),
                frage.frage.fuer_jahr(bericht.jahr_im_wortlaut),
                "",
                False,
                tuple(antwortbloecke(bericht, frage, Zustand.BEANTWORTET)),
            )
            for frage in abschnitt.fragen
            if ist_erzaehlt(bericht, frage.pfad)
        )
        if fragen:
            abschnitte.append(p.Abschnitt("", abschnitt.titel, "", fragen))
    yield p.Kapitel("", titel, tuple(abschnitte))


def termine(eintraege: Sequence[Veranstaltung], titel: str) -> Iterator[p.Kapitel]:
    """Give the chapter on the events; partners and notes are left out, since they may name people."""
    zeilen = tuple(
        (kurztext(eins.datum), eins.ort or "", eins.titel or "", kurztext(eins.teilnehmende)) for eins in eintraege
    )
    tabelle = p.Tabelle(("Datum", "Ort", "Titel", "Teilnehmende"), zeilen, (3, 4, 9, 4), frozenset({3}))
    yield p.Kapitel("", titel, (_abschnitt("", "eintraege", tabelle),))


def _abschnitt(titel: str, pfad: str, *bloecke: p.Block) -> p.Abschnitt:
    return p.Abschnitt("", titel, "", (p.Frage(pfad, "", "", False, bloecke),))

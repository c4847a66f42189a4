"""The monitoring as chapters: an overview, each group with its indicators, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Auswertung, Reihe, auswertung
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.messwert import Merkmale
from kmut_cli.documents.kennzahlen.text import (
    einheit_der_veraenderung,
    herkunft,
    nachkommastellen,
    punkt_text,
    veraenderung_texte,
)
from kmut_cli.documents.monitoring_2026 import Monitoring
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung.kennzahlenbild import diagramm
from kmut_cli.render.gestaltung.kennzahlenhinweise import hinweise, zeichenerklaerung
from kmut_cli.render.gestaltung.kennzahlentabelle import nebeneinander, woertlich, zeitreihe

VERZEICHNIS = True
OHNE_GRUPPE = "Weitere Kennzahlen"
ZEICHENERKLAERUNG = "Zeichenerklärung"
_KATALOGKOPF = ("Nr.", "Kennzahl", "Differenzierung und Ebene", "Verfügbarkeit und Quellen", "Anmerkungen")
_KATALOGBREITEN = (2, 8, 8, 8, 8)


def gestalte(dokument: Monitoring, kapitel: tuple[p.Kapitel, ...], umfeld: Umfeld) -> tuple[p.Kapitel, ...]:
    """Give the chapters of a monitoring.

    Args:
        dokument: The document, with the values of its CSV file.
        kapitel: What follows from its outline; not printed.
        umfeld: Not needed.
    """
    ganze = auswertung(dokument)
    gruppen = gruppenkapitel(ganze)
    return (*ueberblick(ganze), *gruppen, *zeichenkapitel(ganze, gruppen))


def gruppenkapitel(ganze: Auswertung, *, ohne_werte: bool = True) -> tuple[p.Kapitel, ...]:
    """Give a chapter for each group.

    Args:
        ganze: The monitoring.
        ohne_werte: Whether indicators without values are listed too.
    """
    kapitel = []
    for name, eigene in ganze.gruppen.items():
        mit = [_kennzahl(ganze, eins) for eins in eigene if _reihen(ganze, eins)]
        ohne = [eins for eins in eigene if ohne_werte and not _reihen(ganze, eins)]
        if mit or ohne:
            kapitel.append(_gruppe(name or OHNE_GRUPPE, mit, ohne))
    return tuple(kapitel)


def zeichenkapitel(ganze: Auswertung, kapitel: tuple[p.Kapitel, ...]) -> Iterator[p.Kapitel]:
    """Give the chapter that says what the signs in other chapters mean, if there are any."""
    if zeichen := tuple(zeichenerklaerung(ganze, kapitel)):
        yield p.Kapitel("", ZEICHENERKLAERUNG, (_abschnitt("", (_block("werte.zeichen", "", *zeichen),)),))


def ueberblick(ganze: Auswertung) -> Iterator[p.Kapitel]:
    """Give the chapter with the latest number of each indicator that has one."""
    zeilen = []
    for indikator in ganze.indikatoren:
        reihe = next((eine for eine in _reihen(ganze, indikator) if not (eine.gebiet or eine.merkmale.paare)), None)
        letzter = (
            next((nr for nr in range(len(reihe.punkte) - 1, -1, -1) if reihe.punkte[nr].wert is not None), None)
            if reihe
            else None
        )
        if reihe is None or letzter is None:
            continue
        stellen = nachkommastellen([reihe])
        punkt = reihe.punkte[letzter]
        differenz, prozent = veraenderung_texte(reihe.veraenderung(letzter), stellen)
        wert = punkt_text(punkt, stellen, reihe.einheit)
        if differenz and reihe.einheit == PROZENT:
            differenz += f"\u00a0{einheit_der_veraenderung(reihe.einheit)}"
        zellen = (indikator.nummer or "", indikator.name or "", str(punkt.zeit), wert, prozent or differenz)
        zeilen.append(tuple(woertlich(zelle) for zelle in zellen))
    if zeilen:
        kopf = ("Nr.", "Kennzahl", "Zeit", "Letzter Wert", "Veränderung zum Wert davor")
        tabelle = p.Tabelle(kopf, tuple(zeilen), (1, 6, 2, 3, 3), frozenset({3, 4}))
        yield p.Kapitel("", "Zahlen im Überblick", (_abschnitt("", (_block("werte", "", tabelle),)),))


def _gruppe(name: str, mit: Sequence[p.Abschnitt], ohne: Sequence[Indikator]) -> p.Kapitel:
    """Give a group: the sections of its indicators with values, then a list of those without."""
    if not ohne:
        return p.Kapitel("", name, tuple(mit))
    titel = "Kennzahlen, zu denen noch keine Werte erfasst sind" if mit else "Kennzahlen dieser Gruppe, noch ohne Werte"
    bloecke = []
    for untergruppe, eigene in groupby(ohne, key=lambda eins: (eins.untergruppe or "").strip()):
        bloecke.append(_block("indikatoren", untergruppe, _katalogtabelle(list(eigene))))
    return p.Kapitel("", name, (*mit, _abschnitt(titel, tuple(bloecke))))


def _katalogtabelle(indikatoren: Sequence[Indikator]) -> p.Tabelle:
    """Give what the catalogue says; seven columns would be too narrow for a page, so two hold two statements each."""
    zeilen = tuple(
        (
            woertlich(eins.nummer or ""),
            eins.name or "",
            _saetze(("nach ", eins.differenzierung), ("Ebene: ", eins.ebenen)),
            _saetze(("", [_verfuegbarkeit(eins)]), ("Quellen: ", eins.quellen)),
            (eins.anmerkung or "").strip(),
        )
        for eins in indikatoren
    )
    return p.Tabelle(_KATALOGKOPF, zeilen, _KATALOGBREITEN)


def _saetze(*teile: tuple[str, Sequence[str] | None]) -> str:
    """Write lists one after the other, each with the word before it and a full stop."""
    texte = (vorn + ", ".join(eins.strip() for eins in liste) for vorn, liste in teile if liste and any(liste))
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in texte)


def _kennzahl(ganze: Auswertung, indikator: Indikator) -> p.Abschnitt:
    """Give an indicator: its course with a chart, its breakdowns, other places, and what is to be said of it."""
    pfad = f"werte.{indikator.nummer}"
    reihen = _reihen(ganze, indikator)
    eigene = [reihe for reihe in reihen if not reihe.gebiet]
    gesamt = [reihe for reihe in eigene if not reihe.merkmale.paare]
    woher = herkunft(ganze, indikator)
    formel = ganze.formeln.get(indikator.nummer or "")
    fragen = []
    if gesamt:
        bild = diagramm(indikator, gesamt, herkunft=woher)
        fragen.append(_block(pfad, "", *((bild,) if bild else ()), zeitreihe(gesamt[0])))
    for namen in dict.fromkeys(_dimensionen(reihe.merkmale) for reihe in eigene if reihe.merkmale.paare):
        teile = [*gesamt, *(reihe for reihe in eigene if _dimensionen(reihe.merkmale) == namen)]
        zusatz = " und ".join(namen)
        # Beside a total of counts its parts would lie close together; of shares it is what they are compared with.
        anteilig = indikator.einheit == PROZENT or (formel is not None and bool(formel.nenner))
        bild = (
            diagramm(indikator, teile if anteilig else teile[len(gesamt) :], zusatz, woher) if len(namen) == 1 else None
        )
        fragen.append(_block(f"{pfad}.{zusatz}", f"Nach {zusatz}", *((bild,) if bild else ()), nebeneinander(teile)))
    fragen += _andere_orte(pfad, [reihe for reihe in reihen if reihe.gebiet])
    darunter = tuple(hinweise(ganze, indikator, reihen, woher))
    fragen[-1] = replace(fragen[-1], bloecke=(*fragen[-1].bloecke, *darunter))
    return _abschnitt(f"{(indikator.name or '').strip()} (Kennzahl {indikator.nummer})".strip(), tuple(fragen))


def _andere_orte(pfad: str, reihen: Sequence[Reihe]) -> Iterator[p.Frage]:
    gesamt = [reihe for reihe in reihen if not reihe.merkmale.paare]
    if gesamt:
        tabelle = nebeneinander(gesamt, lambda reihe: reihe.gebiet)
        yield _block(f"{pfad}.gebiete", "Andere Gebiete", tabelle)
    teile = [reihe for reihe in reihen if reihe.merkmale.paare]
    for gebiet, namen in dict.fromkeys((reihe.gebiet, _dimensionen(reihe.merkmale)) for reihe in teile):
        eigene = [reihe for reihe in teile if (reihe.gebiet, _dimensionen(reihe.merkmale)) == (gebiet, namen)]
        zusatz = " und ".join(namen)
        yield _block(f"{pfad}.{gebiet}.{zusatz}", f"{gebiet}, nach {zusatz}", nebeneinander(eigene))


def _verfuegbarkeit(indikator: Indikator) -> str:
    wert = indikator.verfuegbarkeit
    if wert is None:
        return ""
    if isinstance(wert, Entfaellt):
        return wert.entfaellt
    if isinstance(wert, Erlaeutert):
        teile = (wert.antwort.titel if wert.antwort else "", (wert.erlaeuterung or "").strip())
        return ": ".join(teil for teil in teile if teil)
    return wert.titel


def _dimensionen(merkmale: Merkmale) -> tuple[str, ...]:
    return tuple(name for name, _wert in merkmale.paare)


def _reihen(ganze: Auswertung, indikator: Indikator) -> tuple[Reihe, ...]:
    return ganze.reihen.get(indikator.nummer or "", ())


def _block(pfad: str, wortlaut: str, *bloecke: p.Block) -> p.Frage:
    return p.Frage(pfad=pfad, wortlaut=wortlaut, hinweis="", offen=False, bloecke=bloecke)


def _abschnitt(titel: str, fragen: tuple[p.Frage, ...]) -> p.Abschnitt:
    return p.Abschnitt(nummer="", titel=titel, hinweis="", fragen=fragen)

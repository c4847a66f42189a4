"""One indicator for the terminal: its values in tables, a chart, where they come from, what their signs mean."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

from kmut_cli.cli.ausgabe import farbig
from kmut_cli.cli.kennzahlen.diagramm import Stab, diagramm
from kmut_cli.cli.kennzahlen.satz import legende, umbrochen
from kmut_cli.cli.tabelle import Spalte, Zelle, breite, gekuerzt, tabelle
from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Auswertung, Punkt, Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.reihen import zum_zeichnen
from kmut_cli.documents.kennzahlen.text import (
    INSGESAMT,
    VERGLEICH,
    angabe_text,
    einheit_der_veraenderung,
    gemeinsame_einheit,
    herkunft,
    merkmale_text,
    nachkommastellen,
    punkt_text,
    veraenderung_texte,
)
from kmut_cli.findings.display import one_line, paint

_ABSTAND = 2
_FETT = "1"
_BREITESTE = 120
_KOPF_MINDESTENS = 8  # columns that a heading keeps


def blatt(ganze: Auswertung, indikator: Indikator) -> Iterator[str]:
    """Give the lines."""
    breit = min(shutil.get_terminal_size((100, 24)).columns, _BREITESTE)
    reihen = ganze.reihen.get(indikator.nummer or "", ())
    titel = f"{indikator.nummer} {one_line((indikator.name or '').strip())}"
    einheit = gemeinsame_einheit(reihen) or (indikator.einheit or "")
    kopf = f"{titel} ({one_line(einheit)})" if einheit else titel
    yield from (paint(zeile, _FETT, farbig()) for zeile in umbrochen(kopf, breit))
    formel = ganze.formeln.get(indikator.nummer or "")
    yield from _umbrochen("Gruppe", indikator.gruppe or "", breit)
    yield from _umbrochen("Berechnet als", str(formel) if formel else "", breit)
    yield from _umbrochen("Differenzierung nach", ", ".join(indikator.differenzierung or ()), breit)
    yield ""
    if not reihen:
        yield "Noch keine Werte."
        yield from _umbrochen("Statistik", ", ".join(indikator.statistik or ()), breit)
        yield from _umbrochen("Anmerkung", indikator.anmerkung or "", breit)
        return
    for gebiet in dict.fromkeys(reihe.gebiet for reihe in reihen):
        if gebiet:
            yield paint(gekuerzt(one_line(gebiet), breit), _FETT, farbig())
        yield from _tabellen([reihe for reihe in reihen if reihe.gebiet == gebiet], breit)
    yield from _bild(reihen, breit)
    yield from _anmerkungen(ganze, indikator, reihen, breit)


def _tabellen(reihen: Sequence[Reihe], breit: int) -> Iterator[str]:
    """Give times down and parts of the breakdown across, in as many tables as the terminal is narrow."""
    stellen = nachkommastellen(reihen)
    zeiten = sorted({punkt.zeit for reihe in reihen for punkt in reihe.punkte}, key=lambda zeit: zeit.folge)
    brueche = {punkt.zeit for reihe in reihen for punkt in reihe.punkte if punkt.bruch}
    vorn = Spalte("Zeit", [Zelle(f"{zeit} (Bruch)" if zeit in brueche else str(zeit)) for zeit in zeiten])
    einheit = gemeinsame_einheit(reihen)
    spalten: list[Spalte] = []
    for reihe in reihen:
        je_zeit = {punkt.zeit: (nummer, punkt) for nummer, punkt in enumerate(reihe.punkte)}
        texte = [one_line(punkt_text(je_zeit[zeit][1], stellen)) if zeit in je_zeit else "" for zeit in zeiten]
        name = one_line(merkmale_text(reihe.merkmale))
        name = f"{name} ({one_line(reihe.einheit)})" if reihe.einheit and not einheit else name
        name = gekuerzt(name, max(breit - vorn.breite - _ABSTAND, _KOPF_MINDESTENS))
        spalten.append(Spalte(name, [Zelle(text) for text in texte], rechts=True))
        if reihe is reihen[0] and len(reihe.punkte) > 1:
            seit = [_veraenderung(reihe, je_zeit[zeit][0], stellen) if zeit in je_zeit else "" for zeit in zeiten]
            if any(seit):
                spalten.append(Spalte("Veränderung", [Zelle(text) for text in seit], rechts=True))
    while spalten:
        passt = next((n for n in range(len(spalten), 1, -1) if breite([vorn, *spalten[:n]], _ABSTAND) <= breit), 1)
        yield from tabelle([vorn, *spalten[:passt]], _ABSTAND, color=farbig())
        yield ""
        spalten = spalten[passt:]


def _veraenderung(reihe: Reihe, nummer: int, stellen: int | None) -> str:
    absolut, prozent = veraenderung_texte(reihe.veraenderung(nummer), stellen)
    if absolut and reihe.einheit == PROZENT:
        return f"{absolut} {einheit_der_veraenderung(PROZENT)}"
    return prozent or absolut


def _bild(reihen: Sequence[Reihe], breit: int) -> Iterator[str]:
    """Draw the course of the total; of a single time the parts of the breakdown."""
    reihen = zum_zeichnen(reihen)
    erste = reihen[0]
    stellen = nachkommastellen(reihen)
    titel = f"Verlauf: {merkmale_text(erste.merkmale)}"
    zeilen = list(diagramm([_stab(str(punkt.zeit), punkt, stellen) for punkt in erste.punkte], breit))
    if not zeilen:
        eigene = [reihe for reihe in reihen if reihe.gebiet == erste.gebiet and reihe.merkmale.paare]
        zeit = erste.punkte[-1].zeit
        teile = [(reihe, punkt) for reihe in eigene for punkt in reihe.punkte if punkt.zeit == zeit]
        titel = f"Am {zeit}" if zeit.von.tag else f"Im Jahr {zeit}" if zeit.von == zeit.bis else str(zeit)
        zeilen = list(diagramm([_stab(merkmale_text(reihe.merkmale), punkt, stellen) for reihe, punkt in teile], breit))
    if zeilen:
        yield from umbrochen(one_line(titel), breit)
        yield from zeilen
        yield ""


def _stab(name: str, punkt: Punkt, stellen: int | None) -> Stab:
    return Stab(one_line(name), punkt.wert, one_line(punkt_text(punkt, stellen)), one_line(punkt.bruch))


def _anmerkungen(ganze: Auswertung, indikator: Indikator, reihen: Sequence[Reihe], breit: int) -> Iterator[str]:
    punkte = [punkt for reihe in reihen for punkt in reihe.punkte]
    for quelle in herkunft(ganze, indikator):
        yield from _umbrochen("Quelle", quelle, breit)
    if reihen[0].gemischt:
        yield from _umbrochen("Veränderung", VERGLEICH, breit)
    for zeit, grund in dict.fromkeys((str(punkt.zeit), punkt.bruch) for punkt in punkte if punkt.bruch):
        yield from _umbrochen(f"Bruch {zeit}", grund, breit)
    for reihe in reihen:
        for punkt in reihe.punkte:
            if punkt.hinweis:
                yield from _umbrochen(f"Wert {_wo(reihe, punkt)}", punkt.hinweis, breit)
            if punkt.messwert is not None and punkt.messwert.revidiert is not None:
                frueher = f"früher {angabe_text(punkt.messwert.revidiert)}"
                yield from _umbrochen(f"Berichtigt {_wo(reihe, punkt)}", frueher, breit)
    yield from _umbrochen("Anmerkung", indikator.anmerkung or "", breit)
    yield from (zeile for text in legende(punkte, reihen) for zeile in umbrochen(text, breit))


def _wo(reihe: Reihe, punkt: Punkt) -> str:
    teil = merkmale_text(reihe.merkmale)
    return ", ".join(
        (str(punkt.zeit), *((reihe.gebiet,) if reihe.gebiet else ()), *((teil,) if teil != INSGESAMT else ()))
    )


def _umbrochen(was: str, text: str, breit: int) -> list[str]:
    """Give a labelled text, broken to the terminal; nothing if there is none."""
    text = one_line(text.strip())
    return umbrochen(f"{was}: {text}", breit) if text else []

"""All indicators of a monitoring as one table: the latest value of each, and how it changed."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence

from kmut_cli.cli.ausgabe import farbig
from kmut_cli.cli.tabelle import Spalte, Zelle, breite, gekuerzt, tabelle
from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Auswertung, Punkt, Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.text import (
    BERECHNET,
    MARKEN,
    REVIDIERT,
    einheit_der_veraenderung,
    marken,
    merkmale_text,
    nachkommastellen,
    punkt_text,
    veraenderung_texte,
    zeichen_in,
)
from kmut_cli.findings.display import one_line, paint

_ABSTAND = 2
_SCHMALSTE = 16  # columns that the names keep at least
_BREITESTE = 160


def satz(ganze: Auswertung) -> Iterator[str]:
    """Give the lines: per group a table, below what the signs in it mean."""
    if not ganze.indikatoren:
        yield "Das Monitoring hat noch keine Kennzahlen."
        return
    breit = min(shutil.get_terminal_size((100, 24)).columns, _BREITESTE)
    zeilen = {eins.nummer: _zeile(ganze, eins) for eins in ganze.indikatoren}
    alle = _spalten(list(zeilen.values()), breit)
    je_nummer: dict[str | None, list[str]]
    if breite(alle, _ABSTAND) <= breit:
        kopf, *rest = tabelle(alle, _ABSTAND, color=farbig())
        je_nummer = {nummer: [zeile] for nummer, zeile in zip(zeilen, rest, strict=True)}
        yield kopf
    else:
        je_nummer = {nummer: list(_untereinander(zeile, breit)) for nummer, zeile in zeilen.items()}
    for gruppe, indikatoren in ganze.gruppen.items():
        if len(ganze.gruppen) > 1:
            yield ""
            yield paint(one_line(gruppe) or "Ohne Gruppe", "1", farbig())
        yield from (zeile for eins in indikatoren for zeile in je_nummer[eins.nummer])
    mit = sum(bool(ganze.reihen.get(eins.nummer or "")) for eins in ganze.indikatoren)
    yield ""
    anzahl = "1 Kennzahl" if len(ganze.indikatoren) == 1 else f"{len(ganze.indikatoren)} Kennzahlen"
    yield from umbrochen(f"{anzahl}, {mit} mit Werten. Eine davon: kmut monitoring show NUMMER", breit)
    reihen = [reihe for eigene in ganze.reihen.values() for reihe in eigene[:1]]
    letzte = [punkt for reihe in reihen for punkt in reihe.punkte[-1:]]
    yield from (zeile for text in legende(letzte, reihen) for zeile in umbrochen(text, breit))


def umbrochen(text: str, breit: int, rand: str = "  ") -> list[str]:
    """Break a text to the terminal, what follows its first line indented."""
    return textwrap.wrap(text, max(breit, _SCHMALSTE), subsequent_indent=rand)


def legende(punkte: Sequence[Punkt], reihen: Sequence[Reihe]) -> Iterator[str]:
    """Explain the signs and marks that occur."""
    vorkommend = {punkt.zeichen for punkt in punkte}
    erklaert = [f"{eins.symbol} {eins.titel}" for eins in zeichen_in(reihen) if eins in vorkommend]
    da = {marke for punkt in punkte for marke in marken(punkt)}
    erklaert += [f"{marke} {MARKEN[marke]}" for marke in (BERECHNET, REVIDIERT) if marke in da]
    if erklaert:
        yield f"Zeichen: {'; '.join(erklaert)}"


def _zeile(ganze: Auswertung, indikator: Indikator) -> tuple[str, str, str, str, str]:
    """Give number, name, time, value and change of the latest value; of the first part if there is no total."""
    reihe = next(iter(ganze.reihen.get(indikator.nummer or "", ())), None)
    name = one_line(indikator.name or "")
    if reihe is None or not reihe.punkte:
        return indikator.nummer or "", name, "", "–", ""
    stellen = nachkommastellen([reihe])
    punkt = reihe.punkte[-1]
    wert = punkt_text(punkt, stellen, reihe.einheit)
    teil = ", ".join(filter(None, (reihe.gebiet, merkmale_text(reihe.merkmale) if reihe.merkmale.paare else "")))
    return indikator.nummer or "", f"{name} ({teil})" if teil else name, str(punkt.zeit), one_line(wert), _seit(reihe)


def _seit(reihe: Reihe) -> str:
    veraenderung = reihe.veraenderung(len(reihe.punkte) - 1)
    if veraenderung is None:
        return "Bruch in der Reihe" if reihe.punkte[-1].bruch else ""
    absolut, prozent = veraenderung_texte(veraenderung, nachkommastellen([reihe]))
    punkte = f"{absolut} {einheit_der_veraenderung(PROZENT)}" if reihe.einheit == PROZENT else absolut
    return f"{prozent or punkte} seit {veraenderung.seit.kurz}"


def _untereinander(zeile: tuple[str, str, str, str, str], breit: int) -> Iterator[str]:
    """Give an indicator as two lines, or more: for a terminal that is too narrow for the table."""
    nummer, name, zeit, wert, seit = zeile
    yield from umbrochen(f"{nummer}  {name}", breit, "    ")
    text = f"{zeit}: {wert}" if zeit else wert
    yield from (f"    {stueck}" for stueck in umbrochen(f"{text}, {seit}" if seit else text, breit - 4))


def _spalten(zeilen: Sequence[tuple[str, str, str, str, str]], breit: int) -> list[Spalte]:
    nummern, namen, zeiten, werte, seit = zip(*zeilen, strict=True)
    andere = [
        Spalte("Nr.", [Zelle(text) for text in nummern]),
        Spalte("Zeit", [Zelle(text) for text in zeiten]),
        Spalte("Letzter Wert", [Zelle(text) for text in werte], rechts=True),
        Spalte("Veränderung", [Zelle(text) for text in seit]),
    ]
    platz = max(breit - breite(andere, _ABSTAND) - _ABSTAND, _SCHMALSTE)
    return [andere[0], Spalte("Kennzahl", [Zelle(gekuerzt(text, platz)) for text in namen]), *andere[1:]]

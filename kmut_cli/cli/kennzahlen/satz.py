"""All indicators of a monitoring as one table: the latest value of each, and how it changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

from kmut_cli.cli.ausgabe import farbig
from kmut_cli.cli.tabelle import Spalte, Zelle, breite, gekuerzt, tabelle
from kmut_cli.documents.kennzahlen.auswertung import PROZENT, Auswertung, Punkt, Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.text import (
    BERECHNET,
    GESCHUETZT,
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
    zeilen = {eins.nummer: _zeile(ganze, eins) for eins in ganze.indikatoren}
    alle = _spalten(list(zeilen.values()))
    kopf, *rest = tabelle(alle, _ABSTAND, color=farbig())
    je_nummer = dict(zip(zeilen, rest, strict=True))
    yield kopf
    for gruppe, indikatoren in ganze.gruppen.items():
        if len(ganze.gruppen) > 1:
            yield ""
            yield paint(one_line(gruppe) or "Ohne Gruppe", "1", farbig())
        yield from (je_nummer[eins.nummer] for eins in indikatoren)
    mit = sum(bool(ganze.reihen.get(eins.nummer or "")) for eins in ganze.indikatoren)
    yield ""
    yield f"{len(ganze.indikatoren)} Kennzahlen, {mit} mit Werten. Eine davon: kmut monitoring show NUMMER"
    reihen = [reihe for eigene in ganze.reihen.values() for reihe in eigene[:1]]
    letzte = [punkt for reihe in reihen for punkt in reihe.punkte[-1:]]
    yield from legende(letzte, reihen)


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
    zeichen = marken(punkt)
    text = punkt_text(punkt, stellen).removesuffix(GESCHUETZT.join(("", *zeichen)))
    einheit = reihe.einheit if punkt.wert is not None else ""
    wert = GESCHUETZT.join(filter(None, (text, einheit, *zeichen)))
    teil = ", ".join(filter(None, (reihe.gebiet, merkmale_text(reihe.merkmale) if reihe.merkmale.paare else "")))
    return indikator.nummer or "", f"{name} ({teil})" if teil else name, str(punkt.zeit), one_line(wert), _seit(reihe)


def _seit(reihe: Reihe) -> str:
    veraenderung = reihe.veraenderung(len(reihe.punkte) - 1)
    if veraenderung is None:
        return "Bruch in der Reihe" if reihe.punkte[-1].bruch else ""
    absolut, prozent = veraenderung_texte(veraenderung, nachkommastellen([reihe]))
    punkte = f"{absolut} {einheit_der_veraenderung(PROZENT)}" if reihe.einheit == PROZENT else absolut
    return f"{prozent or punkte} seit {veraenderung.seit.kurz}"


def _spalten(zeilen: Sequence[tuple[str, str, str, str, str]]) -> list[Spalte]:
    nummern, namen, zeiten, werte, seit = zip(*zeilen, strict=True)
    andere = [
        Spalte("Nr.", [Zelle(text) for text in nummern]),
        Spalte("Zeit", [Zelle(text) for text in zeiten]),
        Spalte("Letzter Wert", [Zelle(text) for text in werte], rechts=True),
        Spalte("Veränderung", [Zelle(text) for text in seit]),
    ]
    ganz = min(shutil.get_terminal_size((100, 24)).columns, _BREITESTE)
    platz = max(ganz - breite(andere, _ABSTAND) - _ABSTAND, _SCHMALSTE)
    return [andere[0], Spalte("Kennzahl", [Zelle(gekuerzt(text, platz)) for text in namen]), *andere[1:]]

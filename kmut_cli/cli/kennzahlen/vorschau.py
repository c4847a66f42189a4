"""What an import of figures would bring, shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kmut_cli.cli.ausgabe import farbig
from kmut_cli.cli.tabelle import Spalte, Zelle, tabelle
from kmut_cli.documents.kennzahlen.messwert import Angabe, Merkmale, Messzeit
from kmut_cli.documents.kennzahlen.text import merkmale_text, zahl_text
from kmut_cli.findings.display import one_line
from kmut_cli.findings.text import format_finding
from kmut_cli.workspace.monitoring.abgleich import Herkunft, Urteil, Vergleich, andere_zeiten
from kmut_cli.workspace.monitoring.auswahl import was_offen_ist
from kmut_cli.workspace.monitoring.bestand import Bestand
from kmut_cli.workspace.monitoring.lesung import Lesung
from kmut_cli.workspace.monitoring.rules import REVISION
from kmut_cli.workspace.monitoring.tabelle import Tabelle
from kmut_cli.workspace.monitoring.zuordnung import Zuordnung

ZEILEN = 200
"""Rows of the preview; of longer files the rest is counted."""
_WORTE = {Urteil.NEU: ("neu", "32"), Urteil.BEKANNT: ("schon da", "2"), Urteil.REVISION: ("geändert", "1;33")}


@dataclass(frozen=True, slots=True)
class Vorhaben:
    """What the file would bring.

    Attributes:
        datei: The file as the user named it.
        bestand: The monitoring.
        lesung: What was read.
        zuordnung: Values by indicator.
        herkunft: Where they come from.
        vergleiche: The same beside what is there.
    """

    datei: str
    bestand: Bestand
    lesung: Lesung
    zuordnung: Zuordnung
    herkunft: Herkunft
    vergleiche: Sequence[Vergleich]

    def mit(self, urteil: Urteil) -> list[Vergleich]:
        """Give the values of which this becomes."""
        return [eins for eins in self.vergleiche if eins.urteil is urteil]


def vorschau(vorhaben: Vorhaben, *, genannt: bool) -> Iterator[str]:
    """Show what becomes of each value before anything is written."""
    lesung, herkunft, bestand = vorhaben.lesung, vorhaben.herkunft, vorhaben.bestand
    kommune = bestand.monitoring.kommune
    name = f" ({one_line(kommune.name)})" if kommune and kommune.name else ""
    yield f"{one_line(vorhaben.datei)}: {werte(len(lesung.werte))} für {bestand.ags}{name}"
    yield f"Quelle: {one_line(herkunft.quelle)}, Tabelle {one_line(herkunft.tabelle)}"
    woher = "" if genannt else "; das ist der Änderungstag der Datei, ein anderer geht mit --retrieved"
    yield f"Abruf: {_zeit(herkunft.abruf)}{woher}"
    yield from _kennzahlen(vorhaben)
    yield ""
    yield from _tafel(vorhaben.vergleiche[:ZEILEN])
    if len(vorhaben.vergleiche) > ZEILEN:
        yield f"… und {len(vorhaben.vergleiche) - ZEILEN} weitere"
    yield ""
    anzahlen = [f"{anzahl} {wort}" for urteil, (wort, _stil) in _WORTE.items() if (anzahl := len(vorhaben.mit(urteil)))]
    yield f"Zusammen: {', '.join(anzahlen) or 'nichts'}"
    yield from (f"Hinweis: {one_line(hinweis)}" for hinweis in _hinweise(vorhaben))
    yield from _revisionen(vorhaben)


def _tafel(vergleiche: Sequence[Vergleich]) -> Iterator[str]:
    if not vergleiche:
        return
    spalten = [
        Spalte("Kennzahl", [Zelle(eins.nummer) for eins in vergleiche]),
        Spalte("Zeit", [Zelle(_zeit(eins.roh.zeit)) for eins in vergleiche]),
        Spalte("Merkmale", [Zelle(one_line(_merkmale(eins))) for eins in vergleiche]),
        Spalte("Wert", [Zelle(_wert(eins)) for eins in vergleiche], rechts=True),
        Spalte("", [Zelle(*_WORTE[eins.urteil]) for eins in vergleiche]),
    ]
    yield from tabelle(spalten, 2, color=farbig())


def _wert(eins: Vergleich) -> str:
    neu = _angabe(eins.angabe)
    return f"{_angabe(eins.bisher)} → {neu}" if eins.urteil is Urteil.REVISION else neu


def _kennzahlen(vorhaben: Vorhaben) -> Iterator[str]:
    """Say which indicators the file feeds."""
    namen = {eins.nummer: eins.name or "" for eins in vorhaben.bestand.monitoring.kennzahlen}
    woher: dict[str, dict[str, None]] = {}
    for nummer, roh in vorhaben.zuordnung.werte:
        woher.setdefault(nummer, {})[roh.groesse.code] = None
    for nummer, codes in woher.items():
        yield f"Kennzahl {nummer} {one_line(namen.get(nummer, ''))}: aus {one_line(', '.join(codes))}"


def _hinweise(vorhaben: Vorhaben) -> Iterator[str]:
    yield from vorhaben.lesung.hinweise
    if vorhaben.lesung.leer:
        yield f"Ohne Wert und ohne Zeichen, nicht übernommen: {werte(vorhaben.lesung.leer)}."
    if offen := was_offen_ist(vorhaben.zuordnung):
        yield offen
    for nummer, jahre in andere_zeiten(vorhaben.vergleiche, vorhaben.bestand.monitoring).items():
        text = f"Kennzahl {nummer} hat dann für {', '.join(jahre)} einen Wert zum Jahr und einen zum Stichtag;"
        yield f"{text} die Quellen zählen womöglich verschieden."


def _revisionen(vorhaben: Vorhaben) -> Iterator[str]:
    """Report values that are there and read otherwise now."""
    geaendert = vorhaben.mit(Urteil.REVISION)
    if not geaendert:
        return
    datei = Tabelle(vorhaben.lesung.tabelle.name, vorhaben.lesung.tabelle.text)
    quellen = {eins.fund.messwert.quelle for eins in geaendert if eins.fund} - {vorhaben.herkunft.quelle, None}
    anders = f" Sie sind aus anderer Quelle: {', '.join(sorted(map(str, quellen)))}." if quellen else ""
    erster = geaendert[0]
    wo = f"Kennzahl {erster.nummer}, {_zeit(erster.roh.zeit)}, {_merkmale(erster)}"
    weitere = f", und {len(geaendert) - 1} weitere lauten anders" if len(geaendert) > 1 else ""
    text = f"Der Wert lautet jetzt anders ({wo}): bisher {_angabe(erster.bisher)}{weitere}.{anders}"
    hilfe = "Mit --update treten die Zahlen der Datei an ihre Stelle; die bisherigen stehen dann unter revidiert."
    datei.melde(REVISION, erster.roh.zeile, text, hilfe, spalte=erster.roh.spalte)
    yield ""
    yield from (format_finding(eins, color=farbig()).rstrip("\n") for eins in datei.findings)


def _angabe(eine: Angabe | None) -> str:
    """Write a number or a sign, the number in brackets where it is uncertain; empty if there is neither."""
    if eine is None or eine.wert is None:
        return eine.zeichen.symbol if eine and eine.zeichen else ""
    return f"({zahl_text(eine.wert)})" if eine.zeichen else zahl_text(eine.wert)


def _merkmale(eins: Vergleich) -> str:
    return merkmale_text(Merkmale(tuple(eins.merkmale.items())))


def _zeit(text: str) -> str:
    """Write a time of ISO notation as people do."""
    return str(Messzeit.lies(text))


def werte(anzahl: int, einer: str = "", viele: str = "") -> str:
    """Count values, with the form of an adjective for one and for several."""
    worte = ["1", einer, "Wert"] if anzahl == 1 else [str(anzahl), viele, "Werte"]
    return " ".join(wort for wort in worte if wort)


def geaenderte(anzahl: int, endung: str = "r") -> str:
    """Count changed values; ``endung`` is that of the adjective for a single one."""
    return f"1 geänderte{endung} Wert" if anzahl == 1 else f"{anzahl} geänderte Werte"

"""What an import of figures would bring, shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kmut_cli.cli.ausgabe import farbig
from kmut_cli.cli.kennzahlen.vorhaben import Vorhaben
from kmut_cli.cli.tabelle import Spalte, Zelle, tabelle
from kmut_cli.documents.kennzahlen.messwert import Angabe, Merkmale, Messzeit
from kmut_cli.documents.kennzahlen.text import merkmale_text, zahl_text
from kmut_cli.findings.display import one_line
from kmut_cli.findings.text import format_finding
from kmut_cli.workspace.monitoring.abgleich import Urteil, Vergleich, andere_zeiten
from kmut_cli.workspace.monitoring.auswahl import was_offen_ist
from kmut_cli.workspace.monitoring.rules import REVISION
from kmut_cli.workspace.monitoring.tabelle import Tabelle

ZEILEN = 200
"""Rows of the preview; of longer files the rest is counted."""
VIELE = 2000
"""New values from which on a file of values is better than the YAML file, which is read and written as a whole."""
_WORTE = {Urteil.NEU: ("neu", "32"), Urteil.BEKANNT: ("schon da", "2"), Urteil.REVISION: ("geändert", "1;33")}


def vorschau(vorhaben: Vorhaben, *, genannt: bool, update: bool = False) -> Iterator[str]:
    """Show what becomes of each value before anything is written.

    Args:
        vorhaben: What the file would bring.
        genannt: Whether the user has named the day of retrieval.
        update: Whether the user wants changed values already.
    """
    lesung, herkunft, bestand = vorhaben.lesung, vorhaben.herkunft, vorhaben.bestand
    kommune = bestand.monitoring.kommune
    name = f" ({one_line(kommune.name)})" if kommune and kommune.name else ""
    yield f"{one_line(vorhaben.datei)}: {werte(len(lesung.werte))} für {bestand.ags}{name}"
    tabelle = f", Tabelle {one_line(herkunft.tabelle)}" if herkunft.tabelle else ""
    yield f"Quelle: {one_line(herkunft.quelle)}{tabelle}"
    woher = "" if genannt else "; das ist der Änderungstag der Datei, ein anderer geht mit --retrieved"
    yield f"Abruf: {_zeit(herkunft.abruf)}{woher}"
    yield from _kennzahlen(vorhaben)
    yield ""
    yield from _tafel(vorhaben.vergleiche[:ZEILEN])
    if len(vorhaben.vergleiche) > ZEILEN:
        weitere = len(vorhaben.vergleiche) - ZEILEN
        yield "… und 1 weiterer" if weitere == 1 else f"… und {_anzahl(weitere)} weitere"
    yield ""
    anzahlen = [
        f"{_anzahl(anzahl)} {wort}" for urteil, (wort, _stil) in _WORTE.items() if (anzahl := len(vorhaben.mit(urteil)))
    ]
    yield f"Zusammen: {', '.join(anzahlen) or 'nichts'}"
    yield from (f"Hinweis: {one_line(hinweis)}" for hinweis in _hinweise(vorhaben))
    yield from _revisionen(vorhaben, update)


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
    neu, bestand = len(vorhaben.mit(Urteil.NEU)), vorhaben.bestand
    if neu > VIELE and not bestand.monitoring.wertedatei:
        yield f"{werte(neu, '', 'neue')} machen {bestand.name} lang und langsam. Besser stehen sie in einer CSV-Datei:"
        yield "Schreiben Sie vorher in das Monitoring die Zeile „wertedatei: monitoring-werte.csv“."
    for bruch in dict.fromkeys(eins.fund.messwert.bruch for eins in vorhaben.fremde if eins.fund):
        if bruch:
            yield f"Der Bruch „{bruch}“ bleibt auch bei einem Wert aus anderer Quelle stehen; stimmt er dort noch?"


def _revisionen(vorhaben: Vorhaben, update: bool) -> Iterator[str]:
    """Report values that are there and read otherwise now."""
    geaendert = vorhaben.mit(Urteil.REVISION)
    if not geaendert:
        return
    datei = Tabelle(vorhaben.lesung.tabelle.name, vorhaben.lesung.tabelle.text)
    erster, weitere = geaendert[0], len(geaendert) - 1
    wo = f"Kennzahl {erster.nummer}, {_zeit(erster.roh.zeit)}, {_merkmale(erster)}"
    text = f"Der Wert lautet jetzt anders ({wo}): bisher {_angabe(erster.bisher)}"
    if weitere:
        text += f", und {'1 weiterer lautet' if weitere == 1 else f'{_anzahl(weitere)} weitere lauten'} anders"
    text = f"{text}.{_fremd(vorhaben)}"
    datei.melde(REVISION, erster.roh.zeile, text, _rat(vorhaben, update), spalte=erster.roh.spalte)
    yield ""
    yield from (format_finding(eins, color=farbig()).rstrip("\n") for eins in datei.findings)


def _fremd(vorhaben: Vorhaben) -> str:
    """Say how many of the former values somebody else has published."""
    fremd, alle = len(vorhaben.fremde), len(vorhaben.mit(Urteil.REVISION))
    if not fremd:
        return ""
    wer = "Der bisherige stammt" if alle == 1 else "Die bisherigen stammen"
    if fremd < alle:
        wer = "Einer der bisherigen stammt" if fremd == 1 else f"{_anzahl(fremd)} der bisherigen stammen"
    return f" {wer} aus anderer Quelle: {quellen(vorhaben)}."


def _rat(vorhaben: Vorhaben, update: bool) -> str:
    """Say what becomes of the former values, if the user wants that."""
    alle, fremd = len(vorhaben.mit(Urteil.REVISION)), len(vorhaben.fremde)
    zahl, tritt, stelle, steht = "die Zahlen", "treten", "ihre", "die bisherigen stehen"
    if alle == 1:
        zahl, tritt, stelle, steht = "die Zahl", "tritt", "seine", "der bisherige steht"
    satz = f"{zahl[0].upper()}{zahl[1:]} der Datei {tritt}" if update else f"Mit --update {tritt} {zahl} der Datei"
    wohin = "unter revidiert"
    if fremd:
        wohin = "in der Bemerkung" if fremd == alle else "unter revidiert, aus anderer Quelle in der Bemerkung"
    return f"{satz} an {stelle} Stelle; {steht} dann {wohin}."


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
    worte = ["1", einer, "Wert"] if anzahl == 1 else [_anzahl(anzahl), viele, "Werte"]
    return " ".join(wort for wort in worte if wort)


def geaenderte(anzahl: int, endung: str = "r") -> str:
    """Count changed values; ``endung`` is that of the adjective for a single one."""
    return f"1 geänderte{endung} Wert" if anzahl == 1 else f"{_anzahl(anzahl)} geänderte Werte"


def quellen(vorhaben: Vorhaben) -> str:
    """Name the other sources of values that are there."""
    namen = {" ".join((eins.fund.messwert.quelle or "").split()) for eins in vorhaben.fremde if eins.fund}
    return one_line(", ".join(sorted(namen)))


def _anzahl(zahl: int) -> str:
    return zahl_text(Decimal(zahl))

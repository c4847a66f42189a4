"""What of a file is to come in, and under which indicator; if that is not plain, a finding that says what to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.text import zahl_text
from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings.error import MitHilfe
from kmut_cli.workspace.monitoring.lesung import Groesse, Lesung
from kmut_cli.workspace.monitoring.rules import KEIN_INDIKATOR
from kmut_cli.workspace.monitoring.zuordnung import Zuordnung, ordne_zu

_MERKMALE_GEZEIGT = 6


class AuswahlError(MitHilfe):
    """The command line names what is not there."""


def waehle(lesung: Lesung, kennzahlen: Sequence[Indikator], nummer: str, groesse: str) -> Zuordnung:
    """Find the indicators of all values.

    Args:
        lesung: What was read; findings about it are added there.
        kennzahlen: The set.
        nummer: Number of the indicator that the user names; empty to go by ``statistik``.
        groesse: What is to be read of a file that counts several things, as „12411:BEVSTD“; empty for all.

    Raises:
        AuswahlError: There is no such indicator, or nothing of that name in the file.
    """
    werte = lesung.werte
    if groesse:
        codes = sorted({eins.code for eins in lesung.groessen})
        werte = [eins for eins in werte if eins.groesse.code.upper() == " ".join(groesse.split()).upper()]
        if not werte:
            raise AuswahlError(f"„{groesse}“ steht nicht in der Datei.", f"Darin steht: {', '.join(codes)}.")
    if not nummer:
        zuordnung = ordne_zu(werte, kennzahlen)
        _melde(lesung, zuordnung)
        return zuordnung
    if nummer not in {eins.nummer for eins in kennzahlen}:
        nah = aehnlich(nummer, [eins.nummer or "" for eins in kennzahlen], ab=0.6)
        hilfe = f"Meinten Sie „{nah}“?" if nah else "kmut monitoring show zeigt alle."
        raise AuswahlError(f"Die Kennzahl „{nummer}“ gibt es nicht.", hilfe)
    gemeint = sorted({eins.groesse for eins in werte}, key=lambda eins: (eins.code, eins.einheit))
    if len({eins.code for eins in gemeint}) > 1:
        text = f"Die Datei enthält mehreres: {_worte(gemeint, lesung)}."
        lesung.tabelle.melde(KEIN_INDIKATOR, 0, text, f"Wählen Sie eines mit --variable, z. B. „{gemeint[0].code}“.")
        return Zuordnung()
    # Of a figure and its change in per cent, which have one code, only the figure.
    haupt = [eins for eins in gemeint if eins.einheit != "%"] or gemeint
    zuordnung = Zuordnung([(nummer, eins) for eins in werte if eins.groesse == haupt[0]])
    zuordnung.offen = Counter(eins.groesse for eins in werte if eins.groesse != haupt[0])
    return zuordnung


def was_offen_ist(zuordnung: Zuordnung) -> str:
    """Say what of the file no indicator asks for; empty if everything has its place."""
    teile = [f"{_wort(eins)} ({zahl_text(Decimal(anzahl))})" for eins, anzahl in zuordnung.offen.items()]
    return f"Keiner Kennzahl zugeordnet: {', '.join(teile)}." if teile else ""


def _melde(lesung: Lesung, zuordnung: Zuordnung) -> None:
    tabelle = lesung.tabelle
    for wunsch, nummern in zuordnung.mehrdeutig.items():
        text = f"„{wunsch}“ steht bei mehreren Kennzahlen unter statistik: {', '.join(nummern)}."
        hilfe = "Nehmen Sie es bei allen bis auf eine heraus, oder nennen Sie die Kennzahl mit --indicator."
        tabelle.melde(KEIN_INDIKATOR, 0, text, hilfe)
    if not zuordnung.werte and lesung.werte:
        groessen = lesung.groessen
        text = f"Keine Kennzahl nennt unter statistik, was in der Datei steht: {_worte(groessen, lesung)}."
        tabelle.melde(KEIN_INDIKATOR, 0, text, _rat(groessen[0], lesung))


def _rat(groesse: Groesse, lesung: Lesung) -> str:
    code = groesse.code
    if code == "IM":
        rat = "Der Name der Datei nennt keine Tabelle; er endet sonst auf -1-1-1.csv. Nennen Sie die Kennzahl mit"
        return f"{rat} --indicator NUMMER."
    paare = Counter(
        (name, wert, f"{wort}: {auspraegung}")
        for eins in lesung.werte
        for (name, wert), (wort, auspraegung) in zip(eins.schluessel.items(), eins.merkmale.items(), strict=True)
    )
    nur = ", ".join(f"{name}={wert} ({wort})" for name, wert, wort in list(paare)[:_MERKMALE_GEZEIGT])
    teil = f' Für einen Teil davon setzen Sie dahinter, wie in "{code} NAME=WERT": {nur}.' if nur else ""
    return f'Schreiben Sie zur Kennzahl: statistik: ["{code}"], oder geben Sie --indicator NUMMER an.{teil}'


def _worte(groessen: Sequence[Groesse], lesung: Lesung) -> str:
    anzahl = Counter(eins.groesse for eins in lesung.werte)
    return "; ".join(f"{_wort(eins)}, {_werte(anzahl[eins])}" for eins in groessen)


def _wort(groesse: Groesse) -> str:
    einheit = f"in {groesse.einheit}" if groesse.einheit not in ("", "Anzahl") else ""
    return " ".join(eins for eins in (f"„{groesse.code}“", groesse.name, einheit) if eins)


def _werte(anzahl: int) -> str:
    return "1 Wert" if anzahl == 1 else f"{zahl_text(Decimal(anzahl))} Werte"

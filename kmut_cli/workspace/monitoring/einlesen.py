"""The face of the readers: bytes of a file of figures in, own values and findings out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.monitoring import genesis, landesdaten
from kmut_cli.workspace.monitoring.kodierung import entschluessle
from kmut_cli.workspace.monitoring.lesung import Lesung
from kmut_cli.workspace.monitoring.rules import KEINE_STATISTIK
from kmut_cli.workspace.monitoring.tabelle import NEU_LADEN, Tabelle
from kmut_cli.workspace.monitoring.zahlen import Schreibweise

_IM = ("year", "gebietseinheit", "geocode", "value")
_FLAT = ("statistics_code", "time", "1_variable_code", "1_variable_attribute_code", "value", "value_variable_code")
_ALT = ("statistik_code", "zeit", "1_merkmal_code", "1_auspraegung_code")
_MUSTER = (
    "Gelesen werden die Dateien des Integrationsmonitorings (Year,Gebietseinheit,GeoCode,Value) und die „flat“-CSV"
    " der Regionaldatenbank (statistics_code;…;value;… oder Statistik_Code;…)."
)
_DATEN = re.compile(r"(19|2[01])[0-9]{2}|[0-9]{5}|K?0?3[0-9]{3,}")


def lies_statistik(name: str, inhalt: bytes, ags: str, dezimal: str = "") -> Lesung | tuple[Finding, ...]:
    """Read a file of figures for one body.

    Args:
        name: The file as the user named it.
        inhalt: Its bytes.
        ags: The own official key, with 5 or 8 digits.
        dezimal: ``punkt`` or ``komma`` if the user says how the file separates decimals; empty to find out.

    Returns:
        The values with findings; only findings if the file is none of the two layouts.
    """
    text = entschluessle(name, inhalt)
    if isinstance(text, Finding):
        return (text,)
    if zu_gross := _zu_gross(name, text):
        return (zu_gross,)
    tabelle = Tabelle(name, text)
    schreibweise = Schreibweise.von(dezimal)
    if doppelt := _doppelte(tabelle.spalten):
        text = f"In der Überschrift steht die Spalte „{doppelt}“ zweimal; welche gilt, ist nicht zu erkennen."
        tabelle.melde(KEINE_STATISTIK, tabelle.kopfzeile, text, NEU_LADEN)
        return tuple(tabelle.findings)
    if genesis.erkennt(tabelle.spalten):
        return genesis.lies(tabelle, ags, schreibweise)
    if landesdaten.erkennt(tabelle.spalten):
        return landesdaten.lies(tabelle, ags, schreibweise)
    meldung, hilfe = _fremd(tabelle)
    tabelle.melde(KEINE_STATISTIK, tabelle.kopfzeile, meldung, hilfe)
    return tuple(tabelle.findings)


def _zu_gross(name: str, text: str) -> Finding | None:
    """Refuse a file of more lines or cells than any table has, before it is taken apart."""
    zeilen = text.count("\n") + text.count("\r") - text.count("\r\n") + (not text.endswith(("\n", "\r")))
    zellen = max(map(text.count, ";,\t")) + zeilen
    for anzahl, grenze in ((zeilen, limits.STATISTIKZEILEN), (zellen, limits.STATISTIKZELLEN)):
        if anzahl > grenze.wert:
            grund = f"Die Datei hat mehr als {grenze.text} und wurde nicht gelesen."
            hilfe = f"Wählen Sie beim Herunterladen nur Ihr Gebiet oder weniger Jahre. {grenze.hinweis}"
            return KEINE_STATISTIK.finding(name, grund, hilfe)
    return None


def _doppelte(spalten: Sequence[str]) -> str:
    """Give the first title that stands there twice, under whichever of its names; empty if none does."""
    gesehen: set[str] = set()
    for titel in spalten:
        name = landesdaten.gleichbedeutend(titel)
        if name and name in gesehen:
            return titel
        gesehen.add(name)
    return ""


def _fremd(tabelle: Tabelle) -> tuple[str, str]:
    """Say what the file is instead, with what to do."""
    spalten = tabelle.spalten
    da = {spalte.lower() for spalte in spalten}
    erste = spalten[0] if spalten else ""
    if re.match(r"(?i)(GENESIS-)?Tabelle:", erste):
        hilfe = "Laden Sie dieselbe Tabelle noch einmal herunter und wählen Sie dabei das Format CSV „flat“."
        return "Das ist die Tabelle zum Ansehen, nicht die zum Einlesen.", hilfe
    for muster in (_FLAT, _ALT, _IM):
        fehlt = [eins for eins in muster if eins not in da]
        if fehlt and len(fehlt) <= len(muster) // 2:
            worte = f"Der Überschrift fehlt {'die Spalte' if len(fehlt) == 1 else 'Spalten:'} {', '.join(fehlt)}."
            return worte, NEU_LADEN
    if set(_ALT) <= da:
        return "In der Überschrift ist keine Spalte mit Werten, wie BEVSTD__Bevoelkerungsstand__Anzahl.", NEU_LADEN
    if sum(_DATEN.fullmatch(eins) is not None for eins in spalten) >= 2:
        return "Hier müsste die Überschrift der Spalten stehen, es stehen aber schon Zahlen da.", NEU_LADEN
    return "Diese Datei hat keinen Aufbau, den kmut kennt.", _MUSTER

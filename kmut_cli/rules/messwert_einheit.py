"""KM455: values of one series in different units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import Wertstelle, mehrzahl, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n"

EINHEIT = Rule(
    "KM455",
    "In einer Reihe wechselt die Einheit",
    Severity.WARNING,
    "Werte einer Reihe stehen in einer Tabelle und in einem Diagramm; dort hat alles dieselbe Einheit. Ohne eigene"
    " Angabe gilt die der Kennzahl. Anzahl und Anteil sind zwei Kennzahlen: Geben Sie der zweiten eine eigene Nummer."
    " Die Einheit `Anzahl`, die manche Tabellen nennen, verträgt sich mit jeder Einheit, die etwas zählt.",
    Example(_KOPF + '  - {indikator: "8", zeit: 2023, wert: 2,5, einheit: "%", quelle: LSN}\n'),
    Example(_KOPF + '  - {indikator: "8", zeit: 2023, wert: "441", einheit: Fälle, quelle: LSN}\n'),
)
RULES = (EINHEIT,)
_ANZAHL = "anzahl"


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the unit of each value with that of its indicator, else with the first of its series."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.auswertung import schluessel_von

    einheiten: dict[Any, str] = {eins.nummer: eins.einheit.strip() for eins in dokument.kennzahlen if eins.einheit}
    andere: dict[tuple[Any, str, str], list[Wertstelle]] = {}
    for stelle in messwerte(pruefling):
        schluessel = schluessel_von(dokument, stelle.wert)
        einheit = (stelle.wert.einheit or "").strip()
        if schluessel is None or not einheit:
            continue
        reihe = (schluessel.indikator, schluessel.gebiet, schluessel.merkmale)
        soll = einheiten.get(schluessel.indikator) or einheiten.setdefault(reihe, einheit)
        if not _vertraeglich(soll, einheit):
            andere.setdefault((schluessel.indikator, soll, einheit), []).append(stelle)
    for (nummer, soll, einheit), stellen in andere.items():
        text = (
            f"Die Reihe der Kennzahl {nummer} hat die Einheit „{soll}“, hier steht „{einheit}“{mehrzahl(len(stellen))}."
        )
        hilfe = f"Rechnen Sie auf „{soll}“ um, oder nehmen Sie für „{einheit}“ eine eigene Kennzahl auf."
        yield stellen[0].finding(EINHEIT, "einheit", text, hilfe)


def _vertraeglich(eine: str, andere: str) -> bool:
    eine, andere = eine.lower(), andere.lower()
    return eine == andere or (_ANZAHL in (eine, andere) and "%" not in (eine, andere))

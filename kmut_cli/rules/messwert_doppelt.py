"""KM454: a value, or an indicator, that stands there twice."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.kurztext import zahl
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import Wertstelle, eigene_indikatoren, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

_WERT = '  - {indikator: "8", zeit: 2023, wert: 441, quelle: LSN}\n'
_KOPF = "dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n" + _WERT

DOPPELT = Rule(
    "KM454",
    "Ein Wert oder eine Kennzahl steht zweimal da",
    Severity.ERROR,
    "Für dieselbe Kennzahl, dieselbe Zeit, dasselbe Gebiet und dieselben Merkmale gibt es einen Wert. Stehen dort"
    " zwei verschiedene, weiß niemand, welcher gilt: ein Fehler. Hat die Statistik ihre Zahl berichtigt, kommt die"
    " neue in `wert` und die alte in `revidiert`. Zweimal dieselbe Zahl ist eine Warnung. Auch jede Nummer steht unter"
    " `indikatoren` nur einmal.",
    Example(_KOPF + '  - {indikator: "8", zeit: 2023, wert: 439, quelle: LSN}\n'),
    Example(_KOPF + '  - {indikator: "8", zeit: 2024, wert: 439, quelle: LSN}\n'),
)
RULES = (DOPPELT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare each value, and each own indicator, with those before it."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.auswertung import Schluessel, schluessel_von

    nummern: dict[str, int] = {}
    for loc, eins in eigene_indikatoren(pruefling):
        zeile = pruefling.finding(DOPPELT, (*loc, "nummer"), "").line
        if eins.nummer is not None and eins.nummer in nummern:
            text = f"Die Kennzahl {eins.nummer} steht schon in Zeile {nummern[eins.nummer]}."
            yield pruefling.finding(DOPPELT, (*loc, "nummer"), text, "Fassen Sie beide Einträge zusammen.")
        elif eins.nummer is not None:
            nummern[eins.nummer] = zeile
    gesehen: dict[Schluessel, Wertstelle] = {}
    anzahl, weitere = 0, dict[bool, Finding]()
    for stelle in messwerte(pruefling):
        schluessel = schluessel_von(dokument, stelle.wert)
        if schluessel is None or (stelle.wert.wert is None and stelle.wert.zeichen is None):
            continue
        vorher = gesehen.setdefault(schluessel, stelle)
        if vorher is not stelle:
            # Behind those that are told, they are only counted: one of each weight stands for all.
            anzahl, gleich = anzahl + 1, _gleich(vorher, stelle)
            finding = weitere.get(gleich) or _doppelt(vorher, stelle)
            if anzahl > limits.ANGABEFEHLER.wert:
                weitere[gleich] = finding
            yield finding


def _gleich(vorher: Wertstelle, hier: Wertstelle) -> bool:
    return (hier.wert.wert, hier.wert.zeichen) == (vorher.wert.wert, vorher.wert.zeichen)


def _doppelt(vorher: Wertstelle, hier: Wertstelle) -> Finding:
    wert = hier.wert
    if _gleich(vorher, hier):
        text = f"Dieser Wert der Kennzahl {wert.indikator} für {wert.zeit} steht schon in {_wo(vorher)}."
        return hier.finding(DOPPELT, "wert", text, "Löschen Sie einen der beiden.", severity=Severity.WARNING)
    text = (
        f"Kennzahl {wert.indikator}, {wert.zeit}: Hier steht {_angabe(hier)},"
        f" in {_wo(vorher)} für dasselbe {_angabe(vorher)}."
    )
    hilfe = "Löschen Sie einen der beiden, oder schreiben Sie den älteren hinter „revidiert“."
    return hier.finding(DOPPELT, "wert" if wert.wert is not None else "zeichen", text, hilfe)


def _angabe(stelle: Wertstelle) -> str:
    wert = stelle.wert
    return zahl(wert.wert) if wert.wert is not None else f"„{wert.zeichen.symbol if wert.zeichen else ''}“"


def _wo(stelle: Wertstelle) -> str:
    """Say where a value stands: „Zeile 12“, of the CSV file with its name."""
    finding = stelle.finding(DOPPELT, "indikator", "")
    return f"Zeile {finding.line} von {finding.path}" if stelle.datei is not None else f"Zeile {finding.line}"

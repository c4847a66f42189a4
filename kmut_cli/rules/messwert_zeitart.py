"""KM478: a value for a year beside one for the last day of it."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.kurztext import zahl
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import Wertstelle, mehrzahl, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

_WERTE = (
    "dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n"
    '  - {indikator: "1", zeit: 2024-12-31, wert: 165904, quelle: Regionaldatenbank Deutschland}\n'
)

ZEITART = Rule(
    "KM478",
    "Ein Wert zum Jahr steht neben einem zum 31.12. desselben Jahres",
    Severity.WARNING,
    "Für dieselbe Kennzahl, dasselbe Gebiet und dieselben Merkmale steht ein Wert zum Jahr (`2024`) und einer zum"
    " letzten Tag dieses Jahres (`2024-12-31`). Meist ist es dieselbe Größe aus zwei Quellen, die verschieden zählen:"
    " Dann bleibt einer, und alle Jahre kommen aus einer Quelle. Ist der eine ein Bestand und der andere eine Zahl von"
    " Fällen im Jahr, sind es zwei Kennzahlen. Bis dahin stehen beide in der Tabelle, verglichen werden sie nicht, und"
    " ein Diagramm zeigt einen davon.",
    Example(_WERTE + '  - {indikator: "1", zeit: 2024, wert: 165945, quelle: Integrationsmonitoring Niedersachsen}\n'),
    Example(_WERTE + '  - {indikator: "1", zeit: 2023-12-31, wert: 165945, quelle: Regionaldatenbank Deutschland}\n'),
)
RULES = (ZEITART,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look for both kinds in each series; of one indicator the first pair is told."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.auswertung import Schluessel, schluessel_von

    stellen: dict[Schluessel, Wertstelle] = {}
    for stelle in messwerte(pruefling):
        schluessel = schluessel_von(dokument, stelle.wert)
        if schluessel is not None and (stelle.wert.wert is not None or stelle.wert.zeichen is not None):
            stellen.setdefault(schluessel, stelle)
    paare: dict[str, list[tuple[Wertstelle, Wertstelle]]] = {}
    for schluessel, jahr in stellen.items():
        ende = schluessel.zeit.jahresende
        tag = stellen.get(schluessel._replace(zeit=ende)) if ende is not None else None
        if tag is not None:
            paare.setdefault(schluessel.indikator, []).append((jahr, tag))
    for nummer, alle in paare.items():
        jahr, tag = alle[0]
        text = (
            f"Kennzahl {nummer}: Zum Jahr {jahr.wert.zeit} steht hier {_angabe(jahr)},"
            f" zum {tag.wert.zeit} {_angabe(tag)} ({_wo(tag)}){mehrzahl(len(alle))}."
        )
        hilfe = "Löschen Sie einen der beiden, oder geben Sie dem, der etwas anderes zählt, eine eigene Kennzahl."
        yield jahr.finding(ZEITART, "zeit", text, hilfe)


def _angabe(stelle: Wertstelle) -> str:
    wert = stelle.wert
    return zahl(wert.wert) if wert.wert is not None else f"„{wert.zeichen.symbol if wert.zeichen else ''}“"


def _wo(stelle: Wertstelle) -> str:
    finding = stelle.finding(ZEITART, "indikator", "")
    return f"Zeile {finding.line} von {finding.path}" if stelle.datei is not None else f"Zeile {finding.line}"

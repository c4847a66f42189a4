"""KM479: a computed share below 0 or above 100 per cent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.kurztext import zahl
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import WERTE, Wertstelle, mehrzahl, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.kennzahlen.anteile import Anteilsfehler
    from kmut_cli.documents.kennzahlen.auswertung import Auswertung, Schluessel

_WERTE = (
    "dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n"
    '  - {indikator: "1", zeit: 2024-12-31, wert: 163455, quelle: LSN}\n'
)

ANTEIL = Rule(
    "KM479",
    "Ein berechneter Anteil liegt nicht zwischen 0 und 100 %",
    Severity.WARNING,
    "Eine Kennzahl mit der Einheit `%` wird aus Anzahlen berechnet, die dieselbe Einheit haben, und ist kleiner als 0"
    " oder größer als 100. Dann ist ein Teil größer als das Ganze: Einer der Werte stimmt nicht, oder Zähler und Nenner"
    " zählen Verschiedenes, etwa Fälle und Personen. Wo mehr als 100 möglich ist, heißt die Einheit besser `je 100`.",
    Example(_WERTE + '  - {indikator: "2", zeit: 2024-12-31, wert: 184100, quelle: LSN}\n'),
    Example(_WERTE + '  - {indikator: "2", zeit: 2024-12-31, wert: 18410, quelle: LSN}\n'),
)
RULES = (ANTEIL,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at every computed share; of one indicator the first is told."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.anteile import anteilsfehler
    from kmut_cli.documents.kennzahlen.auswertung import auswertung, schluessel_von
    from kmut_cli.documents.kennzahlen.text import zahl_text

    ganze = auswertung(dokument)
    je_kennzahl: dict[str, list[Anteilsfehler]] = {}
    for fehler in anteilsfehler(ganze):
        je_kennzahl.setdefault(fehler.ort.indikator, []).append(fehler)
    if not je_kennzahl:
        return
    stellen: dict[Any, Wertstelle] = {}
    for stelle in messwerte(pruefling):
        stellen.setdefault(schluessel_von(dokument, stelle.wert), stelle)
    for nummer, alle in je_kennzahl.items():
        erster = alle[0]
        teile = ", ".join(f"{ort.indikator}: {zahl(wert)}" for ort, wert in erster.teile)
        text = (
            f"Kennzahl {nummer}, {erster.ort.zeit}: Der Anteil {ganze.formeln[nummer]} ergibt"
            f" {zahl_text(erster.wert, 1)} % ({teile}){mehrzahl(len(alle))}."
        )
        hilfe = "Prüfen Sie, ob die Werte stimmen und dasselbe zählen."
        stelle_da = _stelle(ganze, [ort for ort, _wert in erster.teile], stellen)
        if stelle_da is not None:
            yield stelle_da.finding(ANTEIL, "wert", text, hilfe)
        else:
            yield pruefling.finding(ANTEIL, WERTE, text, hilfe)


def _stelle(ganze: Auswertung, orte: list[Schluessel], stellen: Mapping[Any, Wertstelle]) -> Wertstelle | None:
    """Give the first entered value that a share is computed of, be it by way of other computed ones."""
    for ort in orte:
        zeiten = [ort.zeit, *((ort.zeit.jahresende,) if ort.zeit.jahresende else ())]
        da = next((stellen[hier] for zeit in zeiten if (hier := ort._replace(zeit=zeit)) in stellen), None)
        formel = ganze.formeln.get(ort.indikator)
        if da is None and formel is not None:
            da = _stelle(ganze, [ort._replace(indikator=teil) for teil in formel.teile], stellen)
        if da is not None:
            return da
    return None

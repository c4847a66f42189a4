"""KM402: a date that lies behind the reporting year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import BERICHTSJAHR, MASSNAHME_TERMIN
from kmut_cli.rules.hilfen.werte import antwort, ohne_nummern
from kmut_cli.rules.pruefling import Pruefling

_KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n  bestandsaufnahme:\n'

DANACH = Rule(
    "KM402",
    "Ein Datum liegt nach dem Berichtsjahr",
    Severity.WARNING,
    "Der Bericht sagt, was bis zum Ende des Berichtsjahres geschehen ist. Liegt ein Datum danach, ist meist das Datum"
    " oder das Berichtsjahr ein Tippfehler, oder die Angabe gehört in den nächsten Bericht. Termine von Maßnahmen"
    " dürfen in der Zukunft liegen.",
    Example(_KOPF + "    fortgeschrieben: 2025-11\n"),
    Example(_KOPF + "    fortgeschrieben: 2024-11\n"),
)
RULES = (DANACH,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare every date with the end of the year; a year-only date counts from its first day."""
    jahr = antwort(pruefling, BERICHTSJAHR)
    if jahr is None:
        return
    ende = date(jahr[1], 12, 31)
    for loc, datum in pruefling.werte(Datum):
        if datum.fruehestens > ende and ohne_nummern(loc) != MASSNAHME_TERMIN:
            text = f"Das Datum {datum} liegt nach dem Berichtsjahr {jahr[1]}."
            yield pruefling.finding(DANACH, loc, text, "Prüfen Sie das Datum und das Berichtsjahr.")

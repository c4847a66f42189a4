"""KM305: the list of unconfirmed answers names something that is no question."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.dokument import UEBERNOMMEN
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.uebernahme import MARKEN, fingerabdruck, offene_marken
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_ANTWORT = "Wir haben an vier Treffen teilgenommen."
_KOPF = f"aufgaben:\n  kmn: {_ANTWORT}\nuebernommen:\n  unbestaetigt:\n"
_MARKE = f'"{fingerabdruck(_ANTWORT)}"\n'

UNBEKANNT = Rule(
    "KM305",
    "Unter „uebernommen“ steht eine Stelle, an der keine Frage ist",
    Severity.WARNING,
    "Die Liste unter `uebernommen` führt kmut selbst. Steht dort ein Schlüssel, den die Gliederung nicht kennt, weil er"
    " vertippt oder aus einer anderen Ausgabe ist, dann gilt die gemeinte Antwort als bestätigt, ohne dass es"
    " jemand getan hat.",
    Example(_KOPF + "    aufgaben.knm: " + _MARKE),
    Example(_KOPF + "    aufgaben.kmn: " + _MARKE),
)
RULES = (UNBEKANNT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each place; one whose answer was changed or removed meanwhile is merely out of date."""
    marken = offene_marken(pruefling.dokument)
    if not marken:
        return
    fragen = [dotted(frage.pfad) for frage in pruefling.gliederung.fragen]
    for name in marken:
        if name not in fragen:
            text = f"An der Stelle „{kurz(name)}“ hat diese Gliederung keine Frage."
            yield pruefling.finding(UNBEKANNT, (UEBERNOMMEN, MARKEN, name), text, _hilfe(name, fragen), key=True)


def _hilfe(name: str, fragen: list[str]) -> str:
    import difflib

    nah = difflib.get_close_matches(name[:200], fragen, n=1, cutoff=0.7)
    return f"Meinten Sie „{nah[0]}“?" if nah else "Löschen Sie die Zeile."

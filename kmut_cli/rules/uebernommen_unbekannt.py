"""KM305 and KM306: the list of unconfirmed answers names no question, or holds no fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.documents.dokument import UEBERNOMMEN
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.uebernahme import LAENGE, MARKEN, fingerabdruck, offene_marken
from kmut_cli.documents.vorschlag import aehnlich
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
KEIN_ABDRUCK = Rule(
    "KM306",
    "Unter „uebernommen“ steht ein Wert, der keine Kurzform einer Antwort ist",
    Severity.WARNING,
    "Hinter jeder Stelle unter `uebernommen` steht eine Kurzform der übernommenen Antwort, zehn Ziffern und Buchstaben"
    " von a bis f. Daran erkennt kmut, ob die Antwort noch so dasteht, wie sie übernommen wurde. Steht dort anderes,"
    " gilt die Antwort als bestätigt, ohne dass es jemand getan hat.",
    Example(_KOPF + "    aufgaben.kmn: noch prüfen\n"),
    Example(_KOPF + "    aufgaben.kmn: " + _MARKE),
)
RULES = (UNBEKANNT, KEIN_ABDRUCK)
_ABDRUCK = re.compile(rf"[0-9a-f]{{{LAENGE}}}")


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each place; one whose answer was changed or removed meanwhile is merely out of date."""
    marken = offene_marken(pruefling.dokument)
    if not marken:
        return
    fragen = [dotted(frage.pfad) for frage in pruefling.gliederung.fragen]
    for name, marke in marken.items():
        if name in fragen and not _ABDRUCK.fullmatch(str(marke)):
            text = f"„{kurz(str(marke))}“ ist keine Kurzform einer Antwort (zehn Ziffern und Buchstaben von a bis f)."
            hilfe = (
                f"Ob die Antwort zu „{name}“ bestätigt ist, weiß kmut deshalb nicht. Lesen Sie sie; wenn sie stimmt,"
                " löschen Sie die Zeile."
            )
            yield pruefling.finding(KEIN_ABDRUCK, (UEBERNOMMEN, MARKEN, name), text, hilfe)
        elif name not in fragen:
            text = f"An der Stelle „{kurz(name)}“ hat diese Gliederung keine Frage."
            yield pruefling.finding(UNBEKANNT, (UEBERNOMMEN, MARKEN, name), text, _hilfe(name, fragen), key=True)


def _hilfe(name: str, fragen: list[str]) -> str:
    nah = aehnlich(name, fragen)
    return f"Meinten Sie „{nah}“?" if nah else "Löschen Sie die Zeile."

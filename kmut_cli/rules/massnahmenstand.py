"""KM420: state and date of a measure that do not go together in a report about a past year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import (
    BERICHTSJAHR,
    MASSNAHME_STAND,
    MASSNAHME_TERMIN,
    MASSNAHME_TEXT,
    MASSNAHMEN,
    ZIELE,
)
from kmut_cli.rules.hilfen.werte import antwort, uebernommen, werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n  handlungskonzept:\n    ziele:\n'
    "      - ziel: Eltern kennen das Schulsystem\n        massnahmen:\n          - massnahme: Elternabende\n"
)

STAND = Rule(
    "KM420",
    "Stand und Termin einer Maßnahme passen nicht zusammen",
    Severity.WARNING,
    "Der Bericht zeigt den Stand am Ende des Berichtsjahres. Eine Maßnahme, deren Termin schon vorbei ist, ist dann"
    " nicht mehr `geplant`, sondern `umgesetzt`, `verschoben` oder `aufgegeben`; und was erst danach ansteht, ist"
    " noch nicht `umgesetzt`. Wurde eine Maßnahme früher fertig als geplant, nennen Sie als Termin den Tag, an dem"
    " sie fertig war. Maßnahmen, die der Bericht aus dem Handlungskonzept übernimmt, werden dort geprüft.",
    Example(_KOPF + "            termin: 2024-05\n            stand: geplant\n"),
    Example(_KOPF + "            termin: 2024-05\n            stand: umgesetzt\n"),
)
RULES = (STAND,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare state and date of each measure with the end of the reporting year."""
    jahr = antwort(pruefling, BERICHTSJAHR)
    if jahr is None or uebernommen(pruefling, ZIELE):  # What stands in the concept is told there.
        return
    ende = date(jahr[1], 12, 31)
    for loc, massnahme in werte_an(pruefling, MASSNAHMEN):
        stand, termin = getattr(massnahme, MASSNAHME_STAND[-1]), getattr(massnahme, MASSNAHME_TERMIN[-1])
        if stand is None or termin is None:
            continue
        name = kurz(getattr(massnahme, MASSNAHME_TEXT[-1]) or "Maßnahme")
        ort = (*loc, MASSNAHME_STAND[-1])
        if stand.name == "geplant" and termin.spaetestens < ende:
            text = f"„{name}“ ist noch geplant, der Termin {termin} war aber schon im Berichtsjahr {jahr[1]} vorbei."
            if termin.jahr < jahr[1]:
                text = f"„{name}“ ist noch geplant, der Termin {termin} lag aber schon vor dem Berichtsjahr {jahr[1]}."
            yield pruefling.finding(STAND, ort, text, "Schreiben Sie den erreichten Stand oder den neuen Termin.")
        elif stand.name == "umgesetzt" and termin.fruehestens > ende:
            text = f"„{name}“ ist schon umgesetzt, der Termin {termin} liegt aber nach dem Berichtsjahr {jahr[1]}."
            yield pruefling.finding(STAND, ort, text, "Prüfen Sie Stand und Termin der Maßnahme.")

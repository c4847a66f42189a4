"""KM444 and KM447: dates of a measure that go neither with its state nor with each other."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF, MASSNAHME, ZUSTAENDIG, genannt, massnahmen
from kmut_cli.rules.hilfen.werte import datum
from kmut_cli.rules.pruefling import Pruefling

_PLAN = MASSNAHME + ZUSTAENDIG + "                beginn: 2026-03\n"

STAND = Rule(
    "KM444",
    "Stand und Termine einer Maßnahme des Handlungskonzepts passen nicht zusammen",
    Severity.WARNING,
    "Als Tag, von dem der Stand der Maßnahmen ist, gilt `stand` am Anfang der Datei, sonst `fortgeschrieben`; fehlt"
    " beides, wird nichts verglichen. Was vor diesem Tag beginnen sollte, ist nicht mehr `geplant`, was vorher"
    " enden sollte, nicht mehr `begonnen` oder `laufend`, und was danach beginnt, noch nicht `umgesetzt`.",
    Example(KOPF + "stand: 01.06.2026\n" + _PLAN + "                stand: geplant\n"),
    Example(KOPF + "stand: 01.06.2026\n" + _PLAN + "                stand: verschoben\n"),
)
FOLGE = Rule(
    "KM447",
    "Eine Maßnahme des Handlungskonzepts endet, bevor sie beginnt",
    Severity.WARNING,
    "Das Ende einer Maßnahme liegt vor ihrem Beginn; meist ist eine Jahreszahl vertippt. Beanstandet wird nur, was auch"
    " bei ungenauen Daten sicher falsch herum liegt: `beginn: 2026-03` und `ende: 2026` vertragen sich.",
    Example(KOPF + _PLAN + "                ende: 2025-12\n"),
    Example(KOPF + _PLAN + "                ende: 2026\n"),
)
RULES = (STAND, FOLGE)
_NOCH_OFFEN = ("geplant", "begonnen", "laufend")


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the dates of each measure with each other, and with its state on the day of the concept."""
    gegeben = datum(pruefling, ("stand",)) or datum(pruefling, ("fortgeschrieben",))
    for loc, massnahme in massnahmen(pruefling):
        beginn = min(massnahme.beginne, key=lambda eins: eins.fruehestens, default=None)
        ende = massnahme.ende if isinstance(massnahme.ende, Datum) else None
        _ort, name = genannt(loc, massnahme)
        if beginn and ende and ende.spaetestens < beginn.fruehestens:
            text = f"„{name}“ endet ({ende}), bevor sie beginnt ({beginn})."
            yield pruefling.finding(FOLGE, (*loc, "ende"), text, "Prüfen Sie „beginn“ und „ende“.")
        if gegeben is not None and massnahme.stand is not None:
            yield from _stand(pruefling, (*loc, "stand"), name, massnahme.stand.name, beginn, ende, gegeben[1])


def _stand(
    pruefling: Pruefling, ort: Loc, name: str, stand: str, beginn: Datum | None, ende: Datum | None, tag: Datum
) -> Iterator[Finding]:
    """Say of one measure what its state and its dates do not agree in."""
    hilfe = "Schreiben Sie den erreichten Stand oder das neue Datum."
    if stand == "geplant" and beginn and beginn.spaetestens < tag.fruehestens:
        text = f"„{name}“ ist noch geplant, der Beginn {beginn} lag beim Stand vom {tag} aber schon zurück."
        yield pruefling.finding(STAND, ort, text, hilfe)
    elif stand in _NOCH_OFFEN and ende and ende.spaetestens < tag.fruehestens:
        text = f"„{name}“ ist noch {stand}, das Ende {ende} lag beim Stand vom {tag} aber schon zurück."
        yield pruefling.finding(STAND, ort, text, hilfe)
    elif stand == "umgesetzt" and beginn and beginn.fruehestens > tag.spaetestens:
        text = f"„{name}“ ist schon umgesetzt, der Beginn {beginn} liegt aber nach dem Stand vom {tag}."
        yield pruefling.finding(STAND, ort, text, "Prüfen Sie Stand und Beginn der Maßnahme.")

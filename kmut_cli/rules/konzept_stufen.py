"""KM440: a field of action without challenges, a challenge without goals, or one without a name."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import FELD, KOPF, ZIEL, felder, genannt, herausforderungen, offen
from kmut_cli.rules.pruefling import Pruefling

STUFE = Rule(
    "KM440",
    "Einem Handlungsfeld oder einer Herausforderung fehlt etwas",
    Severity.WARNING,
    "Zu einem Handlungsfeld gehören Herausforderungen, zu einer Herausforderung Ziele; sonst führt von dort kein Weg zu"
    " einer Maßnahme. Eine Herausforderung darf nur dann ohne Namen bleiben, wenn keine im Konzept einen hat. Soll"
    ' etwas noch leer bleiben, schreiben Sie den Grund dazu: `herausforderungen: {entfaellt: "…"}` oder'
    ' `ziele: {entfaellt: "…"}`.',
    Example(KOPF + FELD),
    Example(KOPF + ZIEL + '            massnahmen: {entfaellt: "folgen im Herbst"}\n'),
)
RULES = (STUFE,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look for what fields of action and challenges lack."""
    for loc, feld in felder(pruefling):
        if offen(pruefling, (*loc, "herausforderungen"), feld.herausforderungen):
            ort, name = genannt(loc, feld)
            text = f"Zum Handlungsfeld „{name}“ sind weder Herausforderungen noch Ziele genannt."
            hilfe = "Ergänzen Sie dort „herausforderungen:“, oder schreiben Sie, warum es keine gibt."
            yield pruefling.finding(STUFE, ort, text, hilfe)
    alle = list(herausforderungen(pruefling))
    mit_namen = any(not ist_leer(eine.herausforderung) for _loc, eine in alle)
    for loc, eine in alle:
        ort, name = genannt(loc, eine)
        if offen(pruefling, (*loc, "ziele"), eine.ziele):
            text = f"Zur Herausforderung „{name}“ ist kein Ziel genannt."
            hilfe = "Ergänzen Sie dort „ziele:“, oder schreiben Sie, warum es keine gibt."
            yield pruefling.finding(STUFE, ort, text, hilfe)
        if mit_namen and offen(pruefling, (*loc, "herausforderung"), eine.herausforderung):
            text = "Diese Herausforderung hat keinen Namen, andere im Konzept haben einen."
            hilfe = "Ergänzen Sie „herausforderung:“ mit dem, was zu bewältigen ist, in wenigen Worten."
            yield pruefling.finding(STUFE, loc, text, hilfe)

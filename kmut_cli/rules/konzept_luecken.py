"""KM441 to KM443: a goal without a measure, a measure for which nobody is responsible or that has no date."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import BEGINN, KOPF, MASSNAHME, ZIEL, ZUSTAENDIG, genannt, massnahmen, offen, ziele
from kmut_cli.rules.pruefling import Pruefling

_ABSICHT = ' Soll es so sein, schreiben Sie den Grund dazu: `{entfaellt: "…"}`.'
_GUT = Example(KOPF + MASSNAHME + ZUSTAENDIG + BEGINN)

OHNE_MASSNAHME = Rule(
    "KM441",
    "Ein Ziel des Handlungskonzepts hat keine Maßnahme",
    Severity.WARNING,
    "Zu einem Ziel gehört mindestens eine Maßnahme, sonst bleibt offen, wie es erreicht werden soll. Erreichte Ziele"
    " (`erreicht: ja`) brauchen keine mehr." + _ABSICHT,
    Example(KOPF + ZIEL),
    _GUT,
)
OHNE_ZUSTAENDIGE = Rule(
    "KM442",
    "Für eine Maßnahme des Handlungskonzepts ist niemand zuständig",
    Severity.WARNING,
    "Unter `zustaendig` steht die Stelle, die sich um die Maßnahme kümmert, oder mehrere in eckigen Klammern."
    " Aufgegebene Maßnahmen brauchen keine." + _ABSICHT,
    Example(KOPF + MASSNAHME + BEGINN),
    _GUT,
)
OHNE_TERMIN = Rule(
    "KM443",
    "Eine Maßnahme des Handlungskonzepts hat keinen Termin",
    Severity.WARNING,
    "Unter `beginn` steht, wann die Maßnahme beginnt, so genau wie bekannt: `2026` oder `2026-03`, und mehrere Jahre"
    " in eckigen Klammern, wenn sie wieder aufgenommen oder ausgebaut wird; unter `ende`, bis wann sie erledigt ist."
    " Eines von beiden genügt. Aufgegebene Maßnahmen brauchen keinen Termin." + _ABSICHT,
    Example(KOPF + MASSNAHME + ZUSTAENDIG),
    _GUT,
)
RULES = (OHNE_MASSNAHME, OHNE_ZUSTAENDIGE, OHNE_TERMIN)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look for what each goal and each measure lacks."""
    for loc, ziel in ziele(pruefling):
        erreicht = ziel.erreicht is not None and ziel.erreicht.name == "ja"
        if offen(pruefling, (*loc, "massnahmen"), ziel.massnahmen) and not erreicht:
            ort, name = genannt(loc, ziel)
            hilfe = "Ergänzen Sie unter dem Ziel „massnahmen:“, oder schreiben Sie dort, warum es keine gibt."
            yield pruefling.finding(OHNE_MASSNAHME, ort, f"Zum Ziel „{name}“ ist keine Maßnahme genannt.", hilfe)
    for loc, massnahme in massnahmen(pruefling):
        if massnahme.aufgegeben:
            continue
        ort, name = genannt(loc, massnahme)
        if offen(pruefling, (*loc, "zustaendig"), massnahme.zustaendig):
            text = f"Für „{name}“ ist niemand zuständig."
            yield pruefling.finding(OHNE_ZUSTAENDIGE, ort, text, "Ergänzen Sie z. B. zustaendig: Koordinierungsstelle")
        bis = isinstance(massnahme.ende, Datum) or (*loc, "ende") in pruefling.geladen.fehlerhaft
        if offen(pruefling, (*loc, "beginn"), massnahme.beginn) and not bis:
            text = f"„{name}“ hat keinen Termin."
            hilfe = "Ergänzen Sie unter der Maßnahme „beginn:“ oder „ende:“ mit dem Jahr oder dem Monat."
            yield pruefling.finding(OHNE_TERMIN, ort, text, hilfe)

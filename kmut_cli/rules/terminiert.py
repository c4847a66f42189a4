"""KM407 and KM408: what is said of all measures („terminiert“) and the dates of each do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import MASSNAHME_STAND, MASSNAHME_TERMIN, MASSNAHME_TEXT, MASSNAHMEN, TERMINIERT, ZIELE
from kmut_cli.rules.hilfen.werte import antwort, erlaeutert, werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    "aufgaben:\n  handlungskonzept:\n    ziele:\n      - ziel: Eltern kennen das Schulsystem\n"
    "        massnahmen:\n          - massnahme: Elternabende in zehn Schulen\n"
)
_TERMIN = "            termin: 2025-06\n"

OHNE_TERMIN = Rule(
    "KM407",
    "Terminiert, aber eine Maßnahme hat keinen Termin",
    Severity.WARNING,
    "Unter `terminiert` steht ja, doch bei einer Maßnahme fehlt der Termin, oder es ist gar keine Maßnahme genannt. Ein"
    " ungefährer Termin genügt: `2025` oder `2025-06`. Aufgegebene Maßnahmen brauchen keinen. Ist die Antwort erläutert"
    ' (`{antwort: ja, erlaeuterung: "…"}`), bleibt es bei einem Hinweis.',
    Example(_KOPF + "    terminiert: ja\n"),
    Example(_KOPF + _TERMIN + "    terminiert: ja\n"),
)
DOCH_TERMINE = Rule(
    "KM408",
    "Nicht terminiert, aber jede Maßnahme hat einen Termin",
    Severity.INFO,
    "Unter `terminiert` steht nein, doch jede genannte Maßnahme hat einen Termin. Dann lautet die Antwort wohl ja.",
    Example(_KOPF + _TERMIN + "    terminiert: nein\n"),
    Example(_KOPF + _TERMIN + "    terminiert: ja\n"),
)
RULES = (OHNE_TERMIN, DOCH_TERMINE)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the answer with the measures."""
    terminiert = antwort(pruefling, TERMINIERT)
    if terminiert is None or pruefling.ist_unbestaetigt(ZIELE):
        return  # Of carried-over goals the dates of the old year were left out: they are asked for with the goals.
    massnahmen = [(loc, eine) for loc, eine in werte_an(pruefling, MASSNAHMEN) if not ist_leer(eine)]
    if terminiert[1]:
        yield from _ohne_termin(pruefling, massnahmen, terminiert[0])
        return
    alle = bool(massnahmen) and all(_wert(eine, MASSNAHME_TERMIN) for _loc, eine in massnahmen)
    if alle and not erlaeutert(pruefling, TERMINIERT):
        text = "Laut dieser Antwort sind die Maßnahmen nicht terminiert, aber jede genannte hat einen Termin."
        yield pruefling.finding(DOCH_TERMINE, terminiert[0], text, "Schreiben Sie: terminiert: ja")


def _ohne_termin(pruefling: Pruefling, massnahmen: list[tuple[Loc, Any]], antwortort: Loc) -> Iterator[Finding]:
    schwere = Severity.INFO if erlaeutert(pruefling, TERMINIERT) else None
    ziele_da = next(werte_an(pruefling, ZIELE), None) is not None
    if not massnahmen and ziele_da and not pruefling.geladen.fehlerhaft_an(ZIELE):
        text = "Die Maßnahmen sind laut dieser Antwort terminiert, aber unter den Zielen ist keine Maßnahme genannt."
        hilfe = "Ergänzen Sie unter den Zielen „massnahmen:“, oder berichtigen Sie die Antwort."
        yield pruefling.finding(OHNE_TERMIN, antwortort, text, hilfe, severity=schwere)
    for loc, massnahme in massnahmen:
        stand, termin_ort = _wert(massnahme, MASSNAHME_STAND), (*loc, MASSNAHME_TERMIN[-1])
        aufgegeben = stand is not None and stand.name == "aufgegeben"
        if _wert(massnahme, MASSNAHME_TERMIN) or aufgegeben or termin_ort in pruefling.geladen.fehlerhaft:
            continue
        name = _wert(massnahme, MASSNAHME_TEXT)
        ort = (*loc, MASSNAHME_TEXT[-1]) if name else loc
        text = f"„{kurz(name or 'Diese Maßnahme')}“ hat keinen Termin, obwohl unter „terminiert“ ja steht."
        hilfe = "Ergänzen Sie bei dieser Maßnahme z. B. termin: 2025-06"
        yield pruefling.finding(OHNE_TERMIN, ort, text, hilfe, severity=schwere)


def _wert(massnahme: Any, pfad: tuple[str, ...]) -> Any:
    return getattr(massnahme, pfad[-1])

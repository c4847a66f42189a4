"""KM407 and KM408: what is said of all measures („terminiert“) and the dates of each do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import MASSNAHME_STAND, MASSNAHME_TERMIN, MASSNAHME_TEXT, MASSNAHMEN, TERMINIERT, ZIELE
from kmut_cli.rules.hilfen.werte import antwort, erlaeutert, uebernommen, werte_an
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
    ' (`{antwort: ja, erlaeuterung: "…"}`), bleibt es bei einem Hinweis.'
    " Was der Bericht mit `{aus: handlungskonzept}` übernimmt, wird im Handlungskonzept geprüft.",
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
    # Of carried-over goals the dates of the old year were left out: they are asked for with the goals.
    if terminiert is None or uebernommen(pruefling, TERMINIERT) or pruefling.ist_unbestaetigt(ZIELE):
        return
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
        wo = "im Handlungskonzept" if uebernommen(pruefling, ZIELE) else "unter den Zielen"
        hilfe = f"Ergänzen Sie {wo} „massnahmen:“, oder berichtigen Sie die Antwort."
        yield pruefling.finding(OHNE_TERMIN, antwortort, text, hilfe, severity=schwere)
    if uebernommen(pruefling, ZIELE):
        yield from _dort_ohne_termin(pruefling, [eine for _loc, eine in massnahmen], antwortort, schwere)
        return
    for loc, massnahme in massnahmen:
        if not _termin_fehlt(massnahme) or (*loc, MASSNAHME_TERMIN[-1]) in pruefling.geladen.fehlerhaft:
            continue
        name = _wert(massnahme, MASSNAHME_TEXT)
        ort = (*loc, MASSNAHME_TEXT[-1]) if name else loc
        text = f"„{kurz(name or 'Diese Maßnahme')}“ hat keinen Termin, obwohl unter „terminiert“ ja steht."
        hilfe = "Ergänzen Sie bei dieser Maßnahme z. B. termin: 2025-06"
        yield pruefling.finding(OHNE_TERMIN, ort, text, hilfe, severity=schwere)


def _dort_ohne_termin(
    pruefling: Pruefling, massnahmen: list[Any], antwortort: Loc, schwere: Severity | None
) -> Iterator[Finding]:
    """Hold the answer itself, and not the measures, against goals that are taken from another file."""
    ohne = sum(_termin_fehlt(eine) for eine in massnahmen)
    if ohne:
        haben = "hat eine" if ohne == 1 else f"haben {ohne}"
        alle = len(massnahmen)
        text = f"Die Maßnahmen sind laut dieser Antwort terminiert; von {alle} übernommenen {haben} keinen Termin."
        hilfe = "Übernehmen Sie auch diese Antwort mit {aus: handlungskonzept}, oder erläutern Sie sie."
        yield pruefling.finding(OHNE_TERMIN, antwortort, text, hilfe, severity=schwere)


def _termin_fehlt(massnahme: Any) -> bool:
    stand = _wert(massnahme, MASSNAHME_STAND)
    return not _wert(massnahme, MASSNAHME_TERMIN) and (stand is None or stand.name != "aufgegeben")


def _wert(massnahme: Any, pfad: tuple[str, ...]) -> Any:
    return getattr(massnahme, pfad[-1])

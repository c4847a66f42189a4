"""KM462 and KM463: who was asked and did not answer, and dates of a survey that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import BEFRAGUNG
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "dokument: bestandsaufnahme\nbefragung:\n  - stelle: Gemeinde Altenmoor\n    angefragt: 2024-09-02\n"
_RICHTIG = Example(_KOPF + "    geantwortet: 2024-10-01\n")

OHNE_ANTWORT = Rule(
    "KM462",
    "Befragt, aber weder Antwort noch Grund",
    Severity.INFO,
    "Wer befragt wurde, hat noch nicht geantwortet, oder die Antwort ist nicht eingetragen. Bleibt sie aus, sagen Sie,"
    ' warum: `geantwortet: {entfaellt: "…"}`. Was deshalb fehlt, gehört im Tätigkeitsbericht zu den'
    " Hindernissen der Bestandsaufnahme.",
    Example(_KOPF),
    _RICHTIG,
)
ZU_FRUEH = Rule(
    "KM463",
    "Eine Antwort oder Frist liegt vor der Frage",
    Severity.WARNING,
    "Geantwortet werden kann erst, wenn gefragt ist, und die Frist endet danach. Beanstandet wird nur, was auch bei"
    " ungenauen Daten sicher falsch herum liegt: „2024“ und „2024-09“ vertragen sich.",
    Example(_KOPF + "    geantwortet: 2024-08-01\n"),
    _RICHTIG,
)
RULES = (OHNE_ANTWORT, ZU_FRUEH)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at each of those who were asked."""
    for loc, eine in werte_an(pruefling, BEFRAGUNG):
        if ist_leer(eine) or eine.angefragt is None:
            continue
        yield from _zu_frueh(pruefling, loc, eine)
        if ist_leer(eine.geantwortet) and (*loc, "geantwortet") not in pruefling.geladen.fehlerhaft:
            frist = f", Antwort bis {eine.frist}" if eine.frist else ""
            text = f"Zu „{_name(eine)}“ (angefragt {eine.angefragt}{frist}) steht weder eine Antwort noch ein Grund."
            hilfe = 'Ergänzen Sie „geantwortet“: das Datum, oder den Grund als {entfaellt: "…"}.'
            yield pruefling.finding(OHNE_ANTWORT, (*loc, "stelle") if eine.stelle else loc, text, hilfe)


def _zu_frueh(pruefling: Pruefling, loc: Loc, eine: Any) -> Iterator[Finding]:
    for name, was in (("geantwortet", "Die Antwort"), ("frist", "Die Frist")):
        danach = getattr(eine, name)
        if isinstance(danach, Datum) and danach.spaetestens < eine.angefragt.fruehestens:
            text = f"{was} von „{_name(eine)}“ ({danach}) liegt vor der Anfrage ({eine.angefragt})."
            yield pruefling.finding(ZU_FRUEH, (*loc, name), text, f"Berichtigen Sie „{name}“ oder „angefragt“.")


def _name(eine: Any) -> str:
    return kurz(eine.stelle or "ohne Namen")

"""KM404: the yearly update of the Bestandsaufnahme was missed, or is not planned."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import (
    AKTUALISIERUNG_GEPLANT,
    BERICHTSJAHR,
    BESTAND_FORTGESCHRIEBEN,
    BESTAND_VORGENOMMEN,
)
from kmut_cli.rules.hilfen.werte import antwort, datum, entfaellt, erlaeutert
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n'
    "aufgaben:\n  bestandsaufnahme:\n    zuletzt_vorgenommen: 2021-05\n"
)

VERSAEUMT = Rule(
    "KM404",
    "Die jährliche Aktualisierung der Bestandsaufnahme fehlt",
    Severity.WARNING,
    "Das Land erwartet, dass die Bestandsaufnahme in jedem Jahr auf den neuen Stand kommt. Im Tätigkeitsbericht liegt"
    " keines der beiden Daten im Berichtsjahr, oder in der Projektbeschreibung steht, dass keine Aktualisierung geplant"
    ' ist. Hat das einen Grund, dann nennen Sie ihn: `fortgeschrieben: {antwort: 2022, erlaeuterung: "…"}`; eine'
    " erläuterte Antwort wird nicht beanstandet.",
    Example(_KOPF + "    fortgeschrieben: 2022-11\n"),
    Example(_KOPF + "    fortgeschrieben: 2024-11\n"),
)
RULES = (VERSAEUMT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at both dates of a report and at the plan of a form."""
    yield from _bericht(pruefling)
    geplant = antwort(pruefling, AKTUALISIERUNG_GEPLANT)
    if geplant is not None and not geplant[1] and not erlaeutert(pruefling, AKTUALISIERUNG_GEPLANT):
        jahr = pruefling.dokument.jahr
        wann = f" für {jahr}" if jahr else ""
        text = f"Keine Aktualisierung der Bestandsaufnahme ist{wann} geplant; sie ist aber jährlich zu aktualisieren."
        hilfe = 'Ist das so gewollt, nennen Sie den Grund: {antwort: nein, erlaeuterung: "…"}.'
        yield pruefling.finding(VERSAEUMT, geplant[0], text, hilfe)


def _bericht(pruefling: Pruefling) -> Iterator[Finding]:
    jahr = antwort(pruefling, BERICHTSJAHR)
    fortgeschrieben = datum(pruefling, BESTAND_FORTGESCHRIEBEN)
    daten = [eins for eins in (fortgeschrieben, datum(pruefling, BESTAND_VORGENOMMEN)) if eins is not None]
    # A date behind the year is told by KM402 already.
    if jahr is None or not daten or any(eins.jahr >= jahr[1] for _loc, eins in daten):
        return
    if _begruendet_oder_fehlerhaft(pruefling):
        return
    loc, letztes = max(daten, key=lambda eins: eins[1].spaetestens)
    text = f"Im Berichtsjahr {jahr[1]} wurde die Bestandsaufnahme nicht aktualisiert; das letzte Datum ist {letztes}."
    hilfe = 'Ergänzen Sie das Datum der Fortschreibung, oder nennen Sie den Grund: {antwort: …, erlaeuterung: "…"}.'
    # While the second question is open, its answer may still be the update.
    schwere = None if fortgeschrieben or pruefling.dokument.final else Severity.INFO
    yield pruefling.finding(VERSAEUMT, loc, text, hilfe, severity=schwere)


def _begruendet_oder_fehlerhaft(pruefling: Pruefling) -> bool:
    pfade = (BESTAND_FORTGESCHRIEBEN, BESTAND_VORGENOMMEN)
    begruendet = entfaellt(pruefling, BESTAND_FORTGESCHRIEBEN) or any(erlaeutert(pruefling, pfad) for pfad in pfade)
    return begruendet or any(pruefling.geladen.fehlerhaft_an(pfad) for pfad in pfade)

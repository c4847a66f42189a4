"""KM468 to KM470: the days of a paper and of its deliberation, in their order and exact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import BERATUNGSFOLGE, BERATUNGSTERMIN, VORLAGENDATUM
from kmut_cli.rules.hilfen.werte import datum, werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "dokument: sitzungsvorlage\nart: mitteilung\ndatum: 2026-04-20\nberatungsfolge:\n"
_AUSSCHUSS = "  - {gremium: Ausschuss für Soziales, datum: 2026-05-05}\n"

VORHER = Rule(
    "KM468",
    "Ein Gremium berät, bevor es die Vorlage gibt",
    Severity.WARNING,
    "Das Datum der Vorlage liegt vor jeder Beratung, denn das Gremium muss sie vorher bekommen. Meist ist eines der"
    " beiden Daten vertippt oder stammt noch aus der vorigen Vorlage. Wird sie erst in der Sitzung verteilt"
    " (Tischvorlage), ist derselbe Tag richtig.",
    Example(_KOPF + "  - {gremium: Ausschuss für Soziales, datum: 2026-04-05}\n"),
    Example(_KOPF + _AUSSCHUSS),
)
REIHENFOLGE = Rule(
    "KM469",
    "Die Beratungsfolge ist nicht nach Terminen geordnet",
    Severity.WARNING,
    "In der Beratungsfolge steht zuerst, wer zuerst berät: der Fachausschuss vor dem Kreistag.",
    Example(_KOPF + "  - {gremium: Kreistag, datum: 2026-06-15}\n" + _AUSSCHUSS),
    Example(_KOPF + _AUSSCHUSS + "  - {gremium: Kreistag, datum: 2026-06-15}\n"),
)
OHNE_TAG = Rule(
    "KM470",
    "In der Vorlage fehlt der genaue Tag",
    Severity.INFO,
    "Solange ein Termin nicht feststeht, genügt im Entwurf der Monat. Eine fertige Vorlage nennt ihren Tag und den"
    " jeder Sitzung; mit `status: final` ist das ein Fehler. Das Datum der Vorlage entscheidet auch, welche Termine"
    " wahrgenommen und welche geplant sind.",
    Example("dokument: sitzungsvorlage\nart: mitteilung\ndatum: 2026-04\n"),
    Example("dokument: sitzungsvorlage\nart: mitteilung\ndatum: 2026-04-20\n"),
)
RULES = (VORHER, REIHENFOLGE, OHNE_TAG)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the days of a paper; other kinds have none of these places."""
    eigenes = datum(pruefling, VORLAGENDATUM)
    termine: list[tuple[Loc, Datum]] = list(werte_an(pruefling, BERATUNGSTERMIN))
    for loc, termin in [*([eigenes] if eigenes else []), *termine] if _ist_vorlage(pruefling) else ():
        if termin.tag is None:
            schwere = Severity.ERROR if pruefling.dokument.final else None
            hilfe = f"Schreiben Sie den Tag dazu, z. B. {termin.jahr}-{termin.monat or 5:02}-12."
            yield pruefling.finding(OHNE_TAG, loc, f"„{termin}“ nennt keinen Tag.", hilfe, severity=schwere)
    for loc, termin in termine if eigenes else ():
        if eigenes is not None and termin.spaetestens < eigenes[1].fruehestens:
            text = f"Die Beratung am {termin} liegt vor dem Datum der Vorlage, {eigenes[1]}."
            yield pruefling.finding(VORHER, loc, text, "Prüfen Sie beide Daten.")
    for (_, davor), (loc, termin) in pairwise(termine):
        if termin.spaetestens < davor.fruehestens:
            text = f"Die Beratung am {termin} steht hinter der vom {davor}."
            yield pruefling.finding(REIHENFOLGE, loc, text, "Ordnen Sie die Beratungsfolge nach Terminen.")


def _ist_vorlage(pruefling: Pruefling) -> bool:
    """Whether the document has a deliberation at all: a place called ``datum`` may mean something else elsewhere."""
    return any(frage.pfad == BERATUNGSFOLGE for frage in pruefling.gliederung.fragen)

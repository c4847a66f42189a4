"""KM445: the concept names an indicator that the monitoring of the folder does not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF, ZIEL, massnahmen, ziele
from kmut_cli.rules.pruefling import Pruefling

_QUELLE = "monitoring"
_MONITORING = {
    f"{_QUELLE}.yaml": (
        b'dokument: monitoring\nindikatoren:\n  - nummer: "1"\n    name: Wartezeit auf einen Sprachkurs\n'
        b"    gruppe: Sprache\n    einheit: Wochen\n    quellen: [Volkshochschule]\n    verfuegbarkeit: ja\n"
    )
}
_OHNE = ZIEL + '            massnahmen: {entfaellt: "folgen im Herbst"}\n            indikatoren: '

UNBEKANNT = Rule(
    "KM445",
    "Das Monitoring kennt einen Indikator des Handlungskonzepts nicht",
    Severity.WARNING,
    "Ziele und Maßnahmen nennen Indikatoren mit der Nummer, die sie in `monitoring.yaml` (oder in dem Katalog, der dort"
    " genannt ist) haben; die Hauptnummer steht für alle ihre Unternummern. Ohne `monitoring.yaml` wird nichts"
    " verglichen.",
    Example(KOPF + _OHNE + '["2"]\n', files=_MONITORING),
    Example(KOPF + _OHNE + '["1"]\n', files=_MONITORING),
)
RULES = (UNBEKANNT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each number; the monitoring is read only if there is one to look up."""
    alle: Iterator[tuple[Loc, Any]] = chain(ziele(pruefling), massnahmen(pruefling))
    genannt = [
        (ort, nummer.strip())
        for loc, eins in alle
        for ort, nummer in pruefling.punkte((*loc, "indikatoren"), eins.indikatoren or [])
        if nummer.strip()
    ]
    quelle = pruefling.geladen.umfeld.quelle(_QUELLE) if genannt else None
    if quelle is None or quelle.dokument is None:
        return
    bekannt = {(eins.nummer or "").strip() for eins in quelle.dokument.kennzahlen}
    for ort, nummer in genannt:
        if nummer not in bekannt and not any(eins.startswith(f"{nummer}.") for eins in bekannt):
            text = f"Einen Indikator „{kurz(nummer)}“ gibt es in „{quelle.name}“ nicht."
            nah = aehnlich(nummer, bekannt, ab=0.6)
            sonst = f"Nehmen Sie ihn in „{quelle.name}“ auf, oder prüfen Sie die Nummer."
            yield pruefling.finding(UNBEKANNT, ort, text, f"Meinten Sie „{nah}“?" if nah else sonst)

"""KM445: the concept names an indicator that the monitoring of the folder does not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF, ZIEL, massnahmen, ziele
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.umfeld import Quelldatei

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
    " genannt ist) haben; die Hauptnummer steht für alle ihre Unternummern. Gibt es keine `monitoring.yaml`, oder ist"
    " sie nicht in Ordnung, lässt sich das nicht prüfen; das ist dann ein Hinweis.",
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
    umfeld = pruefling.geladen.umfeld
    if not genannt or not umfeld.gibt_es:
        return
    quelle = umfeld.quelle(_QUELLE)
    bekannt = {(eins.nummer or "").strip() for eins in quelle.dokument.kennzahlen} if quelle.dokument else set()
    fremd = [eins for eins in genannt if not _ist_bekannt(eins[1], bekannt)]
    if fremd and (warum := _ungeprueft(quelle)):
        text = f"Ob es die genannten Indikatoren gibt, ist nicht geprüft: {warum[0]}"
        yield pruefling.finding(UNBEKANNT, fremd[0][0], text, warum[1], severity=Severity.INFO)
    else:
        yield from _unbekannte(pruefling, fremd, bekannt, quelle.name)


def _ist_bekannt(nummer: str, bekannt: set[str]) -> bool:
    return nummer in bekannt or any(eins.startswith(f"{nummer}.") for eins in bekannt)


def _ungeprueft(quelle: Quelldatei) -> tuple[str, str] | None:
    """Say why the monitoring cannot answer, and what to do; None if it can."""
    if not quelle.vorhanden:
        hilfe = "Legen Sie das Monitoring mit „kmut new monitoring“ an, sobald Sie Werte dazu sammeln."
        return f"„{quelle.name}“ gibt es nicht.", hilfe
    if quelle.dokument is None or quelle.fehler:
        return f"„{quelle.name}“ ist nicht in Ordnung.", f"Was daran nicht stimmt, sagt: kmut validate {quelle.name}"
    return None


def _unbekannte(pruefling: Pruefling, fremd: list[tuple[Loc, str]], bekannt: set[str], datei: str) -> Iterator[Finding]:
    for ort, nummer in fremd:
        text = f"Einen Indikator „{kurz(nummer)}“ gibt es in „{datei}“ nicht."
        nah = aehnlich(nummer, bekannt, ab=0.6)
        sonst = f"Nehmen Sie ihn in „{datei}“ auf, oder prüfen Sie die Nummer."
        yield pruefling.finding(UNBEKANNT, ort, text, f"Meinten Sie „{nah}“?" if nah else sonst)

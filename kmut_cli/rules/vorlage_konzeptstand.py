"""KM471: a paper draws from a concept whose state is of a later day than the paper."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import KONZEPTSTAND, VORLAGENDATUM
from kmut_cli.rules.hilfen.werte import datum
from kmut_cli.rules.pruefling import Pruefling

KONZEPT = "handlungskonzept"
_VORLAGE = (
    "dokument: sitzungsvorlage\nart: mitteilung\ndatum: 2026-05-12\nstand_handlungskonzept: {aus: handlungskonzept}\n"
)
_ZIELE = "handlungsfelder: [{handlungsfeld: Ankommen, herausforderungen: [{ziele: [{ziel: Kurse finden}]}]}]\n"


def _ordner(stand: str) -> dict[str, bytes]:
    return {"handlungskonzept.yaml": f"dokument: {KONZEPT}\nstand: {stand}\n{_ZIELE}".encode()}


SPAETER = Rule(
    "KM471",
    "Die Vorlage übernimmt einen Stand, den es an ihrem Tag noch nicht gab",
    Severity.WARNING,
    "Aufgaben und Stand des Handlungskonzepts kommen aus `handlungskonzept.yaml`, wie es heute ist. Sind die Angaben"
    " dort jünger als die Vorlage, stünde darin etwas, das an ihrem Tag niemand wusste. Bei einer Vorlage, die schon"
    " beraten ist, schreiben Sie den damaligen Stand selbst hinein; bei einer neuen prüfen Sie die beiden Daten.",
    Example(_VORLAGE, files=_ordner("2026-12-31")),
    Example(_VORLAGE, files=_ordner("2026-03-31")),
)
RULES = (SPAETER,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the day of a paper with that of the concept that it draws from."""
    vorlage = datum(pruefling, VORLAGENDATUM)
    if vorlage is None:
        return
    for frage in pruefling.gliederung.fragen:
        daten = daten_an(pruefling.geladen.source.data, frage.pfad)
        if not (frage.frage.bezug and isinstance(daten, dict) and daten.get("aus") == KONZEPT):
            continue
        konzept = pruefling.geladen.umfeld.quelle(KONZEPT).dokument
        stand = wert_an(konzept, KONZEPTSTAND) if konzept is not None else None
        if stand is not None and stand.fruehestens > vorlage[1].spaetestens:
            text = f"Das Handlungskonzept hat den Stand {stand}, die Vorlage ist vom {vorlage[1]}."
            hilfe = "Schreiben Sie hier den Stand am Tag der Vorlage, oder berichtigen Sie eines der Daten."
            yield pruefling.finding(SPAETER, (*frage.pfad, "aus"), text, hilfe)

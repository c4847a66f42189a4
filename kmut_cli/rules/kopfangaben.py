"""KM302: the head lacks the year or the body."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.dokument import KOMMUNE
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_OHNE = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'

KOPF = Rule(
    "KM302",
    "Im Kopf fehlt das Jahr oder die Kommune",
    Severity.INFO,
    "Wer das Dokument liest, muss wissen, wer es schreibt und welches Jahr es betrifft. Mit `status: final` ist das ein"
    " Fehler. Die Kommune darf auch einmal für alle Dokumente in `kmut.yaml` stehen.",
    Example(_OHNE),
    Example(_OHNE + "berichtsjahr: 2024\nkommune:\n  name: Landkreis Musterland\n"),
)
RULES = (KOPF,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Ask for year and body; what is kept and not given out under a year, such as the log, needs neither."""
    dokument = pruefling.dokument
    if not dokument.amtlich and not dokument.jahresfeld:
        return
    schwere = Severity.ERROR if dokument.final else Severity.INFO
    feld = dokument.jahresfeld
    if feld and dokument.jahr is None and (feld,) not in pruefling.geladen.fehlerhaft:
        text = f"Im Kopf fehlt das {dokument.jahr_bezeichnung}."
        yield pruefling.finding(KOPF, (feld,), text, f"Schreiben Sie z. B. {feld}: 2024", severity=schwere, key=True)
    fragen = {stand.frage.pfad for stand in pruefling.stand}
    if KOMMUNE in fragen:
        return  # The form asks for the body as its first question.
    if dokument.kommune is None or ist_leer(dokument.kommune.name):
        hilfe = "Schreiben Sie kommune: und darunter eingerückt name: …, oder einmal für alle Dokumente in kmut.yaml."
        yield pruefling.finding(KOPF, KOMMUNE, "Im Kopf fehlt der Name der Kommune.", hilfe, severity=schwere, key=True)

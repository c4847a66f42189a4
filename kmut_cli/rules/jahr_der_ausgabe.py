"""KM403: a document about a year before its edition of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'

ZU_FRUEH = Rule(
    "KM403",
    "Das Jahr liegt vor der Ausgabe der Gliederung",
    Severity.WARNING,
    "Die Jahreszahl der Gliederung sagt, ab wann sie gilt. Ein Dokument über ein früheres Jahr folgt einer älteren"
    " Gliederung; meist ist die Jahreszahl ein Tippfehler.",
    Example(_KOPF + "berichtsjahr: 2014\n"),
    Example(_KOPF + "berichtsjahr: 2024\n"),
)
RULES = (ZU_FRUEH,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the year of the document with that of the outline."""
    dokument = pruefling.dokument
    if dokument.amtlich and dokument.jahr is not None and dokument.jahr < int(dokument.gliederung):
        jahr = f"{dokument.jahr_bezeichnung} {dokument.jahr}"
        text = f"Das {jahr} liegt vor der Ausgabe der Gliederung, die ab {dokument.gliederung} gilt."
        hilfe = f"Prüfen Sie „{dokument.jahresfeld}“: Steht dort das Jahr, um das es im Dokument geht?"
        yield pruefling.finding(ZU_FRUEH, (dokument.jahresfeld,), text, hilfe)

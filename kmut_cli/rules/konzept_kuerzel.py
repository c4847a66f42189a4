"""KM448: two goals of the concept have the same mark."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF, ZIEL, genannt, ziele
from kmut_cli.rules.pruefling import Pruefling

_GEPLANT = '            massnahmen: {entfaellt: "folgen im Herbst"}\n'
_ZWEI = ZIEL + _GEPLANT + "            kuerzel: Z1\n          - ziel: Kinder finden einen Kitaplatz\n" + _GEPLANT

DOPPELT = Rule(
    "KM448",
    "Zwei Ziele des Handlungskonzepts haben dasselbe Kürzel",
    Severity.WARNING,
    "Der Tätigkeitsbericht nennt Ziele mit ihrem Kürzel; deshalb gehört jedes Kürzel zu einem Ziel. Steht dasselbe Ziel"
    " in zwei Handlungsfeldern, geben Sie ihm zwei Kürzel, etwa Z3a und Z3b.",
    Example(KOPF + _ZWEI + "            kuerzel: Z1\n"),
    Example(KOPF + _ZWEI + "            kuerzel: Z2\n"),
)
RULES = (DOPPELT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the marks of all goals."""
    gesehen: dict[str, str] = {}
    for loc, ziel in ziele(pruefling):
        kuerzel = vereinfacht(ziel.kuerzel or "")
        name = genannt(loc, ziel)[1]
        if kuerzel in gesehen:
            text = f"Das Kürzel „{kurz(ziel.kuerzel)}“ hat schon das Ziel „{gesehen[kuerzel]}“."
            yield pruefling.finding(DOPPELT, (*loc, "kuerzel"), text, "Geben Sie diesem Ziel ein eigenes Kürzel.")
        elif kuerzel:
            gesehen[kuerzel] = name

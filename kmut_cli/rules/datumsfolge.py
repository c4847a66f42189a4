"""KM401: dates in an order that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kmut_cli.documents.gliederung import Pfad
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import (
    BESCHLOSSEN,
    BESCHLUSSDATUM,
    BESTAND_FORTGESCHRIEBEN,
    BESTAND_VORGENOMMEN,
    ERSTELLT,
    FORTGESCHRIEBEN,
    KONZEPT_ERSTELLT,
    KONZEPT_FORTGESCHRIEBEN,
    VORGENOMMEN,
)
from kmut_cli.rules.hilfen.werte import datum, uebernommen
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "aufgaben:\n  handlungskonzept:\n    erstellt: 2016-09\n"

FOLGE = Rule(
    "KM401",
    "Zwei Daten widersprechen sich in ihrer Reihenfolge",
    Severity.WARNING,
    "Was fortgeschrieben oder beschlossen wird, muss es vorher geben. Beanstandet wird nur, was auch bei ungenauen"
    " Daten sicher falsch herum liegt: „2016“ und „2016-09“ vertragen sich. Eine Fortschreibung des Handlungskonzepts"
    " vor seiner Erstellung ist ein Fehler. Die übrigen Fälle können einen Grund haben (etwa einen Beschluss über den"
    " Auftrag) und sind Warnungen.",
    Example(_KOPF + "    fortgeschrieben: 2014-10\n"),
    Example(_KOPF + "    fortgeschrieben: 2024-10\n"),
)
RULES = (FOLGE,)


class _Paar(NamedTuple):
    """Two dates, the first of which must not be the later one."""

    vorher: Pfad
    nachher: Pfad
    text: str
    schwere: Severity


_BESTAND = "Die Fortschreibung ({nachher}) liegt vor der zuletzt vorgenommenen Bestandsaufnahme ({vorher})."
_FORTSCHREIBUNG = "Die Fortschreibung ({nachher}) liegt vor der Erstellung des Handlungskonzepts ({vorher})."
_BESCHLUSS = "Das Beschlussdatum ({nachher}) liegt vor der Erstellung des Handlungskonzepts ({vorher})."
_PAARE = (
    _Paar(KONZEPT_ERSTELLT, KONZEPT_FORTGESCHRIEBEN, _FORTSCHREIBUNG, Severity.ERROR),
    _Paar(ERSTELLT, FORTGESCHRIEBEN, _FORTSCHREIBUNG, Severity.ERROR),
    _Paar(KONZEPT_ERSTELLT, BESCHLUSSDATUM, _BESCHLUSS, Severity.WARNING),
    _Paar(ERSTELLT, BESCHLOSSEN, _BESCHLUSS, Severity.WARNING),
    _Paar(
        BESTAND_VORGENOMMEN,
        BESTAND_FORTGESCHRIEBEN,
        _BESTAND,
        Severity.WARNING,
    ),
    _Paar(VORGENOMMEN, FORTGESCHRIEBEN, _BESTAND, Severity.WARNING),
)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare each pair; only what is surely the wrong way round is said.

    Two dates of another file are compared there, where they can be put right.
    """
    for paar in _PAARE:
        vorher, nachher = datum(pruefling, paar.vorher), datum(pruefling, paar.nachher)
        if vorher is None or nachher is None or all(_uebernommen(pruefling, pfad) for pfad in paar[:2]):
            continue
        if nachher[1].spaetestens < vorher[1].fruehestens:
            text = paar.text.format(vorher=vorher[1], nachher=nachher[1])
            hilfe = f"Berichtigen Sie „{paar.nachher[-1]}“ oder „{paar.vorher[-1]}“."
            yield pruefling.finding(FOLGE, nachher[0], text, hilfe, severity=paar.schwere)


def _uebernommen(pruefling: Pruefling, pfad: Pfad) -> bool:
    return any(uebernommen(pruefling, pfad[:laenge]) for laenge in range(1, len(pfad) + 1))

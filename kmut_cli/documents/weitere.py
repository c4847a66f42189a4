"""Of very many findings only the first: nobody reads more, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kmut_cli.documents.rules import WEITERE
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding


def begrenzt(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the first findings, and for all that come behind them one that says how many they are.

    Args:
        findings: Of one file, of one kind of check; all are asked for, so that the last one is as heavy as any of
            those that it stands for.
    """
    hoechstens, anzahl = limits.ANGABEFEHLER.wert, 0
    schwerster: Finding | None = None
    for finding in findings:
        anzahl += 1
        if anzahl <= hoechstens:
            yield finding
        elif schwerster is None or finding.severity.rank < schwerster.severity.rank:
            schwerster = finding
    if schwerster is not None:
        yield _fuer(schwerster, anzahl - hoechstens)


def begrenzte_fehler(fehler: Iterable[Finding], anzahl: int) -> Iterator[Finding]:
    """Give the first of several errors, and for the others one that says how many they are.

    Args:
        fehler: Findings that are all errors; no more are asked for than are told.
        anzahl: How many there are.
    """
    hoechstens = limits.ANGABEFEHLER.wert
    for nummer, finding in enumerate(islice(fehler, hoechstens + 1)):
        yield finding if nummer < hoechstens else _fuer(finding, anzahl - hoechstens)


def _fuer(einer: Finding, anzahl: int) -> Finding:
    """Put one finding in the place of several: it stands where one of them does."""
    text = f"Es gibt noch {anzahl} Befunde dieser Art, die nicht aufgeführt sind."
    if anzahl == 1:
        text = "Es gibt noch einen Befund dieser Art, der nicht aufgeführt ist."
    hilfe = f"Beheben Sie zuerst die anderen; meist haben viele dieselbe Ursache. {limits.ANGABEFEHLER.hinweis}"
    return replace(einer, code=WEITERE.code, message=text, help=hilfe)

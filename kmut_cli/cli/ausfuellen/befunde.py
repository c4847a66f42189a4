"""What the checks say of an answer that was just saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.workspace.mappe import Mappen


@dataclass
class Befunde:
    """The errors and warnings of a document that changes; each state is checked once.

    Attributes:
        pfad: Its file.
    """

    pfad: Path
    _zuletzt: tuple[Geladen, list[Finding]] | None = None

    def von(self, geladen: Geladen) -> list[Finding]:
        """Give those of a state of the document."""
        if self._zuletzt is None or self._zuletzt[0] is not geladen:
            self._zuletzt = geladen, _befunde(geladen, self.pfad)
        return self._zuletzt[1]


def _befunde(geladen: Geladen, pfad: Path) -> list[Finding]:
    alle = list(geladen.findings)
    if geladen.dokument is not None:
        ordner = pfad.absolute().parent
        alle += examine(Pruefling(geladen, geladen.dokument, ordner, Mappen().wurzel(pfad) or ordner))
    return [eins for eins in alle if eins.severity is not Severity.INFO]


def an_frage(alle: list[Finding], pfad: tuple[str, ...]) -> list[Finding]:
    """Give the findings at a question or a part of its answer."""
    ort = dotted(pfad)
    return [eins for eins in alle if eins.location == ort or eins.location.startswith((f"{ort}.", f"{ort}["))]


def neue(vorher: list[Finding], nachher: list[Finding]) -> Iterator[Finding]:
    """Give the findings that were not there before, wherever they are: an answer may contradict another one."""
    bekannt = {(eins.code, eins.location, eins.message) for eins in vorher}
    return (eins for eins in nachher if (eins.code, eins.location, eins.message) not in bekannt)

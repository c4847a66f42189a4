"""What the checks say of an answer that was just saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.cli.ausfuellen.terminal import GELB, ROT, Terminal
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.rules import anlage_fehlt
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
        alle += examine(_pruefling(geladen, geladen.dokument, pfad))
    return [eins for eins in alle if eins.severity is not Severity.INFO]


def _pruefling(geladen: Geladen, dokument: Dokument, pfad: Path) -> Pruefling:
    ordner = pfad.absolute().parent
    return Pruefling(geladen, dokument, ordner, Mappen().wurzel(pfad) or ordner)


def sage_befunde(terminal: Terminal, zu_sagen: Sequence[Finding]) -> None:
    """Tell findings: what is wrong, and what helps."""
    for eins in zu_sagen:
        wort = "Fehler" if eins.severity is Severity.ERROR else "Warnung"
        terminal.sage(f"{wort}: {eins.message}", ROT if eins.severity is Severity.ERROR else GELB)
        if eins.help:
            terminal.sage(eins.help, einzug="  ")


def fehlende_anlagen(geladen: Geladen, pfad: Path) -> frozenset[str]:
    """Give the dotted places of the attachments that the outline asks for and nobody has named."""
    if geladen.dokument is None:
        return frozenset()
    return frozenset(eins.location for eins in anlage_fehlt.check(_pruefling(geladen, geladen.dokument, pfad)))


def an_frage(alle: list[Finding], pfad: tuple[str, ...]) -> list[Finding]:
    """Give the findings at a question or a part of its answer."""
    ort = dotted(pfad)
    return [eins for eins in alle if eins.location == ort or eins.location.startswith((f"{ort}.", f"{ort}["))]


def neue(vorher: list[Finding], nachher: list[Finding]) -> Iterator[Finding]:
    """Give the findings that were not there before, wherever they are: an answer may contradict another one."""
    bekannt = {(eins.code, eins.location, eins.message) for eins in vorher}
    return (eins for eins in nachher if (eins.code, eins.location, eins.message) not in bekannt)

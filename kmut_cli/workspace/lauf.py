"""One run over files: read, validate, check, one file after the other; nothing stops the next one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.dateien import MAPPE, Datei, lies
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen
from kmut_cli.workspace.suche import finde

if TYPE_CHECKING:
    from kmut_cli.rules.pruefling import Pruefling


@dataclass
class Lauf:
    """What one run has met so far.

    Attributes:
        findings: All findings, in the order in which they came up.
        paths: Files that were read, as the user named them.
        mappen: The folders with their master data.
        quellen: The files from which documents take answers.
    """

    findings: list[Finding] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    mappen: Mappen = field(default_factory=Mappen)
    quellen: Quellen = field(init=False)

    def __post_init__(self) -> None:
        """Sources are looked up beside the ``kmut.yaml`` of the same folders."""
        self.quellen = Quellen(self.mappen)

    def dateien(self, namen: Sequence[str], eingabe: Callable[[], bytes]) -> Iterator[tuple[Datei, Geladen]]:
        """Read and validate one file after the other; all findings go into ``findings``.

        Args:
            namen: What the command line names.
            eingabe: Reads standard input; called only for ``-``.

        Yields:
            Each file that could be read, with what validation made of it.
        """
        for eine in finde(namen):
            if isinstance(eine, Finding):
                self.findings.append(eine)
                continue
            if eine.pfad is not None and eine.pfad.name == MAPPE:
                if self.mappen.mappe(eine).source is not None:
                    self.paths.append(eine.name)
                continue
            inhalt = lies(eine, eingabe() if eine.pfad is None else None)
            if isinstance(inhalt, Finding):
                self.findings.append(inhalt)
                continue
            self.paths.append(eine.name)
            geladen = self.lade(eine, inhalt)
            self.findings += geladen.findings
            yield eine, geladen
        self.findings += [finding for mappe in self.mappen.gelesene for finding in mappe.findings]
        self.findings += self.quellen.findings({os.path.realpath(name) for name in self.paths})

    def pruefling(self, datei: Datei, geladen: Geladen) -> Pruefling | None:
        """Give the document to the rules; None if there is none."""
        if geladen.dokument is None:
            return None
        from kmut_cli.rules.pruefling import Pruefling  # not for `kmut validate`, which needs no rules

        if datei.pfad is None:
            return Pruefling(geladen, geladen.dokument)
        ordner = self.mappen.ordner(datei.pfad)
        return Pruefling(geladen, geladen.dokument, ordner, self.mappen.wurzel(datei.pfad) or ordner)

    def lade(self, datei: Datei, inhalt: bytes) -> Geladen:
        """Validate a file that was read."""
        pfad = datei.pfad or Path("eingabe")
        return lade(read_source(datei.name, inhalt), self.mappen.stammdaten(pfad), self.quellen.fuer(pfad))

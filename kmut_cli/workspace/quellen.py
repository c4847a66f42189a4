"""The files of a folder from which documents take answers, such as ``veranstaltungen.yaml``: found, and read once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.documents.beziehen import Quelldatei, Quellenfinder
from kmut_cli.documents.laden import lade
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.ablage import Ablage, Platte
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.wege import von_hier


@dataclass(frozen=True, slots=True)
class _Gelesen:
    quelle: Quelldatei
    findings: tuple[Finding, ...] = ()


class Quellen:
    """The sources of one run."""

    def __init__(self, mappen: Mappen, ablage: Ablage | None = None) -> None:
        """Start with none read.

        Args:
            mappen: The folders of the run.
            ablage: Where the files are kept; None for the disk.
        """
        self._ablage = ablage or Platte()
        self._mappen = mappen
        self._gelesen: dict[str, _Gelesen] = {}

    def fuer(self, pfad: Path) -> Quellenfinder:
        """Give what finds the sources of a document.

        Args:
            pfad: File of the document; it need not exist.
        """
        return lambda art: self._quelle(pfad, art)

    def ort(self, pfad: Path, art: str) -> Path:
        """Give the file of a kind that belongs to a document, or where it would lie.

        It lies beside ``kmut.yaml``; without one, beside the document or in the folder above.
        """
        wurzel = self._mappen.wurzel(pfad)
        ordner = [wurzel] if wurzel else [pfad.parent.resolve(), pfad.parent.resolve().parent]
        moeglich = [eins / f"{art}.yaml" for eins in ordner]
        return next((eins for eins in moeglich if self._ablage.hat(eins)), moeglich[0])

    def findings(self, ausser: Collection[str]) -> Iterator[Finding]:
        """Give what is wrong with the sources that were read.

        Args:
            ausser: Real paths of files whose findings are known already.
        """
        for schluessel, eins in self._gelesen.items():
            if schluessel not in ausser:
                yield from eins.findings

    def _quelle(self, pfad: Path, art: str) -> Quelldatei:
        ort = self.ort(pfad, art)
        schluessel = os.path.realpath(ort)
        if schluessel not in self._gelesen:
            self._gelesen[schluessel] = self._lies(str(ort) if pfad.is_absolute() else von_hier(ort), ort, art)
        return self._gelesen[schluessel].quelle

    def _lies(self, name: str, ort: Path, art: str) -> _Gelesen:
        if not self._ablage.hat(ort):
            return _Gelesen(Quelldatei(name))
        inhalt = self._ablage.lies(Datei(name, ort, Path(ort.name)))
        if isinstance(inhalt, Finding):
            return _Gelesen(Quelldatei(name, vorhanden=True), (inhalt,))
        geladen = lade(read_source(name, inhalt))
        fehler = sum(finding.severity is Severity.ERROR for finding in geladen.findings)
        dokument = geladen.dokument if geladen.dokument is not None and geladen.dokument.dokument == art else None
        return _Gelesen(Quelldatei(name, dokument, vorhanden=True, fehler=fehler), geladen.findings)

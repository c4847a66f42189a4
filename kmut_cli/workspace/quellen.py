"""The files of a folder from which documents take answers, such as ``veranstaltungen.yaml``: found, and read once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.documents.laden import lade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.umfeld import Beilage, Person, Quelldatei, Umfeld
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.ablage import Ablage, Platte
from kmut_cli.workspace.dateien import Datei
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.wege import von_hier

_JAHRE = range(2099, 1999, -1)  # folders of years, newest first: nobody can be asked which there are in a revision


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
        self._personal: dict[Path, tuple[Person, ...]] = {}
        self.gefragt: list[str] = []
        """What documents have asked for of their folder: kinds, names of files."""

    def fuer(self, pfad: Path) -> Umfeld:
        """Give what a document may see of its folder.

        Args:
            pfad: File of the document; it need not exist.
        """
        return Umfeld(
            lambda art, jahr=None: self._quelle(pfad, art, jahr),
            lambda name: self._beilage(pfad, name),
            lambda: self._leute(pfad),
        )

    def _beilage(self, pfad: Path, name: str) -> Beilage:
        self.gefragt.append(name)
        from kmut_cli.workspace.beilage import beilage  # few documents have such a file

        return beilage(self._ablage, pfad, name, self._mappen.wurzel(pfad))

    def ort(self, pfad: Path, art: str, jahr: int | None = None) -> Path:
        """Give the file of a kind that belongs to a document, or where it would lie.

        It lies beside ``kmut.yaml``, or below in the folder of a year; without ``kmut.yaml``, beside the document or in
        the folder above.

        Args:
            pfad: File of the document.
            art: Kind that is looked for.
            jahr: Year of it, if it has one; None for the newest.
        """
        wurzel = self._mappen.wurzel(pfad)
        ordner = [wurzel] if wurzel else [pfad.parent.resolve(), pfad.parent.resolve().parent]
        name = f"{art}.yaml"
        if any(dokumenttyp(art, ausgabe).jahresfeld for ausgabe in arten().get(art, ())):
            jahre = [jahr] if jahr else _JAHRE
            in_jahren = [eins / str(eines) / name for eins in ordner for eines in jahre]
            gefunden = next((eins for eins in in_jahren if self._ablage.hat(eins)), None)
            if gefunden is not None or jahr:
                return gefunden or in_jahren[0]
        moeglich = [eins / name for eins in ordner]
        return next((eins for eins in moeglich if self._ablage.hat(eins)), moeglich[0])

    def befunde(self) -> dict[str, tuple[Finding, ...]]:
        """Give what is wrong with the sources that were read, by the one way to name each file."""
        return {schluessel: eins.findings for schluessel, eins in self._gelesen.items()}

    def findings(self, ausser: Collection[str]) -> Iterator[Finding]:
        """Give what is wrong with the sources that were read.

        Args:
            ausser: Real paths of files whose findings are known already.
        """
        for schluessel, eins in self._gelesen.items():
            if schluessel not in ausser:
                yield from eins.findings

    def _leute(self, pfad: Path) -> tuple[Person, ...]:
        self.gefragt.append("kmut.yaml")
        ordner = self._mappen.wurzel(pfad) or self._mappen.ordner(pfad)
        if ordner not in self._personal:
            from kmut_cli.workspace.personal import personal  # few documents ask for it

            self._personal[ordner] = personal(self._ablage, ordner, self._mappen.mappe_ueber(pfad))
        return self._personal[ordner]

    def _quelle(self, pfad: Path, art: str, jahr: int | None) -> Quelldatei:
        self.gefragt.append(f"{art}.yaml")
        ort = self.ort(pfad, art, jahr)
        schluessel = os.path.realpath(ort)
        if schluessel not in self._gelesen:
            name = str(ort) if pfad.is_absolute() else von_hier(ort)
            # Whoever asks for it while it is read, since documents take from each other in a circle, gets nothing.
            self._gelesen[schluessel] = _Gelesen(Quelldatei(name, art, vorhanden=True))
            self._gelesen[schluessel] = self._lies(name, ort, art)
        return self._gelesen[schluessel].quelle

    def _lies(self, name: str, ort: Path, art: str) -> _Gelesen:
        if not self._ablage.hat(ort):
            return _Gelesen(Quelldatei(name, art))
        inhalt = self._ablage.lies(Datei(name, ort, Path(ort.name)))
        if isinstance(inhalt, Finding):
            return _Gelesen(Quelldatei(name, art, vorhanden=True), (inhalt,))
        geladen = lade(read_source(name, inhalt), self._mappen.stammdaten(ort), self.fuer(Path(name)))
        fehler = sum(finding.severity is Severity.ERROR for finding in geladen.findings)
        gelesen = geladen.dokument
        fremd = gelesen.dokument if gelesen is not None and gelesen.dokument != art else ""
        dokument = None if fremd else gelesen
        return _Gelesen(Quelldatei(name, art, dokument, vorhanden=True, fehler=fehler, fremd=fremd), geladen.findings)

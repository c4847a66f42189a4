"""A folder as git kept it: its documents, with the master data and the log of that time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from kmut_cli.documents.beziehen import Quelldatei
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.findings.finding import Severity
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.dateien import MAPPE, Datei
from kmut_cli.workspace.git import Repository
from kmut_cli.workspace.git_revision import deutsch
from kmut_cli.workspace.mappe import Mappen

_ENDUNGEN = (".yaml", ".yml")


class Fassung:
    """One revision of a repository."""

    def __init__(self, pfad: Path, text: str) -> None:
        """Resolve a revision.

        Args:
            pfad: File or folder in the repository.
            text: What the user calls it.

        Raises:
            GitError: There is no repository, or no such revision.
        """
        self.text = text
        self.repository = Repository.um(pfad)
        self.commit = self.repository.revision(text)
        self.name = f"Fassung {text} vom {deutsch(self.commit.zeit)}"

    def lade(self, pfad: Path, name: str) -> Geladen:
        """Read and validate a file as it was.

        Args:
            pfad: The file, absolute or from the current folder; it need not exist today.
            name: What to call it.

        Raises:
            GitError: It was not there.
        """
        inhalt = self.repository.inhalt(self.commit, pfad)
        ganz = self.repository.wurzel / self.repository.name(pfad)
        mappe = self._darueber(ganz)
        return lade(
            read_source(f"{name} ({self.name})", inhalt),
            self._stammdaten(mappe) if mappe else {},
            lambda art: self._quelle(ganz, mappe, art),
        )

    def kennt(self, pfad: Path) -> bool:
        """Whether a file was there."""
        return self.repository.wurzel / self.repository.name(pfad) in self._dateien

    def dokumente(self, ordner: Path) -> Iterator[Path]:
        """Give the YAML files below a folder that say which document they are, from the current folder."""
        oben = self.repository.wurzel / self.repository.name(ordner)
        for pfad in self.repository.dateien(self.commit, ordner):
            versteckt = any(teil.startswith(".") for teil in pfad.relative_to(oben).parts)
            if pfad.suffix.lower() in _ENDUNGEN and pfad.name != MAPPE and not versteckt:
                daten = read_source(str(pfad), self.repository.inhalt(self.commit, pfad)).data
                if isinstance(daten, dict) and "dokument" in daten:
                    yield ordner / pfad.relative_to(oben)

    @cached_property
    def _dateien(self) -> frozenset[Path]:
        return frozenset(self.repository.dateien(self.commit))

    def _darueber(self, pfad: Path) -> Path | None:
        """Give the ``kmut.yaml`` above a file, as of then."""
        oben = self.repository.wurzel
        ordner = (eins for eins in pfad.parents if eins == oben or oben in eins.parents)
        return next((eins / MAPPE for eins in ordner if eins / MAPPE in self._dateien), None)

    def _stammdaten(self, mappe: Path) -> dict[str, Any]:
        datei = Datei(MAPPE, mappe, Path(MAPPE), self.repository.inhalt(self.commit, mappe))
        return {name: wert for name, wert in Mappen().mappe(datei).daten.items() if name in Dokument.model_fields}

    def _quelle(self, pfad: Path, mappe: Path | None, art: str) -> Quelldatei:
        """Give a file from which answers are taken, as of then."""
        ordner = [mappe.parent] if mappe else [pfad.parent, pfad.parent.parent]
        ort = next((eins / f"{art}.yaml" for eins in ordner if eins / f"{art}.yaml" in self._dateien), None)
        if ort is None:
            return Quelldatei(f"{art}.yaml")
        geladen = lade(read_source(ort.name, self.repository.inhalt(self.commit, ort)))
        fehler = sum(finding.severity is Severity.ERROR for finding in geladen.findings)
        passt = geladen.dokument is not None and geladen.dokument.dokument == art
        return Quelldatei(ort.name, geladen.dokument if passt else None, vorhanden=True, fehler=fehler)

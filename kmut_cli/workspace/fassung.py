"""A folder as git kept it: its documents, with the master data and the log of that time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.dateien import ENDUNGEN, MAPPE, Datei
from kmut_cli.workspace.git import GitError, Repository
from kmut_cli.workspace.git_revision import deutsch
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen
from kmut_cli.workspace.rules import NICHT_LESBAR
from kmut_cli.workspace.wege import von_hier


class Fassung:
    """One revision of a repository; an :class:`~kmut_cli.workspace.ablage.Ablage`."""

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
        self._mappen = Mappen(self)
        self._quellen = Quellen(self._mappen, self)
        tag = deutsch(self.commit.zeit)
        ist_tag = text.strip() in (tag, self.commit.zeit[:10])
        self.name = f"Fassung vom {tag}" if ist_tag else f"Fassung {text} vom {tag}"

    def lade(self, pfad: Path, name: str) -> Geladen:
        """Read and validate a file as it was.

        Args:
            pfad: The file, absolute or from the current folder; it need not exist today.
            name: What to call it.

        Raises:
            GitError: It was not there.
        """
        inhalt = self.repository.inhalt(self.commit, pfad)
        hier = Path(von_hier(self._ganz(pfad)))
        return lade(
            read_source(f"{name} ({self.name})", inhalt), self._mappen.stammdaten(hier), self._quellen.fuer(hier)
        )

    def hat(self, pfad: Path) -> bool:
        """Whether there was a file at an absolute path without links."""
        return pfad in self._dateien

    def lies(self, datei: Datei) -> bytes | Finding:
        """Read a file as it was; that it cannot be read is a finding."""
        try:
            return self.repository.inhalt(self.commit, datei.pfad or Path(datei.name))
        except GitError as fehler:
            return NICHT_LESBAR.finding(datei.name, fehler.message, fehler.help)

    def kennt(self, pfad: Path) -> bool:
        """Whether a file was there."""
        return self.hat(self._ganz(pfad))

    def dokumente(self, ordner: Path) -> Iterator[Path]:
        """Give the YAML files below a folder that say which document they are, from the current folder."""
        oben = self._ganz(ordner)
        for pfad in self.repository.dateien(self.commit, ordner):
            versteckt = any(teil.startswith(".") for teil in pfad.relative_to(oben).parts)
            if pfad.suffix.lower() in ENDUNGEN and pfad.name != MAPPE and not versteckt:
                daten = read_source(str(pfad), self.repository.inhalt(self.commit, pfad)).data
                if isinstance(daten, dict) and "dokument" in daten:
                    yield ordner / pfad.relative_to(oben)

    @cached_property
    def _dateien(self) -> frozenset[Path]:
        return frozenset(self.repository.dateien(self.commit))

    def _ganz(self, pfad: Path) -> Path:
        return self.repository.wurzel / self.repository.name(pfad)

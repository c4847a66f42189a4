"""Git as far as documents need it: revisions, what a file held then, and when it was last changed.

Only reads, only through the program ``git``; every failure is a :class:`GitError` with a German message.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings import limits
from kmut_cli.workspace.git_aufruf import GitError, GitFehlt, KeinRepository, frage
from kmut_cli.workspace.git_revision import Commit, loese
from kmut_cli.workspace.git_stand import Gitstand, letzte_aenderungen

__all__ = [
    "Commit",
    "GitError",
    "GitFehlt",
    "Gitstand",
    "KeinRepository",
    "Repository",
]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree.

    Attributes:
        wurzel: Its top folder.
        flach: Whether it is a shallow clone, which lacks older commits.
    """

    wurzel: Path
    flach: bool

    @classmethod
    def um(cls, pfad: Path) -> Repository:
        """Find the repository around a file or folder, which itself need not exist any more.

        Raises:
            KeinRepository: There is none.
            GitFehlt: Git is not installed.
            GitError: Git does not open it.
        """
        ordner = _vorhandener_ordner(pfad.absolute())
        ausgabe = frage(ordner, "rev-parse", "--is-shallow-repository", "--show-toplevel")
        if ausgabe is None:
            raise GitError(f"Das Git-Repository um „{ordner}“ lässt sich nicht lesen.", "Was fehlt, sagt „git status“.")
        flach, _, oben = ausgabe.partition(b"\n")
        return cls(Path(os.fsdecode(oben.removesuffix(b"\n"))).resolve(), flach == b"true")

    def revision(self, text: str) -> Commit:
        """Resolve what a user calls a revision.

        Args:
            text: ``HEAD~3``, a tag, a branch, (part of) a hash, or a day: ``2025-03-01`` or ``01.03.2025`` is the last
                commit on the current branch before the end of that day, in this machine's time zone.

        Raises:
            GitError: There is no such revision, or a shallow clone does not hold it.
        """
        return loese(self.wurzel, self.flach, text)

    def inhalt(self, commit: Commit | str, pfad: Path) -> bytes:
        """Give what a file held in a revision, as it is stored: line ends are those of the repository.

        Args:
            commit: A revision, resolved or as the user typed it.
            pfad: The file, absolute or from the current folder; it need not exist today.

        Raises:
            GitError: There is no such revision, the file was not there, or is no file.
        """
        commit = self._commit(commit)
        name = self.name(pfad)
        zeile = frage(self.wurzel, "ls-tree", "-z", "-l", "--full-tree", commit.hash, "--", name)
        if not zeile:
            raise GitError(f"In der Fassung {commit.kurz} gibt es „{name}“ nicht.", self._nahe(commit, name))
        modus, art, nummer, groesse = zeile.partition(b"\t")[0].decode().split()
        if art != "blob" or modus == _VERKNUEPFUNG:
            raise GitError(f"„{name}“ ist in der Fassung {commit.kurz} keine Datei.", "Nennen Sie eine YAML-Datei.")
        if int(groesse) > limits.DATEI.wert:
            hilfe = f"Gelesen werden höchstens {limits.DATEI.text}. {limits.DATEI.hinweis}"
            raise GitError(f"„{name}“ ist in der Fassung {commit.kurz} zu groß.", hilfe)
        gelesen = frage(self.wurzel, "cat-file", "blob", nummer)
        if gelesen is None:
            text = f"Der Inhalt von „{name}“ in der Fassung {commit.kurz} liegt nicht auf diesem Rechner."
            raise GitError(text, "Holen Sie ihn mit „git fetch --refetch --no-filter“.")
        return gelesen

    def dateien(self, commit: Commit | str, ordner: Path | None = None) -> tuple[Path, ...]:
        """Give the files that a revision held, sorted, as absolute paths in today's folder.

        Args:
            commit: A revision, resolved or as the user typed it.
            ordner: Only what lies in this folder or below.
        """
        unter = [] if ordner is None or (name := self.name(ordner)) == "." else [name]
        hash = self._commit(commit).hash
        namen = frage(self.wurzel, "ls-tree", "-r", "-z", "--name-only", "--full-tree", hash, "--", *unter) or b""
        return tuple(sorted(self.wurzel / os.fsdecode(eins) for eins in namen.split(b"\0") if eins))

    def aenderungen(self, pfade: Collection[Path]) -> Mapping[Path, Gitstand]:
        """Tell of files of today's folder when each was last checked in, and whether it was changed since.

        Returns:
            Nothing for a file that lies outside this repository, behind a link.
        """
        namen: dict[str, Path] = {}
        for pfad in pfade:
            with suppress(GitError):
                namen[self.name(pfad)] = pfad
        return {namen[name]: eins for name, eins in letzte_aenderungen(self.wurzel, self.flach, namen).items()}

    def name(self, pfad: Path) -> str:
        """Give a path as git writes it: relative to the top folder, with forward slashes.

        Raises:
            GitError: The path is not in this repository.
        """
        ganz = pfad.absolute()
        # Links are followed only in folders that exist, and never the file itself: git knows the link, not its goal.
        ordner = _vorhandener_ordner(ganz if ganz.is_dir() else ganz.parent)
        try:
            return (ordner.resolve() / ganz.relative_to(ordner)).relative_to(self.wurzel).as_posix()
        except ValueError:
            text = f"„{pfad}“ liegt nicht im Git-Repository „{self.wurzel}“."
            raise GitError(text, "Nennen Sie eine Datei aus diesem Ordner.") from None

    def _commit(self, commit: Commit | str) -> Commit:
        return commit if isinstance(commit, Commit) else self.revision(commit)

    def _nahe(self, commit: Commit, name: str) -> str:
        """Name a file of that revision that may be meant: nearly the same path, or the same name elsewhere."""
        namen = [eins.relative_to(self.wurzel).as_posix() for eins in self.dateien(commit)]
        gleich = (eins for eins in namen if eins.rpartition("/")[2] == name.rpartition("/")[2])
        nah = aehnlich(name, namen, ab=0.8) or next(gleich, None)
        return f"Meinten Sie „{nah}“?" if nah else "Nennen Sie eine spätere Fassung, oder prüfen Sie den Namen."


_VERKNUEPFUNG = "120000"


def _vorhandener_ordner(ganz: Path) -> Path:
    """The folder of an absolute path, or the nearest one above it that exists."""
    return next((eins for eins in (ganz, *ganz.parents) if eins.is_dir()), Path(ganz.anchor))

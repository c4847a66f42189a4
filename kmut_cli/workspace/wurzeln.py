"""The folders that belong together: those below one ``kmut.yaml``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from kmut_cli.workspace.dateien import MAPPE


class Wurzeln:
    """Finds the ``kmut.yaml`` above a folder; asks the disk once per folder, since thousands may lie below one."""

    def __init__(self, hat: Callable[[str], bool]) -> None:
        """Start with none known.

        Args:
            hat: Whether there is a file at an absolute path.
        """
        self._hat = hat
        self._wirklich: dict[str, str] = {}
        self._bekannt: dict[str, Path | None] = {}

    def wurzel(self, pfad: Path) -> Path | None:
        """Give the folder whose ``kmut.yaml`` a file belongs to, None if there is none above it.

        Looked for up to the top of the repository, or of the disk if there is none.
        """
        return self.ueber(os.path.dirname(pfad))  # noqa: PTH120

    def ordner(self, pfad: Path) -> Path:
        """Give the folder of a file, without links."""
        return Path(self.ohne_links(os.path.dirname(pfad)))  # noqa: PTH120

    def ueber(self, ordner: str) -> Path | None:
        """Give the folder with the ``kmut.yaml`` of a folder, by its name: a Path takes as long as asking the disk."""
        hier = self.ohne_links(ordner)
        offen: list[str] = []
        gefunden: Path | None = None
        while hier not in self._bekannt:
            offen.append(hier)
            if self._hat(os.path.join(hier, MAPPE)):  # noqa: PTH118
                gefunden = Path(hier)
                break
            oben = os.path.dirname(hier)  # noqa: PTH120
            if oben == hier or os.path.exists(hier + os.sep + ".git"):  # noqa: PTH110
                break
            hier = oben
        else:
            gefunden = self._bekannt[hier]
        self._bekannt.update(dict.fromkeys(offen, gefunden))
        return gefunden

    def ohne_links(self, ordner: str) -> str:
        """Resolve a folder: else the folders above „2024/../2025“ would be 2024 too."""
        if ordner not in self._wirklich:
            davor, name = os.path.split(ordner)
            gewoehnlich = name not in ("", ".", "..")
            if gewoehnlich and davor and davor not in self._wirklich:
                self._wirklich[davor] = os.path.realpath(davor)  # for those beside it
            # Windows has links that Python knows only from 3.12 on.
            einfach = gewoehnlich and davor and os.name != "nt" and not os.path.islink(ordner)  # noqa: PTH114
            self._wirklich[ordner] = (
                os.path.join(self._wirklich[davor], name) if einfach else os.path.realpath(ordner)  # noqa: PTH118
            )
        return self._wirklich[ordner]

"""The folder that someone works in: its top, and the documents that it holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.dateien import MAPPE, Datei, lies
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.suche import finde
from kmut_cli.workspace.wege import von_hier


@dataclass(frozen=True, slots=True)
class Vorhanden:
    """A document of the folder that says what it is.

    Attributes:
        pfad: Where it lies.
        name: The same, as someone types it who stands in the current folder.
        geladen: Its content; answers taken from another file are still references.
        dokument: The document.
    """

    pfad: Path
    name: str
    geladen: Geladen
    dokument: Dokument

    @property
    def art(self) -> str:
        """Its kind."""
        return self.dokument.dokument

    @property
    def jahr(self) -> int | None:
        """Its year, None if it does not say it or has none."""
        return self.dokument.jahr


@dataclass
class Bestand:
    """A folder with its documents, each read once.

    Attributes:
        hier: The current folder.
    """

    hier: Path
    _mappen: Mappen = field(default_factory=Mappen)

    @cached_property
    def mappe(self) -> Path | None:
        """The ``kmut.yaml`` above the current folder, None if there is none."""
        wurzel = self._mappen.wurzel(self.hier / MAPPE)
        return wurzel / MAPPE if wurzel else None

    @property
    def wurzel(self) -> Path:
        """The top of the folder: where ``kmut.yaml`` lies, else the current folder."""
        return self.mappe.parent if self.mappe else self.hier.resolve()

    @property
    def stammdaten(self) -> Stammdaten | None:
        """What is right in ``kmut.yaml``."""
        mappe = self._mappen.mappe_ueber(self.hier / MAPPE)
        return mappe.stammdaten if mappe else None

    @cached_property
    def dokumente(self) -> tuple[Vorhanden, ...]:
        """All documents of the folder that can be read, in the order of their paths."""
        return tuple(self.in_ordner(self.wurzel))

    def in_ordner(self, ordner: Path) -> Iterator[Vorhanden]:
        """Give the documents below a folder."""
        for datei in finde([str(ordner)]):
            if isinstance(datei, Datei) and isinstance(eines := self.lade(datei), Vorhanden):
                yield eines

    def lade(self, datei: Datei) -> Vorhanden | Finding | None:
        """Read a document.

        Returns:
            A finding if the file cannot be read, None if it does not say which document it is.
        """
        inhalt = lies(datei)
        if isinstance(inhalt, Finding) or datei.pfad is None:
            return inhalt if isinstance(inhalt, Finding) else None
        geladen = lade(read_source(datei.name, inhalt), self._mappen.stammdaten(datei.pfad))
        if geladen.dokument is None:
            return None
        return Vorhanden(datei.pfad, self.name(datei.pfad), geladen, geladen.dokument)

    def name(self, pfad: Path) -> str:
        """Name a path the way someone types it who stands in the current folder."""
        return von_hier(pfad, self.hier)

    def von_oben(self, pfad: Path) -> str:
        """Name a path as seen from the top of the folder, with slashes, for a file that everyone reads."""
        try:
            return Path(os.path.relpath(os.path.realpath(pfad), self.wurzel)).as_posix()
        except ValueError:
            return pfad.as_posix()

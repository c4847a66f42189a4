"""``kmut.yaml``: what stands once for all documents of a folder, found by walking up."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.laden import lade_als
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_file import EMPTY
from kmut_cli.source.rules_structure import NO_MAPPING
from kmut_cli.workspace.ablage import Ablage, Platte
from kmut_cli.workspace.dateien import MAPPE, Datei
from kmut_cli.workspace.wege import von_hier

_ANFANG = "Schreiben Sie kommune: und darunter eingerückt name: …, oder löschen Sie die Datei."


@dataclass(frozen=True, slots=True)
class Mappe:
    """A ``kmut.yaml`` that was read.

    Attributes:
        source: The file; None if it could not be read.
        stammdaten: What is right in it; None if nothing is.
        daten: The same as plain data.
        findings: Everything wrong with it.
    """

    source: Source | None = None
    stammdaten: Stammdaten | None = None
    daten: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Mappen:
    """The folders of one run; each ``kmut.yaml`` is read once, under whatever names it is met."""

    def __init__(self, ablage: Ablage | None = None) -> None:
        """Start with none read.

        Args:
            ablage: Where the files are kept; None for the disk.
        """
        self._ablage = ablage or Platte()
        self._wurzeln: dict[Path, Path | None] = {}
        self._mappen: dict[str, Mappe] = {}

    @property
    def gelesene(self) -> tuple[Mappe, ...]:
        """All that were met so far."""
        return tuple(self._mappen.values())

    def wurzel(self, pfad: Path) -> Path | None:
        """Give the folder whose ``kmut.yaml`` a file belongs to, None if there is none above it."""
        # Without resolving, the folders above „2024/../2025“ would be 2024 too.
        ordner = pfad.parent.resolve()
        if ordner not in self._wurzeln:
            self._wurzeln[ordner] = next((eins for eins in _hinauf(ordner) if self._ablage.hat(eins / MAPPE)), None)
        return self._wurzeln[ordner]

    def stammdaten(self, pfad: Path) -> Mapping[str, Any]:
        """Give the master data for a file as plain data: what is right in ``kmut.yaml`` and stands in documents too."""
        mappe = self.mappe_ueber(pfad)
        return {name: wert for name, wert in mappe.daten.items() if name in Dokument.model_fields} if mappe else {}

    def mappe_ueber(self, pfad: Path) -> Mappe | None:
        """Give the ``kmut.yaml`` that a file belongs to, None if there is none above it."""
        wurzel = self.wurzel(pfad)
        if wurzel is None:
            return None
        name = str(wurzel / MAPPE) if pfad.is_absolute() else von_hier(wurzel / MAPPE)
        return self.mappe(Datei(name, wurzel / MAPPE, Path(MAPPE)))

    def pruefe(self) -> Iterator[Finding]:
        """Check the sense of the master data that were met; those of a document are checked with it."""
        # Not for `kmut validate`, which needs no rules.
        from kmut_cli.rules.ags_name import pruefe_kommune
        from kmut_cli.rules.eingefuegt import finde_reste
        from kmut_cli.rules.frist_und_jahr import pruefe_fristen
        from kmut_cli.rules.platzhalter import finde_platzhalter
        from kmut_cli.rules.pruefling import alle_texte

        for mappe in self.gelesene:
            if mappe.source is None:
                continue
            texte = list(alle_texte(mappe.source.data))
            yield from finde_platzhalter(mappe.source, texte)
            yield from finde_reste(mappe.source, texte)
            if mappe.stammdaten is not None and mappe.stammdaten.kommune is not None:
                yield from pruefe_kommune(mappe.source, mappe.stammdaten.kommune)
            if mappe.stammdaten is not None and mappe.stammdaten.fristen is not None:
                yield from pruefe_fristen(mappe.source, mappe.stammdaten.fristen)

    def mappe(self, datei: Datei) -> Mappe:
        """Read and validate a ``kmut.yaml``, unless that was done before."""
        schluessel = os.path.realpath(datei.pfad or MAPPE)
        if schluessel not in self._mappen:
            self._mappen[schluessel] = _mappe(datei, self._ablage.lies(datei))
        return self._mappen[schluessel]


def _mappe(datei: Datei, inhalt: bytes | Finding) -> Mappe:
    if isinstance(inhalt, Finding):
        return Mappe(findings=(inhalt,))
    source = read_source(datei.name, inhalt)
    modell, daten, findings = lade_als(Stammdaten, source)
    return Mappe(source, modell, daten, tuple(_fuer_mappe(finding) for finding in findings))


def _fuer_mappe(finding: Finding) -> Finding:
    """Where the help tells how a document begins, tell how this file does."""
    return replace(finding, help=_ANFANG) if finding.code in (EMPTY.code, NO_MAPPING.code) else finding


def _hinauf(ordner: Path) -> list[Path]:
    """Folders from here to the top of the repository, or of the disk if there is none."""
    oben = []
    for eins in (ordner, *ordner.parents):
        oben.append(eins)
        if (eins / ".git").exists():
            break
    return oben

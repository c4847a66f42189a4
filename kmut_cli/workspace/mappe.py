"""``kmut.yaml``: what stands once for all documents of a folder, found by walking up."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.laden import lade_als
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_file import EMPTY
from kmut_cli.source.rules_structure import NO_MAPPING
from kmut_cli.workspace.ablage import Ablage, Platte
from kmut_cli.workspace.dateien import MAPPE, Datei
from kmut_cli.workspace.wege import von_hier
from kmut_cli.workspace.wurzeln import Wurzeln

if TYPE_CHECKING:
    from kmut_cli.documents.stammdaten import Stammdaten

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
        self._wurzeln = Wurzeln(lambda ort: self._ablage.hat(Path(ort)))
        self._je_wurzel: dict[Path, tuple[Mappe, Mapping[str, Any]]] = {}  # asked for every document
        self._mappen: dict[str, Mappe] = {}

    @property
    def gelesene(self) -> tuple[Mappe, ...]:
        """All that were met so far."""
        return tuple(self._mappen.values())

    def wurzel(self, pfad: Path) -> Path | None:
        """Give the folder whose ``kmut.yaml`` a file belongs to, None if there is none above it."""
        return self._wurzeln.wurzel(pfad)

    def ordner(self, pfad: Path) -> Path:
        """Give the folder of a file, without links."""
        return self._wurzeln.ordner(pfad)

    def stammdaten(self, pfad: Path) -> Mapping[str, Any]:
        """Give the master data for a file as plain data: what is right in ``kmut.yaml`` and stands in documents too."""
        wurzel = self.wurzel(pfad)
        return self._mit_stammdaten(wurzel, pfad)[1] if wurzel is not None else {}

    def mappe_ueber(self, pfad: Path) -> Mappe | None:
        """Give the ``kmut.yaml`` that a file belongs to, None if there is none above it."""
        wurzel = self.wurzel(pfad)
        return self._mit_stammdaten(wurzel, pfad)[0] if wurzel is not None else None

    def _mit_stammdaten(self, wurzel: Path, pfad: Path) -> tuple[Mappe, Mapping[str, Any]]:
        if wurzel not in self._je_wurzel:
            from kmut_cli.documents.dokument import Dokument  # not at start-up

            name = str(wurzel / MAPPE) if pfad.is_absolute() else von_hier(wurzel / MAPPE)
            mappe = self.mappe(Datei(name, wurzel / MAPPE, Path(MAPPE)))
            in_dokumenten = {name: wert for name, wert in mappe.daten.items() if name in Dokument.model_fields}
            self._je_wurzel[wurzel] = mappe, in_dokumenten
        return self._je_wurzel[wurzel]

    def in_ordnung(self, pfad: Path | None) -> bool:
        """Whether nothing is wrong with the ``kmut.yaml`` that a file belongs to, if there is one."""
        mappe = self.mappe_ueber(pfad) if pfad is not None else None
        return mappe is None or not mappe.findings

    def befunde(self) -> dict[str, tuple[Finding, ...]]:
        """Give what is wrong with the master data that were met, by the one way to name each file."""
        return {name: mappe.findings for name, mappe in self._mappen.items()}

    def befunde_der_regeln(self) -> dict[str, tuple[Finding, ...]]:
        """Give what the rules say of the master data that were met; those of a document are checked with it."""
        from kmut_cli.workspace.mappenregeln import pruefe_mappe  # not for `kmut validate`, which needs no rules

        return {name: tuple(pruefe_mappe(mappe)) for name, mappe in self._mappen.items()}

    def pruefe(self) -> Iterator[Finding]:
        """Give what the rules say of all master data that were met."""
        for findings in self.befunde_der_regeln().values():
            yield from findings

    def mappe(self, datei: Datei) -> Mappe:
        """Read and validate a ``kmut.yaml``, unless that was done before."""
        schluessel = os.path.realpath(datei.pfad or MAPPE)
        if schluessel not in self._mappen:
            self._mappen[schluessel] = _mappe(datei, self._ablage.lies(datei))
        return self._mappen[schluessel]


def _mappe(datei: Datei, inhalt: bytes | Finding) -> Mappe:
    if isinstance(inhalt, Finding):
        return Mappe(findings=(inhalt,))
    from kmut_cli.documents.stammdaten import Stammdaten  # only where there is such a file

    source = read_source(datei.name, inhalt)
    modell, daten, findings = lade_als(Stammdaten, source)
    return Mappe(source, modell, daten, tuple(_fuer_mappe(finding) for finding in findings))


def _fuer_mappe(finding: Finding) -> Finding:
    """Where the help tells how a document begins, tell how this file does."""
    return replace(finding, help=_ANFANG) if finding.code in (EMPTY.code, NO_MAPPING.code) else finding

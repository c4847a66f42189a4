"""The file of the log: found, created with its head, entries put in where their date belongs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import PydanticCustomError

from kmut_cli.documents.bezug import Verzeichnis as _Art
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.findings.finding import Loc, Severity
from kmut_cli.source.edit import Append, Change, EditError, Insert, edit
from kmut_cli.source.oserror import rat
from kmut_cli.source.reader import read_source
from kmut_cli.source.write import create_atomic
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, als_satz
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen
from kmut_cli.workspace.veranstaltungen.abgleich import noch_nicht_da
from kmut_cli.workspace.veranstaltungen.eintrag import Eintrag
from kmut_cli.workspace.wege import von_hier

if TYPE_CHECKING:
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung, Veranstaltungen

ART = _Art.veranstaltungen.name
DATEINAME = f"{ART}.yaml"
EINTRAEGE: Loc = ("eintraege",)
KOPF = (
    "# Termine und Veranstaltungen durchs Jahr: das Verzeichnis hinter 2.7 und 2.8 des Tätigkeitsberichts.\n"
    '# Eintragen: kmut log add "27./28.04.2015 Mainz: Bundeskonferenz", oder hier von Hand.\n'
    "dokument: veranstaltungen\n"
    "eintraege:\n"
)

__all__ = ["ART", "KOPF", "Verzeichnis", "finde"]


def finde(datei: str | None) -> Verzeichnis:
    """Open the log.

    Args:
        datei: File, or folder that it is in, as the command line names it; None for that of the current folder:
            beside ``kmut.yaml``, else here or in the folder above.

    Raises:
        BearbeitungError: It is there and cannot be read, or is another document.
    """
    if not datei:
        pfad = Quellen(Mappen()).ort(Path("eingabe"), ART)
        return Verzeichnis(pfad, von_hier(pfad))
    pfad = Path(datei)
    if pfad.is_dir():
        pfad = pfad / DATEINAME
        return Verzeichnis(pfad, str(pfad))
    return Verzeichnis(pfad, datei)


class Verzeichnis:
    """A log.

    Attributes:
        pfad: Where it lies, or will.
        name: As the user names it.
        eintraege: What is right in it, in the order of the file.
        fehler: Number of errors in it.
    """

    def __init__(self, pfad: Path, name: str) -> None:
        """Read the file if there is one.

        Raises:
            BearbeitungError: It cannot be read, or is another document.
        """
        self.pfad = pfad
        self.name = name
        self._datei: Bearbeitung | None = None
        try:
            vorhanden = pfad.exists()
        except (OSError, ValueError):
            vorhanden = True  # whoever opens it says what is wrong
        if vorhanden:
            self._datei = Bearbeitung(pfad, name)
            self._pruefe_art(self._datei.geladen)

    @property
    def vorhanden(self) -> bool:
        """Whether the file is there."""
        return self._datei is not None

    @property
    def eintraege(self) -> list[Veranstaltung]:
        """What is right in it."""
        return _eintraege(self._datei.geladen) if self._datei else []

    @property
    def fehler(self) -> int:
        """Number of errors in it."""
        findings = self._datei.geladen.findings if self._datei else ()
        return sum(finding.severity is Severity.ERROR for finding in findings)

    def trage_ein(self, neue: Iterable[Eintrag], *, auch_doppelt: bool = True) -> list[Eintrag]:
        """Write entries where their dates belong; all of them at once, or none.

        Args:
            neue: The entries.
            auch_doppelt: Whether those are written too that the file holds already at the moment of writing.

        Returns:
            What was written, in the order of the dates.

        Raises:
            BearbeitungError: It cannot be written; the file is as it was.
        """
        sortiert = sorted(neue, key=lambda eins: _folge(eins.daten))
        if self._datei is None and self._lege_an(sortiert):
            return sortiert
        eingetragen: list[Eintrag] = []

        def aenderungen(stand: Geladen) -> list[Change]:
            # Somebody may have saved the file meanwhile: the places are looked up in what is there now.
            self._pruefe_art(stand)
            daten = stand.source.data
            eingetragen[:] = sortiert if auch_doppelt else noch_nicht_da(sortiert, _eintraege(stand))
            return _aenderungen(daten.get(EINTRAEGE[0]) if isinstance(daten, dict) else None, eingetragen)

        assert self._datei is not None  # it was there, or it came up before it could be made
        self._datei.schreibe_auf_neuestem(aenderungen)
        return eingetragen

    def _lege_an(self, sortiert: Sequence[Eintrag]) -> bool:
        """Make the file; False if it came up meanwhile, then it is opened and as it was."""
        try:
            inhalt = edit(read_source(self.name, KOPF.encode()), _aenderungen(None, sortiert))
            create_atomic(Path(os.path.realpath(self.pfad)), inhalt)
            neu = True
        except FileExistsError:
            neu = False
        except EditError as fehler:
            raise BearbeitungError(fehler.message, fehler.help) from None
        except (OSError, ValueError) as fehler:
            raise BearbeitungError(f"„{self.name}“ lässt sich nicht anlegen{als_satz(fehler)}.", rat(fehler)) from None
        self._datei = Bearbeitung(self.pfad, self.name)
        return neu

    def _pruefe_art(self, geladen: Geladen) -> None:
        leer = geladen.source.data is None
        if geladen.dokument is not None and geladen.dokument.dokument == ART:
            return
        if geladen.dokument is None and not leer and geladen.findings:
            eins = geladen.findings[0]
            raise BearbeitungError(f"„{self.name}“ hat in Zeile {eins.line} einen Fehler: {eins.message}", eins.help)
        text = f"„{self.name}“ ist kein Verzeichnis von Veranstaltungen."
        raise BearbeitungError(text, "Dort müsste als erste Angabe stehen: dokument: veranstaltungen")


def _eintraege(stand: Geladen) -> list[Veranstaltung]:
    if stand.dokument is None or stand.dokument.dokument != ART:
        return []
    return list(cast("Veranstaltungen", stand.dokument).eintraege or [])


def _aenderungen(vorhanden: Any, sortiert: Sequence[Eintrag]) -> list[Change]:
    """Give the changes that put entries in, each behind the last one that is not later."""
    folgen = [_folge(eins) for eins in vorhanden] if isinstance(vorhanden, list) else []
    changes: list[Change] = []
    for eins in sortiert:
        folge = _folge(eins.daten)
        stelle = len(folgen)
        while stelle and (folgen[stelle - 1] is None or folgen[stelle - 1] > folge):
            stelle -= 1
        if stelle == len(folgen):
            changes.append(Append(EINTRAEGE, dict(eins.daten)))
        else:
            changes.append(Insert((*EINTRAEGE, stelle), dict(eins.daten)))
        folgen.insert(stelle, folge)
    return changes


def _folge(roh: Any) -> Any:
    """Give the key by which an entry is sorted, from its plain data; None if it has no date that can be read."""
    try:
        return Zeitraum.lies(roh.get("datum")).folge
    except (PydanticCustomError, AttributeError):
        return None

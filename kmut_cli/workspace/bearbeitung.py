"""A file that is changed step by step while it may be open elsewhere: nothing of either side is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from kmut_cli.documents.felder import bekannte_schluessel
from kmut_cli.documents.laden import Geladen, lade, lade_als
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.source.edit import Change, EditError, edit
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_file import EMPTY
from kmut_cli.source.write import write_atomic
from kmut_cli.workspace.dateien import MAPPE, Datei, lies
from kmut_cli.workspace.konflikt import Konflikt, noch_noetig
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen

__all__ = ["Bearbeitung", "BearbeitungError", "Konflikt"]

_UNVERAENDERT = "Die Datei ist unverändert."


class BearbeitungError(Exception):
    """A file cannot be read, changed or written; on the disk it is as it was.

    Attributes:
        message: What is in the way, German.
        help: What to do, German; may be empty.
        inhalt: The bytes that were to be written, so that they can be kept elsewhere; None if it did not come so far.
    """

    def __init__(self, message: str, help: str = "", inhalt: bytes | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.inhalt = inhalt


class Bearbeitung:
    """An open file.

    Attributes:
        pfad: Where it lies.
        name: As the user named it.
        geladen: Its state as of the last reading or writing, with what its folder knows. For ``kmut.yaml``
            without a document.
    """

    def __init__(self, pfad: Path, name: str | None = None) -> None:
        """Read a file.

        Raises:
            BearbeitungError: It cannot be read, or has errors of notation.
        """
        self.pfad = pfad
        self.name = name or str(pfad)
        self.geladen = self._lade(_heil(self._source()))

    def lies_neu(self) -> bool:
        """Read the file again.

        Returns:
            Whether it had changed on the disk.

        Raises:
            BearbeitungError: It cannot be read any more; ``geladen`` stays as it was.
        """
        source = self._source()
        if source.content == self.geladen.source.content:
            return False
        self.geladen = self._lade(_heil(source))
        return True

    def schreibe(self, changes: Sequence[Change]) -> bool:
        """Make changes and write the file; all of them or none.

        Returns:
            Whether the file had changed on the disk since it was read, and the changes were made on top of that.

        Raises:
            Konflikt: Something else stands now where a change was to be made.
            BearbeitungError: It cannot be done.
        """
        alt = self.geladen.source
        eigene = self._geaendert(alt, changes)
        try:
            neu = _heil(self._source())
        except BearbeitungError as fehler:
            raise BearbeitungError(fehler.message, fehler.help, eigene) from None
        fremd = neu.content != alt.content
        inhalt = eigene
        if fremd:
            changes = list(noch_noetig(alt.data, neu.data, changes))
            try:
                inhalt = self._geaendert(neu, changes)
            except BearbeitungError as fehler:
                raise BearbeitungError(fehler.message, fehler.help, eigene) from None
        if inhalt != neu.content:
            self._schreibe(inhalt)
        if inhalt != alt.content:
            self.geladen = self._lade(read_source(self.name, inhalt))
        return fremd

    def _source(self) -> Source:
        inhalt = lies(Datei(self.name, self.pfad, Path(self.pfad.name)))
        if isinstance(inhalt, Finding):
            raise BearbeitungError(inhalt.message, inhalt.help)
        return read_source(self.name, inhalt)

    def _lade(self, source: Source) -> Geladen:
        if self.pfad.name == MAPPE:
            _, _, findings = lade_als(Stammdaten, source)
            return Geladen(source, None, findings)
        mappen = Mappen()  # read anew each time, for they may have changed too
        return lade(source, mappen.stammdaten(self.pfad), Quellen(mappen).fuer(self.pfad))

    def _geaendert(self, source: Source, changes: Sequence[Change]) -> bytes:
        try:
            return edit(source, changes, self._ordnung)
        except EditError as fehler:
            raise BearbeitungError(fehler.message, fehler.help) from None

    def _ordnung(self, loc: Loc) -> Sequence[str]:
        dokument = self.geladen.dokument
        typ: type[Modell] | None = type(dokument) if dokument is not None else None
        if self.pfad.name == MAPPE:
            typ = Stammdaten
        return bekannte_schluessel(typ, loc) if typ is not None else ()

    def _schreibe(self, inhalt: bytes) -> None:
        try:
            if not os.access(self.pfad, os.W_OK):
                raise PermissionError(errno.EACCES, "")
            write_atomic(self.pfad, inhalt)
        except OSError as fehler:
            raise BearbeitungError(*_schreibfehler(self.name, fehler), inhalt) from None


def _heil(source: Source) -> Source:
    """Refuse what has errors of notation: nothing is written into a file that is not understood."""
    for finding in source.findings:
        if finding.severity is Severity.ERROR and finding.code != EMPTY.code:
            ort = f" in Zeile {finding.line}" if finding.line else ""
            raise BearbeitungError(f"„{source.path}“ hat{ort} einen Fehler: {finding.message}", finding.help)
    return source


def _schreibfehler(name: str, fehler: OSError) -> tuple[str, str]:
    text = f"„{name}“ lässt sich nicht schreiben"
    if fehler.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return f"{text}: Der Datenträger ist voll. {_UNVERAENDERT}", "Schaffen Sie Platz und versuchen Sie es erneut."
    if fehler.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        hilfe = "Prüfen Sie den Schreibschutz von Datei und Ordner und ob ein anderes Programm sie geöffnet hat."
        return f"{text}: Es fehlt das Recht dazu. {_UNVERAENDERT}", hilfe
    if fehler.errno == errno.ENOENT:
        return f"{text}: Der Ordner ist nicht mehr da.", "Prüfen Sie, ob er verschoben oder umbenannt wurde."
    return f"{text}. {_UNVERAENDERT}", "Prüfen Sie Laufwerk und Ordner und versuchen Sie es erneut."

"""A file that is changed step by step while it may be open elsewhere: nothing of either side is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kmut_cli.documents.felder import bekannte_schluessel
from kmut_cli.documents.laden import Geladen, lade, lade_als
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.findings.error import MitHilfe
from kmut_cli.findings.finding import Finding, Loc
from kmut_cli.source.edit import Change, EditError, edit, refuse_broken
from kmut_cli.source.lock import locked
from kmut_cli.source.oserror import grund, rat
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.write import FileChanged, write_atomic
from kmut_cli.workspace.dateien import MAPPE, Datei, lies
from kmut_cli.workspace.konflikt import Konflikt, noch_noetig
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen

__all__ = ["Bearbeitung", "BearbeitungError", "Konflikt"]

_VERSUCHE = 10  # of writing while another program writes the same file


class BearbeitungError(MitHilfe):
    """A file cannot be read, changed or written; on the disk it is as it was.

    Attributes:
        message: What is in the way, German.
        help: What to do, German; may be empty.
        inhalt: The bytes that were to be written, so that they can be kept elsewhere; None if it did not come so far.
    """

    def __init__(self, message: str, help: str = "", inhalt: bytes | None = None) -> None:
        super().__init__(message, help)
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

        def inhalt(stand: Source) -> bytes:
            if stand.content == alt.content:
                return eigene
            return self._geaendert(stand, list(noch_noetig(alt.data, stand.data, changes)))

        try:
            return self._ersetze(inhalt)
        except BearbeitungError as fehler:
            raise BearbeitungError(fehler.message, fehler.help, fehler.inhalt or eigene) from None

    def schreibe_auf_neuestem(self, aenderungen: Callable[[Geladen], Sequence[Change]]) -> bool:
        """Make changes that are worked out anew from whatever the file holds; so there are no conflicts.

        Args:
            aenderungen: Gives them for a state of the file.

        Returns:
            Whether the file had changed on the disk since it was read.

        Raises:
            BearbeitungError: It cannot be done.
        """

        def inhalt(stand: Source) -> bytes:
            neu = stand.content != self.geladen.source.content
            return self._geaendert(stand, aenderungen(self._lade(stand) if neu else self.geladen))

        return self._ersetze(inhalt)

    def _ersetze(self, inhalt: Callable[[Source], bytes]) -> bool:
        """Replace the file by what is made of its newest state; whether that is another than the one known so far."""
        alt = self.geladen.source
        with locked(self.pfad):
            for _ in range(_VERSUCHE):
                stand = _heil(self._source())
                neu = inhalt(stand)
                try:
                    if neu != stand.content:
                        self._schreibe(neu, stand.content)
                except FileChanged:
                    continue
                break
            else:
                text = f"„{self.name}“ wird gerade ständig von einem anderen Programm geändert und bleibt, wie sie ist."
                raise BearbeitungError(text, "Speichern und schließen Sie sie dort; versuchen Sie es dann noch einmal.")
        if neu != alt.content:
            self.geladen = self._lade(read_source(self.name, neu))
        return stand.content != alt.content

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

    def _schreibe(self, inhalt: bytes, anstelle: bytes) -> None:
        try:
            write_atomic(self.pfad, inhalt, instead_of=anstelle)
        except OSError as fehler:
            text = f"„{self.name}“ lässt sich nicht schreiben{als_satz(fehler)}. Die Datei ist unverändert."
            raise BearbeitungError(text, rat(fehler), inhalt) from None


def als_satz(fehler: OSError | ValueError) -> str:
    """Give the reason of a failure to stand behind a sentence, with its colon; empty if it is not known."""
    text = grund(fehler)
    return f": {text[0].upper()}{text[1:]}" if text else ""


def _heil(source: Source) -> Source:
    try:
        refuse_broken(source)
    except EditError as fehler:
        raise BearbeitungError(fehler.message, fehler.help) from None
    return source

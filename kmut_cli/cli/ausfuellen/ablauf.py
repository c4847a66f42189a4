"""The way through the questions: forth, back, and the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kmut_cli.cli.ausfuellen.anlage import frage_anlage
from kmut_cli.cli.ausfuellen.befunde import Befunde
from kmut_cli.cli.ausfuellen.fragen import ZU_FRAGEN
from kmut_cli.cli.ausfuellen.schritt import Schritt
from kmut_cli.cli.ausfuellen.speichern import Schreiber
from kmut_cli.cli.ausfuellen.tasten import Weg
from kmut_cli.cli.ausfuellen.terminal import GELB, Terminal
from kmut_cli.cli.ausfuellen.vorjahr import Vorjahr
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, gliederung
from kmut_cli.documents.zustand import Fragenstand, Zustand, stand
from kmut_cli.findings.finding import Finding


class DokumentWeg(Exception):
    """The file was changed on disk so that it does not say any more which document it is."""


@dataclass
class Ablauf:
    """One run over the questions of a document.

    Attributes:
        terminal: Where the person is asked.
        schreiber: Writes the answers.
        folge: What is asked, in official order: questions, and sections for their attachment.
        nummern: Sections that are wanted.
        alle: Whether answered ones are asked as well.
        vorjahr: Last year's document.
    """

    terminal: Terminal
    schreiber: Schreiber
    folge: Sequence[FrageImText | AbschnittImText]
    nummern: frozenset[str]
    alle: bool
    vorjahr: Vorjahr | None
    _gezeigt: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin without findings."""
        self._befunde = Befunde(self.schreiber.pfad)

    @property
    def befunde(self) -> list[Finding]:
        """Errors and warnings of the document as it stands."""
        return self._befunde.von(self.schreiber.bearbeitung.geladen)

    @property
    def dokument(self) -> Dokument:
        """The document as it stands on disk, as far as is known."""
        dokument = self.schreiber.bearbeitung.geladen.dokument
        if dokument is None:
            raise DokumentWeg
        return dokument

    @property
    def fragen(self) -> list[FrageImText]:
        """The questions among what is asked; attachments have no number."""
        return [eins for eins in self.folge if isinstance(eins, FrageImText)]

    def laufe(self) -> None:
        """Ask all questions, or until the person ends it."""
        stelle = 0
        while stelle < len(self.folge):
            weg = self._frage(self.folge[stelle], erste=stelle == 0)
            if weg is Weg.ENDE:
                return
            self._nimm_folgefragen_auf(stelle)
            stelle = max(stelle - 1, 0) if weg is Weg.ZURUECK else stelle + 1

    def _nimm_folgefragen_auf(self, stelle: int) -> None:
        """Take up questions that an answer has made owed just now: of its section behind it, others at their place."""
        eins = self.folge[stelle]
        schon = {frage.pfad for frage in self.fragen}
        neu = [
            folge.frage
            for folge in stand(self.schreiber.bearbeitung.geladen)
            if folge.offen and folge.frage.pfad not in schon and folge.frage.haengt_ab_von(eins.pfad)
        ]
        abschnitt = eins.abschnittsnummer if isinstance(eins, FrageImText) else ""
        hier = [frage for frage in neu if frage.abschnittsnummer == abschnitt]
        self.folge = [*self.folge[: stelle + 1], *hier, *self.folge[stelle + 1 :]]
        for frage in neu:
            if frage not in hier and frage.abschnittsnummer in self.nummern:
                self._ordne_ein(frage, stelle + 1)

    def _ordne_ein(self, frage: FrageImText, ab: int) -> None:
        """Put a question before the first one to come that has its place behind it."""
        folge = [eine.pfad for eine in gliederung(type(self.dokument)).fragen]
        platz = folge.index(frage.pfad)
        dahinter = (
            nummer
            for nummer, eins in enumerate(self.folge)
            if nummer >= ab and isinstance(eins, FrageImText) and folge.index(eins.pfad) > platz
        )
        wo = next(dahinter, len(self.folge))
        self.folge = [*self.folge[:wo], frage, *self.folge[wo:]]

    def _frage(self, eins: FrageImText | AbschnittImText, *, erste: bool) -> Weg:
        if isinstance(eins, AbschnittImText):
            return frage_anlage(self, eins, erste=erste)
        nummer = self.fragen.index(eins) + 1
        if self._erledigt(eins):
            if self.stand(eins).zustand is Zustand.NICHT_ANWENDBAR:
                return Weg.WEITER  # another answer says now that it is not owed
            self.terminal.zeige(f"Frage {nummer} ist inzwischen beantwortet.", GELB)
            return Weg.WEITER
        self._gezeigt.add(eins.pfad)
        return Schritt(self, eins, nummer, erste=erste).frage_bis_fertig()

    def stand(self, frage: FrageImText) -> Fragenstand:
        """Give the state of a question.

        Raises:
            DokumentWeg: There is no document any more.
        """
        pfade = {eins.frage.pfad: eins for eins in stand(self.schreiber.bearbeitung.geladen)}
        if frage.pfad not in pfade:
            raise DokumentWeg
        return pfade[frage.pfad]

    def _erledigt(self, frage: FrageImText) -> bool:
        """Whether somebody else answered a question that was not shown yet."""
        if self.alle or frage.pfad in self._gezeigt:
            return False
        return self.stand(frage).zustand not in ZU_FRAGEN

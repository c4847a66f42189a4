"""Writing an answer: at once, told only when it is on disk, and without losing a side if that fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kmut_cli.cli.ausfuellen.orte import danach, erste_nummer, passt_bis, tiefster, umhuellt
from kmut_cli.cli.ausfuellen.rueckfrage import ListeGeaendert, NichtGespeichert, Rueckfrage
from kmut_cli.cli.ausfuellen.terminal import GELB, GRUEN, Terminal
from kmut_cli.documents.bestaetigen import bestaetigung
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.stelle import daten_an
from kmut_cli.findings.finding import Loc
from kmut_cli.source.edit import Append, Change, EditError, Move, Remove, Set, edit
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt

__all__ = ["ListeGeaendert", "NichtGespeichert", "Schreiber"]


@dataclass
class Schreiber:
    """Writes the answers of one run.

    Attributes:
        terminal: Where the person is told and asked.
        bearbeitung: The file.
        pfad: Where it lies.
        gespeichert: Paths of the questions whose answer was written, in the order of the first time.
        anzahl: How often something was written.
    """

    terminal: Terminal
    bearbeitung: Bearbeitung
    pfad: Path
    gespeichert: dict[tuple[str, ...], None] = field(default_factory=dict)
    anzahl: int = 0

    @property
    def daten(self) -> Any:
        """Plain data of the file as it was last read or written."""
        return self.bearbeitung.geladen.source.data

    def an(self, ort: Loc) -> Any:
        """Give what stands at a place."""
        return daten_an(self.daten, ort)

    def setze(self, frage: tuple[str, ...], ort: Loc, wert: Any, anzeige: str = "") -> None:
        """Write a value; what stands in its way within the answer, such as ``{entfaellt: …}``, is replaced.

        Args:
            frage: Path of the question.
            ort: Place of the value, at or below the question.
            wert: Plain data.
            anzeige: What is told to be saved; without, the value.

        Raises:
            NichtGespeichert: It was not written.
            ListeGeaendert: It was, but the list around it has changed.
        """
        tiefe = passt_bis(self.daten, ort, len(frage))
        self._schreibe(frage, [self._aenderung(ort[:tiefe], umhuellt(ort[tiefe:], wert))], anzeige or tiefster(wert))

    def _aenderung(self, ort: Loc, wert: Any) -> Change:
        """Add to a list what stands behind its end, so that entries which others add meanwhile do no harm."""
        nummern = [stelle for stelle, teil in enumerate(ort) if isinstance(teil, int)]
        if nummern:
            liste, nummer = ort[: nummern[-1]], ort[nummern[-1]]
            if nummer == len(self.an(liste) or []):
                return Append(liste, umhuellt(ort[nummern[-1] + 1 :], wert))
        return Set(ort, wert)

    def probe(self, frage: tuple[str, ...], wert: Any) -> Geladen | None:
        """Give what the document would be with another answer, without writing it; None if that cannot be told."""
        alt = self.bearbeitung.geladen
        tiefe = passt_bis(self.daten, frage, len(frage))
        try:
            inhalt = edit(alt.source, [self._aenderung(frage[:tiefe], umhuellt(frage[tiefe:], wert))])
        except EditError:
            return None
        return lade(read_source(alt.source.path, inhalt), umfeld=alt.umfeld)

    def nimm_auf(self, frage: tuple[str, ...]) -> None:
        """Take up what was changed in the file by another program that the person was sent to.

        Raises:
            BearbeitungError: It cannot be read any more.
        """
        vorher = self.an(frage)
        geaendert = self.bearbeitung.lies_neu()
        if self.an(frage) == vorher:
            self.terminal.zeige("Diese Antwort ist unverändert." if geaendert else "Nichts geändert.")
            return
        self.gespeichert[frage] = None
        self.anzahl += 1
        self.terminal.zeige("Die geänderte Antwort ist übernommen.", GRUEN)

    def loesche(self, frage: tuple[str, ...], ort: Loc) -> None:
        """Remove a part or an entry; else like :meth:`setze`."""
        self._schreibe(frage, [Remove(ort)], "gelöscht")

    def nach_oben(self, frage: tuple[str, ...], liste: Loc, nummer: int) -> None:
        """Let an entry change places with the one before it; else like :meth:`setze`."""
        self._schreibe(frage, [Move((*liste, nummer), nummer - 1)], "Reihenfolge")

    def bestaetige(self, frage: tuple[str, ...]) -> None:
        """Say that an answer that was carried over still holds."""
        self._schreibe(frage, [], "", was="Bestätigt")

    def _schreibe(
        self, frage: tuple[str, ...], changes: Sequence[Change], anzeige: str, was: str = "Gespeichert"
    ) -> None:
        listen = {eins.loc[: erste_nummer(eins.loc)] for eins in changes}
        erwartet = {ort: daten_an(danach(self.daten, changes), ort) for ort in listen}
        if self._versuche(frage, changes):
            self.terminal.sage("Die Datei wurde inzwischen auch anderswo geändert; beides ist erhalten.", GELB)
        self.gespeichert[frage] = None
        self.anzahl += 1
        self.terminal.zeige(f"{was}: {kurz(anzeige)}" if anzeige else f"{was}.", GRUEN)
        if any(self.an(ort) != soll for ort, soll in erwartet.items() if isinstance(soll, list)):
            raise ListeGeaendert

    def _versuche(self, frage: tuple[str, ...], changes: Sequence[Change]) -> bool:
        """Write, again and again as the person wishes.

        Returns:
            Whether the file had been changed elsewhere.
        """
        fremd = False
        gerettet: list[Path | None] = []
        while True:
            try:
                alle = [*changes, *bestaetigung(self.bearbeitung.geladen, frage)]
                with self.terminal.signale.geschuetzt():
                    fremd |= self.bearbeitung.schreibe(alle)
                    for datei in filter(None, gerettet):
                        datei.unlink(missing_ok=True)
                    return fremd
            except Konflikt as konflikt:
                gerettet.append(self._rueckfrage(frage).entscheide(konflikt))
                fremd = True
            except (BearbeitungError, EditError) as fehler:
                gerettet.append(self._rueckfrage(frage).gescheitert(changes, fehler.message, fehler.help))

    def _rueckfrage(self, frage: tuple[str, ...]) -> Rueckfrage:
        return Rueckfrage(self.terminal, self.bearbeitung, self.pfad, frage)

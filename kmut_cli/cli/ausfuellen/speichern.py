"""Writing an answer: at once, told only when it is on disk, and without losing a side if that fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kmut_cli.cli.ausfuellen.retten import als_text, rette
from kmut_cli.cli.ausfuellen.terminal import ENTER, FETT, GELB, GRUEN, ROT, Terminal
from kmut_cli.documents.bestaetigen import bestaetigung
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.uebernahme import daten_an
from kmut_cli.findings.finding import Loc
from kmut_cli.source.changes import expected
from kmut_cli.source.edit import Append, Change, EditError, Insert, Plain, Remove, Set
from kmut_cli.source.reader import Source
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt

_PLAIN_ZEICHEN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-")


class ListeGeaendert(Exception):
    """A list was changed on disk while its rows were typed: their numbers are no longer sure."""


class NichtGespeichert(Exception):
    """An answer was not written, and the person knows."""


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

    def setze(self, frage: tuple[str, ...], ort: Loc, wert: Any) -> None:
        """Write a value; what stands in its way within the answer, such as ``{entfaellt: …}``, is replaced.

        Args:
            frage: Path of the question.
            ort: Place of the value, at or below the question.
            wert: Plain data.

        Raises:
            NichtGespeichert: It was not written.
            ListeGeaendert: It was, but the list around it has changed.
        """
        tiefe = _passt_bis(self.daten, ort, len(frage))
        self._schreibe(frage, [self._aenderung(ort[:tiefe], _umhuellt(ort[tiefe:], wert))], _tiefster(wert))

    def _aenderung(self, ort: Loc, wert: Any) -> Change:
        """Add to a list what stands behind its end, so that entries which others add meanwhile do no harm."""
        nummern = [stelle for stelle, teil in enumerate(ort) if isinstance(teil, int)]
        if nummern:
            liste, nummer = ort[: nummern[-1]], ort[nummern[-1]]
            if nummer == len(self.an(liste) or []):
                return Append(liste, _umhuellt(ort[nummern[-1] + 1 :], wert))
        return Set(ort, wert)

    def loesche(self, frage: tuple[str, ...], ort: Loc) -> None:
        """Remove a part or an entry; else like :meth:`setze`."""
        self._schreibe(frage, [Remove(ort)], "gelöscht")

    def nach_oben(self, frage: tuple[str, ...], liste: Loc, nummer: int) -> None:
        """Let an entry change places with the one before it; else like :meth:`setze`."""
        wert = wie_geschrieben(self.bearbeitung.geladen.source, (*liste, nummer))
        umstellen: list[Change] = [Remove((*liste, nummer)), Insert((*liste, nummer - 1), wert)]
        self._schreibe(frage, umstellen, "Reihenfolge")

    def bestaetige(self, frage: tuple[str, ...]) -> None:
        """Say that an answer that was carried over still holds."""
        self._schreibe(frage, [], "bestätigt", was="Bestätigt")

    def _schreibe(
        self, frage: tuple[str, ...], changes: Sequence[Change], anzeige: str, was: str = "Gespeichert"
    ) -> None:
        listen = {eins.loc[: _erste_nummer(eins.loc)] for eins in changes}
        erwartet = {ort: daten_an(_danach(self.daten, changes), ort) for ort in listen}
        if self._versuche(frage, changes):
            self.terminal.sage("Die Datei wurde inzwischen auch anderswo geändert; beides ist erhalten.", GELB)
        self.gespeichert[frage] = None
        self.anzahl += 1
        self.terminal.zeige(f"{was}: {kurz(anzeige)}", GRUEN)
        if any(self.an(ort) != soll for ort, soll in erwartet.items() if isinstance(soll, list)):
            raise ListeGeaendert

    def _versuche(self, frage: tuple[str, ...], changes: Sequence[Change]) -> bool:
        """Write, again and again as the person wishes.

        Returns:
            Whether the file had been changed elsewhere.
        """
        fremd = False
        while True:
            try:
                alle = [*changes, *bestaetigung(self.bearbeitung.geladen, frage)]
                with self.terminal.signale.geschuetzt():
                    return self.bearbeitung.schreibe(alle) or fremd
            except Konflikt as konflikt:
                self._entscheide(frage, konflikt)
                fremd = True
            except (BearbeitungError, EditError) as fehler:
                self._gescheitert(frage, changes, fehler.message, fehler.help)

    def _entscheide(self, frage: tuple[str, ...], konflikt: Konflikt) -> None:
        """Ask which of two answers holds; the other one is kept in a file.

        Raises:
            NichtGespeichert: The one on disk holds.
            ListeGeaendert: It is about an entry of a list, whose number may mean another one now.
        """
        if konflikt.loc[: len(frage)] != frage:
            self._lies_neu()  # only a mark of what is not confirmed; the answer itself is free
            return
        if any(isinstance(teil, int) for teil in konflikt.loc):
            self._verwahre(frage, konflikt.eigener, "Nicht gespeichert. Ihre Eingabe liegt in")
            self._lies_neu()
            raise ListeGeaendert
        self.terminal.sage("Diese Antwort wurde inzwischen auch in der Datei geändert.", GELB)
        for titel, wert in (
            ("In der Datei steht jetzt:", konflikt.fremder),
            ("Sie haben eingegeben:", konflikt.eigener),
        ):
            self.terminal.zeige(titel, FETT)
            self.terminal.zeige("\n".join(f"  {zeile}" for zeile in als_text(wert).rstrip("\n").split("\n")))
        behalten = "die aus der Datei behalten"
        meine = self.terminal.taste({ENTER: behalten, "d": behalten, "m": "meine nehmen"}) == "m"
        self._verwahre(frage, konflikt.fremder if meine else konflikt.eigener, "Die andere Fassung liegt in")
        self._lies_neu()
        if not meine:
            raise NichtGespeichert

    def _lies_neu(self) -> None:
        """Take over what stands on disk.

        Raises:
            NichtGespeichert: It cannot be read.
        """
        try:
            self.bearbeitung.lies_neu()
        except BearbeitungError as fehler:
            self.terminal.sage(f"{fehler.message} {fehler.help}", ROT)
            raise NichtGespeichert from None

    def _gescheitert(self, frage: tuple[str, ...], changes: Sequence[Change], meldung: str, hilfe: str) -> None:
        """Tell why it failed, keep the answer and ask whether to try again.

        Raises:
            NichtGespeichert: Not again.
        """
        self.terminal.sage(f"Nicht gespeichert. {meldung}", ROT)
        if hilfe:
            self.terminal.sage(hilfe)
        werte = [eins.value for eins in changes if not isinstance(eins, Remove)]
        datei = self._verwahre(frage, werte[0], "Ihre Eingabe liegt in") if werte else None
        if self.terminal.taste({"n": "noch einmal versuchen", ENTER: "ohne Speichern zurück"}) != "n":
            raise NichtGespeichert
        if datei is not None:
            datei.unlink(missing_ok=True)

    def _verwahre(self, frage: tuple[str, ...], wert: Any, satz: str) -> Path | None:
        datei = rette(wert, frage[-1], (self.pfad.absolute().parent, Path.home()))
        if datei is not None:
            self.terminal.zeige(f"{satz}: {datei}", FETT)
        else:
            self.terminal.sage("Auch eine Rettungsdatei lässt sich nicht schreiben. Kopieren Sie von hier:", ROT)
            self.terminal.zeige(als_text(wert))
        return datei


def wie_geschrieben(source: Source, ort: Loc) -> Any:
    """Give plain data with the notation that keys, dates and numbers have in their file: with or without quotes."""
    return _wie_geschrieben(source, daten_an(source.data, ort), ort)


def _wie_geschrieben(source: Source, wert: Any, ort: Loc) -> Any:
    if isinstance(wert, Mapping):
        return {name: _wie_geschrieben(source, eins, (*ort, name)) for name, eins in wert.items()}
    if isinstance(wert, list):
        return [_wie_geschrieben(source, eins, (*ort, nummer)) for nummer, eins in enumerate(wert)]
    if isinstance(wert, str) and wert and _PLAIN_ZEICHEN.issuperset(wert) and source.is_plain(ort):
        return Plain(wert)
    return wert


def _passt_bis(daten: Any, ort: Loc, mindestens: int) -> int:
    """Say how many parts of a place the data can take as they are; never fewer than those of the question."""
    for tiefe in range(mindestens, len(ort)):
        hier = daten_an(daten, ort[:tiefe])
        eignet_sich = isinstance(hier, dict) and "entfaellt" not in hier and isinstance(ort[tiefe], str)
        eignet_sich = eignet_sich or (isinstance(hier, list) and isinstance(ort[tiefe], int))
        if hier is not None and not eignet_sich:
            return tiefe
    return len(ort)


def _umhuellt(ort: Loc, wert: Any) -> Any:
    """Put a value into the mappings and lists that lead to it."""
    for teil in reversed(ort):
        wert = {teil: wert} if isinstance(teil, str) else [wert]
    return wert


def _danach(daten: Any, changes: Sequence[Change]) -> Any:
    for eins in changes:
        try:
            daten = expected(daten, eins)
        except EditError:
            return daten  # whoever writes tells about it
    return daten


def _erste_nummer(ort: Loc) -> int:
    return next((stelle for stelle, teil in enumerate(ort) if isinstance(teil, int)), len(ort))


def _tiefster(wert: Any) -> str:
    """Name a value in a few words: the text itself, or of a collection its first."""
    if isinstance(wert, Mapping):
        return _tiefster(next(iter(wert.values()), ""))
    if isinstance(wert, list):
        return ", ".join(_tiefster(eins) for eins in wert)
    return str(wert or "")

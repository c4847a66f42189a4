"""What is asked when an answer cannot simply be written: which of two holds, whether to try again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kmut_cli.cli.ausfuellen.retten import als_text, rette
from kmut_cli.cli.ausfuellen.terminal import ENTER, FETT, GELB, ROT, Terminal
from kmut_cli.source.edit import Change, Move, Remove
from kmut_cli.source.write import create_atomic
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt


class ListeGeaendert(Exception):
    """A list was changed on disk while its rows were typed: their numbers are no longer sure."""


class NichtGespeichert(Exception):
    """An answer was not written, and the person knows."""


@dataclass(frozen=True, slots=True)
class Rueckfrage:
    """The dialogue about one answer.

    Attributes:
        terminal: Where the person is told and asked.
        bearbeitung: The file.
        pfad: Where it lies.
        frage: Path of the question.
    """

    terminal: Terminal
    bearbeitung: Bearbeitung
    pfad: Path
    frage: tuple[str, ...]

    def entscheide(self, konflikt: Konflikt) -> Path | None:
        """Ask which of two answers holds; the other one is kept in a file.

        Returns:
            The file that holds the one that was typed, in case the terminal goes while it is asked; of no use once
            that is saved. None if there is none.

        Raises:
            NichtGespeichert: The one on disk holds.
            ListeGeaendert: It is about an entry of a list, whose number may mean another one now.
        """
        if konflikt.loc[: len(self.frage)] != self.frage:
            self._lies_neu()  # only a mark of what is not confirmed; the answer itself is free
            return None
        if any(isinstance(teil, int) for teil in konflikt.loc):
            if konflikt.eigener is not None:
                self._verwahre(konflikt.eigener, "Nicht gespeichert. Ihre Eingabe liegt in")
            self._lies_neu()
            raise ListeGeaendert
        self.terminal.sage("Diese Antwort wurde inzwischen auch in der Datei geändert.", GELB)
        for titel, wert in (
            ("In der Datei steht jetzt:", konflikt.fremder),
            ("Sie haben eingegeben:", konflikt.eigener),
        ):
            self.terminal.zeige(titel, FETT)
            self.terminal.zeige("\n".join(f"  {zeile}" for zeile in als_text(wert).rstrip("\n").split("\n")))
        datei = self._verwahre(konflikt.eigener, "Ihre Eingabe liegt in") if konflikt.eigener is not None else None
        behalten = "die aus der Datei behalten"
        meine = self.terminal.taste({ENTER: behalten, "d": behalten, "m": "meine nehmen"}) == "m"
        if meine:
            self._verwahre(konflikt.fremder, "Die andere Fassung liegt in")
        self._lies_neu()
        if not meine:
            raise NichtGespeichert
        return datei

    def _lies_neu(self) -> None:
        """Take over what stands on disk.

        Raises:
            NichtGespeichert: It cannot be read.
        """
        try:
            self.bearbeitung.lies_neu()
        except BearbeitungError as fehler:
            self.terminal.sage(str(fehler), ROT)
            raise NichtGespeichert from None

    def gescheitert(self, changes: Sequence[Change], meldung: str, hilfe: str) -> Path | None:
        """Tell why it failed, keep the answer and ask whether to try again.

        Returns:
            The file with the answer, of no use once that is saved; None if there is none.

        Raises:
            NichtGespeichert: Not again.
        """
        weg = not self.pfad.exists()
        if weg:
            meldung = f"„{self.bearbeitung.name}“ ist inzwischen verschwunden: gelöscht, umbenannt oder verschoben."
            hilfe = "kmut kann die Datei wieder anlegen, so wie sie zuletzt gelesen oder gespeichert wurde."
        self.terminal.sage(f"Nicht gespeichert. {meldung}", ROT)
        if hilfe:
            self.terminal.sage(hilfe)
        werte = [eins.value for eins in changes if not isinstance(eins, Remove | Move)]
        datei = self._verwahre(werte[0], "Ihre Eingabe liegt in") if werte else None
        anlegen = {"a": "Datei wieder anlegen und speichern"} if weg else {}
        taste = self.terminal.taste({**anlegen, "n": "noch einmal versuchen", ENTER: "ohne Speichern zurück"})
        if taste == ENTER:
            raise NichtGespeichert
        if taste == "a":
            self._lege_an()
        return datei

    def _lege_an(self) -> None:
        """Write the file back from memory; if that fails, the next attempt to save tells why."""
        with contextlib.suppress(OSError), self.terminal.signale.geschuetzt():
            create_atomic(self.pfad, self.bearbeitung.geladen.source.content)

    def _verwahre(self, wert: Any, satz: str) -> Path | None:
        datei = rette(wert, self.frage[-1], (self.pfad.absolute().parent, Path.home()))
        if datei is not None:
            self.terminal.zeige(f"{satz}: {datei}", FETT)
        else:
            self.terminal.sage("Auch eine Rettungsdatei lässt sich nicht schreiben. Kopieren Sie von hier:", ROT)
            self.terminal.zeige(als_text(wert))
        return datei

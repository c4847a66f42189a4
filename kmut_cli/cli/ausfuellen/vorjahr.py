"""Last year's document: what was answered then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.stelle import daten_an
from kmut_cli.workspace.bestand import Bestand
from kmut_cli.workspace.wege import von_hier


@dataclass(frozen=True, slots=True)
class Vorjahr:
    """A document of the same kind and edition, of the year before.

    Attributes:
        name: Its file, as one names it from the current folder.
        geladen: Its content.
        jahr: Its year.
    """

    name: str
    geladen: Geladen
    jahr: int

    def antwort(self, pfad: tuple[str, ...]) -> Any:
        """Give the answer to a question as plain data, None if there is none or it is faulty."""
        if self.geladen.fehlerhaft_an(pfad):
            return None
        return daten_an(self.geladen.source.data, pfad)

    def zum_schreiben(self, pfad: tuple[str, ...]) -> Any:
        """Give the answer the way it is written there, with and without quotes."""
        return self.geladen.source.as_written(pfad)


def vorjahr(pfad: Path, dokument: Dokument) -> Vorjahr | None:
    """Find last year's document in the folder of a file.

    Args:
        pfad: The file.
        dokument: Its document.

    Returns:
        None if the document says no year, or none or several of the year before lie in the folder.
    """
    if dokument.jahr is None:
        return None
    passende = [
        eines
        for eines in Bestand(pfad.absolute().parent).dokumente
        if type(eines.dokument) is type(dokument) and eines.jahr == dokument.jahr - 1
    ]
    if len(passende) != 1:
        return None
    eines = passende[0]
    return Vorjahr(von_hier(eines.pfad), eines.geladen, dokument.jahr - 1)

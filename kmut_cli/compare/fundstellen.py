"""Where a document speaks of something: its own texts, by question and section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kmut_cli.compare.erwaehnung import Begriff, Stamm, begriffe, staemme
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stelle import wert_an
from kmut_cli.findings.finding import dotted


@dataclass(frozen=True, slots=True)
class Fundstelle:
    """A question whose answer speaks of something.

    Attributes:
        nummer: Number of its section.
        abschnitt: Title of its section.
        pfad: Dotted path of the question.
    """

    nummer: str
    abschnitt: str
    pfad: str


@dataclass(frozen=True, slots=True)
class Erwaehnung:
    """What a document says of the topics of one entry.

    Attributes:
        fundstellen: Questions whose answers speak of any of them, in official order.
        genannt: The topics that come up.
        fehlend: Those that do not.
    """

    fundstellen: tuple[Fundstelle, ...]
    genannt: tuple[str, ...]
    fehlend: tuple[str, ...]


class Textsuche:
    """The texts of a document, taken apart once and searched often."""

    def __init__(self, dokument: Dokument) -> None:
        """Take the answers apart: a list by its entries, a text as a whole."""
        self._stuecke: list[tuple[Fundstelle, list[Stamm]]] = []
        for abschnitt in gliederung(type(dokument)).abschnitte:
            for frage in abschnitt.fragen:
                ort = Fundstelle(abschnitt.nummer, abschnitt.titel, dotted(frage.pfad))
                for text in _texte(wert_an(dokument, frage.pfad)):
                    self._stuecke.append((ort, staemme(text)))

    def suche(self, eintrag: str) -> Erwaehnung:
        """Look for the topics of an entry."""
        alle = begriffe(eintrag)
        orte: dict[Fundstelle, None] = {}
        genannt: dict[Begriff, None] = {}
        for ort, worte in self._stuecke:
            for begriff in alle:
                if begriff.genannt(worte):
                    orte[ort] = genannt[begriff] = None
        fehlend = tuple(begriff.text for begriff in alle if begriff not in genannt)
        return Erwaehnung(tuple(orte), tuple(b.text for b in alle if b in genannt), fehlend)


def _texte(wert: Any) -> Iterator[str]:
    """Give the author's own words: every text by itself, the short parts of an entry together."""
    if isinstance(wert, str):
        yield wert
    elif isinstance(wert, list):
        for eins in wert:
            yield from _texte(eins)
    elif isinstance(wert, Modell):
        eigene = [eins for _name, eins in wert if isinstance(eins, str)]
        if eigene:
            yield "\n".join(eigene)
        for _name, eins in wert:
            if not isinstance(eins, str):
                yield from _texte(eins)

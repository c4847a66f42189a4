"""Where a document stands: which questions are answered, open, or do not apply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.bedingung import ist_erfuellt
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import FrageImText, Gliederung, gliederung, teile
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.modell import Modell, Teile
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.uebernahme import ist_unbestaetigt
from kmut_cli.findings.finding import Loc


class Zustand(Enum):
    """State of one question."""

    BEANTWORTET = auto()
    OFFEN = auto()
    ENTFAELLT = auto()
    NICHT_ANWENDBAR = auto()
    FEHLERHAFT = auto()
    UNBESTAETIGT = auto()


# What counts in „x von y beantwortet“: a question that does not apply is no part of the whole.
ANWENDBAR = frozenset({Zustand.BEANTWORTET, Zustand.OFFEN, Zustand.FEHLERHAFT, Zustand.UNBESTAETIGT})


@dataclass(frozen=True, slots=True)
class Fragenstand:
    """A question with its state.

    Attributes:
        frage: The question at its place.
        zustand: Its state.
        luecken: Labels of the parts that an answer begun still lacks, such as „Wochenstunden“.
        erste_luecke: Place of the group or entry that lacks the first of them.
    """

    frage: FrageImText
    zustand: Zustand
    luecken: tuple[str, ...] = ()
    erste_luecke: Loc = ()

    @property
    def offen(self) -> bool:
        """Whether an answer that is owed is missing, or lacks a part."""
        return self.zustand is Zustand.OFFEN and self.frage.frage.pflicht

    @property
    def ort(self) -> Loc:
        """Where to go on: at what lacks the first part of an open answer, else at the answer itself."""
        return self.erste_luecke if self.offen and self.erste_luecke else self.frage.pfad

    @property
    def unbestaetigt(self) -> bool:
        """Whether the answer was carried over from another document and nobody has confirmed it."""
        return self.zustand is Zustand.UNBESTAETIGT

    @property
    def anwendbar(self) -> bool:
        """Whether the question counts; one that nobody owes only if it has an answer."""
        return self.zustand in ANWENDBAR and (self.frage.frage.pflicht or self.zustand is not Zustand.OFFEN)


def stand(geladen: Geladen) -> tuple[Fragenstand, ...]:
    """Give the state of each question, in official order.

    Args:
        geladen: A file whose document could be read; answers of a wrong type count as faulty, not as open.

    Returns:
        One entry per question; empty without a document.
    """
    dokument = geladen.dokument
    if dokument is None:
        return ()
    return tuple(_stand(geladen, dokument, frage) for frage in gliederung(type(dokument)).fragen)


def _stand(geladen: Geladen, dokument: Dokument, frage: FrageImText) -> Fragenstand:
    wert = wert_an(dokument, frage.pfad)
    kommune = dokument.kommune
    if not frage.gilt_fuer(kommune.gebietstyp if kommune else None):
        return Fragenstand(frage, Zustand.NICHT_ANWENDBAR)
    if geladen.fehlerhaft_an(frage.pfad):
        return Fragenstand(frage, Zustand.FEHLERHAFT)
    # As typed: an answer taken from a log without entries is nothing yet, and to be confirmed all the same.
    daten = geladen.source.data
    if not ist_leer(daten_an(daten, frage.pfad)) and ist_unbestaetigt(dokument, daten, frage.pfad):
        return _mit_luecken(Fragenstand(frage, Zustand.UNBESTAETIGT), wert)
    if isinstance(wert, Entfaellt) and wert.entfaellt.strip():
        return Fragenstand(frage, Zustand.ENTFAELLT)
    if ist_leer(wert) and not ist_wiederholt(wert):
        return Fragenstand(frage, Zustand.OFFEN if _geschuldet(dokument, frage) else Zustand.NICHT_ANWENDBAR)
    antwort = _mit_luecken(Fragenstand(frage, Zustand.BEANTWORTET), wert)
    return replace(antwort, zustand=Zustand.OFFEN) if antwort.luecken else antwort


def _mit_luecken(eins: Fragenstand, wert: Any) -> Fragenstand:
    luecken = list(luecken_in(wert, eins.frage.pfad))
    namen = tuple(dict.fromkeys(name for _loc, name in luecken))
    return replace(eins, luecken=namen, erste_luecke=luecken[0][0]) if luecken else eins


def _geschuldet(dokument: Dokument, frage: FrageImText) -> bool:
    """Whether an answer is owed: always, or because of what was answered before."""
    wenn = frage.frage.wenn
    return wenn is None or ist_erfuellt(wert_an(dokument, frage.pfad[:-1]), wenn) is True


def ist_wiederholt(wert: Any) -> bool:
    """Whether an answer is a list of blocks that a form repeats: each is there as soon as it is in the list."""
    return isinstance(wert, list) and any(isinstance(eins, Teile) and eins.wiederholt for eins in wert)


def ist_leer(wert: Any) -> bool:
    """Whether nothing is said: nothing, blank text, an empty list, a mapping of nothing."""
    if wert is None:
        return True
    if isinstance(wert, str):
        return not wert.strip()
    if isinstance(wert, list):
        return all(ist_leer(eins) for eins in wert)
    if isinstance(wert, Erlaeutert):
        return ist_leer(wert.antwort)
    if isinstance(wert, Modell):
        return all(ist_leer(eins) for _name, eins in wert)
    return False


def luecken_in(wert: Any, loc: Loc, nummer: int | str = "n") -> Iterator[tuple[Loc, str]]:
    """Give the owed parts that are missing in an answer begun: place of the group or entry, and label of the part.

    Args:
        wert: The answer.
        loc: Its place.
        nummer: Number of the entry in its list, for labels that carry it.
    """
    if isinstance(wert, list):
        for stelle, eins in enumerate(wert):
            yield from luecken_in(eins, (*loc, stelle), stelle + 1)
    elif isinstance(wert, Erlaeutert):
        yield from luecken_in(wert.antwort, (*loc, "antwort"))
    elif isinstance(wert, Modell) and not isinstance(wert, Entfaellt | Sonstiges):
        for name, teil in teile(type(wert)).items():
            eins = getattr(wert, name)
            if teil.pflicht and ist_leer(eins):
                if teil.wenn is None or ist_erfuellt(wert, teil.wenn):
                    yield loc, teil.kurz(nummer)
            else:
                yield from luecken_in(eins, (*loc, name))


@dataclass(frozen=True, slots=True)
class Abschnittsstand:
    """Answered and applicable questions of one section."""

    nummer: str
    titel: str
    beantwortet: int
    anwendbar: int


def abschnittsstaende(ganze: Gliederung, staende: tuple[Fragenstand, ...]) -> tuple[Abschnittsstand, ...]:
    """Count per section, in official order."""
    je_pfad = {eins.frage.pfad: eins for eins in staende}
    return tuple(
        Abschnittsstand(
            abschnitt.nummer,
            abschnitt.titel,
            sum(je_pfad[frage.pfad].zustand is Zustand.BEANTWORTET for frage in abschnitt.fragen),
            sum(je_pfad[frage.pfad].anwendbar for frage in abschnitt.fragen),
        )
        for abschnitt in ganze.abschnitte
    )

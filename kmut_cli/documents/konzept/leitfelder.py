"""The fields of action that the official outlines ask for: read off the outlines, edition by edition."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from kmut_cli.documents.entsprechungen import Ausgabe, entsprechungen
from kmut_cli.documents.gliederung import Pfad, gliederung, optionen
from kmut_cli.documents.registry import arten, dokumenttyp

_ARTEN = ("taetigkeitsbericht", "projektbeschreibung")
_FRAGE = "handlungsfelder"


@dataclass(frozen=True, slots=True)
class Feldliste:
    """The fields of action of one outline.

    Attributes:
        ausgabe: Kind and edition.
        pfad: The question that names them.
        felder: Key → official wording, in official order.
    """

    ausgabe: Ausgabe
    pfad: Pfad
    felder: Mapping[str, str]

    @property
    def jahr(self) -> int:
        """From which year on the edition holds."""
        return int(self.ausgabe[1])


@cache
def feldlisten() -> tuple[Feldliste, ...]:
    """Give the lists of all outlines that have one, oldest edition first."""
    ausgaben = [(art, ausgabe) for art in _ARTEN for ausgabe in arten()[art]]
    alle = [
        Feldliste(eine, frage.pfad, optionen(frage.typ))
        for eine in ausgaben
        for frage in gliederung(dokumenttyp(*eine)).fragen
        if frage.pfad[-1] == _FRAGE
    ]
    return tuple(sorted(alle, key=lambda eine: eine.jahr))


def feldliste_fuer(jahr: int | None) -> Feldliste:
    """Give the list that holds in a year: the newest that is not later, else the oldest; without a year the newest."""
    alle = feldlisten()
    passend = [eine for eine in alle if jahr is None or eine.jahr <= jahr]
    return passend[-1] if passend else alle[0]


@cache
def alle_felder() -> dict[str, str]:
    """Give the fields of all outlines: key → wording of the newest edition that has it."""
    return {name: titel for eine in feldlisten() for name, titel in eine.felder.items()}


def beruecksichtigt(gewaehlt: Collection[str], ausgabe: Ausgabe) -> tuple[str, ...]:
    """Give the fields of one outline that are meant by fields of any of them.

    Args:
        gewaehlt: Keys of fields of action, of whatever edition.
        ausgabe: Kind and edition whose fields are wanted.

    Returns:
        Keys in official order; what the edition does not know is left out.
    """
    ziel = next(eine for eine in feldlisten() if eine.ausgabe == ausgabe)
    gemeint = set(gewaehlt)
    for eine in feldlisten():
        paar = entsprechungen(eine.ausgabe, ausgabe).uebertragbar.get(eine.pfad)
        if paar is not None and paar.optionen:
            gemeint |= set(paar.uebersetzt(gewaehlt)[0])
    return tuple(name for name in ziel.felder if name in gemeint)

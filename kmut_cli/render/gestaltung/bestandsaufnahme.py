"""How a Bestandsaufnahme is given out: its lists, then what there is about each area of the official outlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kmut_cli.documents.antworten import Sonstiges
from kmut_cli.documents.bestand.bereiche import amtliche_bereiche, belegt
from kmut_cli.documents.option import Option
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.render import presentation as p

if TYPE_CHECKING:
    from kmut_cli.documents.bestandsaufnahme_2026 import Angebot, Bestandsaufnahme, Datenquelle

    Eintraege = Sequence[tuple[str, Angebot | Datenquelle]]

_ANMERKUNGEN = "bereiche"
_KOPF = ("Bereich", "Angebote", "Datenquellen", "Anmerkung")
_BREITEN = (2, 3, 3, 3)


def gestalte(dokument: Bestandsaufnahme, kapitel: tuple[p.Kapitel, ...], umfeld: Umfeld) -> tuple[p.Kapitel, ...]:
    """Give the chapters; numbers and questions are left out, remarks on areas stand in the overview of all."""
    abschnitte = [_ohne_frage(eins) for teil in kapitel for eins in teil.abschnitte]
    ohne = [eins for eins in abschnitte if eins.fragen[0].pfad != _ANMERKUNGEN]
    zeilen = _zeilen(dokument)
    if zeilen:
        tabelle = p.Tabelle(_KOPF, tuple(zeilen), _BREITEN)
        frage = p.Frage(_ANMERKUNGEN, "", "", offen=False, bloecke=(tabelle,))
        ohne.append(p.Abschnitt("", "Überblick nach Bereichen", "", (frage,)))
    return (p.Kapitel("", "", tuple(ohne)),)


def _ohne_frage(abschnitt: p.Abschnitt) -> p.Abschnitt:
    """Leave out what the title of a section says already."""
    return replace(abschnitt, nummer="", fragen=tuple(replace(frage, wortlaut="") for frage in abschnitt.fragen))


def _zeilen(dokument: Bestandsaufnahme) -> list[tuple[p.Zelle, ...]]:
    """Give a row for each official area, and one for each area that the author added; none without entries."""
    angebote: Eintraege = [(eins.angebot or "", eins) for eins in dokument.alle_angebote]
    quellen: Eintraege = [(eins.name or "", eins) for eins in dokument.alle_datenquellen]
    if not angebote and not quellen:
        return []
    amtlich: list[tuple[p.Zelle, ...]] = [
        (
            bereich.titel,
            _namen(angebote, bereich.name),
            _namen(quellen, bereich.name),
            dokument.anmerkungen.get(bereich.name, ""),
        )
        for bereich in amtliche_bereiche()
    ]
    eigene = dict.fromkeys(text for _name, eins in (*angebote, *quellen) for text in _eigene(eins))
    return amtlich + [(text, _mit_eigenem(angebote, text), _mit_eigenem(quellen, text), "") for text in eigene]


def _namen(eintraege: Eintraege, bereich: str) -> str:
    """Give the names of the entries about an area, in whatever words they name it."""
    return "; ".join(name for name, eins in eintraege if bereich in belegt(_schluessel(eins))) or "–"


def _mit_eigenem(eintraege: Eintraege, text: str) -> str:
    return "; ".join(name for name, eins in eintraege if text in _eigene(eins)) or "–"


def _schluessel(eintrag: Angebot | Datenquelle) -> set[str]:
    return {bereich.name for bereich in eintrag.bereiche or [] if isinstance(bereich, Option)}


def _eigene(eintrag: Angebot | Datenquelle) -> list[str]:
    return [bereich.sonstiges.strip() for bereich in eintrag.bereiche or [] if isinstance(bereich, Sonstiges)]

"""The areas of both official outlines, as one list: by them the Bestandsaufnahme says what it holds.

The activity report asks for five topics, the project description for four areas and what else there is. Both lists are
read off their types here, so no area is spelt a second time; which of them mean the same is what the newer outline declares.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from kmut_cli.documents.antworten import Sonstiges
from kmut_cli.documents.entsprechungen import entsprechungen
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.option import Option
from kmut_cli.documents.projektbeschreibung_2026 import Bereich as BereichDesAntrags
from kmut_cli.documents.taetigkeitsbericht_2020 import Themen

_ANTRAG, _BERICHT = ("projektbeschreibung", "2026"), ("taetigkeitsbericht", "2020")
_FRAGE = ("bestandsaufnahme", "bereiche")
_THEMEN = {name: teil.beschriftung for name, teil in teile(Themen).items()}
_TITEL = _THEMEN | {bereich.name: bereich.titel for bereich in BereichDesAntrags}


class Bereich(Option):
    """Areas of data and offers, in the words of the outlines: the topics of the report, then what the form adds."""

    _ignore_ = "schluessel wortlaut"
    for schluessel, wortlaut in _TITEL.items():
        vars()[schluessel] = wortlaut


def _zusammengefasst() -> dict[str, tuple[str, ...]]:
    """Give the areas of the form with the topics of the report that each stands for."""
    return dict(entsprechungen(_ANTRAG, _BERICHT).uebertragbar[_FRAGE].optionen)


@cache
def amtliche_bereiche() -> tuple[Bereich, ...]:
    """Give the areas that a Bestandsaufnahme is to cover, in official order.

    An area that stands for several others is left out: whatever covers those covers it. The free „Sonstiges“ stands for
    none.
    """
    ohne_gegenstueck = {
        name for name, themen in _zusammengefasst().items() if not themen
    } - Sonstiges.model_fields.keys()
    return tuple(eins for eins in Bereich if eins.name in _THEMEN or eins.name in ohne_gegenstueck)


def belegt(genannt: Collection[str]) -> frozenset[str]:
    """Give all areas about which there is something, in the words of both outlines.

    Args:
        genannt: Keys of the areas that offers and sources name.

    Returns:
        These keys, the topics that a summarising area stands for, and the summarising area of each topic.
    """
    teile_von = _zusammengefasst()
    darin = {thema for name in genannt for thema in teile_von.get(name, ())}
    darueber = {name for name, themen in teile_von.items() if not set(themen).isdisjoint(genannt)}
    return frozenset({*genannt, *darin, *darueber})

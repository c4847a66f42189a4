"""Whether a document speaks of something: by the words that carry its meaning, whatever German endings they wear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# What joins topics („Gesundheit und Sprachmittlung“) and what only leads to one („Bekämpfung von …“).
_FUEGUNG = re.compile(r"\s*(?:[,;/–]|\b(?:und|oder|sowie|bzw\.?)\b)\s*")
_WORT = re.compile(r"[^\W\d_]+")
_FUELLWOERTER = """
aber alle aller allem allen als auch aufgrund ausserdem bei beim besonders bezug dabei damit dass dem den denen der
deren des dessen die dies diese diesem diesen dieser dieses durch eher ein eine einem einen einer eines etwa fuer
gegen gibt haben ihre ihren ihrer immer insbesondere insgesamt jede jeden jeder kein keine mehr mit nach nicht noch
nur oben ohne schon sehr sein seine seit sich sie sind sowie sowohl ueber unter vom von vor waren weiter weitere
weiteren weiterer werden wird wurde wurden zum zur zwischen aufbau ausbau bekaempfung bereich bereiche entwicklung
foerderung handlungsfeld handlungsfelder massnahme massnahmen schwerpunkt schwerpunkte staerkung thema themen umgang
verbesserung
"""
_FUELLWORT = frozenset(_FUELLWOERTER.split())
_UMSCHRIFT = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_FUELL_UMSCHRIFT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Endings, the long ones first: of number and case, and those that make a noun or an adjective of the same root.
_ALLE_ENDUNGEN = """
istischen istischer istisches istische istisch ismus isten ist heiten keiten ungen innen heit keit ungs ung ischen
ischer isches ische isch erin ern em en er es e n s
"""
_ENDUNGEN = tuple(_ALLE_ENDUNGEN.split())
_STAMM = 4
_VORN, _INNEN = 5, 6


@dataclass(frozen=True, slots=True)
class Begriff:
    """A topic: words that belong together.

    Attributes:
        text: As the author writes it.
        staemme: Roots of its words that carry meaning, none twice.
    """

    text: str
    staemme: tuple[str, ...]

    def genannt(self, staemme: Iterable[str]) -> bool:
        """Whether a text with these roots speaks of it: at least half of its words are there."""
        alle = list(staemme)
        treffer = sum(any(_passt(gesucht, wort) for wort in alle) for gesucht in self.staemme)
        return bool(treffer) and 2 * treffer >= len(self.staemme)


def begriffe(eintrag: str) -> tuple[Begriff, ...]:
    """Give the topics that an entry names.

    >>> [begriff.text for begriff in begriffe("Bekämpfung von Antisemitismus und Rassismus")]
    ['Bekämpfung von Antisemitismus', 'Rassismus']

    Returns:
        At least one, unless the entry holds no letter; words that only fill are left out unless there are no others.
    """
    teile = [teil.strip() for teil in _FUEGUNG.split(unicodedata.normalize("NFC", eintrag)) if teil.strip()]
    gefunden = tuple(Begriff(teil, tuple(dict.fromkeys(staemme(teil)))) for teil in teile)
    mit_sinn = tuple(begriff for begriff in gefunden if begriff.staemme)
    if mit_sinn:
        return mit_sinn
    alle = tuple(dict.fromkeys(_stamm(wort) for wort in _worte(eintrag)))
    return (Begriff(eintrag.strip(), alle),) if alle else ()


def staemme(text: str) -> list[str]:
    """Give the roots of the words of a text that carry meaning, in their order."""
    return [
        _stamm(wort)
        for wort in _worte(text)
        if (len(wort) >= _STAMM or (wort.isupper() and len(wort) > 1))
        and wort.lower().translate(_FUELL_UMSCHRIFT) not in _FUELLWORT
    ]


def _worte(text: str) -> list[str]:
    return _WORT.findall(unicodedata.normalize("NFC", text))


def _stamm(wort: str) -> str:
    """Take endings off a word while enough of it is left: „Sprachmittlerinnen“ and „Sprachmittlung“ become one."""
    rest = wort.lower().translate(_UMSCHRIFT)
    for _ in range(3):
        endung = next((e for e in _ENDUNGEN if rest.endswith(e) and len(rest) - len(e) >= _STAMM), "")
        if not endung:
            break
        rest = rest.removesuffix(endung)
    return rest


def _passt(gesucht: str, wort: str) -> bool:
    """Whether a word has the root, alone or in a compound: the longer the root, the freer its place."""
    if gesucht == wort:
        return True
    return (len(gesucht) >= _VORN and wort.startswith(gesucht)) or (len(gesucht) >= _INNEN and gesucht in wort)

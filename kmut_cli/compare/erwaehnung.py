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
_BEUGUNG = ("ern", "em", "en", "er", "es", "e", "n", "s")
_STAMM = 4
# Letters that a root needs to count at the beginning of a word, and anywhere in it.
_VORN, _INNEN = 5, 6
# Letters that a compound has before its last part, so that „Ausbildung“ and „gerecht“ are none of „Bildung“, „Recht“.
_DAVOR = 4
# Words that end like a compound of another word and are none.
_SCHEINBAR = ("transport",)


@dataclass(frozen=True, slots=True)
class Stamm:
    """A word by which a topic is found.

    Attributes:
        wurzel: What all words of its family begin with; too short to look for in compounds if many endings went.
        formen: The word as it is written in a compound: in full, and without the endings of number and case.
    """

    wurzel: str
    formen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Begriff:
    """A topic: words that belong together.

    Attributes:
        text: As the author writes it.
        staemme: Its words that carry meaning, no root twice.
    """

    text: str
    staemme: tuple[Stamm, ...]

    def genannt(self, staemme: Iterable[Stamm]) -> bool:
        """Whether a text with these words speaks of it: at least half of its words are there."""
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
    gefunden = tuple(Begriff(teil, _je_wurzel(staemme(teil))) for teil in teile)
    mit_sinn = tuple(begriff for begriff in gefunden if begriff.staemme)
    if mit_sinn:
        return mit_sinn
    alle = _je_wurzel(_stamm(wort) for wort in _worte(eintrag))
    return (Begriff(eintrag.strip(), alle),) if alle else ()


def _je_wurzel(alle: Iterable[Stamm]) -> tuple[Stamm, ...]:
    return tuple({stamm.wurzel: stamm for stamm in alle}.values())


def staemme(text: str) -> list[Stamm]:
    """Give the words of a text that carry meaning, in their order."""
    return [
        _stamm(wort)
        for wort in _worte(text)
        if (len(wort) >= _STAMM or (wort.isupper() and len(wort) > 1))
        and wort.lower().translate(_FUELL_UMSCHRIFT) not in _FUELLWORT
    ]


def _worte(text: str) -> list[str]:
    return _WORT.findall(unicodedata.normalize("NFC", text))


def _stamm(wort: str) -> Stamm:
    """Take endings off a word while enough of it is left: „Sprachmittlerinnen“ and „Sprachmittlung“ become one."""
    ganz = wort.lower().translate(_UMSCHRIFT)
    wurzel = ganz
    for _ in range(3):
        wurzel = _ohne_endung(wurzel, _ENDUNGEN)
    return Stamm(wurzel, tuple(dict.fromkeys((ganz, _ohne_endung(ganz, _BEUGUNG)))))


def _ohne_endung(wort: str, endungen: Iterable[str]) -> str:
    endung = next((e for e in endungen if wort.endswith(e) and len(wort) - len(e) >= _STAMM), "")
    return wort.removesuffix(endung)


def _passt(gesucht: Stamm, wort: Stamm) -> bool:
    """Whether a word is of the family of another, or a compound that begins or ends with it."""
    if gesucht.wurzel == wort.wurzel:
        return True
    if len(gesucht.wurzel) >= _VORN and wort.wurzel.startswith(gesucht.wurzel):
        return True
    if len(gesucht.wurzel) >= _INNEN and gesucht.wurzel in wort.wurzel:
        return True
    lange = [form for form in gesucht.formen if len(form) >= _VORN]
    return any(form.startswith(lang) or _endet(form, lang) for lang in lange for form in wort.formen)


def _endet(wort: str, teil: str) -> bool:
    """Whether a word is a compound with this last part."""
    if not wort.endswith(teil) or len(wort) - len(teil) < _DAVOR:
        return False
    return not any(wort.endswith(schein) and len(teil) < len(schein) for schein in _SCHEINBAR)

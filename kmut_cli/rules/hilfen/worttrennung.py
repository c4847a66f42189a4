"""Finds words that are divided as at the end of a printed line: „Hand-“, „lungskonzept“."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.rules.hilfen.fundstelle import Fundstelle

_BUCHSTABE = "[^\\W\\d_]|[\u0300-\u036f]"  # Text from a Mac may hold accents as characters of their own.
_STRICH = "\u002d\u2010\u00ad\u00ac"  # „¬“ is what some programs make of Word's soft hyphen.
# Text typed without „|“ arrives here with blanks for its line ends.
_TRENNUNG = re.compile(
    rf"[{_STRICH}](?<=(?:{_BUCHSTABE})[{_STRICH}])(?:(?P<zeile>[ \t]*\n[ \t]*(?:>[ \t]*)*)| )"
    rf"(?P<rechts>(?:{_BUCHSTABE})++-?+)(?!@|\.\w|://)"
)
_KEIN_WORT = re.compile(r"://|www\.|[@.\\`]")
_LAENGSTES = 60

_BINDEWOERTER = frozenset(
    [
        *("und", "oder", "bzw", "beziehungsweise", "sowie", "sowohl", "bis", "wie", "als", "statt", "anstatt", "aber"),
        *("sondern", "respektive", "resp", "versus", "vs", "gegenüber", "ohne", "nicht", "noch", "auch", "plus", "u"),
        *("zum", "zur", "o", "usw", "etc", "ff"),
    ]
)
"""Behind „Vor-“ they begin a word of their own: „Vor- und Nachteile“, „Eltern- statt Kinderkurse“."""
_KLEINE_WOERTER = _BINDEWOERTER | frozenset(
    [
        *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "alle", "kein"),
        *("keine", "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "kann", "hat", "haben", "mit"),
        *("auf", "aus", "bei", "beim", "nach", "seit", "von", "vom", "für", "durch", "über", "unter", "vor", "hinter"),
        *("neben", "zwischen", "gegen", "sie", "wir", "ihr", "man", "sich", "hier", "dort", "dann", "dass", "wenn"),
        *("weil", "jedoch", "doch", "siehe", "nur", "mehr", "weniger", "inkl", "pro", "einmal", "zweimal", "dreimal"),
        *("viermal", "fünfmal", "mal"),
    ]
)
"""Within a line they show that the hyphen is a dash, „Projekt- das erste“; on a new line „der“ may end „Kin-der“."""


def worttrennungen(text: str) -> Iterator[Fundstelle]:
    """Find the divided words of a text.

    Yields:
        Each word that goes on in lower case on the next line, or behind a blank; none that goes on with a word such as
        „und“, and no part of an address.
    """
    for treffer in _TRENNUNG.finditer(text):
        rechts, am_ende = treffer["rechts"], treffer["zeile"] is not None
        links = text[max(treffer.start() - _LAENGSTES, 0) : treffer.start()].split()[-1]
        if len(links) == _LAENGSTES or _KEIN_WORT.search(links) or not rechts.islower():
            continue
        links = links.lstrip("„“”\"'»«›‹([{*_|>–—-")
        kurzes = not am_ende and (len(links) < 2 or len(rechts) < 3)
        if links and not kurzes and rechts.rstrip("-") not in (_BINDEWOERTER if am_ende else _KLEINE_WOERTER):
            yield _fundstelle(links, rechts, treffer.start(), am_ende)


def _fundstelle(links: str, rechts: str, strich: int, am_ende: bool) -> Fundstelle:
    getrennt = kurz(f"{links}-{rechts}")
    # „EU-weit“ has a hyphen of its own.
    ganz = getrennt if links.isupper() else kurz(links + rechts)
    wo = "am Ende der Zeile" if am_ende else "mitten in der Zeile"
    message = f"Hier ist ein Wort {wo} getrennt; im Dokument stünde „{kurz(f'{links}- {rechts}')}“."
    hilfe = f"Schreiben Sie „{ganz}“ zusammen in eine Zeile"
    if ganz != getrennt:
        hilfe += ", mit Bindestrich nur, wenn er zum Wort gehört"
    if not am_ende:
        hilfe += "; ist ein Gedankenstrich gemeint, schreiben Sie „ – “"
    return Fundstelle(strich - len(links), len(links) + 1, message, f"{hilfe}.")

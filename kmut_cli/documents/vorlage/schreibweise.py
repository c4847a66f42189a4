"""How a word may be written: accents there or left out, umlauts spelt out, soft hyphens within, a blank for a hyphen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LUECKE = r"(?:[\s*_\u00ad]|&nbsp;|\\\n)+"
"""What may stand between two words: Markdown's emphasis and its line ends too."""
ZEICHEN_DAZU = r"\u0300-\u036f\u00ad"
"""Accents that follow their letter, and the soft hyphen: for a class of a pattern."""

_MARKEN = f"[{ZEICHEN_DAZU}]*"
_LEERZEICHEN = r"(?:[^\S\n]|[*_\u00ad]|&nbsp;)+"  # on one line: across its end stand two names rather than a double one
_BINDESTRICHE = "-\u2010\u2011"
# Letters with a stroke are letters of their own: taking accents off does not make plain ones of them.
_MIT_STRICH = str.maketrans("łŁøØđĐıħĦŧŦ", "lLoOdDihHtT")
_UMLAUTE = {"a\u0308": "ae", "o\u0308": "oe", "u\u0308": "ue", "ß": "ss"}


@dataclass(frozen=True, slots=True)
class Zerlegt:
    """A text with the accents behind their letters, which is what :func:`wortmuster` is made for.

    Attributes:
        text: The text.
        stellen: For each character of it, that of the original which it comes from; empty if they are the same.
        laenge: Length of the original.
    """

    text: str
    stellen: tuple[int, ...]
    laenge: int

    def ort(self, beginn: int, ende: int) -> tuple[int, int]:
        """Give beginning and end of a part in the original."""
        if not self.stellen:
            return beginn, ende
        return self.stellen[beginn], self.stellen[ende] if ende < len(self.stellen) else self.laenge


def zerlegt(text: str) -> Zerlegt:
    """Put the accents of a text behind their letters; no letter changes its place."""
    if text.isascii():
        return Zerlegt(text, (), len(text))
    stuecke = [unicodedata.normalize("NFD", zeichen).translate(_MIT_STRICH) for zeichen in text]
    stellen = tuple(ort for ort, stueck in enumerate(stuecke) for _ in stueck)
    return Zerlegt("".join(stuecke), stellen, len(text))


def wortmuster(wort: str) -> str:
    """Give the pattern of a word, or of several, in a text that is taken apart; case is left to the pattern's flags.

    >>> bool(re.fullmatch(wortmuster("Öztürk-Groß"), zerlegt("oeztürk Gross").text, re.IGNORECASE))
    True
    """
    einfach = zerlegt(unicodedata.normalize("NFC", wort)).text
    teile = re.findall(rf"[aou]\u0308|[aou]e|ss|.[{ZEICHEN_DAZU}]*", einfach, re.IGNORECASE | re.DOTALL)
    return "".join(_teil(teil) for teil in teile)


def einfach(text: str) -> set[str]:
    """Give a text as addresses and names of files have it: lower case, only letters and digits, umlauts in both ways."""
    klein = zerlegt(text.lower()).text
    ohne_umlaute = klein
    for umlaut, aus in _UMLAUTE.items():
        ohne_umlaute = ohne_umlaute.replace(umlaut, aus)
    formen = (ohne_umlaute, klein.replace("ß", "ss"))
    return {"".join(zeichen for zeichen in form if zeichen.isalnum()) for form in formen}


def _teil(teil: str) -> str:
    """Give the pattern of one letter with its accents, or of one sound that has two spellings."""
    klein = teil.lower()
    if teil.isspace():
        return LUECKE
    if teil in _BINDESTRICHE:
        return rf"(?:\s?[{_BINDESTRICHE}]\s?|{_LEERZEICHEN})"
    if klein in ("ss", "ß"):
        return f"(?:s{_MARKEN}s|ß){_MARKEN}"
    if klein in _UMLAUTE:
        return f"{klein[0]}(?:{_MARKEN}e)?{_MARKEN}"
    if klein in _UMLAUTE.values():
        return f"{klein[0]}(?:{_MARKEN}e|\u0308){_MARKEN}"
    return re.escape(teil[0]) + _MARKEN

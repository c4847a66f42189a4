"""Finds what is left in a text of having been pasted; what Markdown prints as it is meant is no leftover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kmut_cli.documents.meldungen import kurz
from kmut_cli.rules.hilfen.aufzaehlungszeichen import aufzaehlungszeichen
from kmut_cli.rules.hilfen.fundstelle import Fundstelle
from kmut_cli.rules.hilfen.worttrennung import worttrennungen

HOECHSTENS = 100
"""More places of a kind are not looked for; a text with so many wants to be pasted anew."""

_SEITE = re.compile(
    r"^[ \t]*(?P<seite>[-–—] ?\d{1,3} ?[-–—]"
    r"|(?:[-–—] ?)?(?:Seite|SEITE):? \d{1,3}(?: ?(?:von|/|\|) ?\d{1,3})?(?: ?[-–—])?)[ \t]*$",
    re.MULTILINE,
)
_NAMEN = {
    "\u00ad": "ein unsichtbares Zeichen (weiches Trennzeichen, U+00AD)",
    "\u200b": "ein unsichtbares Zeichen (Leerzeichen ohne Breite, U+200B)",
    "¬": "das Zeichen „¬“, ein Trennzeichen aus Word",
}
_UNSICHTBAR = re.compile(r"[\u00ad¬](?!\s)|\u200b")  # Before a blank they divide a word, which is another kind.
_SUEDOSTASIEN = re.compile("[\u0e00-\u109f\u1780-\u17ff]")  # Thai, Lao, Tibetan, Burmese, Khmer: no blanks in between
_CODE = re.compile(r"```|~~~")


def reste(text: str) -> list[list[Fundstelle]]:
    """Find all leftovers of a text.

    Args:
        text: An answer, as Markdown.

    Returns:
        One list for each kind of which there is any: bullets, divided words, page marks, invisible characters; each in
        the order of the text and no longer than ``HOECHSTENS``. Nothing from fenced code, which is printed as typed.
    """
    lesbar = _ohne_code(text)
    arten = (aufzaehlungszeichen(lesbar), worttrennungen(lesbar), _seiten(lesbar), _unsichtbare(lesbar))
    return [art for art in (list(islice(art, HOECHSTENS)) for art in arten) if art]


def _ohne_code(text: str) -> str:
    """Put blanks in place of fenced code; offsets stay."""
    if not _CODE.search(text):
        return text
    from kmut_cli.documents.markdown import gelesen

    zeilen = text.split("\n")
    for token in gelesen(text) or ():
        if token.type == "fence" and token.map:
            for nummer in range(token.map[0], min(token.map[1], len(zeilen))):
                zeilen[nummer] = " " * len(zeilen[nummer])
    return "\n".join(zeilen)


def _seiten(text: str) -> Iterator[Fundstelle]:
    """Find page marks; where one is the whole text, it is an answer."""
    for treffer in _SEITE.finditer(text):
        seite = treffer["seite"]
        if seite != text.strip():
            message = f"„{seite}“ steht allein in der Zeile und sieht aus wie eine Seitenzahl."
            hilfe = "Löschen Sie die Zeile. Geht der Satz davor in der Zeile danach weiter, ziehen Sie beide zusammen."
            yield Fundstelle(treffer.start("seite"), len(seite), message, hilfe)


def _unsichtbare(text: str) -> Iterator[Fundstelle]:
    for treffer in _UNSICHTBAR.finditer(text):
        stelle, zeichen = treffer.start(), treffer[0]
        davor, danach = text[max(stelle - 1, 0) : stelle], text[stelle + 1 : stelle + 2]
        if zeichen == "\u200b" and _SUEDOSTASIEN.search(davor + danach):
            continue
        if zeichen == "¬" and not (davor.isalpha() and danach.isalpha()):
            continue  # In logic it means „not“.
        wort = _UNSICHTBAR.sub("", text[max(stelle - 30, 0) : stelle])
        hinter = f"Hinter „{kurz(wort.split()[-1])}“" if wort.strip() and not davor.isspace() else "Hier"
        message = f"{hinter} steht {_NAMEN[zeichen]}."
        yield Fundstelle(stelle, 1, message, "Löschen Sie es, oder tippen Sie das Wort neu.")

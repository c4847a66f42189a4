"""A text as words and meaningful breaks: what a writer reflowed is gone, what a reader would see is left."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

UMBRUCH = "\n"
WEICHER_TRENNSTRICH = "\u00ad"
# Signs with which a line begins something of its own even without a blank line before it.
_BLOCK = re.compile(r"([-*+]|\d{1,9}[.)])(\s|$)|[>#|]")
_PUNKT = re.compile(r"([-*+]|\d{1,9}[.)])(\s|$)")
_STRICHE = re.compile(r"-+")
_TRENNZEILE = re.compile(r"[|:\- ]*-[|:\- ]*")


def worte(text: str) -> list[str]:
    """Cut a text into words and line breaks that mean something.

    Args:
        text: Markdown, or plain text.

    Returns:
        Words; before each paragraph, point or table row a line break followed by two blanks per level of lists.
        Breaks inside a paragraph, the width of blanks and columns, soft hyphens, and how accents are encoded are gone.
    """
    alle: list[str] = []
    ebenen: list[int] = []
    luecke, vorher = True, ""
    for zeile in unicodedata.normalize("NFC", text.replace(WEICHER_TRENNSTRICH, "")).expandtabs(4).splitlines():
        inhalt = zeile.strip()
        if not inhalt:
            luecke = True
            continue
        if luecke or _BLOCK.match(inhalt) or vorher[:1] in ("#", "|"):
            alle.append(UMBRUCH + "  " * _ebene(zeile, inhalt, ebenen))
        alle += (_tabellenzeile(inhalt) if inhalt[0] == "|" else inhalt).split()
        luecke, vorher = False, inhalt
    return alle


def _tabellenzeile(inhalt: str) -> str:
    """Write a row of a table so that the width of its columns does not matter."""
    if _TRENNZEILE.fullmatch(inhalt):
        inhalt = _STRICHE.sub("---", inhalt)
    return inhalt.replace("|", " | ")


def _ebene(zeile: str, inhalt: str, ebenen: list[int]) -> int:
    """Give the level of a point in nested lists, however wide it is indented; ``ebenen`` holds the indents so far."""
    einzug = len(zeile) - len(zeile.lstrip())
    if not _PUNKT.match(inhalt):
        if not einzug:
            ebenen.clear()
        return 0
    while ebenen and ebenen[-1] > einzug:
        ebenen.pop()
    if not ebenen or ebenen[-1] < einzug:
        ebenen.append(einzug)
    return len(ebenen) - 1


def geglaettet(text: str) -> str:
    """Give a text without what is no change."""
    return zusammen(worte(text)).lstrip(UMBRUCH)


def zusammen(folge: Sequence[str]) -> str:
    """Write words and breaks as text again."""
    text = ""
    for vorher, wort in zip(("", *folge), folge, strict=False):
        text += wort if not vorher or UMBRUCH in (vorher[0], wort[0]) else f" {wort}"
    return text


def aehnlichkeit(a: Counter[str], b: Counter[str]) -> float:
    """Give the share of words that two texts have in common: 1 for the same words, 0 for none."""
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)

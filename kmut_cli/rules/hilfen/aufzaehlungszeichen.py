"""Finds lines that begin with a bullet that is none in Markdown, so that the points run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.rules.hilfen.fundstelle import Fundstelle

_ANFANG = r"^[ \t]*(?:>[ \t]*)*"
_FESTE = "\u00a0\u2000-\u200a\u202f\u3000"  # Markdown wants a plain blank behind its sign.
_PUNKTE = "•◦▪▫‣⁃∙⋅·●○■◆◇❖►▶▸➢➤\ue000-\uf8ff"  # Fonts of symbols live in the private area.
_PFEILE = "→⇒➔✓✔☐☑☒□"
# „·····“ and „● ● ○“ are no bullets. Copied out of some fonts of symbols, a bullet is a letter before a tab.
_SICHER = rf"[{_PUNKTE}](?![ \t]*[{_PUNKTE}])|-(?=[{_FESTE}]+[^\W\d])|[–—−o§Øüvq](?=\t)"
# A line of prose may begin with a dash or an arrow; „-Wort“ may be the end of a word.
_FRAGLICH = rf"[–—−―{_PFEILE}](?=[ {_FESTE}]+\S)|-(?=[^\W\d_])"
_PUNKT = re.compile(rf"{_ANFANG}(?:(?P<sicher>{_SICHER})|(?P<fraglich>{_FRAGLICH})(?![^\n]*\|))", re.MULTILINE)
_SEITENZAHL = re.compile(r"[ \t]*[–—-] ?\d+ ?[–—-][ \t]*(?:\n|\Z)")
_LEERZEILE = re.compile(r"\n[ \t>]*\n")

Treffer = re.Match[str]


def aufzaehlungszeichen(text: str) -> Iterator[Fundstelle]:
    """Find the lines of a text that are meant as points of a list and are none.

    Yields:
        Each line with a bullet; lines that begin with a dash only where several together can be nothing else.
    """
    treffer = [eins for eins in _PUNKT.finditer(text) if not _SEITENZAHL.match(text, eins.start())]
    gruppen = _gruppen(text, [eins for eins in treffer if eins["fraglich"]])
    listen = {eins.start() for gruppe in gruppen if _ist_liste(text, gruppe) for eins in gruppe}
    einzeln = "\n" not in text.strip()
    return (_fundstelle(eins, einzeln) for eins in treffer if eins["sicher"] or eins.start() in listen)


def _gruppen(text: str, treffer: list[Treffer]) -> list[list[Treffer]]:
    """Put together the lines of one paragraph that begin with the same sign."""
    gruppen: list[list[Treffer]] = []
    for eins in treffer:
        vorige = gruppen[-1][-1] if gruppen else None
        gleich = vorige is not None and vorige["fraglich"] == eins["fraglich"]
        if vorige is not None and gleich and not _LEERZEILE.search(text, vorige.start(), eins.start()):
            gruppen[-1].append(eins)
        else:
            gruppen.append([eins])
    return gruppen


def _ist_liste(text: str, gruppe: list[Treffer]) -> bool:
    """Whether at least two such lines follow directly, or stand in a paragraph that begins with one or with a colon."""
    if len(gruppe) < 2:
        return False
    anfang = gruppe[0].start()
    davor = text[max(anfang - 200, 0) : anfang].rstrip(" \t>").removesuffix("\n").rstrip(" \t>")
    if not davor or davor.endswith(("\n", ":")):
        return True
    naechste = (text.find("\n", eins.start()) + 1 for eins in gruppe)
    return any(zeile == eins.start() for zeile, eins in zip(naechste, gruppe[1:], strict=False))


def _fundstelle(treffer: Treffer, einzeln: bool) -> Fundstelle:
    gruppe = treffer.lastgroup or 0
    zeichen = treffer[gruppe]
    eigen = "\ue000" <= zeichen <= "\uf8ff"
    name = f"Aufzählungszeichen aus Word (U+{ord(zeichen):04X})" if eigen else f"Aufzählungszeichen „{zeichen}“"
    if einzeln:
        message = f"Die Antwort beginnt mit dem {name}."
        hilfe = "Löschen Sie es. Mehrere Punkte schreiben Sie nach „|“ in eigene Zeilen, jeden mit „- “ davor."
    elif zeichen == "-":
        message = "Hinter „-“ fehlt ein gewöhnliches Leerzeichen; so wird die Zeile nicht zum Punkt einer Liste."
        hilfe = "Beginnen Sie jeden Punkt mit „- “ (Strich, Leertaste)."
    else:
        message = f"Die Zeile beginnt mit dem {name}; so wird sie nicht zum Punkt einer Liste."
        ersatz = "vor das Zeichen" if zeichen in _PFEILE else "statt des Zeichens"
        hilfe = f"Schreiben Sie {ersatz} „- “ (Strich, Leertaste)."
    return Fundstelle(treffer.start(gruppe), 1, message, hilfe)

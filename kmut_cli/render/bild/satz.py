"""Width of text and breaking of lines, by the metrics of the font shipped with the pictures.

Its letters are as wide as those of Arial, so that lines fit in whatever program shows the SVG: nearly all have Arial or
a font made to its measures.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

ORDNER = Path(__file__).parent / "schrift"
FAMILIE = "Bildschrift"
AUSLASSUNG = "…"

# What XML cannot hold, lone surrogates, and characters that steer, hide or reorder text.
_UNERLAUBT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
# A line may break at blanks (but not at no-break ones), after a dash and between words that a stroke joins.
_WEISS = re.compile("[ \t\n\r\x85\u2028\u2029]+")
_STUECK = re.compile(r"[^-–/]*[-–/]+(?=[^\W\d])|.+$")


@dataclass(frozen=True, slots=True)
class Schrift:
    """Advance widths of a font.

    Attributes:
        einheiten: Units of the font in one em.
        breiten: Width of each character, in those units.
        sonst: Width of the box that stands for a character the font does not have.
    """

    einheiten: int
    breiten: dict[str, int]
    sonst: int


def sauber(text: str) -> str:
    """Give text as one line without characters that a picture cannot or must not hold."""
    return _WEISS.sub(" ", _UNERLAUBT.sub("", normalize("NFC", text))).strip(" ")


@cache
def schrift(fett: bool = False) -> Schrift:
    """Read the widths of the shipped font, once."""
    daten = (ORDNER / f"{FAMILIE}-{'Bold' if fett else 'Regular'}.ttf").read_bytes()
    tabellen = {
        daten[ort : ort + 4]: struct.unpack_from(">I", daten, ort + 8)[0]
        for ort in range(12, 12 + 16 * struct.unpack_from(">H", daten, 4)[0], 16)
    }
    (einheiten,) = struct.unpack_from(">H", daten, tabellen[b"head"] + 18)
    (anzahl,) = struct.unpack_from(">H", daten, tabellen[b"hhea"] + 34)
    vorschub = [struct.unpack_from(">H", daten, tabellen[b"hmtx"] + 4 * nr)[0] for nr in range(anzahl)]
    breiten = {chr(code): vorschub[min(glyphe, anzahl - 1)] for code, glyphe in _zuordnung(daten, tabellen[b"cmap"])}
    return Schrift(einheiten, breiten, vorschub[0])


def _zuordnung(daten: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Read characters and their glyphs from the table of format 4, which ours has as the first."""
    ort = cmap + struct.unpack_from(">I", daten, cmap + 8)[0]
    form, _laenge, _sprache, doppelt = struct.unpack_from(">4H", daten, ort)
    if form != 4:
        raise ValueError("font without a character map of format 4")
    stuecke = doppelt // 2
    enden = struct.unpack_from(f">{stuecke}H", daten, ort + 14)
    anfaenge = struct.unpack_from(f">{stuecke}H", daten, ort + 16 + doppelt)
    versatz = struct.unpack_from(f">{stuecke}H", daten, ort + 16 + 2 * doppelt)
    weisend = ort + 16 + 3 * doppelt
    weiser = struct.unpack_from(f">{stuecke}H", daten, weisend)
    for nr, (anfang, ende) in enumerate(zip(anfaenge, enden, strict=True)):
        for code in range(anfang, min(ende, 0xFFFE) + 1):
            if weiser[nr] == 0:
                glyphe = code + versatz[nr]
            else:
                (glyphe,) = struct.unpack_from(">H", daten, weisend + 2 * nr + weiser[nr] + 2 * (code - anfang))
                glyphe = glyphe and glyphe + versatz[nr]
            if glyphe & 0xFFFF:
                yield code, glyphe & 0xFFFF


def breite(text: str, groesse: float, *, fett: bool = False) -> float:
    """Give the width of one line in points."""
    masse = schrift(fett)
    return sum(masse.breiten.get(zeichen, masse.sonst) for zeichen in text) * groesse / masse.einheiten


def kuerze(text: str, groesse: float, platz: float, *, fett: bool = False, immer: bool = False) -> str:
    """End text with „…“ so that it fits; leave it alone if it does, unless ``immer`` says that more would follow."""
    if not immer and breite(text, groesse, fett=fett) <= platz:
        return text
    gekuerzt = text
    while gekuerzt and breite(gekuerzt + AUSLASSUNG, groesse, fett=fett) > platz:
        gekuerzt = gekuerzt[:-1]
    # Whole words where there are any.
    if gekuerzt != text and text[len(gekuerzt)] != " " and " " in gekuerzt:
        gekuerzt = gekuerzt[: gekuerzt.rindex(" ")]
    return gekuerzt.rstrip(" ,;:–-/•(„") + AUSLASSUNG


def umbruch(text: str, groesse: float, platz: float, *, fett: bool = False, hoechstens: int = 0) -> tuple[str, ...]:
    """Break text into lines.

    Args:
        text: One paragraph; blanks and line ends in it count as one blank.
        groesse: Size of the font in points.
        platz: Width of a line in points.
        fett: Whether it is set in bold.
        hoechstens: Number of lines after which „…“ ends the text; 0 for no limit.

    Returns:
        The lines; one empty line for empty text.
    """
    zeilen: list[str] = [""]
    for wort in sauber(text).split(" "):
        luecke = " " if zeilen[-1] else ""
        for stueck in _stuecke(wort, groesse, platz, fett=fett):
            if breite(zeilen[-1] + luecke + stueck, groesse, fett=fett) <= platz or not zeilen[-1]:
                zeilen[-1] += luecke + stueck
            else:
                zeilen.append(stueck)
            luecke = ""
    if hoechstens and len(zeilen) > hoechstens:
        letzte = kuerze(zeilen[hoechstens - 1], groesse, platz, fett=fett, immer=True)
        zeilen = [*zeilen[: hoechstens - 1], letzte]
    return tuple(zeilen)


def _stuecke(wort: str, groesse: float, platz: float, *, fett: bool) -> Iterator[str]:
    """Give the parts of a word between which a line may break; what is longer than a line is cut."""
    for stueck in _STUECK.findall(wort):
        rest = 0
        for stelle in range(1, len(stueck)):
            if breite(stueck[rest : stelle + 1], groesse, fett=fett) > platz:
                yield stueck[rest:stelle]
                rest = stelle
        yield stueck[rest:]

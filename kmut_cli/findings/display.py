"""Text for a terminal: of foreign text no character steers it, hides itself or breaks a line; our own has colours."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

# Controls, invisible and reordering characters, lone surrogates (bytes of a file name that are no UTF-8) and
# non-characters. U+200C and U+200D stay: emoji and several scripts are written with them.
_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_ZERO_WIDTH_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def visible(text: str) -> str:
    r"""Replace every character that would not be seen, or do harm, by a visible form.

    Args:
        text: Any text, from a file, a file name or a library.

    Returns:
        The text with ``␛`` and its like for ASCII controls, ``\x9b`` for a byte of a file name that is no UTF-8
        and for other controls, ``\u202e`` for what is invisible or reorders the line. Nothing else changes.
    """
    return _UNSHOWN.sub(_visible_form, text)


def _visible_form(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x20:
        return chr(0x2400 + number)
    return "␡" if number == 0x7F else escape_form(number)


def escape_form(number: int) -> str:
    r"""Write a code point below U+10000 as ``\x9b`` or ``\u202e``.

    A lone surrogate that Python put for a byte of a file name becomes that byte: ``\xff``.
    """
    if 0xDC80 <= number <= 0xDCFF:
        number -= 0xDC00
    return rf"\x{number:02x}" if number < 0x100 else rf"\u{number:04x}"


def one_line(text: str) -> str:
    """Make text visible on a single line: line breaks become one space each."""
    return visible(_BREAKS.sub(" ", text))


def paint(text: str, style: str, color: bool) -> str:
    """Give text in an ANSI style such as ``1;31``, unchanged without ``color``."""
    return f"\x1b[{style}m{text}\x1b[0m" if color else text


def cell_len(text: str) -> int:
    """Width of visible text in columns of a terminal.

    Wide East Asian characters and emoji take two columns, combining marks none; an emoji that is joined from
    several counts once. Terminals differ for rare sequences; this is what most of them do.
    """
    if text.isascii():
        return len(text)
    cells = last = 0
    joined = False
    for char in text:
        if char == _ZERO_WIDTH_JOINER:
            joined = last == 2
        elif char == _EMOJI_STYLE:
            cells, last = (cells + 1, 2) if last == 1 else (cells, last)
        elif (joined and category(char) == "So") or (last == 2 and "\U0001f3fb" <= char <= "\U0001f3ff"):
            joined = False
        else:
            own = _char_cells(char)
            cells, last, joined = cells + own, own or last, False
    return cells


def _char_cells(char: str) -> int:
    # Vowels and final consonants of Hangul written in parts stand inside the syllable before them.
    if category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1

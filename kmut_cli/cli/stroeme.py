"""The last door before the terminal: nothing that steers it goes out but what kmut itself paints with.

Text of files, names and arguments is made visible where it is put into a sentence (see ``findings/display.py``). This
door is for the place that forgets it, and for text that libraries print.

It guards what is written as text. The ``buffer`` of a stream is the real one: prompt_toolkit draws its questions by it,
moves and all, and makes visible itself what is typed and shown there. Data that goes out as bytes goes that way too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kmut_cli.findings.display import visible

_STEERING = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_REORDERING = "\u2028-\u202e\u2066-\u2069"
# Into a file or pipe: no document holds such a character, so no data changes. There kmut paints nothing.
_NIE = re.compile(f"[{_STEERING}]")
# On a terminal colours are ours, as long as rich writes them (two of 24 bits and a style take some fifty characters).
# Not 8, which hides text; as the number of a colour (38;5;8) it is harmless.
_FARBE = r"[34]8;(?:5;[0-9]{1,3}|2(?:;[0-9]{1,3}){3})"
_STIL = rf"(?:{_FARBE}|(?!0?8(?![0-9])|[345]8(?![0-9]))(?:10[0-7]|[0-9]{{0,2}}))"
_MALT = rf"\x1b\[(?=[0-9;]{{0,64}}m){_STIL}(?:;{_STIL})*m|\r\n"
# What rich's bar needs besides: begin the line anew, erase it, go up one, hide and show the cursor.
_BEWEGT = r"\r|\x1b\[(?:2K|1A|\?25[lh])"
_SONST = rf"[\r{_STEERING}{_REORDERING}]"
_AM_TERMINAL = re.compile(f"({_MALT})|{_SONST}")
_MIT_BALKEN = re.compile(f"({_MALT}|{_BEWEGT})|{_SONST}")


class Strom:
    """A text stream that passes on everything but what would steer a terminal, which it shows instead.

    Args:
        strom: The stream.
        balken: Whether a bar of progress is drawn on it, which moves the cursor.
    """

    def __init__(self, strom: Any, *, balken: bool = False) -> None:
        self._strom = strom
        self._am_terminal = _MIT_BALKEN if balken else _AM_TERMINAL

    def write(self, text: str) -> int:
        """Write text.

        Returns:
            The number of characters of ``text``, as its caller counts them.
        """
        if self._strom.isatty():
            self._strom.write(self._am_terminal.sub(lambda stelle: stelle[1] or visible(stelle[0]), text))
        else:
            self._strom.write(_NIE.sub(lambda stelle: visible(stelle[0]), text))
        return len(text)

    def writelines(self, zeilen: Iterable[str]) -> None:
        """Write texts, one behind the other."""
        for zeile in zeilen:
            self.write(zeile)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._strom, name)

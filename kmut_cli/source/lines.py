"""From an offset in a text to the line and column that an editor shows for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A marked stretch of one line, as findings name it (all from 1, in code points)."""

    line: int
    column: int
    end_column: int
    text: str


class Lines:
    """The lines of a text.

    Lines end with LF, CRLF or CR, as editors count them. libyaml counts further characters as line
    ends, so its own line numbers are not used.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # A finding holds the text of its line; findings on one very long line must share it.
        self._texts: dict[int, str] = {}

    @cached_property
    def _starts(self) -> list[int]:
        """Offsets of the lines; a file without findings never needs them."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def number(self, index: int) -> int:
        """Line (from 1) in which the code point ``index`` (from 0) stands."""
        return bisect_right(self._starts, index)

    def start(self, line: int) -> int:
        """Offset of the first character of a line (from 1)."""
        return self._starts[line - 1]

    def line_text(self, line: int) -> str:
        """Text of a line (from 1) without its line end; empty behind the last line."""
        if line > len(self._starts):
            return ""
        if line not in self._texts:
            end = self._starts[line] if line < len(self._starts) else len(self.text)
            self._texts[line] = self.text[self._starts[line - 1] : end].rstrip("\r\n")
        return self._texts[line]

    def place(self, start: int, end: int) -> Place:
        """Turn offsets into a place on one line.

        Args:
            start: Offset of the first marked character; may be the end of the text.
            end: Offset behind the last one; a mark over several lines ends with the first of them.

        Returns:
            A place that is at least one column wide. At the very end of a text that ends with a
            line end it is the end of the last line, since editors show nothing behind it.
        """
        start = min(max(start, 0), len(self.text))
        if start == len(self.text) and start > 0:
            start -= 1
            while start > 0 and self.text[start] in "\r\n":
                start -= 1
            end = start + 1
        line = self.number(start)
        text = self.line_text(line)
        column = min(start - self.start(line), len(text))
        behind = min(end - self.start(line), len(text.rstrip()))
        return Place(line, column + 1, max(behind, column + 1) + 1, text)

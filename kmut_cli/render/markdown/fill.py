"""Put what the template printed into its text, in place of the marks that stand for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.blocks import block_lines
from kmut_cli.render.store import MARK, Blocks, Store, too_large

_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_MARGIN = re.compile(r"[ \t>]*")
_LINE_START = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*$")
_TABLE_ROW = re.compile(r"[ \t>]*\|")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in a line of the template; what stands beside it as plain ``str`` is the template's own text."""

    content: str


class Filler:
    """Writes the lines of one document.

    Args:
        store: What was printed.
        pictures: Folder of the pictures, as seen from the output.
    """

    def __init__(self, store: Store, pictures: str) -> None:
        self._store = store
        self._pictures = pictures
        self._lines: list[str] = []
        self._size = 0
        self._level = 0  # of the heading above, in the template's own text
        self._apart: str | None = None  # margin of the answer that has just ended
        self._answers: dict[tuple[int, int], list[str]] = {}  # by identity: the store keeps each of them alive

    def fill(self, rendered: str) -> str:
        """Replace every mark.

        Args:
            rendered: What the template made.

        Returns:
            The document: one blank line at most between the template's own lines, none of them ending with blanks, and
            one line end at the end.

        Raises:
            TemplateFault: The document would be too large.
        """
        for line in rendered.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            self._line(line)
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "\n".join(self._lines) + "\n"

    def _line(self, line: str) -> None:
        heading = _HEADING.match(line)
        if heading:
            self._level = len(heading[1])
        parts = self._parts(line)
        if any(isinstance(part, Blocks) for part in parts):
            self._with_answer(parts)
        else:
            self._own(_words(parts))

    def _parts(self, line: str) -> list[str | _Value | Blocks]:
        parts: list[str | _Value | Blocks] = []
        for position, part in enumerate(MARK.split(line)):
            if position % 2:
                value = self._store.get(part)
                parts.append(_Value(value) if isinstance(value, str) else value)
            elif part:
                parts.append(part)
        return parts

    def _with_answer(self, parts: list[str | _Value | Blocks]) -> None:
        """Give an answer lines of its own; in a quote or below a list's item each of them gets the same margin."""
        margin = ""
        if isinstance(parts[0], str) and (found := _MARGIN.match(parts[0])):
            margin = found[0]
            parts = [parts[0][len(margin) :], *parts[1:]]
        words: list[str | _Value | Blocks] = []
        for part in [*parts, Blocks(())]:
            if not isinstance(part, Blocks):
                words.append(part)
                continue
            text = _words(words).strip(" \t")
            if text:
                self._own(margin + text)
            self._answer(part, margin)
            words = []

    def _answer(self, answer: Blocks, margin: str) -> None:
        key = (id(answer.content), self._level)
        if key not in self._answers:
            self._answers[key] = block_lines(answer.content, self._level + 1, self._pictures)
        if self._answers[key]:
            self._separate(margin, margin)
        for line in self._answers[key]:
            self._add(margin + line if line else margin.rstrip())
            self._apart = margin

    def _own(self, line: str) -> None:
        """Add a line of the template."""
        line = line.rstrip(" \t")
        if line and self._apart is not None:
            self._separate(self._apart, line)
        if line or (self._lines and self._lines[-1]):
            self._add(line)
        self._apart = None

    def _separate(self, margin: str, following: str) -> None:
        """Add a blank line, within the quote if the text goes on there."""
        quote = margin.rstrip()
        before = self._lines[-1] if self._lines else ""
        blank = quote if quote and before.startswith(quote) and following.startswith(quote) else ""
        if before.strip(" \t>") or (before and not blank):
            self._add(blank)

    def _add(self, line: str) -> None:
        self._size += len(line) + 1
        if self._size > self._store.most_output:
            raise too_large()
        self._lines.append(line)


def _words(parts: list[str | _Value | Blocks]) -> str:
    """Join text of the template and values; values are plain text and stay so."""
    written = ""
    for part in parts:
        if isinstance(part, _Value):
            value = escape.plain(part.content)
            if value and _LINE_START.match(written):
                value = escape.line(value)
            written += escape.cell(value) if _TABLE_ROW.match(written) else value
        elif isinstance(part, str):
            written += part
    return written

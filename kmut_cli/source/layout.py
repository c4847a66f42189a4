"""A text with the places of its values, and what belongs to them: lines, comments, layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.findings.finding import Loc
from kmut_cli.source.lines import Lines
from kmut_cli.source.positions import Node, build_positions

_HEADER = re.compile(r"[|>][-+0-9]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_COLON = re.compile(r"[ \t]*:(?=\s|\Z)")
_BEFORE_KEY = re.compile(r" *(?:-[ \t]+)*")


class Layout:
    """The text of a file, taken apart as far as editing needs it; offsets count code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = build_positions(text)
        self._lines = Lines(text)

    def node(self, loc: Loc) -> Node | None:
        """The value at a place, aliases not followed; None if there is none."""
        node = self.root
        for part in loc:
            node = node.children.get(part) if node is not None else None
        return node

    def line_start(self, at: int) -> int:
        """First offset of the line in which ``at`` stands."""
        return self._lines.start(self._lines.number(at))

    def line_end(self, at: int) -> int:
        """Offset behind the last character of that line, before its line end."""
        number = self._lines.number(at)
        return self._lines.start(number) + len(self._lines.line_text(number))

    def next_line(self, at: int) -> int:
        """First offset of the line below; the length of the text if there is none."""
        end = self.line_end(at)
        match = _LINE_END.match(self.text, end)
        return match.end() if match else end

    def column(self, at: int) -> int:
        """Column from 0."""
        return at - self.line_start(at)

    def line_break(self, at: int) -> str:
        """How the line of ``at`` ends, or else the one above it."""
        number = self._lines.number(at)
        for one in (number, number - 1):
            if one >= 1:
                start = self._lines.start(one) + len(self._lines.line_text(one))
                if match := _LINE_END.match(self.text, start):
                    return match.group()
        return "\n"

    def colon(self, node: Node) -> int | None:
        """Offset behind the colon of a value's key; None if the key is written in an unusual way."""
        if node.key_span is None:
            return None
        start, end = node.key_span
        match = _COLON.match(self.text, end)
        usual = _BEFORE_KEY.fullmatch(self.text, self.line_start(start), start)
        return match.end() if match and usual else None

    def dash(self, parent: Node, index: int) -> int | None:
        """Offset of the dash of an item of a block list."""
        start = parent.span[0]
        if index > 0:
            line = re.compile(rf" {{{self.column(start)}}}-(?=\s|\Z)")
            at = self.next_line(self.content_end(parent.children[index - 1]))
            while at < len(self.text) and not line.match(self.text[at : self.line_end(at)]):
                at = self.next_line(at)
            start = at + self.column(start)
        return start if self.text[start : start + 1] == "-" else None

    def last_scalar(self, node: Node) -> Node:
        """What stands last in the text of a value."""
        while node.style in (":", "-") and node.children:
            node = next(reversed(node.children.values()))
        return node

    def content_end(self, node: Node) -> int:
        """Offset behind the last character of a value; blank lines below a text do not count unless they are text."""
        node = self.last_scalar(node)
        if node.style not in ("|", ">"):
            return node.span[1]
        header = self.header_end(node)
        text = self.text[node.span[0] : header]
        end = node.span[1]
        body = self.next_line(header)
        if end <= body:
            return self.line_end(header)
        if "+" in text:
            return self.line_end(end - 1)
        column = self._text_column(body, end)
        while end > body:
            start = self.line_start(end - 1)
            line = self.text[start : self.line_end(start)]
            if line.strip(" ") or len(line) > column:
                return start + len(line)
            end = start
        return self.line_end(header)

    def _text_column(self, body: int, end: int) -> int:
        """Column of a block text; where it has no text at all, as wide as can be."""
        at = body
        while at < end:
            line = self.text[at : self.line_end(at)]
            if line.strip(" "):
                return len(line) - len(line.lstrip(" "))
            at = self.next_line(at)
        return len(self.text)

    def header_end(self, node: Node) -> int:
        """Offset behind the ``|`` or ``>`` of a block text with its signs."""
        match = _HEADER.match(self.text, node.span[0])
        return match.end() if match else node.span[0]

    def below(self, at: int) -> Iterator[tuple[int, int, bool]]:
        """Yield the blank and comment lines below a line, down to the first one with anything else.

        Yields:
            Offset behind the line's last character, its indentation, and whether it is a comment.
        """
        start = self.next_line(at)
        while start < len(self.text):
            end = self.line_end(start)
            line = self.text[start:end]
            text = line.lstrip(" ")
            if text.strip() and not text.startswith("#"):
                return
            yield end, len(line) - len(text), bool(text.strip())
            start = self.next_line(start)

    def owned_end(self, end: int, column: int, *, last: bool) -> int:
        """Line end behind which something new goes that stands below a value and its comments.

        Comments further right belong to the value; comments in its own column do if they follow directly and
        nothing of the same collection follows (``last``), or a blank line does.

        Args:
            end: Where the value ends.
            column: Of its key or dash.
            last: Whether it is the last of its collection.
        """
        best = self.line_end(end)
        run = best
        direct = True
        for line, indent, comment in self.below(end):
            if not comment:
                if direct:
                    best = run
                direct = False
            elif indent > column:
                best = run = line
            elif indent < column:
                break
            elif direct:
                run = line
        return run if last and direct else best

    def comments_above(self, at: int) -> int:
        """Start of the first of the comment lines that stand directly above a key or dash, in its column.

        ``at`` itself if there is none, or if they reach up to the head of the file.
        """
        column = self.column(at)
        top = start = self.line_start(at)
        if self.text[start:at].strip(" "):
            return at
        while start > 0:
            start = self.line_start(start - 1)
            line = self.text[start : self.line_end(start)]
            if not line.startswith(" " * column + "#"):
                return top + column
            top = start
        return at

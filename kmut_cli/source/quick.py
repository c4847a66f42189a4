"""Plain files, read line by line: the same data as the ``Builder`` gives, in a fraction of its time.

Nearly all files keep to a small part of YAML: indented keys, texts in one line, texts after ``|``, lists with dashes.
This part is read here. At anything else, and at anything that might be a mistake, this reader gives up and the file
is read properly; so nothing is ever reported here, and what it does give is certain.
"""

from __future__ import annotations

import re
from typing import Any

from kmut_cli.findings import limits
from kmut_cli.source.keys import NULLS
from kmut_cli.source.quick_flow import flow
from kmut_cli.source.quick_values import KEY, UnsureError, block, continued, nothing, plain, quoted, simple_block

# Only single characters are repeated possessively: with groups, Python 3.11 has had mistakes. What repeats a group has
# a bound, since each repetition takes memory.
_LINE = re.compile(
    rf"""(?:[ \n]*+\#[^\n]*+\n){{0,1000}} (?:[ \n]*\n)?     # lines of comment and blank lines, then either the end or:
    (?: ([ ]*+) (-(?:[ ]++|(?=\n)))?                      # indentation; dash with the blanks behind it
        (?:({KEY}):(?:[ ]++|(?=\n)))?                     # key
        (?: ((?:[^\s?:,\[\]{{}}\#&*!|>'"%@`-][^\n\t:\#]*+(?<![ ]))?)\n  # nothing, or text without colon and hash
          | "([^"\\\n\t]*+)"\n                             # text in quotes
          | \|(-?)\n([ ]++)(?=[^\s])                       # the sign of a text, and the indentation of its first line
          | ([^\n]++)\n )                                 # anything else: looked at closely
      | \Z )""",
    re.VERBOSE,
)


def read_plain(text: str) -> dict[str, Any] | None:
    """Read a file if it is plain.

    Args:
        text: As ``decode`` gives it, so without forbidden characters.

    Returns:
        What the ``Builder`` would give, which then has no problem to tell; None if the file must be read properly.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text:
            return None
    try:
        data = _Reader(text).read()
    except UnsureError:
        return None
    most = limits.ANGABEN.wert
    few = len(text) <= most or _count(data) <= most  # none is shorter than a character
    return data if data and few else None


def _count(data: dict[str, Any]) -> int:
    """Count keys and values, the whole included."""
    count, todo = 1, list[Any]([data])
    while todo:
        container = todo.pop()
        values = container.values() if isinstance(container, dict) else container
        count += len(values) * (2 if isinstance(container, dict) else 1)
        todo += [value for value in values if isinstance(value, dict | list)]
    return count


class _Reader:
    """Reads one text.

    Attributes:
        _open: The collections that are open, the outermost first, each with the column in which it begins (from 0).
    """

    __slots__ = ("_levels", "_open", "_text", "_unfinished")

    def __init__(self, text: str) -> None:
        self._unfinished = not text.endswith("\n")
        self._text = text + "\n" if self._unfinished else text
        self._levels = limits.TIEFE.wert
        self._open: list[tuple[int, Any]] = [(0, {})]

    def read(self) -> dict[str, Any]:
        """Read all lines; an empty mapping stands for no line at all."""
        text, at = self._text, 0
        root: dict[str, Any] = self._open[0][1]
        # The innermost collection; and the value read last: its key or index there, whether it is empty and may follow
        # below, its text if that may go on below.
        top, container, in_list = 0, self._open[0][1], False
        slot: str | int = 0
        waiting, running = False, ""
        while match := _LINE.match(text, at):
            indent, dash, key, simple, in_quotes, chomping, block_indent, rest = match.groups()
            if indent is None:
                break
            column = len(indent)
            if column != top or (dash is None) is in_list:
                if column > top and not waiting:
                    container[slot], at = continued(running, text, at, top)
                    running = ""
                    continue
                top, in_list = column, dash is not None
                container = self._container(column, slot if waiting else None, in_list)
            if in_list:
                container.append(None)
                slot = -1
                if key is not None:
                    top, in_list = column + len(dash), False
                    container[-1] = {}
                    container = self._enter(top, container[-1])
            elif key is None or key in container:
                raise UnsureError
            if key is not None:
                slot = key
            at = match.end()
            if simple is not None:
                container[slot] = None if simple in NULLS else simple
                waiting, running = not simple, simple
            else:
                value: Any = in_quotes
                if block_indent is not None:
                    value, at = self._block(at, top, block_indent, chomping)
                elif rest is not None:
                    value, at = self._other(at, top, rest)
                container[slot], waiting, running = value, value is None, ""
        return root

    def _container(self, column: int, slot: str | int | None, is_item: bool) -> Any:
        """Give the collection that a line in this column belongs to; others are closed, a new one is opened.

        Args:
            column: From 0.
            slot: Where a new collection has its place within the innermost one; None if that waits for none.
            is_item: Whether the line begins with a dash.
        """
        open_ = self._open
        top, container = open_[-1]
        while column < top:
            del open_[-1]
            top, container = open_[-1]
            slot = None
        is_list = type(container) is list
        if column > top or (is_item and not is_list):
            if slot is None:
                raise UnsureError
            nested: Any = [] if is_item else {}
            container[slot] = nested
            return self._enter(column, nested)
        if is_list and not is_item:  # it stands in the column of its key, and the next key ends it
            del open_[-1]
            top, container = open_[-1]
            if column != top:
                raise UnsureError
        return container

    def _enter(self, column: int, container: Any) -> Any:
        self._open.append((column, container))
        if len(self._open) > self._levels:
            raise UnsureError
        return container

    def _block(self, at: int, column: int, indent: str, chomping: str) -> tuple[str, int]:
        """Read a text after ``|``, with nothing else in that line; gives where the line begins behind it, too.

        Args:
            at: Where its first character stands.
            column: Of its key or dash; the text is further right.
            indent: What stands before its first character.
            chomping: ``-`` or nothing.
        """
        found = simple_block(self._text, at, indent, chomping) if len(indent) > column else None
        if found is None or (self._unfinished and found[1] == len(self._text)):
            return block(self._text, at - len(indent), "|" + chomping, column, self._unfinished)
        return found

    def _other(self, at: int, column: int, rest: str) -> tuple[Any, int]:
        """Read a value of a less common kind; gives where the line begins behind it, too.

        Args:
            at: Where the next line begins.
            column: Of its key or dash; text after ``>`` is further right.
            rest: All of its line from its first character on.
        """
        first = rest[0]
        if first in "|>":
            return block(self._text, at, rest, column, self._unfinished)
        if first == "#":
            nothing(" " + rest)
            return None, at
        if first in "[{":
            return flow(rest, self._levels - len(self._open)), at
        return quoted(rest) if first in "'\"" else plain(rest), at

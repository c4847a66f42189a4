"""Removing in block style: the lines of a key or an item go, the comments around it stay."""

from __future__ import annotations

from itertools import takewhile

from kmut_cli.source.edit_block import Splice, slot
from kmut_cli.source.layout import Layout
from kmut_cli.source.positions import Node


def removed(text: Layout, parent: Node, part: str | int, *, careful: bool) -> list[Splice]:
    """Remove a key with its value, or an item with its dash.

    Args:
        text: The file.
        parent: The collection.
        part: Key or index.
        careful: Whether a text stands above that would lose its last line end, or take in the blank lines below
            and the comments that are indented as deep as it is.
    """
    node = parent.children[part]
    behind, column = slot(text, parent, part)
    start = node.key_span[0] if node.key_span is not None else behind - 1
    end = text.line_end(text.content_end(node))
    line = text.line_start(start)
    if not text.text[line:start].strip(" "):
        below = text.next_line(end)
        if below == end and line > 0 and not careful:
            return [(text.line_end(line - 1), end, "")]
        if careful:
            taken = takewhile(lambda row: not row[2] or row[1] > column, text.below(end))
            below = max((text.next_line(row[0]) for row in taken), default=below)
        return [(line, below, "")]
    following = _next_start(text, parent, part)
    if following is None or text.next_line(end) != text.line_start(following):
        # Something stays before it in its line, such as the dash of a list.
        return [(len(text.text[:start].rstrip(" ")), end, "")]
    return [(start, following, "")]


def _next_start(text: Layout, parent: Node, part: str | int) -> int | None:
    parts = list(parent.children)
    index = parts.index(part) + 1
    if index == len(parts):
        return None
    node = parent.children[parts[index]]
    if node.key_span is not None:
        return node.key_span[0]
    return text.dash(parent, index)

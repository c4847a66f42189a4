"""Changes inside brackets: ``{a: 1}`` and ``[a, b]`` stay as they are but for the entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kmut_cli.source import emit
from kmut_cli.source.changes import EditError
from kmut_cli.source.edit_block import Splice, beside, odd
from kmut_cli.source.emit import Style
from kmut_cli.source.layout import Layout
from kmut_cli.source.positions import Node

_COLON = re.compile(r"\s*:")
_REST = re.compile(r"[ \t]*(,?)[ \t]*(?:#.*)?$")


def _style(text: Layout, parent: Node, style: Style) -> Style:
    """Write quotes everywhere where the first key of the collection has them: that is JSON."""
    first = next(iter(parent.children.values()), None)
    json = first is not None and first.key_span is not None and text.text[first.key_span[0]] == '"'
    return replace(style, json=json)


def replaced(text: Layout, parent: Node, part: str | int, value: Any, style: Style) -> list[Splice]:
    """Give an entry another value."""
    node = parent.children[part]
    style = _style(text, parent, style)
    if node.style in ("'", '"'):
        style = replace(style, quote=node.style)
    new = emit.in_flow(value, style)
    if node.span[0] < node.span[1] or node.key_span is None:
        return [(*node.span, new)]
    colon = _COLON.match(text.text, node.key_span[1])
    if colon is None:
        at = node.key_span[1]
        return [(at, at, f": {new}")]
    gap = text.text[colon.end() : node.span[0]]
    end = colon.end() if gap.strip() else node.span[0]
    return [(colon.end(), end, f" {new}")]


def _entry(text: Layout, node: Node) -> tuple[int, int]:
    """Where an entry stands, its key included."""
    if node.key_span is None:
        return node.span
    start, end = node.key_span
    if node.span[0] < node.span[1]:
        return start, node.span[1]
    colon = _COLON.match(text.text, end)
    return start, colon.end() if colon else end


def new_key(text: Layout, parent: Node, name: str, value: Any, order: Sequence[str], style: Style) -> list[Splice]:
    """Add a key to a mapping in braces."""
    names = list(parent.children)
    neighbour, above = beside(names, name, order)
    style = _style(text, parent, style)
    entry = f"{emit.key(name, style, flow=True)}: {emit.in_flow(value, style)}"
    return _added(text, parent, names.index(neighbour) + (not above), entry)


def new_item(text: Layout, parent: Node, index: int, values: list[Any], style: Style) -> list[Splice]:
    """Add items to a list in brackets."""
    return _added(text, parent, index, emit.in_flow(values, _style(text, parent, style))[1:-1])


def _added(text: Layout, parent: Node, index: int, entry: str) -> list[Splice]:
    start = parent.span[0]
    if text.text[start] not in "{[":
        raise odd()
    nodes = list(parent.children.values())
    if not nodes:
        return [(start + 1, start + 1, entry)]
    if index == 0:
        at = _entry(text, nodes[0])[0]
        return [(at, at, f"{entry}, ")]
    first, end = _entry(text, nodes[index - 1])
    line = text.line_start(first)
    rest = _REST.match(text.text[end : text.line_end(end)])
    if text.text[line:first].strip() or rest is None:
        return [(end, end, f", {entry}")]
    # One entry per line: so has the new one its own, below the comment of the one before.
    behind = text.line_end(end)
    new = text.line_break(end) + text.text[line:first] + entry
    return [(behind, behind, f"{new},")] if rest[1] else [(end, end, ","), (behind, behind, new)]


def removed(text: Layout, parent: Node, part: str | int) -> list[Splice]:
    """Remove an entry with its comma."""
    if text.text[parent.span[0]] not in "{[":
        raise odd()
    names = list(parent.children)
    index = names.index(part)
    spans = [_entry(text, node) for node in parent.children.values()]
    own_start, own_end = start, end = spans[index]
    if len(spans) == 1:
        end = max(end, parent.span[1] - 1)
    elif index + 1 < len(spans):
        end = spans[index + 1][0]
    else:
        start = spans[index - 1][1]
    if "#" in text.text[start:own_start] + text.text[own_end:end]:
        message = "Zwischen den Angaben in Klammern steht ein Kommentar, der verloren ginge."
        raise EditError(message, "Ändern Sie diese Stelle von Hand in der Datei.")
    return [(start, end, "")]

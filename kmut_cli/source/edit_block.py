"""Changes in block style: by lines and indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kmut_cli.source import emit
from kmut_cli.source.changes import EditError
from kmut_cli.source.emit import Piece, Style
from kmut_cli.source.layout import Layout
from kmut_cli.source.positions import Node

Splice = tuple[int, int, str]
"""Offsets of what goes, and what comes instead."""

_CHOMPING = re.compile(r"([|>])([1-9]?)[-+]?([1-9]?)")


def odd() -> EditError:
    """The refusal of a notation that is too rare to be handled."""
    message = "Diese Stelle ist in einer seltenen Schreibweise geschrieben, die kmut nicht verändert."
    return EditError(message, "Ändern Sie sie von Hand in der Datei.")


def slot(text: Layout, parent: Node, part: str | int) -> tuple[int, int]:
    """Find where the value of a key or an item begins.

    Returns:
        The offset behind the colon or dash, and the column of the key or dash.
    """
    node = parent.children[part]
    if isinstance(part, int):
        dash = text.dash(parent, part)
        if dash is None:
            raise odd()
        return dash + 1, text.column(dash)
    colon = text.colon(node)
    if colon is None or node.key_span is None:
        raise odd()
    return colon, text.column(node.key_span[0])


def replaced(text: Layout, parent: Node, part: str | int, value: Any, style: Style) -> list[Splice]:
    """Give a key or item another value."""
    node = parent.children[part]
    behind, column = slot(text, parent, part)
    start = node.span[0]
    same_line = text.line_start(start) == text.line_start(behind)
    filled = node.span[0] < node.span[1]
    if filled and isinstance(part, int):
        style = replace(style, item=text.column(start) - column)
    cuts, inline_at, body_at = _old(text, node, behind)
    if style.blocks:
        style = replace(style, floor=_floor(text, cuts[-1][1] if cuts else body_at, column))
    begin = text.column(inline_at) + (inline_at == behind)
    piece = _new(text, node, value, column, begin, style, item=isinstance(part, int))
    splices: list[Splice] = [(*cut, "") for cut in cuts]
    inline = piece.inline
    inline = f" {inline}" if inline and inline_at == behind else inline.lstrip(" ")
    if not inline and filled and inline_at == start and inline_at != body_at:
        # Nothing stays behind the colon: the blanks go with the value, and a line of its own too.
        gap = behind if same_line else text.line_end(text.line_start(start) - 1)
        splices[0] = (gap, cuts[0][1], "")
    splices.append((inline_at, inline_at, inline))
    splices.append((body_at, body_at, _body(text, piece, body_at, cuts)))
    return splices


def _old(text: Layout, node: Node, behind: int) -> tuple[list[tuple[int, int]], int, int]:
    """What of the old value goes, and where the new one comes: the part in the line, the lines below."""
    start, end = node.span
    if node.style in ("|", ">"):
        header = text.header_end(node)
        line = text.line_end(header)
        return [(start, header), (line, max(text.content_end(node), line))], start, line
    if node.style in (":", "-"):
        end = text.line_end(text.content_end(node))
        if text.line_start(start) == text.line_start(behind):
            return [(start, end)], start, start
        line = text.line_end(text.line_start(start) - 1)
        return [(line, end)], behind, line
    if start == end:
        return [], behind, text.line_end(behind)
    return [(start, end)], start, text.line_end(end)


def _floor(text: Layout, end: int, column: int) -> int:
    """First column for a block text, so that comments below do not become part of it."""
    for _, indent, comment in text.below(end):
        if comment:
            return indent + 1 if indent > column else 0
    return 0


def _new(text: Layout, node: Node, value: Any, column: int, start: int, style: Style, *, item: bool) -> Piece:
    if node.style in ("'", '"'):
        style = replace(style, quote=node.style)
    in_brackets = node.style == "{" and isinstance(value, dict | list) and value and node.children
    if in_brackets and emit.fits_in_line(value, text.column(node.span[0]), style):
        return Piece(emit.in_flow(value, style))
    return emit.in_block(value, column, style, item=item, start=start)


def _body(text: Layout, piece: Piece, at: int, cuts: Sequence[tuple[int, int]]) -> str:
    line_break = text.line_break(at)
    body = "".join(line_break + line for line in piece.lines)
    at_end = max([at, *(end for _, end in cuts)]) == len(text.text)
    return body + line_break if piece.open_end and at_end else body


def new_key(text: Layout, parent: Node, name: str, value: Any, order: Sequence[str], style: Style) -> list[Splice]:
    """Add a key to a mapping that has keys already."""
    present = list(parent.children)
    for key in present:
        slot(text, parent, key)
    neighbour, above = beside(present, name, order)
    column = text.column(_key_start(parent.children[present[0]]))
    lines, open_end = emit.entries({name: value}, column, style)
    if above:
        return _above(text, _key_start(parent.children[neighbour]), lines)
    return _below(text, parent, neighbour, column, lines, open_end)


def beside(present: Sequence[str | int], name: str, order: Sequence[str]) -> tuple[str | int, bool]:
    """Say where a new key goes among those that are there.

    Returns:
        The key that it goes beside, and whether it goes above that one: behind the last of those that come before it
        in the order, else before the first of those that come behind it, else to the end.
    """
    known = {key: number for number, key in enumerate(order)}
    rank = known.get(name)
    if rank is None:
        return present[-1], False
    ranked = [(known[key], key) for key in present if isinstance(key, str) and key in known]
    before = [one for one in ranked if one[0] < rank]
    behind = [one for one in ranked if one[0] > rank]
    if before:
        return max(before)[1], False
    return (min(behind)[1], True) if behind else (present[-1], False)


def new_item(text: Layout, parent: Node, index: int, values: list[Any], style: Style) -> list[Splice]:
    """Add items to a list that has items already, before the one with this index or at the end."""
    column = text.column(parent.span[0])
    first = parent.children[0]
    dash = text.dash(parent, 0)
    if dash is None:
        raise odd()
    if first.style in (":", "-") and text.line_start(first.span[0]) == text.line_start(dash):
        style = replace(style, item=text.column(first.span[0]) - column)
    lines, open_end = emit.items(values, column, style)
    if index < len(parent.children):
        at = text.dash(parent, index)
        if at is None:
            raise odd()
        return _above(text, at, lines)
    return _below(text, parent, len(parent.children) - 1, column, lines, open_end)


def _key_start(node: Node) -> int:
    if node.key_span is None:
        raise odd()
    return node.key_span[0]


def _above(text: Layout, start: int, lines: list[str]) -> list[Splice]:
    at = text.comments_above(start)
    column = text.column(start)
    line_break = text.line_break(at)
    new = line_break.join([lines[0].lstrip(" "), *lines[1:]])
    return [(at, at, new + line_break + " " * column)]


def _below(text: Layout, parent: Node, part: str | int, column: int, lines: list[str], open_end: bool) -> list[Splice]:
    node = parent.children[part]
    last = part == next(reversed(parent.children))
    if last and parent.style == "-" and parent.key_span is not None:
        # Comments below a list that is not indented belong to the next key.
        last = text.column(parent.key_span[0]) < column
    at = text.owned_end(text.content_end(node), column, last=last)
    line_break = text.line_break(at)
    new = "".join(line_break + line for line in lines)
    splices: list[Splice] = []
    if at == len(text.text):
        new += line_break if open_end else ""
        splices += _closed(text, node) if text.content_end(node) == at else []
    return [*splices, (at, at, new)]


def _closed(text: Layout, node: Node) -> list[Splice]:
    """Keep a block text at the end of a file without a line end as it is: a line end would become part of it."""
    scalar = text.last_scalar(node)
    match = _CHOMPING.match(text.text, scalar.span[0])
    if scalar.style not in ("|", ">") or match is None:
        return []
    return [(match.start(), match.end(), f"{match[1]}{match[2]}-{match[3]}")]

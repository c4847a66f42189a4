"""Where a change is to be made: which of the ways to splice is the right one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kmut_cli.findings.finding import Loc, dotted
from kmut_cli.source import edit_block, edit_flow, edit_move, edit_remove, emit, libyaml
from kmut_cli.source.changes import MISSING, Append, Change, EditError, Insert, Move, Remove, Set, value_at
from kmut_cli.source.edit_block import Splice, odd
from kmut_cli.source.emit import Style
from kmut_cli.source.layout import Layout
from kmut_cli.source.positions import Node

Order = Callable[[Loc], Sequence[str]]
"""Gives the keys that the mapping at a place knows, in official order."""


def guard(layout: Layout, change: Change) -> None:
    """Refuse a place that is written with anchors or aliases: other places would change with it, or lose their value.

    Raises:
        EditError: There is one on the way, or in the value that goes.
    """
    node = layout.root
    loc = list_of(change) if isinstance(change, Append | Insert) else change.loc
    for depth, part in enumerate((*loc, None)):
        if node is None:
            return
        if node.style == "*" or layout.text[node.span[0] : node.span[0] + 1] == "&":
            raise _shared(loc[:depth])
        if part is not None:
            node = node.children.get(part)
    if node is not None and isinstance(change, Set | Remove) and _has_anchor(layout, node):
        raise _shared(change.loc)


def _shared(loc: Loc) -> EditError:
    message = f"„{dotted(loc)}“ ist mit „&“ oder „*“ geschrieben und gilt an mehreren Stellen zugleich."
    return EditError(message, "Schreiben Sie den Wert an jeder dieser Stellen aus; danach kann kmut ihn ändern.")


def _has_anchor(layout: Layout, node: Node) -> bool:
    start, end = node.span
    if "&" not in layout.text[start:end]:
        return False
    return any(
        type(event) is not libyaml.AliasEvent
        and getattr(event, "anchor", None) is not None
        and start <= event.start_mark.index < end
        for event in libyaml.first_document(layout.text)
    )


def splices(layout: Layout, data: Any, several: Sequence[Change], order: Order, style: Style) -> list[Splice]:
    """Find what is to be spliced for changes that can be made at once.

    Raises:
        EditError: The place is written in a way that is not handled.
    """
    new = [change for change in several if isinstance(change, Append | Insert)]
    if new:
        return _new_entries(layout, data, new, order, style)
    found: list[Splice] = []
    for change in several:
        if isinstance(change, Set):
            found += _set(layout, data, change, order, style)
        elif isinstance(change, Move):
            found += edit_move.moved(layout, layout.node(change.loc[:-1]), int(change.loc[-1]), change.before)
        elif isinstance(change, Remove):
            found += _removed(layout, change.loc, style)
    return found


def list_of(change: Append | Insert) -> Loc:
    """Give the place of the list that gets an entry more."""
    return change.loc if isinstance(change, Append) else change.loc[:-1]


def _removed(layout: Layout, loc: Loc, style: Style) -> list[Splice]:
    parent = layout.node(loc[:-1])
    if parent is None:
        raise odd()
    if parent.style == "{":
        return edit_flow.removed(layout, parent, loc[-1])
    return edit_remove.removed(layout, parent, loc[-1], careful=not style.blocks)


def _new_entries(
    layout: Layout, data: Any, several: Sequence[Append | Insert], order: Order, style: Style
) -> list[Splice]:
    """Put entries into one list, each where it goes once those before it are there."""
    loc = list_of(several[0])
    parent, old = layout.node(loc), value_at(data, loc)
    count = len(old) if isinstance(old, list) else 0
    entries: list[int | Append | Insert] = list(range(count))
    for change in several:
        entries.insert(len(entries) if isinstance(change, Append) else int(change.loc[-1]), change)
    gaps: dict[int, list[Any]] = {}
    gap = 0
    for entry in entries:
        if isinstance(entry, int):
            gap = entry + 1
        else:
            gaps.setdefault(gap, []).append(entry.value)
    if parent is None or not count:
        return _set(layout, data, Set(loc, gaps[0]), order, style)
    return [splice for index, values in gaps.items() for splice in _new_items(layout, parent, index, values, style)]


def _new_items(layout: Layout, parent: Node, index: int, values: list[Any], style: Style) -> list[Splice]:
    if parent.style == "{":
        return edit_flow.new_item(layout, parent, index, values, style)
    return edit_block.new_item(layout, parent, index, values, style)


def _set(layout: Layout, data: Any, change: Set, order: Order, style: Style) -> list[Splice]:
    loc, value = change.loc, change.value
    if value_at(data, loc) is not MISSING:
        return _replaced(layout, loc, value, style)
    depth = next(depth for depth in reversed(range(len(loc))) if value_at(data, loc[:depth]) is not MISSING)
    part = loc[depth]
    for outer in reversed(loc[depth + 1 :]):
        value = {outer: value} if isinstance(outer, str) else [value]
    here = loc[:depth]
    parent = layout.node(here)
    if parent is None or not parent.children:
        return _replaced(layout, here, {part: value} if isinstance(part, str) else [value], style)
    if isinstance(part, int):
        return _new_items(layout, parent, part, [value], style)
    add = edit_flow.new_key if parent.style == "{" else edit_block.new_key
    return add(layout, parent, part, value, order(here), style)


def _replaced(layout: Layout, loc: Loc, value: Any, style: Style) -> list[Splice]:
    if not loc:
        return _whole(layout, value, style)
    parent = layout.node(loc[:-1])
    if parent is None:
        raise odd()
    if parent.style == "{":
        return edit_flow.replaced(layout, parent, loc[-1], value, style)
    return edit_block.replaced(layout, parent, loc[-1], value, style)


def _whole(layout: Layout, value: Any, style: Style) -> list[Splice]:
    """Begin a file that holds nothing yet, or nothing but comments."""
    if not isinstance(value, dict) or not value:
        raise odd()
    if layout.root is not None and layout.root.span[0] < layout.root.span[1]:
        return [(*layout.root.span, emit.in_flow(value, style))]
    end = len(layout.text)
    line_break = layout.line_break(end)
    lines, _ = emit.entries(value, 0, style)
    gap = line_break if layout.text and layout.column(end) else ""
    return [(end, end, gap + "".join(line + line_break for line in lines))]

"""Moving an entry of a list: its text changes places, byte for byte, with the comments that belong to it."""

from __future__ import annotations

from kmut_cli.source.changes import moved_order
from kmut_cli.source.edit_block import Splice, odd
from kmut_cli.source.layout import Layout
from kmut_cli.source.positions import Node, Span


def moved(text: Layout, parent: Node | None, index: int, before: int) -> list[Splice]:
    """Move an entry of a list.

    Args:
        text: The file.
        parent: The list.
        index: Of the entry.
        before: Index of the one that it shall stand before; the length of the list for its end.

    Raises:
        EditError: The list is written in an unusual way.
    """
    if parent is None or parent.style not in ("-", "{") or not parent.children:
        raise odd()
    spans = _in_brackets(text, parent) if parent.style == "{" else _lines(text, parent)
    order = moved_order(len(spans), index, before)
    # What stands between two entries stays: blank lines, comments that belong to none of them, commas.
    return [
        (*span, text.text[slice(*spans[old])]) for span, old in zip(spans, order, strict=True) if spans[old] != span
    ]


def _in_brackets(text: Layout, parent: Node) -> list[Span]:
    """Where the entries of a list in brackets stand; whose comment is whose cannot be told there."""
    if "#" in text.text[slice(*parent.span)]:
        raise odd()
    return [node.span for node in parent.children.values()]


def _lines(text: Layout, parent: Node) -> list[Span]:
    """The lines of each entry: the comments directly above its dash, its own, and the comments further in below."""
    spans: list[Span] = []
    for index, node in enumerate(parent.children.values()):
        dash = text.dash(parent, index)
        if dash is None or text.text[text.line_start(dash) : dash].strip(" "):
            raise odd()
        end = text.line_end(text.content_end(node))
        for line, indent, comment in text.below(end):
            if comment and indent <= text.column(dash):
                break
            end = line if comment else end
        spans.append((text.line_start(text.comments_above(dash)), end))
    return spans

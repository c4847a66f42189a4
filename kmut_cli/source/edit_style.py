"""How a file is laid out, so that what is new looks like what is there."""

from __future__ import annotations

from collections import Counter

from kmut_cli.source.emit import Style
from kmut_cli.source.layout import Layout


def style_of(layout: Layout) -> Style:
    """Give the indentation that is most frequent in a file, the usual one where it has none."""
    seen: dict[str, Counter[int]] = {"step": Counter(), "dash": Counter(), "item": Counter()}
    stack = [layout.root] if layout.root is not None else []
    while stack:
        node = stack.pop()
        if node.style not in (":", "-"):
            continue
        start, key = node.span[0], node.key_span
        own = layout.column(start)
        if key is not None and layout.line_start(key[0]) != layout.line_start(start):
            seen["step" if node.style == ":" else "dash"][own - layout.column(key[0])] += 1
        if node.style == "-":
            inner = (one for one in node.children.values() if one.style in (":", "-"))
            seen["item"].update(layout.column(one.span[0]) - own for one in inner)
        stack += node.children.values()
    return Style(step=_most(seen["step"], 1), dash=_most(seen["dash"], 0), item=_most(seen["item"], 2))


def _most(counter: Counter[int], least: int) -> int:
    """The most frequent usable number, the smaller one of two; 2 if there is none."""
    usable = [(-count, number) for number, count in counter.items() if number >= least]
    return min(usable)[1] if usable else 2

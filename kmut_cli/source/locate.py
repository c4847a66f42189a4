"""From a path of keys to the characters that a reader would point at."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from kmut_cli.findings.finding import Loc
from kmut_cli.source.positions import Node, Span

_BLOCK_HEADER = re.compile(r"(?:[&!]\S*[ \t]+)*([|>][-+0-9]*)[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """What is looked for.

    Attributes:
        loc: Keys and indices from the root.
        key: Whether the key is meant.
        value: The text at ``loc`` if a place within it is meant, else None.
        offset: That place, in code points from 0.
        length: How much to mark there.
    """

    loc: Loc
    key: bool = False
    value: str | None = None
    offset: int = 0
    length: int = 1


def locate(root: Node | None, text: str, spot: Spot) -> Span:
    """Give the offsets of what is to be marked; see ``Source.finding`` for the rules."""
    if root is None:
        return (0, 1)
    node, key_span = root, root.key_span
    walked, missing = root, False  # inside an alias only `walked` goes on: the place is where the alias stands
    for part in spot.loc:
        child = (walked.target or walked).children.get(part)
        if child is None:
            missing = True
            break
        if walked is node and walked.target is None:
            node = child
            # An item of a list has no key of its own; it is marked itself.
            key_span = node.key_span or _item(node, text)
        walked = child
    if missing or spot.key:
        return key_span or _first_key(root)
    if spot.value is not None and node.target is None and (inside := _inside(node, text, spot)):
        return inside
    return _value_span(node, text)


def _first_key(root: Node) -> Span:
    """The first key of the document, past comments: where its head stands, and so what the head lacks."""
    first = next(iter(root.children.values()), None)
    return first.key_span or (0, 1) if first is not None else (0, 1)


def _item(node: Node, text: str) -> Span:
    """The item of a list itself; an empty one at its dash."""
    start, end = node.span
    return (start, end) if end > start else (max(start - 1, 0), start)


def _value_span(node: Node, text: str) -> Span:
    start, end = node.span
    if node.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, start)
        return header.span(1) if header else (start, start + 1)
    if node.key_span is not None and (start == end or node.style in (":", "-")):
        return node.key_span
    if start == end:
        return _item(node, text)
    return (start, end)


def _inside(node: Node, text: str, spot: Spot) -> Span | None:
    """Find a place within a text by counting what is not blank: folding changes nothing else.

    Returns:
        None where escapes or doubled quotes make value and source differ.
    """
    start, end = node.span
    if node.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, start)
        start = header.end() if header else start
    elif node.style in ("'", '"'):
        start, end = text.find(node.style, start) + 1, end - 1
    elif node.style == "":
        start = _after_properties(text, start)
    else:
        return None
    found = _signs(text[start:end], spot.value or "")
    if found is None:
        return None
    in_source, in_value = found
    before = bisect_left(in_value, spot.offset)
    if before == len(in_source):
        return None
    at = start + in_source[before]
    return (at, at + max(spot.length, 1))


@lru_cache(maxsize=2)
def _signs(raw: str, value: str) -> tuple[array[int], array[int]] | None:
    """Give the places of all that is not blank in a text as written and as read; None if they differ in more.

    A text may bring many findings, so this is done once for all of them.
    """
    if "".join(raw.split()) != "".join(value.split()):
        return None
    as_written, as_read = (
        array("I", (index for index, char in enumerate(one) if not char.isspace())) for one in (raw, value)
    )
    return as_written, as_read


def _after_properties(text: str, start: int) -> int:
    match = re.compile(r"(?:[&!]\S*\s+)*").match(text, start)
    return match.end() if match else start

"""From plain data to lines of YAML: what is written is read back as the very same data, and reads well."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from kmut_cli.source.keys import NULLS


class Plain(str):
    """A text that is written without quotes: a date, a number, the key of an option, ja or nein."""

    __slots__ = ()


class Flow(dict[str, Any]):
    """A mapping that is written in braces, in one line: ``{entfaellt: …}``.

    One that holds text of several lines, or would make its line longer than ``MAX_FLOW_LINE``, is written as a block.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is laid out, so that new lines look like the old ones.

    Attributes:
        step: Columns that a mapping stands to the right of its key.
        dash: Columns that the dashes of a list stand to the right of its key.
        item: Columns that an item stands to the right of its dash.
        blocks: Whether text of several lines may be written as a block; else it is quoted.
        floor: First column that a block text may have, so that a comment below is not taken for text.
        quote: Preferred quote, ``'`` or ``"``; empty to quote only what needs it.
        json: Whether keys and texts are quoted as in JSON.
    """

    step: int = 2
    dash: int = 2
    item: int = 2
    blocks: bool = True
    floor: int = 0
    quote: str = ""
    json: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A value as text.

    Attributes:
        inline: What stands behind the colon or dash, empty if the value begins in the next line.
        lines: The lines below, indented, without line ends.
        open_end: Whether the last line belongs to a block text whose final line end is part of the text.
    """

    inline: str
    lines: tuple[str, ...] = ()
    open_end: bool = False


_CORE = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?|<<|="
)
_JSON_BARE = re.compile(r"true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_NOT_PLAIN = re.compile(r"""[,\[\]{}#&*!|>'"%@`]|[-?:](?:\s|\Z)|---|\.\.\.|.*(?::(?:\s|\Z)|\s\#|[\n\t])""", re.DOTALL)
_FLOW_SIGNS = re.compile(r"[,\[\]{}:?]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
MAX_INDICATOR = 9
"""The largest number that may stand behind ``|``."""
MAX_FLOW_LINE = 120
"""A list or mapping in brackets stays in brackets as long as its line is no longer than this."""


def scalar(text: str, style: Style, *, flow: bool = False) -> str:
    """Write a text in one line, quoted if it would be read as something else."""
    plain = bool(text) and text == text.strip() and not _NOT_PLAIN.match(text)
    plain = plain and not (flow and _FLOW_SIGNS.search(text))
    if style.json:
        plain = isinstance(text, Plain) and _JSON_BARE.fullmatch(text) is not None
    if plain and isinstance(text, Plain) and text not in NULLS:
        return str(text)
    if style.quote == "'" and "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    # A sign at the start is harmless before a letter, but looks like a list or a key to whoever reads it.
    if plain and not style.quote and not _CORE.fullmatch(text) and text[0] not in "-?:":
        return str(text)
    return f'"{text.translate(_ESCAPES)}"'


def key(text: str, style: Style, *, flow: bool = False) -> str:
    """Write a key; numbers and dates stay bare, for every key is read as text."""
    bare = not style.json and text not in NULLS and text != "<<"
    return scalar(Plain(text) if bare else text, replace(style, quote=""), flow=flow)


def in_flow(value: Any, style: Style) -> str:
    """Write a value in one line, collections in brackets."""
    inner = replace(style, quote="")
    if isinstance(value, dict):
        entries = (f"{key(name, style, flow=True)}: {in_flow(part, inner)}" for name, part in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_flow(part, inner) for part in value) + "]"
    return "null" if value is None else scalar(value, style, flow=True)


def fits_in_line(value: Any, start: int, style: Style) -> bool:
    """Whether a collection may be written in brackets: in one line that is not too long, and no text of several lines.

    Args:
        value: Plain data.
        start: Column in which it would begin, from 0.
        style: The layout.
    """
    return start + len(in_flow(value, style)) <= MAX_FLOW_LINE and not _has_line_break(value)


def _has_line_break(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_line_break(part) for entry in value.items() for part in entry)
    if isinstance(value, list):
        return any(map(_has_line_break, value))
    return value is not None and "\n" in value


def in_block(value: Any, column: int, style: Style, *, item: bool, start: int = 0) -> Piece:
    """Write a value behind a key or a dash.

    Args:
        value: Plain data.
        column: Of the key or the dash, from 0.
        style: The layout.
        item: Whether it stands behind a dash.
        start: Column in which it begins if it stays in the line of the key or the dash.
    """
    if isinstance(value, Flow) and value and fits_in_line(value, start, style):
        return Piece(in_flow(value, style))
    inner = replace(style, quote="", floor=0, item=max(style.item, 2))
    if isinstance(value, dict) and value:
        lines, open_end = entries(value, column + (style.item if item else style.step), inner)
    elif isinstance(value, list) and value:
        lines, open_end = items(value, column + (style.item if item else style.dash), inner)
    elif value is None:
        return Piece("")
    elif not isinstance(value, str):
        return Piece(in_flow(value, style))
    else:
        return _text(value, column, column + (style.item if item else style.step), style)
    if item:
        gap = " " * (style.item - 1)
        return Piece(gap[1:] + lines[0].lstrip(" "), tuple(lines[1:]), open_end)
    return Piece("", tuple(lines), open_end)


def entries(mapping: dict[str, Any], column: int, style: Style) -> tuple[list[str], bool]:
    """Write the lines of a mapping whose keys stand in a column; also whether the last line has an open end."""
    return _lines(((f"{key(name, style)}:", value) for name, value in mapping.items()), column, style, item=False)


def items(values: list[Any], column: int, style: Style) -> tuple[list[str], bool]:
    """Write the lines of a list whose dashes stand in a column; also whether the last line has an open end."""
    return _lines((("-", value) for value in values), column, style, item=True)


def _lines(parts: Any, column: int, style: Style, *, item: bool) -> tuple[list[str], bool]:
    lines: list[str] = []
    open_end = False
    for head, value in parts:
        piece = in_block(value, column, style, item=item, start=column + len(head) + 1)
        lines.append(" " * column + head + (f" {piece.inline}" if piece.inline else ""))
        lines += piece.lines
        open_end = piece.open_end
    return lines, open_end


def _text(text: str, outer: int, column: int, style: Style) -> Piece:
    """Write a text, as a block if it has several lines."""
    if not style.blocks or "\n" not in text or not text.strip():
        return Piece(scalar(text, style))
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    column = max(column, style.floor)
    first = next(line for line in body.split("\n") if line)
    indicator = ""
    if first[0] in " \t":
        if column - outer > MAX_INDICATOR:
            return Piece(scalar(text, style))
        indicator = str(column - outer)
    lines = [" " * column + line if line else "" for line in body.split("\n")] + [""] * (ends - 1)
    return Piece("|" + indicator + ("-", "", "+")[min(ends, 2)], tuple(lines), ends > 0)

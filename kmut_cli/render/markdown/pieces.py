"""Small pieces that several blocks are made of."""

from __future__ import annotations

from kmut_cli.render.kurztext import mit_doppelpunkt
from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.block import BULLETS, Piece

_BOXES = {True: "☒", False: "☐"}


def paragraph(*lines: str) -> Piece:
    """Make a paragraph of lines in Markdown."""
    return Piece(list(lines), "paragraph")


def box(ticked: bool, caption: str = "") -> str:
    """Write a box with its caption, which is plain text."""
    return f"{_BOXES[ticked]} {escape.plain(caption)}".rstrip(" ")


def label(caption: str) -> str:
    """Write what stands before a value; plain text."""
    return f"**{escape.plain(mit_doppelpunkt(caption))}**"


def bullet(avoid: str) -> str:
    """Give the marker of a list behind one that has the marker ``avoid``."""
    return next(sign for sign in BULLETS if sign != avoid)


def joined(pieces: list[Piece]) -> list[str]:
    """Give the lines of blocks, with blank lines between them."""
    return [line for position, piece in enumerate(pieces) for line in ([""] if position else []) + piece.lines]

"""The blocks of an answer (see ``presentation``) → Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.answer import DEEPEST_HEADING, answer_pieces
from kmut_cli.render.markdown.block import Piece
from kmut_cli.render.markdown.pieces import box, bullet, joined, label, paragraph
from kmut_cli.render.markdown.table import table
from kmut_cli.render.presentation import (
    Absatz,
    Angabe,
    Ankreuzfeld,
    Bild,
    Block,
    Entfallen,
    Offen,
    Tabelle,
    Zwischentitel,
)

_IN_ADDRESS = re.compile(r"[^\w./~-]")
"""What would end an address, or mean something in it; letters of all languages do not."""
_DROPPED = "*Entfällt:*"
_SMALL = "small"
_Plain = Absatz | Ankreuzfeld | Angabe | Tabelle | Entfallen | Offen


def block_lines(blocks: tuple[Block, ...], level: int, folder: str) -> list[str]:
    """Write blocks.

    Args:
        blocks: An answer, in order.
        level: Level of the highest heading that the answer may have.
        folder: Folder of the pictures, as seen from the output.

    Returns:
        Lines without line ends; blank lines stand between the blocks only.
    """
    pieces: list[Piece] = []
    below = level  # of headings that authors typed: behind a heading of ours they stand below it
    for block in blocks:
        avoid = pieces[-1].marker if pieces else ""
        if isinstance(block, Zwischentitel):
            below = level + 1
            pieces.append(_heading(block, level))
        elif isinstance(block, Bild):
            pieces.append(_picture(block, folder))
        elif isinstance(block, Angabe) and block.klein:
            _add_small(pieces, _labelled(block))
        else:
            pieces += _pieces(block, below, avoid)
    return joined(pieces)


def _add_small(pieces: list[Piece], small: list[Piece]) -> None:
    """Add small lines to those before them: one paragraph, with a line for each."""
    for piece in small:
        if pieces and pieces[-1].kind == _SMALL:
            before = pieces.pop().lines
            piece = Piece([*before[:-1], before[-1] + "\\", *piece.lines], _SMALL)
        pieces.append(Piece(piece.lines, _SMALL))


def _pieces(block: _Plain, level: int, avoid: str) -> list[Piece]:
    match block:
        case Absatz():
            return answer_pieces(block.text, level, avoid)
        case Ankreuzfeld():
            return _boxes(block, avoid)
        case Angabe():
            return _labelled(block)
        case Tabelle():
            return table(block, level, avoid)
        case Entfallen():
            return _dropped(block, level)
        case Offen():
            return [paragraph(f"**[{escape.plain(block.marke)}]** {escape.plain(block.hinweis)}".rstrip())]


def _boxes(block: Ankreuzfeld, avoid: str) -> list[Piece]:
    boxes = [box(each.angekreuzt, each.beschriftung) for each in block.kaestchen]
    if not boxes:
        return []
    if block.in_einer_zeile:
        return [paragraph("  ".join(boxes))]
    marker = bullet(avoid)
    return [Piece([f"{marker} {each}" for each in boxes], "bullet_list", marker)]


def _labelled(block: Angabe) -> list[Piece]:
    paragraphs = escape.paragraphs(block.wert)
    if block.beschriftung.strip():
        caption = label(block.beschriftung)
        first = [f"{caption} {paragraphs[0][0]}", *paragraphs[0][1:]] if paragraphs else [caption]
        paragraphs = [first, *paragraphs[1:]]
    return [paragraph(*lines) for lines in paragraphs]


def _dropped(block: Entfallen, level: int) -> list[Piece]:
    reason = answer_pieces(block.grund, level)
    if reason and reason[0].kind == "paragraph":
        return [paragraph(f"{_DROPPED} {reason[0].lines[0]}", *reason[0].lines[1:]), *reason[1:]]
    return [paragraph(_DROPPED if reason else "*Entfällt.*"), *reason]


def _heading(block: Zwischentitel, level: int) -> Piece:
    return Piece([f"{'#' * min(level, DEEPEST_HEADING)} {escape.plain(block.text)}".rstrip(" ")], "heading")


def _picture(block: Bild, folder: str) -> Piece:
    address = _IN_ADDRESS.sub(lambda found: quote(found.group(), errors="replace"), f"{folder}/{block.name}.svg")
    return paragraph(f"![{escape.plain(block.alt, in_link=True)}]({address})")

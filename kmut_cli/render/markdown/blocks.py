"""The blocks of an answer (see ``presentation``) → Markdown."""

from __future__ import annotations

from kmut_cli.render.kurztext import mit_doppelpunkt
from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.answer import answer_pieces
from kmut_cli.render.markdown.block import BULLETS, Piece, indented
from kmut_cli.render.markdown.pipes import WIDE, pipes
from kmut_cli.render.presentation import Absatz, Angabe, Ankreuzfeld, Block, Entfallen, Kaestchen, Offen, Tabelle

_DROPPED = "*Entfällt:*"


def block_lines(blocks: tuple[Block, ...], level: int) -> list[str]:
    """Write blocks.

    Args:
        blocks: An answer, in order.
        level: Level of the highest heading that the answer may have.

    Returns:
        Lines without line ends; blank lines stand between the blocks only.
    """
    pieces: list[Piece] = []
    for block in blocks:
        pieces += _pieces(block, level, pieces[-1].marker if pieces else "")
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[str]:
    return [line for position, piece in enumerate(pieces) for line in ([""] if position else []) + piece.lines]


def _pieces(block: Block, level: int, avoid: str) -> list[Piece]:
    match block:
        case Absatz():
            return answer_pieces(block.text, level, avoid)
        case Ankreuzfeld():
            return _boxes(block, avoid)
        case Angabe():
            return _labelled(block)
        case Tabelle():
            return _table(block, level, avoid)
        case Entfallen():
            return _dropped(block, level)
        case Offen():
            return [_paragraph(f"**[{escape.plain(block.marke)}]** {escape.plain(block.hinweis)}".rstrip())]


def _paragraph(*lines: str) -> Piece:
    return Piece(list(lines), "paragraph")


def _boxes(block: Ankreuzfeld, avoid: str) -> list[Piece]:
    boxes = [_box(box) for box in block.kaestchen]
    if not boxes:
        return []
    if block.in_einer_zeile:
        return [_paragraph("  ".join(boxes))]
    marker = _bullet(avoid)
    return [Piece([f"{marker} {box}" for box in boxes], "bullet_list", marker)]


def _box(box: Kaestchen) -> str:
    return f"{'☒' if box.angekreuzt else '☐'} {escape.plain(box.beschriftung)}".rstrip(" ")


def _bullet(avoid: str) -> str:
    return next(sign for sign in BULLETS if sign != avoid)


def _label(caption: str) -> str:
    return f"**{escape.plain(mit_doppelpunkt(caption))}**"


def _labelled(block: Angabe) -> list[Piece]:
    paragraphs = escape.paragraphs(block.wert)
    if block.beschriftung.strip():
        label = _label(block.beschriftung)
        first = [f"{label} {paragraphs[0][0]}", *paragraphs[0][1:]] if paragraphs else [label]
        paragraphs = [first, *paragraphs[1:]]
    return [_paragraph(*lines) for lines in paragraphs]


def _dropped(block: Entfallen, level: int) -> list[Piece]:
    reason = answer_pieces(block.grund, level)
    if reason and reason[0].kind == "paragraph":
        return [_paragraph(f"{_DROPPED} {reason[0].lines[0]}", *reason[0].lines[1:]), *reason[1:]]
    return [_paragraph(_DROPPED if reason else "*Entfällt.*"), *reason]


def _table(block: Tabelle, level: int, avoid: str) -> list[Piece]:
    if not block.kopf:
        return []
    cells = [[answer_pieces(text, level) for text in row] for row in block.zeilen]
    rows: list[list[str | None]] = [[escape.plain(title) for title in block.kopf]]
    rows += [[_one_line(content) for content in row] for row in cells]
    in_lines = [[text for text in row if text is not None] for row in rows]
    items = [item for row in cells if (item := _record(block.kopf, row))]
    if not items or (in_lines == rows and all(sum(map(len, row)) + 3 * len(row) <= WIDE for row in in_lines)):
        return [Piece(pipes(in_lines), "table")]
    marker = _bullet(avoid)
    lines = [line for item in items for line in ["", *indented(item, marker)]]
    return [Piece(lines[1:], "bullet_list", marker)]


def _one_line(content: list[Piece]) -> str | None:
    """Give a cell as one line; None if it needs more."""
    if not content:
        return ""
    if len(content) > 1 or content[0].kind != "paragraph" or any(line.endswith("\\") for line in content[0].lines[:-1]):
        return None
    return " ".join(content[0].lines)


def _record(titles: tuple[str, ...], row: list[list[Piece]]) -> list[str]:
    """Write a row under each other: title and content, what fits in a line as one paragraph."""
    pieces: list[Piece] = []
    for title, content in zip(titles, row, strict=True):
        if not content:
            continue
        label = _label(title) if title.strip() else ""
        if content[0].kind != "paragraph":
            pieces += [_paragraph(label), *content] if label else content
            continue
        first = Piece([f"{label} {content[0].lines[0]}".lstrip(), *content[0].lines[1:]], "field")
        if len(content) == 1 and pieces and pieces[-1].kind == "field":
            before = pieces.pop()
            first = Piece([*before.lines[:-1], before.lines[-1] + "\\", *first.lines], "field")
        pieces += [first, *content[1:]]
    return _joined(pieces)

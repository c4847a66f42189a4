"""Tables of answers: between bars where that can be read, else as a list of what stands in each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.answer import answer_pieces
from kmut_cli.render.markdown.block import Piece, indented
from kmut_cli.render.markdown.pieces import box, bullet, joined, label, paragraph
from kmut_cli.render.markdown.pipes import WIDE, pipes
from kmut_cli.render.presentation import Kaestchen, Tabelle


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell.

    Attributes:
        content: Its blocks; where the cell above goes on, those of that cell.
        goes_on: Whether it is the cell above that goes on.
        box: The box that it holds, if it holds one.
    """

    content: list[Piece]
    goes_on: bool = False
    box: Kaestchen | None = None

    @property
    def line(self) -> str | None:
        """The cell as one line, empty where that above goes on; None if it needs more."""
        if not self.content or self.goes_on:
            return ""
        first = self.content[0]
        if len(self.content) > 1 or first.kind != "paragraph" or any(line.endswith("\\") for line in first.lines[:-1]):
            return None
        return " ".join(first.lines)


def table(block: Tabelle, level: int, avoid: str) -> list[Piece]:
    """Write a table.

    Args:
        block: The table.
        level: Level of the highest heading that a cell may have.
        avoid: Marker that a list must not use.

    Returns:
        A table if its rows are short enough to be read as such; else a list with an item for each row. In a list the
        columns at the left whose cells go on over several rows become its outer levels.
    """
    if not block.kopf:
        return []
    rows = _cells(block, level)
    lines = [[cell.line for cell in row] for row in rows]
    titles = [escape.plain(title) for title in block.kopf]
    items = _items(block.kopf, rows, 0)
    if not items or (_short(titles) and all(map(_short, lines))):
        sides = [_side(block, column) for column in range(len(titles))]
        return [Piece(pipes([titles, *([text or "" for text in line] for line in lines)], sides), "table")]
    return [_list(items, bullet(avoid))]


def _cells(block: Tabelle, level: int) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = []
    for line in block.zeilen:
        above = rows[-1] if rows else [_Cell([])] * len(line)
        rows.append(
            [
                replace(before, goes_on=bool(rows)) if cell is None else _cell(cell, level)
                for cell, before in zip(line, above, strict=True)
            ]
        )
    return rows


def _cell(cell: str | Kaestchen, level: int) -> _Cell:
    if isinstance(cell, Kaestchen):
        return _Cell([paragraph(box(cell.angekreuzt))], box=cell)
    return _Cell(answer_pieces(cell, level))


def _short(line: Sequence[str | None]) -> bool:
    return None not in line and sum(len(text or "") for text in line) + 3 * len(line) <= WIDE


def _side(block: Tabelle, column: int) -> str:
    if column in block.rechts:
        return "right"
    return "center" if any(isinstance(line[column], Kaestchen) for line in block.zeilen) else ""


def _list(items: list[list[str]], marker: str) -> Piece:
    lines = [line for item in items for line in ["", *indented(item, marker)]]
    return Piece(lines[1:], "bullet_list", marker)


def _items(titles: tuple[str, ...], rows: list[list[_Cell]], column: int) -> list[list[str]]:
    """Write rows as items, from a column on; rows that share the cell of that column become one item with a list."""
    if not any(row[column].goes_on for row in rows):
        return [joined(record) for row in rows if (record := _record(titles[column:], row[column:]))]
    items: list[list[str]] = []
    for group in _groups(rows, column):
        shared = _record(titles[column : column + 1], group[0][column : column + 1])
        # In the first of these rows a cell further right cannot go on: it stands in another item.
        group[0] = [replace(cell, goes_on=False) for cell in group[0]]
        inner = _items(titles, group, column + 1) if column + 1 < len(titles) else []
        if not shared:
            items += inner
        else:
            below = [_list(inner, bullet(shared[-1].marker))] if inner else []
            items.append(joined([*shared, *below]))
    return items


def _groups(rows: list[list[_Cell]], column: int) -> list[list[list[_Cell]]]:
    groups: list[list[list[_Cell]]] = []
    for row in rows:
        if groups and row[column].goes_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _record(titles: tuple[str, ...], row: list[_Cell]) -> list[Piece]:
    """Write a row under each other: title and content, what fits in a line as one paragraph."""
    pieces: list[Piece] = []
    for caption, content in _fields(titles, row):
        if content[0].kind != "paragraph":
            pieces += [paragraph(caption), *content] if caption else content
            continue
        first = Piece([f"{caption} {content[0].lines[0]}".lstrip(), *content[0].lines[1:]], "field")
        if len(content) == 1 and pieces and pieces[-1].kind == "field":
            before = pieces.pop()
            first = Piece([*before.lines[:-1], before.lines[-1] + "\\", *first.lines], "field")
        pieces += [first, *content[1:]]
    return pieces


def _fields(titles: tuple[str, ...], row: list[_Cell]) -> Iterator[tuple[str, list[Piece]]]:
    """Give label and content of each cell that is not empty; boxes beside each other become one line."""
    for boxed, cells in groupby(zip(titles, row, strict=True), lambda titled: titled[1].box is not None):
        if boxed:
            boxes = (box(cell.box.angekreuzt, title) for title, cell in cells if cell.box is not None)
            yield "", [paragraph("  ".join(boxes))]
            continue
        for title, cell in cells:
            if cell.content:
                yield label(title) if title.strip() else "", cell.content

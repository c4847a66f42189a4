"""The table of an answer: text, boxes, and cells that go on over several rows."""

from __future__ import annotations

from kmut_cli.render.presentation import Kaestchen, Tabelle, Zelle
from kmut_cli.render.word.controls import EMPTY, TICKED, checkbox
from kmut_cli.render.word.markdown import markdown_blocks
from kmut_cli.render.word.pieces import Piece, paragraph, run, value
from kmut_cli.render.word.table import Cell, column_widths, flush_right, table
from kmut_cli.render.word.target import Surroundings, Target

_CELL_MARGIN = 200  # twips, left and right together


def answer_table(block: Tabelle, target: Target, around: Surroundings) -> list[Piece]:
    """Write a table.

    Args:
        block: The table.
        target: The document.
        around: Width at the place.

    Returns:
        A ``w:tbl`` and a ``w:p``; nothing if it has no columns.
    """
    if not block.kopf:
        return []
    styles = target.styles
    texts = _texts(block)
    measured = [[Cell([], text) for text in row] for row in (list(block.kopf), *texts)]
    widths = column_widths(measured, around.width, block.breiten)
    rows = [[_head(block, column, styles.find("Antwort Tabellenkopf")) for column in range(len(block.kopf))]]
    for number, line in enumerate(block.zeilen):
        cells = []
        for column, cell in enumerate(line):
            inside = around.narrowed(widths[column] - _CELL_MARGIN, styles.find("Antwort Tabellentext"))
            content = _content(cell, _title(block, line, column), target, inside)
            if column in block.rechts:
                flush_right(content)
            cells.append(Cell(content, texts[number][column], _merge(block, number, column)))
        rows.append(cells)
    return table(rows, styles, around.width, shares=block.breiten)


def _texts(block: Tabelle) -> list[list[str]]:
    """Give the text of each cell; rows in which a cell goes on have the text that began above."""
    rows: list[list[str]] = []
    for line in block.zeilen:
        above = rows[-1] if rows else [""] * len(line)
        rows.append([before if cell is None else _text(cell) for cell, before in zip(line, above, strict=True)])
    return rows


def _text(cell: str | Kaestchen) -> str:
    return (TICKED if cell.angekreuzt else EMPTY) if isinstance(cell, Kaestchen) else cell


def _merge(block: Tabelle, row: int, column: int) -> str:
    """Tell how a cell is joined to its neighbours; the header is not one of them."""
    if block.zeilen[row][column] is None and row:
        return "continue"
    below = block.zeilen[row + 1 : row + 2]
    return "restart" if below and below[0][column] is None else ""


def _head(block: Tabelle, column: int, style: str) -> Cell:
    title = block.kopf[column]
    boxes = any(isinstance(line[column], Kaestchen) for line in block.zeilen)
    head = [paragraph([value("w:pStyle", style), *_centred(boxes)], [run(title)])]
    if column in block.rechts:
        flush_right(head)
    return Cell(head, title)


def _centred(boxes: bool) -> list[Piece]:
    return [value("w:jc", "center")] if boxes else []


def _content(cell: Zelle, title: str, target: Target, inside: Surroundings) -> list[Piece]:
    if isinstance(cell, Kaestchen):
        style = value("w:pStyle", inside.style)
        return [paragraph([style, *_centred(True)], [checkbox(cell, target, title)])]
    # An empty cell has a line like the others, so that its row is no higher than they are.
    return markdown_blocks(cell or "", target, inside) or [paragraph([value("w:pStyle", inside.style)], [])]


def _title(block: Tabelle, line: tuple[Zelle, ...], column: int) -> str:
    """Say what a box stands for without the table around it."""
    cell = line[column]
    if not isinstance(cell, Kaestchen) or cell.beschriftung:
        return ""
    row = next((each for each in line if isinstance(each, str)), "")
    return ": ".join(filter(None, (row, block.kopf[column])))

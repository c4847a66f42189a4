"""Tables of answers: a header row that repeats on every page, and columns as wide as their text needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kmut_cli.render.word.pieces import Piece, element, keep_with_next, paragraph, value
from kmut_cli.render.word.styles import Stylesheet

HEADER_FILL = "E7E6E6"
_SIGN = 112  # twips of a character
_MARGINS = 220  # twips, left and right together
_WIDEST = 120  # characters a column counts for, so that long text cannot starve its neighbours
_LONGEST_WORD = 22
_LONGEST_ASKED = 26  # where widths are asked for, which is where much text has to fit
_LONGEST_HEAD = 14  # words of the header stay whole up to this
_TOGETHER, _SHORT = 10, 40  # so many rows of cells with so many characters stay on one page
_WHOLE = 800  # characters; a row with a longer cell may break over pages
_BETWEEN_WORDS = re.compile(r"[^\S\u00a0\u202f]|(?<=-)")  # lines break at blanks, but not at those that forbid it


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        blocks: Paragraphs and tables.
        text: Its text, for the width of the column; of a merged cell that of all its rows.
        merge: „restart“ where a cell begins that goes on in the rows below, „continue“ there; else empty.
    """

    blocks: list[Piece]
    text: str
    merge: str = ""


def column_widths(rows: list[list[Cell]], width: int, shares: tuple[int, ...] = ()) -> list[int]:
    """Share a width among columns: each has room for its longest word, the rest goes where most text is.

    Args:
        rows: All rows, the header first, all of the same length.
        width: Twips of the table.
        shares: Relative widths, where they are asked for.

    Returns:
        Twips of each column.
    """
    if shares:
        return _shared(rows, width, shares)
    columns = list(zip(*rows, strict=True))
    longest = [max(len(cell.text) for cell in column) for column in columns]
    words = [max(_longest_word(cell.text) + (cell is column[0]) for cell in column) for column in columns]  # bold head
    heads = [min(_longest_word(column[0].text) + 1, _LONGEST_HEAD) for column in columns]
    # Where not all words fit, the longest are broken first, so that dates and short words stay whole; and then so much
    # is kept back that a column of sentences does not become a column of words.
    for limit in range(_LONGEST_WORD, 2, -1):
        needed = [_MARGINS + _SIGN * max(min(word, limit), head) for word, head in zip(words, heads, strict=True)]
        rest = width - sum(needed)
        if rest >= (0 if limit >= max(words) else width // 8):
            break
    else:
        return [max(width // len(words), 200)] * len(words)
    wanted = [
        max(_SIGN * min(signs, _WIDEST) + _MARGINS - least, 1) for signs, least in zip(longest, needed, strict=True)
    ]
    return [least + rest * more // sum(wanted) for least, more in zip(needed, wanted, strict=True)]


def _room(word: str, limit: int) -> int:
    return min(len(word), _LONGEST_ASKED if any(map(str.isdigit, word)) else limit)


def _words(text: str) -> list[str]:
    return _BETWEEN_WORDS.split(text)


def _longest_word(text: str) -> int:
    return max(map(len, _words(text)))


def table(
    rows: list[list[Cell]], styles: Stylesheet, width: int, indent: int = 0, shares: tuple[int, ...] = ()
) -> list[Piece]:
    """Make a table and the paragraph behind it, without which Word would join it to the next table.

    Args:
        rows: Header row first, all of the same length.
        styles: Styles of the document.
        width: Twips of the table.
        indent: Twips from the left.
        shares: Relative widths of the columns, which then stay as they are; empty for widths by content.

    Returns:
        A ``w:tbl`` and a ``w:p``.
    """
    widths = column_widths(rows, width, shares)
    properties = element("w:tblPr", None, value("w:tblStyle", styles.find("Antwort Tabelle")))
    properties.children.append(element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}))
    if indent:
        properties.children.append(element("w:tblInd", {"w:w": str(indent), "w:type": "dxa"}))
    if shares:
        properties.children.append(element("w:tblLayout", {"w:type": "fixed"}))
    properties.children.append(
        element("w:tblLook", {"w:val": "0020", "w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"})
    )
    titles = ", ".join(cell.text for cell in rows[0] if cell.text)
    properties.children.append(value("w:tblDescription", f"Tabelle mit den Spalten: {titles}"))
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": str(each)}) for each in widths))
    node = element("w:tbl", None, properties, grid)
    for position, row in enumerate(rows):
        node.children.append(_row(row, widths, header=position == 0))
    if len(rows) <= _TOGETHER and all(len(cell.text) <= _SHORT for row in rows for cell in row):
        for text in (text for row in rows[:-1] for cell in row for text in cell.blocks):
            keep_with_next(text)
    return [node, paragraph([value("w:pStyle", styles.find("Antwort Tabellenende"))], [])]


def _shared(rows: list[list[Cell]], width: int, shares: tuple[int, ...]) -> list[int]:
    """Share a width as asked for, but so that each column has room for its words as far as they fit.

    Word divides long words by syllables, but not numbers with their units: they keep their room first.
    """
    words = [[word for cell in column for word in _words(cell.text)] for column in zip(*rows, strict=True)]
    for limit in range(_LONGEST_ASKED, 2, -1):
        least = [_MARGINS + _SIGN * max(_room(word, limit) for word in column) for column in words]
        if sum(least) <= width * 2 // 3:
            break
    if sum(least) > width:
        least = [0] * len(shares)
    narrow: set[int] = set()
    while True:
        rest = width - sum(least[column] for column in narrow)
        parts = sum(share for column, share in enumerate(shares) if column not in narrow)
        widths = [least[n] if n in narrow else rest * share // parts for n, share in enumerate(shares)]
        more = {column for column, each in enumerate(widths) if each < least[column]} - narrow
        if not more:
            return widths
        narrow |= more


def _row(cells: list[Cell], widths: list[int], *, header: bool) -> Piece:
    node = element("w:tr")
    if header:
        node.children.append(element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader")))
    elif max(len(cell.text) for cell in cells) <= _WHOLE:
        node.children.append(element("w:trPr", None, element("w:cantSplit")))
    for cell, width in zip(cells, widths, strict=True):
        properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
        if cell.merge:
            properties.children.append(element("w:vMerge", {"w:val": "restart"} if cell.merge == "restart" else None))
        if header:
            properties.children.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": HEADER_FILL}))
        content = element("w:tc", None, properties, *cell.blocks)
        if not cell.blocks or cell.blocks[-1].tag != "w:p":  # Word reports such a cell as damaged
            content.children.append(element("w:p"))
        node.children.append(content)
    return node


def flush_right(content: list[Piece]) -> None:
    """Set the paragraphs of a cell flush right, those in lists excepted."""
    for piece in content:
        properties = piece.find("w:pPr")
        if piece.tag == "w:p" and properties is not None and properties.find("w:numPr") is None:
            properties.children.append(value("w:jc", "right"))

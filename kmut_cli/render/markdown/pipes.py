"""Tables of Markdown: cells of one line, between bars."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kmut_cli.render.markdown.escape import cell

WIDE = 240
"""Longest row that is still read as a row: three lines of a narrow window."""
_PADDED = 120  # up to this width columns are aligned
_RULES = {"left": (":", ""), "right": ("", ":"), "center": (":", ":")}


def pipes(rows: Sequence[Sequence[str]], alignment: Sequence[str] = ()) -> list[str]:
    """Write a table.

    Args:
        rows: Head and body; each cell is Markdown of one line.
        alignment: „left“, „right“, „center“ or empty, for each column.

    Returns:
        Lines; columns are aligned as long as the table is narrow.
    """
    cells = [[cell(content) for content in row] for row in rows]
    widths = [max(3, *(_width(row[column]) for row in cells)) for column in range(len(cells[0]))]
    if sum(widths) + 3 * len(widths) + 1 > _PADDED:
        widths = [3] * len(widths)
    rules = [_rule(width, alignment[column] if column < len(alignment) else "") for column, width in enumerate(widths)]
    return [_row(row, widths) for row in (cells[0], rules, *cells[1:])]


def _rule(width: int, alignment: str) -> str:
    left, right = _RULES.get(alignment, ("", ""))
    return left + "-" * (width - len(left) - len(right)) + right


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (content + " " * (width - _width(content)) for content, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _width(content: str) -> int:
    """Count what takes room in a line: accents of decomposed text do not, wide characters count twice."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in content
    )

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
    columns = [alignment[number] if number < len(alignment) else "" for number in range(len(cells[0]))]
    widths = [max(3, *(_width(row[number]) for row in cells)) for number in range(len(columns))]
    if sum(widths) + 3 * len(widths) + 1 > _PADDED:
        widths = [0] * len(widths)
    rules = [_rule(max(width, 3), side) for width, side in zip(widths, columns, strict=True)]
    head, *body = ([_padded(*part) for part in zip(row, widths, columns, strict=True)] for row in cells)
    return [f"| {' | '.join(row)} |" for row in (head, rules, *body)]


def _rule(width: int, alignment: str) -> str:
    left, right = _RULES.get(alignment, ("", ""))
    return left + "-" * (width - len(left) - len(right)) + right


def _padded(content: str, width: int, alignment: str) -> str:
    room = max(width - _width(content), 0)
    before = {"right": room, "center": room // 2}.get(alignment, 0)
    return " " * before + content + " " * (room - before)


def _width(content: str) -> int:
    """Count what takes room in a line: accents of decomposed text do not, wide characters count twice."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in content
    )

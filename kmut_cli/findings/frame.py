"""The code frame: the source line of a finding with carets under the place."""

from __future__ import annotations

from dataclasses import dataclass

from kmut_cli.findings.display import cell_len, visible

# Visible and of one width everywhere; a tab in the indentation is a typical mistake in YAML.
_TAB = "→   "
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line, made visible and cut to the width, and where its marked part lies.

    Attributes:
        text: What is shown of the line.
        start: Terminal columns before the marked part.
        length: Terminal columns of the marked part, at least 1.
    """

    text: str
    start: int
    length: int


def excerpt(line: str, column: int, end_column: int, width: int) -> Excerpt:
    """Cut a source line around a place.

    Args:
        line: The source line without its line end.
        column: First marked column, from 1, in code points; may stand behind the end of the line.
        end_column: First column behind the marked part.
        width: Terminal columns that the excerpt may take, at least 20.

    Returns:
        The excerpt; where something is left out stands ``…``.
    """
    start = min(column - 1, len(line))
    end = max(start, min(end_column - 1, len(line)))
    # Only what could come into view is looked at: a line may hold a whole file.
    first, last = max(0, start - width), min(len(line), start + width)
    pieces = [_TAB if char == "\t" else visible(char) for char in line[first:last]]
    low, high = _window(pieces, start - first, width, whole=first == 0 and last == len(line))
    before = (_CUT if first + low > 0 else "") + "".join(pieces[low : start - first])
    marked = "".join(pieces[start - first : min(end - first, high)])
    after = "".join(pieces[end - first : high]) + (_CUT if first + high < len(line) else "")
    return Excerpt(before + marked + after, cell_len(before), max(1, cell_len(marked)))


def _window(pieces: list[str], start: int, width: int, *, whole: bool) -> tuple[int, int]:
    """Choose which pieces are shown: all if they fit, else some before ``start`` and the rest behind it."""
    cells = [cell_len(piece) for piece in pieces]
    if whole and sum(cells) <= width:
        return 0, len(pieces)
    room = width - 2 * len(_CUT)
    low = high = start
    lead = room // 3
    while low > 0 and cells[low - 1] <= lead:
        low -= 1
        lead -= cells[low]
        room -= cells[low]
    while high < len(pieces) and cells[high] <= room:
        room -= cells[high]
        high += 1
    while low > 0 and cells[low - 1] <= room:
        low -= 1
        room -= cells[low]
    # A combining mark belongs to the letter that was cut off.
    while low < start and cells[low] == 0:
        low += 1
    return low, high

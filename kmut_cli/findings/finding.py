"""A finding: one thing that is to be said about one place of one file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
"""A place in a file: keys and list indices (from 0) from the root of the document."""


class Severity(StrEnum):
    """How much a finding weighs; the values are those of every machine-readable output."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a remark: the order in which they weigh."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, complete in itself: showing it needs no second look at the file.

    Attributes:
        code: Stable code of the rule, such as ``KM101``; ``kmut explain`` knows each.
        severity: Error, warning or remark.
        path: The file as the user named it (``-`` for standard input).
        message: What is wrong: German, one sentence or two, no line break.
        help: What to write instead: German, one line; empty if nothing can be added.
        line: Line from 1; 0 if the finding concerns the file as a whole.
        column: Column from 1, counted in Unicode code points; 0 with ``line`` 0.
        end_column: First column behind the marked text on ``line``; at least ``column + 1``
            where there is a place, 0 where there is none.
        location: Dotted path of the key in the document (``aufgaben.bestandsaufnahme.themen``,
            list items as ``ziele[0].ziel``); empty for the whole file.
        source_line: The text of line ``line`` without its line end, for the code frame.
    """

    code: str
    severity: Severity
    path: str
    message: str
    help: str = ""
    line: int = 0
    column: int = 0
    end_column: int = 0
    location: str = ""
    source_line: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """Order of output: by file, then place, then weight."""
        return (self.path, self.line, self.column, self.severity.rank, self.code, self.message)


def dotted(loc: Loc) -> str:
    """Write a path of keys the way findings name it.

    Args:
        loc: The place.

    Returns:
        Such as ``aufgaben.handlungskonzept.ziele[0].ziel``.
    """
    text = ""
    for part in loc:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text

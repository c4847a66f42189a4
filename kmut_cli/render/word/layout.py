"""Where a paragraph of an answer stands: inside which lists and quotes, and so how far it is indented."""

from __future__ import annotations

from dataclasses import dataclass, field

from kmut_cli.render.word.numbering import INDENT, LEVELS
from kmut_cli.render.word.pieces import Piece, element, value

_QUOTE_INDENT = 300  # twips
_LARGEST_INDENT = 3240  # deeper nesting is not indented further, so that text keeps room in a narrow cell


@dataclass(slots=True)
class ListLevel:
    """One list that is open.

    Attributes:
        instance: Its ``w:numId``; 0 for an ordered list that counts from a number too large for Word.
        next_number: Number of the next item, for that case.
        closing: What stands behind a number.
        pending: True while the bullet of the current item has not been placed.
    """

    instance: int
    next_number: int = 1
    closing: str = ""
    pending: bool = False


@dataclass(slots=True)
class Nesting:
    """All lists and quotes around the next paragraph.

    Attributes:
        lists: Open lists, outermost first.
        quotes: Number of open quotes.
        tight: Whether the list stands without blank lines.
    """

    lists: list[ListLevel] = field(default_factory=list)
    quotes: int = 0
    tight: bool = False

    @property
    def next_level(self) -> int:
        """Level (from 0) that a list opened now gets."""
        return min(len(self.lists), LEVELS - 1)

    @property
    def indent(self) -> int:
        """Twips from the left."""
        return min(INDENT * len(self.lists) + _QUOTE_INDENT * self.quotes, _LARGEST_INDENT)

    def marker(self) -> str:
        """Give the number of the next paragraph as text, where Word cannot count so far; usually empty."""
        if not self.lists or not self.lists[-1].pending or self.lists[-1].instance:
            return ""
        level = self.lists[-1]
        level.next_number += 1
        return f"{level.next_number - 1}{level.closing}\t"

    def properties(self, style: str, *extra: Piece) -> list[Piece]:
        """Give the properties of the next paragraph; places the bullet if one is pending.

        Args:
            style: Style id; empty for the default.
            *extra: Properties that follow ``w:contextualSpacing`` in the schema.

        Returns:
            Children of ``w:pPr`` in schema order.
        """
        properties = [value("w:pStyle", style)] if style else []
        hanging = False
        if self.lists and self.lists[-1].pending:
            self.lists[-1].pending = False
            hanging = True
            level = min(len(self.lists), LEVELS) - 1
            if self.lists[-1].instance:
                numbering = [value("w:ilvl", level), value("w:numId", self.lists[-1].instance)]
                properties.append(element("w:numPr", None, *numbering))
        if self.lists or self.quotes:
            indent = {"w:left": str(self.indent)}
            if hanging:
                indent["w:hanging"] = str(INDENT)
            properties.append(element("w:ind", indent))
        if self.lists:
            properties.append(value("w:contextualSpacing", "1" if self.tight else "0"))
        return [*properties, *extra]


def keep_distance(block: Piece) -> None:
    """Let the last paragraph of a list keep its distance to what follows.

    Args:
        block: Last block of the outermost list.
    """
    properties = block.find("w:pPr")
    for position, each in enumerate(properties.children if properties else ()):
        if properties is not None and each.tag == "w:contextualSpacing":
            properties.children[position] = value("w:contextualSpacing", "0")

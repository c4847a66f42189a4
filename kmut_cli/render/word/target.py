"""Where answers are written to: the document's styles, lists, links and control numbers in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlsplit

from kmut_cli.render.word.numbering import Numbering
from kmut_cli.render.word.styles import Stylesheet
from kmut_cli.render.word.xml import xml_text

BODY_WIDTH = 9070  # twips between the margins of an A4 page
BODY_HEIGHT = 14286  # of the same page
LINKED = frozenset({"http", "https", "mailto", "tel"})
"""Schemes of addresses that a reader may follow; everything else is shown as text."""
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~"
_LONGEST_URL = 2000  # Word refuses files with addresses of 2084 characters and more


class Relating(Protocol):
    """A part of the document as far as answers need it: what it refers to."""

    def to_address(self, url: str) -> str:
        """Refer to an address outside; give the id of the relationship."""

    def to_picture(self, png: bytes) -> str:
        """Refer to a picture inside the package; give the id of the relationship."""


class Target:
    """One document under construction.

    Args:
        styles: Its styles.
        numbering: Its lists.
        part: The part being written.
        taken_ids: Ids of content controls and pictures that the document already uses; shared by all its parts, grows.
    """

    def __init__(self, styles: Stylesheet, numbering: Numbering, part: Relating, taken_ids: set[str]) -> None:
        self.styles = styles
        self.numbering = numbering
        self._part = part
        self._taken = taken_ids
        self._last_id = 0

    def next_id(self) -> str:
        """Give the next free id of a content control or picture: the same in every run."""
        self._last_id += 1
        while str(self._last_id) in self._taken:
            self._last_id += 1
        self._taken.add(str(self._last_id))
        return str(self._last_id)

    def picture(self, png: bytes) -> str:
        """Put a picture into the package, once for the same bytes.

        Args:
            png: The picture.

        Returns:
            Id of the relationship to it.
        """
        return self._part.to_picture(png)

    def link(self, url: str) -> str:
        """Make a relationship for a link.

        Args:
            url: Address as the author typed it.

        Returns:
            Relationship id; empty if Word should not follow such an address (``javascript:``, a file,
            a relative path), which then has to be shown as text.
        """
        try:
            scheme = urlsplit(url).scheme
        except ValueError:
            return ""
        address = quote(xml_text(url), safe=_URL_SAFE)
        if scheme not in LINKED or len(address) > _LONGEST_URL:
            return ""
        return self._part.to_address(address)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the place of an answer says about its paragraphs.

    Attributes:
        style: Id of the style of plain paragraphs; empty for the document's default.
        width: Twips that a table or picture may take.
        height: Twips that a picture may take.
        level: Level of the heading above; 0 for none.
    """

    style: str
    width: int = BODY_WIDTH
    height: int = BODY_HEIGHT
    level: int = 0

    def narrowed(self, width: int, style: str) -> Surroundings:
        """Give the surroundings inside a table cell.

        Args:
            width: Twips of the cell.
            style: Id of the style of its paragraphs.

        Returns:
            The same with that width and style.
        """
        return Surroundings(style, max(width, 600), self.height, self.level)

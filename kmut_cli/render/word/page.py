"""The page of a part: how much room text has between its margins."""

from __future__ import annotations

from kmut_cli.render.word.target import BODY_HEIGHT, BODY_WIDTH
from kmut_cli.render.word.xml import Element, qname

_CELL_MARGIN = 220  # twips, left and right together
_LEAST = 600


def text_size(root: Element) -> tuple[int, int]:
    """Measure the text area of the last section.

    Args:
        root: Root element of a part.

    Returns:
        Width and height in twips; those of an A4 page where the part has none of its own, as headers.
    """
    sections = list(root.iter(qname("w:sectPr")))
    size = sections[-1].find(qname("w:pgSz")) if sections else None
    margin = sections[-1].find(qname("w:pgMar")) if sections else None
    if size is None or margin is None:
        return BODY_WIDTH, BODY_HEIGHT
    left, right, top, bottom = (
        _number(margin.get(qname(f"w:{side}")), 0) for side in ("left", "right", "top", "bottom")
    )
    width = _number(size.get(qname("w:w")), BODY_WIDTH) - left - right
    height = _number(size.get(qname("w:h")), BODY_HEIGHT) - top - bottom
    return max(width, 1000), max(height, 1000)


def width_at(node: Element, width: int) -> int:
    """Measure the room at a place.

    Args:
        node: A paragraph or a ``w:tc``.
        width: Twips of the text area.

    Returns:
        Twips inside the table cell around it; ``width`` if there is none, or it does not say its width.
    """
    cell = node if node.tag == qname("w:tc") else next(iter(node.iterancestors(qname("w:tc"))), None)
    stated = None if cell is None else cell.find(f"{qname('w:tcPr')}/{qname('w:tcW')}")
    if stated is None or stated.get(qname("w:type")) != "dxa":
        return width
    return max(_number(stated.get(qname("w:w")), width) - _CELL_MARGIN, _LEAST)


def _number(text: str | None, fallback: int) -> int:
    return int(text) if text and text.isdecimal() else fallback

"""Sizes of pictures."""

from __future__ import annotations

from dataclasses import dataclass

PUNKT_JE_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Bildformat:
    """The largest size that a picture may have so that it fits a page between heading and margins.

    Attributes:
        breite_mm: Width, which every picture has.
        hoehe_mm: Height, which a picture may have at most.
    """

    breite_mm: float
    hoehe_mm: float

    @property
    def breite(self) -> float:
        """Width in points."""
        return self.breite_mm * PUNKT_JE_MM

    @property
    def hoehe(self) -> float:
        """Height in points."""
        return self.hoehe_mm * PUNKT_JE_MM


A4_HOCH = Bildformat(160, 215)
"""A page of A4 upright with margins of 25 mm, less a heading and a caption."""
A4_QUER = Bildformat(247, 140)
"""The same page on its side."""

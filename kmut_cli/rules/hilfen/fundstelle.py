"""A place in a text with what is to be said about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fundstelle:
    """A place.

    Attributes:
        stelle: Offset in the text, in code points.
        laenge: Code points to mark.
        message: What is wrong, German.
        help: What to write instead, German.
    """

    stelle: int
    laenge: int
    message: str
    help: str

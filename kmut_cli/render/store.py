"""What a template prints, kept aside: the template engine sees only marks, so it cannot change a character of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.presentation import Block

# Two characters of private use around a number: no filter that changes letters can change a mark.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
"""Matches a mark; group 1 is for :meth:`Store.get`."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """An answer that a filter of the template asked for; each format writes it in its own way.

    Attributes:
        content: The blocks, in order.
    """

    content: tuple[Block, ...]

    def __bool__(self) -> bool:
        """True if there is anything to print."""
        return bool(self.content)

    def __str__(self) -> str:
        """Refuse to become text: an answer holds lists and tables."""
        raise TemplateFault(
            "Eine Antwort lässt sich nicht mit anderem Text verbinden.",
            "Sie braucht einen Platzhalter für sich allein.",
        )


@dataclass(slots=True)
class Store:
    """The values of one rendering, and how many steps it has taken.

    Attributes:
        values: Printed values; a mark holds the position in this list.
        steps: Passes through loops so far.
    """

    values: list[str | Blocks] = field(default_factory=list)
    steps: int = 0

    def put(self, value: str | Blocks) -> str:
        """Keep a value.

        Args:
            value: Text, or blocks.

        Returns:
            The mark that stands for it.
        """
        self.values.append(value)
        return f"{_OPEN}{len(self.values) - 1}{_CLOSE}"

    def get(self, number: str) -> str | Blocks:
        """Give a value back.

        Args:
            number: The digits of its mark.

        Returns:
            The value; the mark itself if the template held these characters as text.
        """
        if len(number) < 10 and int(number) < len(self.values):
            return self.values[int(number)]
        return f"{_OPEN}{number}{_CLOSE}"

"""What a template prints, kept aside: the template engine sees only marks, so it cannot change a character of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kmut_cli.findings.limits import AUSGABE, VORLAGENSCHRITTE
from kmut_cli.render.faults import SLOW_HELP, TemplateFault
from kmut_cli.render.presentation import Absatz, Block

# Two characters of private use around a number: no filter that changes letters can change a mark.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
"""Matches a mark; group 1 is for :meth:`Store.get`."""
STORE = " store"
"""The :class:`Store` in a template's context; the blank keeps templates from naming it."""


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


def too_large() -> TemplateFault:
    """Give the fault of a template that prints more than any document has."""
    text = f"Mit dieser Vorlage würde die Ausgabe länger als {AUSGABE.text}."
    return TemplateFault(text, f"{SLOW_HELP} {AUSGABE.hinweis}")


@dataclass(slots=True)
class Store:
    """The values of one rendering, and how much it has cost.

    Attributes:
        values: Printed values; a mark holds the position in this list.
        steps: What loops have done so far.
        size: Characters that the template has printed or changed so far.
        most_steps: So many steps may be done.
        most_output: So many characters may be printed; more is a template that repeats without end.
    """

    values: list[str | Blocks] = field(default_factory=list)
    steps: int = 0
    size: int = 0
    most_steps: int = field(default_factory=lambda: VORLAGENSCHRITTE.wert)
    most_output: int = field(default_factory=lambda: AUSGABE.wert)

    def put(self, value: str | Blocks) -> str:
        """Keep a value.

        Args:
            value: Text, or blocks.

        Returns:
            The mark that stands for it.

        Raises:
            TemplateFault: The document would be too large.
        """
        # Of an answer only Markdown can be of the template's own making; all else is kept once, in the document.
        content = (Absatz(value),) if isinstance(value, str) else value.content
        self.grow(sum(len(block.text) for block in content if isinstance(block, Absatz)))
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

    def grow(self, characters: int) -> None:
        """Count text that the template makes.

        Args:
            characters: How much.

        Raises:
            TemplateFault: All together is more than any document has.
        """
        self.size += characters
        if self.size > self.most_output:
            raise too_large()

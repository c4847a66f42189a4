"""What can be wrong with a template, told in German; every format raises the same exception."""

from __future__ import annotations


class TemplateProblem(Exception):
    """A template cannot be used as it stands.

    Attributes:
        message: What is wrong and where in the template: German, one sentence or two, no line break.
        help: What to write instead: German, one line; empty if nothing can be added.
        template: Name of the template as the user knows it.
        line: Line from 1; None where the format has no lines (Word: the place stands in ``message``).
        name: The name the problem is about, such as an unknown placeholder; None if there is none.
    """

    def __init__(
        self, message: str, help: str = "", *, template: str, line: int | None = None, name: str | None = None
    ) -> None:
        """Keep all parts; ``str()`` of the exception is the message."""
        super().__init__(message)
        self.message = message
        self.help = help
        self.template = template
        self.line = line
        self.name = name

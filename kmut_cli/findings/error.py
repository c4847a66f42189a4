"""What cannot be done, told to a person: what is wrong, and what to do."""

from __future__ import annotations


class MitHilfe(Exception):
    """Base of errors that reach a user as they are.

    Attributes:
        message: What is wrong: German, a sentence.
        help: What to do: German, a sentence; empty if nothing can be added.
    """

    def __init__(self, message: str, help: str = "") -> None:
        """Note both texts."""
        super().__init__(message, help)
        self.message = message
        self.help = help

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.message} {self.help}".strip()

"""The steps that reading Markdown takes: how many a text and a document have, and which texts would take more.

The parser pays them (see ``markdown_aufwand``). Nothing here imports it: most documents are checked without one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from kmut_cli.findings.limits import MARKDOWNDOKUMENT, MARKDOWNSCHRITTE, MARKDOWNTIEFE, Grenze


class ZuAufwendig(Exception):
    """A text asks for more steps than reading it may take."""


@dataclass
class Haushalt:
    """The steps of one document.

    Attributes:
        rest: Steps that are left for all its texts together.
        grenzen: For each text that was not read as Markdown, since it is nested too deep or too much work, the limit
            that it went beyond.
    """

    rest: int
    grenzen: dict[str, Grenze] = field(default_factory=dict)

    @property
    def woertliche(self) -> list[str]:
        """The texts that were not read as Markdown."""
        return list(self.grenzen)


_laufend: ContextVar[Haushalt | None] = ContextVar("_laufend", default=None)
_konto: ContextVar[Konto | None] = ContextVar("_konto", default=None)


@contextmanager
def haushalt() -> Iterator[Haushalt]:
    """Count the steps of all texts that are read inside as those of one document."""
    meiner = Haushalt(MARKDOWNDOKUMENT.wert)
    marke = _laufend.set(meiner)
    try:
        yield meiner
    finally:
        _laufend.reset(marke)


class Konto:
    """The steps of one text.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._haushalt = _laufend.get()
        self._anfang = self.rest = MARKDOWNSCHRITTE.wert
        self._engste = MARKDOWNSCHRITTE
        if self._haushalt is not None and self._haushalt.rest < self.rest:
            self._anfang = self.rest = self._haushalt.rest
            self._engste = MARKDOWNDOKUMENT

    def zahle(self, schritte: int) -> None:
        """Take steps.

        Raises:
            ZuAufwendig: There are none left.
        """
        self.rest -= schritte
        if self.rest < 0:
            raise ZuAufwendig

    def woertlich(self) -> None:
        """Note that the text is shown as it was typed: its steps are spent, or else it is nested too deep."""
        if self._haushalt is not None:
            self._haushalt.grenzen.setdefault(self._text, self._engste if self.rest < 0 else MARKDOWNTIEFE)

    def schliesse(self) -> None:
        """Charge what was taken to the document."""
        if self._haushalt is not None:
            self._haushalt.rest -= self._anfang - max(self.rest, 0)


@contextmanager
def konto(text: str) -> Iterator[Konto]:
    """Count the steps of a parser that reads a text.

    Args:
        text: The text, as the author typed it.
    """
    meins = Konto(text)
    marke = _konto.set(meins)
    try:
        yield meins
    finally:
        _konto.reset(marke)
        meins.schliesse()


def zahle(schritte: int) -> None:
    """Take steps from the :func:`konto` around, if there is one.

    Raises:
        ZuAufwendig: There are none left.
    """
    if (offen := _konto.get()) is not None:
        offen.zahle(schritte)

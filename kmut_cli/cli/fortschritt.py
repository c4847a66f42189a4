"""A bar for work that takes longer than a moment, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_NACH_S = 1.0  # what is done sooner needs no bar


@contextmanager
def fortschritt(was: str = "Dateien geprüft") -> Iterator[Callable[[int], None]]:
    """Show on standard error how far a work is, once it has taken a second.

    Args:
        was: What is counted.

    Yields:
        What is told, again and again, how many are done. On anything but a terminal it does nothing.
    """
    if not sys.stderr.isatty():
        yield lambda anzahl: None
        return
    anzeige = _Anzeige(was)
    try:
        yield anzeige.melde
    finally:
        anzeige.schliesse()


class _Anzeige:
    """The bar, which appears late and leaves nothing behind."""

    def __init__(self, was: str) -> None:
        self._was = was
        self._beginn = time.monotonic()
        self._balken: Progress | None = None

    def melde(self, anzahl: int) -> None:
        if self._balken is None:
            if time.monotonic() - self._beginn < _NACH_S:
                return
            self._balken = _balken(self._was)
            self._balken.start()
        self._balken.update(self._balken.task_ids[0], completed=anzahl)

    def schliesse(self) -> None:
        if self._balken is not None:
            self._balken.stop()


def _balken(was: str) -> Progress:
    from rich.console import Console  # takes longer to import than most runs take
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    balken = Progress(
        BarColumn(bar_width=30),
        TextColumn("{task.completed:.0f} {task.description}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    balken.add_task(was, total=None)
    return balken

"""A word while something takes its time, for a person who sits before it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

GEDULD = 1.0
"""Seconds after which a person wonders."""


@contextmanager
def warte(text: str) -> Iterator[None]:
    """Say on a terminal what is being done, if it takes long.

    Args:
        text: What is being done.
    """
    if not sys.stderr.isatty():
        yield
        return
    strom = sys.stderr
    uhr = Timer(GEDULD, lambda: print(text, file=strom, flush=True))
    uhr.daemon = True
    uhr.start()
    try:
        yield
    finally:
        uhr.cancel()
        uhr.join()

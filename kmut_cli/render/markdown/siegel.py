"""The seal of a Markdown file: an unseen last line that proves that kmut wrote it and nobody edited it since."""

from __future__ import annotations

import hashlib
import re

_SIEGEL = re.compile(rb"\n*<!-- kmut: ([0-9a-f]{16}) -->\s*\Z")


def besiegelt(text: str) -> str:
    """Add the seal; no program that shows Markdown shows the line.

    Args:
        text: The whole file, ending with one line end.
    """
    return f"{text}\n<!-- kmut: {_fingerabdruck(text.encode())} -->\n"


def ist_unberuehrt(inhalt: bytes) -> bool | None:
    """Whether a file is as kmut wrote it, whatever git made of its line ends; None if it has no seal."""
    siegel = _SIEGEL.search(inhalt)
    if siegel is None:
        return None
    return _fingerabdruck(inhalt[: siegel.start()]) == siegel.group(1).decode()


def _fingerabdruck(inhalt: bytes) -> str:
    zeilen = inhalt.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip()
    return hashlib.sha256(zeilen).hexdigest()[:16]

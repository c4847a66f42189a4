"""Labels as a German reader expects them."""

from __future__ import annotations


def mit_doppelpunkt(beschriftung: str) -> str:
    """Write a label with a colon, unless it ends with a sign of its own."""
    text = beschriftung.strip()
    return text if text.endswith((":", "?", "!", ".")) else text + ":"

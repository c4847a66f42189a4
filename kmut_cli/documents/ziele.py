"""Which goal is meant when one is named: by its mark, by its wording, or by both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_UNNOETIG = re.compile(r"[\s„“”\"»«*_]+")


class Ziel(NamedTuple):
    """A goal of the document; either text may be empty.

    Attributes:
        kuerzel: Its mark, such as „Z1“.
        text: Its wording.
    """

    kuerzel: str
    text: str

    @property
    def name(self) -> str:
        """How to name it shortly."""
        return self.kuerzel or self.text


def vereinfacht(text: str) -> str:
    """Give a text without what does not tell two goals apart: case, spacing, quotes, emphasis, the closing mark."""
    return _UNNOETIG.sub(" ", unicodedata.normalize("NFC", text)).casefold().strip().rstrip(".;,!: ")


def gemeintes_ziel(nennung: str, ziele: Sequence[Ziel]) -> int | None:
    """Find the goal that a mention means.

    Args:
        nennung: A mark („Z1“), a wording, or both („Z1: Sprachkurse“).
        ziele: The goals.

    Returns:
        Its index, None if it is none of them.
    """
    gesucht = vereinfacht(nennung)
    for nummer, ziel in enumerate(ziele):
        if gesucht in (vereinfacht(ziel.text), vereinfacht(ziel.kuerzel)):
            return nummer
    kuerzel = ((nummer, vereinfacht(ziel.kuerzel)) for nummer, ziel in enumerate(ziele) if ziel.kuerzel)
    return next((nummer for nummer, eins in kuerzel if _beginnt_mit(gesucht, eins)), None)


def _beginnt_mit(text: str, kuerzel: str) -> bool:
    """Whether a text is a mark, or a mark set off from what follows: „Z1: …“ but not „Z12“ and not „Z1.2“."""
    ohne_luecken = r"\s*".join(re.escape(zeichen) for zeichen in kuerzel if not zeichen.isspace())
    return re.match(rf"{ohne_luecken}(?!\w|\.\d)", text) is not None

"""„Meinten Sie …?“: the known word that a mistyped one most likely stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

_LAENGE = 200
_UMSCHRIFT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def als_schluessel(wort: str) -> str:
    """Write a word the way keys are written: lower case, no umlauts, underscores.

    >>> als_schluessel("Weitere Daten-Quellen für Ämter")
    'weitere_daten_quellen_fuer_aemter'
    """
    klein = unicodedata.normalize("NFC", wort).lower().translate(_UMSCHRIFT)
    return re.sub(r"[^a-z0-9]+", "_", klein).strip("_")


def meinten_sie(wort: str, bekannt: Collection[str]) -> str | None:
    """Find the known word that is meant.

    Args:
        wort: What was typed.
        bekannt: The words that are allowed here.

    Returns:
        The likeliest, None if none is near.
    """
    if not bekannt:
        return None
    schluessel = als_schluessel(wort[:_LAENGE])
    return schluessel if schluessel in bekannt else aehnlich(schluessel, bekannt)


def aehnlich(wort: str, bekannt: Iterable[str], ab: float = 0.7) -> str | None:
    """Find the word that is written nearly alike.

    Args:
        wort: What was typed; of very long texts the beginning counts.
        bekannt: The words that are allowed here.
        ab: How alike they must be, from 0 to 1.

    Returns:
        The likeliest, None if none is near.
    """
    wort = wort[:_LAENGE]
    zeichen = Counter(wort)
    moeglich = [eins for eins in bekannt if _kann_aehneln(wort, zeichen, eins, ab)]
    if not moeglich:
        return None
    from difflib import get_close_matches  # slow to load, and far slower than the look at the letters

    nah = get_close_matches(wort, moeglich, n=1, cutoff=ab)
    return nah[0] if nah else None


def _kann_aehneln(wort: str, zeichen: Counter[str], anderes: str, ab: float) -> bool:
    """Whether two words have enough letters in common, as :mod:`difflib` counts it: 1 is twice the common part of all."""
    beide = len(wort) + len(anderes)
    if not beide or 2 * min(len(wort), len(anderes)) / beide < ab:
        return not beide
    return 2 * (zeichen & Counter(anderes)).total() / beide >= ab

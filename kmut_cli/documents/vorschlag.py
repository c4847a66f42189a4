"""„Meinten Sie …?“: the known word that a mistyped one most likely stands for."""

from __future__ import annotations

import re
import unicodedata
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
    import difflib

    nah = difflib.get_close_matches(wort[:_LAENGE], list(bekannt), n=1, cutoff=ab)
    return nah[0] if nah else None

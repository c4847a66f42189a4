"""„Meinten Sie …?“: the known word that a mistyped one most likely stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

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
    schluessel = als_schluessel(wort[:200])
    if schluessel in bekannt:
        return schluessel
    import difflib

    nah = difflib.get_close_matches(schluessel, list(bekannt), n=1, cutoff=0.7)
    return nah[0] if nah else None

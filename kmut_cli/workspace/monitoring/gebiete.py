"""Which rows of a table are one's own: official keys (AGS) in the notations of the offices and of Excel."""

from __future__ import annotations

import re

# Names under which the data base of the regions lists its regional variables.
REGIONEN = frozenset({"DINSG", "DLAND", "REGBEZ", "KREISE", "KREIS", "GEMEIN", "GEMEINDEN", "VBGEM", "AGS"})
_GEOCODE = re.compile(r"K?([0-9]+)")
_REIN = re.compile(r"[0-9]{2}|[0-9]{4,5}|[0-9]{7,8}")
_OHNE_NULL = (4, 7)
"""Digits of a key that has lost the zero in front, as Excel takes it away."""


def schluessel(zelle: str) -> str:
    """Give a key with the zero that Excel took; text that is no key as it is, in capitals.

    >>> schluessel("K03357"), schluessel("3357"), schluessel("DG")
    ('03357', '03357', 'DG')
    """
    text = zelle.strip().upper()
    treffer = _GEOCODE.fullmatch(text)
    if treffer is None:
        return text
    return treffer[1].zfill(len(treffer[1]) + 1) if len(treffer[1]) in _OHNE_NULL else treffer[1]


def kurz(ags: str) -> str:
    """Give the key of a county without the zeros that stand for all its municipalities.

    >>> kurz("03357000"), kurz("03241001")
    ('03357', '03241001')
    """
    return ags[:5] if len(ags) == 8 and ags.endswith("000") else ags


def ohne_null(zelle: str) -> bool:
    """Whether a key has lost the zero in front."""
    text = zelle.strip()
    return text.isdecimal() and len(text) in _OHNE_NULL


def ist_eigen(gelesen: str, ags: str) -> bool:
    """Whether a key that ``schluessel`` gave is the own one; a city of its own may stand among municipalities."""
    return gelesen in (ags, f"{ags}000")


def ist_region(merkmal: str) -> bool:
    """Whether a variable is a regional one by its code."""
    return merkmal.strip().upper() in REGIONEN


def sieht_aus_wie(zelle: str) -> bool:
    """Whether a category may be a key of a region, where the variable does not say so."""
    return _REIN.fullmatch(zelle.strip()) is not None

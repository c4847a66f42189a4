"""Places in the data of a file: how far they exist, and what stands there after a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kmut_cli.documents.antwortdaten import ist_entfallen
from kmut_cli.documents.stelle import daten_an
from kmut_cli.findings.finding import Loc
from kmut_cli.source.changes import expected
from kmut_cli.source.edit import Change, EditError


def passt_bis(daten: Any, ort: Loc, mindestens: int) -> int:
    """Say how many parts of a place the data can take as they are; never fewer than those of the question."""
    for tiefe in range(mindestens, len(ort)):
        hier = daten_an(daten, ort[:tiefe])
        eignet_sich = isinstance(hier, dict) and not ist_entfallen(hier) and isinstance(ort[tiefe], str)
        eignet_sich = eignet_sich or (isinstance(hier, list) and isinstance(ort[tiefe], int))
        if hier is not None and not eignet_sich:
            return tiefe
    return len(ort)


def umhuellt(ort: Loc, wert: Any) -> Any:
    """Put a value into the mappings and lists that lead to it."""
    for teil in reversed(ort):
        wert = {teil: wert} if isinstance(teil, str) else [wert]
    return wert


def danach(daten: Any, changes: Sequence[Change]) -> Any:
    """Give the data after changes, as far as they can be made."""
    for eins in changes:
        try:
            daten = expected(daten, eins)
        except EditError:
            return daten  # whoever writes tells about it
    return daten


def erste_nummer(ort: Loc) -> int:
    """Say how many parts of a place stand before the first index of a list."""
    return next((stelle for stelle, teil in enumerate(ort) if isinstance(teil, int)), len(ort))


def tiefster(wert: Any) -> str:
    """Name a value in a few words: the text itself, or of a collection its first."""
    if isinstance(wert, Mapping):
        return tiefster(next(iter(wert.values()), ""))
    if isinstance(wert, list):
        return ", ".join(tiefster(eins) for eins in wert)
    return str(wert or "")

"""What stands at a path: in the plain data of a file, and in the document that was made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kmut_cli.documents.modell import Modell


def daten_an(daten: Any, pfad: Sequence[str | int]) -> Any:
    """Give the plain data at a path; None if nothing is there."""
    for teil in pfad:
        if isinstance(daten, dict):
            daten = daten.get(teil) if isinstance(teil, str) else None
        elif isinstance(daten, list):
            daten = daten[teil] if isinstance(teil, int) and 0 <= teil < len(daten) else None
        else:
            return None
    return daten


def wert_an(dokument: Modell, pfad: Sequence[str]) -> Any:
    """Give the answer at a path of the outline; None if there is none."""
    hier: Any = dokument
    for name in pfad:
        hier = getattr(hier, name, None)
    return hier

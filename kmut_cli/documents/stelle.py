"""What stands at a path: in the plain data of a file, and in the document that was made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kmut_cli.documents.modell import Modell
from kmut_cli.source.changes import MISSING, value_at


def daten_an(daten: Any, pfad: Sequence[str | int]) -> Any:
    """Give the plain data at a path; None if nothing is there."""
    wert = value_at(daten, pfad)
    return None if wert is MISSING else wert


def wert_an(dokument: Modell, pfad: Sequence[str]) -> Any:
    """Give the answer at a path of the outline; None if there is none."""
    hier: Any = dokument
    for name in pfad:
        hier = getattr(hier, name, None)
    return hier

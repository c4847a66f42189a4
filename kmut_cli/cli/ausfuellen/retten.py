"""Keeping what was typed and could not be saved: in a file whose name the person is told."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def als_text(wert: Any) -> str:
    """Write plain data so that a person can read and copy them."""
    if wert is None:
        return "(nichts)"
    if isinstance(wert, str):
        return str(wert)
    return json.dumps(wert, ensure_ascii=False, indent=2)


def rette(wert: Any, name: str, ordner: Sequence[Path]) -> Path | None:
    """Write an answer to a new file.

    Args:
        wert: The answer as plain data.
        name: Part of the name of the file.
        ordner: Folders to try after the one for temporary files, best first.

    Returns:
        The file; None if no folder takes it.
    """
    for wo in (Path(tempfile.gettempdir()), *ordner):
        try:
            kennung, pfad = tempfile.mkstemp(prefix=f"kmut-{name}-", suffix=".txt", dir=wo)
        except OSError:
            continue
        try:
            with os.fdopen(kennung, "w", encoding="utf-8", newline="\n") as strom:
                strom.write(als_text(wert))
                strom.flush()
                os.fsync(strom.fileno())
        except OSError:
            Path(pfad).unlink(missing_ok=True)
            continue
        return Path(pfad)
    return None

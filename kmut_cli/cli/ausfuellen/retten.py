"""Keeping what was typed and could not be saved: in a file whose name the person is told."""

from __future__ import annotations

import contextlib
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
    for wo in (None, *ordner):
        with contextlib.suppress(OSError):  # also where there is no folder for temporary files
            return neue_datei(name, als_text(wert), ".txt", wo)
    return None


def neue_datei(name: str, inhalt: str, endung: str, ordner: Path | None = None) -> Path:
    """Make a file of its own that only its owner may read; it is on disk when its name is told.

    Args:
        name: Part of its name.
        inhalt: What it holds.
        endung: The end of its name.
        ordner: Where; without, the folder for temporary files.

    Raises:
        OSError: There is no room for it; nothing is left of it.
    """
    kennung, pfad = tempfile.mkstemp(prefix=f"kmut-{name}-", suffix=endung, dir=ordner)
    try:
        with os.fdopen(kennung, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as strom:
            strom.write(inhalt)
            strom.flush()
            os.fsync(strom.fileno())
    except BaseException:
        Path(pfad).unlink(missing_ok=True)
        raise
    return Path(pfad)

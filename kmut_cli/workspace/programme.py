"""Where a program lies: the search of a shell, in one folder at a time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_PATHEXT = ".COM;.EXE;.BAT;.CMD"


def programm_in(ordner: Path, name: str, umgebung: Mapping[str, str], windows: bool = os.name == "nt") -> Path | None:
    """Find a program in a folder.

    ``shutil.which`` does not do it: given a folder, that of Python 3.11 never tries the endings of Windows.

    Args:
        ordner: The folder.
        name: Name of the program; on Windows with its ending, or without.
        umgebung: The environment, whose ``PATHEXT`` names the endings that Windows runs, in the order to be tried.
        windows: Whether the rules of Windows hold.

    Returns:
        The file; None if the folder has no such program.
    """
    if not windows:
        datei = ordner / name
        return datei if datei.is_file() and os.access(datei, os.X_OK) else None
    endungen = [endung for endung in umgebung.get("PATHEXT", _PATHEXT).split(";") if endung]
    if Path(name).suffix.lower() in (endung.lower() for endung in endungen):
        endungen = [""]
    return next((datei for endung in endungen if (datei := ordner / f"{name}{endung}").is_file()), None)

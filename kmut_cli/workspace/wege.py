"""How paths are named: for a person in the current folder, and for their shell."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

_OHNE_ZEICHEN = re.compile(r"[\w./\\:~+-]+")
_NICHT_IN_ANFUEHRUNG = re.compile(r'["$`\\!]')


def von_hier(pfad: Path, hier: Path | None = None) -> str:
    """Name a path the way someone types it who stands in a folder.

    Args:
        pfad: The path.
        hier: The folder; None for the current one.
    """
    try:
        return os.path.relpath(pfad, hier)
    except ValueError:  # another drive of Windows
        return str(pfad)


def im_befehl(pfad: Path | str, windows: bool = os.name == "nt") -> str:
    """Write a path the way it is typed behind a command.

    Args:
        pfad: The path.
        windows: Whether a shell of Windows is meant, where a backslash is none but a part of the path.
    """
    text = str(pfad)
    if _OHNE_ZEICHEN.fullmatch(text) and (windows or "\\" not in text):
        return text
    return f'"{text}"' if windows or not _NICHT_IN_ANFUEHRUNG.search(text) else shlex.quote(text)

"""Outputs never take the place of a source: not by name, not through a link, not by another spelling."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kmut_cli.render.vorlagen import ENDUNG, ORDNER
from kmut_cli.workspace.dateien import ENDUNGEN

_GELESENES = (*ENDUNGEN, ".csv", ".j2")
"""Endings of files that kmut reads and never makes as an output."""


def ist_quelle(ziel: Path, gelesene: Iterable[Path] = ()) -> bool:
    """Tell whether a file is one that answers, values or a template come from.

    Args:
        ziel: Where an output would go.
        gelesene: Files that this run reads, whatever their names.

    Returns:
        True if the file is there and is such a source, be it under another name or behind a link.
    """
    wirklich = Path(os.path.realpath(ziel))
    if not wirklich.is_file():
        return False
    if wirklich.suffix.lower() in _GELESENES or _in_vorlagenordner(wirklich):
        return True
    return any(_dieselbe(wirklich, eine) for eine in gelesene)


def ist_geraet(pfad: Path) -> bool:
    """Tell whether a name is one of the system's own, such as ``/dev/stdin``, whatever stands behind it."""
    name = Path(os.path.abspath(pfad))  # noqa: PTH100  (by name alone: /dev/stdin leads to whatever comes in)
    if name.is_relative_to("/dev/shm"):  # a drive in memory
        return False
    return name.is_relative_to("/dev") or name.is_relative_to("/proc")


def _in_vorlagenordner(pfad: Path) -> bool:
    """Whether a file lies where templates of one's own lie, such as ``templates/docx``."""
    darueber = [teil.lower() for teil in pfad.parts[-3:-1]]
    return len(darueber) == 2 and darueber[0] == ORDNER and darueber[1] in ENDUNG


def _dieselbe(eine: Path, andere: Path) -> bool:
    try:
        return eine.samefile(andere)  # sees through links, hard links, and names that differ in case only
    except (OSError, ValueError):
        return False

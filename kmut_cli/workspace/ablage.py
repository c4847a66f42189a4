"""Where the files of a folder are kept: on the disk, or in a revision of git."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Protocol

from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.dateien import Datei, lies


class Ablage(Protocol):
    """What is asked of either."""

    def hat(self, pfad: Path) -> bool:
        """Whether there is a file at an absolute path without links."""

    def lies(self, datei: Datei) -> bytes | Finding:
        """Read a file; that it cannot be read is a finding."""


def ist_da(pfad: Path | str) -> bool:
    """Whether there is anything but a folder on the disk."""
    try:
        return not stat.S_ISDIR(os.stat(pfad).st_mode)  # noqa: PTH116  (Path asks twice)
    except (OSError, ValueError):
        return False


class Platte:
    """The files of today."""

    def hat(self, pfad: Path) -> bool:
        """Whether there is anything but a folder."""
        return ist_da(pfad)

    def lies(self, datei: Datei) -> bytes | Finding:
        """Read a file."""
        return lies(datei)

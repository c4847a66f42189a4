"""Outputs take the place of what was looked at before, and of nothing that somebody saved there since."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from kmut_cli.source.write import FileChanged, create_atomic, read_existing, write_atomic


def lege_ab(ziel: Path, inhalt: bytes, anstelle: bytes | None) -> None:
    """Write a file, and the folders that it needs.

    Args:
        ziel: The file; through a link, what it leads to.
        inhalt: All of its bytes.
        anstelle: What was there when it was looked whether it may be replaced; None if nothing was.

    Raises:
        FileChanged: Something else is there by now; it is untouched.
        OSError: It cannot be written; folders that were made for it are gone again.
        ValueError: The name can be that of no file.
    """
    with _ordner_fuer(ziel):
        try:
            if anstelle is not None:
                write_atomic(ziel, inhalt, instead_of=anstelle)
                return
            try:
                create_atomic(Path(os.path.realpath(ziel)), inhalt)
            except FileExistsError:
                raise FileChanged from None
        except FileChanged:
            if read_existing(ziel) != inhalt:  # else another run of kmut was just as far
                raise


@contextlib.contextmanager
def _ordner_fuer(ziel: Path) -> Iterator[None]:
    """Make the folders above a file; if it then cannot be written, remove those that are new and empty."""
    neue = [eins for eins in ziel.parents if not eins.exists()]
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for eins in neue:
            with contextlib.suppress(OSError, ValueError):
                eins.rmdir()
        raise

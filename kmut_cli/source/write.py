"""Writing a file so that it is either the old or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

_STALE = 24 * 60 * 60
"""Seconds after which a temporary file is taken for one that a killed program left."""


class FileChanged(Exception):
    """The file is not the one any more that was to be replaced; it is untouched."""


def write_atomic(path: Path, content: bytes, *, instead_of: bytes | None = None) -> None:
    """Replace or create a file in one step.

    The content goes to a temporary file in the same folder, reaches the disk, and takes the place of the
    old file by renaming. The mode of an existing file is kept; a symbolic link stays, its target is replaced.

    Args:
        path: The file; its folder must exist.
        content: All of its bytes.
        instead_of: The bytes that it is to replace; None to replace whatever there is.

    Raises:
        FileChanged: The file holds something else than ``instead_of``, or is gone.
        OSError: If it cannot be written; the old file is then untouched and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    with _temporary(target, content, mode) as temporary:
        if instead_of is not None and not _holds(target, instead_of):
            raise FileChanged
        temporary.replace(target)
    _sync_folder(target.parent)


def create_atomic(path: Path, content: bytes) -> None:
    """Create a file in one step, and only if nothing has its name: no file, no folder, no symbolic link.

    Args:
        path: The new file; its folder must exist.
        content: All of its bytes.

    Raises:
        FileExistsError: Something has that name; it is untouched.
        OSError: If it cannot be written; nothing is left of it then.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _temporary(path, content, _mode(path)) as temporary:
        try:
            os.link(temporary, path)  # unlike renaming, this never takes the place of what came up meanwhile
        except FileExistsError:
            raise
        except OSError:  # a drive without hard links
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            temporary.rename(path)
    _sync_folder(path.parent)


@contextlib.contextmanager
def _temporary(target: Path, content: bytes, mode: int) -> Iterator[Path]:
    """Give a file with the content beside the target, safely on the disk; it is gone afterwards."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _remove_stale(target, temporary)
        temporary.chmod(mode)
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _remove_stale(target: Path, temporary: Path) -> None:
    """Remove what a killed program left when it wrote the same file; by the drive's own clock, for it may differ."""
    name = re.compile(re.escape(f".{target.name}.") + r"[a-z0-9_]{8}\.tmp")
    with contextlib.suppress(OSError):
        oldest = temporary.stat().st_mtime - _STALE
        for entry in os.scandir(target.parent):
            if name.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime < oldest:
                Path(entry.path).unlink()


def _holds(target: Path, content: bytes) -> bool:
    try:
        with target.open("rb") as file:
            return file.read(len(content) + 1) == content
    except FileNotFoundError:
        return False


def _mode(target: Path) -> int:
    """Mode of the existing file, or what the umask of the process gives a new one."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Bring the new name to disk where folders can be synced; the file itself is safe already."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Writing a file so that it is either the old or the new one, whatever happens in between.

Every file of a user is written here and nowhere else; a test looks through the sources for other ways.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from kmut_cli.source.attributes import carry_over
from kmut_cli.source.lock import wait_for
from kmut_cli.source.oserror import InUse
from kmut_cli.source.temporary import temporary

_LONGEST_HELD = 5.0
"""Seconds to wait for whoever looks at the same file in order to replace it; that is done in milliseconds."""


class FileChanged(Exception):
    """The file is not the one any more that was to be replaced; it is untouched."""


def write_atomic(path: Path, content: bytes, *, instead_of: bytes | None = None) -> None:
    """Replace or create a file in one step.

    The content goes to a temporary file in the same folder, reaches the disk, and takes the place of the
    old file by renaming. Owner, group, mode, access list and attributes of an existing file are kept as far as the
    system lets us; at no moment may more people read the temporary file than the old one. A symbolic link stays, its
    target is replaced. Of a file with several names (hard links) only this name gets the new content, as with Word.

    Args:
        path: The file; its folder must exist.
        content: All of its bytes.
        instead_of: The bytes that it is to replace; None to replace whatever there is.

    Raises:
        FileChanged: The file holds something else than ``instead_of``, or is gone.
        OSError: If it cannot be written, may not be, or is no plain file; the old file is then untouched and no
            temporary file is left.
    """
    old = _existing(path)
    target = Path(os.path.realpath(path))
    with temporary(target, 0o666 if old is None else 0o600) as new:
        new.write(content)
        if old is not None:
            carry_over(target, old, new.descriptor)
        new.sync()
        with _unchanged(target, instead_of):
            new.replace(target)
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
    with temporary(path, 0o666) as new:
        new.write(content)
        new.sync()
        new.take_free_name(path)
    _sync_folder(path.parent)


def read_existing(path: Path) -> bytes | None:
    """Read what is to be replaced, to be given as ``instead_of`` afterwards.

    Returns:
        All of its bytes; None if there is nothing, or a link that leads nowhere.

    Raises:
        OSError: It cannot be read, or may not be replaced; what is no plain file is not even opened.
    """
    try:
        return path.read_bytes() if _existing(path) is not None else None
    except FileNotFoundError:  # it went meanwhile
        return None


def _existing(path: Path) -> os.stat_result | None:
    """Look at what is to be replaced; None if there is nothing.

    Raises:
        OSError: It may not be replaced: a folder, a device, a pipe, links in a circle, or read-only.
    """
    try:
        old = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(old.st_mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(path))
    if not os.access(path, os.W_OK):  # renaming would not mind
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return old


@contextlib.contextmanager
def _unchanged(target: Path, content: bytes | None) -> Iterator[None]:
    """See that the file still holds what is to be replaced, and keep other runs of kmut from replacing it meanwhile.

    Where files can be locked, the file itself is: that holds between users and between machines too, unlike the lock
    in the folder for temporary files. Windows can't rename over a file that is open.

    Raises:
        FileChanged: It holds something else, or is gone.
        InUse: Somebody keeps it locked.
    """
    if content is None:
        yield
        return
    try:
        file = target.open("rb" if sys.platform == "win32" else "r+b")  # NFS locks only what may be written
    except FileNotFoundError:
        raise FileChanged from None
    with file:
        if sys.platform != "win32" and not wait_for(file.fileno(), _LONGEST_HELD):
            raise InUse(errno.EACCES, os.strerror(errno.EACCES), str(target))
        if file.read(len(content) + 1) != content or not _is_still(target, file.fileno()):
            raise FileChanged
        if sys.platform == "win32":
            file.close()
        yield


def _is_still(target: Path, descriptor: int) -> bool:
    """Whether the open file has that name, and no other one that somebody put in its place."""
    try:
        return os.path.samestat(os.fstat(descriptor), target.stat())
    except FileNotFoundError:
        return False


def _sync_folder(folder: Path) -> None:
    """Bring the new name to disk where folders can be synced; the file itself is safe already."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

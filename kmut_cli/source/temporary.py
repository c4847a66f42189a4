"""The file beside the one that is written, until it takes its place; and what killed programs left of such files."""

from __future__ import annotations

import contextlib
import errno
import functools
import hashlib
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.source.lock import take, wait_for
from kmut_cli.source.oserror import FolderClosed, InUse, unsupported_is_fine

_STALE = 24 * 60 * 60
"""Seconds after which a temporary file is taken for one that a killed program on another machine left."""
_OURS = re.compile(r"\..*kmut-([0-9a-f]{4})-[0-9a-f]{8}\.tmp", re.DOTALL)
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST_NAME, _LONGEST_PATH = 100, 200
"""Bytes up to which a temporary name tells what it is for: it is longer, and may be too long where that is not."""
_OPEN_FILES_STAY = sys.platform == "win32"
"""Whether an open file cannot be replaced: another program may have it for a moment, such as a virus scanner."""
_ATTEMPTS, _PAUSE = 20, 0.05
"""How often such a file is tried, and seconds in between."""
_LONGEST_CLEANING = 1.0
"""Seconds to wait for another run that looks whether our new file is litter."""
_cleaned: set[str] = set()
"""Folders that were looked through in this run; once is enough, for there may be thousands of files in it."""


@dataclass(slots=True)
class Temporary:
    """A file that is going to take a place.

    Attributes:
        path: Where it lies.
        descriptor: It, open; it stays so until it has its place, for that tells other runs that it is no litter.
    """

    path: Path
    descriptor: int

    def write(self, content: bytes) -> None:
        """Write bytes.

        Raises:
            OSError: There is no room, or the drive fails.
        """
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self.descriptor, rest) :]

    def sync(self) -> None:
        """Bring what was written to the disk.

        Raises:
            OSError: That did not succeed.
        """
        with unsupported_is_fine():
            os.fsync(self.descriptor)
        os.close(os.dup(self.descriptor))  # some network drives tell only here that there was no room

    def replace(self, target: Path) -> None:
        """Take the place of a file.

        Raises:
            InUse: Another program has it open, which only Windows minds.
            OSError: It cannot be replaced.
        """
        if not _OPEN_FILES_STAY:
            os.replace(self.path, target)  # noqa: PTH105  (one call, so that tests can let it fail)
            return
        self.close()
        for _ in range(_ATTEMPTS):
            try:
                os.replace(self.path, target)  # noqa: PTH105
                return
            except PermissionError as fehler:
                last = fehler
                time.sleep(_PAUSE)
        raise InUse(last.errno, last.strerror, str(target)) from None

    def take_free_name(self, path: Path) -> None:
        """Take a name that nothing has.

        Raises:
            FileExistsError: Something has it.
            OSError: It cannot be had.
        """
        if _OPEN_FILES_STAY:
            self.close()
        try:
            os.link(self.path, path)  # unlike renaming, this never replaces what came up meanwhile
        except FileExistsError:
            raise
        except OSError:  # a drive without hard links
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            os.rename(self.path, path)  # noqa: PTH104

    def close(self) -> None:
        """Close it, if it is open."""
        if self.descriptor >= 0:
            descriptor, self.descriptor = self.descriptor, -1
            with contextlib.suppress(OSError):
                os.close(descriptor)


@contextlib.contextmanager
def temporary(target: Path, mode: int) -> Iterator[Temporary]:
    """Give an empty file in the folder of another one; unless it has taken a place, it is gone afterwards.

    Args:
        target: What it is for; the first time in a folder, what killed programs left there is removed.
        mode: Its rights, of which the umask and the folder's access list take some.

    Raises:
        FolderClosed: No file may be made in that folder.
        OSError: It cannot be made.
    """
    try:
        new = _made(target, mode)
    except PermissionError as fehler:
        raise FolderClosed(fehler.errno, fehler.strerror, str(target.parent)) from None
    try:
        _remove_litter(new)
        yield new
    finally:
        if _OPEN_FILES_STAY:
            new.close()
        with contextlib.suppress(OSError):
            new.path.unlink(missing_ok=True)
        new.close()  # only now: what is not locked is litter


def _made(target: Path, mode: int) -> Temporary:
    """Make a file that is locked; unless somebody took it for litter before it was."""
    while True:
        path = target.with_name(_name(target))
        new = Temporary(path, os.open(path, _FLAGS, mode))
        if sys.platform == "win32":
            return new
        wait_for(new.descriptor, _LONGEST_CLEANING)
        if os.path.lexists(path):
            return new
        new.close()


def _name(target: Path) -> str:
    short = len(os.fsencode(target.name)) <= _LONGEST_NAME and len(os.fsencode(target)) <= _LONGEST_PATH
    return f".{target.name + '.' if short else ''}kmut-{_machine()}-{os.urandom(4).hex()}.tmp"


@functools.cache
def _machine() -> str:
    """Give four digits for this machine: locks of other ones, in a shared folder, may not be seen here."""
    import platform

    return hashlib.sha256(platform.node().encode()).hexdigest()[:4]


def _remove_litter(own: Temporary) -> None:
    """Remove what killed programs left in the folder of a file; when that was is told by the drive's own clock."""
    folder = own.path.parent
    if str(folder) in _cleaned:
        return
    _cleaned.add(str(folder))
    with contextlib.suppress(OSError):
        oldest = os.fstat(own.descriptor).st_mtime - _STALE
        with os.scandir(folder) as entries:
            for entry in entries:
                name = _OURS.fullmatch(entry.name) if entry.name != own.path.name else None
                if name and entry.is_file(follow_symlinks=False):
                    _remove_if_left(entry, name[1] == _machine(), oldest)


def _remove_if_left(entry: os.DirEntry[str], here: bool, oldest: float) -> None:
    """Remove a temporary file if whoever made it on this machine has ended, or if it is old."""
    with contextlib.suppress(OSError):
        if entry.stat(follow_symlinks=False).st_mtime < oldest:
            Path(entry.path).unlink()
        elif here and sys.platform != "win32":
            descriptor = os.open(entry.path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                if stat.S_ISREG(os.fstat(descriptor).st_mode):
                    take(descriptor)  # or it is being written
                    Path(entry.path).unlink()
            finally:
                os.close(descriptor)

"""One at a time: programs that read a file, change it and write it back must not do so at the same moment."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_LONGEST_WAIT = 15.0  # seconds; somebody who holds it for longer hangs
_PAUSE = 0.02  # seconds between two attempts


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs of kmut by the same user from changing a file.

    What is locked is a file in the folder for temporary ones, so nothing appears beside the user's own. Where that
    cannot be had, or not in time, the work goes on without: ``write_atomic`` still looks at what it replaces, and
    meanwhile locks it. So this is a matter of order: nobody has to try again because others were quicker.

    Args:
        path: The file; it need not exist.
    """
    own, descriptor = None, -1
    with contextlib.suppress(OSError, ValueError):
        own = lock_file(path)
        descriptor = _taken(own)
    try:
        yield
    finally:
        if own is not None and descriptor >= 0:
            _give_back(own, descriptor)


def lock_file(path: Path) -> Path:
    """Give the file that stands for another one, by whatever name that is called; each user has their own."""
    name = os.path.normcase(os.path.realpath(path))
    return Path(tempfile.gettempdir(), f"kmut-{_user()}{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}.lock")


def _user() -> str:
    if sys.platform == "win32":
        return ""  # the folder is theirs alone
    return f"{os.geteuid()}-"


def take(descriptor: int) -> None:
    """Lock an open file at once; that it is closed, by whatever end of the program, gives the lock back.

    Raises:
        BlockingIOError: Somebody else holds it; Windows says PermissionError.
        OSError: It can't be locked.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def wait_for(descriptor: int, longest: float) -> bool:
    """Wait until an open file is locked; a drive that has no locks counts as if it were.

    Args:
        descriptor: The file.
        longest: Seconds to wait.

    Returns:
        Whether nobody else holds it.
    """
    end = time.monotonic() + longest
    while True:
        try:
            take(descriptor)
            return True
        except BlockingIOError:
            if time.monotonic() > end:
                return False
        except OSError:
            return True
        time.sleep(_PAUSE)


def _opened(path: Path) -> int:
    """Open our own file.

    Raises:
        OSError: It is none of ours: anyone may put a link, a pipe or a file into a common folder and hold it for ever.
    """
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        descriptor = os.open(path, flags | os.O_CREAT, 0o600)
    found = os.fstat(descriptor)
    if stat.S_ISREG(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.geteuid()):
        return descriptor
    os.close(descriptor)
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _taken(path: Path) -> int:
    """Wait for a lock and give the open file that holds it.

    Raises:
        OSError: It cannot be had, or not in time.
    """
    end = time.monotonic() + _LONGEST_WAIT
    while True:
        descriptor = _opened(path)
        try:
            take(descriptor)
            if os.path.samestat(os.fstat(descriptor), path.lstat()):  # else who held it before has removed it
                return descriptor
        except OSError:
            if time.monotonic() > end:
                os.close(descriptor)
                raise
        os.close(descriptor)
        time.sleep(_PAUSE)


def _give_back(path: Path, descriptor: int) -> None:
    """Remove the file and give back the lock: in this order, but Windows removes no open file, whoever has it open."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            os.close(descriptor)
            path.unlink()
        else:
            try:
                path.unlink()
            finally:
                os.close(descriptor)

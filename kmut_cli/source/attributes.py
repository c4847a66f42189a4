"""What a file has besides its content, given to the one that takes its place: owner, group, rights, attributes."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from kmut_cli.source.oserror import unsupported_is_fine

# Others are the system's business (security.capability) or would be wrong for the new content (security.ima).
_KEPT = ("user.", "security.selinux", "system.posix_acl_access", "system.nfs4_acl")
_ACCESS_LISTS = ("system.posix_acl_access", "system.nfs4_acl")


def carry_over(target: Path, old: os.stat_result, descriptor: int) -> None:
    """Give an open file what the one has that it is going to replace.

    Where the group or the access list can't be kept, the rights of a group are those of everybody: else people could
    read the file who could not before. That a drive knows no owners, rights or attributes is fine. Windows gives the
    file what its folder prescribes.

    Args:
        target: The file to be replaced.
        old: What the system says about it.
        descriptor: The new one; so far only its owner may read it.

    Raises:
        OSError: The drive fails.
    """
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(old.st_mode) & 0o777
    kept_group = _give_owner(old, descriptor)
    if not (_give_attributes(target, descriptor) and kept_group):
        mode &= ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    with unsupported_is_fine(forbidden_too=True):
        os.fchmod(descriptor, mode)


def _give_owner(old: os.stat_result, descriptor: int) -> bool:
    """Give owner and group, or at least the group; whether the latter is right in the end."""
    if sys.platform == "win32":
        return True
    new = os.fstat(descriptor)
    for uid, gid in ((old.st_uid, old.st_gid), (new.st_uid, old.st_gid)):
        if (uid, gid) == (new.st_uid, new.st_gid):
            return True
        with unsupported_is_fine(forbidden_too=True):
            os.fchown(descriptor, uid, gid)
            return True
    return False


def _give_attributes(target: Path, descriptor: int) -> bool:
    """Give attributes; whether everything is there that decides who may read."""
    if sys.platform != "linux":
        return True
    names: list[str] = []
    with unsupported_is_fine(forbidden_too=True):
        names = os.listxattr(target)
        for name in os.listxattr(descriptor):
            if name in _ACCESS_LISTS and name not in names:
                os.removexattr(descriptor, name)  # a new file has it from its folder; the old one had none
    complete = True
    for name in names:
        if name.startswith(_KEPT):
            given = False
            with unsupported_is_fine(forbidden_too=True):
                os.setxattr(descriptor, name, os.getxattr(target, name))
                given = True
            complete = complete and (given or name not in _ACCESS_LISTS)
    return complete

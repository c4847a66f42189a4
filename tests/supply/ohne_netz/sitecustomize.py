"""Loaded by every Python that has this folder on its path: whoever reaches for the network ends at once, with 97.

Ending, rather than raising, because an error could be caught and go unseen. Python's own audit events name what was
tried. Below them, where Linux can, the kernel kills who asks for an internet socket: that reaches compiled libraries
and child processes of any kind, git among them, which no hook sees.
"""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import struct
import sys

STATUS = 97
# Calls of Linux: number of socket(2), and the architecture as the kernel names it.
_CALLS = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # instructions of the filter: load a word, jump if equal, return
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_NO_NEW_PRIVS, _SECCOMP, _FILTER = 38, 22, 2


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket.") or event == "socket.gethostname":
        return
    # A pair of local sockets, with which an event loop wakes itself, leads nowhere.
    if event == "socket.__new__" and arguments[1] == getattr(socket, "AF_UNIX", None):
        return
    os.write(2, f"\nnetwork: {event} {arguments!r}\n".encode(errors="backslashreplace"))
    os._exit(STATUS)


def _forbid_in_kernel() -> None:
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return
    number, architecture = _CALLS[platform.machine()]
    steps = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_EQUAL, 0, 5, architecture),
        (_LOAD, 0, 0, 0),  # the call
        (_EQUAL, 0, 3, number),
        (_LOAD, 0, 0, 16),  # its first argument: the family
        (_EQUAL, 2, 0, socket.AF_INET),
        (_EQUAL, 1, 0, socket.AF_INET6),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    ]
    code = b"".join(struct.pack("=HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(code)
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(held)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        prctl(_SECCOMP, _FILTER, program, 0, 0)  # where a container forbids it, the hook alone has to do


_forbid_in_kernel()
sys.addaudithook(_watch)

"""Paths as programs on other machines read them."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import quote

STDIN = "-"
"""The path of findings in standard input."""

# All surrogates but those that stand for one byte of a file name.
_UNENCODABLE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def posix_path(path: str) -> str:
    """The path with forward slashes and without ``./`` before it, as web services compare it."""
    return PurePath(path).as_posix()


def uri(path: str) -> str:
    """The path as a URI (RFC 3986): a relative reference, or ``file:///…`` for an absolute path.

    Everything but unreserved characters is percent-encoded, a byte of a file name that is no UTF-8 as that byte.
    """
    pure = PurePath(_UNENCODABLE.sub("\ufffd", path))
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix(), errors="surrogateescape")

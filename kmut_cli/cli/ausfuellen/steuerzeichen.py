"""Characters that no file may hold: pasted text brings them along, and nobody sees them."""

from __future__ import annotations

import re

from kmut_cli.source.decode import FORBIDDEN

_FOLGEN = re.compile("\x1b\\[[0-9;:?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|\x1b[ -~]?")
"""Control sequences of terminals, such as those for colours."""


def ohne_steuerzeichen(text: str) -> str:
    r"""Give a text without control sequences and characters that no file may hold; line ends become ``\n``.

    >>> ohne_steuerzeichen("\x1b[31mrot\x1b[0m\x07\r\n")
    'rot\n'
    """
    return FORBIDDEN.sub("", _FOLGEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))

"""Lists and mappings in brackets that stand in one line of a plain file; see ``quick``."""

from __future__ import annotations

import re
from typing import Any

from kmut_cli.source.keys import NULLS
from kmut_cli.source.quick_values import DOUBLE, KEY, SINGLE, UnsureError, nothing, unescaped

# „?“, „:“ and „#“ mean different things to different readers within brackets; here they need quotes.
_PLAIN = r"(?:-(?=[0-9A-Za-z])|[^\s?:,\[\]{}#&*!|>'\"%@`-])[^,\[\]{}?:#\t\n]*+"
# A key; a value, or a bracket that opens; brackets that close, and a comma.
_PART = re.compile(
    rf"[ ]*+(?:({KEY}):[ ]++)?(?:([\[{{])|{DOUBLE}|{SINGLE}|({_PLAIN}))[ ]*+((?:[\]}}][ ]*+){{0,100}},?)"
)


def flow(rest: str, levels: int) -> Any:
    """Read a list or mapping in brackets that closes in the same line.

    Args:
        rest: All of its line from the first bracket on.
        levels: How many levels it may have.
    """
    root: list[Any] = []
    open_: list[Any] = [root]
    at = 0
    while len(open_) > 1 or not root:
        match = _PART.match(rest, at)
        if match is None:
            raise UnsureError
        at = match.end()
        key, bracket, double, single, text, signs = match.groups()
        value: Any
        if bracket is not None:
            value = [] if bracket == "[" else {}
        elif text is not None:
            text = text.rstrip(" ")
            value = None if text in NULLS else text
        else:
            value = unescaped(double) if double is not None else single.replace("''", "'")
        container = open_[-1]
        if key is None and type(container) is list:
            container.append(value)
        elif key is not None and type(container) is dict and key not in container:
            container[key] = value
        else:
            raise UnsureError
        if signs == "," and bracket is None and len(open_) > 1:
            continue
        if bracket is not None:
            open_.append(value)
            if len(open_) > levels + 1:
                raise UnsureError
        _close(open_, signs, bracket is not None)
    nothing(rest, at)
    return root[0]


def _close(open_: list[Any], signs: str, begins: bool) -> None:
    """Go over the brackets that close behind a part, and over the comma.

    Args:
        open_: The collections that are open, with a list around all of them.
        signs: What stands behind the part.
        begins: Whether the part is a bracket that opens.
    """
    closing = [sign for sign in signs if sign in "]}"]
    for sign in closing:
        if isinstance(open_.pop(), list) is not (sign == "]") or not open_:
            raise UnsureError
    # There is a comma if, and only if, another part must follow; right behind a bracket that opens there is none.
    if signs.endswith(",") is not (len(open_) > 1 and (bool(closing) or not begins)):
        raise UnsureError

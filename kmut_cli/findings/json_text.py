"""JSON text that any parser reads and any terminal bears; shared by the formats that are JSON."""

from __future__ import annotations

import json
import re

from kmut_cli.findings.display import escape_form

# What json.dumps leaves raw but a terminal should not get, and lone surrogates, which UTF-8 cannot hold.
_RAW = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: object) -> str:
    r"""Write plain data as indented JSON.

    Umlauts stay readable, controls are escaped without changing the value. A lone surrogate, as Python puts it for
    a byte of a file name that is no UTF-8, becomes the visible text ``\xff``: strict parsers refuse it otherwise.

    Args:
        value: Mappings with text keys, lists, text, numbers, booleans and nothing.

    Returns:
        The text with a line break at its end.

    Raises:
        TypeError: If something else is in it.
        ValueError: If a number is not finite; JSON has no such number.
    """
    return _RAW.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    # All these characters can only stand inside a string, so an escape is always in place.
    number = ord(match[0])
    return "\\" + escape_form(number) if 0xD800 <= number <= 0xDFFF else rf"\u{number:04x}"

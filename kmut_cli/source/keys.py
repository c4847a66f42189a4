"""What may stand before a colon, and what counts as an empty value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kmut_cli.findings.rule import Rule
from kmut_cli.source.rules_structure import BAD_KEY, MERGE_KEY, ODD_SPACE

if TYPE_CHECKING:
    from kmut_cli.source.libyaml import Event

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Unquoted texts that stand for an open answer."""

ODD_SPACES = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000]")
"""Blanks that look like a space, or like nothing, and are neither to YAML."""


def key_rule(key: Any, event: Event) -> Rule | None:
    """Give the rule that a single key breaks, if any.

    Args:
        key: Its value; None for an empty one, a container if an alias stands for one.
        event: Where it stands.
    """
    if not isinstance(key, str):
        return BAD_KEY
    if key == "<<":
        from kmut_cli.source import libyaml  # plain files are read without it, and this module is loaded for them too

        if type(event) is libyaml.ScalarEvent and not event.style:
            return MERGE_KEY
    if not key.isascii() and ODD_SPACES.search(key):
        return ODD_SPACE
    return None

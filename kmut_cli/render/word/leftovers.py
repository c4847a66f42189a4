"""What Markdown drops without a word, although an author typed it: found here, so that it can be shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markdown_it.token import Token

_BAR = re.compile(r"(?<!\\)\|")
_CONTAINER = re.compile(r"^(?:\s|>|[-+*](?=\s)|\d{1,9}[.)](?=\s))*")


def surplus_cells(row: Token | None, lines: list[str], columns: int) -> list[str]:
    """Find the cells of a row that its table has no columns for, often for a ``|`` meant as text.

    Args:
        row: The row's opening token.
        lines: Source of the answer.
        columns: Columns of the table.

    Returns:
        Text of the cells that Markdown leaves out; usually none.
    """
    if row is None or row.map is None:
        return []
    line = lines[row.map[0]].strip()
    if row.level > 2:  # the table stands in a list or a quote, whose marks belong to no cell
        line = _CONTAINER.sub("", line)
    cells = _BAR.split(line)
    if cells and not cells[0].strip():
        cells.pop(0)
    if cells and not cells[-1].strip():
        cells.pop()
    return [cell.strip() for cell in cells[columns:]]


def unused_definitions(lines: list[str], tokens: list[Token], environment: Mapping[str, Any]) -> list[str]:
    """Find link definitions (``[x]: address``) that no link uses; Markdown shows nothing for them.

    Args:
        lines: Source of the answer.
        tokens: What the parser made of it.
        environment: What the parser noted beside the tokens.

    Returns:
        Each as it was typed, on one line.
    """
    definitions = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", [])]
    if not definitions:
        return []
    used = {
        str(child.attrGet("href") or child.attrGet("src") or "")
        for token in tokens
        for child in _with_children(token.children or [])
    }
    unused: list[str] = []
    for definition in definitions:
        first, last = definition["map"]
        if definition["href"] not in used:
            unused.append(" ".join(line.strip() for line in lines[first:last]))
    return unused


def _with_children(tokens: list[Token]) -> list[Token]:
    """Links and images, with those inside the text of images."""
    found = list(tokens)
    for token in found:  # grows while it is read, so nested images are reached too
        found.extend(token.children or [])
    return found

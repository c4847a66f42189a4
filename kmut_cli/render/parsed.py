"""An author's Markdown, parsed for all formats alike; what a parser drops without a word is put back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from kmut_cli.documents.markdown import gelesen

_BAR = re.compile(r"(?<!\\)\|")
_CONTAINER = re.compile(r"^(?:\s|>|[-+*](?=\s)|\d{1,9}[.)](?=\s))*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An answer.

    Attributes:
        tokens: What the parser made of it; cells that a row has too many stand as text in its last cell.
        unused: Definitions of links (``[x]: address``) that no link uses, each as it was typed, on one line.
    """

    tokens: list[Token]
    unused: list[str]


def parsed(text: str) -> Parsed | None:
    r"""Parse an answer.

    Args:
        text: Markdown; lines end with ``\n``.

    Returns:
        What it holds; None if it is nested too deep or too much work, and has to be shown as it was typed.
    """
    environment: dict[str, Any] = {}
    tokens = gelesen(text, environment)
    if tokens is None:
        return None
    lines = text.split("\n")
    _keep_surplus_cells(tokens, lines)
    return Parsed(tokens, _unused_definitions(lines, tokens, environment))


def first_number(token: Token) -> int:
    """Give the number of a numbered list's first item."""
    start = token.attrGet("start")
    return 1 if start is None else int(start)


def alignment(token: Token) -> str:
    """Give how a cell of a table is aligned: „left“, „right“, „center“ or empty."""
    return str(token.attrGet("style") or "").removeprefix("text-align:")


def _keep_surplus_cells(tokens: list[Token], lines: list[str]) -> None:
    """Put the cells of a row that its table has no columns for, often for a ``|`` meant as text, into its last cell."""
    row, columns = 0, 0
    for position, token in enumerate(tokens):
        if token.type == "tr_open":
            row = position
        elif token.type == "thead_close":
            columns = sum(cell.type == "th_open" for cell in tokens[row:position])
        elif token.type == "tr_close" and tokens[position - 1].type == "td_close":
            surplus = _surplus_cells(tokens[row], lines, columns)
            children = tokens[position - 2].children
            if surplus and children is not None:
                content = " | " + " | ".join(surplus)
                children.append(Token("text", "", 0, content=content if children else content.lstrip()))


def _surplus_cells(row: Token, lines: list[str], columns: int) -> list[str]:
    if row.map is None:
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


def _unused_definitions(lines: list[str], tokens: list[Token], environment: Mapping[str, Any]) -> list[str]:
    definitions = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", [])]
    children = [child for token in tokens for child in token.children or []]
    for child in children:  # grows while it is read, so images within images are reached too
        children.extend(child.children or [])
    used = {
        (str(child.attrGet("href") or child.attrGet("src") or ""), str(child.attrGet("title") or ""))
        for child in children
        if child.type in ("link_open", "image")
    }
    found: list[tuple[int, str]] = []
    for definition in definitions:
        first, last = definition["map"]
        if (definition["href"], definition["title"]) not in used:
            found.append((first, " ".join(line.strip() for line in lines[first:last])))
    return [text for _, text in sorted(found)]

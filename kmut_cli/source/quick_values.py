"""The less common values of a plain file, and blocks of text; see ``quick``."""

from __future__ import annotations

import re
from functools import lru_cache

from kmut_cli.source.keys import NULLS


class UnsureError(Exception):
    """The file must be read properly: it holds a mistake, or something that is not recognised here."""


KEY = "(?!(?:null|Null|NULL):)[A-Za-z0-9_ÄÖÜäöüß][A-Za-z0-9_ÄÖÜäöüß.-]{0,99}+"
"""Keys that are recognised. The words for an open answer are none, nor what has over 1024 characters."""

DOUBLE = r'"((?:[^"\\\n\t]++|\\["\\]){0,1000})"'
SINGLE = r"'((?:[^'\n\t]++|''){0,1000})'"

# What may stand behind a value. In „Raum #5“ the hash is likely text, and then a mistake (see lost_text); so only what
# is surely a comment.
END = r"[ ]*+(?:(?<=[ ])\#(?:[#!][^\n]*+|[ ]++(?![\d\t])[^\n]*+)?)?"
_NOTHING = re.compile(END)
_DOUBLE = re.compile(DOUBLE + END)
_SINGLE = re.compile(SINGLE + END)
_FIRST = re.compile(r"(?:-(?=[^\s])|[^\s?:,\[\]{}#&*!|>'\"%@`-])")
_ESCAPE = re.compile(r"\\(.)")


def nothing(rest: str, at: int = 0) -> None:
    """Make sure that nothing stands from ``at`` on, apart from blanks and a comment."""
    if not _NOTHING.fullmatch(rest, at):
        raise UnsureError


def plain(rest: str) -> str:
    """Read a text without quotes; ``rest`` is all of its line from its first character on."""
    if not _FIRST.match(rest):
        raise UnsureError
    return _plain(rest)


def _plain(rest: str) -> str:
    text, hash_, _ = rest.partition(" #")
    if hash_:
        nothing(rest, len(text))
    text = text.rstrip(" ")
    if "\t" in text or ": " in text or text[-1] == ":" or text in NULLS:
        raise UnsureError
    return text


_CONTINUED = re.compile(r"([ \n]*\n)?([ ]*+)([^ \n][^\n]*+)\n")


def continued(first: str, text: str, at: int, column: int) -> tuple[str, int]:
    """Read the lines in which a text without quotes goes on.

    Args:
        first: What stands in its first line; empty if it has ended there.
        text: All of the file, ending with a line end.
        at: Where its second line begins.
        column: Of the key or dash that it belongs to, from 0; its lines are further right.

    Returns:
        All of the text, and where the line begins behind it.
    """
    parts, ended = [first], not first
    while (match := _CONTINUED.match(text, at)) and len(match[2]) > column:
        if ended or match[3][0] == "#":
            raise UnsureError
        parts += ["\n" * (match[1] or "").count("\n") or " ", _plain(match[3])]
        at, ended = match.end(), " #" in match[3]
    if len(parts) == 1:  # a comment stands between
        raise UnsureError
    return "".join(parts), at


def quoted(rest: str) -> str:
    """Read a text in quotes that closes in the same line."""
    match = (_DOUBLE if rest[0] == '"' else _SINGLE).fullmatch(rest)
    if match is None:
        raise UnsureError
    return unescaped(match[1]) if rest[0] == '"' else match[1].replace("''", "'")


def unescaped(text: str) -> str:
    """Take the backslashes out of what stood in double quotes."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


@lru_cache(maxsize=100)
def _block_end(indent: str) -> re.Pattern[str]:
    """Find the next line that neither is empty nor has this indentation; its blanks, if it holds nothing else."""
    return re.compile(rf"\n(?!{indent}|\n)([ ]*\n)?")


def simple_block(text: str, at: int, indent: str, chomping: str) -> tuple[str, int] | None:
    """Read a text after ``|``.

    Args:
        text: All of the file, ending with a line end.
        at: Where its first character stands.
        indent: What stands before that.
        chomping: ``-`` if it has no line end at its end, else empty.

    Returns:
        The text, and where the line begins behind it; None if there are lines in it that
        hold nothing but blanks.
    """
    end = _block_end(indent).search(text, at)
    if end is None or end[1] is not None:
        return None
    behind = end.start() + 1
    lines = text[at:behind].replace("\n" + indent, "\n")
    return chomped(lines, chomping) if chomping or lines.endswith("\n\n") else lines, behind


_HEADER = re.compile(r"([|>])([+-]?)" + END)
_LEAD = re.compile(r"\n*+([ ]*+)([^ \t\n]|\Z)")
_LINE_BREAKS = re.compile(r"(?<=[^\n])\n(\n*)(?=[^\n])")
_FURTHER_RIGHT = re.compile(r"^[ \t]", re.MULTILINE)
_MAX_INDENT = 500


def block(text: str, at: int, header: str, column: int, unfinished: bool) -> tuple[str, int]:
    """Read a text after ``|`` or ``>``.

    Args:
        text: All of the file, ending with a line end.
        at: Where the line begins below the one with ``|``.
        header: From ``|`` to the end of its line.
        column: Of the key or dash that it belongs to, from 0; its lines are further right.
        unfinished: Whether the last line end is not in the file.

    Returns:
        The text, and where the line begins behind it.
    """
    found, lead = _HEADER.fullmatch(header), _LEAD.match(text, at)
    if found is None or lead is None:
        raise UnsureError
    style, chomping, indent = found[1], found[2], len(lead[1])
    if indent <= column:
        if chomping == "+":
            raise UnsureError
        return "", at
    if indent > _MAX_INDENT:
        raise UnsureError
    next_line = _less_indented(indent).search(text, lead.end())
    end = len(text) if next_line is None else next_line.start() + 1
    lines = text[at : end - 1] if unfinished and next_line is None else text[at:end]
    lines = _indentation(indent).sub("", lines)
    if style == ">":
        if _FURTHER_RIGHT.search(lines):
            raise UnsureError
        lines = _LINE_BREAKS.sub(lambda breaks: breaks[1] or " ", lines)
    return chomped(lines, chomping), end


@lru_cache(maxsize=_MAX_INDENT)
def _less_indented(indent: int) -> re.Pattern[str]:
    """Find the next line that is less indented and not blank."""
    return re.compile(rf"\n[ ]{{0,{indent - 1}}}(?=[^ \n])")


@lru_cache(maxsize=_MAX_INDENT)
def _indentation(indent: int) -> re.Pattern[str]:
    return re.compile(rf"^[ ]{{0,{indent}}}", re.MULTILINE)


def chomped(text: str, chomping: str) -> str:
    """Treat the line ends at the end of a block as ``|``, ``|-`` or ``|+`` says."""
    if chomping == "+":
        return text
    stripped = text.rstrip("\n")
    return stripped if chomping == "-" or stripped == text else stripped + "\n"

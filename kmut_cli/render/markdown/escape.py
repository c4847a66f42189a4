"""Text that means nothing to a Markdown parser: as few backslashes as possible, and none too few.

CommonMark 0.31 is the measure, with tables and strikethrough, and with raw HTML switched on: what is text stays text.
"""

from __future__ import annotations

import re

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]*);")
_SIGN = re.compile(r"[\\`*_\[\]<&~\n\r\x00\ud800-\udfff]")
_LINE = (
    (re.compile(r"#{1,6}(?=\s|$)"), r"\\\g<0>"),  # heading
    (re.compile(r">"), r"\>"),  # quote
    (re.compile(r"[-+](?=\s|$)"), r"\\\g<0>"),  # list
    (re.compile(r"([0-9]{1,9})([.)])(?=\s|$)"), r"\1\\\2"),  # numbered list
    (re.compile(r"(?:=+|-+)\s*$"), r"\\\g<0>"),  # underline of a heading
    (re.compile(r"(?=[^-]*-)[|:\- \t]+$"), r"\\\g<0>"),  # second line of a table
)


def text(content: str, *, in_link: bool = False, tildes: bool = True, strict: bool = False) -> str:
    """Escape text inside a line; what matters only where a line begins is left to :func:`line`.

    Args:
        content: Plain text.
        in_link: Whether it stands in the text of a link, where a closing bracket would end it.
        tildes: False if the paragraph holds only one tilde, which means nothing.
        strict: Escape every backslash.

    Returns:
        Markdown that a parser reads as ``content``; a line break becomes an entity.
    """

    def sign(found: re.Match[str]) -> str:
        char, position = found.group(), found.start()
        before, after = content[position - 1 : position], content[position + 1 : position + 2]
        match char:
            case "\n" | "\r":
                return entity(char)
            case "\\":
                needed = strict or not after.isalnum()
            case "*":
                needed = not (before.isspace() and after.isspace())
            case "_":
                needed = not (before.isalnum() and after.isalnum()) and not (before.isspace() and after.isspace())
            case "<":
                needed = after != " "
            case "&":
                needed = _ENTITY.match(content, position) is not None
            case "]":
                needed = in_link
            case "~":
                needed = tildes
            case "`" | "[":
                needed = True
            case _:  # what no file in UTF-8 can hold, or no parser keeps
                return "\N{REPLACEMENT CHARACTER}"
        return "\\" + char if needed else char

    return _SIGN.sub(sign, content)


def entity(char: str) -> str:
    """Write one character so that no rule of Markdown applies to it."""
    return f"&#{ord(char)};"


def line(content: str) -> str:
    """Escape what would mean something at the beginning of a line.

    Args:
        content: A line of a paragraph, escaped inside.

    Returns:
        The line; blank characters at its ends become entities, since parsers drop them.
    """
    for pattern, replacement in _LINE:
        content, done = pattern.subn(replacement, content, count=1) if pattern.match(content) else (content, 0)
        if done:
            break
    return ends(content)


def ends(content: str) -> str:
    """Protect blank characters at both ends, of whatever kind."""
    if is_blank(content[:1]):
        content = entity(content[0]) + content[1:]
    if is_blank(content[-1:]):
        content = content[:-1] + entity(content[-1])
    return content


def is_blank(char: str) -> bool:
    """Tell whether parsers may drop a character at the edge; control characters have no entity."""
    return char.isspace() and (char in " \t\n\r\f" or char >= "\xa0")


def plain(content: str, *, in_link: bool = False) -> str:
    """Write plain text in one line, for headings, captions and labels.

    Args:
        content: Text of the presentation; line breaks become blanks.
        in_link: See :func:`text`.

    Returns:
        Markdown without anything that must stand at the beginning of a line.
    """
    one_line = re.sub(r"\s*[\r\n]+\s*", " ", content).strip()
    escaped = text(one_line, in_link=in_link, tildes=one_line.count("~") > 1)
    return re.sub(r"(^|\s)(#+)$", r"\1\\\2", escaped)  # a heading drops „#“ at its end


def paragraphs(content: str) -> list[list[str]]:
    """Write plain text that may have several lines.

    Args:
        content: Text of the presentation.

    Returns:
        For each paragraph its lines; all but the last of them end with a hard break.
    """
    written: list[list[str]] = []
    for block in re.split(r"\n[ \t]*\n", content.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line(text(part.strip(" \t"))) for part in block.split("\n") if part.strip(" \t")]
        if lines:
            written.append([*(part + "\\" for part in lines[:-1]), lines[-1]])
    return written


def cell(content: str) -> str:
    """Let Markdown of one line stand in a table: there a bar ends the cell, even in code."""
    return content.replace("|", "\\|")

"""Paragraphs, lists, quotes, code and tables: parsed tokens → lines of canonical Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.inline import inline
from kmut_cli.render.markdown.pipes import pipes
from kmut_cli.render.parsed import alignment, first_number

BULLETS = ("-", "*", "+")
_NUMBERED = (".", ")")
_LAST_NUMBER = 999_999_999  # CommonMark takes nine digits


@dataclass(frozen=True, slots=True)
class Piece:
    """One block, ready to stand between blank lines.

    Attributes:
        lines: Its lines, without line ends.
        kind: Type of the block as markdown-it calls it, without „_open“.
        marker: What its items begin with, if it is a list: a list behind it must use another one.
    """

    lines: list[str]
    kind: str
    marker: str = ""


def partners(tokens: Sequence[Token]) -> dict[int, int]:
    """Give for each opening token the position of its closing one; for a single token its own."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for position, token in enumerate(tokens):
        if token.nesting < 0:
            found[opened.pop()] = position
        elif token.nesting > 0:
            opened.append(position)
        else:
            found[position] = position
    return found


class BlockWriter:
    """Writes blocks, called for itself for what they hold; the parser limits the depth.

    Args:
        tokens: All tokens of the text.
        strict: See :func:`kmut_cli.render.markdown.inline.inline`.
    """

    def __init__(self, tokens: list[Token], *, strict: bool = False) -> None:
        self._tokens = tokens
        self._strict = strict
        self._partners = partners(tokens)

    def piece(self, start: int, avoid: str = "") -> Piece:
        """Write one block.

        Args:
            start: Position of its first token.
            avoid: Marker that a list must not use, since the list before it does.

        Returns:
            The block.

        Raises:
            ValueError: The parser gave a token that is not known here.
        """
        token = self._tokens[start]
        kind = token.type.removesuffix("_open")
        match kind:
            case "paragraph":
                return Piece(self._paragraph(self._tokens[start + 1]), kind)
            case "heading":
                return Piece([self._heading(token, self._tokens[start + 1])], kind)
            case "fence" | "code_block":
                return Piece(fence(token.content, token.info.strip(), token.markup[:1]), kind)
            case "hr":
                return Piece(["___" if token.level else "---"], kind)  # „- ---“ would be a line without a list
            case "blockquote":
                lines = self._join(self._pieces(start), loose=True) or [""]
                return Piece([f"> {line}" if line else ">" for line in lines], kind)
            case "bullet_list" | "ordered_list":
                return self._list(start, kind, avoid)
            case "table":
                return Piece(self._table(start), kind)
            case _:
                raise ValueError(kind)

    def inside(self, start: int) -> Iterator[int]:
        """Give the positions of the blocks directly inside the block at ``start``."""
        position = start + 1
        while position < self._partners[start]:
            yield position
            position = self._partners[position] + 1

    def _pieces(self, start: int, avoid: str = "") -> list[Piece]:
        pieces: list[Piece] = []
        for position in self.inside(start):
            pieces.append(self.piece(position, avoid))
            avoid = pieces[-1].marker
        return pieces

    @staticmethod
    def _join(pieces: list[Piece], *, loose: bool) -> list[str]:
        lines: list[str] = []
        for piece in pieces:
            if lines and loose:
                lines.append("")
            lines += piece.lines
        return lines

    def _paragraph(self, content: Token) -> list[str]:
        return [escape.line(line) for line in inline(content.children or [], strict=self._strict)]

    def _heading(self, token: Token, content: Token) -> str:
        [text] = inline(content.children or [], strict=self._strict)
        text = re.sub(r"(^|\s)(#+)$", r"\1\\\2", escape.ends(text))
        return f"{'#' * int(token.tag[1:])} {text}".rstrip(" ")

    def _list(self, start: int, kind: str, avoid: str) -> Piece:
        token = self._tokens[start]
        ordered = kind == "ordered_list"
        marker = next(sign for sign in (_NUMBERED if ordered else BULLETS) if sign != avoid)
        number = first_number(token)
        loose = self._loose(start)
        lines: list[str] = []
        for item in self.inside(start):
            if lines and loose:
                lines.append("")
            lead = f"{min(number, _LAST_NUMBER)}{marker}" if ordered else marker
            number += 1
            # „- - -“ would be a rule: a list that begins an item takes another sign.
            content = self._join(self._pieces(item, "" if ordered else marker), loose=loose)
            lines += indented(content, lead)
        return Piece(lines, kind, marker)

    def _loose(self, start: int) -> bool:
        """Tell whether blank lines stand between the items; the parser says so by hiding paragraphs or not."""
        inner = [list(self.inside(item)) for item in self.inside(start)]
        paragraphs = [self._tokens[at] for item in inner for at in item if self._tokens[at].type == "paragraph_open"]
        if paragraphs:
            return not any(token.hidden for token in paragraphs)
        return any(len(item) > 1 for item in inner)

    def _table(self, start: int) -> list[str]:
        rows: list[list[str]] = []
        sides: list[str] = []
        for position in range(start, self._partners[start]):
            token = self._tokens[position]
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                [text] = inline(self._tokens[position + 1].children or [], strict=self._strict)
                rows[-1].append(escape.ends(text))
                if token.type == "th_open":
                    sides.append(alignment(token))
        return pipes(rows, sides)


def indented(lines: list[str], lead: str) -> list[str]:
    """Write an item of a list.

    Args:
        lines: What it holds.
        lead: Its marker.

    Returns:
        The lines, the first behind the marker, the others under it.
    """
    if not lines:
        return [lead]
    margin = " " * (len(lead) + 1)
    return [f"{lead} {lines[0]}" if lines[0] else lead, *(margin + line if line else "" for line in lines[1:])]


def fence(content: str, info: str = "", sign: str = "`") -> list[str]:
    """Write code, or anything else that is to stand exactly as it was typed.

    Args:
        content: The text.
        info: What stands behind the opening marks.
        sign: Preferred sign of the marks.

    Returns:
        Lines; the marks are longer than any in the text.
    """
    sign = sign if sign in ("`", "~") else "`"
    longest = max((len(run) for run in re.findall(f"{sign}+", content)), default=0)
    marks = sign * max(3, longest + 1)
    body = content.removesuffix("\n").split("\n") if content else []
    return [f"{marks} {info}" if info.startswith(sign) else marks + info, *body, marks]

"""An author's Markdown → the same in a canonical form that cannot reach beyond its place.

The text is parsed by the tool's own parser and written anew from the tokens: what was open is closed, what was text is
escaped, links carry their addresses with them. Then each block is parsed once more, as an ordinary CommonMark parser
would with raw HTML allowed, and compared. A block that does not come out the same is written in a stricter way, and at
last as code, exactly as it was typed. So no rule that is forgotten here can lose text or let it out.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kmut_cli.documents.markdown import Leser
from kmut_cli.documents.markdown_aufwand import gezaehlter
from kmut_cli.documents.markdown_konto import ZuAufwendig, konto
from kmut_cli.findings.limits import MARKDOWNTIEFE
from kmut_cli.render.markdown import escape
from kmut_cli.render.markdown.block import BlockWriter, Piece, fence, partners
from kmut_cli.render.parsed import Parsed, parsed

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
DEEPEST_HEADING = 6
"""Level of the lowest heading."""


@cache
def _ordinary(depth: int) -> MarkdownIt:
    """Give CommonMark with tables, strikethrough and raw HTML, as others read it; addresses compare as typed."""
    return gezaehlter(Leser("commonmark", {"html": True, "maxNesting": depth})).enable(["table", "strikethrough"])


def answer_pieces(text: str, level: int, avoid: str = "") -> list[Piece]:
    """Write an answer.

    Args:
        text: Markdown as the author typed it.
        level: Level of the highest heading that the answer may have.
        avoid: Marker that a list at the beginning must not use.

    Returns:
        Its blocks, to be joined by blank lines. Headings keep their order but leave out no level. Definitions of links
        that no link uses are shown as text: CommonMark would drop them.
    """
    text = _clean(text)
    answer = parsed(text)
    if answer is None:
        return [Piece(fence(text), "fence")]
    with konto(text) as account:
        try:
            return _proven_pieces(answer, text.split("\n"), level, avoid)
        except (ZuAufwendig, RecursionError):
            account.woertlich()
            return [Piece(fence(text), "fence")]


def _proven_pieces(answer: Parsed, lines: list[str], level: int, avoid: str) -> list[Piece]:
    tokens = _settled(answer.tokens, level)
    pieces: list[Piece] = []
    writers = BlockWriter(tokens), BlockWriter(tokens, strict=True)
    ends = partners(tokens)
    for start in sorted(position for position in ends if tokens[position].level == 0):
        piece = _proven(writers, tokens[start : ends[start] + 1], start, avoid)
        if piece is None:
            first, last = tokens[start].map or (0, len(lines))
            piece = Piece(fence("\n".join(lines[first:last])), "fence")
        pieces.append(piece)
        avoid = piece.marker
    return pieces + [Piece([escape.line(escape.text(line))], "paragraph") for line in answer.unused]


def _clean(text: str) -> str:
    """Take line ends and unprintable characters as the parser does."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _proven(writers: tuple[BlockWriter, ...], tokens: list[Token], start: int, avoid: str) -> Piece | None:
    """Give the block in the first way of writing that a parser reads as it was meant; None if there is none."""
    meant = _html(tokens)
    for writer in writers:
        try:
            piece = writer.piece(start, avoid)
        except ValueError:
            return None
        if _html(_ordinary(MARKDOWNTIEFE.wert).parse("\n".join(piece.lines))) == meant:
            return piece
    return None


def _html(tokens: list[Token]) -> str:
    reader = _ordinary(MARKDOWNTIEFE.wert)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _settled(tokens: list[Token], level: int) -> list[Token]:
    """Change the few things that are meant to come out otherwise than CommonMark has them."""
    empty = {at for at, token in enumerate(tokens) if token.type == "inline" and not token.children}
    gone = {at + step for at in empty if tokens[at - 1].type == "paragraph_open" for step in (-1, 0, 1)}
    tokens = [token for at, token in enumerate(tokens) if at not in gone]  # only blanks that no format shows
    for token in tokens:
        if token.type == "fence" and token.content and not token.content.endswith("\n"):
            token.content += "\n"  # nobody closed it
        if token.children:
            token.children = _settled_pictures(token.children)
    _settle_headings(tokens, level)
    _settle_lists(tokens)
    return tokens


def _settled_pictures(children: list[Token], linked: bool = False) -> list[Token]:
    """Give pictures from the net as links: a program that shows the text would fetch them, and tell who reads it."""
    settled: list[Token] = []
    for token in children:
        linked = linked or token.type == "link_open"
        address = str(token.attrGet("src") or "") if token.type == "image" else ""
        if not _REMOTE.match(address):
            settled.append(token)
        else:
            inner = _settled_pictures(token.children or [], linked=True)
            if linked or not inner or any(each.type == "link_open" for each in inner):  # no link stands in a link
                title = str(token.attrs.get("title", ""))
                shown = f"{address}, „{title}“" if title else address
                settled += [*inner, Token("text", "", 0, content=f" ({shown})" if inner else shown)]
            else:
                target = {"href": address, **({"title": token.attrs["title"]} if "title" in token.attrs else {})}
                settled += [Token("link_open", "a", 1, attrs=target), *inner, Token("link_close", "a", -1)]
        linked = linked and token.type != "link_close"
    return settled


def _settle_headings(tokens: list[Token], level: int) -> None:
    """Move headings below ``level`` without gaps, and into one line each."""
    open_levels: list[str] = []
    for position, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        while open_levels and open_levels[-1] >= token.tag:
            open_levels.pop()
        open_levels.append(token.tag)
        tag = f"h{min(level + len(open_levels) - 1, DEEPEST_HEADING)}"
        token.tag = tokens[position + 2].tag = tag
        for child in tokens[position + 1].children or []:
            if child.type in ("softbreak", "hardbreak"):
                child.type, child.tag, child.content = "text", "", " "


def _settle_lists(tokens: list[Token]) -> None:
    """Take a list of one paragraph as tight: only a definition that is gone can have made it loose."""
    for position, token in enumerate(tokens[:-6]):
        inner = tokens[position + 1 : position + 6]
        kinds = ["list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close"]
        closing = tokens[position + 6].type
        if token.type.endswith("list_open") and closing.endswith("list_close") and [t.type for t in inner] == kinds:
            inner[1].hidden = inner[3].hidden = True

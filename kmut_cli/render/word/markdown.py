"""Markdown of an answer → paragraphs, lists and tables of Word; nothing that was typed is dropped."""

from __future__ import annotations

from markdown_it.token import Token

from kmut_cli.render.parsed import alignment, first_number, parsed
from kmut_cli.render.word.inline import InlineWriter
from kmut_cli.render.word.layout import ListLevel, Nesting, keep_distance
from kmut_cli.render.word.numbering import LARGEST_START
from kmut_cli.render.word.pieces import Piece, element, paragraph, run, value
from kmut_cli.render.word.table import Cell, table
from kmut_cli.render.word.target import Surroundings, Target
from kmut_cli.render.word.xml import xml_text


def markdown_blocks(text: str, target: Target, around: Surroundings) -> list[Piece]:
    """Write Markdown as Word would hold it.

    Args:
        text: CommonMark with tables and strikethrough; raw HTML is literal text.
        target: The document that takes the blocks; gets styles, lists and links as needed.
        around: Style and width at the place.

    Returns:
        ``w:p`` and ``w:tbl`` elements; the last one is a paragraph. Empty for blank text.
    """
    clean = xml_text(text)
    answer = parsed(clean)
    if answer is None:
        return [paragraph(Nesting().properties(around.style), [run(clean)])]
    writer = _BlockWriter(target, around)
    for token, following in zip(answer.tokens, [*answer.tokens[1:], *answer.tokens[-1:]], strict=True):
        writer.take(token, following)
    writer.literal(answer.unused)
    return writer.blocks


class _BlockWriter:
    """Takes block tokens one after the other, without recursion: depth of nesting costs nothing."""

    def __init__(self, target: Target, around: Surroundings) -> None:
        self._target = target
        self._around = around
        self._nesting = Nesting()
        self._rows: list[list[Cell]] = []
        self.blocks: list[Piece] = []

    def take(self, token: Token, following: Token) -> None:
        """Handle one token; ``following`` is looked at for the content of headings and cells."""
        handler = getattr(self, f"on_{token.type}", None)
        if handler is not None:
            handler(token, following)

    def literal(self, lines: list[str]) -> None:
        for line in lines:
            self._paragraph([run(line)])

    def _paragraph(self, content: list[Piece], style: str = "", *extra: Piece) -> None:
        marker = self._nesting.marker()
        if marker:
            content = [run(marker), *content]
        properties = self._nesting.properties(style or self._text_style(), *extra)
        self.blocks.append(paragraph(properties, content))

    def _text_style(self) -> str:
        styles = self._target.styles
        if self._nesting.quotes:
            return styles.find("Antwort Zitat")
        if self._nesting.lists and self._around.style == styles.find("Antwort"):
            return styles.find("Antwort Liste")
        return self._around.style

    def _inline(self, token: Token) -> list[Piece]:
        return InlineWriter(self._target).write(token.children or [])

    # One method for each token that matters, named like the token.

    def on_paragraph_open(self, token: Token, following: Token) -> None:
        self._nesting.tight = token.hidden
        self._paragraph(self._inline(following))

    def on_heading_open(self, token: Token, following: Token) -> None:
        style = self._target.styles.find(f"Antwort Überschrift {token.tag[1]}")
        self._paragraph(self._inline(following), style)

    def on_fence(self, token: Token, following: Token) -> None:
        content = [run(token.info.strip() + "\n", element("w:i"))] if token.info.strip() else []
        content.append(run(token.content.removesuffix("\n")))
        self._paragraph(content, self._target.styles.find("Antwort Code"))

    on_code_block = on_fence

    def on_hr(self, token: Token, following: Token) -> None:
        self._paragraph([], self._target.styles.find("Antwort Trennlinie"))

    def on_blockquote_open(self, token: Token, following: Token) -> None:
        self._nesting.quotes += 1

    def on_blockquote_close(self, token: Token, following: Token) -> None:
        self._nesting.quotes -= 1

    def on_bullet_list_open(self, token: Token, following: Token) -> None:
        self._mark_item()
        self._nesting.lists.append(ListLevel(self._target.numbering.bullets()))

    def on_ordered_list_open(self, token: Token, following: Token) -> None:
        self._mark_item()
        start = first_number(token)
        level = ListLevel(0, next_number=start, closing=token.markup)
        if start <= LARGEST_START:
            level.instance = self._target.numbering.ordered(self._nesting.next_level, start, token.markup)
        self._nesting.lists.append(level)

    def on_bullet_list_close(self, token: Token, following: Token) -> None:
        self._nesting.lists.pop()
        if not self._nesting.lists:
            keep_distance(self.blocks[-1])

    on_ordered_list_close = on_bullet_list_close

    def on_list_item_open(self, token: Token, following: Token) -> None:
        self._nesting.lists[-1].pending = True

    def on_list_item_close(self, token: Token, following: Token) -> None:
        self._mark_item()

    def _mark_item(self) -> None:
        """An item that begins without text of its own still shows its bullet or number."""
        if self._nesting.lists and self._nesting.lists[-1].pending:
            self._paragraph([])

    def on_table_open(self, token: Token, following: Token) -> None:
        self._mark_item()
        self._rows = []

    def on_tr_open(self, token: Token, following: Token) -> None:
        self._rows.append([])

    def on_th_open(self, token: Token, following: Token) -> None:
        header = not self._rows[1:]
        side = alignment(token)
        style = self._target.styles.find("Antwort Tabellenkopf" if header else "Antwort Tabellentext")
        extra = [value("w:jc", side)] if side in ("center", "right") else []
        content = paragraph([value("w:pStyle", style), *extra], self._inline(following))
        self._rows[-1].append(Cell([content], following.content))

    on_td_open = on_th_open

    def on_table_close(self, token: Token, following: Token) -> None:
        indent = self._nesting.indent
        width = self._around.width - indent
        self.blocks += table(self._rows, self._target.styles, width, indent)

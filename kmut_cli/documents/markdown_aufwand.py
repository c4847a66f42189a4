"""What reading Markdown may cost: steps that are counted, the same on every machine, instead of seconds.

CommonMark lets a few characters ask for much: each open bracket is looked after to the end of its paragraph, the words
of a picture are read once more for each picture around them, a row of a table is filled up to all its columns, each
star may be one of a pair, and a long address that is defined once can be used on every line.
"""

from __future__ import annotations

from typing import Any, TypeVar

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kmut_cli.documents.markdown_konto import zahle

BAUSTEIN = 4
"""Steps of the beginning or end of a block: about as much work as so many characters."""
_ZEICHEN = 8
"""Steps of a sign that may begin or end words in italics or struck out, and of what may define an address."""
_Leser = TypeVar("_Leser", bound=MarkdownIt)


def gezaehlter(leser: _Leser) -> _Leser:
    """Let a parser count its steps in the ``konto`` around it; without one it counts nothing.

    Args:
        leser: The parser, changed in place.
    """
    zeilen, bloecke = _Zeilenleser(), _Blockleser()
    zeilen.ruler, zeilen.ruler2 = leser.inline.ruler, leser.inline.ruler2
    bloecke.ruler = leser.block.ruler
    leser.inline, leser.block = zeilen, bloecke
    return leser


class _Bausteine(list[Token]):
    """The blocks of a text, counted as they come up: a table makes all its cells in one go."""

    def append(self, token: Token) -> None:
        zahle(BAUSTEIN)
        super().append(token)


class _Blockleser(ParserBlock):
    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:
        zahle(len(src) + _ZEICHEN * src.count("]:"))
        bausteine = _Bausteine()
        super().parse(src, md, env, bausteine)
        outTokens.extend(bausteine)
        return outTokens


class _Zeilenleser(ParserInline):
    def skipToken(self, state: StateInline) -> None:
        zahle(1)
        super().skipToken(state)

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        zahle(len(src) + _ZEICHEN * sum(map(src.count, "*_~")))
        fertig = super().parse(src, md, env, tokens)
        for token in fertig:
            if token.attrs:  # an address that was defined elsewhere costs as much as one that stands here
                zahle(sum(len(str(wert)) for wert in token.attrs.values()))
        return fertig

"""How the tool reads Markdown: CommonMark with tables and strikethrough, and the gender star left alone.

Checks and output share this parser, so that what is checked is what is printed. CommonMark takes the stars of „Bürger*innen
und Lehrer*innen“ as a pair and prints „innen und Lehrer“ in italics without them. A single star between two letters or
digits is therefore text here; so are the signs of „3*4*5“. Emphasis at the edges of words is as in CommonMark.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

MAX_VERSCHACHTELUNG = 100
"""Blocks deeper than this are dropped by the parser; who prints must show such a text as it was typed."""


class _Parser(MarkdownIt):
    """Addresses stay as they were typed."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


@cache
def parser() -> MarkdownIt:
    """Give the parser; raw HTML is literal text.

    Returns:
        The same object for all callers: do not change its settings.
    """
    fertig = _Parser("commonmark", {"html": False, "maxNesting": MAX_VERSCHACHTELUNG})
    fertig.enable(["table", "strikethrough"])
    fertig.inline.ruler.before("emphasis", "stern_im_wort", _stern_im_wort)
    return fertig


def _stern_im_wort(state: StateInline, silent: bool) -> bool:
    """Take a single star inside a word as text (a rule of the parser, before its emphasis rule)."""
    hier, quelle = state.pos, state.src
    if quelle[hier] != "*" or hier == 0 or hier + 1 >= state.posMax:
        return False
    if not (_im_wort(quelle[hier - 1]) and _im_wort(quelle[hier + 1])):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


def _im_wort(zeichen: str) -> bool:
    """Letters, digits, and the accents that follow a letter in decomposed text."""
    return unicodedata.category(zeichen)[0] in "LMN"

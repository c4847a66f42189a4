"""How the tool reads Markdown: CommonMark with tables and strikethrough, and the gender star left alone.

Checks and output share this parser, so that what is checked is what is printed. CommonMark takes the stars of „Bürger*innen
und Lehrer*innen“ as a pair and prints „innen und Lehrer“ in italics without them. A single star between two letters or
digits is therefore text here; so are the signs of „3*4*5“. Emphasis at the edges of words is as in CommonMark.

A text of nothing but brackets, or a small table of very many columns, would keep the parser busy for minutes. So its
work is counted (see ``markdown_aufwand``), and a text that is too much of it is not read as Markdown at all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kmut_cli.documents.markdown_aufwand import gezaehlter
from kmut_cli.documents.markdown_eile import beeilt, schlicht
from kmut_cli.documents.markdown_konto import ZuAufwendig, konto
from kmut_cli.findings.limits import MARKDOWNTIEFE


class Leser(MarkdownIt):
    """A parser whose addresses stay as they were typed."""

    def normalizeLink(self, url: str) -> str:
        """Give an address as it was typed."""
        return url

    def normalizeLinkText(self, link: str) -> str:
        """Give the words of an automatic link as they were typed."""
        return link


class _Strenger(Leser):
    """Takes for a link only what leads to the net, to mail or telephone, or to a file by its relative way."""

    def validateLink(self, url: str) -> bool:
        """Tell whether a reader may follow an address; what else looks like a link is text."""
        schema = _SCHEMA.match(url.strip())
        if schema is None:
            return not url.lstrip().startswith(_ANDERER_RECHNER)
        return schema[1].lower() in _ERLAUBT


_SCHEMA = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ERLAUBT = frozenset({"http", "https", "mailto", "tel"})
_ANDERER_RECHNER = ("//", "\\\\", "/\\", "\\/")
"""Begins an address that names another machine without saying how it is spoken to."""


def gelesen(text: str, umgebung: dict[str, Any] | None = None) -> list[Token] | None:
    """Read Markdown; raw HTML is literal text.

    Args:
        text: An answer.
        umgebung: Takes what the parser learns about references.

    Returns:
        The tokens; None if the text is nested too deep or too much work to read, and has to be shown as it was typed.
    """
    tiefe = MARKDOWNTIEFE.wert
    with konto(text) as meins:
        try:
            tokens = schlicht(text, meins)
            if tokens is None:
                tokens = parser(tiefe).parse(text, umgebung)
        except (ZuAufwendig, RecursionError):
            meins.woertlich()
            return None
        if any(token.level >= tiefe - 1 for token in tokens):  # the parser drops what lies deeper
            meins.woertlich()
            return None
        return tokens


@cache
def parser(tiefe: int = MARKDOWNTIEFE.vorgabe) -> MarkdownIt:
    """Give the parser itself, which counts nothing unless :func:`gelesen` asks it to.

    Args:
        tiefe: Blocks deeper than this are dropped.

    Returns:
        The same object for all callers: do not change its settings.
    """
    fertig = gezaehlter(_Strenger("commonmark", {"html": False, "maxNesting": tiefe}))
    fertig.enable(["table", "strikethrough"])
    beeilt(fertig)
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

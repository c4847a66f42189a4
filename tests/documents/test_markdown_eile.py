"""Reading in haste gives the tokens that the parser gives when it tries every rule, and never costs more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from kmut_cli.documents import markdown
from kmut_cli.documents.markdown_eile import schlicht
from kmut_cli.documents.markdown_konto import konto

STUECKE = st.sampled_from([
    "a", "b c", "Bürger*innen", "**x**", "*y*", "- ", "1. ", "2) ", "10. ", "> ", "# ", "    ", "  ", "\t", "\n",
    "\n\n", "---", "===", "- - -", "***", "```", "~~~", "`c`", "[a](b)", "[a]", "[a]: x", "![p](q)", "|",
    "| a | b |\n|---|---|\n", "|:-|-:|", "<b>", "<http://a.de>", "&amp;", "\\", "\\*",
    "~~s~~", "_u_", "!", ":", "=", "-", "+", "wort-", "x  \n",
    "\u00a0", "\u2003", "\x0b", "\x1c", "\r\n", "\x00", ".", "(", ")", '"',
])  # fmt: skip
EINFACH = st.sampled_from(["a", "b c.", "x-y", "1) z", "3,5 %", "Wort:", "„z“", "\n", "\n\n", "\n", "-", "=", "|"])
TEXTE = st.one_of(st.lists(STUECKE, max_size=14).map("".join), st.lists(EINFACH, max_size=10).map("".join))


@pytest.fixture(scope="module")
def gruendlich() -> Any:
    """The parser as it is without haste."""
    with pytest.MonkeyPatch.context() as ohne:
        ohne.setattr(markdown, "beeilt", lambda leser: None)
        return markdown.parser.__wrapped__()


@settings(max_examples=200)
@given(TEXTE)
def test_dieselben_tokens(gruendlich: Any, text: str) -> None:
    erwartet, eigene = {}, {}  # type: dict[str, Any], dict[str, Any]
    with konto(text) as langsam:
        tokens = gruendlich.parse(text, erwartet)
    with konto(text) as schnell:
        assert markdown.parser().parse(text, eigene) == tokens
    assert eigene == erwartet
    assert schnell.rest >= langsam.rest
    with konto(text) as meins:
        einfach = schlicht(text, meins)
    if einfach is not None:
        assert (einfach, meins.rest) == (tokens, langsam.rest)


@pytest.mark.parametrize(
    ("text", "absaetze"),
    [("Ein Satz.", 1), ("Eine Zeile\nund noch eine:\n\n3,5 % der Fälle – „zwei“.\n", 2), ("12 Termine", 1)],
)
def test_schlichter_text_geht_den_kurzen_weg(text: str, absaetze: int) -> None:
    with konto(text) as meins:
        tokens: list[Token] | None = schlicht(text, meins)
    assert tokens is not None
    assert sum(token.type == "paragraph_open" for token in tokens) == absaetze


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "a\n---", "a\n===", "*a*", "a_b", "[a]", "# a", " a", "a ", "a  \nb", ""]
)
def test_anderer_nicht(text: str) -> None:
    with konto(text) as meins:
        assert schlicht(text, meins) is None

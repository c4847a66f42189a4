"""Constructs of CommonMark on their way into Word and Markdown: no character is lost, and none invented."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kmut_cli.render.presentation import Absatz
from tests.fuzz.commonmark import IM_NETZ, TEXTE, TITEL
from tests.fuzz.sichtbar import bloecke, gemeint, in_word, ohne_adressen
from tests.fuzz.umfang import umfang
from tests.render.markdown.beispiel import umgeben, zwischen


@umfang(15)
@given(st.lists(TEXTE, min_size=1, max_size=8))
def test_word_shows_what_the_texts_mean(texte: list[str]) -> None:
    """Several at a time: most of the work is the file around them."""
    assert in_word(*texte) == [block for text in texte for block in gemeint(text)]


@umfang(60)
@given(TEXTE)
def test_markdown_output_read_again_shows_the_same(text: str) -> None:
    gezeigt = bloecke(zwischen(umgeben(Absatz(text))), adressen=False)
    # What cannot be written so that every parser reads it alike is shown as it was typed, and so keeps every sign.
    assume(not any(_wie_getippt(block, text) for block in gezeigt))
    ist, soll = (ohne_adressen(eins, IM_NETZ, TITEL) for eins in (gezeigt, gemeint(text, adressen=False)))
    assert ist == soll


def _wie_getippt(block: str, text: str) -> bool:
    return any(zeichen in block for zeichen in ("](", "**", "~~")) and "".join(block.split()) in "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "[![a](https://example.org/b.png 'Titel')](https://example.org)",
        "![[](https://example.org) a](https://example.org/b.png 'Titel')",
        "![](https://example.org/b.png 'Titel')",
    ],
)
def test_the_title_of_a_picture_that_can_be_no_link_is_not_lost(text: str) -> None:
    assert "Titel" in umgeben(Absatz(text))
    assert "Titel" in "\n".join(in_word(text))

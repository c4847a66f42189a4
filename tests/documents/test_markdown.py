"""The shared Markdown parser: CommonMark, but the gender star is a letter among letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kmut_cli.documents.markdown import parser

PLAIN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def html(text: str) -> str:
    return str(parser().render(text)).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Bürger*innen und Lehrer*innen",
        "Schüler*innenvertretung und Elternlots*innen (Kolleg*innen)",
        "jede*r Teilnehmer*in, ein*e Sprachmittler*in",
        "3*4*5 Stunden",
        unicodedata.normalize("NFD", "Rom*nja und Fußgä*nger"),
        "Bürger_innen und Lehrer:innen und Schüler/innen",
        "trans* und inter* Personen",
    ],
)
def test_stars_inside_words_are_printed(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("*kursiv* und **fett**", "<em>kursiv</em> und <strong>fett</strong>"),
        ("**Bürger*innen** fragen", "<strong>Bürger*innen</strong> fragen"),
        ("*Alle Bürger*innen und Lehrer*innen*", "<em>Alle Bürger*innen und Lehrer*innen</em>"),
        ("***beides***", "<em><strong>beides</strong></em>"),
        ("un**frei**willig", "un<strong>frei</strong>willig"),
        ("(*Klammer*), *Komma*, „*Zitat*“", "(<em>Klammer</em>), <em>Komma</em>, „<em>Zitat</em>“"),
        ("_kursiv_ __fett__ ~~weg~~", "<em>kursiv</em> <strong>fett</strong> <s>weg</s>"),
        ("`a*b*c`", "<code>a*b*c</code>"),
        (r"Bürger\*innen", "Bürger*innen"),
        ("[Schüler*innen](https://a.example/x*y)", '<a href="https://a.example/x*y">Schüler*innen</a>'),
        ("<b>roh</b>", "&lt;b&gt;roh&lt;/b&gt;"),
    ],
)
def test_everything_else_keeps_its_meaning(text: str, erwartet: str) -> None:
    assert html(text) == f"<p>{erwartet}</p>"


def test_tables_are_read_and_stars_in_them() -> None:
    seite = html("| Wer | Zahl |\n|---|--:|\n| Einwohner*innen | 3*4 |\n")
    assert "<td>Einwohner*innen</td>" in seite


def test_addresses_stay_as_typed() -> None:
    assert 'href="https://müller.example/ä b"' in html("[x](<https://müller.example/ä b>)")


WORTE = st.sampled_from(
    ["Text", "*", "**", "_", " ", "\n", "`", "[", "](x)", "~~", "\\", "- ", "# ", "> ", "|", "é", "1. "]
)


@given(st.lists(WORTE, max_size=25).map("".join))
def test_without_a_star_inside_a_word_it_is_commonmark(text: str) -> None:
    innen = any(
        zeichen == "*" and text[stelle - 1 : stelle].isalnum() and text[stelle + 1 : stelle + 2].isalnum()
        for stelle, zeichen in enumerate(text)
    )
    if not innen:
        assert html(text) == str(PLAIN.render(text)).strip()


@given(st.lists(WORTE, max_size=25).map("".join))
def test_never_raises(text: str) -> None:
    assert isinstance(html(text), str)

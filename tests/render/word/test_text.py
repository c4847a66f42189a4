"""Whatever was typed stands in the document, character for character."""

from __future__ import annotations

import string
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.render.presentation import Absatz, Angabe, Ankreuzfeld, Entfallen, Kaestchen, Offen, Tabelle
from kmut_cli.render.word import render_docx
from tests.render.word.reading import Docx
from tests.render.word.samples import HOSTILE, document, own_template, shipped

ANSWER = own_template("{{ dokument.kapitel[0].abschnitte[0].fragen[0]|antwort }}")
PRINTED = own_template("{{ dokument.titel }}")
# What XML can hold; control characters are refused when a file is read.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
WORD = st.text("ab cd\n", min_size=1)
MARKDOWN = st.lists(st.one_of(st.text("abc*_~`#>|[]()!<-+=. \n\\:/\"'1", min_size=1), st.sampled_from([
    "\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n```", "| a | b |\n|---|---|\n", "](x)", "http://a", "![", "\n---\n",
])), max_size=12).map("".join).filter(lambda text: "]:" not in text)  # fmt: skip


def answered(*blocks) -> Docx:
    return Docx(render_docx(document(*blocks), ANSWER, "eigene.docx").content)


def all_text(word: Docx) -> str:
    return "\n".join(word.texts)


@pytest.mark.parametrize(
    "typed", [HOSTILE, "{{ x }}", "{% raw %}", "{{'a'}}", "]]>", "<w:p/>", "&lt;", "a\tb\nc", "  x  "]
)
def test_plain_text_arrives_as_it_was_typed(typed: str) -> None:
    assert answered(Angabe("", typed)).texts == [typed]
    assert Docx(render_docx(document(title=typed), PRINTED, "eigene.docx").content).texts == [typed]


@settings(max_examples=30, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_plain_text_arrives(value: str, caption: str, title: str) -> None:
    boxes = Ankreuzfeld((Kaestchen(caption, True, "a.b"),), True)
    table = Tabelle((title,), ())
    assert answered(Angabe("", value), boxes, Offen(value), table).texts == [
        value, "☒\N{NO-BREAK SPACE}" + caption, f"[offen] {value}".rstrip(), title, "", ""
    ][:5]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(ANY_TEXT)
def test_any_markdown_text_arrives_when_its_signs_are_escaped(typed: str) -> None:
    escaped = "".join("\\" + sign if sign in string.punctuation else sign for sign in typed)
    shown = all_text(answered(Absatz("x" + escaped)))
    assert "".join(shown.split()) == "x" + "".join(typed.split())


@settings(max_examples=30, deadline=None)
@given(ANY_TEXT.filter(lambda text: "```" not in text))
def test_code_blocks_keep_every_space(typed: str) -> None:
    assert answered(Absatz(f"```\n{typed}\n```")).texts == [typed]


@settings(max_examples=70, deadline=None)
@given(MARKDOWN)
def test_no_letter_is_lost_whatever_markdown_makes_of_it(typed: str) -> None:
    word = answered(Absatz(typed), Tabelle(("K",), ((typed,),)), Entfallen(typed))
    tips = [node.get(name) or "" for node in word.body.iter() for name in node.attrib if name.endswith("tooltip")]
    shown = Counter(all_text(word) + "".join(word.links().values()) * 3 + "".join(tips))
    wanted = Counter(sign * 3 for sign in typed if sign.isalpha())
    assert all(shown[letters[0]] >= 3 * count for letters, count in wanted.items()), (typed, word.texts)


def test_a_long_answer_arrives_whole() -> None:
    typed = "Zeile mit Ümläuten & <Zeichen> {{ x }} 😀. " * 1500
    assert len(typed.encode()) > 60_000
    assert "".join(answered(Absatz(typed)).texts) == typed.strip()


def test_what_word_cannot_hold_is_replaced_and_told() -> None:
    result = render_docx(document(Angabe("", "a\x07b\x0cc\ud800d\ufffee")), ANSWER, "eigene.docx")
    assert Docx(result.content).texts == ["a�b�c�d�e"]
    assert len(result.hints) == 1
    assert "4 unsichtbare Steuerzeichen" in result.hints[0]


@pytest.mark.parametrize("typed", [
    ">" * 500 + " tief", "- " * 400 + "tief", "[" * 3000 + "tief", "*" * 3001 + "tief", "![" * 200 + "tief",
    "1. " * 300 + "tief", "> - " * 200 + "tief",
])  # fmt: skip
def test_deep_nesting_neither_crashes_nor_loses_text(typed: str) -> None:
    assert "tief" in all_text(answered(Absatz(typed)))


@pytest.mark.parametrize(("typed", "kept"), [
    ("| a | b |\n|---|---|\n| 1 | 2 | drei | vier |", "2 | drei | vier"),
    ("> | a | b |\n> |---|---|\n> | 1 | 2 | drei |", "2 | drei"),
    ("Text\n\n[nie]: https://example.org 'Titel'", "[nie]: https://example.org 'Titel'"),
    ("[a]: https://eins.example\n[a]: https://zwei.example\n\n[a]", "[a]: https://zwei.example"),
    ("```Ein Satz\nCode\n```", "Ein Satz\nCode"),
    ("[](https://example.org)", "https://example.org"),
    ("![](bild.png 'Titel')", "(bild.png, „Titel“)"),
])  # fmt: skip
def test_what_markdown_would_drop_is_shown(typed: str, kept: str) -> None:
    assert kept in all_text(answered(Absatz(typed)))


@pytest.mark.parametrize("name", ["taetigkeitsbericht", "projektbeschreibung"])
def test_shipped_templates_lose_nothing(name: str) -> None:
    blocks = (Absatz("Antworttext"), Angabe("Label", HOSTILE), Offen("offener Hinweis"), Entfallen("Grund"))
    word = Docx(render_docx(document(*blocks, title=HOSTILE, wording="Frage " + HOSTILE), shipped(name), name).content)
    for part in (HOSTILE, "Frage " + HOSTILE, "Antworttext", f"Label: {HOSTILE}", "[offen] offener Hinweis",
                 "entfällt: Grund", "Musterkreis"):  # fmt: skip
        assert part in word.texts
    assert not [text for text in word.texts if "{{p" in text or "{%p" in text or "So funktioniert" in text]

"""Every construct of CommonMark, and what it becomes in Word."""

from __future__ import annotations

import pytest

from kmut_cli.render.presentation import Absatz
from kmut_cli.render.word import render_docx
from tests.render.word.reading import Docx, W
from tests.render.word.samples import document, shipped

CONSTRUCTS = {
    "paragraphs": ("a\n\nb", ["Antwort: a", "Antwort: b"]),
    "soft break": ("a\nb", ["Antwort: a b"]),
    "hard break by backslash": ("a\\\nb", ["Antwort: a\nb"]),
    "hard break by spaces": ("a  \nb", ["Antwort: a\nb"]),
    "heading": ("# a\n## b ##\n###### c", [
        "Antwort Überschrift 1: a", "Antwort Überschrift 2: b", "Antwort Überschrift 6: c"]),
    "underlined heading": ("a\n===\n\nb\n---", ["Antwort Überschrift 1: a", "Antwort Überschrift 2: b"]),
    "bold and italic": ("**a** *b* ***c***", ["Antwort: <b>a</b> <i>b</i> <i><b>c</b></i>"]),
    "nested": ("*a **b** c*", ["Antwort: <i>a </i><i><b>b</b></i><i> c</i>"]),
    "strikethrough": ("~~a~~", ["Antwort: <strike>a</strike>"]),
    "underscores inside words": ("ein_zwei_drei", ["Antwort: ein_zwei_drei"]),
    "code": ("`a  *b*`", ["Antwort: <code>a  *b*</code>"]),
    "escapes": (r"\*a\* \# \[x\]", ["Antwort: *a* # [x]"]),
    "entities": ("&auml;&#246;&amp;&unbekannt;", ["Antwort: äö&&unbekannt;"]),
    "raw html": ("a <b>x</b> <!-- c -->\n\n<div>\ny\n</div>", [
        "Antwort: a <b>x</b> <!-- c -->", "Antwort: <div> y </div>"]),
    "link": ('[a *b*](https://x.de/ä "T")', ["Antwort: <a https://x.de/%C3%A4 T>a <i>b</i></a>"]),
    "reference link": ("[a][1]\n\n[1]: https://x.de", ["Antwort: <a https://x.de>a</a>"]),
    "autolink": ("<https://x.de>", ["Antwort: <a https://x.de>https://x.de</a>"]),
    "mail": ("<a@x.de>", ["Antwort: <a mailto:a@x.de>a@x.de</a>"]),
    "unsafe link": ("[a](javascript:alert(1))", ["Antwort: [a](javascript:alert(1))"]),
    "link to a program": ("[a](ms-word:x)", ["Antwort: [a](ms-word:x)"]),
    "link to a file": ("[a](anlagen/ü.pdf)", ["Antwort: a (anlagen/ü.pdf)"]),
    "image": ('![ein *Bild*](b.png)', ["Antwort: ein <i>Bild</i> (b.png)"]),
    "linked image": ("[![B](b.png)](https://x.de)", ["Antwort: <a https://x.de>B (b.png)</a>"]),
    "bullets": ("- a\n- b", ["Antwort Liste: [bullet• Ebene 0 #2] a", "Antwort Liste: [bullet• Ebene 0 #2] b"]),
    "numbers": ("3. a\n4. b", [
        "Antwort Liste: [decimal%1. Ebene 0 ab 3 #2] a", "Antwort Liste: [decimal%1. Ebene 0 ab 3 #2] b"]),
    "numbers from zero": ("0. a", ["Antwort Liste: [decimal%1. Ebene 0 ab 0 #2] a"]),
    "numbers with parenthesis": ("1) a", ["Antwort Liste: [decimal%1) Ebene 0 ab 1 #2] a"]),
    "numbers too large for Word": ("75000. a\n1. b", ["Antwort Liste: 75000.\ta", "Antwort Liste: 75001.\tb"]),
    "restarting numbers": ("1. a\n\nx\n\n1. b", [
        "Antwort Liste: [decimal%1. Ebene 0 ab 1 #2] a", "Antwort: x",
        "Antwort Liste: [decimal%1. Ebene 0 ab 1 #3] b"]),
    "nested lists": ("- a\n  1. b\n     - c\n  2. d\n- e", [
        "Antwort Liste: [bullet• Ebene 0 #2] a", "Antwort Liste: [decimal%1. Ebene 1 ab 1 #3] b",
        "Antwort Liste: [bullet• Ebene 2 #2] c", "Antwort Liste: [decimal%1. Ebene 1 ab 1 #3] d",
        "Antwort Liste: [bullet• Ebene 0 #2] e"]),
    "two paragraphs in an item": ("- a\n\n  b", ["Antwort Liste: [bullet• Ebene 0 #2] a", "Antwort Liste: b"]),
    "empty item": ("- a\n-\n- b", ["Antwort Liste: [bullet• Ebene 0 #2] a", "Antwort Liste: [bullet• Ebene 0 #2] ",
                                  "Antwort Liste: [bullet• Ebene 0 #2] b"]),
    "item that begins with a list": ("- - a", [
        "Antwort Liste: [bullet• Ebene 0 #2] ", "Antwort Liste: [bullet• Ebene 1 #2] a"]),
    "code in an item": ("1. a\n\n       b", ["Antwort Liste: [decimal%1. Ebene 0 ab 1 #2] a", "Antwort Code: b"]),
    "task list stays text": ("- [ ] a", ["Antwort Liste: [bullet• Ebene 0 #2] [ ] a"]),
    "quote": ("> a\n> > b", ["Antwort Zitat: a", "Antwort Zitat: b"]),
    "list in a quote": ("> - a", ["Antwort Zitat: [bullet• Ebene 0 #2] a"]),
    "fenced code": ("```\n  a\n\n\tb\n```", ["Antwort Code:   a\n\n\tb"]),
    "indented code": ("    a\n     b", ["Antwort Code: a\n b"]),
    "line": ("a\n\n***\n\nb", ["Antwort: a", "Antwort Trennlinie: ", "Antwort: b"]),
    "table": ("| a | b | c |\n|---|:-:|--:|\n| 1 | **2** | `3` |", [
        "KOPF Antwort Tabellenkopf: a | Antwort Tabellenkopf: (center) b | Antwort Tabellenkopf: (right) c",
        "ZEILE Antwort Tabellentext: 1 | Antwort Tabellentext: (center) <b>2</b>"
        " | Antwort Tabellentext: (right) <code>3</code>",
        "Antwort Tabellenende: "]),
    "table in a list": ("- | a |\n  |---|\n  | 1 |", [
        "Antwort Liste: [bullet• Ebene 0 #2] ", "KOPF Antwort Tabellenkopf: a", "ZEILE Antwort Tabellentext: 1",
        "Antwort Tabellenende: "]),
    "missing cells": ("| a | b |\n|---|---|\n| 1 |", [
        "KOPF Antwort Tabellenkopf: a | Antwort Tabellenkopf: b",
        "ZEILE Antwort Tabellentext: 1 | Antwort Tabellentext: ", "Antwort Tabellenende: "]),
    "cells without column": ("| a | b |\n|---|---|\n| 1 | 2 | *3* | 4 |\n| 1 || x |", [
        "KOPF Antwort Tabellenkopf: a | Antwort Tabellenkopf: b",
        "ZEILE Antwort Tabellentext: 1 | Antwort Tabellentext: 2 | *3* | 4",
        "ZEILE Antwort Tabellentext: 1 | Antwort Tabellentext: | x", "Antwort Tabellenende: "]),
    "unused definitions": ("[a]\n\n[a]: https://x.de\n[b]: /u\n[a]: https://x.de 'T'", [
        "Antwort: <a https://x.de>a</a>", "Antwort: [b]: /u", "Antwort: [a]: https://x.de 'T'"]),
    "blank": (" \n\n", []),
}  # fmt: skip


def blocks_of(markdown: str) -> list[str]:
    word = Docx(render_docx(document(Absatz(markdown)), shipped("taetigkeitsbericht"), "bericht").content)
    lines = word.described()
    return lines[lines.index("Frage: Wie war es?") + 1 :]


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_construct_keeps_its_meaning(construct: str) -> None:
    markdown, expected = CONSTRUCTS[construct]
    assert blocks_of(markdown) == expected


def test_lists_deeper_than_words_nine_levels_stay_lists() -> None:
    markdown = "\n".join("  " * level + f"- {level}" for level in range(12))
    levels = [line.partition("Ebene ")[2][0] for line in blocks_of(markdown)]
    assert levels == list("012345678888")


def test_headings_of_an_answer_stay_out_of_the_outline() -> None:
    content = render_docx(document(Absatz("# a\n\n#### b")), shipped("taetigkeitsbericht"), "bericht").content
    word = Docx(content)
    outlined = {
        style.get(W + "styleId")
        for style in word.tree("word/styles.xml").iter(W + "style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    used = [node.get(W + "val") for node in word.body.iter(W + "pStyle") if node.get(W + "val") in outlined]
    assert used == ["Heading1", "Heading2"]

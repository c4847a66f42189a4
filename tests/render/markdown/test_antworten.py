"""An answer means in the output, to any parser, what it means by itself, and it stays in its place."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from kmut_cli.render.presentation import Absatz, Entfallen, Tabelle
from tests.render.markdown.beispiel import FREMD, gelesen, gemeint, html, umgeben, zwischen

KONSTRUKTE = [
    "Ein Absatz\nin zwei Zeilen",
    "Zeile\\\nmit Umbruch",
    "Zeile  \nmit Umbruch",
    "Absatz\n\nzweiter",
    "\tEingerückt\n\n\tCode",
    "*kursiv* _auch_ **fett** __auch__ ***beides***",
    "*a **b*** und **_c_**",
    "*a*b* **c",
    "snake_case_name und __init__",
    "Bürger*innen und Lehrer*innen",
    "3 * 4 * 5",
    "**Wort**teil, Wort**teil**",
    "*„Zitat“*, *(Klammer)*",
    "~~weg~~ ~30 ~~~",
    "`code` ``a`b`` `` ` `` `  `",
    "`<b>` `a|b` `\\`",
    "`offen",
    "``` zeile ```",
    "# Eins\n\n## Zwei\n\n### Drei",
    "Titel\n=====\n\nUnter\n-----",
    "# Ende #\n\n# \\#\n\n#",
    "###### Sechs\n\n# Eins",
    "#kein Titel\n#",
    "- a\n- b",
    "* a\n\n* b",
    "+ a\n+ b\n\n- c\n- d",
    "- a\n  - b\n    - c\n- d",
    "- a\n\n  zweiter Absatz\n- b",
    "-\n- b\n-",
    "- - - a",
    "1. a\n2. b",
    "7) a\n8) b",
    "1. a\n1) b\n2) c",
    "0. null",
    "1. a\n   - b\n\n     c\n2. d",
    "999999999. a\n1. b",
    "- a\n\n\n- b\n\nText",
    "30. Juni",
    "am\n30. Juni\n1. Juli",
    "1986\\. Ein Jahr",
    "\\- kein Punkt\n\\+ auch\n\\* nicht",
    "-kein\n+auch\n1.nicht",
    "> Zitat\nfaul weiter",
    "> a\n>\n> > b\n>\n> - c",
    "> # Titel im Zitat",
    "> a\n\n> b",
    "- > a\n\n  > b",
    ">",
    "\\> keins",
    "---",
    "***\n___\n- - -",
    "a\n\n---\n\nb",
    "- a\n\n  ---\n- ***",
    "a\n\\---\nb\n\\===",
    "```\ncode\n```",
    "~~~ruby x y\n`` ` ```\n~~~",
    "````\n```\n````",
    "```\noffen\n\n# kein Titel",
    "- ```\n  a\n\n    b\n  ```",
    "    code",
    "```\n```",
    "> ```\n> offen",
    "``` a&amp;b\nx\n```",
    "[a](b)",
    '[a](<b c> "T \\" t")',
    "[a](b(c)d 'x')",
    "[](leer)",
    "[a *b* `c`](d)",
    "[a]\n\n[a]: b 'T'",
    '![Bild *x*](a.png "T")',
    "[![i](a)](b)",
    "a![b](c)! ![d]",
    "![a ![b](c) [d](e)](f)",
    "<https://example.org/a?b=c&d=ü>",
    "<eine@mail.de>",
    "[x](javascript:alert(1))",
    "!\\[a](b)",
    "[a][b] [c]",
    "[^1]: Fuß",
    "[a \\] \\[b](c) [d]",
    "- [ ] offen\n- [x] fertig",
    "[a](b\\)c) [d](e&amp;f) [g](h&#10;i)",
    "| a | b |\n|---|:-:|\n| c | d |",
    "a | b\n- | -\n`x\\|y` | **z**",
    "| a |\n|--|\n| b \\| c \\\\ |\nText",
    "a | b\n\\--|--",
    ":-\n|-|",
    "- | a | b |\n  |---|---|\n  | c | d |",
    "| a | b |\n|--:|---|\n| 1 |",
    "| a\n| -",
    "<script>alert(1)</script>",
    "A & B <Test>",
    "<!-- offen",
    "<div>\n\n*x*",
    "a <b>c</b> <br/> <?php ?> <![CDATA[x]]>",
    "]]> {{ x }} {% raw %}",
    "&amp; &lt; &copy; &nbsp;| &#35; &#0; &bogus; &",
    "\\&amp; \\< \\` \\_ \\| \\~ \\a C:\\Daten\\",
    "&#32;a &#9;b&#32;",
    "&#10;&#13;a",
    "\u00a0 mitte\u00a0mitte 😀 e\u0301 \u200d\u202e",
    "*\u00a0a* *&nbsp;b*",
    "a\x0b\x0c\x1fb",
    "\x00 und \ufffd",
    "Ende \\",
    "Ende\\\\\nweiter",
]


def _ohne_stufe(text: str) -> str:
    return re.sub(r"(</?h)[1-6]>", r"\1>", text)


def _pruefe(text: str, tokens: list[Token], *, unveraendert: bool = False) -> None:
    """Compare with what the text means; if ``unveraendert``, no block may be shown as typed instead."""
    soll_tokens, definitionen = gemeint(text)
    soll, ist = _bloecke(soll_tokens), _bloecke(tokens)
    soll = [block for block in soll if html(block) != "<p></p>\n"]
    assert len(ist) == len(soll) if not definitionen else len(ist) >= len(soll)
    zeilen = re.sub(r"\r\n?", "\n", text).replace("\0", "\ufffd").split("\n")
    for gemeinter, gelesener in zip(soll, ist, strict=False):
        if _normal(gemeinter) == _normal(gelesener):
            continue
        assert not unveraendert, (html(gemeinter), html(gelesener))
        anfang, ende = gemeinter[0].map or [0, 0]
        assert gelesener[0].type == "fence"
        assert gelesener[0].content == "\n".join(zeilen[anfang:ende]) + "\n"


def _normal(tokens: list[Token]) -> str:
    """HTML without what is meant to differ: level and line breaks of headings, the open end of a fence, tightness."""
    for nummer, token in enumerate(tokens):
        if token.type == "fence" and token.content:
            token.content = token.content.removesuffix("\n") + "\n"
        if token.type == "heading_open":
            for kind in tokens[nummer + 1].children or []:
                if kind.type in ("softbreak", "hardbreak"):
                    kind.type, kind.tag, kind.content = "text", "", " "
        if token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = False
    return _ohne_stufe(html(tokens)).replace("<p></p>\n", "")


def _bloecke(tokens: list[Token]) -> list[list[Token]]:
    bloecke: list[list[Token]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            bloecke.append([])
        bloecke[-1].append(token)
    return bloecke


@pytest.mark.parametrize("text", KONSTRUKTE)
def test_each_construct_keeps_its_meaning(text: str) -> None:
    _pruefe(text, zwischen(umgeben(Absatz(text))), unveraendert=True)


@pytest.mark.parametrize("text", KONSTRUKTE)
def test_tight_lists_stay_tight(text: str) -> None:
    soll, _ = gemeint(text)
    ist = zwischen(umgeben(Absatz(text)))
    enge = [[t.hidden for t in tokens if t.type == "paragraph_open" and t.level > 1] for tokens in (soll, ist)]
    assert enge[0] == enge[1]


@pytest.mark.parametrize("text", KONSTRUKTE)
def test_writing_twice_changes_nothing(text: str) -> None:
    einmal = umgeben(Absatz(text)).partition("#### Die Frage\n\n")[2].partition("\n\n#### Danach")[0]
    zweimal = umgeben(Absatz(einmal)).partition("#### Die Frage\n\n")[2].partition("\n\n#### Danach")[0]
    assert einmal == zweimal


STUECKE = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "__",
        "~~",
        "`",
        "```",
        "~~~",
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        "&amp;",
        "&#10;",
        "&nbsp;",
        "\\",
        "\n",
        "\n\n",
        "  \n",
        " ",
        "    ",
        "\t",
        "- ",
        "+ ",
        "1. ",
        "30) ",
        "> ",
        "# ",
        "### ",
        "===",
        "---",
        "| a | b |\n| - | - |\n",
        "|",
        "[a]",
        "[a]: /u\n",
        "<!--",
        "-->",
        "<div>",
        "<a href='x'>",
        "<http://x.de>",
        "a",
        "Wort",
        "ü",
        "e\u0301",
        "\u00a0",
        "😀",
        "3",
        "!",
        ".",
        "\r\n",
        "{{ x }}",
        "{% raw %}",
        "]]>",
        "\x0b",
    ]
)
MARKDOWN = st.lists(STUECKE | st.text(max_size=3), max_size=25).map("".join)


@given(MARKDOWN)
def test_any_answer_keeps_its_meaning(text: str) -> None:
    _pruefe(text, zwischen(umgeben(Absatz(text))))


@given(MARKDOWN, MARKDOWN, MARKDOWN)
def test_no_answer_leaves_its_place(text: str, grund: str, zelle: str) -> None:
    ausgabe = umgeben(Absatz(text), Entfallen(grund), Tabelle(("A", "B"), ((zelle, text), (grund, zelle))))
    buch = gelesen(ausgabe)
    aeussere = [ueberschrift for ueberschrift in buch.ueberschriften if ueberschrift[0] <= 4]
    assert aeussere == [
        (1, "Bericht"),
        (2, "1 Organisation"),
        (3, "1.1 Personal"),
        (4, "Die Frage davor"),
        (4, "Die Frage"),
        (4, "Danach"),
    ]
    stellen = dict(zip(buch.ueberschriften, buch.html[1:], strict=True))
    assert stellen[(4, "Die Frage davor")] == "<ul>\n<li>davor</li>\n</ul>\n"
    assert buch.html[-1] == "<p>danach</p>\n"
    kinder = [kind for token in buch.tokens for kind in token.children or []]
    assert not [t for t in [*buch.tokens, *kinder] if t.type.startswith("html")]


@given(MARKDOWN)
def test_headings_of_an_answer_leave_out_no_level(text: str) -> None:
    tokens = zwischen(umgeben(Absatz(text)))
    stufen = [4] + [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert all(5 <= folgende <= stufe + 1 for stufe, folgende in pairwise(stufen))


def test_definitions_hold_for_their_answer_only_and_are_not_lost() -> None:
    ausgabe = umgeben(Absatz("[a] [A][a]\n\n[a]: https://example.org 'T'\n[nie]: /x\n"), Absatz("[a]"))
    assert html(zwischen(ausgabe)) == (
        '<p><a href="https://example.org" title="T">a</a> <a href="https://example.org" title="T">A</a></p>\n'
        "<p>[nie]: /x</p>\n<p>[a]</p>\n"
    )


@pytest.mark.parametrize("rahmen", ["", "> "])
def test_cells_that_no_column_holds_are_not_lost(rahmen: str) -> None:
    tabelle = "| a | b |\n|---|---|\n| 1 | 2 | *3* | 4 |\n| 1 || x |".replace("\n", "\n" + rahmen)
    gelesene = html(zwischen(umgeben(Absatz(rahmen + tabelle))))
    assert re.findall("<td>(.*)</td>", gelesene) == ["1", "2 | *3* | 4", "1", "| x"]


def test_list_that_only_a_definition_made_loose_is_still_a_list() -> None:
    assert html(zwischen(umgeben(Absatz("- [a]\n\n  [a]: /u")))) == '<ul>\n<li><a href="/u">a</a></li>\n</ul>\n'


@pytest.mark.parametrize("text", ["> " * 150 + "tief", "- " * 150 + "tief"])
def test_what_is_too_deep_for_the_parser_is_shown_as_typed(text: str) -> None:
    [block] = zwischen(umgeben(Absatz(text)))
    assert (block.type, block.content) == ("fence", text + "\n")


@pytest.mark.parametrize("text", ["*a **b " * 3000, "![" * 500, "`" * 3000, "_a" * 5000])
def test_deep_emphasis_is_no_fault(text: str) -> None:
    _pruefe(text, zwischen(umgeben(Absatz(text))))


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0"])
def test_blank_answer_prints_nothing(text: str) -> None:
    assert zwischen(umgeben(Absatz(text))) == []


def test_lists_of_two_blocks_do_not_become_one() -> None:
    tokens = zwischen(umgeben(Absatz("- a"), Absatz("- b"), Absatz("1. c"), Absatz("1. d"), Absatz("2. e")))
    assert [t.type for t in tokens if t.level == 0 and t.nesting == 1] == ["bullet_list_open"] * 2 + [
        "ordered_list_open"
    ] * 3


def test_gender_star_needs_no_rule_of_its_own_in_other_parsers() -> None:
    assert FREMD.render("Bürger\\*innen") in html(zwischen(umgeben(Absatz("Bürger*innen"))))

"""Plain files are read by lines, with the result that libyaml gives, or not at all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.geruest import geruest
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.findings import limits
from kmut_cli.source import decode as decoding
from kmut_cli.source.decode import FORBIDDEN, decode
from kmut_cli.source.lines import Lines
from kmut_cli.source.parse import parse
from kmut_cli.source.quick import read_plain
from tests.fuzz.umfang import umfang

WURZEL = Path(__file__).parents[2]
FILES = [
    *sorted(path for folder in ("examples", "tests/cli/golden", "tests/documents/golden") for path in
            (WURZEL / folder).rglob("*.yaml")),
    *sorted((WURZEL / "kmut_cli/documents/kennzahlen/kataloge").glob("*.yaml")),
]  # fmt: skip
FAULTY = {  # what is wrong with these, or odd about them, is none of this reader's business
    "anfuehrungszeichen", "doppelpunkt", "doppelt", "einrueckung", "einrueckung-ungleich", "leer", "leerzeichen",
    "text-ohne-block", "zwei-dokumente",
}  # fmt: skip


def typed(data: Any) -> Any:
    """Data with the order of keys and the types of values, which ``==`` would pass over."""
    if isinstance(data, dict):
        return [dict, *((key, typed(value)) for key, value in data.items())]
    return [list, *map(typed, data)] if isinstance(data, list) else (type(data), data)


def agree(text: str) -> bool:
    """Compare both ways of reading; gives whether the quick one was sure."""
    decoded = decode(text.encode())
    if not decoded.parseable:
        return False
    quick = read_plain(decoded.text)
    if quick is None:
        return False
    data, problems = parse(decoded.text, Lines(decoded.text))
    assert problems == [], decoded.text
    assert typed(quick) == typed(data), decoded.text
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(WURZEL)))
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_files_of_ours_are_plain(path: Path, end: str) -> None:
    text = decode(path.read_bytes()).text.replace("\n", end)
    assert agree(text) is not (path.parent.name == "fehlerhaft" and path.stem in FAULTY)


@pytest.mark.parametrize(("art", "ausgabe"), [(art, ausgabe) for art in arten() for ausgabe in arten()[art]])
def test_scaffolds_are_plain(art: str, ausgabe: str) -> None:
    assert agree(geruest(dokumenttyp(art, ausgabe), art, ausgabe, 2026))


PLAIN = [
    "a: b", "a: b\n", "a:\n", "a:", "a: b  \n\n  \n", "\n\n# x\n  # y\na: b\n# z", "a: 1\nb: 2\nc:\n",
    # what stands for an open answer, and what does not
    "a: ~\nb: null\nc: Null\nd: NULL\ne: nULL\nf: '~'\ng: \"null\"\nh: ''\ni: \"\"\n",
    # signs within a text, and comments behind it
    "a: 10:00\nb: x:y\nc: a#b\nd: -5\ne: -x\nf: --\ng: ---\nh: x - y\ni: ä 😀 „x“\nj: C:\\x\nk: it's\nl: a \"b\" c\n",
    "a: b # c\nb:  # c\nc: 'd' # e\nd: \"e\"  # f\ne: | # g\n  h\nf: [i] # j\ng: x #! y\nh: y #\ni: x # a: b\n",
    "a: x # §5\nb: x ## y\n", "a: x\n# c\nb: y\n   # c\nc: z\n",
    # quotes
    "a: 'it''s'\nb: ''''\nc: \"a\\\"b\\\\c\"\nd: '  x '\ne: \"# x: y\"\nf: '\\n'\ng: \"'\"\n",
    # lists
    "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\nd: e\n", "a:\n  -\n  - \n  - c\n",
    "a:\n- b: c\n  d: e\n- f:\n  - g\nh: i\n", "a:\n  -   b: c\n      d: e\n  - f\n",
    "a:\n  -\n    b: c\n  -\n    - d\n", "a:\n- b:\n- c:\n", "a:\n    - b\nc:\n  - d\n",
    "a:\n  # x\n  - b\n# y\n  - c # z\n", "a:\n- |\n x\n- c\n", "a:\n  - 'b'\n  - \"c\"\n  - [d]\n  - {e: f}\n",
    "a:\n- -1\n- --- x\n",
    # mappings
    "a:\n  b:\n    c: d\n  e: f\ng:\n h: i\n", "a:\n  b:\nc:\n", "a:\n   b: c\n", "ä.b-c_1: d\n2020: e\n", "a:   b\n",
    # blocks of text
    "a: |\n  b\n\n  c\n\n\nd: |-\n  e\n\nf: |+\n  g\n\nh: i\n", "a: |\n  b\n    c\n   d\n  \n      \n  e\n",
    "a: |\n\n\n  b\n", "a: |\n  # b\n  c: d\n  - e\n  \tx\n", "a: |\nb: c\n", "a: |-\n\n\nb: c\n", "a: |",
    "a: |\n  b", "a: |\n  b\n ", "a: |\n  b\n  ", "a: |\n  b\n    ", "a: |-\n  b\n   \n",
    "a: |\n  b  \n   c\n# d\ne: f\n", "a:\n  b: |\n      c\n      d\n  e: |\n    f\n", "a: |\n  ---\n  ...\n  %x\n",
    "a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n  g\nh: >+\n  i\n\nj: k\n", "a: >\n\n  b\n  c", "a:\n- >-\n  b\n  c\n",
    "a: |\n  b\n# c\nd: e\n", "a: |+\n  b\n\n   \n\nc: d\n", "a: |+\n  b\n\n  ",
    # a text in several lines
    "a: b\n  c\n", "a: b\n  c\n\n\n  d  \ne: f\n", "a:\n- b\n  c\n- d\n", "a: b\n  - c\n  'd'\n", "a: null\n  x\n",
    "a: b\n  c # d\ne: f\n", "a: b\n c",
    # brackets
    "a: [b, c d, -1, 'e', \"f\", ~, null]\n", "a: {b: c, d: 'e', f: \"g, h\", i: ~}\n",
    "a: []\nb: {}\nc: [ ]\nd: { }\n", "a: [b, {c: d}, [e, [f]], {}]\n", "a: {b: [c, d], e: {f: g}}\n",
    "a: [ b , c ]\n", "a: [it's, a-b, (c)]\n", "a: {b.c: d, ä: e}\n",
    "a: [[], b, {}, {c: {}, d: []}]\n",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert agree(text)
    assert agree(text.replace("\n", "\r\n"))


DOUBTFUL = [
    "", "\n", "# a", "a", "- a", "[a]", "{a: b}", "a: b: c", "a: b:", "a:b", "a: - b", "a: -", "a: ? b", "? a\n: b",
    "a: ?b", "a: :b", "a: &b c", "a: *b", "a: !b c", "a: %b", "a: @b", "a: `b", "a: b #c", "a: b # 5", "a: 'b' #c",
    "a: 'b'#c", "a: 'b' c", "a: 'b\n  c'", "a: \"b\n  c\"", "a: \"\\n\"", "a: \"\\x41\"", "a: 'b", "a: b\na: c",
    "a:\n  b: 1\n  b: 2", "a: {b: 1, b: 2}", "null: a", "Null:\n", "a:\n- null: b", "a: {null: b}", "~: a", "<<: a",
    "'a': b", "a b: c", "a : b", "a\t: b", "a:\tb", "a: b\tc", "\ta: b", "a:\n\tb: c", " a: b", "a: b\n c: d\n",
    "a:\n  b: c\n d: e", "a:\n  - b\n c: d", "a:\n  - b\n  c: d", "a: b\n- c", "a:\n b\n", "a:\n  'b'\n",
    "a: ~\n  b: c", "a: # b\n- c\nd\n", "a: b # c\n  d", "a: b\n# c\n  d", "a: b\n  # c\n  d", "a: 'b'\n  c",
    "a: b\n  c: d", "a: b\n  c #d", "a: [b\n  , c]", "a: [b", "a: [b]]", "a: {b]", "a: [b,]", "a: [b: c]", "a: {b}",
    "a: {b: }", "a: {b:c}", "a: [?b]", "a: [b?c]", "a: [10:00]", "a: [b#c]", "a: [b]#c", "a: [b] c", "a: [*b]",
    "a: [- b]", "a: [-]", "a: ['b' c]", "a: [b 'c', ]", "a: [[b] c]", "a: [, b]", "a: [b, 'c'd]", "- a: b\n",
    "---\na: b", "a: b\n...\n", "a: b\n---\nc: d", "%YAML 1.2\n---\na: b", "a: |2\n   b", "a: |\n    b\n  c\nd: e",
    "a: |\n   \n  b\n", "a: |\n\tb", "a: |\n  b\n\tc\n", "a: | b\n", "a: |x\n", "a: |#b\n  c", "a: |+\nb: c\n",
    "a: >\n  b\n    c\n  d", "a: >\n   b\n    \n   c", "a:\n- - b", "a:\n- ? b", "a: b\rc: d", "a: b\r\nc: d\re: f\n",
    "a\u00a0: b", "a: \u00a0b", "a: b\n  c:\n  d", "x" * 200 + ": a", "a:\n  b\n  c: d", "a: |\n  b\n c\n",
    "a: b\n\n  # c\n  d\n", "-\n", "a:\n-b\n", "a:\n  -b: c\n- d\n",
    "a:\n  b:\n- c\n", "a:\n  b:\n c: d\n", "a:\n- b:\n    c:\n  - d\n", "a:\n  - b:\n - c\n",
]  # fmt: skip


@pytest.mark.parametrize("text", DOUBTFUL)
def test_doubtful(text: str) -> None:
    assert not agree(text)


def test_limits_of_a_file_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(limits.TIEFE.variable, "3")
    assert agree("a:\n  b:\n    c: d\n")
    assert agree("a:\n  - b: c\n")
    assert agree("a: [[b]]\n")
    assert agree("a:\n  - [b]\n")
    for text in (
        "a:\n  b:\n    c:\n      d: e\n",
        "a:\n- b:\n  - c\n",
        "a: [[[b]]]\n",
        "a: [[[]]]\n",
        "a:\n  - [[b]]\n",
        "a: [{b: {}}]\n",
    ):
        assert read_plain(text) is None
    monkeypatch.setenv(limits.ANGABEN.variable, "7")
    assert agree("a: [b, {c: d}]\n")
    assert read_plain("a: [b, c, {c: d}]\n") is None
    assert agree("abcdefgh: ijklmnop\nb: c\nd: e\n")
    assert read_plain("abcdefgh: ijklmnop\nb: c\nd: e\nf:\n") is None


# Texts of some n lines or signs, which might take a reader for ever.
HOSTILE: list[Callable[[int], str]] = [
    lambda n: "\n" * n, lambda n: "# x\n" * n, lambda n: " # x\n\n" * n, lambda n: "a:\n" + " \n" * n,
    lambda n: "a: |\n" + "  b\n" * n, lambda n: "a: |\n" + "  b\n \n" * n, lambda n: "a: |\n" + "\n" * n,
    lambda n: "a: |\n" + " " * n + "b\n", lambda n: "a: >\n" + "  b\n\n" * n, lambda n: "a: b\n" + "  c\n" * n,
    lambda n: "a: b\n" + "\n" * n, lambda n: "a: b\n" + " \n" * n + "  c", lambda n: 'a: "' + "\\\\" * n + '"',
    lambda n: "a: '" + "''" * n + "'", lambda n: "a: " + "[" * n, lambda n: "a: " + "[" * 50 + "]" * n,
    lambda n: "a: [" + "b, " * n, lambda n: "a: [" + "b, " * n + "c]", lambda n: "a" * n,
    lambda n: "a: " + " " * n + "#",
    lambda n: "a: b" + " " * n + "c", lambda n: "a: b" + " #" * n, lambda n: "- " * n, lambda n: "a:" + "\n -" * n,
    lambda n: "a:\n" + "- b:\n  - c\n" * n, lambda n: "".join(f"a{number}:\n" for number in range(n)),
    lambda n: "".join(f"a{number}: |\n  b\n\n" for number in range(n)),
    lambda n: "".join(f"{' ' * depth}a:\n" for depth in range(min(n, 500))),
    lambda n: "".join(f"{' ' * depth}a: |\n" for depth in range(min(n, 500))),
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_end(text: Callable[[int], str]) -> None:
    agree(text(3))
    agree(text(150))
    read_plain(text(30_000))


BITS = st.sampled_from([
    *" \n:-#|>'\"[]{},?&*!%@`~a0.+\t\r\\", "\n\n", "  ", "    ", "\n  ", "\n    ", ": ", "- ", " #", " # ", "# 1",
    "|\n", "|-\n", "|+\n", ">\n", ">-\n", "a: ", "b:\n", "- c: ", "null", "''", '""', '\\"', "---\n", "...\n",
    "\r\n", "[a, b]", "{a: b}", "\n\t", " \n", "\n- ", "\n# c\n", "\n  # c\n", "\u00a0", "\u3000", "\ufffd",
    "\ufeff", "\u2028", "ä", "😀",
])  # fmt: skip
CORPUS = [path for path in FILES if path.parent.name != "fehlerhaft"]
SEED = (
    "dokument: x\na:\n  - b: c\n    d: |\n      eins\n\n      zwei\n    e: 'x''y'   # n\n  - f\n"
    'g: {h: i, j: "k l", m: [n, o]}\n'
    "p: text\n  geht weiter\n\n  hier\nq:\n- r\n- s: t\nu: >-\n  v\n  w\nz:\n"
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Some chapters of a file, or a small file with everything in it, with a few changes."""
    if draw(st.booleans()):
        text = SEED
    else:
        chapters = re.split(r"(?m)^(?=\w)", draw(st.sampled_from(CORPUS)).read_text("utf-8"))
        start = draw(st.integers(0, len(chapters) - 1))
        text = "".join(chapters[start : start + 2])[:1500]
    for _ in range(draw(st.integers(1, 3))):
        at, cut = draw(st.integers(0, len(text))), draw(st.sampled_from([0, 0, 1, 2, 5]))
        text = text[:at] + draw(BITS | st.just("")) + text[at + cut :]
    return text


VALUES = st.sampled_from([
    "x", "y z", "", "~", "x: y", "x # c", "#c", "'q'", "'it''s'", '"q"', '"a\\"b"', "'a' b", "|", "|-", "|+", ">", ">-",
    "| # c", "[a, b]", "[]", "{}", "[a, {b: c}]", "{a: b, c: [d, 'e']}", "[a", "[a: b]", "-x", "- y: z", "10:00",
    "x:", "x #y",
    "[a] # b", "?x", "x\u00a0", "-",
])  # fmt: skip


@st.composite
def by_lines(draw: st.DrawFn) -> str:
    """Lines in the plain style, mostly indented in a way that means something."""
    lines, columns = [], [0]
    for _ in range(draw(st.integers(1, 10))):
        column = draw(
            st.sampled_from([columns[-1], columns[-1], columns[-1] + 2, columns[0], columns[-1] + 1, *columns])
        )
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["", " ", "    ", "# c", "    # c", "  x"])))
            continue
        dash = draw(st.sampled_from(["", "", "- ", "-   "]))
        key = (
            draw(st.sampled_from(["a: ", "b: ", "c: ", "d: ", "e: ", ""]))
            if dash
            else draw(st.sampled_from("abcdefgh")) + ": "
        )
        lines.append((" " * column + dash + key + draw(VALUES)).rstrip(" "))
        columns = [before for before in columns if before <= column] + [column + len(dash)]
    return "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n  ", "\n\n# c\n"]))


@umfang(60)
@given(mutated())
def test_mutated_files(text: str) -> None:
    agree(text)


@umfang(120)
@given(by_lines())
def test_lines_in_the_plain_style(text: str) -> None:
    agree(text)


@umfang(120)
@given(st.lists(BITS, max_size=25))
def test_random_text(bits: list[str]) -> None:
    agree("a: " + "".join(bits))


def test_forbidden_characters_are_found_in_bytes_as_in_text() -> None:
    for number in (*range(0x300), *range(0x1FF0, 0x2100), 0xD7FF, *range(0xE000, 0xE010), *range(0xFE00, 0x10010)):
        text = f"aä{chr(number)}€"
        assert decoding._may_hold_forbidden(text.encode(), text) is bool(FORBIDDEN.search(text)), hex(number)
        assert bool(decode(text.encode()).problems) is bool(FORBIDDEN.search(text))


ONLY_LIBYAML_WHERE_NEEDED = """
import sys
from kmut_cli.source.reader import read_source
assert read_source("f", b"a: b").data == {"a": "b"}
assert not any("yaml" in name for name in sys.modules)
assert read_source("f", b"a: *b").findings
assert "_ruamel_yaml" in sys.modules or "ruamel.yaml.clib._ruamel_yaml" in sys.modules
"""


def test_a_plain_file_needs_no_libyaml() -> None:
    subprocess.run([sys.executable, "-c", ONLY_LIBYAML_WHERE_NEEDED], cwd=WURZEL, check=True)

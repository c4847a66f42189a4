"""Where problems of the notation are shown: line and column as an editor counts them."""

from __future__ import annotations

import pytest

from kmut_cli.source.reader import read_source

E_ACUTE = "e\u0301"

CASES = [
    # what is in the file, code, line, column, end column
    ("dokument: x\na:\n\tb: 1\n", "KM111", 3, 1, 2),
    ("a:\n  b: 1\n \tc: 1\n", "KM111", 3, 2, 3),
    ("a:\n  - b\n\t- c\n", "KM111", 3, 1, 2),
    ("a: |\n\tText\n", "KM111", 2, 1, 2),
    ("a: b\n  c: d\n", "KM112", 2, 3, 4),
    ("a:\n  b: 1\n c: 2\n", "KM112", 3, 2, 6),
    ("a: 1\n- b\n", "KM112", 2, 1, 4),
    ("- a\nb: 1\n", "KM112", 2, 1, 5),
    ("ä:\n  - ü: 1\n - ö: 2\n", "KM112", 3, 2, 8),
    ("a:b\nc: 1\n", "KM113", 1, 1, 3),
    ("a:b\n", "KM113", 1, 1, 3),
    ("c: 1\nname:Müller\nd: 1\n", "KM113", 2, 1, 6),
    ("c:\n  - d:e\n    f: 1\n", "KM113", 2, 5, 7),
    ("a:\u00a0b\nc: 1\n", "KM113", 1, 1, 3),
    ("ort: Höfe: klein\n", "KM114", 1, 10, 11),
    (f"a: 😀{E_ACUTE}: x\n", "KM114", 1, 7, 8),
    ("a: https://x.de\nb: c: d\n", "KM114", 2, 5, 6),
    ("a: 1\nText ohne\nb: 2\n", "KM115", 2, 1, 10),
    ('a: ü\nb: "offen\nc: 1\n', "KM116", 2, 4, 10),
    ("b: \"deutsch“\n", "KM116", 1, 4, 13),
    ("ä: \"x\nb: \"y\"\nc: 1\n", "KM116", 1, 4, 6),
    ("a: 'x\n", "KM116", 1, 4, 6),
    ("a: 'it's gut'\n", "KM117", 1, 8, 14),
    ("ä: \"ö\" und\n", "KM117", 1, 8, 11),
    ("a: [1, 2\nb: 1\n", "KM118", 1, 4, 5),
    ("ü: {b: 1\nc: 1\n", "KM118", 1, 4, 5),
    ("a: [x] y\n", "KM123", 1, 8, 9),
    ("ä: {x}}\n", "KM123", 1, 7, 8),
    ("ä: {e: [x] y, z}\n", "KM123", 1, 12, 17),
    ("ä: {e: ö: c}\n", "KM114", 1, 9, 10),
    ("ä: {e: Wer?}\n", "KM122", 1, 11, 12),
    ("ä: {e: 12:30}\n", "KM122", 1, 10, 11),
    ("ä: [a, ?x]\n", "KM122", 1, 8, 9),
    ("ä: {?x: 1}\n", "KM122", 1, 5, 6),
    ("ä: [:0]\n", "KM122", 1, 5, 6),
    ("a: [b,, c]\n", "KM118", 1, 7, 8),
    ("a: @x\n", "KM119", 1, 4, 5),
    ("ä: **fett**\n", "KM119", 1, 4, 5),
    ("ä:\n  - *kursiv* Text\n", "KM119", 2, 5, 6),
    ("a: & Co\n", "KM119", 1, 4, 5),
    ("a: %x\n", "KM119", 1, 4, 5),
    ("a: `x`\n", "KM119", 1, 4, 5),
    ("a: |x\n  y\n", "KM119", 1, 4, 5),
    ("ä: - b\n", "KM120", 1, 4, 5),
    ('ä: "C:\\Users"\n', "KM121", 1, 7, 9),
    ('ä: "\\ud800"\n', "KM121", 1, 5, 7),
    ("ä: 1\nö: 2\nä: 3\n", "KM130", 3, 1, 2),
    (f"x: {{ü: {E_ACUTE}😀, ü: 2}}\n", "KM130", 1, 13, 14),
    ("a: 1\r\nb: 2\r\nb: 3\r\n", "KM130", 3, 1, 2),
    ("a: 1\rb: 2\rb: 3", "KM130", 3, 1, 2),
    ("\ufeffä: 1\nä: 2\n", "KM130", 2, 1, 2),
    ("a: 1\n---\nb: 2\n", "KM131", 2, 1, 4),
    ("- a\n", "KM132", 1, 1, 2),
    ("# Kopf\nnur Text\n", "KM132", 2, 1, 9),
    ("ä: {{ name }}\n", "KM133", 1, 5, 6),
    ("~: x\n", "KM133", 1, 1, 2),
    ("a:\n  : x\n", "KM133", 2, 3, 4),
    ("ü: &x {a: 1}\nä: {<<: *x}\n", "KM134", 2, 5, 7),
    ("ä: !!str x\n", "KM135", 1, 4, 9),
    ("ä: &x !t [*x]\n", "KM135", 1, 7, 9),
    ("ö: *x\n", "KM136", 1, 4, 6),
    ("ö: &x [*x]\n", "KM137", 1, 8, 10),
    ("ö: &Co KG\n", "KM140", 1, 4, 7),
    ("ö: Raum #12 \n", "KM141", 1, 9, 12),
    ("a:\n\u00a0\u00a0b: 1\n", "KM142", 2, 1, 4),
    ("a: 1\n\u2003b: c\n", "KM142", 2, 1, 3),
    ("ä: x\x00y\n", "KM105", 1, 5, 6),
    ("ä: x\u2028y\n", "KM105", 1, 5, 6),
    ("ä: x\ufeffy\n", "KM105", 1, 5, 6),
    ('ä: "x\\e"\n', "KM105", 1, 4, 9),
    ('ä: "x\\r"\n', "KM105", 1, 4, 9),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", "KM106", 2, 1, 13),
    ("<<<<<<< HEAD\r\na: 1\r\n=======\r\n>>>>>>> x\r\n", "KM106", 1, 1, 13),
    ("%FALSCH\n---\na: 1\n", "KM110", 1, 8, 9),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "end"), CASES, ids=[f"{c[1]}-{n}" for n, c in enumerate(CASES)]
)
def test_first_finding(text: str, code: str, line: int, column: int, end: int) -> None:
    finding = read_source("f.yaml", text.encode()).findings[0]
    assert (finding.code, finding.line, finding.column, finding.end_column) == (code, line, column, end)
    assert finding.path == "f.yaml"
    assert finding.message
    assert finding.help
    assert "\n" not in finding.message + finding.help


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nur Kommentar\n", b"---\n", b"\xef\xbb\xbf"])
def test_empty_files_concern_the_file_as_a_whole(content: bytes) -> None:
    source = read_source("f", content)
    assert source.data is None
    assert [(f.code, f.line, f.column, f.end_column) for f in source.findings] == [("KM104", 0, 0, 0)]


def test_source_line_is_the_line_without_its_end() -> None:
    finding = read_source("f", "a: 1\r\nä: Größe: x\r\n".encode()).findings[0]
    assert finding.source_line == "ä: Größe: x"


def test_duplicate_key_names_the_first_line_and_the_path() -> None:
    finding = read_source("f", b"x:\n  - a: 1\n    b: 2\n    a: 3\n").findings[0]
    assert "Zeile 2" in finding.message
    assert finding.location == "x[0].a"


def test_forbidden_characters_are_counted_by_kind() -> None:
    source = read_source("f", b"a: x\x0by\x0bz\nb: \x07\n")
    assert [(f.line, f.column) for f in source.findings] == [(1, 5), (2, 4)]
    assert "noch 1-mal" in source.findings[0].message
    assert source.data == {"a": "x\ufffdy\ufffdz", "b": "\ufffd"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(opening: str) -> None:
    source = read_source("f", b"a:\n  " + opening.encode() * 10_000)
    assert source.data is None
    assert source.findings[-1].code in {"KM139", "KM107"}


def test_depth_counts_what_aliases_stand_for() -> None:
    half = "[" * 60 + "]" * 60
    deeper = f"a: &a {half}\nb: {'[' * 60}*a{']' * 60}\n"
    assert [f.code for f in read_source("f", deeper.encode()).findings] == ["KM139"]
    assert read_source("f", f"a: &a {half}\nb: {'[' * 30}*a{']' * 30}\n".encode()).findings == ()


@pytest.mark.parametrize("node", ["[{}]", "{{{}}}"])
def test_alias_bomb_is_refused(node: str) -> None:
    pairs = "x: *s{0}, y: *s{0}" if node != "[{}]" else "*s{0}, *s{0}"
    lines = ["s0: &s0 lol"] + [f"s{n}: &s{n} {node.format(pairs.format(n - 1))}" for n in range(1, 60)]
    source = read_source("f", "\n".join(lines).encode())
    assert [f.code for f in source.findings] == ["KM138"]


def test_long_text_repeated_by_aliases_is_refused() -> None:
    text = f"a: &a {'x' * 10_000}\nb: [{', '.join(['*a'] * 200)}]\n"
    assert [f.code for f in read_source("f", text.encode()).findings] == ["KM138"]


def test_findings_on_one_huge_line_share_its_text() -> None:
    source = read_source("f", b"{" + b"a: 1, " * 300 + b"}")
    texts = {id(f.source_line) for f in source.findings}
    assert (len(source.findings), len(texts)) == (101, 1)

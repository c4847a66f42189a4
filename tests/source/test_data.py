"""What is read: plain data in which nothing typed is changed."""

from __future__ import annotations

import pytest

from kmut_cli.source.reader import read_source

TEXT = "dokument: x\nname: Łukasz Żółć\nziele:\n  - ziel: a\n    wichtig: ja\n  - b\ntext: |\n  eins\n\n  zwei\n"
DATA = {
    "dokument": "x",
    "name": "Łukasz Żółć",
    "ziele": [{"ziel": "a", "wichtig": "ja"}, "b"],
    "text": "eins\n\nzwei\n",
}


@pytest.mark.parametrize(
    "typed",
    [
        "75.000", "03357", "1_000", "0x1F", "12:30", "2023-13-01", "2023-05-14",
        "true", "ja", "No", "on", ".inf", "1e3", "nULL", "--", "a#b",
        "?x", "C:\\x", "„a",
    ],
)  # fmt: skip
def test_every_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert read_source("f", f"a: {typed}\n".encode()).data == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_unquoted_null_is_none_and_quoted_is_text(typed: str) -> None:
    source = read_source("f", f"a: {typed}\nb: '{typed}'\nc: \"{typed}\"\nd: [{typed or '~'}]\n".encode())
    assert source.data == {"a": None, "b": typed, "c": typed, "d": [None]}
    assert source.findings == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("final", [True, False])
def test_line_ends_byte_order_mark_and_missing_last_line_end_simply_work(end: str, bom: str, final: bool) -> None:
    text = TEXT + "ende: da\n"
    content = (bom + (text if final else text.rstrip("\n")).replace("\n", end)).encode()
    source = read_source("f", content)
    assert source.findings == ()
    assert source.data == {**DATA, "ende": "da"}
    assert source.content == content


def test_json_is_read_too() -> None:
    assert read_source("f", b'{"a": [1, {"b": null}], "c": "\\u00e4\\n"}').data == {"a": ["1", {"b": None}], "c": "ä\n"}


def test_aliases_stand_for_their_anchor() -> None:
    source = read_source("f", b"a: &a {x: 1}\nb: *a\nc: [*a, &t text, *t]\n*t : d\n")
    assert source.data == {"a": {"x": "1"}, "b": {"x": "1"}, "c": [{"x": "1"}, "text", "text"], "text": "d"}
    assert source.findings == ()


def test_directive_and_document_marks_are_allowed_once() -> None:
    source = read_source("f", b"%YAML 1.2\n---\na: 1\n...\n")
    assert (source.data, source.findings) == ({"a": "1"}, ())


def test_recoverable_errors_leave_the_rest_to_be_read() -> None:
    text = 'a: 1\na: 2\nb: !x c\n<<: {z: 1}\n[k]: v\n~: w\nd: *weg\ne: {f: 1, f: 2}\ng: "x\\ay"\nh: ok\n'
    source = read_source("f", text.encode())
    assert source.data == {"a": "1", "b": "c", "d": None, "e": {"f": "1"}, "g": "x\ufffdy", "h": "ok"}
    assert [(f.code, f.line, f.column) for f in source.findings] == [
        ("KM130", 2, 1), ("KM135", 3, 4), ("KM134", 4, 1), ("KM133", 5, 1), ("KM133", 6, 1), ("KM136", 7, 4),
        ("KM130", 8, 11), ("KM105", 9, 4),
    ]  # fmt: skip


def test_problems_before_a_syntax_error_are_kept() -> None:
    source = read_source("f", b"a: 1\na: 2\nb: c: d\n")
    assert source.data is None
    assert [f.code for f in source.findings] == ["KM130", "KM114"]


def test_second_document_is_reported_and_the_first_is_read() -> None:
    source = read_source("f", b"a: 1 #x\n---\n]broken[ #x\n[?a\n")
    assert source.data == {"a": "1"}
    assert [(f.code, f.line) for f in source.findings] == [("KM141", 1), ("KM131", 2)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_refused_but_read_on(encoding: str) -> None:
    source = read_source("f", "name: Müller – Söhne\nname: x\n".encode(encoding))
    assert source.data == {"name": "Müller – Söhne"}
    assert [f.code for f in source.findings] == ["KM101", "KM130"]
    assert "UTF-8" in source.findings[0].help
    assert source.findings[1].line == 2


def test_mixed_encodings_name_the_first_bad_byte_and_count_the_others() -> None:
    source = read_source("f", "a: ä".encode() + b" \xe4 \xfc\nb: \x81\n")
    assert source.data == {"a": "ä ä ü", "b": "\ufffd"}
    (finding,) = source.findings
    assert (finding.line, finding.column, finding.end_column) == (1, 6, 7)
    assert "Byte E4" in finding.message
    assert "„ä“" in finding.message
    assert "noch 2 solche Stellen" in finding.message

"""Whatever the bytes are: no exception, places inside the file, and the same structure as another parser."""

from __future__ import annotations

import io
import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_structure import DUPLICATE_KEY as RULE

SEED = (
    "dokument: taetigkeitsbericht\nziele:\n  - ziel: größer 😀 #5\n    wichtig: ja\n"
    "  - {a: [1, ?z, 'it''s'], b: \"x\\n\"}\n"
    "text: |\n  eins\n\n  zwei\nanker: &a {x: y}\nverweis: *a\nlang: ein\n  zwei\n? k\n: v\nleer:\n"
)
BITS = st.sampled_from(
    [*"\t\n\r :-?#&*!|>'\"%@`{}[],~<=", "<<: ", "---\n", "...\n", "&a ", "*a", "!!str ", "\\", "\u00a0", "\u2028",
     "\ufeff", "\0", "\x85", "ä", "😀", "e\u0301", "a: ", "- ", "\n  ", "\n\t", "<<<<<<< HEAD\n", "\r\n", '"',
     "\\x", "null"]
)  # fmt: skip


ENGLISH = re.compile(r"\b(?:found|while|expected|allowed|did not|invalid|parsing|scanning)\b")


def walk(data: Any, loc: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [loc]
    if isinstance(data, dict):
        for key, value in data.items():
            found += walk(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            found += walk(value, (*loc, index))
    return found


def texts(data: Any) -> list[str]:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return [data] if isinstance(data, str) else [text for part in inner for text in texts(part)]


def check(source: Source) -> None:
    """Everything that holds for any file."""
    lines = re.split(r"\r\n|\r|\n", source.text)
    asked = walk(source.data)[:50]
    findings = [*source.findings, *(source.finding(RULE, loc, "M") for loc in asked)]
    findings += [source.finding(RULE, (*loc, "fehlt"), "M", key=True) for loc in asked]
    for finding in findings:
        assert finding.message
        assert "\n" not in finding.message + finding.help
        assert not ENGLISH.search(finding.message + finding.help)
        if finding.line == 0:
            assert (finding.column, finding.end_column, finding.source_line) == (0, 0, "")
            continue
        assert finding.source_line == lines[finding.line - 1]
        assert 1 <= finding.column <= len(finding.source_line) + 1
        assert finding.column < finding.end_column <= len(finding.source_line) + 2
    if source.data is None:
        assert source.findings
    for loc in asked:
        source.is_plain(loc)


@given(st.binary(max_size=300))
def test_random_bytes(content: bytes) -> None:
    check(read_source("f", content))


@given(st.text(max_size=300))
def test_random_text(text: str) -> None:
    check(read_source("f", text.encode("utf-8", "surrogatepass")))


@given(st.lists(BITS, max_size=40))
def test_random_yaml_like_text(bits: list[str]) -> None:
    check(read_source("f", "".join(bits).encode()))


@given(st.lists(st.tuples(st.integers(0, len(SEED)), st.integers(0, 4), BITS), min_size=1, max_size=5))
def test_mutated_yaml(changes: list[tuple[int, int, str]]) -> None:
    text = SEED
    for at, cut, bit in changes:
        text = text[:at] + bit + text[at + cut :]
    check(read_source("f", text.encode()))


@given(st.lists(st.tuples(st.integers(0, len(SEED.encode())), st.binary(max_size=3)), min_size=1, max_size=4))
def test_yaml_with_foreign_bytes(changes: list[tuple[int, bytes]]) -> None:
    content = SEED.encode()
    for at, foreign in changes:
        content = content[:at] + foreign + content[at + 1 :]
    check(read_source("f", content))


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), max_size=30
)
KEYS = st.text("abcäöü_", min_size=1, max_size=8)
TREES = st.recursive(
    TEXTS
    | st.none()
    | st.sampled_from(["a\n\nb\n", " x ", "1", "ja", "#a", "- b", "a: b", "'", '"', "\\", "&a", "…\n"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


# Texts that libyaml (YAML 1.1) reads in [ ] and { } only with quotes, while the writer sets none.
NEEDS_QUOTES_IN_BRACKETS = re.compile(r"[?:]")


def written(data: Any, *, flow: bool) -> str:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5), st.booleans())
def test_what_another_writer_writes_is_read_as_it_was(data: dict[str, Any], flow: bool) -> None:
    assume(not flow or not any(NEEDS_QUOTES_IN_BRACKETS.search(text) for text in texts(data)))
    source = read_source("f", written(data, flow=flow).encode())
    assert source.findings == ()
    assert source.data == data
    check(source)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5), st.booleans())
def test_places_of_values_hold_the_values(data: dict[str, Any], flow: bool) -> None:
    source = read_source("f", written(data, flow=flow).encode())
    for loc in walk(source.data):
        value: Any = source.data
        for part in loc:
            value = value[part]
        if isinstance(value, str) and source.is_plain(loc):
            finding = source.finding(RULE, loc, "M")
            marked = finding.source_line[finding.column - 1 : finding.end_column - 1]
            assert value.startswith(marked.rstrip())

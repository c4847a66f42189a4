"""Findings on values: the place a reader would point at."""

from __future__ import annotations

import pytest

from kmut_cli.findings.finding import Severity
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_structure import DUPLICATE_KEY as RULE

TEXT = """\
# Kopf
dokument: x
ärger: "größer 😀" # Anmerkung
leer:
gruppe:
  ziele:
    - ziel: e\u0301ins
      text: |
        erste Zeile
          zweite TODO Zeile

        30. Juni
    - [a, ü, {k: v}]
    -
  gefaltet: >-
    Ein Text
    über zwei   Zeilen
  lang: ein Wort
    und weiter
  einfach: 'it''s'
anker: &a {x: y, liste: [1]}
verweis: *a
"""


@pytest.fixture(scope="module")
def source() -> Source:
    read = read_source("f.yaml", TEXT.encode())
    assert read.findings == ()
    return read


def place(source: Source, loc: tuple[str | int, ...], **more: object) -> tuple[int, int, int]:
    finding = source.finding(RULE, loc, "Meldung", **more)  # type: ignore[arg-type]
    assert finding.source_line == TEXT.split("\n")[finding.line - 1]
    return (finding.line, finding.column, finding.end_column)


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        (("dokument",), (2, 11, 12), (2, 1, 9)),
        (("ärger",), (3, 8, 18), (3, 1, 6)),
        (("leer",), (4, 1, 5), (4, 1, 5)),  # nothing there: the key
        (("gruppe",), (5, 1, 7), (5, 1, 7)),  # a block collection: its key
        (("gruppe", "ziele"), (6, 3, 8), (6, 3, 8)),
        (("gruppe", "ziele", 0), (7, 7, 18), (7, 7, 18)),
        (("gruppe", "ziele", 0, "ziel"), (7, 13, 18), (7, 7, 11)),
        (("gruppe", "ziele", 0, "text"), (8, 13, 14), (8, 7, 11)),
        (("gruppe", "ziele", 1), (13, 7, 21), (13, 7, 21)),
        (("gruppe", "ziele", 1, 1), (13, 11, 12), (13, 11, 12)),
        (("gruppe", "ziele", 1, 2, "k"), (13, 18, 19), (13, 15, 16)),
        (("gruppe", "ziele", 2), (14, 5, 6), (14, 5, 6)),  # an empty item: its dash
        (("gruppe", "gefaltet"), (15, 13, 15), (15, 3, 11)),
        (("gruppe", "lang"), (18, 9, 17), (18, 3, 7)),
        (("anker", "x"), (21, 15, 16), (21, 12, 13)),
        (("verweis",), (22, 10, 12), (22, 1, 8)),
        (("verweis", "liste", 0), (22, 10, 12), (22, 1, 8)),  # inside an alias: where the alias stands
        ((), (2, 1, 12), (2, 1, 9)),
    ],
)
def test_existing_value_and_its_key(
    source: Source, loc: tuple[str | int, ...], value: tuple[int, int, int], key: tuple[int, int, int]
) -> None:
    assert place(source, loc) == value
    assert place(source, loc, key=True) == key


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        (("fehlt",), (2, 1, 9)),  # missing in the head: the first key
        (("gruppe", "fehlt", "tiefer"), (5, 1, 7)),
        (("gruppe", "ziele", 0, "fehlt"), (7, 7, 18)),
        (("gruppe", "ziele", 7), (6, 3, 8)),
        (("dokument", "antwort"), (2, 1, 9)),
        (("verweis", "fehlt"), (22, 1, 8)),
    ],
)
def test_missing_value_is_shown_at_the_key_of_what_exists(
    source: Source, loc: tuple[str | int, ...], expected: tuple[int, int, int]
) -> None:
    assert place(source, loc) == expected


@pytest.mark.parametrize(
    ("loc", "word", "expected"),
    [
        (("gruppe", "ziele", 0, "text"), "TODO", (10, 18, 22)),
        (("gruppe", "ziele", 0, "text"), "30. Juni", (12, 9, 17)),
        (("gruppe", "gefaltet"), "über", (17, 5, 9)),
        (("gruppe", "lang"), "weiter", (19, 9, 15)),
        (("ärger",), "😀", (3, 16, 17)),
        (("gruppe", "einfach"), "s", (20, 12, 19)),  # doubled quotes: the value as a whole
        (("verweis", "x"), "y", (22, 10, 12)),
    ],
)
def test_place_within_a_text(
    source: Source, loc: tuple[str | int, ...], word: str, expected: tuple[int, int, int]
) -> None:
    value = source.data
    for part in loc:
        value = value[part]
    assert place(source, loc, offset=value.index(word), length=len(word)) == expected


def test_finding_carries_rule_severity_path_location_and_texts(source: Source) -> None:
    finding = source.finding(RULE, ("gruppe", "ziele", 0), "Meldung", "Hilfe", severity=Severity.INFO)
    assert (finding.code, finding.severity, finding.path) == (RULE.code, Severity.INFO, "f.yaml")
    assert (finding.message, finding.help, finding.location) == ("Meldung", "Hilfe", "gruppe.ziele[0]")
    assert source.finding(RULE, (), "Meldung").severity is RULE.severity


@pytest.mark.parametrize(
    ("loc", "plain"),
    [
        (("dokument",), True),
        (("ärger",), False),
        (("gruppe", "lang"), True),
        (("gruppe", "ziele", 0, "text"), False),
        (("gruppe", "einfach"), False),
        (("gruppe",), False),
        (("verweis", "x"), True),
        (("verweis",), False),
        (("fehlt", 3), False),
        ((), False),
    ],
)
def test_is_plain(source: Source, loc: tuple[str | int, ...], plain: bool) -> None:
    assert source.is_plain(loc) is plain


@pytest.mark.parametrize("content", [b"", b"a: [", b"PK\x03\x04", b"\xff\xfea\0"])
def test_findings_can_be_asked_of_files_that_are_not_readable(content: bytes) -> None:
    finding = read_source("f", content).finding(RULE, ("a", 0), "Meldung")
    assert (finding.line, finding.column) == (1, 1)


def test_of_a_key_that_stands_twice_the_first_is_meant() -> None:
    source = read_source("f", b"a: 1\na: {b: 2}\n")
    assert source.finding(RULE, ("a",), "Meldung").line == 1
    assert source.is_plain(("a",))

"""What a person sees in the file after a change, case by case."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Loc, Severity
from kmut_cli.source.edit import Append, Change, EditError, Flow, Insert, Plain, Remove, Set, edit
from kmut_cli.source.positions import Node, build_positions
from kmut_cli.source.reader import Source, read_source

EXAMPLES = Path(__file__).parents[2] / "examples"
ORDER = ("a", "b", "c", "d")


def changed(text: str, *changes: Change) -> str:
    return edit(read_source("x.yaml", text.encode()), changes, lambda _: ORDER).decode()


def refused(text: str | bytes, *changes: Change) -> EditError:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(EditError) as caught:
        edit(read_source("x.yaml", content), changes)
    return caught.value


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("a: eins\n", "zwei", "a: zwei\n"),
        ("a: eins", "zwei", "a: zwei"),
        ("a: entwurf   # solange etwas fehlt\n", "final", "a: final   # solange etwas fehlt\n"),
        ("a:          # kommt noch\nb: 1\n", "da", "a: da          # kommt noch\nb: 1\n"),
        ("a:\n", Plain("2024-05"), "a: 2024-05\n"),
        ("a: ~\n", Plain("ja"), "a: ja\n"),
        ("a: 39\n", "40", 'a: "40"\n'),
        ("a: 39\n", Plain("40"), "a: 40\n"),
        ("a: 'it''s'\n", "it's so", "a: 'it''s so'\n"),
        ('a: "2020"\n', "2026", 'a: "2026"\n'),
        ("a: >-\n  eins\n  zwei\n\nb: 1\n", "drei", "a: drei\n\nb: 1\n"),
        ("a: eins\n  zwei   # c\nb: 1\n", "drei", "a: drei   # c\nb: 1\n"),
        ('a: "eins\n\n  zwei"\nb: 1\n', "drei", 'a: "drei"\nb: 1\n'),
        ("a: eins   # c\nb: 1\n", None, "a:   # c\nb: 1\n"),
        ("a: |  # c\n  eins\n\nb: 1\n", None, "a:  # c\n\nb: 1\n"),
        ("a: {b: 1, c: 2}\n", "x", "a: x\n"),
        ("a:\n  b: 1  # weg\n  # auch\n  c: 2\nd: 1\n", "x", "a: x\nd: 1\n"),
        ("a:\n  eins\nb: 1\n", "zwei", "a:\n  zwei\nb: 1\n"),
        ("a: 1\n", {}, "a: {}\n"),
        ("a: 1\n", [], "a: []\n"),
        ("a: [1, 2]  # c\n", ["x", "y, z"], 'a: [x, "y, z"]  # c\n'),
        ("a:   # c\n", ["x", {"b": "1 2", "c": None}], "a:   # c\n  - x\n  - b: 1 2\n    c:\n"),
        ("a: 1\nb:\n- x\n", ["y"], "a:\n- y\nb:\n- x\n"),
        ("a: 1\nb:\n    c: 1\n", {"d": "x"}, "a:\n    d: x\nb:\n    c: 1\n"),
    ],
)
def test_set(old: str, value: Any, new: str) -> None:
    assert changed(old, Set(("a",), value)) == new


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("a:\n# c\nb: 1\n", "x\ny\n", "a: |\n  x\n  y\n# c\nb: 1\n"),
        ("a:\n", "x\ny", "a: |-\n  x\n  y\n"),
        ("a:\n", "x\n\n\n", "a: |+\n  x\n\n\n"),
        ("a:\n\nb: 1\n", "x\n\n\n", 'a: "x\\n\\n\\n"\n\nb: 1\n'),
        ("a: eins  # c\n", "x\ny\n", "a: |  # c\n  x\n  y\n"),
        ("a: >+  # c\n   eins\n\n\nb: 1\n", "x\n\ny\n", "a: |  # c\n  x\n\n  y\nb: 1\n"),
        ("a:\n", "  tief\nflach\n", "a: |2\n    tief\n  flach\n"),
        ("a:\n", "\tTab\nflach", "a: |2-\n  \tTab\n  flach\n"),
        ("a:\n", "\n\nspät\n", "a: |\n\n\n  spät\n"),
        ("a:\n", "# so: \"x\"\n- y\\z \n", "a: |\n  # so: \"x\"\n  - y\\z \n"),
        ("a:\n", "x\n \n", "a: |\n  x\n   \n"),
        ("a:\n  # gehört nicht zum Text\nb: 1\n", "x\ny\n", "a: |\n   x\n   y\n  # gehört nicht zum Text\nb: 1\n"),
        ("a:", "x\ny\n", "a: |\n  x\n  y\n"),
        ("a: |\n  x\n  y", "x\nz", "a: |-\n  x\n  z"),
        ("a:\r\nb: 1\r\n", "x\ny\n", "a: |\r\n  x\r\n  y\r\nb: 1\r\n"),
        ("a:\rb: 1\r", "x\ny\n", "a: |\r  x\r  y\rb: 1\r"),
        ("a:\n", "\n", 'a: "\\n"\n'),
    ],
)  # fmt: skip
def test_set_text_of_several_lines(old: str, value: str, new: str) -> None:
    assert changed(old, Set(("a",), value)) == new
    assert read_source("x.yaml", new.encode()).data["a"] == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Wort", "Wort"),
        ("Stadt „Beispiel“ – Süd", "Stadt „Beispiel“ – Süd"),
        ("10:00–16:00", "10:00–16:00"),
        ("27./28.04.2015", "27./28.04.2015"),
        ("12", '"12"'),
        ("03357", '"03357"'),
        ("1.5e3", '"1.5e3"'),
        ("0x1F", '"0x1F"'),
        (".inf", '".inf"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        ("2024-05-01", '"2024-05-01"'),
        ("2024-05", "2024-05"),
        ("nein", "nein"),
        ("a: b", '"a: b"'),
        ("ende:", '"ende:"'),
        ("Raum #12", "Raum #12".join('""')),
        ("- x", '"- x"'),
        ("@x", '"@x"'),
        ("{x}", '"{x}"'),
        ("C:\\Ordner", "C:\\Ordner"),
        ('"so"', '"\\"so\\""'),
        ("mit\tTab", '"mit\\tTab"'),
        (" vorn", '" vorn"'),
        ("hinten ", '"hinten "'),
        ("\u00a0vorn", '"\u00a0vorn"'),
        ("😀", "😀"),
        ("---", '"---"'),
    ],
)
def test_quotes_only_where_they_are_needed(value: str, written: str) -> None:
    assert changed("a:\n", Set(("a",), value)) == f"a: {written}\n"


def test_text_that_looks_plain_but_cannot_be_is_quoted() -> None:
    assert changed("a:\n", Set(("a",), Plain("x: y"))) == 'a: "x: y"\n'
    assert changed("a:\n", Set(("a",), Plain("null"))) == 'a: "null"\n'


def test_long_lines_are_never_wrapped() -> None:
    text = "sehr lang " * 100 + "ende"
    assert changed("a:\n", Set(("a",), text)) == f"a: {text}\n"


@pytest.mark.parametrize(
    ("old", "loc", "new"),
    [
        ("a: 1\nc: 2\n", ("b",), "a: 1\nb: x\nc: 2\n"),
        ("a: 1\n\n# zu c\nc: 2\n", ("b",), "a: 1\nb: x\n\n# zu c\nc: 2\n"),
        ("a: 1\n# zu a\n\nc: 2\n", ("b",), "a: 1\n# zu a\nb: x\n\nc: 2\n"),
        ("a:\n  x: 1\n  # zu x\nc: 2\n", ("b",), "a:\n  x: 1\n  # zu x\nb: x\nc: 2\n"),
        ("# Kopf\nb: 1\n", ("a",), "# Kopf\na: x\nb: 1\n"),
        ("z:\n  # zu b\n  b: 1\n", ("z", "a"), "z:\n  a: x\n  # zu b\n  b: 1\n"),
        ("z:\n  - b: 1\n    c: 2\n", ("z", 0, "a"), "z:\n  - a: x\n    b: 1\n    c: 2\n"),
        ("c: 2\na: 1\n", ("b",), "c: 2\na: 1\nb: x\n"),
        ("z: 1\ny: 2\n", ("neu",), "z: 1\ny: 2\nneu: x\n"),
        ("a: 1", ("b",), "a: 1\nb: x"),
        ("a: |\n  Text", ("b",), "a: |-\n  Text\nb: x"),
        ("a: |\n  Text\n\n\nc: 1\n", ("b",), "a: |\n  Text\nb: x\n\n\nc: 1\n"),
        ("a: |+\n  Text\n\n\nc: 1\n", ("b",), "a: |+\n  Text\n\n\nb: x\nc: 1\n"),
        ("a:\nb: 1\n", ("a", "c", "d"), "a:\n  c:\n    d: x\nb: 1\n"),
        ("a:   # c\nb:\n    c: 1\n", ("a", "d"), "a:   # c\n    d: x\nb:\n    c: 1\n"),
        ("a: {}\n", ("a", "b"), "a:\n  b: x\n"),
        ("a: {b: 1}\n", ("a", "c"), "a: {b: 1, c: x}\n"),
        ("a: {c: 1}\n", ("a", "b"), "a: {b: x, c: 1}\n"),
        ("a: {\n  b: 1, # eins\n  c: 2  # zwei\n}\n", ("a", "d"), "a: {\n  b: 1, # eins\n  c: 2,  # zwei\n  d: x\n}\n"),
        ('{"a": 1}\n', ("b",), '{"a": 1, "b": "x"}\n'),
        ("a: 1\r\nc: 2\r\n", ("b", "d"), "a: 1\r\nb:\r\n  d: x\r\nc: 2\r\n"),
        ("a: 1\n", ("l", 0, "b"), "a: 1\nl:\n  - b: x\n"),
        ("a: 1\nb: 2\n---\n", ("c",), None),
        ("", ("a", "b"), "a:\n  b: x\n"),
        ("# nur Kopf", ("a",), "# nur Kopf\na: x\n"),
    ],
)
def test_missing_keys_come_where_they_belong(old: str, loc: Loc, new: str | None) -> None:
    if new is None:
        refused(old, Set(loc, "x"))
        return
    assert changed(old, Set(loc, "x")) == new


@pytest.mark.parametrize(
    ("old", "change", "new"),
    [
        ("a:\n  - x\nb: 1\n", Append(("a",), "y"), "a:\n  - x\n  - y\nb: 1\n"),
        ("a:\n- x  # c\n# zu b\nb: 1\n", Append(("a",), "y"), "a:\n- x  # c\n- y\n# zu b\nb: 1\n"),
        ("a:\n  -   b: 1\n", Append(("a",), {"b": "x", "c": "y"}), "a:\n  -   b: 1\n  -   b: x\n      c: y\n"),
        ("a:\nb: 1\n", Append(("a",), {"c": "x"}), "a:\n  - c: x\nb: 1\n"),
        ("a: []\n", Append(("a",), "x"), "a:\n  - x\n"),
        ("a: [x]\n", Append(("a",), "y"), "a: [x, y]\n"),
        ("a: [x,]\n", Append(("a",), {"b": "1:2"}), 'a: [x, {b: "1:2"},]\n'),
        ("b: 1\n", Append(("a",), "x"), "a:\n  - x\nb: 1\n"),
        ("a:\n  - x\n", Append(("a",), "eins\nzwei\n"), "a:\n  - x\n  - |\n    eins\n    zwei\n"),
        ("a:\n  - x\n  # zu y\n  - y\n", Insert(("a", 1), "neu"), "a:\n  - x\n  - neu\n  # zu y\n  - y\n"),
        ("a:\n  - x\n", Insert(("a", 0), {"b": "1 2"}), "a:\n  - b: 1 2\n  - x\n"),
        ("a:\n  - x\n", Insert(("a", 1), "y"), "a:\n  - x\n  - y\n"),
        ("a: [x]\n", Insert(("a", 0), "y"), "a: [y, x]\n"),
        ("a: 1\n# zu b\nb: 2\nc: 3\n", Remove(("b",)), "a: 1\n# zu b\nc: 3\n"),
        ("a: 1\nb: |\n  Text\n\nc: 3\n", Remove(("b",)), "a: 1\n\nc: 3\n"),
        ("a:\n  b: 1\nc: 3\n", Remove(("a", "b")), "a:\nc: 3\n"),
        ("a:\n  - x\n  - y  # c\n", Remove(("a", 1)), "a:\n  - x\n"),
        ("a:\n  - b: 1\n    c: 2\n", Remove(("a", 0, "b")), "a:\n  - c: 2\n"),
        ("a: [x, y, z]\n", Remove(("a", 1)), "a: [x, z]\n"),
        ("a: {b: 1}\n", Remove(("a", "b")), "a: {}\n"),
        ("a: 1\nb: 2", Remove(("b",)), "a: 1"),
    ],
)
def test_entries_come_and_go(old: str, change: Change, new: str) -> None:
    assert changed(old, change) == new


def test_comments_in_a_list_stay_when_only_an_entry_changes() -> None:
    old = "a:\n  - b: 1  # eins\n    # dazu\n    c: 2\n  - b: 3  # drei\nd: 4\n"
    new = changed(old, Set(("a",), [{"b": "1", "c": Plain("neu")}, {"b": "3"}, {"b": Plain("5")}]))
    assert new == "a:\n  - b: 1  # eins\n    # dazu\n    c: neu\n  - b: 3  # drei\n  - b: 5\nd: 4\n"


def test_what_is_there_already_is_not_written_anew() -> None:
    text = "a:   'x'\nb: [ 1,2 ]\n"
    assert changed(text, Set(("a",), "x"), Set(("b",), ["1", "2"])) == text


def test_byte_order_mark_stays() -> None:
    source = read_source("x.yaml", codecs.BOM_UTF8 + b"a: 1\r\n")
    assert edit(source, [Set(("a",), "x"), Set(("b",), "y")]) == codecs.BOM_UTF8 + b"a: x\r\nb: y\r\n"


def test_changes_that_are_made_at_once() -> None:
    old = "a:\n  b: 1\n  c: 2\n# zu d\nd: 3  # drei\n"
    assert changed(old, Remove(("a", "c")), Set(("d",), "x"), Remove(("a", "b"))) == "a:\n# zu d\nd: x  # drei\n"
    assert changed(old, Set(("a",), "x"), Set(("a",), "y"), Remove(("d",))) == "a: y\n# zu d\n"
    assert changed(old, Set(("c",), "x"), Set(("b",), "y")) == old.replace("# zu d\n", "b: y\nc: x\n# zu d\n")


def test_many_entries() -> None:
    new = changed("a:\n", *(Append(("a",), f"Nummer {number}") for number in range(300)))
    assert new.count("\n  - Nummer") == 300


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Sizes of what was read to prove changes: each reading takes as long as all that was written so far."""
    sizes: list[int] = []

    def read(path: str, content: bytes) -> Source:
        sizes.append(len(content))
        return read_source(path, content)

    monkeypatch.setattr("kmut_cli.source.edit.read_source", read)
    return sizes


@pytest.mark.parametrize("old", ["a:\n- 0\n# c\n- 1\n- 2\n", "a: [0, 1, 2]\n", "a: []\n", "a:\n", "b: 1\n"])
def test_entries_between_others_are_made_at_once(old: str, readings: list[int]) -> None:
    count = 3 if "0" in old else 0
    changes: list[Change] = [Append(("a",), f"n{number}") for number in range(100)]
    changes += [Insert(("a", (number * 7) % (count + 100 + number + 1)), f"i{number}") for number in range(100)]
    result = read_source("x", changed(old, *changes).encode()).data["a"]
    expected = ["0", "1", "2"][:count] + [f"n{number}" for number in range(100)]
    for number in range(100):
        expected.insert((number * 7) % (len(expected) + 1), f"i{number}")
    assert result == expected
    assert len(readings) == 1


@pytest.mark.parametrize("change", [Append(("a",), "x" * 600), Insert(("a", 0), "x" * 600), Set(("b",), "x" * 600)])
def test_a_file_that_would_be_too_large_is_refused_at_once(change: Change, readings: list[int]) -> None:
    text = "a:\n  - 1\n" + ("# " + "x" * 77 + "\n") * (limits.DATEI.vorgabe // 80 - 5)
    error = refused(text, *[change] * 10 if not isinstance(change, Set) else [change, Set(("c",), "x" * 600)])
    assert "größer als 5 Megabyte" in error.message
    assert error.help
    assert len(readings) <= 2


REASON = {"entfaellt": "weil, so"}


@pytest.mark.parametrize(
    ("old", "change", "new"),
    [
        ("a:   # c\nb: 1\n", Set(("a",), Flow(REASON)), 'a: {entfaellt: "weil, so"}   # c\nb: 1\n'),
        ("a: x\n", Set(("a",), Flow(REASON)), 'a: {entfaellt: "weil, so"}\n'),
        ("a:\n  b: 1\n  c: 2\nd: 1\n", Set(("a",), Flow(REASON)), 'a: {entfaellt: "weil, so"}\nd: 1\n'),
        ("b: 1\n", Set(("a", "c"), Flow(REASON)), 'a:\n  c: {entfaellt: "weil, so"}\nb: 1\n'),
        ("a:\n  - 1\n", Append(("a",), Flow(REASON)), 'a:\n  - 1\n  - {entfaellt: "weil, so"}\n'),
        (
            "a:\n",
            Set(("a",), Flow({"antwort": Plain("ja"), "wann": [Plain("2025"), "39"], "leer": None})),
            'a: {antwort: ja, wann: [2025, "39"], leer: null}\n',
        ),
        ("a:\n", Set(("a",), Flow({"x": "eins\nzwei"})), "a:\n  x: |-\n    eins\n    zwei\n"),
        ("a:\n", Set(("a",), Flow({"x": ["eins\nzwei"]})), "a:\n  x:\n    - |-\n      eins\n      zwei\n"),
        ("a:\n", Set(("a",), Flow({"x": "w" * 112})), "a: {x: " + "w" * 112 + "}\n"),
        ("a:\n", Set(("a",), Flow({"x": "w" * 113})), "a:\n  x: " + "w" * 113 + "\n"),
        ("c: 1\n", Set(("a", "b"), Flow({"x": "w" * 111})), "a:\n  b:\n    x: " + "w" * 111 + "\nc: 1\n"),
        ("a:\n", Set(("a",), Flow()), "a: {}\n"),
    ],
)
def test_a_mapping_in_one_line(old: str, change: Change, new: str) -> None:
    assert changed(old, change) == new


@pytest.mark.parametrize(
    ("text", "change", "message"),
    [
        ("a: 1\na: 2\n", Set(("b",), "x"), "in Zeile 2 einen Fehler"),
        ("a: 1\n  b: 2\n", Set(("a",), "x"), "in Zeile"),
        ("a: größer\n".encode("cp1252"), Set(("a",), "x"), "nicht als UTF-8 gespeichert"),
        ("a: 1\n".encode("utf-16"), Set(("a",), "x"), "als UTF-16"),
        ("a: &x {b: 1}\nc: *x\n", Set(("c",), "x"), "gilt an mehreren Stellen"),
        ("a: &x {b: 1}\nc: *x\n", Set(("c", "b"), "x"), "gilt an mehreren Stellen"),
        ("a: &x {b: 1}\nc: *x\n", Set(("a", "b"), "x"), "gilt an mehreren Stellen"),
        ("a:\n  b: &x 1\nc: *x\n", Set(("a",), "x"), "gilt an mehreren Stellen"),
        ("a:\n  - b: &x 1\nc: *x\n", Remove(("a", 0)), "gilt an mehreren Stellen"),
        ("? a\n: 1\n", Set(("b",), "x"), "seltenen Schreibweise"),
        ("a: [b: 1]\n", Set(("a", 0, "c"), "x"), "seltenen Schreibweise"),
        ("a: Text\n", Set(("a", "b"), "x"), "steht ein Text"),
        ("a: Text\n", Append(("a",), "x"), "steht ein Text"),
        ("a: [1]\n", Set(("a", 3), "x"), "gibt es nicht"),
        ("a: 1\n", Remove(("b",)), "gibt es nicht"),
        ("a: 1\n", Set(("a",), "x\x07y"), "Signalton"),
        ("a: 1\n", Set(("a",), "x\r\ny"), "Wagenrücklauf"),
        ("a: [x, # c\n  y]\n", Remove(("a", 1)), "Kommentar"),
    ],
)
def test_refusals_say_why_in_german(text: str | bytes, change: Change, message: str) -> None:
    error = refused(text, change)
    assert message in error.message
    assert error.help
    assert not re.search(r"\b(?:found|expected|while|error)\b", error.message + error.help)


def test_anchors_elsewhere_do_no_harm() -> None:
    assert changed("a: &x {b: 1}\nc: *x\nd: 1\n", Set(("d",), "y")) == "a: &x {b: 1}\nc: *x\nd: y\n"


def test_no_plain_data_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError):
        changed("a: 1\n", Set(("a",), 3))
    with pytest.raises(ValueError, match="no place"):
        changed("a: 1\n", Set((), {}))


def _scalars(node: Node, loc: Loc = ()) -> list[tuple[Loc, Node]]:
    inner = [one for part, child in node.children.items() for one in _scalars(child, (*loc, part))]
    return inner if node.children else [(loc, node)]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("**/*.yaml")), ids=lambda path: str(path.relative_to(EXAMPLES)))
def test_answers_of_the_examples_there_and_back(path: Path) -> None:
    content = path.read_bytes()
    source = read_source(path.name, content)
    root = build_positions(source.text)
    if any(finding.severity is Severity.ERROR for finding in source.findings):
        if source.data is not None:
            refused(content, Set(("probe",), "x"))
        return
    assert root is not None
    scalars = _scalars(root)
    for loc, node in scalars[:: len(scalars) // 15 + 1]:
        value: Any = source.data
        for part in loc:
            value = value[part]
        new = edit(source, [Set(loc, "ein anderer Text")])
        first, count = source.text[: node.span[0]].count("\n"), source.text[slice(*node.span)].rstrip().count("\n") + 1
        old_lines, new_lines = content.decode().splitlines(), new.decode().splitlines()
        assert old_lines[:first] == new_lines[:first]
        assert old_lines[first + count :] == new_lines[first + 1 :]
        if (
            value is not None
            and node.style in ("", "'", '"', "|")
            and value == value.rstrip("\n") + "\n" * (node.style == "|")
        ):
            back = Plain(value) if node.style == "" else value
            assert edit(read_source(path.name, new), [Set(loc, back)]) == content, loc

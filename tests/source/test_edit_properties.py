"""Random documents in every notation, random changes: the data are the expected ones, and nothing else moves."""

from __future__ import annotations

import codecs
import copy
import re
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kmut_cli.findings.finding import Loc, Severity
from kmut_cli.source.edit import Append, Insert, Plain, Remove, Set, edit
from kmut_cli.source.positions import Node, build_positions
from kmut_cli.source.reader import Source, read_source

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/**/*.yaml"))
NAMES = ("alpha", "beta", "gamma", "delta", "epsilon")
BITS = st.sampled_from(
    ["Wort", "zwei Wörter", "", " ", "\n", "\n\n", "\t", "# kein Kommentar", ": ", " #", "- ", "? ", "'", '"', "\\",
     "„so“", "\u00a0", "😀", "{a}", "[b]", ", ", "&x", "*y", "!z", "|", ">", "%", "@", "`", "~", "null", "12", "1.5",
     "2024-05-01", "ja", "true", "---", "...", "=", "<<", "ende:", "  eingerückt", "nachgestellt  "]
)  # fmt: skip
TEXTS = st.lists(BITS, max_size=5).map("".join)
SHORT = st.sampled_from(
    ["neu", "ganz neu", "7", "a: b", "Zeile eins\nZeile zwei", "Absatz\n\nAbsatz\n", "  vorn\nhinten"]
)
VALUES = st.recursive(
    TEXTS | SHORT | st.none() | st.sampled_from([Plain("ja"), Plain("2024-05"), Plain("75.000")]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
    max_leaves=5,
)


class Writer:
    """Writes a random document; odd, but every line of it could have been typed."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.step = self.one(2, 2, 3, 4, 1)
        self.dash = self.one(2, 0, 0, 4, 1)
        self.item = self.one(2, 2, 3, 4)

    def one(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def comment(self) -> str:
        return str(self.one("", "", "", "   ", "  # Notiz", " # a: b"))

    def gap(self, column: int) -> list[str]:
        lines = []
        for _ in range(self.one(0, 0, 0, 1, 2, 3)):
            indent = self.one(column, column, column + 2, 0, column + 5)
            lines.append(self.one("", "", " " * column, " " * indent + "# Kommentar", " " * indent + "#- alt: 1"))
        return lines

    def scalar(self, column: int) -> tuple[str, list[str]]:
        """Text behind the colon, and lines below."""
        inside = " " * (column + self.one(1, 2, 4))
        kind = self.one("plain", "plain", "plain", "single", "double", "number", "empty", "tilde", "long", "longer",
                        "literal", "literal", "folded", "list", "map", "next", "rows")  # fmt: skip
        if kind in ("literal", "folded"):
            sign = ("|" if kind == "literal" else ">") + self.one("", "-", "+")
            lines = [inside + "Erster Absatz", *self.one([], [""], [inside + "  tiefer"]), inside + "- zweiter # Teil"]
            return sign + self.comment(), [*lines, *self.one([], [], ["", ""], [" " * column])]
        return {
            "plain": (f"ein Wert{self.comment()}", []),
            "single": (f"'it''s'{self.comment()}", []),
            "double": (f'"so \\"gut\\""{self.comment()}', []),
            "number": (f"39{self.comment()}", []),
            "empty": (self.comment(), []),
            "tilde": (f"~{self.comment()}", []),
            "long": ("beginnt hier", [inside + "und endet dort" + self.comment()]),
            "longer": ('"beginnt', ["", inside + 'und endet"' + self.comment()]),
            "list": (f"[a, 'b', 3]{self.comment()}", []),
            "map": (f"{{alpha: 1, beta: [x, {{gamma: y}}], epsilon: }}{self.comment()}", []),
            "rows": ("[", [inside + "a,", inside + "b", inside + "]" + self.comment()]),
            "next": (self.comment(), [inside + "steht darunter" + self.comment()]),
        }[kind]

    def value(self, column: int, depth: int, *, item: bool) -> tuple[str, list[str]]:
        kind = self.one("scalar", "scalar", "map", "list") if depth < 3 else "scalar"
        if kind == "scalar":
            return self.scalar(column)
        if kind == "list":
            below = column + (self.item if item else self.dash)
            lines = self.items(below, depth)
        else:
            below = column + (self.item if item else self.step)
            lines = self.mapping(below, depth)
        if item and self.one(True, True, False):
            return " " * (below - column - 2) + lines[0].lstrip(" "), lines[1:]
        return self.comment(), [*self.gap(below), *lines]

    def mapping(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        names = self.random.sample(NAMES, self.one(1, 2, 3, 4))
        for name in names:
            inline, below = self.value(column, depth + 1, item=False)
            lines += self.gap(column) if lines else []
            lines += [f"{' ' * column}{name}:{' ' if inline.strip() else ''}{inline}", *below]
        return lines

    def items(self, column: int, depth: int) -> list[str]:
        lines: list[str] = []
        for _ in range(self.one(1, 2, 3)):
            inline, below = self.value(column, depth + 1, item=True)
            lines += self.gap(column) if lines else []
            lines += [f"{' ' * column}-{' ' if inline.strip() else ''}{inline}", *below]
        return lines


def document(seed: int) -> Source:
    """A document drawn by chance itself: a strategy for each of its choices would take far longer."""
    writer = Writer(Random(seed))
    head = writer.one([], ["# Kopf", ""], ["# Kopf"], ["---"])
    lines = [*head, *writer.mapping(0, 0), *writer.gap(0)]
    line_break = writer.one("\n", "\n", "\r\n", "\r")
    text = line_break.join(lines) + writer.one(line_break, line_break, "")
    return read_source("x.yaml", writer.one(b"", b"", codecs.BOM_UTF8) + text.encode())


def _usable(source: Source) -> bool:
    return isinstance(source.data, dict) and not any(one.severity is Severity.ERROR for one in source.findings)


sources = st.integers(0, 2**32).map(document).filter(_usable)


def places(data: Any, loc: Loc = ()) -> list[Loc]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else []
    return [loc, *(inner for part, value in parts for inner in places(value, (*loc, part)))]


def at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def node_at(text: str, loc: Loc) -> Node:
    node = build_positions(text)
    for part in loc:
        assert node is not None
        node = node.children[part]
    assert node is not None
    return node


def decoded(content: bytes) -> str:
    """Without translating line ends, which `decode` leaves alone too."""
    return content.decode("utf-8-sig")


def read(content: bytes) -> Any:
    source = read_source("x.yaml", content)
    assert not [one for one in source.findings if one.severity is Severity.ERROR]
    return source.data


def rows(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)]


def is_subsequence(short: list[str], long: list[str]) -> bool:
    """Dashes aside: what comes before the first key of an item takes over its dash."""
    rest = iter([line.lstrip(" -") for line in long])
    return all(line.lstrip(" -") in rest for line in short)


@settings(max_examples=60)
@given(st.data())
def test_set_gives_the_expected_data_and_touches_no_other_line(data: Any) -> None:
    source = data.draw(sources)
    loc = data.draw(st.sampled_from(places(source.data)[1:]))
    value = data.draw(VALUES)
    new = edit(source, [Set(loc, value)])
    expected = copy.deepcopy(source.data)
    at(expected, loc[:-1])[loc[-1]] = value
    assert read(new) == expected
    assert new.startswith(codecs.BOM_UTF8) == source.content.startswith(codecs.BOM_UTF8)
    old_node, new_text = node_at(source.text, loc), decoded(new)
    above = source.text[: old_node.key_span[0] if old_node.key_span else old_node.span[0]]
    before = len(rows(above + "x")) - 1
    block = node_at(source.text, loc[:-1]).style == "-"
    if block and not rows(above + "x")[-1][:-1].strip():
        # An item below its dash.
        before = max(number for number in range(before) if rows(above)[number].lstrip().startswith("-"))
    assert rows(source.text)[:before] == rows(new_text)[:before]
    after = rows(source.text[old_node.span[1] :])[1:]
    assert not after or rows(new_text)[-len(after) :] == after


@settings(max_examples=60)
@given(st.data())
def test_set_within_a_line_changes_the_value_only(data: Any) -> None:
    source = data.draw(sources)
    inline = [loc for loc in places(source.data)[1:] if node_at(source.text, loc).style in ("", "'", '"')]
    inline = [loc for loc in inline if at(source.data, loc) is not None]
    assume(inline)
    loc = data.draw(st.sampled_from(inline))
    value = data.draw(TEXTS.filter(lambda text: "\n" not in text))
    new = decoded(edit(source, [Set(loc, value)]))
    old_start, old_end = node_at(source.text, loc).span
    start, end = node_at(new, loc).span
    assert source.text[:old_start] + source.text[old_end:] == new[:start] + new[end:]


@settings(max_examples=60)
@given(st.data())
def test_new_keys_only_add_lines_and_remove_gives_the_bytes_back(data: Any) -> None:
    source = data.draw(sources)
    mappings = [loc for loc in places(source.data) if isinstance(at(source.data, loc), dict)]
    here = data.draw(st.sampled_from(mappings))
    missing = [name for name in NAMES if name not in at(source.data, here)]
    assume(missing)
    loc = (*here, data.draw(st.sampled_from(missing)))
    below = (*loc, *data.draw(st.sampled_from([(), ("unten",), ("unten", 0, "tief")])))
    value = data.draw(VALUES)
    new = edit(source, [Set(below, value)], lambda _: NAMES)
    expected = copy.deepcopy(source.data)
    for part in reversed(below[len(loc) :]):
        value = {part: value} if isinstance(part, str) else [value]
    at(expected, here)[loc[-1]] = value
    assert read(new) == expected
    block = node_at(source.text, here).style == ":"
    ended = source.text.endswith(("\r", "\n"))
    if block and ended:
        assert is_subsequence(rows(source.text), rows(decoded(new)))
    if ended:
        assert edit(read_source("x.yaml", new), [Remove(loc)]) == source.content


@settings(max_examples=60)
@given(st.data())
def test_entries_come_and_go(data: Any) -> None:
    source = data.draw(sources)
    lists = [loc for loc in places(source.data) if isinstance(at(source.data, loc), list)]
    assume(lists)
    loc = data.draw(st.sampled_from(lists))
    value = data.draw(VALUES)
    index = data.draw(st.integers(0, len(at(source.data, loc))))
    changes: list[Any] = [Append(loc, value), Append(loc, "zwei"), Insert((*loc, index), value)]
    new = edit(source, changes)
    expected = copy.deepcopy(source.data)
    at(expected, loc).extend([value, "zwei"])
    at(expected, loc).insert(index, value)
    assert read(new) == expected
    if node_at(source.text, loc).style == "-" and source.text.endswith(("\r", "\n")):
        assert is_subsequence(rows(source.text), rows(decoded(new)))
        count = len(at(source.data, loc))
        back = [Remove((*loc, index)), Remove((*loc, count + 1)), Remove((*loc, count))]
        assert edit(read_source("x.yaml", new), back) == source.content


@settings(max_examples=60)
@given(st.data())
def test_removing_leaves_the_rest(data: Any) -> None:
    source = data.draw(sources)
    loc = data.draw(st.sampled_from(places(source.data)[1:]))
    expected = copy.deepcopy(source.data)
    del at(expected, loc[:-1])[loc[-1]]
    assume(expected)
    new = edit(source, [Remove(loc)])
    if not at(expected, loc[:-1]) and at(read(new), loc[:-1]) is None:
        at(expected, loc[:-2])[loc[-2]] = None
    assert read(new) == expected
    comments = [line for line in rows(source.text) if line.lstrip().startswith("#")]
    kept = [line for line in rows(decoded(new)) if line.lstrip().startswith("#")]
    assert is_subsequence(kept, comments)

"""Moving an entry of a list: no byte of it changes, and what is said about it goes with it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.findings.finding import Loc
from kmut_cli.source.edit import EditError, Move, edit
from kmut_cli.source.reader import read_source


def moved(text: str, loc: Loc, before: int) -> str:
    return edit(read_source("x.yaml", text.encode()), [Move(loc, before)]).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a:\n  - A   # gut\n  - 'B'  # strittig\n", "a:\n  - 'B'  # strittig\n  - A   # gut\n"),
        ("a:\n- A\n- B", "a:\n- B\n- A"),
        ("a: ['A',  B]  # c\n", "a: [B,  'A']  # c\n"),
        ("a:\n  - A\n\n  # zu B\n  - B\n\nb: 1\n", "a:\n  # zu B\n  - B\n\n  - A\n\nb: 1\n"),
        ("a:\r\n- {x: 1}\r\n- y: >-\r\n    1\r\n\r\n    2\r\n", "a:\r\n- y: >-\r\n    1\r\n\r\n    2\r\n- {x: 1}\r\n"),
        ("a:\n  - A\n  - x: 1\n    # c\n    y:   2  # c\n", "a:\n  - x: 1\n    # c\n    y:   2  # c\n  - A\n"),
        ("a:\n  - |\n    eins\n    # Text\n  - B\n# Ende\n", "a:\n  - B\n  - |\n    eins\n    # Text\n# Ende\n"),
    ],
)  # fmt: skip
def test_an_entry_goes_up_as_it_is(old: str, new: str) -> None:
    assert moved(old, ("a", 1), 0) == new


def test_further_and_down() -> None:
    text = "a:\n- A\n- 'B'\n- C  # c\n"
    assert moved(text, ("a", 2), 0) == "a:\n- C  # c\n- A\n- 'B'\n"
    assert moved(text, ("a", 0), 3) == "a:\n- 'B'\n- C  # c\n- A\n"


@pytest.mark.parametrize(
    "text",
    ["a: [A,  # eins\n  B]\n", "a:\n  - &x A\n  - [*x]\n", "- - A\n  - B\n", "a:\n  - A\n", "a:\n  - A\n  - |\n    x"],
)
def test_what_is_odd_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        moved(text, (0, 1) if text.startswith("-") else ("a", 1), 0)


ENTRIES = ["A  # a", "'B'", "# vor C\n- C", "x: 1\n  # innen\n  y: {z: 2}", "|\n  eins\n\n  zwei"]


@given(st.permutations(ENTRIES), st.data())
def test_no_line_is_lost(entries: list[str], data: st.DataObject) -> None:
    text = "liste:\n" + "".join(f"{eins}\n" if eins.startswith("#") else f"- {eins}\n" for eins in entries) + "b: 1\n"
    index, before = data.draw(st.integers(0, 4)), data.draw(st.integers(0, 5))
    assert Counter(moved(text, ("liste", index), before).splitlines()) == Counter(text.splitlines())

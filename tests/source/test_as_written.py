"""Data with the notation of their file, and lists that are changed entry by entry."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.source.changes import Set, expected, steps
from kmut_cli.source.edit import Plain, edit
from kmut_cli.source.reader import read_source

TEXT = b"""\
a: &x {datum: 2026-03, jahr: "2026", notiz: 'ja', text: zwei Worte}
b: [eins, "zwei", {c: 3}]
d: *x
e:
f: |
  Absatz
"""


def gequotet(wert: Any) -> Any:
    """Say of each text whether it may be written without quotes."""
    if isinstance(wert, dict):
        return {name: gequotet(eins) for name, eins in wert.items()}
    if isinstance(wert, list):
        return [gequotet(eins) for eins in wert]
    return None if wert is None else type(wert) is Plain


def test_what_was_plain_stays_plain() -> None:
    source = read_source("a.yaml", TEXT)
    assert all(source.as_written((name,)) == source.data[name] for name in source.data)
    zuordnung = {"datum": True, "jahr": False, "notiz": False, "text": True}
    assert gequotet(source.as_written(("a",))) == zuordnung == gequotet(source.as_written(("d",)))
    assert gequotet(source.as_written(("b",))) == [True, False, {"c": True}]
    assert gequotet(source.as_written(("f",))) is False
    assert source.as_written(("e",)) is None
    assert source.as_written(("b", 7, "gibt es nicht")) is None


LISTE = st.lists(st.sampled_from(["a", "b", "c", None]), min_size=1, max_size=7)


@given(LISTE, LISTE)
def test_steps_lead_from_one_list_to_the_other(old: list[Any], new: list[Any]) -> None:
    data: Any = {"l": old}
    for step in steps(old, Set(("l",), new)):
        data = expected(data, step)
    assert data == {"l": new}


def test_comments_stay_with_their_entries() -> None:
    source = read_source("a.yaml", b"l:\n  - b   # zu b\n  - c   # zu c\n  - d   # zu d\n")
    new = edit(source, [Set(("l",), ["a", "b", "neu", "d"])])
    assert new == b"l:\n  - a\n  - b   # zu b\n  - neu   # zu c\n  - d   # zu d\n"
    new = edit(source, [Set(("l",), ["a", "b", "neu", "c", "d"])])
    assert new == b"l:\n  - a\n  - b   # zu b\n  - neu\n  - c   # zu c\n  - d   # zu d\n"

"""What can be changed in a file, and what its data are after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from kmut_cli.findings.error import MitHilfe
from kmut_cli.findings.finding import Loc, dotted
from kmut_cli.source.decode import FORBIDDEN, describe


class EditError(MitHilfe):
    """A change that cannot be made safely.

    Attributes:
        message: What is in the way, German; on one line, whatever is named in it.
        help: What to do instead, German; may be empty.
    """

    def __init__(self, message: str, help: str = "") -> None:
        # A key that is named may hold line breaks.
        super().__init__(re.sub(r"[\r\n]+", " ", message), help)


@dataclass(frozen=True, slots=True)
class Set:
    """Replace a value, an empty one too, or add a key that is missing, with all that is missing above it.

    Attributes:
        loc: The place; an index may be the length of its list.
        value: Plain data as the reader gives them: str (also ``Plain``), None, list, dict.
    """

    loc: Loc
    value: Any


@dataclass(frozen=True, slots=True)
class Append:
    """Add an entry at the end of the list at ``loc``; the list may be missing or empty."""

    loc: Loc
    value: Any


@dataclass(frozen=True, slots=True)
class Insert:
    """Add an entry to a list before the one whose index ends ``loc``."""

    loc: Loc
    value: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a key with its value, or an entry of a list; what becomes empty by it may be read as None."""

    loc: Loc


@dataclass(frozen=True, slots=True)
class Move:
    """Let an entry of a list stand before the one with the index ``before``, as that counts now; its text stays."""

    loc: Loc
    before: int


Change: TypeAlias = Set | Append | Insert | Remove | Move
MISSING: Any = object()
"""What ``value_at`` gives for a place that does not exist."""


def value_at(data: Any, loc: Sequence[str | int]) -> Any:
    """Give the value at a place, MISSING if there is none."""
    for part in loc:
        if isinstance(data, dict):
            data = data.get(part, MISSING) if isinstance(part, str) else MISSING
        elif isinstance(data, list):
            data = data[part] if isinstance(part, int) and 0 <= part < len(data) else MISSING
        else:
            return MISSING
    return data


def expected(data: Any, change: Change) -> Any:
    """Give the data after a change; the old ones stay as they are.

    Raises:
        EditError: There is no such place, or the value holds what no file may hold.
    """
    if isinstance(change, Move):
        return _moved(data, change)
    if isinstance(change, Remove):
        return _changed(data, change, 0, None)
    return _changed(data, change, 0, checked(change.value))


def _moved(data: Any, change: Move) -> Any:
    """Give the data after an entry has changed its place.

    Raises:
        EditError: One of the two places does not exist.
    """
    entry, index = value_at(data, change.loc), change.loc[-1]
    entries = value_at(data, change.loc[:-1])
    if entry is MISSING or not isinstance(index, int) or not 0 <= change.before <= len(entries):
        raise EditError(f"„{dotted(change.loc)}“ gibt es nicht.", "Lesen Sie die Datei neu ein.")
    numbers = moved_order(len(entries), index, change.before)
    return _changed(data, Set(change.loc[:-1], None), 0, [entries[number] for number in numbers])


def moved_order(count: int, index: int, before: int) -> list[int]:
    """Give the old indexes in their new order.

    >>> moved_order(4, 2, 1)
    [0, 2, 1, 3]
    """
    rest = [number for number in range(count) if number != index]
    at = before - (before > index)
    return [*rest[:at], index, *rest[at:]]


def checked(value: Any) -> Any:
    """Copy plain data.

    Raises:
        EditError: A text holds a character that no file may hold.
        TypeError: These are no plain data.
    """
    if value is None:
        return None
    if isinstance(value, str):
        if "\r" in value:
            raise _bad_character("\r")
        if found := FORBIDDEN.search(value):
            raise _bad_character(found.group())
        return value
    if isinstance(value, list):
        return [checked(part) for part in value]
    if isinstance(value, dict) and all(isinstance(name, str) for name in value):
        return {checked(name): checked(part) for name, part in value.items()}
    raise TypeError(f"no plain data: {type(value).__name__}")


def _bad_character(char: str) -> EditError:
    text = f"Der Text enthält ein unsichtbares, unerlaubtes Zeichen: {describe(char)}."
    return EditError(text, "Löschen Sie es; steht es für eine neue Zeile, drücken Sie dort die Eingabetaste.")


def _changed(data: Any, change: Change, depth: int, value: Any) -> Any:
    """Change what is at ``loc[:depth]``; only what lies on the way is copied, for aliases share objects."""
    if depth == len(change.loc):
        if not isinstance(change, Append):
            return value
        if data is None or isinstance(data, list):
            return [*(data or []), value]
        raise _no_collection(change.loc, data, "eine Liste")
    part, last = change.loc[depth], depth == len(change.loc) - 1
    here = change.loc[:depth]
    if isinstance(part, str):
        if data is not None and not isinstance(data, dict):
            raise _no_collection(here, data, "Angaben mit Schlüssel")
        mapping = data or {}
        if last and isinstance(change, Remove):
            if part not in mapping:
                raise EditError(f"„{dotted(change.loc)}“ gibt es nicht mehr.", "Lesen Sie die Datei neu ein.")
            return {name: inner for name, inner in mapping.items() if name != part}
        return {**mapping, part: _changed(mapping.get(part), change, depth + 1, value)}
    if data is not None and not isinstance(data, list):
        raise _no_collection(here, data, "eine Liste")
    entries = list(data or [])
    if part > len(entries) or part < 0 or (part == len(entries) and isinstance(change, Remove)):
        raise EditError(f"„{dotted(change.loc[: depth + 1])}“ gibt es nicht.", "Lesen Sie die Datei neu ein.")
    if last and isinstance(change, Remove):
        return [*entries[:part], *entries[part + 1 :]]
    if last and isinstance(change, Insert):
        return [*entries[:part], value, *entries[part:]]
    old = entries[part] if part < len(entries) else None
    return [*entries[:part], _changed(old, change, depth + 1, value), *entries[part + 1 :]]


def _no_collection(loc: Loc, data: Any, wanted: str) -> EditError:
    what = "ein Text" if isinstance(data, str) else "eine Liste" if isinstance(data, list) else "Angaben mit Schlüssel"
    message = f"Unter „{dotted(loc) or 'dem Anfang der Datei'}“ steht {what}; erwartet wird dort {wanted}."
    return EditError(message, "Ändern Sie diese Stelle zuerst von Hand in der Datei.")


def steps(old: Any, change: Set) -> Iterator[Change]:
    """Split the replacement of a collection into changes of its parts, so that the comments in it stay.

    Yields:
        Nothing if old and new value have no part in common.
    """
    new, loc = change.value, change.loc
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from (Set((*loc, name), new[name]) for name in new if name not in old or old[name] != new[name])
        yield from (Remove((*loc, name)) for name in old if name not in new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        # From the end, so that an index means the same before and after the steps behind it.
        match = SequenceMatcher(None, [repr(part) for part in old], [repr(part) for part in new], autojunk=False)
        for tag, first, last, new_first, new_last in reversed(match.get_opcodes()):
            if tag == "equal":
                continue
            shared = min(last - first, new_last - new_first)
            yield from (Remove((*loc, index)) for index in reversed(range(first + shared, last)))
            yield from (Set((*loc, first + nr), new[new_first + nr]) for nr in range(shared))
            yield from (Insert((*loc, first + nr), new[new_first + nr]) for nr in range(shared, new_last - new_first))

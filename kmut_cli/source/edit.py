"""Changing a file without touching the rest of it: the text is spliced where the parser says that a value stands."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Loc, Severity, dotted
from kmut_cli.source.changes import (
    MISSING,
    Append,
    Change,
    EditError,
    Insert,
    Move,
    Remove,
    Set,
    expected,
    steps,
    value_at,
)
from kmut_cli.source.edit_block import Splice, odd
from kmut_cli.source.edit_place import Order, guard, list_of, splices
from kmut_cli.source.edit_style import style_of
from kmut_cli.source.emit import Flow, Plain
from kmut_cli.source.layout import Layout
from kmut_cli.source.reader import Source, read_source
from kmut_cli.source.rules_file import EMPTY

__all__ = [
    "Append", "Change", "EditError", "Flow", "Insert", "Move", "Order", "Plain", "Remove", "Set",
    "edit", "refuse_broken",
]  # fmt: skip


class TooLarge(EditError):
    """The file would become larger than what is read."""


def _no_order(loc: Loc) -> Sequence[str]:
    return ()


def edit(source: Source, changes: Sequence[Change], order: Order = _no_order) -> bytes:
    """Give the bytes of a file after changes; what is not changed stays as it is, byte for byte.

    Each change is proven by reading the result: its data are the old ones with the change, and nothing new is
    wrong with it. A value that is there already is not written anew.

    Args:
        source: The file; warnings in it do not matter, errors do.
        changes: One after the other, each on top of the ones before.
        order: Decides where a new key goes; one that it does not know goes to the end.

    Raises:
        EditError: It cannot be done safely.
        ValueError: A change is meant for the document as a whole.
    """
    if not all(change.loc for change in changes):
        raise ValueError("no place given")
    refuse_broken(source)
    for several in _groups(changes, source.data):
        source = _changed(source, several, order)
    return source.content


def refuse_broken(source: Source) -> None:
    """See to it that a file is understood: nothing is written into one that is not.

    Raises:
        EditError: It has an error of notation; to be empty is none.
    """
    for finding in source.findings:
        if finding.severity is Severity.ERROR and finding.code != EMPTY.code:
            where = f" in Zeile {finding.line}" if finding.line else ""
            raise EditError(f"„{source.path}“ hat{where} einen Fehler: {finding.message}", finding.help)


def _groups(changes: Sequence[Change], data: Any) -> Iterator[tuple[Change, ...]]:
    """Take together what can be made at once, so that many changes do not mean reading the file as often."""
    run: list[Change] = []
    grown: set[Loc] = set()  # mappings that get a key in this run
    for change in changes:
        new = isinstance(change, Set) and value_at(data, change.loc) is MISSING
        if run and (not _together(run[0], change) or (new and change.loc[:-1] in grown)):
            yield tuple(run)
            run, grown = [], set()
        run.append(change)
        if new:
            grown.add(change.loc[:-1])
    if run:
        yield tuple(run)


def _together(first: Change, other: Change) -> bool:
    if isinstance(first, Append | Insert):
        return isinstance(other, Append | Insert) and list_of(other) == list_of(first)
    return _is_single(first) and _is_single(other)


def _is_single(change: Change) -> bool:
    """Whether it replaces one text, or removes one key: then it moves nothing that another change could mean."""
    if isinstance(change, Remove):
        return isinstance(change.loc[-1], str)
    return isinstance(change, Set) and not isinstance(change.value, dict | list)


def _changed(source: Source, several: tuple[Change, ...], order: Order) -> Source:
    """Make changes, in the first of several ways that proves right."""
    data = source.data
    for one in several:
        data = expected(data, one)
    if data == source.data:
        return source
    problem: EditError | None = None
    for way in (_by_parts, _at_once, _carefully):
        try:
            new = way(source, several, order)
        except TooLarge:
            raise
        except EditError as error:
            problem = problem or error
            continue
        if new is not None and _proven(source, new, data, several):
            return new
    if len(several) > 1:
        halves = several[: len(several) // 2], several[len(several) // 2 :]
        return reduce(lambda done, half: _changed(done, half, order), halves, source)
    raise problem or EditError(
        f"„{dotted(several[0].loc)}“ lässt sich in „{source.path}“ nicht sicher ändern.",
        "Ändern Sie diese Stelle von Hand in der Datei.",
    )


def _by_parts(source: Source, several: Sequence[Change], order: Order) -> Source | None:
    """Change only those parts of a collection that differ: comments between them stay."""
    change = several[0]
    if len(several) > 1 or not isinstance(change, Set) or not isinstance(change.value, dict | list):
        return None
    layout = Layout(source.text)
    node = layout.node(change.loc)
    if node is None or (node.style == "{" and "#" not in source.text[slice(*node.span)]):
        return None
    parts = list(steps(value_at(source.data, change.loc), change))
    own_order = tuple(change.value) if isinstance(change.value, dict) else ()
    for part in parts:
        source = _changed(source, (part,), lambda loc: own_order if loc == change.loc else order(loc))
    return source if parts else None


def _at_once(source: Source, several: Sequence[Change], order: Order, *, careful: bool = False) -> Source:
    layout = Layout(source.text)
    for change in several:
        guard(layout, change)
    new = [change.loc for change in several if isinstance(change, Set) and layout.node(change.loc) is None]
    grown = {loc[:-1] for loc in new}
    if len(several) > 1 and (len(grown) < len(new) or any(layout.node(loc) is None for loc in grown)):
        raise odd()  # new keys of a mapping one after the other, for where they go depends on each other
    style = style_of(layout)
    if careful:
        style = replace(style, blocks=False)
    text = _spliced(source.text, splices(layout, source.data, several, order, style))
    bom = codecs.BOM_UTF8 if source.content.startswith(codecs.BOM_UTF8) else b""
    content = bom + text.encode()
    if len(content) > limits.DATEI.wert:
        message = f"„{source.path}“ würde damit größer als {limits.DATEI.text}; so viel liest kmut nicht."
        help_ = f"Kürzen Sie, was Sie eintragen, oder teilen Sie die Datei auf. {limits.DATEI.hinweis}"
        raise TooLarge(message, help_)
    return read_source(source.path, content)


def _spliced(text: str, found: Sequence[Splice]) -> str:
    """Put the new parts into a text; of two at the same place the first one comes first."""
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(found, key=lambda one: one[:2]):
        if start < at and new:
            raise odd()
        if start < end or new:
            parts += [text[at:start], new]
            at = end
    return "".join([*parts, text[at:]])


def _carefully(source: Source, several: Sequence[Change], order: Order) -> Source:
    """Text of several lines in quotes, where a block would take blank lines or comments for its own."""
    return _at_once(source, several, order, careful=True)


def _proven(old: Source, new: Source, data: Any, several: Sequence[Change]) -> bool:
    before = Counter(finding.code for finding in old.findings)
    if Counter(finding.code for finding in new.findings) - before:
        return False
    emptied = data
    for change in several:
        if isinstance(change, Remove) and value_at(data, change.loc[:-1]) in ({}, []):
            # Nothing is left of the collection, and nothing is how an empty value is written.
            emptied = expected(emptied, Set(change.loc[:-1], None))
    return bool(new.data in (data, emptied))

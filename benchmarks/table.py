"""The result as Markdown, German."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from benchmarks import memory

if TYPE_CHECKING:
    from benchmarks.bench import Group
    from benchmarks.goals import Goal
    from benchmarks.measure import Series


def decimal(value: float, places: int = 1) -> str:
    """A number as it is written in German."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def document(facts: Sequence[tuple[str, str]], goals: Sequence[Goal], groups: Sequence[Group]) -> str:
    """The whole result.

    Args:
        facts: What it was measured on and with, as pairs of name and value.
        goals: With what was measured for them.
        groups: All measurements.
    """
    lines = [*_table(("Messung", ""), facts, "ll"), ""]
    if goals:
        rows = [(goal.what, goal.wanted, goal.measured, "ja" if goal.reached else "**nein**") for goal in goals]
        lines += ["### Ziele", "", *_table(("Was", "Ziel", "gemessen", "erreicht"), rows, "lrrl"), ""]
    for group in groups:
        lines += [f"### {group.title}", "", *_group(group), ""]
    return "\n".join(lines)


def _group(group: Group) -> Iterator[str]:
    reference = next(iter(group.series.values()))
    head = ("Programm", "Median", "kleinste bis größte", "Runden", "gerechnet", "verglichen", "Speicher")
    rows = [_row(one, reference) for one in group.series.values()]
    if group.units > 1:
        head = (*head[:2], "je Datei", *head[2:])
        series = group.series.values()
        rows = [(*row[:2], _short(one.median / group.units), *row[2:]) for row, one in zip(rows, series, strict=True)]
    yield from _table(head, rows, "l" + "r" * (len(head) - 1))
    notes = list(group.notes)
    if any(one.estimated for one in group.series.values()):
        notes.append("* nicht gemessen, sondern aus den beiden kleineren Ordnern hochgerechnet.")
    if group.size:
        notes.append(f"Umfang der Berichte zusammen: {decimal(group.size / 1000, 0)} KB.")
    if notes:
        yield ""
        yield "\\" * notes[0].startswith("*") + " ".join(notes)


def _row(one: Series, reference: Series) -> tuple[str, ...]:
    star = "\\*" if one.estimated else ""
    return (
        one.name,
        _seconds(one.median) + star,
        f"{_seconds(min(one.wall))} bis {_seconds(max(one.wall))}" if len(one.wall) > 1 else "",
        "0" if one.estimated else str(len(one.wall)),
        _seconds(statistics.median(one.cpu)) + star,
        decimal(one.median / reference.median, 2),
        f"{decimal(one.peak / 1e6, 0)} MB" if one.peak else "",
    )


def _seconds(value: float) -> str:
    return f"{decimal(value, 3 if value < 1 else 2 if value < 10 else 1)} s"


def _short(value: float) -> str:
    return f"{decimal(value * 1000, 3 if value < 1e-3 else 2 if value < 0.1 else 0)} ms"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], align: str) -> Iterator[str]:
    """A table; `align` has a letter for each column, l or r."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('---:' if letter == 'r' else '---' for letter in align)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def kind_of_memory() -> str:
    """What the column of memory holds."""
    return f"höchster Stand, {memory.kind()}"

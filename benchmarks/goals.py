"""What was to be reached, and what the measurement says to it."""

from __future__ import annotations

import math
import os
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.bench import KMUT, SIZE, Group, Plan
from benchmarks.caching import AGAIN, FIRST
from benchmarks.measure import Series
from benchmarks.rendering import DOCXTPL
from benchmarks.starting import BARE, TYPER
from benchmarks.table import decimal
from benchmarks.validating import CHECK, CHECK_C, RAW

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Goal:
    """A goal with what was measured; all texts German."""

    what: str
    wanted: str
    measured: str
    reached: bool


def goals(groups: Sequence[Group], plan: Plan) -> list[Goal]:
    """The goals that the measured groups can say something to."""
    by_key = {group.key: group for group in groups}
    few, many, most = (by_key.get(f"validate/{count}/{SIZE}") for count in plan.counts)
    found: list[Goal] = []
    if few and many and most:
        found += [*_speed(many), *_growth(few, many, most)]
    if one := by_key.get("one"):
        found += [_most(f"eine Datei neben {name}", one, KMUT, name, 0.8) for name in (CHECK, CHECK_C)]
    if help_ := by_key.get("help"):
        ours = f"{KMUT} --help"
        found += [_most(f"--help neben {name}", help_, ours, f"{name} --help", 1.2) for name in (TYPER, BARE)]
    if cache := by_key.get("cache"):
        found.append(_least("zweiter Lauf durch den Zwischenspeicher", cache, AGAIN, FIRST, 10))
    if paper := by_key.get(f"render/{plan.papers[-1]}"):
        found += _papers(paper)
    return found


def cores(series: Series) -> int:
    """How many processors a program could use: one with one process, else as many as it has processes and there are."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(series.processes, there)


def exponent(small: Group, large: Group) -> float:
    """How kmut's time grows: 1 means that ten times the files take ten times as long."""
    times = large.series[KMUT].median / small.series[KMUT].median
    return math.log(times) / math.log(large.units / small.units)


def _speed(group: Group) -> Iterator[Goal]:
    for name in (CHECK, CHECK_C):
        yield _least(f"validate neben {name}, {group.title}", group, KMUT, name, 25)
    kmut, raw = group.series[KMUT], group.series[RAW]
    per_core = kmut.median * cores(kmut) / raw.median
    what = f"validate je Prozessor neben rohen Ereignissen von libyaml (Prozessoren: {cores(kmut)})"
    yield Goal(what, "≤ 8-fach", f"{decimal(per_core)}-fach", per_core <= 8)


def _growth(few: Group, many: Group, most: Group) -> Iterator[Goal]:
    peak = most.series[KMUT].peak
    what = f"Speicher aller Prozesse, {most.title}"
    yield Goal(what, "< 200 MB", f"{decimal(peak / MEGABYTE, 0)} MB", 0 < peak < 200 * MEGABYTE)
    first, second = exponent(few, many), exponent(many, most)
    measured = f"{decimal(first)} und {decimal(second)}"
    steps = f"{few.units} auf {many.units} und auf {most.units} Dateien"
    what = f"Wachstum der Zeit von {steps} (Exponent: 1 = linear, kleiner = der Start zählt noch mit)"
    yield Goal(what, "≤ 1,05", measured, max(first, second) <= 1.05)


def _papers(group: Group) -> Iterator[Goal]:
    yield _most(f"Zeit neben {DOCXTPL}, {group.title}", group, KMUT, DOCXTPL, 1.0)
    ours, theirs = group.series[KMUT].peak, group.series[DOCXTPL].peak
    measured = f"{decimal(ours / MEGABYTE, 0)} MB neben {decimal(theirs / MEGABYTE, 0)} MB"
    yield Goal(f"Speicher neben {DOCXTPL}, {group.title}", "weniger", measured, 0 < ours < theirs)


def ratio(group: Group, over: str, under: str) -> float:
    """How many times as long one program takes as another: in the middle of all rounds that both took part in."""
    pairs = zip(group.series[over].wall, group.series[under].wall, strict=False)
    return statistics.median(one / other for one, other in pairs)


def _least(what: str, group: Group, ours: str, theirs: str, wanted: float) -> Goal:
    """To be so many times as fast."""
    found = ratio(group, theirs, ours)
    return Goal(what, f"≥ {decimal(wanted, 0)}-mal so schnell", f"{decimal(found)}-mal", found >= wanted)


def _most(what: str, group: Group, ours: str, theirs: str, wanted: float) -> Goal:
    """To take at most so many times as long."""
    found = ratio(group, ours, theirs)
    return Goal(what, f"≤ {decimal(wanted)}-fach", f"{decimal(found, 2)}-fach", found <= wanted)

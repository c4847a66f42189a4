"""Running programs side by side: in turns, several rounds, and once more for the memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.memory import Watch


class ToolError(Exception):
    """A program did not do what it was measured for; its time means nothing."""


@dataclass(frozen=True)
class Contestant:
    """A program to measure.

    Attributes:
        name: As the table calls it, German.
        command: The program with its arguments.
        cwd: Folder that it runs in.
        expected: Exit statuses that say that the work was done.
        environment: What is set for it on top of the present environment.
        before: What is done ahead of each run, outside the measured time.
        after: What is looked at after each run, outside the measured time; raises `ToolError` if the work was not done.
        rounds: In how many of the rounds it takes part; None for all.
        long: That it takes many seconds: its memory is watched in the rounds themselves, at longer intervals.
    """

    name: str
    command: Sequence[str]
    cwd: Path
    expected: tuple[int, ...] = (0,)
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None
    rounds: int | None = None
    long: bool = False


@dataclass
class Series:
    """What was measured of one program.

    Attributes:
        name: Its name.
        wall: Seconds from start to end, one for each round.
        cpu: Seconds that all its processes computed, one for each round.
        peak: Most bytes that all its processes held at one time.
        processes: Most processes at one time.
        estimated: Whether the figures are reckoned from others and not measured.
    """

    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: int = 0
    processes: int = 1
    estimated: bool = False

    @property
    def median(self) -> float:
        """Seconds in the middle of all rounds."""
        return statistics.median(self.wall)

    @property
    def median_cpu(self) -> float:
        """Seconds of computing in the middle of all rounds."""
        return statistics.median(self.cpu)


def reckoned(small: Series, large: Series, pieces: tuple[int, int, int]) -> Series:
    """What more work would take if each further piece took as long as those between two measurements.

    Args:
        small: Measured with the first number of pieces.
        large: Measured with the second number of pieces.
        pieces: The two numbers, and the third that is wanted; memory is not known there.
    """
    few, many, wanted = pieces

    def line(less: float, more: float) -> list[float]:
        return [more + max(0.0, more - less) / (many - few) * (wanted - many)]

    cpu = line(small.median_cpu, large.median_cpu)
    return Series(large.name, line(small.median, large.median), cpu, estimated=True)


def side_by_side(contestants: Sequence[Contestant], rounds: int, say: Callable[[str], object]) -> dict[str, Series]:
    """Run all programs in turns.

    Each round begins with another program. Before them a run of each warms the disk cache and tells the memory; it does
    not count for the time, for looking at the memory takes time itself.

    Args:
        contestants: The programs.
        rounds: How often each runs.
        say: Told what is being done.

    Raises:
        ToolError: A program failed.
    """
    series = {one.name: Series(one.name) for one in contestants}
    for one in contestants:
        if not one.long:
            say(f"{one.name}: Speicher")
            _run(one, series[one.name], interval=0.01, counts=False)
    for number in range(rounds):
        turn = number % len(contestants)
        for one in [*contestants[turn:], *contestants[:turn]]:
            if one.rounds is None or number < one.rounds:
                say(f"{one.name}: Runde {number + 1} von {min(rounds, one.rounds or rounds)}")
                _run(one, series[one.name], interval=0.2 if one.long else None)
    return series


def _run(one: Contestant, series: Series, *, interval: float | None, counts: bool = True) -> None:
    """Run a program once; watched if `interval` is given."""
    one.before()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output:
        start, computed = time.perf_counter(), _children_cpu()
        process = subprocess.Popen(
            list(one.command), cwd=one.cwd, env={**environment, **one.environment}, stdout=output, stderr=output
        )
        watch = Watch(process.pid, interval) if interval else None
        if watch:
            watch.start()
        status = process.wait()
        wall, cpu = time.perf_counter() - start, _children_cpu() - computed
        if watch:
            watch.stop()
            series.peak = max(series.peak, watch.peak or _children_peak())
            series.processes = max(series.processes, watch.processes)
        if status not in one.expected:
            output.seek(0)
            said = output.read().decode(errors="replace")[-2000:]
            raise ToolError(f"{one.name} endete mit Status {status}:\n{said}")
    one.after()
    if counts:
        series.wall.append(wall)
        series.cpu.append(cpu)


def _children_cpu() -> float:
    """Seconds that all ended children have computed, theirs included."""
    times = os.times()
    return times.children_user + times.children_system


def _children_peak() -> int:
    """Bytes of the largest child that has ended; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return largest if sys.platform == "darwin" else largest * 1024

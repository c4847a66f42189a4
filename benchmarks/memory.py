"""How much memory a program and all its children hold together, asked again and again while they run.

On Linux the proportional set size (PSS) of /proc is added up: memory that processes share counts once. Where there is
no PSS, the resident set size (RSS) is taken, which counts shared memory once for each. Elsewhere `Watch` sees nothing,
and the largest of the processes is what the system tells after they ended.
"""

from __future__ import annotations

import threading
from pathlib import Path

PROC = Path("/proc")
PAGE = 4096


class Watch(threading.Thread):
    """Watches a process and its children until `stop`.

    Attributes:
        peak: Most bytes that all processes held at one time; 0 if nothing could be seen.
        processes: Most processes at one time.
    """

    def __init__(self, pid: int, interval: float) -> None:
        """Begin to watch.

        Args:
            pid: The process.
            interval: Seconds between two looks.
        """
        super().__init__(daemon=True)
        self.pid = pid
        self.interval = interval
        self.peak = 0
        self.processes = 0
        self._end = threading.Event()

    def run(self) -> None:
        """Look, until it is enough."""
        while True:
            pids = family(self.pid)
            self.processes = max(self.processes, len(pids))
            self.peak = max(self.peak, sum(map(held, pids)))
            if self._end.wait(self.interval):
                return

    def stop(self) -> None:
        """Look no more."""
        self._end.set()
        self.join()


def family(pid: int) -> list[int]:
    """The process and all below it; none if it has ended or the system does not tell."""
    found, open_ = [], [pid]
    while open_:
        one = open_.pop()
        try:
            tasks = list((PROC / str(one) / "task").iterdir())
        except OSError:
            continue
        found.append(one)
        for task in tasks:
            try:
                open_ += map(int, (task / "children").read_text(encoding="ascii").split())
            except OSError:
                continue
    return found


def held(pid: int) -> int:
    """Bytes that a process holds; 0 if it has ended."""
    try:
        for line in (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        return int((PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def kind() -> str:
    """What `Watch` counts on this system, for the table."""
    if (PROC / "self" / "smaps_rollup").exists():
        return "PSS aller Prozesse zusammen"
    if (PROC / "self" / "statm").exists():
        return "RSS aller Prozesse zusammen"
    return "RSS des größten Prozesses"

"""The same folder again: what kmut keeps from one run to the next saves."""

from __future__ import annotations

import os
import shutil

from benchmarks.bench import Bench, Group
from benchmarks.measure import Contestant, ToolError
from benchmarks.table import decimal

FIRST, AGAIN, WITHOUT = "kmut, erster Lauf", "kmut, zweiter Lauf", "kmut --no-cache"
ROUNDS = 2


def measure(bench: Bench) -> list[Group]:
    """First run with nothing kept, second run over the same files, and a run that neither keeps nor looks."""
    if not bench.has_cache or os.name == "nt":
        bench.say("Zwischenspeicher: übersprungen; diesem kmut oder System fehlt, was die Messung braucht")
        return []
    folder = bench.folder(bench.plan.cached)

    def forget() -> None:
        shutil.rmtree(bench.cache, ignore_errors=True)

    def filled() -> None:
        if not any(path.is_file() for path in bench.cache.rglob("*")):
            raise ToolError(f"kmut validate hat in {bench.cache} nichts abgelegt.")

    command = bench.validate(".", cache=True)
    variables = bench.cache_variables
    # Memory is watched in the rounds: a run ahead would fill the cache for the first one.
    first = Contestant(FIRST, command, folder.path, environment=variables, before=forget, after=filled, long=True)
    again = Contestant(AGAIN, command, folder.path, environment=variables, long=True)
    without = Contestant(WITHOUT, bench.validate("."), folder.path, environment=variables, long=True)
    rounds = [bench.run([first, again, without], 1) for _ in range(ROUNDS)]  # in this order each time
    series = rounds[0]
    for later in rounds[1:]:
        for name, one in later.items():
            series[name].wall += one.wall
            series[name].cpu += one.cpu
            series[name].peak = max(series[name].peak, one.peak)
    kept = sum(path.stat().st_size for path in bench.cache.rglob("*") if path.is_file())
    title = f"Zweimal derselbe Ordner mit {bench.plan.cached:,} Berichten zu 20 KB".replace(",", ".")
    note = f"Der Zwischenspeicher belegt danach {decimal(kept / 1000, 0)} KB."
    forget()
    return [Group("cache", title, bench.plan.cached, series, folder.size, [note])]

"""One file through kmut validate and through check-jsonschema with the exported schema: whole processes, in turn.

Run with ``python3 tasks.py bench``. Absolute times depend on the machine and what else it does; the ratio counts.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples/landkreis-musterland/2024/taetigkeitsbericht.yaml"
SCHEMA = ROOT / "schemas/taetigkeitsbericht-2020.schema.json"
PAIRS = 15


def tool(name: str) -> str:
    """Find a program of this Python environment.

    Raises:
        SystemExit: It is not installed.
    """
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    if found is None:
        raise SystemExit(f"{name} is not installed in this environment")
    return found


def seconds(command: list[str]) -> float:
    """Run a command and give its wall time.

    Raises:
        SystemExit: It failed, so its time means nothing.
    """
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stdout.decode()}{done.stderr.decode()}")
    return took


def main() -> int:
    """Measure and print a table.

    Returns:
        0 if kmut takes at most as long as check-jsonschema, by the median of the pairs; else 1.
    """
    ours = [tool("kmut"), "validate", str(REPORT)]
    theirs = [tool("check-jsonschema"), "--schemafile", str(SCHEMA), str(REPORT)]
    seconds(ours), seconds(theirs)  # warm the disk cache
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(PAIRS)]
    ratio = statistics.median(mine / other for mine, other in pairs)
    size = REPORT.stat().st_size / 1000
    print(f"{REPORT.name}, {size:.0f} KB, {PAIRS} pairs of whole processes, wall time in seconds\n")
    print(f"| {'':<18} |    min | median |    max |\n|{'-' * 20}|-------:|-------:|-------:|")
    for name, times in (("kmut validate", [a for a, _ in pairs]), ("check-jsonschema", [b for _, b in pairs])):
        print(f"| {name:<18} | {min(times):6.3f} | {statistics.median(times):6.3f} | {max(times):6.3f} |")
    print(f"\nmedian ratio kmut / check-jsonschema: {ratio:.2f}")
    return 0 if ratio <= 1 else 1


if __name__ == "__main__":
    sys.exit(main())

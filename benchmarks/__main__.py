"""Measure kmut beside other tools and write a table: ``python3 tasks.py bench``.

Whatever is reached, the exit status is 0, for this is a measurement; 1 if a program failed and its time means nothing.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import caching, goals, rendering, starting, table, validating
from benchmarks.bench import QUICK, ROOT, Bench, Group, Plan
from benchmarks.measure import ToolError

PARTS = {
    "validate": validating.measure,
    "start": starting.measure,
    "cache": caching.measure,
    "render": rendering.measure,
}
WORK = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "leistung.md"
BEGIN, END = "<!-- Messung: python3 tasks.py bench --write-docs -->", "<!-- Ende der Messung -->"


def main() -> int:
    """Measure, write build/bench/ergebnis.md and .json, and with --write-docs the page; gives the exit status."""
    arguments = _arguments()
    start = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {text}", file=sys.stderr, flush=True)

    plan = QUICK if arguments.quick else Plan()
    bench = Bench(plan, WORK, arguments.others.resolve(), say)
    WORK.mkdir(parents=True, exist_ok=True)
    groups: list[Group] = []
    took, failed = {}, []
    for name in arguments.parts or PARTS:
        began = time.monotonic()
        try:
            groups += PARTS[name](bench)
        except ToolError as error:
            failed.append(f"{name}: {error}")
        took[name] = time.monotonic() - began
    facts = _facts(bench, took)
    text = table.document(facts, goals.goals(groups, plan), groups)
    (WORK / "ergebnis.md").write_text(text, encoding="utf-8")
    raw = {"facts": dict(facts), "seconds": took, "groups": [dataclasses.asdict(group) for group in groups]}
    (WORK / "ergebnis.json").write_text(json.dumps(raw, ensure_ascii=False, indent=1), encoding="utf-8")
    print(text)
    print(*failed, sep="\n", file=sys.stderr)
    if arguments.write_docs and not failed:
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    say(f"Fertig. {WORK.relative_to(ROOT)}/ergebnis.md und ergebnis.json")
    return 1 if failed else 0


def renewed(page: str, text: str) -> str:
    """The page with another result between the marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text.rstrip()}\n\n{END}{after}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench", description="Misst kmut neben anderen Werkzeugen.")
    parser.add_argument("parts", nargs="*", metavar="TEIL", help=f"Nur diese Teile: {', '.join(PARTS)}.")
    parser.add_argument("--quick", action="store_true", help="Kleine Ordner, wenige Runden: unter zwei Minuten.")
    parser.add_argument("--write-docs", action="store_true", help="Setzt das Ergebnis in docs/leistung.md ein.")
    parser.add_argument("--others", type=Path, required=True, help="Umgebung mit check-jsonschema und pandoc.")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.parts if name not in PARTS]:
        parser.error(f"Teile sind {', '.join(PARTS)}, nicht {', '.join(unknown)}.")
    if arguments.write_docs and (arguments.quick or arguments.parts):
        parser.error("--write-docs braucht die ganze Messung.")
    return arguments


def _facts(bench: Bench, took: dict[str, float]) -> list[tuple[str, str]]:
    """What was measured on and with."""
    names = ("kmut-cli", "pydantic", "ruamel.yaml", "ruamel.yaml.clib", "docxtpl", "typer")
    ours = [f"{name} {version}" for name in names if (version := _version(name))]
    check = _said([bench.check_jsonschema, "--version"]).replace(", version", "")
    pandoc = _said([bench.pandoc, "--version"]).splitlines()[0]
    minutes = ", ".join(f"{name} {table.decimal(seconds / 60)} min" for name, seconds in took.items())
    return [
        ("Rechner", f"{platform.system()}, {platform.machine()}, {os.cpu_count()} Prozessoren ({_processor()})"),
        ("Python", platform.python_version()),
        ("Programme", ", ".join([*ours, check, pandoc])),
        ("Umfang", ("verkleinert (--quick), " if bench.plan is QUICK else "ganz, ") + minutes),
        ("Speicher", table.kind_of_memory()),
    ]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _processor() -> str:
    """The processor's name, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unbekannt"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unbekannt")


if __name__ == "__main__":
    sys.exit(main())

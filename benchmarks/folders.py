"""Folders of made-up reports as an office, or the Land, would have them, kept under build/bench/daten.

Each report lies in a folder of its own, ``<body>/<year>/taetigkeitsbericht.yaml``, ten years to a body; each body has
its ``kmut.yaml``. A folder that was made by the same program is used again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.report import report
from benchmarks.words import ORTE

HERE = Path(__file__).parent
YEARS = range(2020, 2030)
STAMP = "stempel.json"
ERROR_EVERY = 50
"""In a folder with errors one report of so many has one: 2 %."""


@dataclass(frozen=True)
class Folder:
    """A folder of reports.

    Attributes:
        path: Where it lies.
        files: The reports, relative to `path`; the kmut.yaml files are not among them.
        size: Bytes of the reports together.
        wrong: How many of them have an error.
    """

    path: Path
    files: tuple[str, ...]
    size: int
    wrong: int


def folder(root: Path, count: int, size: int, *, wrong: bool = False) -> Folder:
    """Make a folder below `root`, or find it made.

    Args:
        root: Where all folders of the benchmarks lie.
        count: How many reports.
        size: Bytes of each, nearly.
        wrong: Whether each fiftieth has an error.
    """
    path = root / f"{count}-mal-{size // 1000}kb{'-mit-fehlern' if wrong else ''}"
    stamp = path / STAMP
    wanted = {"program": _program(), "files": [_place(number) for number in range(count)]}
    if stamp.is_file():
        found = json.loads(stamp.read_text(encoding="utf-8"))
        if all(found[key] == value for key, value in wanted.items()):
            return Folder(path, tuple(found["files"]), found["size"], found["wrong"])
    shutil.rmtree(path, ignore_errors=True)
    total = errors = 0
    for number, place in enumerate(wanted["files"]):
        spoilt = wrong and number % ERROR_EVERY == ERROR_EVERY // 2
        content = report(_seed(number), size, _year(number), wrong=spoilt).encode()
        _write(path / place, content)
        total += len(content)
        errors += spoilt
    stamp.write_text(json.dumps({**wanted, "size": total, "wrong": errors}), encoding="utf-8")
    return Folder(path, tuple(wanted["files"]), total, errors)


def _write(file: Path, content: bytes) -> None:
    """Write a report, and with the first of a body its master data."""
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    body = file.parent.parent
    master = body / "kmut.yaml"
    if not master.exists():
        name = body.name.title()
        master.write_text(
            f'kommune:\n  name: Landkreis {name}\n  ags: "03999"\n  typ: landkreis\n'
            f"koordinierungsstelle:\n  name: Koordinierungsstelle für Migration und Teilhabe\n"
            f"  anschrift: Am Markt 1, 21999 {name}\n",
            encoding="utf-8",
        )


def _place(number: int) -> str:
    town, body = ORTE[number // len(YEARS) % len(ORTE)], number // len(YEARS)
    return f"{town.lower()}-{body:04}/{_year(number)}/taetigkeitsbericht.yaml"


def _year(number: int) -> int:
    return YEARS[number % len(YEARS)]


def _seed(number: int) -> int:
    """The same report has the same number in each folder; the errors of `report` take turns in a folder with errors."""
    return number // ERROR_EVERY if number % ERROR_EVERY == ERROR_EVERY // 2 else number + 1_000_000


@cache
def _program() -> str:
    """A name for what makes the reports: other sources make other reports."""
    sources = [HERE / name for name in ("folders.py", "report.py", "words.py")]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()

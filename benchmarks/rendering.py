"""Word files for a batch of reports: kmut, docxtpl used plainly, and pandoc from Markdown that lies ready."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.bench import KMUT, Bench, Group
from benchmarks.folders import Folder
from benchmarks.measure import Contestant, ToolError
from benchmarks.others import docxtpl_template

DOCXTPL, PANDOC = "docxtpl", "pandoc"
ROUNDS = 2


def measure(bench: Bench) -> list[Group]:
    """One batch after the other."""
    return [_batch(bench, count, last=count == bench.plan.papers[-1]) for count in bench.plan.papers]


def _batch(bench: Bench, count: int, *, last: bool) -> Group:
    folder = bench.folder(count)
    place = bench.work / "word"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    template, questions = docxtpl_template.make(place)
    reports = bench.list_of([folder.path / name for name in folder.files], f"word-{count}")
    papers = bench.list_of(_markdown(bench, folder, place / "md"), f"word-{count}-md")
    outs = {name: place / name for name in (KMUT, DOCXTPL, PANDOC)}
    out = outs[KMUT]
    kmut = [bench.kmut, "render", ".", "--format", "docx", "--out", str(out)]
    docxtpl = bench.script("docxtpl_plain.py", reports, template, questions, outs[DOCXTPL])
    pandoc = bench.script("pandoc_each.py", bench.pandoc, papers, outs[PANDOC])

    def contestant(name: str, command: list[str], rounds: int | None = None) -> Contestant:
        return Contestant(
            name,
            command,
            folder.path,
            environment=bench.cache_variables,
            before=_emptied(outs[name]),
            after=_checked(name, outs[name], folder),
            rounds=rounds,
            long=name == PANDOC,
        )

    contestants = [
        contestant(KMUT, kmut),
        contestant(DOCXTPL, docxtpl),
        contestant(PANDOC, pandoc, rounds=1 if last else None),
    ]
    title = f"{count} Word-Dateien aus Berichten zu 20 KB"
    return Group(f"render/{count}", title, count, bench.run(contestants, ROUNDS), folder.size)


def _markdown(bench: Bench, folder: Folder, out: Path) -> list[Path]:
    """What pandoc reads, made ready."""
    command = [bench.kmut, "render", str(folder.path), "--format", "md", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, check=False)
    found = sorted(out.rglob("*.md"))
    if len(found) != len(folder.files):
        raise ToolError(f"kmut render gab {len(found)} Markdown-Dateien:\n{done.stdout.decode()}{done.stderr.decode()}")
    return found


def _emptied(out: Path) -> Callable[[], None]:
    """Empties a folder."""

    def work() -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)

    return work


def _checked(name: str, out: Path, folder: Folder) -> Callable[[], None]:
    """Looks whether there is a Word file for each report, and in one of them all that was answered."""

    def work() -> None:
        papers = list(out.rglob("*.docx"))
        if len(papers) != len(folder.files):
            raise ToolError(f"{name} schrieb {len(papers)} Word-Dateien statt {len(folder.files)}")
        with zipfile.ZipFile(papers[0]) as paper:
            tables = paper.read("word/document.xml").count(b"<w:tbl>")
        if tables < 5:  # persons, goals, projects, networks, and at least one in an answer
            raise ToolError(f"In {papers[0]} stehen {tables} Tabellen; da fehlt etwas.")

    return work

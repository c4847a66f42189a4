"""What all measurements share: the programs, the folders, how often and how large, and what came out."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.folders import Folder, folder
from benchmarks.measure import Contestant, Series, ToolError, side_by_side

ROOT = Path(__file__).resolve().parent.parent
OTHERS = Path(__file__).resolve().parent / "others"
SCHEMA = ROOT / "schemas" / "taetigkeitsbericht-2020.schema.json"
SIZE = 20_000
KMUT = "kmut"


@dataclass(frozen=True)
class Plan:
    """How large and how often.

    Attributes:
        counts: Reports in the folders that show the growth, the second of them the one that the goals are about.
        sizes: Bytes of the reports in further folders.
        rounds: Of what takes seconds.
        slow: Rounds of what takes many seconds.
        pairs: Of what takes parts of a second.
        papers: Word files in a batch.
        cached: Reports in the folder that is validated twice.
    """

    counts: tuple[int, int, int] = (100, 1_000, 10_000)
    sizes: tuple[int, ...] = (5_000, 60_000)
    rounds: int = 3
    slow: int = 1
    pairs: int = 15
    papers: tuple[int, ...] = (50, 200)
    cached: int = 10_000


QUICK = Plan((10, 30, 500), (60_000,), rounds=3, slow=1, pairs=5, papers=(10,), cached=500)


@dataclass
class Group:
    """Programs that did the same work, side by side.

    Attributes:
        key: Name of the measurement, with what tells it from others of its kind.
        title: German.
        units: How many files, documents or calls each did.
        series: What was measured, by name of the program.
        size: Bytes of the reports together; 0 where that says nothing.
        notes: German sentences for below the table.
    """

    key: str
    title: str
    units: int
    series: dict[str, Series]
    size: int = 0
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Bench:
    """One run of the benchmarks.

    Attributes:
        plan: How large and how often.
        work: Folder for data and results.
        others: Environment with check-jsonschema and pandoc, which kmut does not need.
        say: Told what is being done.
    """

    plan: Plan
    work: Path
    others: Path
    say: Callable[[str], object]

    def folder(self, count: int, size: int = SIZE, *, wrong: bool = False) -> Folder:
        """A folder of reports; see `folders.folder`."""
        self.say(f"Ordner: {count} Berichte zu {size // 1000} KB")
        return folder(self.work / "daten", count, size, wrong=wrong)

    def run(self, contestants: Sequence[Contestant], rounds: int) -> dict[str, Series]:
        """Measure programs side by side."""
        return side_by_side(contestants, rounds, self.say)

    @cached_property
    def kmut(self) -> str:
        """The program of this Python environment."""
        return _program("kmut", Path(sysconfig.get_path("scripts")))

    @cached_property
    def check_jsonschema(self) -> str:
        """The program in the environment of the others."""
        return _program("check-jsonschema", self.others / ("Scripts" if os.name == "nt" else "bin"))

    @cached_property
    def pandoc(self) -> str:
        """Pandoc, as pypandoc-binary brings it."""
        found = next(self.others.rglob("pypandoc/files/pandoc*"), None)
        if found is None:
            raise ToolError(f"In {self.others} fehlt pypandoc-binary.")
        return str(found)

    @cached_property
    def libyaml(self) -> dict[str, str]:
        """What lets check-jsonschema read with libyaml, which its own installation leaves out."""
        spec = importlib.util.find_spec("_ruamel_yaml")
        if spec is None or spec.origin is None:
            raise ToolError("Hier fehlt ruamel.yaml.clib.")
        place = self.work / "libyaml"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(spec.origin, place)
        return {"PYTHONPATH": str(place)}

    @cached_property
    def has_cache(self) -> bool:
        """Whether this kmut keeps what it found."""
        said = subprocess.run([self.kmut, "validate", "--help"], capture_output=True, check=True).stdout
        return b"--no-cache" in said

    @property
    def cache(self) -> Path:
        """Where kmut keeps what it found, during the benchmarks."""
        return self.work / "cache"

    @property
    def cache_variables(self) -> dict[str, str]:
        """What leads kmut there; Windows knows no such variable."""
        return {"XDG_CACHE_HOME": str(self.cache)}

    def validate(self, *arguments: str, cache: bool = False) -> list[str]:
        """The command that validates, from the files' text and not from what is kept, unless `cache`."""
        return [self.kmut, "validate", *([] if cache or not self.has_cache else ["--no-cache"]), *arguments]

    def script(self, name: str, *arguments: str | Path) -> list[str]:
        """The command for one of our programs in `others/`, in this Python environment."""
        return [sys.executable, str(OTHERS / name), *map(str, arguments)]

    def list_of(self, files: Sequence[str | Path], name: str) -> Path:
        """A file with the names of files, one a line."""
        place = self.work / "listen" / f"{name}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(map(str, files)), encoding="utf-8")
        return place


def _program(name: str, scripts: Path) -> str:
    """Find a program of an environment.

    Raises:
        ToolError: It is not installed.
    """
    found = shutil.which(name, path=str(scripts))
    if found is None:
        raise ToolError(f"{name} fehlt in {scripts}; „python3 tasks.py bench“ richtet es ein.")
    return found

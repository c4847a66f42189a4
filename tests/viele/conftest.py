"""Folders of many small documents, and the program as a process of its own, as it runs them.

Many is 100 here, not 400, and a share is 20, not 50: what is proven is the same, and sooner.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
START = """import sys
from kmut_cli.__main__ import main
if __name__ == '__main__':
    from kmut_cli.workspace import pruefung
    pruefung.VIELE, pruefung.JE_AUFTRAG = 100, 20
    sys.exit(main())
"""

Programm = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def vorrat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """108 documents in folders of bodies, each body with its ``kmut.yaml``; four have an error."""
    ordner = tmp_path_factory.mktemp("viele")
    for nummer in range(108):
        hier = ordner / f"kommune-{nummer % 9}" / f"{nummer:03}"
        hier.mkdir(parents=True)
        text = (
            'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
            + f"berichtsjahr: {2020 + nummer % 5}  # Nr. {nummer}\n"
        )
        falsch = "berichtsjhr: 1\n" if nummer % 25 == 12 else ""
        (hier / "taetigkeitsbericht.yaml").write_text(text + falsch, encoding="utf-8")
    for nummer in range(9):
        mappe = ordner / f"kommune-{nummer}" / "kmut.yaml"
        mappe.write_text(
            f"kommune:\n  name: Stadt Beispiel {nummer}\n" + "  typ: stdt\n" * (nummer == 4), encoding="utf-8"
        )
    (ordner / "andere.yaml").write_text("name: nicht von uns\n", encoding="utf-8")
    return ordner


@pytest.fixture
def umgebung(tmp_path: Path) -> dict[str, str]:
    """The environment of a process; what it keeps for later runs goes to a folder of the test."""
    return {**os.environ, "PYTHONPATH": str(WURZEL), "XDG_CACHE_HOME": str(tmp_path / "cache"), "NO_COLOR": "1"}


@pytest.fixture
def programm(tmp_path: Path) -> Sequence[str]:
    """How the program is started: from a file, as ``pip`` makes one, since workers begin by reading it."""
    start = tmp_path / "kmut-start.py"
    start.write_text(START, encoding="utf-8")
    return [sys.executable, str(start)]


@pytest.fixture
def lauf(programm: Sequence[str], umgebung: dict[str, str], vorrat: Path) -> Programm:
    """Run the program over the folder; keyword arguments are variables of its environment."""

    def run(*args: str, **variablen: str) -> subprocess.CompletedProcess[str]:
        befehl = [*programm, *args]
        return subprocess.run(  # noqa: PLW1510  (the tests look at the status)
            befehl, cwd=vorrat, env=umgebung | variablen, capture_output=True, encoding="utf-8", timeout=120
        )

    return run

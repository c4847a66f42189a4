"""Runs the program the way people do, and gives files to run it on."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.__main__ import main

BEISPIELE = Path(__file__).parents[2] / "examples"
BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
ANTRAG = 'dokument: projektbeschreibung\ngliederung: "2026"\n'


@dataclass(frozen=True)
class Ergebnis:
    """Exit status and both streams of one run."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [finding["code"] for finding in self.json["findings"]]


Kmut = Callable[..., Ergebnis]
Schreibe = Callable[..., Path]


@pytest.fixture
def kmut(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kmut:
    """Call ``kmut`` with arguments, in this process; ``stdin`` are the bytes of standard input."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args: object, stdin: bytes = b"") -> Ergebnis:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Ergebnis(status, out, err)

    return run


@pytest.fixture
def schreibe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Schreibe:
    """Write files into an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, inhalt: str | bytes = BERICHT) -> Path:
        pfad = tmp_path / name
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_bytes(inhalt.encode() if isinstance(inhalt, str) else inhalt)
        return pfad

    return write


@pytest.fixture
def beispiele() -> Path:
    """The folder of examples in the repository."""
    return BEISPIELE

"""What all tests of writing share: each begins as a new run of the program, with a folder for temporary files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import kmut, schreibe
from tests.writing.schritte import eigener_tmp, neuer_lauf

__all__ = ["kmut", "schreibe"]

if os.name == "nt":
    collect_ignore = ["test_toeten.py", "test_scheitern.py", "test_zu_zweit.py", "test_rechte.py", "test_sperren.py"]


@pytest.fixture(autouse=True)
def tmp(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files; the current folder, the home and the day are again what they were."""
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setenv("HOME", os.environ.get("HOME", "/"))
    monkeypatch.setattr("kmut_cli.cli.monitoring_import.heute", lambda: date(2026, 11, 20))
    neuer_lauf()
    ordner = tmp_path_factory.mktemp("tmp")
    with eigener_tmp(ordner):
        yield ordner

"""Ctrl-C at any moment ends the run with one German line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType

import pytest

from kmut_cli.__main__ import main


class _Taste(MetaPathFinder):
    """Presses Ctrl-C while a module is being loaded."""

    def __init__(self, modul: str) -> None:
        self._modul = modul

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:
        if name == self._modul:
            raise KeyboardInterrupt


@pytest.mark.parametrize("modul", ["kmut_cli.cli.rahmen", "kmut_cli.cli.stroeme", "kmut_cli.cli.app"])
def test_waehrend_python_laedt(modul: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for eins in ("kmut_cli.cli.rahmen", "kmut_cli.cli.stroeme", "kmut_cli.cli.app"):
        monkeypatch.delitem(sys.modules, eins, raising=False)
    monkeypatch.setattr(sys, "meta_path", [_Taste(modul), *sys.meta_path])
    assert main(["validate", "gibt-es-nicht.yaml"]) == 130
    assert capsys.readouterr() == ("", "kmut: abgebrochen.\n")


def test_ohne_fehlerausgabe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kmut_cli.cli.rahmen", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_Taste("kmut_cli.cli.rahmen"), *sys.meta_path])
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--version"]) == 130

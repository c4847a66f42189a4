"""Paths as they are typed behind a command: what a shell reads is the path."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.workspace.wege import im_befehl, von_hier


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_a_shell_reads_the_same_path(weg: str) -> None:
    assert shlex.split(f"kmut check {im_befehl(weg, windows=False)}") == ["kmut", "check", weg]


@pytest.mark.parametrize(
    ("weg", "windows", "getippt"),
    [
        ("2024/tätigkeitsbericht.yaml", False, "2024/tätigkeitsbericht.yaml"),
        ("mein ordner/b.yaml", False, '"mein ordner/b.yaml"'),
        ("a$HOME `x`.yaml", False, "'a$HOME `x`.yaml'"),
        (r"C:\Akten\b.yaml", True, r"C:\Akten\b.yaml"),
        (r"C:\Meine Akten\b.yaml", True, r'"C:\Meine Akten\b.yaml"'),
    ],
)
def test_no_more_quotes_than_needed(weg: str, windows: bool, getippt: str) -> None:
    assert im_befehl(weg, windows) == getippt


def test_a_path_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert von_hier(tmp_path / "a" / "b.yaml") == os.path.join("a", "b.yaml")  # noqa: PTH118
    assert von_hier(tmp_path / "b.yaml", tmp_path / "a") == os.path.join("..", "b.yaml")  # noqa: PTH118

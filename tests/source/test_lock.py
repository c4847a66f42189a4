"""Only one run at a time changes a file, but none waits for ever."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kmut_cli.source import lock
from kmut_cli.source.lock import lock_file, locked


def test_nothing_appears_beside_the_file(tmp_path: Path) -> None:
    with locked(tmp_path / "a.yaml"):
        assert list(tmp_path.iterdir()) == []
        assert lock_file(tmp_path / "a.yaml").exists()
    assert not lock_file(tmp_path / "a.yaml").exists()


def test_one_after_the_other(tmp_path: Path) -> None:
    inside: list[int] = []

    def work() -> None:
        for _ in range(20):
            with locked(tmp_path / "a.yaml"):
                inside.append(1)
                assert len(inside) == 1
                inside.pop()

    with ThreadPoolExecutor(4) as pool:
        for run in [pool.submit(work) for _ in range(4)]:
            run.result()


@pytest.mark.skipif(os.name == "nt", reason="links are those of POSIX")
def test_one_file_has_one_lock_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.yaml")
    assert lock_file(tmp_path / "link.yaml") == lock_file(tmp_path / "a.yaml")
    assert lock_file(tmp_path / "b.yaml") != lock_file(tmp_path / "a.yaml")


def test_who_waits_too_long_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_LONGEST_WAIT", 0.05)
    done = []
    with locked(tmp_path / "a.yaml"), locked(tmp_path / "a.yaml"):
        done.append(1)
    assert done


@pytest.mark.parametrize("where", ["fehlt", "datei"])
def test_without_a_folder_for_the_lock_the_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    (tmp_path / "datei").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / where))
    done = []
    with locked(tmp_path / "a.yaml"):
        done.append(1)
    assert done


@pytest.mark.skipif(os.name == "nt", reason="links are those of POSIX")
def test_a_link_in_the_common_folder_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lock_file(tmp_path / "a.yaml").symlink_to(tmp_path / "ziel")
    with locked(tmp_path / "a.yaml"):
        assert not (tmp_path / "ziel").exists()


def test_errors_of_the_work_get_out(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="mein"), locked(tmp_path / "a.yaml"):
        raise OSError("mein")

"""Writing replaces a file as a whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kmut_cli.source.write import FileChanged, create_atomic, write_atomic


def test_new_file(tmp_path: Path) -> None:
    path = tmp_path / "neu.yaml"
    write_atomic(path, "ä\r\n".encode())
    assert path.read_bytes() == b"\xc3\xa4\r\n"
    (tmp_path / "vergleich").touch()
    assert path.stat().st_mode == (tmp_path / "vergleich").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="modes and links are those of POSIX")
def test_existing_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    path, link = tmp_path / "alt.yaml", tmp_path / "link.yaml"
    path.write_bytes(b"alt")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomic(link, b"neu")
    assert path.read_bytes() == b"neu"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()


def test_nothing_is_left_or_changed_if_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "alt.yaml"
    path.write_bytes(b"alt")

    def fail(*_: object) -> None:
        raise OSError("voll")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="voll"):
        write_atomic(path, b"neu")
    assert path.read_bytes() == b"alt"
    assert [entry.name for entry in tmp_path.iterdir()] == ["alt.yaml"]


def test_missing_folder_and_folder_as_target_raise_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_atomic(tmp_path / "fehlt" / "a.yaml", b"x")
    (tmp_path / "ordner").mkdir()
    with pytest.raises(OSError):
        write_atomic(tmp_path / "ordner", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["ordner"]


@pytest.mark.parametrize("links", [True, False])
def test_creating_never_takes_the_place_of_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no hard links here")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    create_atomic(tmp_path / "neu.yaml", b"neu")
    assert (tmp_path / "neu.yaml").read_bytes() == b"neu"
    (tmp_path / "ordner").mkdir()
    for name in ("neu.yaml", "ordner"):
        with pytest.raises(FileExistsError):
            create_atomic(tmp_path / name, b"anders")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["neu.yaml", "ordner"]
    assert (tmp_path / "neu.yaml").read_bytes() == b"neu"


@pytest.mark.skipif(os.name == "nt", reason="links are those of POSIX")
def test_creating_does_not_follow_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "ziel.yaml")
    with pytest.raises(FileExistsError):
        create_atomic(tmp_path / "link.yaml", b"neu")
    assert [path.name for path in tmp_path.iterdir()] == ["link.yaml"]


@pytest.mark.parametrize("now", [b"anders", b"alt und mehr", None])
def test_what_came_up_meanwhile_is_not_replaced(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "a.yaml"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(FileChanged):
        write_atomic(path, b"neu", instead_of=b"alt")
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == ([] if now is None else [now])
    path.write_bytes(b"alt")
    write_atomic(path, b"neu", instead_of=b"alt")
    assert path.read_bytes() == b"neu"

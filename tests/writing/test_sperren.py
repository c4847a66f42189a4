"""A lock that somebody left, planted or holds for too long: nobody waits for ever, and nothing is lost."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.source import lock, write
from kmut_cli.source.edit import Set
from kmut_cli.source.lock import lock_file, locked, take
from kmut_cli.source.write import FileChanged, write_atomic
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError
from tests.writing.faelle import BERICHT
from tests.writing.schritte import ende, im_kind, reste, stand


class _Offen:
    """An open file that closes like other things do."""

    def __init__(self, pfad: Path) -> None:
        self.nummer = os.open(pfad, os.O_RDWR)

    def close(self) -> None:
        os.close(self.nummer)


@pytest.mark.parametrize("was", ["link", "ordner", "fifo", "fremd", "hängend"])
def test_planted_in_the_common_folder(tmp_path: Path, tmp: Path, monkeypatch: pytest.MonkeyPatch, was: str) -> None:
    """Anyone may put something there under the name of the lock: it is neither followed nor waited for."""
    datei = tmp_path / "a.yaml"
    if was == "fremd":
        monkeypatch.setattr(os, "geteuid", lambda: 4711)
    sperre = lock_file(datei)
    opfer = tmp / "opfer"
    opfer.write_bytes(b"wichtig")
    if was == "ordner":
        sperre.mkdir()
    elif was == "fifo":
        os.mkfifo(sperre)
    elif was == "fremd":
        sperre.touch()
    else:
        sperre.symlink_to(opfer if was == "link" else tmp / "neu")
    beginn = time.monotonic()
    with locked(datei):
        write_atomic(datei, b"neu")
    assert time.monotonic() - beginn < lock._LONGEST_WAIT / 3
    assert datei.read_bytes() == b"neu"
    assert opfer.read_bytes() == b"wichtig"
    assert os.path.lexists(sperre)
    assert not (tmp / "neu").exists()


def test_a_killed_run_blocks_nobody(tmp_path: Path) -> None:
    datei = tmp_path / "a.yaml"

    def lauf() -> None:
        with locked(datei):
            os.kill(os.getpid(), signal.SIGKILL)

    assert ende(im_kind(lauf)) == -signal.SIGKILL
    assert lock_file(datei).exists()
    beginn = time.monotonic()
    with locked(datei):
        assert time.monotonic() - beginn < lock._LONGEST_WAIT / 3
    assert not lock_file(datei).exists()


def _geduldlos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_LONGEST_WAIT", 0.05)
    monkeypatch.setattr(write, "_LONGEST_HELD", 0.05)


def _angehalten(datei: Path, vor: str) -> int:
    """Start a run that answers a question and hangs before a step; gives its number."""

    noch = [vor]

    def vorher(_nummer: int, name: str, args: tuple[Any, ...]) -> None:
        if name in noch:
            noch.clear()
            os.kill(os.getpid(), signal.SIGSTOP)

    def lauf() -> None:
        Bearbeitung(datei).schreibe([Set(("status",), "final")])

    pid = im_kind(lauf, vorher)
    os.waitpid(pid, os.WUNTRACED)
    return pid


def test_who_hangs_before_looking_finds_the_newer_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one goes on without the lock after a while; what hung sees that, and both answers are there."""
    datei = tmp_path / "b.yaml"
    datei.write_text(BERICHT, "utf-8")
    pid = _angehalten(datei, "write")
    _geduldlos(monkeypatch)
    Bearbeitung(datei).schreibe([Set(("berichtsjahr",), "2026")])
    os.kill(pid, signal.SIGCONT)
    assert ende(pid) == 0
    assert datei.read_text("utf-8") == BERICHT.replace("2025", '"2026"').replace("entwurf", "final")
    assert not reste(tmp_path)


def test_who_hangs_between_looking_and_replacing_keeps_others_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would replace what the others wrote. They are told, and can try again."""
    datei = tmp_path / "b.yaml"
    datei.write_text(BERICHT, "utf-8")
    pid = _angehalten(datei, "replace")
    _geduldlos(monkeypatch)
    eigene = Bearbeitung(datei, "b.yaml")
    with pytest.raises(BearbeitungError, match="Ein anderes Programm hat die Datei geöffnet") as caught:
        eigene.schreibe([Set(("berichtsjahr",), "2026")])
    assert "Schließen Sie die Datei in anderen Programmen" in caught.value.help
    assert caught.value.inhalt is not None
    assert stand(tmp_path) == {"b.yaml": BERICHT.encode()}
    os.kill(pid, signal.SIGCONT)
    assert ende(pid) == 0
    assert eigene.schreibe([Set(("berichtsjahr",), "2026")]) is True
    assert datei.read_text("utf-8") == BERICHT.replace("2025", '"2026"').replace("entwurf", "final")
    assert not reste(tmp_path)


def test_who_waited_sees_that_another_file_has_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is on the file, and that may have been replaced by one of the same content meanwhile."""
    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")
    echt = lock.take

    def nimm(nummer: int) -> None:
        echt(nummer)
        if os.path.samestat(os.fstat(nummer), datei.stat()):
            (tmp_path / "neu").write_bytes(b"alt")
            (tmp_path / "neu").replace(datei)

    monkeypatch.setattr(lock, "take", nimm)
    with pytest.raises(FileChanged):
        write_atomic(datei, b"neu", instead_of=b"alt")
    assert stand(tmp_path) == {"a.yaml": b"alt"}


def test_litter_of_a_run_that_still_writes_stays(tmp_path: Path) -> None:
    datei = tmp_path / "b.yaml"
    datei.write_text(BERICHT, "utf-8")
    pid = _angehalten(datei, "fsync")
    write_atomic(tmp_path / "anders.yaml", b"x")
    assert len(reste(tmp_path)) == 1
    os.kill(pid, signal.SIGCONT)
    assert ende(pid) == 0
    assert datei.read_text("utf-8") == BERICHT.replace("entwurf", "final")


def test_what_a_killed_program_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    """Ours of this machine at once, ours of others after a day, nothing else ever."""
    from kmut_cli.source.temporary import _machine

    hier, dort = _machine(), "0000" if _machine() != "0000" else "1111"
    namen = {
        f".a.yaml.kmut-{hier}-00000001.tmp": None,  # of a file that is not even written now
        f".kmut-{hier}-00000001.tmp": None,
        f".a.yaml.kmut-{dort}-00000001.tmp": "old",
        f".b.yaml.kmut-{dort}-00000001.tmp": "new",
        ".a.yaml.abcd_123.tmp": "old",
        "a.yaml.kmut-0000-00000001.tmp": "old",
        f".c.kmut-{hier}-00000001.tmp": "held",
    }
    for name, alter in namen.items():
        (tmp_path / name).write_bytes(b"x")
        if alter == "old":
            os.utime(tmp_path / name, (1, 1))
    (tmp_path / f".kmut-{hier}-00000002.tmp").mkdir()
    (tmp_path / f".kmut-{hier}-00000003.tmp").symlink_to("fehlt")
    os.mkfifo(tmp_path / f".kmut-{hier}-00000004.tmp")
    with closing(_Offen(tmp_path / f".c.kmut-{hier}-00000001.tmp")) as offen:
        take(offen.nummer)
        write_atomic(tmp_path / "a.yaml", b"neu")
    bleibt = [name for name in namen if not (name.startswith((".a.yaml.kmut", f".kmut-{hier}")))]
    assert sorted(eins.name for eins in tmp_path.iterdir()) == sorted(
        [*bleibt, "a.yaml", *(f".kmut-{hier}-0000000{nummer}.tmp" for nummer in (2, 3, 4))]
    )

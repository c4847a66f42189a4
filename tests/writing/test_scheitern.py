"""The drive fails or is full, at every step of every command that writes: old or new, no litter, a German reason."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.cli.ausfuellen.retten import rette
from kmut_cli.source.oserror import grund
from kmut_cli.source.write import write_atomic
from tests.writing.faelle import Fall, faelle
from tests.writing.schritte import BRAUCHT_PLATZ, Schritte, ende, im_kind, neuer_lauf, reste, scheitere, stand

FAELLE = list(faelle())


def voll_ab(bei: int) -> tuple[int, Callable[[int, str], bool]]:
    """No more room from a step on."""
    return errno.ENOSPC, lambda nummer, name: nummer >= bei and name in BRAUCHT_PLATZ


def defekt(bei: int) -> tuple[int, Callable[[int, str], bool]]:
    """One step fails; what was made can be removed."""
    return errno.EIO, lambda nummer, name: nummer == bei and name not in ("unlink", "rmdir")


@pytest.mark.parametrize("fall", [fall for fall in FAELLE if fall.name != "new mit Frist"], ids=lambda fall: fall.name)
@pytest.mark.usefixtures("grobe_bilder")
def test_bei_jedem_schritt(
    fall: Fall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    ordner = tmp_path / "ordner"
    fall.bereite_vor(ordner)
    vorher = stand(ordner)
    with Schritte().aktiv() as alle:
        assert fall.lauf() == 0
    nachher = stand(ordner)
    gescheitert = 0
    for art in (voll_ab, defekt):
        for bei in range(1, len(alle.namen) + 1, 2 * fall.jeder - 1):
            fall.bereite_vor(ordner)
            neuer_lauf()
            capsys.readouterr()
            nummer, welche = art(bei)
            with Schritte(scheitere(welche, nummer)).aktiv():
                status = fall.lauf()
            out, err = capsys.readouterr()
            danach = stand(ordner)
            assert status in (0, 1, 2), (bei, out, err)
            assert not any(wort in out + err for wort in ("Errno", "No space", "Input/output", "Traceback")), (bei, err)
            assert all(inhalt in (vorher.get(name), nachher[name]) for name, inhalt in danach.items()), bei
            assert danach.keys() >= vorher.keys()
            assert not reste(ordner), bei
            if danach != nachher:
                gescheitert += 1
                assert status, (bei, out, err)
                assert "schreiben" in out + err or "anlegen" in out + err, (bei, out, err)
                if art is voll_ab:
                    assert "der datenträger ist voll" in (out + err).lower(), (bei, out, err)
                assert fall.lauf() == 0
                assert stand(ordner) == nachher
    assert gescheitert > 1


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_real_limit(tmp_path: Path) -> None:
    """The system itself refuses to write on, in the middle of the content."""
    import resource

    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")

    def lauf() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_atomic(datei, b"x" * 5000)
        except OSError as fehler:
            return 7 if "größer" in grund(fehler) else 8
        return 0

    assert ende(im_kind(lauf)) == 7
    assert stand(tmp_path) == {"a.yaml": b"alt"}
    assert [eins.name for eins in tmp_path.iterdir()] == ["a.yaml"]


def test_short_writes_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schreibe = os.write
    monkeypatch.setattr(os, "write", lambda datei, inhalt: schreibe(datei, inhalt[:7]))
    write_atomic(tmp_path / "a.yaml", bytes(range(250)))
    assert (tmp_path / "a.yaml").read_bytes() == bytes(range(250))


def test_an_answer_is_kept_somewhere_else_or_nowhere_and_nothing_is_raised(
    tmp_path: Path, tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    (tmp_path / "datei").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "datei"))
    datei = rette("Grüße \udcff", "x", [tmp_path])
    assert datei is not None
    assert datei.read_bytes() == "Grüße ".encode() + b"\xff"
    assert datei.parent == tmp_path
    assert datei.stat().st_mode & 0o077 == 0

    def keiner() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", keiner)
    assert rette("Grüße", "x", []) is None


@pytest.mark.parametrize("bei", range(1, 6))
def test_nothing_is_left_of_an_answer_that_could_not_be_kept(tmp: Path, bei: int) -> None:
    def einer(nummer: int, name: str) -> bool:
        return nummer == bei

    with Schritte(scheitere(einer, errno.ENOSPC)).aktiv() as schritte:
        datei = rette("Antwort", "x", [])
    if datei is None:
        assert list(tmp.iterdir()) == []
    else:
        assert len(schritte.namen) < bei

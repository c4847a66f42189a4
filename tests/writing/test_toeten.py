"""Killed at every step of every command that writes: each file is the old or the new one, and the next run works."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.source.lock import take
from tests.writing.faelle import Fall, faelle
from tests.writing.schritte import Schritte, ende, im_kind, neuer_lauf, reste, stand, toete

ALLE = bool(os.environ.get("KMUT_ALLE_SCHRITTE"))
"""Whether no step is passed over, for a long run; CI kills at some of the many that are alike."""
FAELLE = list(faelle())
_ALLE = (
    "os.rename os.remove os.mkdir os.rmdir os.link os.symlink os.chmod os.chown os.truncate os.setxattr os.removexattr"
    " os.utime shutil.copyfile shutil.move shutil.copymode shutil.copystat shutil.rmtree tempfile.mkstemp"
)
AENDERND = _ALLE.split()


def erwartet(fall: Fall, ordner: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Do it once undisturbed, which also loads what it needs; gives the files before and after."""
    fall.bereite_vor(ordner)
    vorher = stand(ordner)
    assert fall.lauf() == 0
    nachher = stand(ordner)
    assert {name: nachher.get(name) for name in vorher} != vorher or nachher.keys() > vorher.keys()
    assert not reste(ordner)
    return vorher, nachher


@pytest.fixture(scope="module", autouse=True)
def klein() -> None:
    """A copy of this process does not look through the objects of all tests, which would copy their memory too."""
    gc.collect()
    gc.freeze()


@pytest.mark.parametrize("fall", FAELLE, ids=lambda fall: fall.name)
@pytest.mark.usefixtures("grobe_bilder")
def test_bei_jedem_schritt(
    fall: Fall, tmp_path: Path, tmp: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    ordner = tmp_path / "ordner"
    vorher, nachher = erwartet(fall, ordner)
    bei, getoetet, nicht_neu = 0, 0, 0
    while True:
        bei += 1 if ALLE else fall.jeder
        fall.bereite_vor(ordner)
        neuer_lauf()
        status = ende(im_kind(fall.lauf, toete(bei)))
        danach = stand(ordner)
        for name, inhalt in danach.items():
            assert inhalt in (vorher.get(name), nachher[name]), f"{name} ist vor Schritt {bei} weder alt noch neu"
        assert danach.keys() >= vorher.keys()
        if status == 0:
            assert danach == nachher
            assert not reste(ordner)
            break
        assert status == -signal.SIGKILL
        assert len(reste(ordner)) <= 1
        getoetet += 1
        nicht_neu += danach != nachher
        neuer_lauf()
        fertig = danach == nachher or not fall.setzt_fort
        assert fall.lauf() in ((0, 2) if fertig else (0,)), capsys.readouterr()
        assert stand(ordner) == (nachher if fall.setzt_fort else danach | stand(ordner)), f"nach Schritt {bei}"
        geschrieben = stand(ordner)
        beschrieben = {(ordner / name).parent for name in nachher if danach.get(name) != geschrieben.get(name)}
        assert not beschrieben & {rest.parent for rest in reste(ordner)}, "wo der nächste Lauf schreibt, räumt er auf"
    assert getoetet >= nicht_neu > 1
    for sperre in tmp.glob("*.lock"):
        with sperre.open("rb") as datei:
            take(datei.fileno())  # nobody holds it, and
            assert datei.read() == b""


def test_jede_aenderung_ist_ein_schritt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests of this folder would overlook it; Python itself tells of each change, however it is called."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for fall in FAELLE:
        fall.bereite_vor(tmp_path / fall.name)

    def lauf() -> int:
        schritte = Schritte()
        fremd: list[Any] = []

        def hoere(event: str, args: tuple[Any, ...]) -> None:
            oeffnet = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if (oeffnet or event in AENDERND) and not schritte.darin and "/dev/" not in str(args[0]):
                fremd.append((event, args))

        sys.addaudithook(hoere)
        for fall in FAELLE:
            os.chdir(tmp_path / fall.name)
            neuer_lauf()
            with schritte.aktiv():
                assert fall.lauf() == 0
        if fremd or len(schritte.namen) < 100:
            (tmp_path / "fremd").write_text(repr(fremd))
        return int(bool(fremd))

    assert ende(im_kind(lauf)) == 0, (tmp_path / "fremd").read_text() if (tmp_path / "fremd").exists() else ""


def test_erst_auf_die_platte_dann_der_name(tmp_path: Path) -> None:
    """What a power cut needs: the content is on the disk before it gets its name, the name before it is told of."""
    for fall in FAELLE[:4:3]:
        neuer_lauf()
        fall.bereite_vor(tmp_path / fall.name)
        with Schritte().aktiv() as schritte:
            fall.lauf()
        wichtig = [name for name in schritte.namen if name in ("write", "fsync", "replace", "link")]
        assert wichtig in (["write", "fsync", "replace", "fsync"], ["write", "fsync", "link", "fsync"])

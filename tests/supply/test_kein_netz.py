"""No command reaches for the network: no socket, no name looked up, in no child process either."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.git_ordner import UMGEBUNG, git, repository

STATUS = 97  # as in ohne_netz/sitecustomize.py, which must not be imported: it would end this very process

WURZEL = Path(__file__).parents[2]
HIER = Path(__file__).parent
BERICHT = "2026/taetigkeitsbericht.yaml"
GEDULD = 60
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's")


@pytest.fixture
def umgebung(tmp_path: Path) -> dict[str, str]:
    """Surroundings in which every Python ends at its first step into the network."""
    pfade = os.pathsep.join((str(HIER / "ohne_netz"), str(WURZEL)))
    eigene = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    return {**os.environ, **UMGEBUNG, **eigene, "PYTHONPATH": pfade, "TERM": "xterm", "COLUMNS": "100"}


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    """A copy of the great example under version control."""
    ordner = repository(tmp_path / "mappe")
    shutil.copytree(WURZEL / "examples" / "landkreis-musterland", ordner, dirs_exist_ok=True)
    git(ordner, "add", "--all")
    git(ordner, "commit", "-q", "-m", "Stand")
    return ordner


def _python(umgebung: dict[str, str], *args: str, cwd: Path = WURZEL) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, *args]
    return subprocess.run(
        befehl, cwd=cwd, env=umgebung, capture_output=True, text=True, encoding="utf-8", timeout=GEDULD, check=False
    )


@pytest.mark.parametrize(
    "versuch",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "urllib.request.urlopen('http://127.0.0.1:9')",
        "asyncio.run(asyncio.open_connection('127.0.0.1', 9))",
        "subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'], check=True)",
    ],
)
def test_wer_es_versucht_faellt_auf(umgebung: dict[str, str], versuch: str) -> None:
    skript = f"import asyncio, socket, subprocess, sys, urllib.request\ntry:\n    {versuch}\nexcept OSError:\n    pass"
    lauf = _python(umgebung, "-c", skript)
    assert lauf.returncode in (STATUS, 1), lauf
    assert "network: socket." in lauf.stderr


@LINUX
def test_auch_ein_fremdes_programm(umgebung: dict[str, str]) -> None:
    lauf = _python(
        umgebung, "-c", "import subprocess; print(subprocess.call(['git', 'ls-remote', 'git://127.0.0.1:9/x']))"
    )
    if "unable to connect" in lauf.stderr:
        pytest.skip("this container does not let a process restrict itself")
    assert (lauf.stdout.strip() == "128" and "fatal" not in lauf.stderr) or int(lauf.stdout) == -signal.SIGSYS, lauf


def test_alle_befehle(umgebung: dict[str, str], mappe: Path) -> None:
    daten = WURZEL / "tests" / "workspace" / "daten"
    lauf = _python(umgebung, str(HIER / "alle_befehle.py"), str(daten), str(WURZEL / "examples"), cwd=mappe)
    assert lauf.returncode == 0, lauf.stderr[-3000:]


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal and signals")
@pytest.mark.parametrize(
    ("args", "erscheint"),
    [
        pytest.param(["watch", "--render", "--format", "md"], "sachstand.md", id="watch"),
        pytest.param(["fill", BERICHT, "--all"], "Frage 1 von", id="fill"),
    ],
)
def test_im_terminal(umgebung: dict[str, str], mappe: Path, args: list[str], erscheint: str) -> None:
    import pexpect

    kind = pexpect.spawn(
        sys.executable, ["-m", "kmut_cli", *args], cwd=str(mappe), env=umgebung, encoding="utf-8", timeout=GEDULD
    )
    kind.expect(erscheint)
    kind.sendintr()
    kind.expect(pexpect.EOF)
    kind.close()
    assert kind.exitstatus == 130, kind.before
    assert "network:" not in kind.before

"""`kmut new` on a terminal: asks for the deadline that only the grant notice knows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
if sys.platform == "win32":
    pytest.skip("no pseudo-terminal", allow_module_level=True)

WURZEL = Path(__file__).parents[2]
STAMMDATEN = "kommune: {name: Musterland}\n"
FRAGE = r"Frist \(TT\.MM\.JJJJ, Enter = später\)"


@pytest.fixture
def lauf(tmp_path: Path) -> pexpect.spawn:  # type: ignore[name-defined]
    (tmp_path / "kmut.yaml").write_text(STAMMDATEN, "utf-8")
    umgebung = {"PYTHONPATH": str(WURZEL), "TERM": "xterm", "PATH": "", "LANG": "C.UTF-8"}
    befehl = ["-m", "kmut_cli", "new", "taetigkeitsbericht", "2025"]
    return pexpect.spawn(sys.executable, befehl, cwd=tmp_path, env=umgebung, encoding="utf-8", timeout=30)


def test_a_day_is_asked_for_until_it_is_one(lauf: pexpect.spawn, tmp_path: Path) -> None:  # type: ignore[name-defined]
    lauf.expect(FRAGE)
    assert not (tmp_path / "2025").exists()
    lauf.send("Ende März\r")
    lauf.expect("Das ist kein Tag")
    lauf.send("\x1531.03.2026\r")
    lauf.expect("Frist: 31.03.2026, vermerkt in kmut.yaml")
    lauf.expect(pexpect.EOF)
    assert (tmp_path / "kmut.yaml").read_text("utf-8").split()[-1] == "2026-03-31"
    assert (tmp_path / "2025/taetigkeitsbericht.yaml").is_file()


def test_later_leaves_kmut_yaml_alone(lauf: pexpect.spawn, tmp_path: Path) -> None:  # type: ignore[name-defined]
    lauf.expect(FRAGE)
    lauf.send("\r")
    lauf.expect("steht noch nicht in kmut.yaml")
    lauf.expect(pexpect.EOF)
    assert (tmp_path / "kmut.yaml").read_text("utf-8") == STAMMDATEN
    assert (tmp_path / "2025/taetigkeitsbericht.yaml").is_file()


@pytest.mark.parametrize("taste", ["\x03", "\x04"])
def test_breaking_off_writes_nothing(lauf: pexpect.spawn, tmp_path: Path, taste: str) -> None:  # type: ignore[name-defined]
    lauf.expect(FRAGE)
    lauf.send(taste)
    lauf.expect("abgebrochen")
    lauf.expect(pexpect.EOF)
    assert sorted(eins.name for eins in tmp_path.iterdir()) == ["kmut.yaml"]

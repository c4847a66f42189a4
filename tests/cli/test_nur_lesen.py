"""Who only reads changes nothing: no byte, no time stamp, no new file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Kmut


def _stand(ordner: Path) -> dict[str, tuple[bytes, int, int]]:
    dateien = (pfad for pfad in sorted(ordner.rglob("*")) if pfad.is_file())
    return {str(pfad): (pfad.read_bytes(), pfad.stat().st_mtime_ns, pfad.stat().st_mode) for pfad in dateien}


@pytest.fixture
def baum(tmp_path: Path, beispiele: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the examples, with old time stamps, as the current folder."""
    ordner = tmp_path / "baum"
    shutil.copytree(beispiele, ordner)
    for pfad in ordner.rglob("*"):
        os.utime(pfad, (1_600_000_000, 1_600_000_000))
    monkeypatch.chdir(ordner)
    return ordner


@pytest.mark.usefixtures("grobe_bilder")
@pytest.mark.parametrize(
    "args",
    [
        ["validate"],
        ["validate", "--format", "json"],
        ["check", "--strict"],
        ["check", "--format", "sarif"],
        ["status"],
        ["status", "--format", "json", "--ics", "../aus/fristen.ics"],
        ["outline"],
        ["explain", "KM210"],
        ["schema", "taetigkeitsbericht"],
        ["schema", "--out", "../aus"],
        ["template", "copy", "--out", "../aus", "--format", "docx"],
        ["render", "--out", "../aus"],
    ],
    ids=" ".join,
)
def test_aendert_nichts(kmut: Kmut, baum: Path, args: list[str]) -> None:
    vorher = _stand(baum)
    assert kmut(*args).status in (0, 1)
    assert _stand(baum) == vorher


def test_render_daneben_legt_nur_seine_ausgabe_dazu(kmut: Kmut, baum: Path) -> None:
    vorher = _stand(baum)
    assert kmut("render", "entwurf").status == 0
    nachher = _stand(baum)
    assert {name: nachher[name] for name in vorher} == vorher
    assert sorted(Path(name).name for name in nachher.keys() - vorher.keys()) == [
        "projektbeschreibung.docx", "taetigkeitsbericht.docx",
    ]  # fmt: skip

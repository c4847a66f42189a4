"""The heavy ones, each in a process of its own that tells how much memory it took."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.conftest import ALLES
from tests.hostile.korpus import GUT, antwort

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux for the memory of a process")
MEGABYTE = 1024 * 1024
SPEICHER = 300 * MEGABYTE
_PROGRAMM = (
    "import sys; from pathlib import Path; from kmut_cli.__main__ import main; s = main(sys.argv[1:])\n"
    "z = next(z for z in Path('/proc/self/status').read_text().splitlines() if z.startswith('VmHWM'))\n"
    "print(z, file=sys.stderr)\n"
    "sys.exit(s)"
)


def _gross(pfad: Path) -> None:
    """A hundred megabytes, of which the disk keeps none."""
    pfad.write_text(GUT, "utf-8")
    os.truncate(pfad, 100 * MEGABYTE)


def _aus(inhalt: bytes) -> Callable[[Path], None]:
    return lambda pfad: pfad.write_bytes(inhalt) and None


_FUENF = 5 * MEGABYTE - 1_000
SCHWER: dict[str, tuple[Callable[[Path], None], int]] = {
    "100 MB": (_gross, 1),
    "5 MB that are no UTF-8": (_aus(b"x: " + b"\xff" * _FUENF), 1),
    "5 MB of one line": (_aus(GUT.encode() + b"x: " + b"a" * _FUENF), 1),
    "5 MB of escapes": (_aus(GUT.encode() + b'x: "' + b"\\n" * (_FUENF // 2) + b'"\n'), 1),
    "5 MB of comments": (_aus(GUT.encode() + b"#\n" * (_FUENF // 2)), 0),
    "5 MB of blank lines": (_aus(GUT.encode() + b"\n" * _FUENF), 0),
    "5 MB of keys": (_aus(GUT.encode() + b"".join(b"k%d:\n" % n for n in range(600_000))), 1),
    "5 MB of merge conflicts": (_aus(b"<<<<<<< a\n" * (_FUENF // 10)), 1),
    "5 MB of separators": (_aus(GUT.encode() + "a: \u2028".encode() * (_FUENF // 6)), 1),
    "1 MB of placeholders": (_aus(antwort("TODO " * 200_000).encode()), 0),
    **{f"1 MB of {zeichen!r}": (_aus(zeichen.encode() * (MEGABYTE // len(zeichen))), 1)
       for zeichen in ("[", "- ", "&a ", '"', "? ", "{a: ", "*a ", "!x ", "a: ", "|\n", "%x\n", "---\n")},
}  # fmt: skip
IMMER = ("100 MB", "5 MB that are no UTF-8")


def _stand(datei: Path) -> tuple[int, int, int, int]:
    """What changes when somebody writes."""
    stand = datei.stat()
    return stand.st_ino, stand.st_mode, stand.st_size, stand.st_mtime_ns


def kmut(*args: object, stdin: str = os.devnull) -> tuple[int, str, int]:
    """Exit status, output, and memory at its highest in bytes."""
    umgebung = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "100"}
    with Path(stdin).open("rb") as eingabe:
        lauf = subprocess.run(
            [sys.executable, "-c", _PROGRAMM, *map(str, args)],
            stdin=eingabe, capture_output=True, timeout=100, check=False, env=umgebung,
        )  # fmt: skip
    fehler = lauf.stderr.decode()
    spitze = re.search(r"VmHWM:\s+(\d+) kB", fehler)
    assert spitze, fehler
    return lauf.returncode, lauf.stdout.decode() + fehler, int(spitze[1]) * 1024


@pytest.mark.parametrize("name", SCHWER if ALLES else IMMER)
def test_memory_stays_small(tmp_path: Path, name: str) -> None:
    mache, status = SCHWER[name]
    datei = tmp_path / "x.yaml"
    mache(datei)
    vorher = _stand(datei)
    for befehl in ("validate", "check", "status", "compare") if ALLES else ("check",):
        ende, worte, spitze = kmut(befehl, datei, *([datei] if befehl == "compare" else []))
        assert ende in ((0, 1, 2) if befehl == "compare" else (status,)), worte[-300:]
        assert "Traceback" not in worte
        assert spitze < SPEICHER, f"{befehl}: {spitze // MEGABYTE} MB"
    assert _stand(datei) == vorher


def test_standard_input_without_end(tmp_path: Path) -> None:
    status, worte, spitze = kmut("validate", "-", stdin="/dev/zero")
    assert (status, "KM103" in worte, spitze < SPEICHER) == (1, True, True)

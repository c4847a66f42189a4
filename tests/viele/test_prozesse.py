"""Many files: several processes find what one finds, and none is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.viele.conftest import Programm

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.mark.parametrize("befehl", ["validate", "check"])
def test_mehrere_finden_was_einer_findet(lauf: Programm, befehl: str) -> None:
    allein = lauf(befehl, "--format", "json", KMUT_GRENZE_PROZESSE="1")
    zu_dritt = lauf(befehl, "--format", "json", KMUT_GRENZE_PROZESSE="2")
    assert (allein.returncode, allein.stderr) == (zu_dritt.returncode, zu_dritt.stderr) == (1, "")
    assert zu_dritt.stdout == allein.stdout
    ergebnis = json.loads(allein.stdout)
    assert ergebnis["summary"]["files"] == 108
    falsch = [eins["path"] for eins in ergebnis["findings"] if eins["code"] == "KM210"]
    assert len(falsch) == 4
    (mappe,) = [eins for eins in ergebnis["findings"] if eins["path"].endswith("kmut.yaml")]
    assert mappe["path"] == os.path.join("kommune-4", "kmut.yaml")  # noqa: PTH118


def test_es_arbeiten_wirklich_mehrere(lauf: Programm, programm: Sequence[str], umgebung: dict[str, str]) -> None:
    """A worker writes its name where it starts; that of the main process is not among them."""
    gezaehlt = (
        "import sys, os\nfrom pathlib import Path\n"
        "if __name__ == '__mp_main__':\n    Path(os.environ['ZEUGE'], str(os.getpid())).touch()\n"
    )
    start = Path(programm[1])
    start.write_text(gezaehlt + start.read_text(encoding="utf-8"), encoding="utf-8")
    zeuge = start.parent / "zeuge"
    zeuge.mkdir()
    lauf("validate", "--no-cache", ZEUGE=str(zeuge), KMUT_GRENZE_PROZESSE="2")
    assert len(list(zeuge.iterdir())) == min(2, _prozessoren()) - 1


def test_wenige_dateien_brauchen_keine_hilfe(lauf: Programm, programm: Sequence[str]) -> None:
    start = Path(programm[1])
    start.write_text(
        start.read_text(encoding="utf-8").replace("import sys\n", "import sys, os\nassert __name__ == '__main__'\n", 1)
    )
    assert lauf("validate", "kommune-0").returncode == 0


def test_dateien_einzeln_genannt(lauf: Programm, vorrat: Path) -> None:
    namen = [str(pfad.relative_to(vorrat)) for pfad in sorted(vorrat.rglob("taetigkeitsbericht.yaml"))]
    ergebnis = lauf("validate", "--format", "json", "-", *namen, namen[0], "fehlt.yaml")
    findings = json.loads(ergebnis.stdout)["findings"]
    assert json.loads(ergebnis.stdout)["summary"]["files"] == 109
    assert sorted({eins["code"] for eins in findings}) == ["KM104", "KM181", "KM210", "KM219"]


def test_ein_arbeiter_der_stirbt_kostet_nichts(lauf: Programm, programm: Sequence[str]) -> None:
    """Whatever kills a worker, its share is done by the main process."""
    start = Path(programm[1])
    stirbt = "import os, signal\nif __name__ == '__mp_main__':\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    erwartet = lauf("validate", "--no-cache", "--format", "json", KMUT_GRENZE_PROZESSE="1").stdout
    start.write_text(stirbt + start.read_text(encoding="utf-8"), encoding="utf-8")
    ergebnis = lauf("validate", "--no-cache", "--format", "json", KMUT_GRENZE_PROZESSE="2")
    assert (ergebnis.stdout, ergebnis.stderr) == (erwartet, "")


def test_grosse_auftraege_und_antworten_blockieren_sich_nicht(
    programm: Sequence[str], umgebung: dict[str, str], tmp_path: Path
) -> None:
    """Both a share and an answer may be larger than what a pipe holds."""
    ordner = tmp_path / "gross"
    ordner.mkdir()
    kopf = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
    for nummer in range(120):
        falsch = "".join(f"falsch{nummer}x{eins}: 1\n" for eins in range(30))
        (ordner / f"{nummer:03}.yaml").write_text(kopf + falsch, encoding="utf-8")
    namen = [f"{nummer:03}.yaml" for nummer in range(120)]
    befehl = [*programm, "validate", "--format", "json", *namen[:61], "-", *namen[61:]]
    ergebnis = subprocess.run(
        befehl,
        cwd=ordner,
        env=umgebung | {"KMUT_GRENZE_PROZESSE": "2"},
        input=b"# x\n" * 500_000,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert ergebnis.stderr == b""
    assert json.loads(ergebnis.stdout)["summary"]["errors"] == 120 * 30 + 1


@linux
@pytest.mark.parametrize("nach", [0.1, 0.6, 1.0])
def test_strg_c_endet_gleich_und_laesst_nichts_zurueck(
    programm: Sequence[str], umgebung: dict[str, str], vorrat: Path, nach: float
) -> None:
    marke = f"KMUT_TEST_{os.getpid()}_{nach}"
    befehl = [*programm, "check", *[str(vorrat)] * 1, "--format", "json"]
    lauf = subprocess.Popen(
        befehl,
        env=umgebung | {marke: "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(nach)
    os.killpg(lauf.pid, signal.SIGINT)  # a terminal sends it to all processes in front
    out, err = lauf.communicate(timeout=30)
    if lauf.returncode == 130:
        assert (out, err.decode()) == (b"", "kmut: abgebrochen.\n")
    else:
        assert (
            nach < 0.5 or json.loads(out)["summary"]["files"] == 108
        )  # before the program was there, or after its end
    assert _mit(marke) == []


@linux
def test_getoetet_laesst_es_keinen_arbeiter_zurueck(
    programm: Sequence[str], umgebung: dict[str, str], vorrat: Path
) -> None:
    marke = f"KMUT_TEST_{os.getpid()}"
    lauf = subprocess.Popen(
        [*programm, "check", str(vorrat)],
        env=umgebung | {marke: "1"},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    ende = time.monotonic() + 30
    while len(_mit(marke)) < 2 and lauf.poll() is None and time.monotonic() < ende:
        time.sleep(0.02)
    lauf.kill()
    lauf.wait()
    while _mit(marke) and time.monotonic() < ende:
        time.sleep(0.05)
    assert _mit(marke) == []


def _mit(marke: str) -> list[int]:
    """Processes whose environment holds a mark, apart from those that are gone and only not waited for."""
    gefunden = []
    for eintrag in Path("/proc").iterdir():
        if eintrag.name.isdecimal():
            try:
                if f"{marke}=".encode() in (eintrag / "environ").read_bytes():
                    gefunden.append(int(eintrag.name))
            except OSError:
                continue
    return gefunden


def _prozessoren() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Calls that are right, wrong, or broken off: status, and German without a word of the library."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kmut_cli import __version__
from tests.cli.conftest import BERICHT, Kmut, Schreibe

WURZEL = Path(__file__).parents[2]
UMGEBUNG = {**os.environ, "PYTHONPATH": str(WURZEL)}
BEFEHLE = [
    *("init", "new", "fill", "confirm", "log", "monitoring", "status", "validate", "check", "watch"),
    *("compare", "render", "outline", "explain", "schema", "template"),
]
ENGLISCH = re.compile(
    r"\b(usage|errors?|missing|no such|try|options|commands|arguments|show|this|message|exit|invalid|required|default"
    r"|got|unexpected|extra|does|not|requires|is|of|value|the|traceback|exception)\b",
    re.IGNORECASE,
)


def _prozess(*args: str, **kwargs: object) -> subprocess.Popen[bytes]:
    vorgabe = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, "env": UMGEBUNG}
    return subprocess.Popen([sys.executable, "-m", "kmut_cli", *args], **{**vorgabe, **kwargs})  # type: ignore[call-overload,no-any-return]


def _ohne_eigenes(text: str) -> str:
    """Leave out what is no prose: options, what the user typed, names of commands that are English words."""
    return re.sub(r"„[^“]*“|--[a-z-]+|\bmonitoring show\b|^  show\b", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "befehl",
    [
        *([], *([eins] for eins in BEFEHLE), ["template", "copy"]),
        *(["log", eins] for eins in ("add", "list", "import")),
        *(["monitoring", eins] for eins in ("import", "show")),
    ],
    ids=" ".join,
)
def test_hilfe_ist_deutsch(kmut: Kmut, befehl: list[str]) -> None:
    hilfe = kmut(*befehl, "--help")
    assert hilfe.status == 0
    assert hilfe.err == ""
    assert hilfe.out.startswith(f"Aufruf: {' '.join(['kmut', *befehl])}")
    assert "--help" in hilfe.out
    assert "Zeigt diese Hilfe." in hilfe.out
    assert ENGLISCH.findall(_ohne_eigenes(hilfe.out)) == []


def test_hilfe_nennt_alle_befehle(kmut: Kmut) -> None:
    text = kmut("--help").out
    assert [zeile.split()[0] for zeile in text.split("Befehle:\n")[1].splitlines()] == BEFEHLE
    assert kmut().out == text


def test_hilfe_von_template_ohne_befehl(kmut: Kmut) -> None:
    assert kmut("template").out == kmut("template", "--help").out


@pytest.mark.parametrize("args", [["--version"], ["-V"], ["--version", "validate"]])
def test_version(kmut: Kmut, args: list[str]) -> None:
    assert kmut(*args).out == f"kmut {__version__}\n"


FALSCH = [
    (["foo"], "Den Befehl „foo“ gibt es nicht."),
    (["validat"], "Meinten Sie „kmut validate“?"),
    (["--foo"], "Die Option „--foo“ gibt es nicht."),
    (["-x"], "Die Option „-x“ gibt es nicht."),
    (["--version=1"], "verträgt keinen Wert"),
    (["--help=1"], "verträgt keinen Wert"),
    (["validate", "--formt", "json"], "Meinten Sie „--format“?"),
    (["validate", "--format"], "Die Option „--format“ braucht einen Wert."),
    (["validate", "--format", "xml"], "--format kennt „xml“ nicht. Möglich sind: text, json,"),
    (["validate", "--strict=1"], "Die Option „--strict“ ist ein Schalter und verträgt keinen Wert."),
    (["check", "--zzz"], "Die Option „--zzz“ gibt es nicht. Hilfe: kmut check --help"),
    (["check", "--format", ""], "--format kennt „“ nicht."),
    (["outline", "a", "b"], "zu viele"),
    (["outline", "taetigkeitsberich"], "Meinten Sie „taetigkeitsbericht“?"),
    (["outline", "Tätigkeitsbericht"], "Meinten Sie „taetigkeitsbericht“?"),
    (["outline", "xyz"], "Möglich sind: bestandsaufnahme, handlungskonzept, "),
    (["outline", "taetigkeitsbericht", "--edition", "1999"], "Möglich sind: 2020."),
    (["outline", "--format", "pdf"], "Möglich sind: text, json, md."),
    (["explain", "KM001"], "Den Code „KM001“ gibt es nicht."),
    (["explain", "KM101", "KM102"], "zu viele"),
    (["schema"], "Nennen Sie die Art oder mit --out einen Ordner."),
    (["schema", "xyz"], "Die Art von Dokument „xyz“ gibt es nicht."),
    (["render", "--format", "pdf"], "Möglich sind: docx, md, oparl."),
    (["render", "--out"], "Die Option „--out“ braucht einen Wert."),
    (["render", "--template", "fehlt.docx"], "Die Vorlage „fehlt.docx“ lässt sich nicht lesen."),
    (["render", "--template", "vorlage.txt"], "mit der Endung .docx"),
    (["template", "foo"], "Den Befehl „foo“ gibt es nicht."),
    (["template", "cop"], "Meinten Sie „kmut template copy“?"),
    (["template", "--foo"], "Die Option „--foo“ gibt es nicht."),
    (["template", "copy", "xyz"], "Die Art von Dokument „xyz“ gibt es nicht."),
    (["template", "copy", "--format", "pdf"], "Möglich sind: md, docx."),
]


@pytest.mark.parametrize(("args", "teil"), FALSCH, ids=[" ".join(args) for args, _teil in FALSCH])
def test_falscher_aufruf(kmut: Kmut, schreibe: Schreibe, args: list[str], teil: str) -> None:
    ergebnis = kmut(*args)
    assert ergebnis.status == 2
    assert ergebnis.out == ""
    assert ergebnis.err.startswith("kmut: ")
    assert ergebnis.err.count("\n") == 1
    assert teil in ergebnis.err
    assert ENGLISCH.findall(_ohne_eigenes(ergebnis.err)) == []


@pytest.mark.parametrize("befehl", ["validate", "check", "render"])
def test_fehler_in_kmut_selbst(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch, befehl: str) -> None:
    def kaputt(*_args: object) -> None:
        raise RuntimeError("something went wrong")

    schreibe("bericht.yaml")
    monkeypatch.setattr("kmut_cli.workspace.lauf.lade", kaputt)
    ergebnis = kmut(befehl, "bericht.yaml")
    assert ergebnis.status == 3
    assert ergebnis.err.startswith("kmut: Das ist ein Fehler in kmut selbst (RuntimeError, test_aufruf.py:")
    assert "Traceback" not in ergebnis.err
    assert "something" not in ergebnis.err
    monkeypatch.setenv("KMUT_DEBUG", "1")
    assert "something went wrong" in kmut(befehl, "bericht.yaml").err


def test_abbruch(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    def strg_c(*_args: object) -> None:
        raise KeyboardInterrupt

    schreibe("bericht.yaml")
    monkeypatch.setattr("kmut_cli.workspace.lauf.lade", strg_c)
    ergebnis = kmut("check", "bericht.yaml")
    assert (ergebnis.status, ergebnis.err) == (130, "kmut: abgebrochen.\n")


def _wartend(lesen: int) -> int:
    """Number of bytes in a pipe that nobody has read yet."""
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(lesen, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_abbruch_beim_warten_auf_die_eingabe(tmp_path: Path) -> None:
    lesen, schreiben = os.pipe()
    prozess = _prozess("validate", "-", stdin=lesen, cwd=tmp_path)
    os.write(schreiben, b"#")
    while prozess.poll() is None and _wartend(lesen):
        time.sleep(0.02)
    prozess.send_signal(signal.SIGINT)
    out, err = prozess.communicate(timeout=30)
    os.close(schreiben)
    os.close(lesen)
    assert (prozess.returncode, out, err.decode()) == (130, b"", "kmut: abgebrochen.\n")


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_leser_geht_weg() -> None:
    prozess = _prozess("schema", "taetigkeitsbericht")  # more than a pipe holds
    assert prozess.stdout is not None
    prozess.stdout.read(1)
    prozess.stdout.close()
    assert prozess.stderr is not None
    assert prozess.stderr.read() == b""
    assert prozess.wait(30) == 0
    prozess.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", [["--version"], ["outline"], ["explain"]], ids=" ".join)
def test_datentraeger_voll(args: list[str]) -> None:
    with Path("/dev/full").open("wb") as voll:
        prozess = _prozess(*args, stdout=voll)
        _out, err = prozess.communicate(timeout=30)
    assert prozess.returncode == 2
    assert err.decode() == "kmut: Die Ausgabe lässt sich nicht schreiben; vielleicht ist der Datenträger voll.\n"


@pytest.mark.skipif(os.name != "posix", reason="closes streams before the start")
def test_geschlossene_stroeme(tmp_path: Path) -> None:
    (tmp_path / "bericht.yaml").write_text(BERICHT)
    befehl = f"exec {sys.executable} -m kmut_cli validate bericht.yaml >&- 2>&- <&-"
    assert subprocess.run(["sh", "-c", befehl], cwd=tmp_path, env=UMGEBUNG, check=False).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="removes the current folder")
def test_ordner_ist_weg(tmp_path: Path) -> None:
    befehl = f"mkdir weg && cd weg && rmdir ../weg && exec {sys.executable} -m kmut_cli check -"
    lauf = subprocess.run(
        ["sh", "-c", befehl], cwd=tmp_path, input=BERICHT.encode(), env=UMGEBUNG, check=False, capture_output=True
    )
    assert lauf.returncode == 2
    assert lauf.stderr.decode().startswith("kmut: Den Ordner, in dem Sie stehen, gibt es nicht mehr.")


def test_ausgabe_ist_utf8_auch_wo_die_umgebung_es_nicht_ist(tmp_path: Path) -> None:
    (tmp_path / "büro.yaml").write_text("dokument: tätigkeitsbericht\n", "utf-8")
    prozess = _prozess("validate", "büro.yaml", cwd=tmp_path, env={**UMGEBUNG, "PYTHONIOENCODING": "ascii"})
    out, _err = prozess.communicate(timeout=30)
    assert "Meinten Sie „taetigkeitsbericht“?" in out.decode("utf-8")


def test_farben_nur_am_terminal(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", "dokument: x\n")
    assert "\x1b" not in kmut("check", "bericht.yaml").out

"""Whatever names, keys and texts hold: a terminal gets nothing of it that steers it, and no line that is not ours."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kmut_cli.__main__ import main
from kmut_cli.cli import rahmen
from kmut_cli.cli.stroeme import Strom

BOESE = "x\x1b[31m\x9b2J\x07\r\n::error::y\u202e\u2066"
"""Colours, an erased screen, a bell, a line of a CI service, and text that runs backwards."""
ROH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
ESCAPED = r"x\e[31m\x9b2J\a\u202e\u2066"
DATEI = f"{BOESE}.yaml"
BERICHT = f"""dokument: taetigkeitsbericht
gliederung: "2020"
"{ESCAPED}": 1
berichtsjahr: 2024
kommune:
  name: "{ESCAPED}"
  ags: "{ESCAPED}"
aufgaben:
  kmn: "{ESCAPED}"
  handlungskonzept:
    anlage: "../{ESCAPED}"
"""
GUT = """dokument: taetigkeitsbericht
gliederung: "2020"
berichtsjahr: 2024
aufgaben:
  kmn: "Treffen \\u202e in Verden \\u2066"
  handlungskonzept:
    anlage: "an\\u202elage.pdf"
"""
TERMINE = """dokument: veranstaltungen
gliederung: "2026"
eintraege:
  - {datum: 2024-05-01, titel: "=1+1\\u202e", art: sonstiges, ort: "@\\u2066"}
"""
MONITORING = """dokument: monitoring
gliederung: "2026"
indikatoren:
  - {nummer: "1.1", name: "Zahl\\u202e", einheit: "=\\u2066"}
"""
AUFRUFE = [
    ["validate", "."],
    ["validate", DATEI],
    ["validate", BOESE],
    *(["validate", ".", "--format", form] for form in ("github", "gitlab", "sarif", "junit", "json")),
    ["validate", "--format", BOESE],
    ["validate", f"--{BOESE}"],
    ["check", "."],
    ["check", DATEI],
    ["check", ".", "--format", "github"],
    ["render", "."],
    ["render", DATEI, "--format", "md"],
    ["render", "gut.yaml", "--format", "md", "--out", BOESE],
    ["render", "gut.yaml", "--format", "md", "--out", f"{BOESE}/{BOESE}.md"],
    ["render", "gut.yaml", "--template", f"{BOESE}.docx"],
    ["render", "gut.yaml", "--format", "md", "--template", f"{BOESE}.md.j2"],
    ["render", f"gut{BOESE}.yaml", "--format", "md"],
    ["compare", DATEI, "gut.yaml"],
    ["compare", "gut.yaml", f"gut{BOESE}.yaml"],
    *(["compare", "gut.yaml", f"gut{BOESE}.yaml", "--format", form] for form in ("md", "html", "json")),
    ["compare", "gut.yaml", BOESE],
    ["compare", "gut.yaml", f"gut{BOESE}.yaml", "--out", f"{BOESE}.txt"],
    ["status", "."],
    ["status", BOESE],
    ["status", ".", "--format", "json"],
    ["status", ".", "--ics", f"{BOESE}.ics"],
    ["log", "list"],
    ["log", "list", "--format", "json"],
    ["log", "list", "--file", DATEI],
    ["log", "list", "--year", BOESE],
    ["log", "import", f"{BOESE}.csv", "--dry-run"],
    ["log", "import", "termine.csv", "--dry-run"],
    ["log", "add", "--date", BOESE, "--title", BOESE],
    ["monitoring", "show"],
    ["monitoring", "show", "1.1"],
    ["monitoring", "show", "--format", "json"],
    ["monitoring", "show", BOESE],
    ["monitoring", "import", "termine.csv", "--dry-run"],
    ["explain", BOESE],
    ["explain", "KM105"],
    ["outline", BOESE],
    ["schema", BOESE],
    ["schema", "taetigkeitsbericht", "--out", BOESE],
    ["template", "copy", BOESE],
    ["template", "copy", "--out", BOESE, "--format", "md"],
    ["template", "copy", "--out", BOESE, "--format", "md"],
    ["init", BOESE, "--kommune", BOESE],
    ["init", BOESE, "--kommune", "03361", "--year", "2024"],
    ["new", "taetigkeitsbericht", "--year", BOESE],
    ["new", "taetigkeitsbericht", "--out", f"neu/{BOESE}.yaml", "--year", "2024"],
    ["new", "taetigkeitsbericht", "--from", DATEI, "--year", "2025"],
    ["confirm", DATEI],
    ["confirm", "gut.yaml", BOESE],
    ["fill", DATEI],
    ["fill", BOESE],
    [BOESE],
    [f"--{BOESE}"],
    ["--show-completion", BOESE],
]


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of which every name and text means harm; the current one."""
    hier = tmp_path / f"ordner{BOESE}"
    hier.mkdir()
    for name in (DATEI, f"kaputt{BOESE}.yml"):
        (hier / name).write_text(BERICHT, encoding="utf-8", newline="")
    (hier / f"roh{BOESE}.yaml").write_bytes(b"dokument: \x1b[31m\x9b\n\x1b]8;;http://x\x07: [\n")
    (hier / "gut.yaml").write_text(GUT, encoding="utf-8")
    (hier / f"gut{BOESE}.yaml").write_text(GUT.replace("Verden", "Celle\\u202e"), encoding="utf-8")
    (hier / "veranstaltungen.yaml").write_text(TERMINE, encoding="utf-8")
    (hier / "monitoring.yaml").write_text(MONITORING, encoding="utf-8")
    (hier / f"{BOESE}.md.j2").write_text(f"{{{{ dokument.x{BOESE} }}}}", encoding="utf-8", newline="")
    (hier / "termine.csv").write_text(f'Datum;Titel;{BOESE[:9]}\n"x\x1b[31m";"\x9b\u202e";1\n', encoding="utf-8")
    (hier / "kmut.yaml").write_text(f'kommune:\n  name: "{ESCAPED}"\n"{ESCAPED}": 1\n', encoding="utf-8")
    monkeypatch.chdir(hier)
    monkeypatch.setenv("HOME", str(hier))
    monkeypatch.setenv("COLUMNS", "100")
    return hier


@pytest.fixture
def ohne_tuer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the last door: each place has to keep its own text harmless."""
    monkeypatch.setattr(rahmen, "Strom", lambda strom, **_: strom)


@pytest.mark.usefixtures("ohne_tuer")
@pytest.mark.parametrize("aufruf", AUFRUFE, ids=lambda aufruf: " ".join(aufruf).translate({27: "e", 13: "", 10: "/"}))
def test_no_command_lets_it_out(
    aufruf: list[str], ordner: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    status = main(aufruf)
    out, err = capsys.readouterr()
    gesagt = out + err
    assert status in (0, 1, 2), gesagt
    assert gesagt.strip()
    assert not ROH.search(gesagt), ascii(gesagt)
    eigene = [zeile for zeile in gesagt.splitlines() if zeile.startswith("::")]
    if "github" in aufruf:  # there each line is a command, and none of them was typed by somebody else
        assert eigene
        assert all(re.match(r"::(error|warning|notice) (file=|title=)", zeile) for zeile in eigene)
    else:
        assert not eigene


def test_the_last_door_shows_what_a_place_forgot() -> None:
    ziel = io.StringIO()
    strom = Strom(ziel)
    strom.writelines(["a\x1b[31mb\x9bc\x00\n", "täg\tlich\r\n"])
    assert ziel.getvalue() == "a␛[31mb\\x9bc␀\ntäg\tlich\r\n"


def test_a_terminal_gets_colours_but_no_commands() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    ziel = Terminal()
    Strom(ziel).write("\x1b[1;31mrot\x1b[0m\x1b[2K\x1b]0;Titel\x07\x1bP1\x1b\\\u202etxt\x9b2J\x1b[6n")
    assert ziel.getvalue() == "\x1b[1;31mrot\x1b[0m␛[2K␛]0;Titel␇␛P1␛\\\\u202etxt\\x9b2J␛[6n"


def test_data_in_a_pipe_is_not_changed() -> None:
    """Marks of direction belong to names in Arabic or Hebrew; only a terminal is not given those that reorder."""
    ziel = io.StringIO()
    Strom(ziel).write("\u200f\u202e\u00ad")
    assert ziel.getvalue() == "\u200f\u202e\u00ad"


def test_the_program_itself_has_the_door(ordner: Path) -> None:
    fertig = subprocess.run(
        [sys.executable, "-c", "from kmut_cli.cli.rahmen import gerahmt\ngerahmt(lambda: print('a\\x1b]0;b\\x07'))"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert fertig.stdout.decode() == "a␛]0;b␇\n"

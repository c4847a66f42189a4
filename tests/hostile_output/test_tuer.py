"""The last door before a terminal: it passes every colour that rich writes, and nothing that moves, asks or hides."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.style import Style

from kmut_cli.cli.stroeme import Strom

WURZEL = Path(__file__).parents[2]
HARMLOS = [
    "\x1b[m", "\x1b[0m", "\x1b[1;31m", "\x1b[28m", "\x1b[38;5;8m", "\x1b[48;5;8;1m", "\x1b[38;2;8;8;8m", "\x1b[107m",
    "\x1b[38;2;255;70;137;48;2;39;40;34m", "\x1b[1;2;3;4;5;7;9;38;2;255;255;255;48;2;255;255;255m", "a\r\nb",
]  # fmt: skip
BEWEGT = ["\r", "\x1b[2K", "\x1b[1A", "\x1b[?25l", "\x1b[?25h"]
SCHLIMM = [
    "\x1b[2J", "\x1b[3J", "\x1b[H", "\x1b[1;1H", "\x1b[6n", "\x1b[c", "\x1b[5A", "\x1b[1B", "\x1b[s", "\x1b[u",
    "\x1b[?1049h", "\x1b[?1000h", "\x1b[20h", "\x1bc", "\x1b]0;Titel\x07", "\x1b]8;;http://x\x07", "\x1bP1\x1b\\",
    "\x9b2J", "\u202e", "\x08", "\x1b[1T", "\x1b[>4;1m", "\x1b[38:2:1:1:1m",
    "\x1b[8m", "\x1b[08m", "\x1b[008m", "\x1b[264m", "\x1b[0;8m", "\x1b[8;0m", "\x1b[31;8;1m", "\x1b[38;2;8m",
    "\x1b[38;5;38;5;8m", "\x1b[58;5;38;5;8m", "\x1b[38;5;1;8m", "\x1b[38;8m", f"\x1b[{'0;' * 64}m",
]  # fmt: skip
ROH = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n  kmn: "a"\n  falsch: 1\n'


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def durch(text: str, *, balken: bool = False) -> str:
    ziel = Terminal()
    Strom(ziel, balken=balken).write(text)
    return ziel.getvalue()


@pytest.mark.parametrize("text", HARMLOS, ids=ascii)
def test_colours_pass(text: str) -> None:
    assert durch(text) == text
    assert durch(text, balken=True) == text


@pytest.mark.parametrize("text", BEWEGT, ids=ascii)
def test_moves_of_the_bar_pass_where_it_is_drawn(text: str) -> None:
    assert durch(text, balken=True) == text
    assert not ROH.search(durch(text))


@pytest.mark.parametrize("text", SCHLIMM, ids=ascii)
@pytest.mark.parametrize("balken", [False, True])
def test_nothing_else_passes(text: str, balken: bool) -> None:
    assert not ROH.search(durch(f"vor{text}nach", balken=balken))


@pytest.mark.parametrize("system", [ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
def test_whatever_rich_paints_passes(system: ColorSystem) -> None:
    for farbe in ("#ff4689", "color(8)", "bright_black", "bright_white", "default"):
        stil = Style(color=farbe, bgcolor="#272822", bold=True, italic=True, underline=True, strike=True)
        bunt = stil.render("x", color_system=system)
        assert durch(bunt) == bunt


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize(("begriff", "farben"), [("xterm-256color", ""), ("xterm-256color", "truecolor")])
def test_a_person_at_a_terminal_of_many_colours_sees_no_codes(begriff: str, farben: str, tmp_path: Path) -> None:
    import pty

    (tmp_path / "b.yaml").write_text(BERICHT, encoding="utf-8")
    umgebung = {"PYTHONPATH": str(WURZEL), "TERM": begriff, "COLORTERM": farben, "PATH": "", "HOME": str(tmp_path)}
    rufe = [["explain", "KM141"], ["explain"], ["check", "b.yaml"], ["status"], ["outline", "taetigkeitsbericht"]]
    programm = f"from kmut_cli.__main__ import main\nfor ruf in {rufe}: main(ruf)"  # one start of Python for all
    kind, leitung = pty.fork()
    if kind == 0:
        os.chdir(tmp_path)
        os.execve(sys.executable, [sys.executable, "-c", programm], umgebung)
    gezeigt = b""
    with contextlib.suppress(OSError):  # Linux says so that nobody holds the other end any more
        while neu := os.read(leitung, 65536):
            gezeigt += neu
    os.waitpid(kind, 0)
    os.close(leitung)
    text = gezeigt.decode()
    for erwartet in ("KM141", "KM511", "b.yaml:6", "Traceback"):
        assert (erwartet in text) == (erwartet != "Traceback"), text
    assert ("\x1b[38;2;" if farben else "\x1b[38;5;") in text
    assert "␛" not in text
    assert "␍" not in text

"""The bar: on a terminal, after a second, and gone afterwards."""

from __future__ import annotations

import io
import sys

import pytest

from kmut_cli.cli import fortschritt as modul
from kmut_cli.cli.fortschritt import fortschritt


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _am_terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    ersatz = _Terminal()  # not by a fixture: pytest sets its own streams between that and the test
    monkeypatch.setattr(sys, "stderr", ersatz)
    monkeypatch.setenv("TERM", "xterm")
    return ersatz


def test_zeigt_wie_viele_fertig_sind(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _am_terminal(monkeypatch)
    monkeypatch.setattr(modul, "_NACH_S", 0.0)
    with fortschritt() as melde:
        melde(50)
        melde(1234)
    assert "1234 Dateien geprüft" in terminal.getvalue()
    assert terminal.getvalue().endswith(("\x1b[2K", "\x1b[?25h", "\x1b[1A\x1b[2K"))


def test_was_schnell_geht_braucht_keinen(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _am_terminal(monkeypatch)
    monkeypatch.setattr(modul, "_NACH_S", 3600.0)
    with fortschritt() as melde:
        melde(50)
    assert terminal.getvalue() == ""


def test_nur_auf_einem_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    ersatz = io.StringIO()
    monkeypatch.setattr(sys, "stderr", ersatz)
    monkeypatch.setattr(modul, "_NACH_S", 0.0)
    with fortschritt() as melde:
        melde(50)
    assert ersatz.getvalue() == ""


def test_endet_auch_wenn_der_lauf_abbricht(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _am_terminal(monkeypatch)
    monkeypatch.setattr(modul, "_NACH_S", 0.0)
    with pytest.raises(KeyboardInterrupt), fortschritt() as melde:
        melde(50)
        raise KeyboardInterrupt
    assert "\x1b[?25h" in terminal.getvalue()  # the cursor is shown again

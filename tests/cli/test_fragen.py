"""Asking at a terminal, where the library itself is in the way."""

from __future__ import annotations

import io
import sys
from typing import Any

import pytest

from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import kann_fragen, stelle


class NoConsoleScreenBufferError(Exception):
    """What the library raises in a window of Windows that is none."""


def frage(fehler: BaseException) -> Any:
    class Gestellt:
        def unsafe_ask(self) -> str:
            raise fehler

    return lambda *_args, **_mehr: Gestellt()


def test_a_window_that_cannot_ask() -> None:
    with pytest.raises(EigeneMeldung, match=r"Dieses Fenster kann keine Fragen stellen\. Geben Sie alles als Option"):
        stelle(frage(NoConsoleScreenBufferError()), "Wann?")


def test_the_end_of_input_breaks_off() -> None:
    with pytest.raises(KeyboardInterrupt):
        stelle(frage(EOFError()), "Wann?")


def test_a_fault_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        stelle(frage(ZeroDivisionError()), "Wann?")


def test_nobody_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not kann_fragen()

"""Answers a shell that asks, by environment variables, what may stand at the cursor.

Typer does the asking and answering. Ours is that values behind ``=`` complete too, that texts are plain ones (Typer
would import ``rich`` for them), and that whatever goes wrong leads to no answer instead of an English one.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Iterator
from typing import Any

from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer.completion import shell_complete
from typer.core import TyperArgument, TyperOption

VARIABLE = "_KMUT_COMPLETE"
"""Holds what a shell wants, such as ``complete_bash``; unset or empty in every other call."""

# What would end a quoted text of zsh, or begin something in it.
_ZSH_SONDERZEICHEN = re.compile("[\"'`$\\\\]")


class _Vorsichtig(ShellComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Find what may stand at the cursor; nothing if the line up to there is wrong."""
        try:
            gefunden = super().get_completions(list(args), incomplete)
        except Exception:  # an unknown command, a broken installation: the shell must not see it
            return []
        if incomplete.startswith("--") and "=" in incomplete:
            vorn = incomplete.partition("=")[0] + "="  # for the shell it is one word
            return [CompletionItem(vorn + item.value, help=item.help) for item in gefunden]
        return gefunden


class _Bash(_Vorsichtig, BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        """Read the words; Bash makes three of ``--format=json``."""
        args, incomplete = super().get_completion_args()
        return [wort for vor, wort in zip(["", *args], args, strict=False) if not _trennt(vor, wort)], incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Write the value so that it stays one word; within quotation marks it does."""
        worte = os.environ["COMP_WORDS"].split("\n")
        stelle = int(os.environ["COMP_CWORD"])
        in_marken = stelle < len(worte) and worte[stelle][:1] in ('"', "'") and bool(worte[stelle])
        return str(item.value) if in_marken else str(item.value).replace(" ", "\\ ")


class _Zsh(_Vorsichtig, ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Write value and text for ``_arguments``, where a colon stands between them."""
        text = _ZSH_SONDERZEICHEN.sub("", _einzeilig(item)).replace(":", r"\\:")
        return f'"{item.value}":"{text}"' if text else f'"{item.value}"'


class _Fish(_Vorsichtig, FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Write value and text with a tab between them."""
        text = _einzeilig(item)
        return f"{item.value}\t{text}" if text else str(item.value)


class _PowerShell(_Vorsichtig, PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        """Write value and text; PowerShell refuses an empty text."""
        return f"{item.value}:::{_einzeilig(item) or ' '}"


_KLASSEN: dict[str, type[ShellComplete]] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}


def antworte(programm: Any) -> int:
    """Print what the shell may offer, in the form that it expects.

    Args:
        programm: The program's group of commands.

    Returns:
        Exit status; fish reads from it whether there is anything to offer.
    """
    for name, klasse in _KLASSEN.items():
        add_completion_class(klasse, name)
    try:
        with contextlib.redirect_stderr(io.StringIO()), _ungeprueft():
            return shell_complete(programm, {}, "kmut", VARIABLE, os.environ[VARIABLE])
    except SystemExit as ende:
        return ende.code if isinstance(ende.code, int) else 1
    except Exception:  # variables that no shell of these sets
        return 1


@contextlib.contextmanager
def _ungeprueft() -> Iterator[None]:
    """Leave values as they were typed: Typer would import pydantic to check them, half of all the time this takes."""
    klassen: tuple[Any, ...] = (TyperArgument, TyperOption)
    vorher = [klasse.process_value for klasse in klassen]
    for klasse in klassen:
        klasse.process_value = lambda _self, _ctx, value: value
    try:
        yield
    finally:
        for klasse, methode in zip(klassen, vorher, strict=True):
            klasse.process_value = methode


def _trennt(vor: str, wort: str) -> bool:
    return wort == "=" and vor.startswith("--")


def _einzeilig(item: CompletionItem) -> str:
    return " ".join((item.help or "").split())

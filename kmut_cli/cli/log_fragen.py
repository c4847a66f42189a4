"""The questions of ``kmut log`` on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from kmut_cli.cli.deutsch import EigeneMeldung


def kann_fragen() -> bool:
    """Whether a person sits before the program who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def frage_text(frage: str, pruefe: Callable[[str], str] | None = None, *, vorgabe: str = "") -> str:
    """Ask for a line.

    Args:
        frage: The question.
        pruefe: Says what is wrong with an answer, empty if nothing is.
        vorgabe: What stands there already.

    Raises:
        KeyboardInterrupt: The person breaks off.
    """
    import questionary

    def gueltig(eingabe: str) -> bool | str:
        return (pruefe(eingabe.strip()) if pruefe else "") or True

    return str(_stelle(questionary.text, frage, default=vorgabe, validate=gueltig, validate_while_typing=False)).strip()


def frage_auswahl(frage: str, moeglich: Mapping[str, str]) -> str:
    """Let the person choose.

    Args:
        frage: The question.
        moeglich: Wording by key.

    Returns:
        A key.
    """
    import questionary

    wahl = [questionary.Choice(titel, name) for name, titel in moeglich.items()]
    return str(_stelle(questionary.select, frage, choices=wahl, instruction="(Pfeiltasten, Enter)"))


def frage_ja(frage: str, *, vorgabe: bool) -> bool:
    """Ask a question that yes or no answers."""
    ja, nein = {"ja": "ja"}, {"nein": "nein"}
    return frage_auswahl(frage, {**ja, **nein} if vorgabe else {**nein, **ja}) == "ja"


def _stelle(art: Callable[..., Any], frage: str, **angaben: Any) -> Any:
    """Ask one question; the end of input breaks off, and a terminal that cannot ask is told of in German."""
    # Without it the library asks the terminal for its cursor, and complains in English where there is no answer.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    try:
        return art(frage, qmark="?", **angaben).unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None
    except Exception as fehler:
        if type(fehler).__name__ == "NoConsoleScreenBufferError":
            text = "Dieses Fenster kann keine Fragen stellen. Geben Sie alles als Option an; --help zeigt, wie."
            raise EigeneMeldung(text) from None
        raise

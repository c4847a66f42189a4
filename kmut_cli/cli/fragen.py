"""Asking at a terminal: one question after the other, in German, and only where a person can answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from kmut_cli.cli.deutsch import EigeneMeldung

ALS_OPTION = "Geben Sie alles als Option an; --help zeigt, wie."


def kann_fragen() -> bool:
    """Whether a person sits before the program who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def kein_fenster(stattdessen: str) -> EigeneMeldung:
    """Give the message that this window cannot ask, with what to do instead."""
    return EigeneMeldung(f"Dieses Fenster kann keine Fragen stellen. {stattdessen}")


def frage_text(frage: str, pruefe: Callable[[str], str] | None = None, *, vorgabe: str = "") -> str:
    """Ask for a line.

    Args:
        frage: The question.
        pruefe: Says what is wrong with an answer, empty if nothing is.
        vorgabe: What stands there already.

    Returns:
        The line without blanks around it.

    Raises:
        KeyboardInterrupt: The person breaks off.
    """
    import questionary

    return str(stelle(questionary.text, frage, default=vorgabe, **_pruefung(pruefe))).strip()


def frage_mit_vorschlag(frage: str, vorschlaege: Mapping[str, str], pruefe: Callable[[str], str]) -> str:
    """Ask for a line and propose what fits what is typed.

    Args:
        frage: The question.
        vorschlaege: What is proposed, with a word on each.
        pruefe: Says what is wrong with an answer, empty if nothing is.
    """
    import questionary

    return str(
        stelle(
            questionary.autocomplete,
            frage,
            choices=list(vorschlaege),
            meta_information=dict(vorschlaege),
            match_middle=True,
            ignore_case=True,
            **_pruefung(pruefe),
        )
    ).strip()


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
    angaben = {"choices": wahl, "instruction": "(Pfeiltasten, Enter)"}
    # Letters would move the choice: j one down, as in an editor for programmers.
    return str(stelle(questionary.select, frage, use_jk_keys=False, use_emacs_keys=False, **angaben))


def frage_ja(frage: str, *, vorgabe: bool) -> bool:
    """Ask a question that yes or no answers: by the arrow keys or by j and n, then Enter."""
    worte = ("ja", "nein") if vorgabe else ("nein", "ja")
    return bool(stelle(_ja_oder_nein, frage, worte=worte) == "ja")


def _ja_oder_nein(frage: str, *, worte: tuple[str, str], qmark: str) -> Any:
    """Make the question; a letter only chooses, so that an Enter behind it does not answer the next question."""
    import questionary

    gestellt = questionary.select(
        frage,
        choices=[questionary.Choice(wort, wort, shortcut_key=wort[0]) for wort in worte],
        qmark=qmark,
        instruction="(j oder n oder Pfeiltasten, dann Enter)",
        use_shortcuts=True,
        use_jk_keys=False,
        use_emacs_keys=False,
    )
    belegung: Any = gestellt.application.key_bindings
    for wort in worte:
        waehle = belegung.get_bindings_for_keys((wort[0],))[-1].handler
        belegung.add(wort[0].upper(), eager=True)(waehle)
    return gestellt


def stelle(art: Callable[..., Any], frage: str, **angaben: Any) -> Any:
    """Ask one question by a function of the library.

    Raises:
        KeyboardInterrupt: The person breaks off, or the input ends.
        EigeneMeldung: The terminal allows no questions.
    """
    # Without it the library asks the terminal for its cursor, and complains in English where there is no answer.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    try:
        return art(frage, qmark="?", **angaben).unsafe_ask()
    except EOFError:
        raise KeyboardInterrupt from None
    except Exception as fehler:
        if type(fehler).__name__ == "NoConsoleScreenBufferError":
            raise kein_fenster(ALS_OPTION) from None
        raise


def _pruefung(pruefe: Callable[[str], str] | None) -> dict[str, Any]:
    """Say it the library's way: checked when the line is sent off, True if nothing is wrong."""

    def gueltig(eingabe: str) -> bool | str:
        return (pruefe(eingabe.strip()) if pruefe else "") or True

    return {"validate": gueltig, "validate_while_typing": False}

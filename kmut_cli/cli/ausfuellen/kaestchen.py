"""Choosing one of several options, or ticking those that apply."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from kmut_cli.cli.ausfuellen.terminal import Terminal, bei_abbruch

Optionen = Sequence[tuple[str, str]]
"""Key and wording of each."""


def waehle(terminal: Terminal, optionen: Optionen, gewaehlt: str | None = None) -> str | None:
    """Let one option be chosen.

    Returns:
        Its key; None if it was left with Esc.
    """
    import questionary

    auswahl = [questionary.Choice(titel, value=name) for name, titel in optionen]
    vorgabe = gewaehlt if gewaehlt in {name for name, _titel in optionen} else None
    frage = questionary.select(
        "",
        choices=auswahl,
        default=vorgabe,
        qmark="",
        pointer=">",
        instruction="Pfeiltasten bewegen, Enter wählt, Esc zurück",
        erase_when_done=True,
        use_jk_keys=False,  # j is the beginning of „ja“ and no step down
        use_emacs_keys=False,
    )
    ergebnis: str | None = _stelle(terminal, frage)
    return ergebnis


def kreuze_an(terminal: Terminal, optionen: Optionen, gewaehlt: Collection[str] = ()) -> list[str] | None:
    """Let options be ticked.

    Returns:
        The keys of those that are ticked, in official order; None if it was left with Esc.
    """
    import questionary

    auswahl = [questionary.Choice(titel, value=name, checked=name in gewaehlt) for name, titel in optionen]
    frage = questionary.checkbox(
        "",
        choices=auswahl,
        qmark="",
        pointer=">",
        instruction="Pfeiltasten bewegen, Leertaste kreuzt an, a alle, Enter fertig, Esc zurück",
        erase_when_done=True,
        use_jk_keys=False,  # j is the beginning of „ja“ and no step down
        use_emacs_keys=False,
    )
    ergebnis: list[str] | None = _stelle(terminal, frage)
    return ergebnis


def _stelle(terminal: Terminal, frage: Any) -> Any:
    belegung = frage.application.key_bindings
    bei_abbruch(belegung)
    belegung.add("escape", eager=True)(lambda event: event.app.exit(result=None))
    return terminal.stelle(frage.application)

"""The questions of ``kmut init`` on a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kmut_cli.cli.anlegen.eingaben import lies_frist, lies_jahr
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.documents.gebiete import Gebiet
from kmut_cli.documents.gebietsname import anrede
from kmut_cli.documents.gebietssuche import Rueckfrage, alle, suche


@dataclass(frozen=True, slots=True)
class Angaben:
    """What is known so far.

    Attributes:
        gebiet: The body.
        jahr: First year.
        frist: Deadline of its report.
        ci: Service for which a file is wanted.
    """

    gebiet: Gebiet | None
    jahr: int | None
    frist: date | None
    ci: str | None


def frage_nach(angaben: Angaben, dieses_jahr: int, *, neue_mappe: bool) -> Angaben:
    """Ask for what is not known.

    Args:
        angaben: What is known.
        dieses_jahr: The year that is proposed.
        neue_mappe: Whether the folder is new; else only the year is asked for, and the body if it is not known.

    Raises:
        KeyboardInterrupt: The person breaks off.
        EigeneMeldung: The terminal allows no questions.
    """
    # Without it the library asks the terminal for its cursor, and complains in English where there is no answer.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    try:
        if angaben.gebiet is None:
            angaben = replace(angaben, gebiet=_frage_gebiet())
        if angaben.jahr is None:
            jahr = _frage_text("Für welches Jahr?", lies_jahr, vorgabe=str(dieses_jahr))
            angaben = replace(angaben, jahr=lies_jahr(jahr))
        if angaben.frist is None and neue_mappe:
            frage = f"Bis wann ist der Tätigkeitsbericht {angaben.jahr} abzugeben? (laut Bescheid; Enter = später)"
            tag = _frage_text(frage, lies_frist)
            angaben = replace(angaben, frist=lies_frist(tag) if tag.strip() else None)
        if angaben.ci is None and neue_mappe:
            angaben = replace(angaben, ci=_frage_dienst())
    except EOFError:
        raise KeyboardInterrupt from None
    return angaben


def _frage_gebiet() -> Gebiet:
    import questionary

    namen = {anrede(gebiet): gebiet.ags for gebiet in alle()}
    eingabe = _stelle(
        questionary.autocomplete,
        "Welche Kommune? (Name oder AGS; die Tab-Taste schlägt vor)",
        choices=list(namen),
        meta_information=namen,
        match_middle=True,
        ignore_case=True,
        validate=_pruefe_gebiet,
        validate_while_typing=False,
    )
    gefunden = suche(eingabe)
    if isinstance(gefunden, Rueckfrage):  # the prompt lets nothing else through
        raise EigeneMeldung(f"{gefunden.text} {gefunden.hilfe}")
    return gefunden


def _pruefe_gebiet(eingabe: str) -> bool | str:
    """Say what is wrong in the one line that the prompt has for it."""
    gefunden = suche(eingabe)
    if not isinstance(gefunden, Rueckfrage):
        return True
    gemeint = " oder ".join(f"{anrede(gebiet)} ({gebiet.ags})" for gebiet in gefunden.auswahl[:2])
    return f"Meinten Sie {gemeint}?" if gemeint else gefunden.text


def _frage_text(frage: str, lies: Callable[[str], Any], *, vorgabe: str = "") -> str:
    """Ask for a line; it may be empty if nothing is proposed."""
    import questionary

    def pruefe(eingabe: str) -> bool | str:
        if not eingabe.strip() and not vorgabe:
            return True
        try:
            lies(eingabe)
        except ValueError as fehler:
            return str(fehler)
        return True

    return str(_stelle(questionary.text, frage, default=vorgabe, validate=pruefe, validate_while_typing=False))


def _frage_dienst() -> str | None:
    import questionary

    wahl = [
        questionary.Choice("nein", ""),
        questionary.Choice("ja, GitLab", "gitlab"),
        questionary.Choice("ja, GitHub", "github"),
    ]
    frage = "Soll GitLab oder GitHub bei jedem Hochladen prüfen?"
    return _stelle(questionary.select, frage, choices=wahl, instruction="(Pfeiltasten, Enter)") or None


def _stelle(art: Callable[..., Any], frage: str, **angaben: Any) -> Any:
    """Ask one question; the library's own failure to open a terminal becomes a German message."""
    try:
        return art(frage, qmark="?", **angaben).unsafe_ask()
    except Exception as fehler:
        if type(fehler).__name__ == "NoConsoleScreenBufferError":
            text = (
                "Dieses Fenster kann keine Fragen stellen. Geben Sie alles als Option an; kmut init --help zeigt, wie."
            )
            raise EigeneMeldung(text) from None
        raise

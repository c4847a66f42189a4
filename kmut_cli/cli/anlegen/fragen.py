"""The questions of ``kmut init`` on a terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kmut_cli.cli.anlegen.eingaben import lies_frist, lies_jahr
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_auswahl, frage_mit_vorschlag, frage_text
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
    if angaben.gebiet is None:
        angaben = replace(angaben, gebiet=_frage_gebiet())
    if angaben.jahr is None:
        jahr = frage_text("Für welches Jahr?", _fehler(lies_jahr), vorgabe=str(dieses_jahr))
        angaben = replace(angaben, jahr=lies_jahr(jahr))
    if angaben.frist is None and neue_mappe:
        frage = f"Bis wann ist der Tätigkeitsbericht {angaben.jahr} abzugeben? (laut Bescheid; Enter = später)"
        tag = frage_text(frage, lambda eingabe: _fehler(lies_frist)(eingabe) if eingabe else "")
        angaben = replace(angaben, frist=lies_frist(tag) if tag else None)
    if angaben.ci is None and neue_mappe:
        frage = "Soll GitLab oder GitHub bei jedem Hochladen prüfen?"
        wahl = frage_auswahl(frage, {"": "nein", "gitlab": "ja, GitLab", "github": "ja, GitHub"})
        angaben = replace(angaben, ci=wahl or None)
    return angaben


def _frage_gebiet() -> Gebiet:
    namen = {anrede(gebiet): gebiet.ags for gebiet in alle()}
    frage = "Welche Kommune? (Name oder AGS; die Tab-Taste schlägt vor)"
    gefunden = suche(frage_mit_vorschlag(frage, namen, _pruefe_gebiet))
    if isinstance(gefunden, Rueckfrage):  # the prompt lets nothing else through
        raise EigeneMeldung(f"{gefunden.text} {gefunden.hilfe}")
    return gefunden


def _pruefe_gebiet(eingabe: str) -> str:
    """Say what is wrong in the one line that the prompt has for it."""
    gefunden = suche(eingabe)
    if not isinstance(gefunden, Rueckfrage):
        return ""
    gemeint = " oder ".join(f"{anrede(gebiet)} ({gebiet.ags})" for gebiet in gefunden.auswahl[:2])
    return f"Meinten Sie {gemeint}?" if gemeint else gefunden.text


def _fehler(lies: Callable[[str], object]) -> Callable[[str], str]:
    """Make of what reads a line what says why it cannot."""

    def pruefe(eingabe: str) -> str:
        try:
            lies(eingabe)
        except ValueError as fehler:
            return str(fehler)
        return ""

    return pruefe

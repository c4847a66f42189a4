"""What ``kmut init`` tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kmut_cli.findings.display import visible
from kmut_cli.workspace.anlegen import CI, NeueDatei, dokumentweg
from kmut_cli.workspace.dateien import MAPPE
from kmut_cli.workspace.fristen import BERICHT
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.wege import im_befehl


def zeige_vorhandene(ordner: Path, dateien: Sequence[NeueDatei], neue: Sequence[NeueDatei]) -> None:
    """Name the files that were there before."""
    for datei in dateien:
        if datei not in neue:
            print(f"Schon da, bleibt, wie es ist: {visible(str(ordner / datei.weg))}")


def zeige_hinweise(ordner: Path, neue: Sequence[NeueDatei], ci: str | None, bericht: tuple[int, date | None]) -> None:
    """Say what the person has to know of the surroundings.

    Args:
        ordner: The folder.
        neue: The files that are new.
        ci: Service for which a file was wanted.
        bericht: Year of the report and its deadline, as far as it was given.
    """
    jahr, frist = bericht
    if frist is not None and all(datei.weg != MAPPE for datei in neue):
        print(f"Hinweis: Die Frist tragen Sie bitte selbst in {MAPPE} ein, unter fristen, {BERICHT}: {jahr}: {frist}")
    oben = Mappen().wurzel(ordner.resolve())
    if oben is not None:
        wo = visible(str(oben))
        print(f"Hinweis: Auch weiter oben, in {wo}, liegt eine {MAPPE}. Für diesen Ordner gilt nur seine eigene.")
    if ci is not None and (repo := _repo_darueber(ordner)) is not None:
        print(f"Hinweis: {CI[ci][0]} wirkt nur im obersten Ordner des git-Repositorys; das ist {visible(str(repo))}.")


def zeige_ende(ordner: Path, neue: Sequence[NeueDatei], jahr: int, *, probe: bool) -> None:
    """Say what comes next."""
    if not neue:
        print("Es fehlt nichts, also ist nichts geändert.")
    if probe:
        print("Das war eine Probe: Angelegt ist nichts.")
        return
    print("\nAls Nächstes:")
    print(f"  kmut fill {visible(im_befehl(ordner / dokumentweg(BERICHT, jahr)))}")
    print("  kmut check" if ordner == Path() else f"  kmut check {visible(im_befehl(ordner))}")


def _repo_darueber(ordner: Path) -> Path | None:
    """Give the top of the git repository that the folder is a part of; None if it is the top, or in no repository."""
    if (ordner / ".git").exists():
        return None
    return next((eins for eins in ordner.resolve().parents if (eins / ".git").exists()), None)


def abbruch(message: str, help: str, geschrieben: Sequence[Path]) -> str:
    """Tell why it went no further, what is there, and what to do."""
    da = ", ".join(str(pfad) for pfad in geschrieben)
    return f"{message} {f'Bis dahin angelegt: {da}.' if da else 'Angelegt ist nichts.'} {help}"

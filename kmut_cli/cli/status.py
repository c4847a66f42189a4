"""``kmut status``: where does everything stand, and what is due next?"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, farbig, gib_aus, gleichzeitig, in_worten, pruefe_auswahl
from kmut_cli.cli.ausgabe import status as endstatus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.vervollstaendigung import auswahl, dokumente
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Severity
from kmut_cli.findings.paths import STDIN
from kmut_cli.workspace.dateien import MAPPE
from kmut_cli.workspace.jahresstand import Jahresstand, jahresstand
from kmut_cli.workspace.lauf import Lauf
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.nachtrag import nachtraege

FORMATE = ("text", "json")
Ordner = Annotated[
    str,
    typer.Argument(metavar="ORDNER", help="Ordner oder Datei; ohne Angabe dieser Ordner.", autocompletion=dokumente),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Form der Ausgabe: {', '.join(FORMATE)}. Vorgabe: text.",
        autocompletion=auswahl(*FORMATE),
    ),
]
Ics = Annotated[
    str | None,
    typer.Option("--ics", metavar="DATEI", help="Schreibt die Fristen als Kalenderdatei, Erinnerung 14 Tage vorher."),
]
Ueberschreiben = Annotated[
    bool, typer.Option("--force", help="Überschreibt mit --ics auch eine Datei, die nicht von kmut ist.")
]


def status(ordner: Ordner = ".", format: Format = "text", ics: Ics = None, force: Ueberschreiben = False) -> None:
    """Zeigt auf einen Blick jedes Dokument: wie weit es ist, Fehler, letzte Änderung und Frist.

    Die Frist des Berichts steht im Zuwendungsbescheid und wird in kmut.yaml eingetragen; was fehlt, wird genannt.
    Status: 0 keine Fehler, 1 Fehler, 2 falscher Aufruf oder nichts Lesbares.
    """
    pruefe_auswahl("--format", format, FORMATE)
    if ordner == STDIN:
        raise EigeneMeldung("kmut status sieht sich einen Ordner an und keine Standardeingabe. Nennen Sie den Ordner.")
    lauf = Lauf()
    stand = jahresstand(lauf, _ordner(ordner), heute())
    lauf.findings += lauf.mappen.pruefe()
    kalender = _kalender(stand, lauf.mappen) if ics is not None else None
    if format == "text":
        _zeige(lauf, stand)
    else:
        gib_aus("json", lauf.findings, lauf.paths, _json(stand, lauf.mappen))
    if ics is not None and lauf.paths:
        _schreibe(Path(ics), kalender, force, stand, still=format == "json")
    raise typer.Exit(endstatus(lauf.findings, lauf.paths, strict=False))


def heute() -> date:
    """Give the day where the user is: deadlines end there at midnight."""
    return date.today()


def _ordner(name: str) -> str:
    """Take ``kmut.yaml`` for the folder that it stands for."""
    return str(Path(name).parent) if Path(name).name == MAPPE else name


def _zeige(lauf: Lauf, stand: Jahresstand) -> None:
    from kmut_cli.cli.standtafel import standtafel
    from kmut_cli.findings.text import format_finding

    farbe = farbig()
    dokumente = {eine.name for eine in stand.zeilen}
    for finding in lauf.findings:
        # Errors of a document are only counted here; on those of kmut.yaml, deadlines depend.
        if finding.path not in dokumente:
            sys.stdout.write(format_finding(finding, color=farbe) + "\n")
    if stand.zeilen:
        sys.stdout.write(standtafel(stand, list(nachtraege(stand.ohne_frist, lauf.mappen)), color=farbe))
    if any(finding.severity is Severity.ERROR and finding.path in dokumente for finding in lauf.findings):
        sys.stdout.write("\nWas zu berichtigen ist, zeigt kmut check.\n")


def _json(stand: Jahresstand, mappen: Mappen) -> dict[str, object]:
    from kmut_cli.cli.stand_json import stand_json

    return stand_json(stand, list(nachtraege(stand.ohne_frist, mappen)))


def _kalender(stand: Jahresstand, mappen: Mappen) -> bytes | None:
    """Make the calendar; None if there is no deadline."""
    from kmut_cli.workspace.kalender import kalender

    termine = []
    for eine in stand.termine:
        assert eine.jahr is not None  # what has a deadline has a year
        mappe = mappen.mappe_ueber(eine.wurzel / MAPPE)
        termine.append((eine.art, eine.titel, eine.jahr, eine.frist, mappe.stammdaten if mappe is not None else None))
    return kalender(termine) if termine else None


def _schreibe(ziel: Path, inhalt: bytes | None, ueberschreiben: bool, stand: Jahresstand, *, still: bool) -> None:
    """Write the calendar.

    Raises:
        EigeneMeldung: There is a foreign file, or it cannot be written.
    """
    from kmut_cli.source.write import FileChanged, read_existing
    from kmut_cli.workspace.ausgabeort import lege_ab
    from kmut_cli.workspace.kalender import eigener
    from kmut_cli.workspace.quellschutz import ist_quelle

    if inhalt is None:
        raise EigeneMeldung(
            f"„{ziel}“ ist nicht geschrieben, denn es ist keine Frist bekannt, zu der etwas zu tun ist."
            " Fristen stehen in kmut.yaml."
        )
    with in_worten(ziel):
        if ist_quelle(ziel):
            raise EigeneMeldung(f"„{ziel}“ ist eine Datei, aus der etwas kommt, und bleibt, wie sie ist.")
        alt = read_existing(ziel)
        if alt is not None and Path(os.path.realpath(ziel)).suffix.lower() != ".ics":
            raise EigeneMeldung(
                f"„{ziel}“ ist keine Kalenderdatei und bleibt, wie sie ist. Nennen Sie einen Namen, der auf .ics endet."
            )
        if alt is not None and not ueberschreiben and not eigener(alt):
            raise EigeneMeldung(
                f"„{ziel}“ ist keine Kalenderdatei von kmut und bleibt, wie sie ist. Überschreiben: --force."
            )
        try:
            lege_ab(ziel, inhalt, alt)
        except FileChanged:
            raise gleichzeitig(ziel) from None
    if still:
        return
    anzahl = len(stand.termine)
    print(f"\nGeschrieben: {visible(str(ziel))} ({'1 Frist' if anzahl == 1 else f'{anzahl} Fristen'})")
    if fehlend := stand.mit_fehlerhafter_frist:
        namen = ", ".join(f"{eine.titel} {eine.jahr}" for eine in fehlend)
        print(f"Nicht darin, weil die Frist in kmut.yaml fehlerhaft ist: {namen}")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(status, name)

"""``kmut log``: the diary behind 2.7 and 2.8."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from kmut_cli.cli.ausgabe import gruppe_aus
from kmut_cli.cli.deutsch import Befehlsgruppe

Verzeichnisdatei = Annotated[
    str | None,
    typer.Option(
        "--file",
        metavar="DATEI",
        help="Anderes Verzeichnis als veranstaltungen.yaml neben kmut.yaml, oder sein Ordner.",
    ),
]


class Gruppe(Befehlsgruppe):
    """What can be done with the log."""

    befehle: ClassVar = {
        "add": ("kmut_cli.cli.log_add", "Trägt einen Termin ein, in einer Zeile oder auf Nachfrage."),
        "list": ("kmut_cli.cli.log_list", "Zeigt die Termine, nach Datum geordnet."),
        "import": ("kmut_cli.cli.log_import", "Liest Termine aus einem Kalender (.ics) oder einer Tabelle (.csv) ein."),
    }


def befehl(name: str) -> Any:
    """Give the group."""
    return gruppe_aus(Gruppe, "Führt das Verzeichnis der Termine und Veranstaltungen, veranstaltungen.yaml.")

"""``kmut monitoring``: the figures behind the reports."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NoReturn

import typer

from kmut_cli.cli.ausgabe import gruppe_aus
from kmut_cli.cli.deutsch import Befehlsgruppe, EigeneMeldung
from kmut_cli.findings.display import visible

if TYPE_CHECKING:
    from kmut_cli.findings.error import MitHilfe

Monitoringdatei = Annotated[
    str | None,
    typer.Option(
        "--file",
        metavar="DATEI",
        help="Anderes Monitoring als monitoring.yaml neben kmut.yaml, oder sein Ordner.",
    ),
]


class Gruppe(Befehlsgruppe):
    """What can be done with the figures."""

    befehle: ClassVar = {
        "import": ("kmut_cli.cli.monitoring_import", "Liest Zahlen aus einer CSV-Datei der amtlichen Statistik ein."),
        "show": ("kmut_cli.cli.monitoring_show", "Zeigt die Kennzahlen, eine davon mit Tabelle und Diagramm."),
    }


def beende(fehler: MitHilfe) -> NoReturn:
    """End the run: with status 1 if what stands in a file is in the way, with 2 if it is the command.

    Raises:
        Exit: With status 1.
        EigeneMeldung: With status 2.
    """
    from kmut_cli.workspace.monitoring.oeffnen import InhaltError

    if isinstance(fehler, InhaltError):
        sys.stdout.flush()
        print(f"kmut: {visible(str(fehler))}", file=sys.stderr)
        raise typer.Exit(1)
    raise EigeneMeldung(str(fehler))


def befehl(name: str) -> Any:
    """Give the group."""
    return gruppe_aus(Gruppe, "Führt die Kennzahlen und ihre Werte, monitoring.yaml.")

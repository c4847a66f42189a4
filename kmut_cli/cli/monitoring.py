"""``kmut monitoring``: the figures behind the reports."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from kmut_cli.cli.ausgabe import gruppe_aus
from kmut_cli.cli.deutsch import Befehlsgruppe

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


def befehl(name: str) -> Any:
    """Give the group."""
    return gruppe_aus(Gruppe, "Führt die Kennzahlen und ihre Werte, monitoring.yaml.")

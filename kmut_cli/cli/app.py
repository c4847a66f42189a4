"""The program: its commands by name."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, ClassVar

import typer
from typer.exceptions import TyperException

from kmut_cli import __version__
from kmut_cli.cli.deutsch import Befehlsgruppe, fehlermeldung

_MODUL = "kmut_cli.cli"


class Programm(Befehlsgruppe):
    """All commands of kmut."""

    befehle: ClassVar = {
        "validate": (f"{_MODUL}.validate", "Prüft, ob die Dateien richtig geschrieben sind."),
        "check": (f"{_MODUL}.check", "Prüft auch, was noch fehlt und was sich widerspricht."),
        "render": (f"{_MODUL}.render", "Macht aus den Dateien Word oder Markdown."),
        "outline": (f"{_MODUL}.outline", "Zeigt die amtliche Gliederung mit allen Fragen."),
        "explain": (f"{_MODUL}.explain", "Erklärt einen Befund mit Beispielen."),
        "schema": (f"{_MODUL}.schema", "Gibt das JSON-Schema für Editoren aus."),
        "template": (f"{_MODUL}.template", "Kopiert eine Vorlage in den eigenen Ordner."),
    }


app = typer.Typer(cls=Programm, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def _programm(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Zeigt die Version.")] = False,
) -> None:
    """Prüft Tätigkeitsberichte und Anträge der Koordinierungsstellen für Migration und Teilhabe und gibt sie aus."""
    if version:
        print(f"kmut {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
        raise typer.Exit


def run(args: list[str]) -> int:
    """Run the program with the arguments of a command line and give its exit status.

    Typer's own ``app()`` is not used: it has answers in English to a broken pipe or an interrupt, which are not for it.
    """
    gc.set_threshold(100_000)  # importing makes much and drops nothing; collecting meanwhile is time lost
    # Pydantic else asks every installed package whether it is a plugin, which takes longer than reading a report.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    programm = typer.main.get_command(app)
    try:
        with programm.make_context("kmut", list(args)) as ctx:
            programm.invoke(ctx)
    except typer.Exit as ende:
        return ende.exit_code
    except TyperException as fehler:
        print(f"kmut: {fehlermeldung(fehler)}", file=sys.stderr)
        return 2
    return 0

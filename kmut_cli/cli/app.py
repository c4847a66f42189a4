"""The program: its commands by name."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Any, ClassVar

import typer
from typer.exceptions import TyperException

from kmut_cli import __version__
from kmut_cli.cli.deutsch import Befehlsgruppe, fehlermeldung
from kmut_cli.cli.vervollstaendigung import auswahl
from kmut_cli.findings import limits
from kmut_cli.findings.display import visible

_MODUL = "kmut_cli.cli"
_MIT_SHELL = ("--install-completion", "--show-completion")
_shells = auswahl("bash", "zsh", "fish", "powershell")


class Programm(Befehlsgruppe):
    """All commands of kmut."""

    befehle: ClassVar = {
        "init": (f"{_MODUL}.init", "Legt einen Ordner mit den Dokumenten eines Jahres an."),
        "new": (f"{_MODUL}.new", "Legt ein Dokument an, auf Wunsch aus einem früheren."),
        "fill": (f"{_MODUL}.fill", "Führt durch die offenen Fragen eines Dokuments."),
        "confirm": (f"{_MODUL}.confirm", "Bestätigt übernommene Antworten."),
        "log": (f"{_MODUL}.log", "Führt die Liste der Termine und Veranstaltungen."),
        "monitoring": (f"{_MODUL}.monitoring", "Liest Zahlen der Statistik ein und zeigt die Kennzahlen."),
        "status": (f"{_MODUL}.status", "Zeigt den Stand aller Dokumente und die Fristen."),
        "validate": (f"{_MODUL}.validate", "Prüft, ob die Dateien richtig geschrieben sind."),
        "check": (f"{_MODUL}.check", "Prüft auch, was noch fehlt und was sich widerspricht."),
        "watch": (f"{_MODUL}.watch", "Prüft bei jedem Speichern und zeigt, was sich geändert hat."),
        "compare": (f"{_MODUL}.compare", "Zeigt Frage für Frage, was sich geändert hat."),
        "render": (f"{_MODUL}.render", "Macht aus den Dateien Word oder Markdown."),
        "outline": (f"{_MODUL}.outline", "Zeigt die amtliche Gliederung mit allen Fragen."),
        "explain": (f"{_MODUL}.explain", "Erklärt einen Befund mit Beispielen."),
        "schema": (f"{_MODUL}.schema", "Gibt das JSON-Schema für Editoren aus."),
        "template": (f"{_MODUL}.template", "Kopiert eine Vorlage in den eigenen Ordner."),
    }

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command's name; the shell may be left out behind the options that take one."""
        if args and args[0] in _MIT_SHELL and (len(args) == 1 or args[1].startswith("-")):
            args.insert(1, "")
        return super().parse_args(ctx, args)


app = typer.Typer(cls=Programm, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def _programm(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Zeigt die Version.")] = False,
    einrichten: Annotated[
        str | None,
        typer.Option(
            _MIT_SHELL[0],
            metavar="[SHELL]",
            help="Richtet die Tab-Taste ein, für bash, zsh, fish oder powershell; ohne Angabe für die laufende Shell.",
            autocompletion=_shells,
        ),
    ] = None,
    zeigen: Annotated[
        str | None,
        typer.Option(
            _MIT_SHELL[1],
            metavar="[SHELL]",
            help="Zeigt das Skript dafür, ohne etwas einzurichten.",
            autocompletion=_shells,
        ),
    ] = None,
) -> None:
    """Prüft Tätigkeitsberichte und Anträge der Koordinierungsstellen für Migration und Teilhabe und gibt sie aus."""
    if version:
        print(f"kmut {__version__}")
        raise typer.Exit
    if einrichten is not None or zeigen is not None:
        from kmut_cli.cli import shell_einrichten

        if einrichten is not None:
            shell_einrichten.richte_ein(einrichten)
        else:
            shell_einrichten.zeige(zeigen or "")
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
    if os.environ.get("_KMUT_COMPLETE"):  # a shell asks what the Tab key may offer
        from kmut_cli.cli.shell_antwort import antworte

        return antworte(programm)
    try:
        limits.pruefe()
        with programm.make_context("kmut", list(args)) as ctx:
            programm.invoke(ctx)
    except limits.GrenzeError as fehler:
        print(f"kmut: {visible(str(fehler))}", file=sys.stderr)
        return 2
    except typer.Exit as ende:
        return ende.exit_code
    except TyperException as fehler:
        print(f"kmut: {visible(fehlermeldung(fehler))}", file=sys.stderr)
        return 2
    return 0

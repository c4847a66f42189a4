"""What the commands share: options, standard input, the report and its exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli import __version__
from kmut_cli.cli.deutsch import Befehl, Befehlsgruppe, EigeneMeldung
from kmut_cli.cli.vervollstaendigung import auswahl, dokumente
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.formats import FORMATS, formatter
from kmut_cli.findings.report import Report

Pfade = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PFAD",
        help="Dateien oder Ordner, „-“ für die Standardeingabe; ohne Angabe dieser Ordner.",
        autocompletion=dokumente,
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Form der Ausgabe: {', '.join(FORMATS)}. Vorgabe: text.",
        autocompletion=auswahl(*FORMATS),
    ),
]
Streng = Annotated[bool, typer.Option("--strict", help="Auch Warnungen und Hinweise führen zum Status 1.")]


_FREMD = "ist keine frühere Ausgabe dieser Form und bleibt, wie sie ist. Nennen Sie eine andere Datei."


def befehl_aus(funktion: Any, name: str) -> Any:
    """Make a Typer command of a function; its docstring is the help page."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Befehl)(funktion)
    return typer.main.get_command(app)


def gruppe_aus(gruppe: type[Befehlsgruppe], hilfe: str) -> Any:
    """Make a command that has commands of its own; without one of them it shows its help page.

    Args:
        gruppe: Names the commands.
        hilfe: What the help page says.
    """

    def zeige(ctx: typer.Context) -> None:
        if ctx.invoked_subcommand is None:
            print(ctx.get_help())

    app = typer.Typer(cls=gruppe, add_completion=False, rich_markup_mode=None)
    app.callback(invoke_without_command=True, help=hilfe)(zeige)
    return typer.main.get_command(app)


def standardeingabe() -> bytes:
    """Read standard input to its end, or one byte more than a document may have; closed, it holds nothing."""
    from kmut_cli.findings import limits

    return sys.stdin.buffer.read(limits.DATEI.wert + 1) if sys.stdin is not None else b""


def schreibe(
    ziel: Path,
    inhalt: bytes,
    gelesene: Iterable[str] = (),
    eigene: Callable[[bytes], bool] | None = None,
    fremd: str = _FREMD,
) -> None:
    """Write a file and its folders, and say so.

    Args:
        ziel: The file.
        inhalt: Its bytes.
        gelesene: Files that the command reads, which it must not overwrite.
        eigene: Tells whether a file that is there is an earlier output, the only one that may be overwritten.
        fremd: What to say of any other, behind its name.

    Raises:
        EigeneMeldung: That is not possible, or somebody changes the file at this moment.
    """
    from kmut_cli.source.write import FileChanged, read_existing

    gelesen = tuple(gelesene)
    with in_worten(ziel):
        _schone_quellen(ziel, gelesen)
        alt = read_existing(ziel)
        if alt is not None and eigene is not None and not eigene(alt):
            raise EigeneMeldung(f"„{ziel}“ {fremd}")
    try:
        schreibe_anstelle(ziel, inhalt, alt, gelesen)
    except FileChanged:
        raise gleichzeitig(ziel) from None


def schreibe_anstelle(ziel: Path, inhalt: bytes, alt: bytes | None, gelesene: Iterable[str] = ()) -> None:
    """Write a file and its folders in place of what was read there before, and say so.

    Args:
        ziel: The file.
        inhalt: Its bytes.
        alt: What it held; None if there was none.
        gelesene: Files that the command reads, which it must not overwrite.

    Raises:
        FileChanged: It holds something else by now, and is untouched.
        EigeneMeldung: It cannot be written.
    """
    from kmut_cli.workspace.ausgabeort import lege_ab

    with in_worten(ziel):
        _schone_quellen(ziel, gelesene)
        lege_ab(ziel, inhalt, alt)
    print(f"Geschrieben: {visible(str(ziel))}")


@contextlib.contextmanager
def in_worten(ziel: Path) -> Iterator[None]:
    """Say in German why a file cannot be written.

    Raises:
        EigeneMeldung: What is done here failed.
    """
    from kmut_cli.source.oserror import grund, rat

    try:
        yield
    except (OSError, ValueError) as fehler:
        warum = f": {text}" if (text := grund(fehler)) else ""
        raise EigeneMeldung(f"„{ziel}“ lässt sich nicht schreiben{warum}. {rat(fehler)}") from None


def gleichzeitig(ziel: Path) -> EigeneMeldung:
    """Make the message for a file that somebody else changed between looking and writing."""
    return EigeneMeldung(
        f"„{ziel}“ wird gerade von einem anderen Programm geändert und bleibt, wie sie ist."
        " Schließen Sie sie dort, und versuchen Sie es noch einmal."
    )


def _schone_quellen(ziel: Path, gelesene: Iterable[str]) -> None:
    from kmut_cli.workspace.quellschutz import ist_quelle

    if ist_quelle(ziel, map(Path, gelesene)):
        raise EigeneMeldung(
            f"„{ziel}“ ist eine Datei, aus der etwas kommt, und bleibt, wie sie ist. Nennen Sie eine andere."
        )


def pruefe_auswahl(option: str, wert: str, erlaubt: Mapping[str, Any] | tuple[str, ...]) -> None:
    """Refuse a value that an option does not know.

    Raises:
        EigeneMeldung: With the values that it knows.
    """
    if wert not in erlaubt:
        raise EigeneMeldung(f"{option} kennt „{wert}“ nicht. Möglich sind: {', '.join(erlaubt)}.")


def katalog() -> Mapping[str, Any]:
    """Give all rules; imported only by formats that show them."""
    from kmut_cli.rules.registry import catalogue

    return catalogue()


def gib_aus(format: str, findings: list[Finding], paths: list[str], extra: Mapping[str, object] | None = None) -> None:
    """Print a report in one of the formats."""
    report = Report(tuple(findings), tuple(paths), __version__, katalog, extra or {})
    if format == "text":
        from kmut_cli.findings.text import format_text

        text = format_text(report, color=farbig())
    else:
        text = formatter(format)(report)
    sys.stdout.write(text)


def farbig() -> bool:
    """Whether standard output is a terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def status(findings: list[Finding], paths: list[str], strict: bool) -> int:
    """Give the exit status of a run: 2 if nothing could be read, 1 for errors, else 0."""
    if not paths:
        return 2
    return int(any(strict or finding.severity is Severity.ERROR for finding in findings))

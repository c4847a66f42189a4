"""``kmut validate``: are the files well-formed?"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import (
    Format,
    Pfade,
    Streng,
    befehl_aus,
    gib_aus,
    pruefe_auswahl,
    standardeingabe,
    status,
)
from kmut_cli.findings.formats import FORMATS


def validate(
    pfade: Pfade = None,
    format: Format = "text",
    strict: Streng = False,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Prüft auch neu, was seit dem letzten Mal unverändert in Ordnung ist."),
    ] = False,
) -> None:
    """Prüft, ob Dateien richtig geschrieben sind: YAML, Schlüssel, Auswahl, Daten und Zahlen.

    Ordner werden ganz durchsucht; beachtet wird jede YAML-Datei, die mit „dokument:“ sagt, was sie ist.
    Status: 0 keine Fehler, 1 Fehler, 2 falscher Aufruf oder nichts Lesbares.
    """
    from kmut_cli.cli.fortschritt import fortschritt  # not for help and the Tab key
    from kmut_cli.workspace.pruefung import pruefe

    pruefe_auswahl("--format", format, FORMATS)
    with fortschritt() as melde:
        ergebnis = pruefe(pfade or [], "validate", standardeingabe, gemerkt=not no_cache, melde=melde)
    gib_aus(format, ergebnis.findings, ergebnis.paths)
    raise typer.Exit(status(ergebnis.findings, ergebnis.paths, strict))


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(validate, name)

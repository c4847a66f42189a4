"""``kmut validate``: are the files well-formed?"""

from __future__ import annotations

from typing import Any

import typer

from kmut_cli.cli.ausgabe import Format, Pfade, Streng, befehl_aus, gib_aus, pruefe_auswahl, standardeingabe, status
from kmut_cli.findings.formats import FORMATS


def validate(pfade: Pfade = None, format: Format = "text", strict: Streng = False) -> None:
    """Prüft, ob Dateien richtig geschrieben sind: YAML, Schlüssel, Auswahl, Daten und Zahlen.

    Ordner werden ganz durchsucht; beachtet wird jede YAML-Datei, die mit „dokument:“ sagt, was sie ist.
    Status: 0 keine Fehler, 1 Fehler, 2 falscher Aufruf oder nichts Lesbares.
    """
    from kmut_cli.workspace.lauf import Lauf  # not for help and the Tab key

    pruefe_auswahl("--format", format, FORMATS)
    lauf = Lauf()
    for _datei, _geladen in lauf.dateien(pfade or [], standardeingabe):
        pass
    gib_aus(format, lauf.findings, lauf.paths)
    raise typer.Exit(status(lauf.findings, lauf.paths, strict))


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(validate, name)

"""``kmut schema``: the JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, schreibe
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.gliederungswahl import Art, Ausgabe, waehle
from kmut_cli.documents.schema import schema_dateiname, schema_text

Ziel = Annotated[
    str | None, typer.Option("--out", metavar="ORDNER", help="Schreibt Dateien in diesen Ordner, statt sie auszugeben.")
]


def schema(art: Art = None, edition: Ausgabe = None, out: Ziel = None) -> None:
    """Gibt das JSON-Schema aus, mit dem ein Editor Schlüssel und Auswahl vorschlägt und die amtliche Frage zeigt."""
    gewaehlt = waehle(art, edition)
    if out is None and len(gewaehlt) > 1:
        raise EigeneMeldung("Mehrere Schemata passen in keine Ausgabe: Nennen Sie die Art oder mit --out einen Ordner.")
    for eine, ausgabe in gewaehlt:
        text = schema_text(eine, ausgabe)
        if out is None:
            print(text, end="")
        else:
            schreibe(Path(out) / schema_dateiname(eine, ausgabe), text.encode())


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(schema, name)

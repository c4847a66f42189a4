"""``kmut schema``: the JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli.cli import vervollstaendigung
from kmut_cli.cli.ausgabe import befehl_aus, schreibe
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.gliederungswahl import Ausgabe, waehle
from kmut_cli.documents.registry import arten
from kmut_cli.documents.schema import ist_eigenes, schema_dateiname, schema_text
from kmut_cli.documents.schema_stammdaten import DATEINAME, NAME, stammdatenschema_text

Art = Annotated[
    str | None,
    typer.Argument(
        metavar="ART",
        help=f"Art des Dokuments: {', '.join(arten())}; {NAME} für die Datei kmut.yaml; ohne Angabe alle.",
        autocompletion=vervollstaendigung.arten,
    ),
]
Ziel = Annotated[
    str | None, typer.Option("--out", metavar="ORDNER", help="Schreibt Dateien in diesen Ordner, statt sie auszugeben.")
]
_FREMD = (
    "ist kein Schema von kmut und bleibt, wie sie ist. Nennen Sie einen anderen Ordner, oder benennen Sie die Datei um."
)


def schema(art: Art = None, edition: Ausgabe = None, out: Ziel = None) -> None:
    """Gibt das JSON-Schema aus, mit dem ein Editor Schlüssel und Auswahl vorschlägt und die amtliche Frage zeigt."""
    gewaehlt = [] if art == NAME else waehle(art, edition)
    texte = {schema_dateiname(eine, ausgabe): schema_text(eine, ausgabe) for eine, ausgabe in gewaehlt}
    if art in (None, NAME):
        texte[DATEINAME] = stammdatenschema_text()
    if out is None and len(texte) > 1:
        raise EigeneMeldung("Mehrere Schemata passen in keine Ausgabe: Nennen Sie die Art oder mit --out einen Ordner.")
    for name, text in texte.items():
        if out is None:
            print(text, end="")
        else:
            schreibe(Path(out) / name, text.encode(), eigene=ist_eigenes, fremd=_FREMD)


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(schema, name)

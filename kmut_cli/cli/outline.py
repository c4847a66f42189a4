"""``kmut outline``: the official outline with numbers and questions."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.gliederungswahl import Art, Ausgabe, waehle
from kmut_cli.cli.vervollstaendigung import auswahl
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.umriss import umriss, umriss_text

FORMEN = ("text", "json", "md")

Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text, json oder md. Vorgabe: text.", autocompletion=auswahl(*FORMEN)
    ),
]


def outline(art: Art = None, edition: Ausgabe = None, format: Form = "text") -> None:
    """Zeigt die amtliche Gliederung: Abschnitte, Fragen im Wortlaut und die Stelle, an die jede Antwort gehört."""
    pruefe_auswahl("--format", format, FORMEN)
    gewaehlt = [(eine, ausgabe, dokumenttyp(eine, ausgabe)) for eine, ausgabe in waehle(art, edition)]
    if format == "json":
        alle = [umriss(typ, eine, ausgabe) for eine, ausgabe, typ in gewaehlt]
        json.dump(alle[0] if art else {"documents": alle}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    texte = [umriss_text(umriss(typ, eine, ausgabe), auszeichnung=format == "md") for eine, ausgabe, typ in gewaehlt]
    print("\n".join(texte), end="")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(outline, name)

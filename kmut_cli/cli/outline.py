"""``kmut outline``: the official outline with numbers and questions."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.umriss import umriss, umriss_markdown

FORMEN = ("text", "json", "md")

Art = Annotated[
    str | None, typer.Argument(metavar="ART", help=f"Art des Dokuments: {', '.join(arten())}; ohne Angabe alle.")
]
Ausgabe = Annotated[
    str | None, typer.Option("--edition", metavar="AUSGABE", help="Ausgabe der Gliederung; ohne Angabe die neueste.")
]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json oder md. Vorgabe: text.")]


def waehle(art: str | None, ausgabe: str | None) -> list[tuple[str, str]]:
    """Give kind and edition of what a command line names.

    Raises:
        EigeneMeldung: There is no such kind or edition.
    """
    bekannt = arten()
    if art is not None and art not in bekannt:
        from kmut_cli.documents.vorschlag import meinten_sie

        nah = meinten_sie(art, bekannt)
        hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {', '.join(bekannt)}."
        raise EigeneMeldung(f"Die Art von Dokument „{art}“ gibt es nicht. {hilfe}")
    gewaehlt = [art] if art else list(bekannt)
    for eine in gewaehlt:
        if ausgabe is not None and ausgabe not in bekannt[eine]:
            moeglich = ", ".join(bekannt[eine])
            raise EigeneMeldung(f"Die Ausgabe „{ausgabe}“ von {eine} gibt es nicht. Möglich sind: {moeglich}.")
    return [(eine, ausgabe or bekannt[eine][-1]) for eine in gewaehlt]


def outline(art: Art = None, edition: Ausgabe = None, format: Form = "text") -> None:
    """Zeigt die amtliche Gliederung: Abschnitte, Fragen im Wortlaut und die Stelle, an die jede Antwort gehört."""
    pruefe_auswahl("--format", format, FORMEN)
    gewaehlt = [(eine, ausgabe, dokumenttyp(eine, ausgabe)) for eine, ausgabe in waehle(art, edition)]
    if format == "json":
        alle = [umriss(typ, eine, ausgabe) for eine, ausgabe, typ in gewaehlt]
        json.dump(alle[0] if art else {"documents": alle}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    texte = [
        umriss_markdown(umriss(typ, eine, ausgabe), auszeichnung=format == "md") for eine, ausgabe, typ in gewaehlt
    ]
    print("\n".join(texte), end="")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(outline, name)

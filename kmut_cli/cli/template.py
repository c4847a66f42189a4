"""``kmut template``: start a template of one's own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, ClassVar

import typer

from kmut_cli.cli.ausgabe import befehl_aus, gruppe_aus, pruefe_auswahl, schreibe_anstelle
from kmut_cli.cli.deutsch import Befehlsgruppe
from kmut_cli.cli.gliederungswahl import Art, waehle
from kmut_cli.cli.vervollstaendigung import auswahl
from kmut_cli.findings.display import visible
from kmut_cli.render.formate import FORMATE
from kmut_cli.render.vorlagen import dateiname, eigener_name, mitgeliefert
from kmut_cli.source.write import FileChanged

Formate = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="docx oder md; mehrfach möglich. Vorgabe: beide.",
        autocompletion=auswahl("docx", "md"),
    ),
]
Ziel = Annotated[
    str, typer.Option("--out", metavar="ORDNER", help="Ordner, in dem templates/ entsteht. Vorgabe: dieser Ordner.")
]


class Gruppe(Befehlsgruppe):
    """What can be done with templates."""

    befehle: ClassVar = {
        "copy": ("kmut_cli.cli.template", "Kopiert die mitgelieferten Vorlagen in den eigenen Ordner.")
    }


def copy(art: Art = None, format: Formate = None, out: Ziel = ".") -> None:
    """Kopiert die mitgelieferten Vorlagen in den Ordner templates/; dort dürfen Sie sie ändern.

    Was schon da ist, wird nicht überschrieben. Die Kopie gilt für alle Dokumente dieses Ordners. Die Vorlage
    „dokument“ gilt für alle Arten, zu denen es keine eigene gibt; mit ART entsteht daraus eine nur für diese Art.
    """
    for eins in format or []:
        pruefe_auswahl("--format", eins, FORMATE)
    for name, quelle in _kopien(art, format or FORMATE).items():
        ziel = Path(out) / name
        try:
            if os.path.lexists(ziel):  # a link too, wherever it leads
                raise FileChanged
            schreibe_anstelle(ziel, (mitgeliefert().parent / quelle).read_bytes(), None)
        except FileChanged:  # before this run, or at this moment
            print(f"Schon da, unverändert: {visible(str(ziel))}")


def _kopien(art: str | None, formate: Iterable[str]) -> dict[Path, Path]:
    """Give for each copy what it is a copy of: one for the kind that is named, else each shipped template once."""
    gewaehlt = [(eine, eins) for eine, _ausgabe in waehle(art, None) for eins in formate]
    quellen = [(eine, dateiname(eigener_name(eine, eins), eins), eins) for eine, eins in gewaehlt]
    return {dateiname(eine, eins) if art else quelle: quelle for eine, quelle, eins in quellen}


def befehl(name: str) -> Any:
    """Give the group, or its command ``copy``."""
    if name == "copy":
        return befehl_aus(copy, name)
    return gruppe_aus(Gruppe, "Beginnt eigene Vorlagen.")

"""``kmut monitoring show``: the set at a glance, or one indicator with table and chart."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.monitoring import Monitoringdatei, beende
from kmut_cli.cli.vervollstaendigung import auswahl
from kmut_cli.findings.display import one_line
from kmut_cli.findings.json_text import json_text

if TYPE_CHECKING:
    from kmut_cli.documents.kennzahlen.auswertung import Auswertung
    from kmut_cli.documents.kennzahlen.kennzahl import Indikator

FORMEN = ("text", "json")

Nummer = Annotated[
    str | None, typer.Argument(metavar="NUMMER", help="Nummer einer Kennzahl, z. B. 5.1; ohne Angabe alle.")
]
Form = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", help="text oder json. Vorgabe: text.", autocompletion=auswahl(*FORMEN)),
]


def show(nummer: Nummer = None, format: Form = "text", file: Monitoringdatei = None) -> None:
    """Zeigt alle Kennzahlen mit ihrem letzten Wert, oder eine mit allen Werten, Diagramm und Quellen.

    Was aus anderen Kennzahlen berechnet ist, trägt ein b.
    """
    from kmut_cli.documents.kennzahlen.auswertung import auswertung
    from kmut_cli.workspace.bearbeitung import BearbeitungError
    from kmut_cli.workspace.monitoring.bestand import finde

    pruefe_auswahl("--format", format, FORMEN)
    try:
        bestand = finde(file)
    except BearbeitungError as fehler:
        beende(fehler)
    ganze = auswertung(bestand.monitoring)
    indikator = _gesucht(ganze, nummer) if nummer else None
    if format == "json":
        from kmut_cli.cli.kennzahlen.als_json import als_json

        sys.stdout.write(json_text(als_json(bestand.name, ganze, indikator)))
    elif indikator is not None:
        from kmut_cli.cli.kennzahlen.blatt import blatt

        print("\n".join(blatt(ganze, indikator)))
    else:
        from kmut_cli.cli.kennzahlen.satz import satz

        print("\n".join(satz(ganze)))
    if bestand.fehler:
        wieviel = "einen Fehler" if len(bestand.fehler) == 1 else f"{len(bestand.fehler)} Fehler"
        text = f"kmut: In „{one_line(bestand.name)}“ gibt es {wieviel}; was betroffen ist, fehlt hier."
        print(f"{text} Mehr sagt: kmut validate {one_line(bestand.name)}", file=sys.stderr)
        raise typer.Exit(1)


def _gesucht(ganze: Auswertung, nummer: str) -> Indikator:
    """Find an indicator.

    Raises:
        EigeneMeldung: There is none of that number.
    """
    from kmut_cli.documents.vorschlag import aehnlich

    je_nummer = {eins.nummer or "": eins for eins in ganze.indikatoren}
    if nummer in je_nummer:
        return je_nummer[nummer]
    if not je_nummer:
        from kmut_cli.documents.kennzahlen.katalog import kataloge

        hilfe = f"Nennen Sie einen Katalog, z. B. „katalog: {kataloge()[0]}“, oder eigene."
        raise EigeneMeldung(f"Das Monitoring hat noch keine Kennzahlen. {hilfe}")
    nah = aehnlich(nummer, je_nummer, ab=0.6)
    hilfe = f"Meinten Sie „{nah}“?" if nah else "Ohne Nummer zeigt der Befehl alle."
    raise EigeneMeldung(f"Die Kennzahl „{nummer}“ gibt es nicht. {hilfe}")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(show, name)

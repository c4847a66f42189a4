"""``kmut compare``: what changed, question by question; and what became of a plan."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from kmut_cli.cli.ausgabe import befehl_aus, farbig, pruefe_auswahl, schreibe, standardeingabe
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.vervollstaendigung import auswahl as aus_liste
from kmut_cli.compare.blatt import Blatt
from kmut_cli.compare.formate import FORMATE
from kmut_cli.compare.formate import schreibe as in_form
from kmut_cli.findings.json_text import json_text

_BREITE = 100

Angaben = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ANGABE",
        help="Zwei Dateien, Ordner oder Jahre; oder eine Datei und eine Fassung in Git: HEAD~3, eine Markierung, ein"
        " Datum. Eine Datei allein wird mit ihrer letzten Fassung verglichen.",
    ),
]
Plan = Annotated[
    bool,
    typer.Option(
        "--plan",
        help="Legt den Antrag eines Jahres neben dessen Bericht. Angabe: das Jahr, ein Ordner oder die beiden Dateien.",
    ),
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Form der Ausgabe: {', '.join(FORMATE)}. Vorgabe: text.",
        autocompletion=aus_liste(*FORMATE),
    ),
]
Ziel = Annotated[str | None, typer.Option("--out", metavar="DATEI", help="Schreibt in eine Datei.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Gibt es Unterschiede, ist der Status 1 statt 0.")]


def compare(
    angaben: Angaben = None,
    plan: Plan = False,
    format: Form = "text",
    out: Ziel = None,
    exit_code: ExitCode = False,
) -> None:
    """Zeigt Frage für Frage, was sich geändert hat: zwischen Dateien, Jahren oder Fassungen.

    Umbrüche und Reihenfolge der Schlüssel zählen nicht. Mit --plan: was angekündigt war und was davon im Bericht steht.
    """
    pruefe_auswahl("--format", format, FORMATE)
    if len(angaben or []) > 2:
        raise EigeneMeldung("compare vergleicht zwei Angaben; genannt sind mehr.")
    from kmut_cli.workspace.vergleichsdateien import VergleichError

    try:
        ergebnis = (_plan if plan else _vergleich)(angaben or [], format, zum_terminal=out is None)
    except VergleichError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    if out is None:
        sys.stdout.write(ergebnis.text)
    else:
        from kmut_cli.compare.eigene import ist_eigene

        inhalt = ergebnis.text.encode("utf-8", "backslashreplace")
        schreibe(Path(out), inhalt, angaben or (), partial(ist_eigene, format))
    raise typer.Exit(int(ergebnis.unvollstaendig or (exit_code and ergebnis.anders)))


class _Ergebnis(NamedTuple):
    """The output, whether there are differences, and whether a file could not be read."""

    text: str
    anders: bool
    unvollstaendig: bool = False


def _vergleich(angaben: list[str], format: str, *, zum_terminal: bool) -> _Ergebnis:
    """Compare what is named."""
    from kmut_cli.compare.jsonform import vergleichsdaten
    from kmut_cli.compare.vergleich import vergleich
    from kmut_cli.compare.vergleichsblatt import vergleichsblatt
    from kmut_cli.workspace.vergleich import auswahl
    from kmut_cli.workspace.vergleichsdateien import VergleichError

    gewaehlt = auswahl(angaben, standardeingabe)
    if not gewaehlt.paare:
        raise VergleichError(" ".join(gewaehlt.hinweise) or "Es gibt nichts zu vergleichen.")
    vergleiche = [vergleich(paar.alt, paar.neu) for paar in gewaehlt.paare]
    anders = any(eins.geaendert for eins in vergleiche)
    if format == "json":
        text = json_text(vergleichsdaten(vergleiche, gewaehlt.hinweise))
    else:
        text = _als_text(vergleichsblatt(vergleiche, gewaehlt.hinweise), format, zum_terminal)
    return _Ergebnis(text, anders, bool(gewaehlt.unlesbar))


def _plan(angaben: list[str], format: str, *, zum_terminal: bool) -> _Ergebnis:
    """Lay a plan beside its report; what is announced and does not come up is a difference."""
    from kmut_cli.compare.jsonform import plandaten
    from kmut_cli.compare.plan import planvergleich
    from kmut_cli.compare.planblatt import planblatt
    from kmut_cli.compare.planpunkt import Gruppe
    from kmut_cli.workspace.planwahl import planwahl

    gewaehlt = planwahl(angaben, standardeingabe)
    ergebnis = planvergleich(gewaehlt.plan, gewaehlt.bericht)
    anders = bool(ergebnis.gruppe(Gruppe.NICHT_ERWAEHNT))
    if format == "json":
        return _Ergebnis(json_text(plandaten(ergebnis, gewaehlt.hinweise)), anders)
    return _Ergebnis(_als_text(planblatt(ergebnis, gewaehlt.hinweise), format, zum_terminal), anders)


def _als_text(blatt: Blatt, format: str, zum_terminal: bool) -> str:
    breite = shutil.get_terminal_size((_BREITE, 24)).columns if zum_terminal else _BREITE
    return in_form(format, blatt, color=zum_terminal and farbig(), width=breite)


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(compare, name)

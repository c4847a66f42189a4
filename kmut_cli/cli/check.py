"""``kmut check``: is anything missing, does anything contradict itself?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from kmut_cli import __version__
from kmut_cli.cli.ausgabe import (
    Format,
    Pfade,
    Streng,
    befehl_aus,
    farbig,
    gib_aus,
    pruefe_auswahl,
    standardeingabe,
    status,
)
from kmut_cli.findings.formats import FORMATS

if TYPE_CHECKING:
    from kmut_cli.workspace.pruefung import Pruefung


def check(pfade: Pfade = None, format: Format = "text", strict: Streng = False) -> None:
    """Prüft alles, was „validate“ prüft, und dazu, ob jede Frage beantwortet ist und die Angaben zueinander passen.

    Offene Fragen und unbestätigte Antworten sind im Entwurf Hinweise und mit „status: final“ Fehler.
    Status: 0 keine Fehler, 1 Fehler, 2 falscher Aufruf oder nichts Lesbares.
    """
    from kmut_cli.cli.fortschritt import fortschritt  # not for help and the Tab key
    from kmut_cli.workspace.pruefung import pruefe

    pruefe_auswahl("--format", format, FORMATS)
    with fortschritt() as melde:
        ergebnis = pruefe(pfade or [], "check", standardeingabe, melde=melde)
    if format == "text":
        _zeige(ergebnis)
    else:
        gib_aus(
            format, ergebnis.findings, ergebnis.paths, {"documents": [stand.als_json() for stand in ergebnis.staende]}
        )
    raise typer.Exit(status(ergebnis.findings, ergebnis.paths, strict))


def _zeige(ergebnis: Pruefung) -> None:
    """Print the findings; what is open or unconfirmed stands in lists, since forty code frames help no one."""
    from kmut_cli.cli.uebersicht import uebersicht
    from kmut_cli.findings.report import Report
    from kmut_cli.findings.text import format_finding, summary
    from kmut_cli.rules.offene_fragen import OFFEN
    from kmut_cli.rules.unbestaetigt import UNBESTAETIGT

    farbe = farbig()
    bericht = Report(tuple(ergebnis.findings), tuple(ergebnis.paths), __version__)
    in_listen = (OFFEN.code, UNBESTAETIGT.code)
    for finding in bericht.findings:
        if finding.code not in in_listen:
            sys.stdout.write(format_finding(finding, color=farbe) + "\n")
    je_frage = [finding for finding in bericht.findings if finding.code in in_listen]
    sys.stdout.write(uebersicht(ergebnis.staende, je_frage, color=farbe) + summary(bericht) + "\n")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(check, name)

"""``kmut watch``: check, and give out, on every save; shows what changed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, farbig, gib_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.render import FORMATE, Formate, Ueberschreiben, Ziel, lies_ziel
from kmut_cli.cli.vervollstaendigung import dokumente
from kmut_cli.findings.paths import STDIN

if TYPE_CHECKING:
    from kmut_cli.workspace.runden import Geprueft, Mitausgabe

Pfade = Annotated[
    list[str] | None,
    typer.Argument(metavar="PFAD", help="Dateien oder Ordner; ohne Angabe dieser Ordner.", autocompletion=dokumente),
]
Ausgeben = Annotated[bool, typer.Option("--render", help="Gibt jedes geänderte Dokument auch aus, wie „kmut render“.")]


def watch(
    pfade: Pfade = None,
    render: Ausgeben = False,
    format: Formate = None,
    out: Ziel = None,
    force: Ueberschreiben = False,
) -> None:
    """Prüft bei jedem Speichern und zeigt, was sich geändert hat: was behoben, was neu, wie viel beantwortet ist.

    Beobachtet werden YAML-Dateien, auch kmut.yaml und veranstaltungen.yaml darüber. Ende mit Strg+C.
    """
    namen = pfade or ["."]
    if STDIN in namen:
        raise EigeneMeldung("Die Standardeingabe lässt sich nicht beobachten. Nennen Sie Dateien oder Ordner.")
    if not render and (format or out is not None or force):
        option = "--format" if format else "--force" if out is None else "--out"
        raise EigeneMeldung(f"{option} wirkt nur zusammen mit --render.")
    formate = tuple(dict.fromkeys(format or ["docx"]))
    for eins in formate:
        pruefe_auswahl("--format", eins, FORMATE)
    ziel = lies_ziel(out, formate)
    try:
        _beobachte(namen, formate if render else (), ziel, force)
    except KeyboardInterrupt:
        print("\nBeobachtung beendet.")
        raise typer.Exit(130) from None


def _beobachte(namen: list[str], formate: tuple[str, ...], ziel: Path | None, ueberschreiben: bool) -> None:
    from kmut_cli.cli.watch_text import anfang, eine_aenderung
    from kmut_cli.workspace.beobachtung import Runde, aenderungen
    from kmut_cli.workspace.runden import Mitausgabe, pruefe
    from kmut_cli.workspace.waechter import Waechter

    farbe = farbig()
    waechter = Waechter(namen, _sage)
    mitausgabe = Mitausgabe(formate, ziel, ueberschreiben) if formate else None
    geprueft = pruefe(namen, {})
    _brich_ab_wenn_nichts_da_ist(namen, geprueft)
    runde: Runde = _gib_aus(mitausgabe, geprueft)
    _sage(anfang(runde, farbe))
    _sage_ausgabe(mitausgabe)
    while True:
        waechter.warte()
        geprueft = pruefe(namen, runde)
        vorher, runde = runde, _gib_aus(mitausgabe, geprueft)
        for aenderung in aenderungen(vorher, runde):
            _sage(eine_aenderung(aenderung, Path(aenderung.pfad).exists(), farbe))
        _sage_ausgabe(mitausgabe)


def _brich_ab_wenn_nichts_da_ist(namen: list[str], geprueft: Geprueft) -> None:
    """End where not one of the names is a file or a folder: that is a mistake in the command line."""
    if geprueft.gelesen or any(Path(name).is_dir() for name in namen):
        return
    gib_aus("text", [finding for stand in geprueft.runde.values() for finding in stand.befunde], [])
    raise typer.Exit(2)


def _gib_aus(mitausgabe: Mitausgabe | None, geprueft: Geprueft) -> Any:
    if mitausgabe is None:
        return geprueft.runde
    from kmut_cli.workspace.runden import mit_befunden

    return mit_befunden(geprueft.runde, list(mitausgabe.gib_aus(geprueft)))


def _sage_ausgabe(mitausgabe: Mitausgabe | None) -> None:
    if mitausgabe is not None:
        for name in mitausgabe.uebergangen:
            _sage(f"Nicht ausgegeben, erst die Fehler beheben: {name}")
        for pfad in mitausgabe.geschrieben:
            _sage(f"Geschrieben: {pfad}")


def _sage(text: str) -> None:
    """Print at once; who watches may read through a pipe."""
    print(text)
    sys.stdout.flush()


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(watch, name)

"""``kmut init``: a new folder with the documents of a year."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import kann_fragen
from kmut_cli.cli.vervollstaendigung import Passend, Vorschlaege, auswahl
from kmut_cli.findings.display import visible

if TYPE_CHECKING:
    from kmut_cli.documents.gebiete import Gebiet

T = TypeVar("T")
_DIENSTE = ("gitlab", "github")


def _kommunen(incomplete: str) -> Vorschlaege:
    from kmut_cli.documents.gebietsname import anrede
    from kmut_cli.documents.gebietssuche import alle

    namen = [(anrede(gebiet), gebiet.ags) for gebiet in alle()]
    getippt = incomplete.casefold()
    # Who types „Osn“ means a name that goes on so behind „Landkreis“ or „Stadt“.
    innen: Vorschlaege = [(Passend(name), ags) for name, ags in namen if f" {getippt}" in f" {name.casefold()}"]
    return [(name, ags) for name, ags in innen if name.casefold().startswith(getippt)] or innen


Ordner = Annotated[
    str, typer.Argument(metavar="ORDNER", help="Ordner, der entsteht oder ergänzt wird; ohne Angabe dieser Ordner.")
]
Kommune = Annotated[
    str | None,
    typer.Option(
        "--kommune",
        metavar="NAME",
        help="Name oder AGS der Kommune, z. B. „Landkreis Osnabrück“ oder 03459.",
        autocompletion=_kommunen,
    ),
]
JahrOption = Annotated[
    str | None, typer.Option("--year", metavar="JAHR", help="Erstes Jahr, vierstellig. Vorgabe: das laufende Jahr.")
]
Abgabe = Annotated[
    str | None,
    typer.Option(
        "--deadline", metavar="DATUM", help="Frist für den Bericht dieses Jahres, aus dem Zuwendungsbescheid."
    ),
]
Dienst = Annotated[
    str | None,
    typer.Option(
        "--ci",
        metavar="DIENST",
        help="Legt auch eine Datei an, mit der gitlab oder github bei jedem Hochladen prüft.",
        autocompletion=auswahl(*_DIENSTE),
    ),
]
VorCommit = Annotated[
    bool, typer.Option("--pre-commit", help="Legt auch eine Datei an, mit der vor jedem Commit geprüft wird.")
]
Probe = Annotated[bool, typer.Option("--dry-run", help="Zeigt, was angelegt würde, und legt nichts an.")]


def init(
    ordner: Ordner = ".",
    kommune: Kommune = None,
    year: JahrOption = None,
    deadline: Abgabe = None,
    ci: Dienst = None,
    pre_commit: VorCommit = False,
    dry_run: Probe = False,
) -> None:
    """Legt einen Ordner mit den Dokumenten eines Jahres an: alle Fragen im Wortlaut, zu jeder ein Beispiel.

    Was schon da ist, bleibt, wie es ist; nur Fehlendes kommt hinzu.
    Nennen Sie keine Kommune, fragt kmut nach ihr und nach allem, was sonst fehlt.
    """
    from kmut_cli.cli.anlegen.eingaben import lies_frist, lies_jahr
    from kmut_cli.cli.anlegen.meldungen import abbruch, zeige_ende, zeige_hinweise, zeige_vorhandene
    from kmut_cli.workspace.anlegen import AnlegenFehler, fehlende, lege_an, plane

    if ci is not None:
        pruefe_auswahl("--ci", ci, _DIENSTE)
    jahr = _lies("--year", year, lies_jahr) if year is not None else None
    frist = _lies("--deadline", deadline, lies_frist) if deadline is not None else None
    gewuenscht = _gebiet(kommune) if kommune is not None else None
    wo = Path(ordner or ".")
    try:
        fehlende(wo, ())
        gebiet = _gebiet_der_mappe(wo, gewuenscht) or gewuenscht
        if gewuenscht is None and kann_fragen():
            from kmut_cli.cli.anlegen.fragen import Angaben, frage_nach

            angaben = frage_nach(Angaben(gebiet, jahr, frist, ci), date.today().year, neue_mappe=not _hat_mappe(wo))
            gebiet, jahr, frist, ci = angaben.gebiet, angaben.jahr, angaben.frist, angaben.ci
            print()
        if gebiet is None:
            raise EigeneMeldung("Es fehlt die Kommune. Nennen Sie mit --kommune ihren Namen oder ihren AGS.")
        jahr = jahr or date.today().year
        dateien = plane(gebiet, jahr, frist=frist, ci=ci, pre_commit=pre_commit)
        neue = fehlende(wo, dateien)
        zeige_vorhandene(wo, dateien, neue)
        for pfad in (wo / datei.weg for datei in neue) if dry_run else lege_an(wo, neue):
            print(f"{'Würde angelegt' if dry_run else 'Angelegt'}: {visible(str(pfad))}")
        zeige_hinweise(wo, neue, ci, (jahr, frist))
        zeige_ende(wo, neue, jahr, probe=dry_run)
    except AnlegenFehler as fehler:
        raise EigeneMeldung(abbruch(fehler.message, fehler.help, fehler.geschrieben)) from None


def _lies(option: str, text: str, lies: Callable[[str], T]) -> T:
    try:
        return lies(text)
    except ValueError as fehler:
        raise EigeneMeldung(f"{option} „{text}“: {fehler}") from None


def _gebiet(text: str) -> Gebiet:
    from kmut_cli.documents.gebietssuche import Rueckfrage, suche

    gefunden = suche(text)
    if isinstance(gefunden, Rueckfrage):
        raise EigeneMeldung(f"--kommune: {gefunden.text} {gefunden.hilfe}")
    return gefunden


def _hat_mappe(ordner: Path) -> bool:
    from kmut_cli.workspace.dateien import MAPPE

    return os.path.lexists(ordner / MAPPE)


def _gebiet_der_mappe(ordner: Path, gewuenscht: Gebiet | None) -> Gebiet | None:
    """Give the body that the folder's own ``kmut.yaml`` names; None if there is none, or it names none.

    Raises:
        EigeneMeldung: It names another one than the command line.
    """
    if not _hat_mappe(ordner):
        return None
    from kmut_cli.documents.gebiete import gebiete
    from kmut_cli.documents.gebietsname import anrede
    from kmut_cli.workspace.dateien import MAPPE, Datei
    from kmut_cli.workspace.mappe import Mappen

    pfad = ordner / MAPPE
    stammdaten = Mappen().mappe(Datei(str(pfad), pfad, Path(MAPPE))).stammdaten
    kommune = stammdaten.kommune if stammdaten is not None else None
    gebiet = gebiete().get(kommune.ags) if kommune is not None and kommune.ags is not None else None
    if gebiet is not None and gewuenscht is not None and gebiet.ags != gewuenscht.ags:
        raise EigeneMeldung(
            f"In „{pfad}“ steht schon eine andere Kommune: {anrede(gebiet)} ({gebiet.ags})."
            " Lassen Sie --kommune weg, oder nennen Sie einen anderen Ordner."
        )
    return gebiet


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(init, name)

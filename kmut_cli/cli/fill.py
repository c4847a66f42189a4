"""``kmut fill``: leads through the open questions and writes the answers."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, farbig, gib_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import kann_fragen
from kmut_cli.cli.vervollstaendigung import dokumente
from kmut_cli.findings.display import visible

if TYPE_CHECKING:
    from kmut_cli.cli.ausfuellen.ablauf import Ablauf
    from kmut_cli.cli.ausfuellen.signale import Abgebrochen
    from kmut_cli.workspace.bearbeitung import Bearbeitung

Name = Annotated[
    str,
    typer.Argument(metavar="DATEI", help="Das Dokument, z. B. 2025/taetigkeitsbericht.yaml.", autocompletion=dokumente),
]
Abschnitte = Annotated[
    list[str] | None,
    typer.Option("--section", metavar="NR", help="Nur diese Kapitel oder Abschnitte: 2, 2.1 oder 2.2,2.3."),
]
Alle = Annotated[bool, typer.Option("--all", help="Auch die Fragen, die schon beantwortet sind.")]


def fill(datei: Name, section: Abschnitte = None, alle: Alle = False) -> None:
    """Führt im Terminal durch die offenen, unbestätigten und fehlerhaften Fragen und schreibt jede Antwort sofort.

    Aufhören können Sie jederzeit; was beantwortet ist, steht in der Datei. Was sonst darin steht, bleibt unverändert.
    """
    _pruefe_terminal(datei)
    from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError
    from kmut_cli.workspace.dateien import MAPPE

    pfad = Path(datei)
    if pfad.is_dir():
        raise EigeneMeldung(f"„{datei}“ ist ein Ordner. Nennen Sie ein Dokument darin; kmut status zeigt alle.")
    try:
        bearbeitung = Bearbeitung(pfad, datei)
    except BearbeitungError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    if pfad.name == MAPPE:
        raise EigeneMeldung(
            f"„{datei}“ enthält Stammdaten; darin gibt es keine Fragen. Ändern Sie die Angaben mit einem Editor."
        )
    if bearbeitung.geladen.dokument is None:
        gib_aus("text", list(bearbeitung.geladen.findings), [datei])
        raise typer.Exit(1)
    raise typer.Exit(_fuelle(bearbeitung, section or [], alle))


def _pruefe_terminal(datei: str) -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        EigeneMeldung: With what to do instead.
    """
    anders = f"Schreiben Sie die Antworten mit einem Editor in die Datei; kmut check {datei} zeigt, was noch fehlt."
    if datei == "-" or not kann_fragen():
        raise EigeneMeldung(f"kmut fill stellt Fragen und braucht dafür ein Terminal und eine Datei. {anders}")
    if sys.platform != "win32" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise EigeneMeldung(
            f"kmut fill braucht ein Terminal, das den Cursor bewegen kann; TERM sagt „{os.environ.get('TERM', '')}“."
            f" Meist hilft: TERM=xterm kmut fill {datei}. {anders}"
        )


def _fuelle(bearbeitung: Bearbeitung, section: list[str], alle: bool) -> int:
    from kmut_cli.cli.ausfuellen.ablauf import Ablauf, DokumentWeg
    from kmut_cli.cli.ausfuellen.befunde import fehlende_anlagen
    from kmut_cli.cli.ausfuellen.fragen import abschnitte, mit_anlagen, zu_fragen
    from kmut_cli.cli.ausfuellen.signale import Abgebrochen
    from kmut_cli.cli.ausfuellen.speichern import Schreiber
    from kmut_cli.cli.ausfuellen.terminal import Terminal
    from kmut_cli.cli.ausfuellen.vorjahr import vorjahr
    from kmut_cli.documents.bezug import Verzeichnis
    from kmut_cli.documents.gliederung import gliederung
    from kmut_cli.documents.zustand import Zustand, stand

    geladen, dokument = bearbeitung.geladen, bearbeitung.geladen.dokument
    if dokument is None or dokument.dokument in Verzeichnis.__members__ or not gliederung(type(dokument)).fragen:
        raise EigeneMeldung("Dieses Dokument hat keine amtlichen Fragen. Termine trägt kmut log add ein.")
    ganze = gliederung(type(dokument))
    nummern = abschnitte(ganze, section)
    staende = stand(geladen)
    fragen = zu_fragen(staende, nummern, alle=alle)
    folge = mit_anlagen(ganze, fragen, nummern, fehlende_anlagen(geladen, bearbeitung.pfad), alle=alle)
    if not folge:
        wo = f" in {', '.join(section)}" if section else ""
        hier = {eins.zustand for eins in staende if eins.frage.abschnittsnummer in nummern}
        if hier == {Zustand.NICHT_ANWENDBAR}:
            was = f"Abschnitt {', '.join(nummern)} betrifft" if len(nummern) == 1 else "Diese Abschnitte betreffen"
            print(f"{was} Ihre Kommune nicht: Nach den Angaben im Dokument ist hier nichts zu beantworten.")
            return 0
        print(f"Es ist{wo} nichts offen. Alle Fragen zeigt --all; als Nächstes: kmut check {visible(bearbeitung.name)}")
        return 0
    terminal = Terminal(farbig=farbig())
    schreiber = Schreiber(terminal, bearbeitung, bearbeitung.pfad)
    ablauf = Ablauf(terminal, schreiber, folge, nummern, alle, vorjahr(bearbeitung.pfad, dokument))
    try:
        with terminal:
            _gruesse(ablauf)
            ablauf.laufe()
            terminal.signale.hole_nach()
    except Abgebrochen as ende:
        return _brich_ab(ablauf, ende)
    except DokumentWeg:
        print("Die Datei wurde inzwischen geändert und sagt nicht mehr, welches Dokument sie ist.")
        print(f"Was nicht stimmt, zeigt: kmut validate {visible(bearbeitung.name)}")
        return 1
    if not bearbeitung.pfad.exists():
        name = visible(bearbeitung.name)
        print(f"\n„{name}“ ist nicht mehr da: Ein anderes Programm hat die Datei gelöscht oder umbenannt.")
        return 1
    _schliesse(ablauf)
    return 0


def _gruesse(ablauf: Ablauf) -> None:
    dokument = ablauf.dokument
    titel = f"{dokument.kurztitel} {dokument.jahr or ''}".strip()
    was = _zahl(len(ablauf.fragen), "Frage", "Fragen") if ablauf.fragen else "Offen ist eine Anlage"
    ablauf.terminal.zeige(f"{titel}: {was}. Hilfe mit ?, beenden mit q.")
    if dokument.jahr is None and dokument.jahresfeld:
        ablauf.terminal.zeige(f"Im Kopf der Datei fehlt noch „{dokument.jahresfeld}: …“.")


def _brich_ab(ablauf: Ablauf, ende: Abgebrochen) -> int:
    """Tell how to go on; a text that was being typed is kept in a file."""
    from kmut_cli.cli.ausfuellen.retten import rette
    from kmut_cli.cli.ausfuellen.zeilen import Unfertig

    pfad = None
    if isinstance(ende, Unfertig) and ende.text.strip():
        pfad = rette(ende.text, "angefangen", (ablauf.schreiber.pfad.absolute().parent, Path.home()))
    try:
        print("\nAbgebrochen. Was beantwortet ist, ist gespeichert.")
        if pfad is not None:
            print(f"Der angefangene Text liegt in: {visible(str(pfad))}")
        print(f"Weiter geht es mit: kmut fill {visible(ablauf.schreiber.bearbeitung.name)}", flush=True)
    except OSError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (the terminal is gone)
    return ende.status


def _schliesse(ablauf: Ablauf) -> None:
    """Say what was done and what comes next."""
    from kmut_cli.documents.zustand import Zustand, stand

    bearbeitung = ablauf.schreiber.bearbeitung
    zahlen = [eins.zustand for eins in stand(bearbeitung.geladen)]
    offen, unbestaetigt = zahlen.count(Zustand.OFFEN), zahlen.count(Zustand.UNBESTAETIGT)
    fehlerhaft = zahlen.count(Zustand.FEHLERHAFT)
    print()
    geaendert = len(ablauf.schreiber.gespeichert.keys() & {frage.pfad for frage in ablauf.fragen})
    anlagen = len(ablauf.schreiber.gespeichert) - geaendert
    dazu = f", {_zahl(anlagen, 'Anlage', 'Anlagen')}" if anlagen else ""
    print(f"Jetzt beantwortet oder geändert: {_zahl(geaendert, 'Frage', 'Fragen')}{dazu}.")
    rest = [f"{offen} offen"] if offen else []
    rest += [f"{unbestaetigt} unbestätigt"] if unbestaetigt else []
    rest += [f"{fehlerhaft} fehlerhaft"] if fehlerhaft else []
    print(f"Noch im Dokument: {', '.join(rest)}." if rest else "Alle Fragen sind beantwortet.")
    print(f"Weiter mit: kmut {'fill' if rest else 'check'} {visible(bearbeitung.name)}", flush=True)


def _zahl(anzahl: int, eins: str, viele: str) -> str:
    return f"{anzahl} {eins if anzahl == 1 else viele}"


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(fill, name)

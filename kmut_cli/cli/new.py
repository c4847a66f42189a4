"""``kmut new``: one more document, also with answers of an earlier one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from kmut_cli.cli import vervollstaendigung
from kmut_cli.cli.ausgabe import befehl_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_text, kann_fragen
from kmut_cli.cli.gliederungswahl import Ausgabe, waehle
from kmut_cli.cli.uebernahmebericht import uebernahmebericht
from kmut_cli.documents.registry import arten
from kmut_cli.documents.stammdaten import FRISTEN
from kmut_cli.findings.display import visible
from kmut_cli.workspace.bearbeitung import BearbeitungError, Konflikt
from kmut_cli.workspace.bestand import Bestand
from kmut_cli.workspace.fristeintrag import lies_tag, trage_frist_ein
from kmut_cli.workspace.fristen import frist, hat_frist
from kmut_cli.workspace.neu import Entwurf, Wunsch, entwirf, schreibe
from kmut_cli.workspace.vorlaeufer import NeuError
from kmut_cli.workspace.wege import im_befehl

NeueArt = Annotated[
    str,
    typer.Argument(
        metavar="ART",
        help=f"Art des Dokuments: {', '.join(arten())}.",
        show_default=False,
        autocompletion=vervollstaendigung.arten,
    ),
]
Jahr = Annotated[
    str | None,
    typer.Argument(metavar="JAHR", help="Jahr des Dokuments; ohne Angabe das nach dem neuesten dieser Art."),
]
Von = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="DATEI|JAHR",
        help="Übernimmt Antworten, die meist bleiben, aus diesem Dokument oder aus dem gleichen Dokument jenes Jahres.",
        autocompletion=vervollstaendigung.jahre,
    ),
]
Ziel = Annotated[
    str | None, typer.Option("--out", metavar="DATEI", help="Andere Datei als JAHR/ART.yaml im Ordner mit kmut.yaml.")
]
FristOption = Annotated[
    str | None,
    typer.Option("--deadline", metavar="DATUM", help="Frist aus dem Zuwendungsbescheid, wird in kmut.yaml vermerkt."),
]
Probe = Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was geschrieben würde.")]


def new(
    art: NeueArt,
    jahr: Jahr = None,
    von: Von = None,
    out: Ziel = None,
    edition: Ausgabe = None,
    deadline: FristOption = None,
    dry_run: Probe = False,
) -> None:
    """Legt ein Dokument an, in dem jede Frage im amtlichen Wortlaut steht.

    Mit „--from“ beginnt es mit den Antworten, die meist bleiben. Ereignisse, Daten und Zahlen des alten Jahres bleiben
    zurück. Jede übernommene Antwort ist zu bestätigen oder zu ändern: kmut confirm, kmut fill. Was es schon gibt, wird
    nie überschrieben.
    """
    [(art, ausgabe)] = waehle(art, edition)
    bestand = Bestand(Path.cwd())
    heute = date.today()
    try:
        entwurf = entwirf(Wunsch(art, ausgabe, jahr, von, out), bestand, heute)
        tag = _frist(deadline, entwurf, art, bestand, fragen=not dry_run)
        if not dry_run:
            schreibe(entwurf)
        getan = "Würde geschrieben" if dry_run else "Geschrieben"
        print(f"{getan}: {visible(entwurf.name)} ({_was(entwurf, ausgabe)})\n")
        print(uebernahmebericht(entwurf), end="\n" if entwurf.quelle else "")
        _melde_frist(tag, entwurf, art, bestand, dry_run)
    except NeuError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    if not dry_run:
        _weiter(entwurf)


def _was(entwurf: Entwurf, ausgabe: str) -> str:
    titel = entwurf.typ.kurztitel
    return f"{titel} {entwurf.jahr}, Gliederung {ausgabe}" if entwurf.typ.jahresfeld else titel


def _frist(angabe: str | None, entwurf: Entwurf, art: str, bestand: Bestand, *, fragen: bool) -> date | None:
    """Give the deadline that is to be noted: as the option says it, else asked for where it is missing.

    Raises:
        EigeneMeldung: The option cannot be used.
    """
    if angabe is None:
        if fragen and _fehlt(entwurf, art, bestand) and kann_fragen():
            return _frage_nach_frist(entwurf)
        return None
    if not hat_frist(art):
        raise EigeneMeldung(f"Für „{art}“ gibt es keine Frist; lassen Sie --deadline weg.")
    if bestand.mappe is None:
        raise EigeneMeldung("--deadline schreibt in kmut.yaml, und die fehlt hier. Legen Sie sie an: kmut init")
    tag = lies_tag(angabe)
    if tag is None:
        raise EigeneMeldung(f"--deadline „{angabe}“ ist kein Tag. Schreiben Sie ihn wie 31.03.2026 oder 2026-03-31.")
    return tag


def _fehlt(entwurf: Entwurf, art: str, bestand: Bestand) -> bool:
    """Whether ``kmut.yaml`` should say a deadline and does not."""
    return bestand.mappe is not None and hat_frist(art) and frist(bestand.stammdaten, art, entwurf.jahr).datum is None


def _frage_nach_frist(entwurf: Entwurf) -> date | None:
    """Ask for a day; nothing means later."""

    def pruefe(eingabe: str) -> str:
        return "" if not eingabe or lies_tag(eingabe) else "Das ist kein Tag. Schreiben Sie ihn wie 31.03.2026."

    print(f"Bis wann ist das Dokument abzugeben ({entwurf.typ.kurztitel} {entwurf.jahr})? Die Frist steht im Bescheid.")
    return lies_tag(frage_text("Frist (TT.MM.JJJJ, Enter = später)", pruefe))


def _melde_frist(tag: date | None, entwurf: Entwurf, art: str, bestand: Bestand, probe: bool) -> None:
    """Note the deadline, and say which it is.

    Raises:
        EigeneMeldung: It could not be noted; the document is written all the same.
    """
    if tag is not None and bestand.mappe is not None and entwurf.jahr is not None:
        name = bestand.name(bestand.mappe)
        if not probe:
            try:
                trage_frist_ein(bestand.mappe, name, art, entwurf.jahr, tag)
            except (BearbeitungError, Konflikt) as fehler:
                grund = _grund(fehler, name, f"{FRISTEN}, {art}: {entwurf.jahr}: {tag}")
                raise EigeneMeldung(f"Das Dokument ist geschrieben, die Frist nicht. {grund}") from None
        print(f"Frist: {tag:%d.%m.%Y}, {'würde vermerkt' if probe else 'vermerkt'} in {visible(name)}\n")
    elif _fehlt(entwurf, art, bestand):
        print(
            f"Die Frist für {entwurf.jahr} steht noch nicht in kmut.yaml. Wie Sie sie eintragen, zeigt: kmut status\n"
        )


def _grund(fehler: BearbeitungError | Konflikt, name: str, eintrag: str) -> str:
    """Say why the deadline was not noted, and how to note it by hand."""
    if isinstance(fehler, BearbeitungError):
        return str(fehler)
    da = isinstance(fehler.fremder, str)
    jetzt = f"„{name}“ wurde gerade anderswo geändert" + (f"; dort steht jetzt {fehler.fremder}" if da else "")
    return f"{jetzt}. Stimmt das nicht, tragen Sie die Frist selbst ein, unter {eintrag}"


def _weiter(entwurf: Entwurf) -> None:
    from kmut_cli.documents.bezug import Verzeichnis

    name = visible(im_befehl(entwurf.name))
    if entwurf.ziel.stem in Verzeichnis.__members__:
        print("Einträge ergänzen:  kmut log add")
        return
    if entwurf.uebertragung and entwurf.uebertragung.fragen:
        print(f"Bestätigen:  kmut confirm {name}")
    print(f"Ausfüllen:   kmut fill {name}")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(new, name)

"""``kmut log import``: appointments from a calendar or a table, shown before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_ja, kann_fragen
from kmut_cli.cli.log import Verzeichnisdatei
from kmut_cli.cli.log_list import lies_jahr
from kmut_cli.findings.display import one_line

if TYPE_CHECKING:
    from kmut_cli.workspace.veranstaltungen.abgleich import Abgleich
    from kmut_cli.workspace.veranstaltungen.einlesung import Einlesung
    from kmut_cli.workspace.veranstaltungen.eintrag import Eintrag

Quelle = Annotated[
    str,
    typer.Argument(metavar="DATEI", help="Kalender (.ics) oder Tabelle (.csv), auch aus Outlook.", show_default=False),
]
Jahr = Annotated[
    str | None,
    typer.Option("--year", metavar="JAHR", help="Nur Termine dieses Jahres; sonst alle, Serien bis zum Jahresende."),
]
Ja = Annotated[bool, typer.Option("--yes", help="Trägt ein, ohne zu fragen.")]
Fehlerhaftes = Annotated[
    bool, typer.Option("--skip-bad", help="Lässt fehlerhafte Zeilen aus und trägt die übrigen ein.")
]
Fragliches = Annotated[
    bool, typer.Option("--doubtful", help="Trägt auch ein, was einem vorhandenen Eintrag desselben Tages ähnelt.")
]


def import_(
    datei: Quelle,
    year: Jahr = None,
    yes: Ja = False,
    skip_bad: Fehlerhaftes = False,
    doubtful: Fragliches = False,
    file: Verzeichnisdatei = None,
) -> None:
    """Liest Termine aus einem Kalender oder einer Tabelle ein und zeigt zuerst, was neu ist.

    Was schon im Verzeichnis steht, wird erkannt. Geschrieben wird erst nach Ihrem Ja, und dann alles auf einmal.
    """
    from kmut_cli.workspace.bearbeitung import BearbeitungError
    from kmut_cli.workspace.veranstaltungen.abgleich import gleiche_ab
    from kmut_cli.workspace.veranstaltungen.verzeichnis import finde

    einlesung = _lies(datei, lies_jahr(year) if year else None)
    try:
        verzeichnis = finde(file)
        abgleich = gleiche_ab(einlesung.eintraege, verzeichnis.eintraege)
        print("\n".join(_vorschau(datei, einlesung, abgleich)))
        if einlesung.fehler and not skip_bad:
            print(
                "Nichts eingetragen. Berichtigen Sie die fehlerhaften Zeilen, oder lassen Sie sie mit --skip-bad aus."
            )
            raise typer.Exit(1)
        neue = _entscheide(abgleich, verzeichnis.name, yes=yes, doubtful=doubtful)
        if not neue:
            print("Nichts einzutragen.")
            return
        verzeichnis.trage_ein(neue)
    except BearbeitungError as fehler:
        raise EigeneMeldung(f"{fehler.message} {fehler.help}".strip()) from None
    print(f"Eingetragen in {one_line(verzeichnis.name)}: {_termine(len(neue))}")


def _lies(name: str, jahr: int | None) -> Einlesung:
    """Read the file.

    Raises:
        EigeneMeldung: It cannot be read, or is neither calendar nor table.
    """
    from datetime import date

    from kmut_cli.findings.finding import Finding
    from kmut_cli.workspace.dateien import Datei, lies
    from kmut_cli.workspace.veranstaltungen.einlesung import EinleseError
    from kmut_cli.workspace.veranstaltungen.kodierung import GROESSTE

    endung = Path(name).suffix.lower()
    if endung not in (".ics", ".csv"):
        hilfe = "Exportieren Sie Termine aus Outlook oder Excel in eines dieser Formate."
        raise EigeneMeldung(f"„{name}“ ist weder ein Kalender (.ics) noch eine Tabelle (.csv). {hilfe}")
    inhalt = lies(Datei(name, Path(name), Path(name)), hoechstens=GROESSTE)
    if isinstance(inhalt, Finding):
        raise EigeneMeldung(f"{inhalt.message} {inhalt.help}".strip())
    try:
        if endung == ".csv":
            from kmut_cli.workspace.veranstaltungen.tabellendatei import lies_tabelle

            return lies_tabelle(inhalt, jahr)
        from kmut_cli.workspace.veranstaltungen.kalender import lies_kalender

        return lies_kalender(inhalt, jahr, date.today())
    except EinleseError as fehler:
        raise EigeneMeldung(f"„{name}“: {fehler.message} {fehler.help}".strip()) from None


def _vorschau(datei: str, einlesung: Einlesung, abgleich: Abgleich) -> Iterator[str]:
    """Show what becomes of each appointment before anything is written."""
    yield f"{one_line(datei)}: {_termine(len(einlesung.eintraege))} gelesen"
    yield from _gruppe("Neu", [_zeile("+", eins) for eins in abgleich.neu])
    yield from _gruppe("Schon da", [_zeile("=", eins) for eins in abgleich.vorhanden])
    fraglich = [f"{_zeile('?', eins)}\n      ähnelt: {_kurz(wert)}" for eins, wert in abgleich.fraglich]
    yield from _gruppe("Fraglich, am selben Tag steht Ähnliches", fraglich)
    fehler = [f"  {one_line(datei)}:{eins.zeile}: {one_line(eins.message)}" for eins in einlesung.fehler]
    yield from _gruppe("Fehlerhaft", fehler)
    if einlesung.ausgelassen:
        worte = (f"{anzahl} {grund}" for grund, anzahl in sorted(einlesung.ausgelassen.items()))
        yield f"Ausgelassen: {', '.join(worte)}"
    if einlesung.nicht_uebernommen:
        yield f"Nicht übernommen: {one_line(', '.join(einlesung.nicht_uebernommen))}"
    yield ""


def _gruppe(titel: str, zeilen: Sequence[str]) -> Iterator[str]:
    if zeilen:
        yield f"{titel} ({len(zeilen)}):"
        yield from zeilen


def _zeile(zeichen: str, eins: Eintrag) -> str:
    art = f"  [{eins.wert.art.name}]" if eins.wert.art else ""
    return f"  {zeichen} {_kurz(eins.wert)}{art}"


def _kurz(wert: Any) -> str:
    from kmut_cli.workspace.veranstaltungen.eintrag import in_einer_zeile

    return one_line(in_einer_zeile(wert))


def _entscheide(abgleich: Abgleich, ziel: str, *, yes: bool, doubtful: bool) -> list[Eintrag]:
    """Give what is to be written.

    Raises:
        EigeneMeldung: Nobody has said yes, and nobody can be asked.
        KeyboardInterrupt: The person breaks off.
    """
    fraglich = [eins for eins, _wert in abgleich.fraglich]
    fragen = kann_fragen() and not yes
    if fraglich and not doubtful and fragen:
        doubtful = frage_ja(f"Auch die {_termine(len(fraglich))} eintragen, die fraglich sind?", vorgabe=False)
    neue = [*abgleich.neu, *(fraglich if doubtful else [])]
    if not neue or yes:
        return neue
    if not fragen:
        sys.stdout.flush()
        raise EigeneMeldung(
            f"Nichts eingetragen. Trägt {_termine(len(neue))} in „{ziel}“ ein: derselbe Befehl mit --yes"
        )
    return neue if frage_ja(f"{_termine(len(neue))} in „{one_line(ziel)}“ eintragen?", vorgabe=True) else []


def _termine(anzahl: int) -> str:
    return "1 Termin" if anzahl == 1 else f"{anzahl} Termine"


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(import_, name)

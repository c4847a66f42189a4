"""``kmut log import``: appointments from a calendar or a table, shown before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_ja, kann_fragen
from kmut_cli.cli.log import Verzeichnisdatei
from kmut_cli.cli.log_add import ARTEN, ROLLEN
from kmut_cli.cli.log_list import lies_jahr
from kmut_cli.cli.vervollstaendigung import auswahl_mit_text
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
Art = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="ART",
        help=f"Art aller neuen Termine, die keine haben: {', '.join(ARTEN)}.",
        autocompletion=auswahl_mit_text(ARTEN),
    ),
]
EigeneRolle = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLLE",
        help=f"Ihre Rolle bei allen neuen Terminen, bei denen keine steht: {', '.join(ROLLEN)}.",
        autocompletion=auswahl_mit_text(ROLLEN),
    ),
]
Netzwerk = Annotated[
    str | None, typer.Option("--network", metavar="NAME", help="Netzwerk aller neuen Termine, die keines nennen.")
]


def import_(
    datei: Quelle,
    year: Jahr = None,
    yes: Ja = False,
    skip_bad: Fehlerhaftes = False,
    doubtful: Fragliches = False,
    kind: Art = None,
    role: EigeneRolle = None,
    network: Netzwerk = None,
    file: Verzeichnisdatei = None,
) -> None:
    """Liest Termine aus einem Kalender oder einer Tabelle ein und zeigt zuerst, was neu ist.

    Was schon im Verzeichnis steht, wird erkannt. Geschrieben wird erst nach Ihrem Ja, und dann alles auf einmal.
    """
    from kmut_cli.workspace.bearbeitung import BearbeitungError
    from kmut_cli.workspace.veranstaltungen.abgleich import gleiche_ab
    from kmut_cli.workspace.veranstaltungen.verzeichnis import finde

    if kind:
        pruefe_auswahl("--kind", kind, ARTEN)
    if role:
        pruefe_auswahl("--role", role, ROLLEN)
    einlesung = _lies(datei, lies_jahr(year) if year else None)
    try:
        verzeichnis = finde(file)
        vorgaben = {"art": kind, "rolle": role, "netzwerk": network}
        gelesen = [_ergaenzt(eins, vorgaben) for eins in einlesung.eintraege]
        abgleich = gleiche_ab(gelesen, verzeichnis.eintraege)
        print("\n".join(_vorschau(datei, einlesung, abgleich)))
        if einlesung.fehler and not skip_bad:
            print(
                "Nichts eingetragen. Berichtigen Sie die fehlerhaften Zeilen, oder lassen Sie sie mit --skip-bad aus."
            )
            raise typer.Exit(1)
        neue = _entscheide(abgleich, verzeichnis.name, yes=yes, doubtful=doubtful)
        offen = _offen(abgleich, neue)
        if not neue:
            print(f"Nichts einzutragen{offen}.")
            return
        eingetragen = verzeichnis.trage_ein(neue, auch_doppelt=False)
    except BearbeitungError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    if len(eingetragen) < len(neue):
        offen = f"; {len(neue) - len(eingetragen)} inzwischen von anderer Seite eingetragen{offen}"
    print(f"Eingetragen in {one_line(verzeichnis.name)}: {_termine(len(eingetragen))}{offen}")
    if hinweis := _bleibt_draussen(eingetragen):
        print(hinweis)


def _ergaenzt(eins: Eintrag, vorgaben: Mapping[str, str | None]) -> Eintrag:
    """Give an entry with what the command line says of all that say nothing themselves."""
    from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag

    fehlend = {name: wert for name, wert in vorgaben.items() if wert and name not in eins.daten}
    try:
        return eintrag({**eins.daten, **fehlend}, eins.zeile) if fehlend else eins
    except EintragError as fehler:
        raise EigeneMeldung(str(fehler)) from None


def _offen(abgleich: Abgleich, neue: Sequence[Eintrag]) -> str:
    """Say how many doubtful ones stay out."""
    anzahl = len(abgleich.neu) + len(abgleich.fraglich) - len(neue)
    if not anzahl:
        return ""
    return f"; {anzahl} {'fraglicher' if anzahl == 1 else 'fragliche'} ausgelassen (mit --doubtful eintragen)"


def _bleibt_draussen(eingetragen: Sequence[Eintrag]) -> str:
    """Say how many of the new entries say too little for the report; empty if none does."""
    from kmut_cli.documents.veranstaltungsauswahl import ohne_netzwerk, ohne_rolle

    werte = [eins.wert for eins in eingetragen]
    gruende = (
        (len(ohne_rolle(werte)), "ohne Art oder Rolle"),
        (len(ohne_netzwerk(werte)), "der Art Netzwerktreffen ohne Netzwerk"),
    )
    worte = " und ".join(f"{_termine(anzahl)} {grund}" for anzahl, grund in gruende if anzahl)
    return f"{worte}; der Bericht übernimmt sie erst, wenn diese Angaben dort stehen." if worte else ""


def _lies(name: str, jahr: int | None) -> Einlesung:
    """Read the file.

    Raises:
        EigeneMeldung: It cannot be read, or is neither calendar nor table.
    """
    from datetime import date

    from kmut_cli.findings import limits
    from kmut_cli.findings.finding import Finding
    from kmut_cli.workspace.dateien import Datei, lies
    from kmut_cli.workspace.veranstaltungen.einlesung import EinleseError

    endung = Path(name).suffix.lower()
    if endung not in (".ics", ".csv"):
        hilfe = "Exportieren Sie Termine aus Outlook oder Excel in eines dieser Formate."
        raise EigeneMeldung(f"„{name}“ ist weder ein Kalender (.ics) noch eine Tabelle (.csv). {hilfe}")
    inhalt = lies(Datei(name, Path(name), Path(name)), hoechstens=limits.TERMINDATEI.wert)
    if isinstance(inhalt, Finding):
        raise EigeneMeldung(f"{inhalt.message} {inhalt.help}".strip())
    try:
        if endung == ".csv":
            from kmut_cli.workspace.veranstaltungen.tabellendatei import lies_tabelle

            return lies_tabelle(inhalt, jahr)
        from kmut_cli.workspace.veranstaltungen.kalender import lies_kalender

        return lies_kalender(inhalt, jahr, date.today())
    except EinleseError as fehler:
        raise EigeneMeldung(f"„{name}“: {fehler}") from None


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
        viele = f"Auch die {len(fraglich)} fraglichen Termine eintragen?"
        frage = "Auch den einen fraglichen Termin eintragen?" if len(fraglich) == 1 else viele
        doubtful = frage_ja(frage, vorgabe=False)
    neue = [*abgleich.neu, *(fraglich if doubtful else [])]
    if not neue or yes:
        return neue
    if not fragen:
        sys.stdout.flush()
        raise EigeneMeldung(
            f"Nichts eingetragen. Trägt {_termine(len(neue))} in „{ziel}“ ein: derselbe Befehl mit --yes"
        )
    if not frage_ja(f"{_termine(len(neue))} in „{one_line(ziel)}“ eintragen?", vorgabe=True):
        print("Abgebrochen, nichts eingetragen.")
        raise typer.Exit(0)
    return neue


def _termine(anzahl: int) -> str:
    return "1 Termin" if anzahl == 1 else f"{anzahl} Termine"


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(import_, name)

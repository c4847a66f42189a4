"""``kmut confirm``: carried-over answers become the author's own."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.vervollstaendigung import dokumente, zu_bestaetigen
from kmut_cli.compare.rohdaten import als_text
from kmut_cli.documents.bestaetigen import bestaetigungen
from kmut_cli.documents.bestaetigungswahl import WahlError, gewaehlte, unbestaetigte
from kmut_cli.documents.gliederung import Pfad, gliederung
from kmut_cli.documents.kurzantwort import kurzantwort
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.zustand import Fragenstand
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Finding, dotted
from kmut_cli.source.edit import Change
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt
from kmut_cli.workspace.suche import finde
from kmut_cli.workspace.wege import im_befehl

Ort = Annotated[
    str,
    typer.Argument(metavar="DATEI", help="Dokument, oder Ordner mit allen Dokumenten darin.", autocompletion=dokumente),
]
Auswahl = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="AUSWAHL",
        help="Nummern von Abschnitten (2.2), Schlüssel (ziele) oder Pfade; ohne Angabe nur die Liste.",
        autocompletion=zu_bestaetigen,
    ),
]
Alle = Annotated[bool, typer.Option("--all", help="Bestätigt alle übernommenen Antworten.")]


def confirm(datei: Ort, auswahl: Auswahl = None, alle: Alle = False) -> None:
    """Bestätigt Antworten, die „kmut new --from“ aus einem früheren Dokument übernommen hat.

    Ohne Auswahl zeigt der Befehl, was noch zu bestätigen ist. In der Datei ändert er nur das Verzeichnis der
    übernommenen Antworten an ihrem Ende; die Antworten selbst bleiben, wie sie sind.
    """
    if alle and auswahl:
        raise EigeneMeldung("Nennen Sie entweder eine Auswahl oder --all.")
    geoeffnet = _oeffne(datei)
    offene = [eine for eine in geoeffnet if unbestaetigte(eine.geladen)]
    if alle:
        _raeume_auf([eine for eine in geoeffnet if eine not in offene])
    if not offene:
        print(f"Nichts zu bestätigen: {visible(datei)}")
        return
    if not alle and not auswahl:
        print("\n".join(_liste(offene)))
        return
    for eine, pfade in _plane(offene, auswahl):
        _bestaetige(eine, pfade)


def _oeffne(name: str) -> list[Bearbeitung]:
    """Open the documents that are meant; in a folder those that cannot be read are told of and passed over.

    Raises:
        EigeneMeldung: There is none.
    """
    geoeffnet = []
    for eine in finde([name]):
        if isinstance(eine, Finding):
            raise EigeneMeldung(f"{eine.message} {eine.help}")
        if eine.pfad is None:
            raise EigeneMeldung("Bestätigt wird in einer Datei; nennen Sie ihren Namen statt „-“.")
        try:
            bearbeitung = Bearbeitung(eine.pfad, eine.name)
        except BearbeitungError as fehler:
            if eine.name == name:
                raise EigeneMeldung(str(fehler)) from None
            print(f"Übergangen: {visible(fehler.message)}", file=sys.stderr)
            continue
        if bearbeitung.geladen.dokument is None and eine.name == name:
            hilfe = f"Was nicht stimmt, sagt: kmut validate {im_befehl(name)}"
            raise EigeneMeldung(f"„{name}“ ist kein Dokument, das kmut lesen kann. {hilfe}")
        geoeffnet.append(bearbeitung)
    return geoeffnet


def _plane(offene: Sequence[Bearbeitung], auswahl: list[str] | None) -> list[tuple[Bearbeitung, list[Pfad]]]:
    """Say what is to be confirmed in which file; of several files a word need mean something in one only.

    Raises:
        EigeneMeldung: A word means nothing in any of them.
    """
    if not auswahl:
        return [(eine, [frage.frage.pfad for frage in unbestaetigte(eine.geladen)]) for eine in offene]
    plan: dict[int, list[Pfad]] = {}
    for wort in auswahl:
        fehler: list[str] = []
        for nummer, eine in enumerate(offene):
            try:
                plan.setdefault(nummer, []).extend(gewaehlte(eine.geladen, [wort]))
            except WahlError as grund:
                fehler.append(str(grund))
        if len(fehler) == len(offene):
            raise EigeneMeldung(fehler[0])
    return [(offene[nummer], list(dict.fromkeys(pfade))) for nummer, pfade in plan.items() if pfade]


def _raeume_auf(dateien: Sequence[Bearbeitung]) -> None:
    """Remove what is left where all carried-over answers were changed by hand."""
    for eine in dateien:
        dokument = eine.geladen.dokument
        fragen = gliederung(type(dokument)).fragen if dokument is not None else ()
        if changes := bestaetigungen(eine.geladen, [frage.pfad for frage in fragen]):
            _schreibe(eine, changes)
            print(f"Aufgeräumt: {visible(eine.name)} (die übernommenen Antworten sind alle geändert)")


def _bestaetige(eine: Bearbeitung, pfade: list[Pfad]) -> None:
    vorher = [frage for frage in unbestaetigte(eine.geladen) if frage.frage.pfad in pfade]
    _schreibe(eine, bestaetigungen(eine.geladen, pfade))
    print(f"Bestätigt in {visible(eine.name)} ({len(vorher)}):")
    for frage in vorher:
        print(f"  {frage.frage.abschnittsnummer:<5} {dotted(frage.frage.pfad)}")
    rest = len(unbestaetigte(eine.geladen))
    print(f"Noch zu bestätigen: {rest}" if rest else "Damit ist hier alles bestätigt.")


def _schreibe(eine: Bearbeitung, changes: Sequence[Change]) -> None:
    try:
        eine.schreibe(changes)
    except BearbeitungError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    except Konflikt:
        raise EigeneMeldung(f"„{eine.name}“ wurde gerade anderswo geändert. Wiederholen Sie den Befehl.") from None


def _liste(offene: Sequence[Bearbeitung]) -> Iterator[str]:
    """Show what is to be confirmed, and how that is done."""
    for eine in offene:
        fragen = unbestaetigte(eine.geladen)
        dokument = eine.geladen.dokument
        quelle = dokument.uebernommen.aus if dokument and dokument.uebernommen else None
        woher = f"aus {visible(quelle)} übernommen" if quelle else "übernommen"
        yield f"{visible(eine.name)}: {woher}, noch zu bestätigen ({len(fragen)}):"
        for frage in fragen:
            yield from _frage(eine, frage)
        yield ""
    name, abschnitt = im_befehl(offene[0].name), unbestaetigte(offene[0].geladen)[0].frage.abschnittsnummer
    yield f"Bestätigen:  kmut confirm {name} {abschnitt}   (ein Abschnitt)"
    yield f"             kmut confirm {name} --all   (alle)"
    yield "Stimmt eine Antwort nicht mehr, ändern Sie sie in der Datei oder mit kmut fill; dann gilt sie als bestätigt."


def _frage(eine: Bearbeitung, frage: Fragenstand) -> Iterator[str]:
    dokument = eine.geladen.dokument
    if dokument is None:
        return
    breite = min(shutil.get_terminal_size((100, 24)).columns, 120)
    vorn = f"  {frage.frage.abschnittsnummer:<5} "
    rand = " " * len(vorn)
    wortlaut = frage.frage.frage.fuer_jahr(dokument.jahr_im_wortlaut)
    yield from textwrap.wrap(wortlaut, breite, initial_indent=vorn, subsequent_indent=rand)
    # An answer taken from a log without entries is nothing yet; then what stands in the file is shown.
    antwort = kurzantwort(wert_an(dokument, frage.frage.pfad)) or _wie_getippt(eine, frage.frage.pfad)
    yield from textwrap.wrap(visible(antwort), breite, initial_indent=f"{rand}→ ", subsequent_indent=f"{rand}  ")
    yield f"{rand}{dotted(frage.frage.pfad)}"


def _wie_getippt(eine: Bearbeitung, pfad: Pfad) -> str:
    return " ".join(als_text(daten_an(eine.geladen.source.data, pfad)).split()).removeprefix("- ")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(confirm, name)

"""``kmut log list``: the appointments in order."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, farbig, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.log import Verzeichnisdatei
from kmut_cli.cli.tabelle import Spalte, Zelle, tabelle
from kmut_cli.cli.vervollstaendigung import auswahl, auswahl_mit_text
from kmut_cli.documents.veranstaltungsart import Veranstaltungsart
from kmut_cli.findings.display import cell_len, one_line, paint
from kmut_cli.findings.json_text import json_text

if TYPE_CHECKING:
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung

FORMEN = ("text", "json", "csv")
ARTEN = {art.name: art.titel for art in Veranstaltungsart}
_ABSTAND = 2
_SCHMALSTE = 12  # columns that place and title keep at least
_FETT = "1"

Jahr = Annotated[str | None, typer.Option("--year", metavar="JAHR", help="Nur Termine dieses Jahres.")]
Art = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="ART",
        help=f"Nur diese Art, mehrfach möglich: {', '.join(ARTEN)}.",
        autocompletion=auswahl_mit_text(ARTEN),
    ),
]
Stichtag = Annotated[
    str | None, typer.Option("--as-of", metavar="DATUM", help="Trennt nach diesem Tag, was war und was noch kommt.")
]
Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text, json oder csv. Vorgabe: text.", autocompletion=auswahl(*FORMEN)
    ),
]


def list_(
    year: Jahr = None,
    kind: Art = None,
    as_of: Stichtag = None,
    format: Form = "text",
    file: Verzeichnisdatei = None,
) -> None:
    """Zeigt die Termine aus veranstaltungen.yaml, nach Datum geordnet.

    csv ist eine Tabelle für Excel; „kmut log import“ liest sie wieder ein.
    """
    from kmut_cli.workspace.bearbeitung import BearbeitungError
    from kmut_cli.workspace.veranstaltungen import liste
    from kmut_cli.workspace.veranstaltungen.verzeichnis import finde

    pruefe_auswahl("--format", format, FORMEN)
    for eine in kind or []:
        pruefe_auswahl("--kind", eine, ARTEN)
    stichtag = lies_tag("--as-of", as_of) if as_of else None
    try:
        verzeichnis = finde(file)
    except BearbeitungError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    if not verzeichnis.vorhanden:
        text = f"„{verzeichnis.name}“ gibt es noch nicht. Legen Sie es mit „kmut log add“ an."
        raise EigeneMeldung(text)
    arten = [Veranstaltungsart[eine] for eine in kind or []]
    gewaehlt = liste.auswahl(verzeichnis.eintraege, lies_jahr(year) if year else None, arten)
    if format == "json":
        daten = [{**liste.als_json(eins), **_kommt(eins, stichtag)} for eins in gewaehlt]
        sys.stdout.write(json_text({"path": verzeichnis.name, "entries": daten}))
    elif format == "csv":
        sys.stdout.write(liste.als_csv(gewaehlt))
    else:
        print("\n".join(_text(gewaehlt, stichtag)))
    if verzeichnis.fehler:
        wieviel = "ein Fehler" if verzeichnis.fehler == 1 else f"{verzeichnis.fehler} Fehler"
        text = f"kmut: In „{one_line(verzeichnis.name)}“ gibt es {wieviel}; was betroffen ist, fehlt hier."
        text += f" Mehr sagt: kmut validate {one_line(verzeichnis.name)}"
        print(text, file=sys.stderr)
        raise typer.Exit(1)


def lies_jahr(text: str) -> int:
    """Read a year of the command line.

    Raises:
        EigeneMeldung: It is none.
    """
    if text.isascii() and text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2199:
        return int(text)
    raise EigeneMeldung(f"--year erwartet ein Jahr mit vier Ziffern, nicht „{text}“.")


def lies_tag(option: str, text: str) -> date:
    """Read a day of the command line.

    Raises:
        EigeneMeldung: It is none.
    """
    from kmut_cli.documents import datum

    try:
        return datum.lies_tag(text)
    except ValueError:
        raise EigeneMeldung(f"{option} erwartet einen Tag wie 16.04.2015 oder 2015-04-16, nicht „{text}“.") from None


def _kommt(eintrag: Veranstaltung, stichtag: date | None) -> dict[str, bool]:
    from kmut_cli.workspace.veranstaltungen.liste import kommt_noch

    return {"coming": kommt_noch(eintrag, stichtag)} if stichtag else {}


def _text(eintraege: Sequence[Veranstaltung], stichtag: date | None) -> Iterator[str]:
    from kmut_cli.workspace.veranstaltungen.liste import kommt_noch

    if stichtag is None:
        yield from _tafel(eintraege)
        yield _anzahl(len(eintraege))
        return
    vorbei = [eins for eins in eintraege if not kommt_noch(eins, stichtag)]
    kommend = [eins for eins in eintraege if kommt_noch(eins, stichtag)]
    for titel, teil in ((f"Vor dem {stichtag:%d.%m.%Y}", vorbei), (f"Ab dem {stichtag:%d.%m.%Y}", kommend)):
        yield paint(f"{titel}: {_anzahl(len(teil))}", _FETT, farbig())
        yield ""
        yield from _tafel(teil)
    yield f"Zusammen {_anzahl(len(eintraege))}"


def _tafel(eintraege: Sequence[Veranstaltung]) -> Iterator[str]:
    """Give the table and an empty line; where the terminal is too narrow, title and place go on in the next line."""
    if not eintraege:
        return
    spalten = {
        "Datum": [_datum(eins) for eins in eintraege],
        "Ort": [eins.ort or "" for eins in eintraege],
        "Titel": [eins.titel or "" for eins in eintraege],
        "Art": [eins.art.name if eins.art else "" for eins in eintraege],
    }
    spalten = {kopf: [one_line(text) for text in texte] for kopf, texte in spalten.items() if any(texte)}
    yield from tabelle(_umbrochen(spalten), _ABSTAND, color=farbig())
    yield ""


def _umbrochen(spalten: dict[str, list[str]]) -> list[Spalte]:
    """Break the cells of the widest columns so that the table fits the terminal."""
    breiten = {kopf: max(map(cell_len, [kopf, *texte])) for kopf, texte in spalten.items()}
    ganz = min(shutil.get_terminal_size((100, 24)).columns, 160)
    for kopf in ("Titel", "Ort"):
        zuviel = sum(breiten.values()) + _ABSTAND * (len(breiten) - 1) - ganz
        if kopf in breiten and zuviel > 0:
            breiten[kopf] = min(max(breiten[kopf] - zuviel, _SCHMALSTE), breiten[kopf])
    zeilen: list[tuple[str, ...]] = []
    for eintrag in zip(*spalten.values(), strict=True):
        zellen = [textwrap.wrap(text, breiten[kopf]) for kopf, text in zip(spalten, eintrag, strict=True)]
        zeilen += zip_longest(*zellen, fillvalue="")
    je_spalte = zip(*zeilen, strict=True)
    return [Spalte(kopf, [Zelle(text) for text in texte]) for kopf, texte in zip(spalten, je_spalte, strict=True)]


def _datum(eintrag: Veranstaltung) -> str:
    zeit = f" {str(eintrag.uhrzeit).removesuffix(' Uhr')}" if eintrag.uhrzeit else ""
    return f"{eintrag.datum}{zeit}" if eintrag.datum else "ohne Datum"


def _anzahl(anzahl: int) -> str:
    return "1 Eintrag" if anzahl == 1 else f"{anzahl or 'keine'} Einträge"


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(list_, name)

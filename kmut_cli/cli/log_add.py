"""``kmut log add``: one appointment more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_auswahl, frage_ja, frage_text, kann_fragen
from kmut_cli.cli.log import Verzeichnisdatei
from kmut_cli.cli.vervollstaendigung import auswahl_mit_text
from kmut_cli.documents.option import Option
from kmut_cli.documents.veranstaltungsart import Rolle, Veranstaltungsart
from kmut_cli.findings.display import one_line

ARTEN = {art.name: art.titel for art in Veranstaltungsart}
ROLLEN = {rolle.name: rolle.titel for rolle in Rolle}

Text = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TEXT", help='Der Termin in einer Zeile: "27.04.2015 10:00 Mainz: Tagung"; Zeit und Ort dürfen fehlen.'
    ),
]
Datum = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="27.04.2015, 27./28.04.2015 oder 2015-04-27.")
]
Zeit = Annotated[str | None, typer.Option("--time", metavar="ZEIT", help="10:00 oder 10:00–16:00.")]
Ort = Annotated[str | None, typer.Option("--place", metavar="ORT", help="Ort.")]
Titel = Annotated[str | None, typer.Option("--title", metavar="TITEL", help="Was stattfindet.")]
Art = Annotated[
    str | None,
    typer.Option("--kind", metavar="ART", help=f"{', '.join(ARTEN)}.", autocompletion=auswahl_mit_text(ARTEN)),
]
Partner = Annotated[list[str] | None, typer.Option("--partner", metavar="NAME", help="Partner; mehrfach möglich.")]
Zielgruppe = Annotated[
    list[str] | None, typer.Option("--target", metavar="GRUPPE", help="Zielgruppe; mehrfach möglich.")
]
Anzahl = Annotated[str | None, typer.Option("--participants", metavar="ANZAHL", help="Zahl der Teilnehmenden.")]
EigeneRolle = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLLE", help=f"{', '.join(ROLLEN)}.", autocompletion=auswahl_mit_text(ROLLEN)),
]
Netzwerk = Annotated[str | None, typer.Option("--network", metavar="NAME", help="Netzwerk, zu dem das Treffen gehört.")]
Notiz = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Notiz für Sie selbst.")]
Trotzdem = Annotated[bool, typer.Option("--force", help="Trägt auch ein, was schon im Verzeichnis steht.")]


def add(
    text: Text = None,
    date: Datum = None,
    time: Zeit = None,
    place: Ort = None,
    title: Titel = None,
    kind: Art = None,
    partner: Partner = None,
    target: Zielgruppe = None,
    participants: Anzahl = None,
    role: EigeneRolle = None,
    network: Netzwerk = None,
    note: Notiz = None,
    file: Verzeichnisdatei = None,
    force: Trotzdem = False,
) -> None:
    """Trägt einen Termin in veranstaltungen.yaml ein, an die Stelle, an die er dem Datum nach gehört.

    Der Termin steht in einer Zeile ("27./28.04.2015 Mainz: Bundeskonferenz") oder in Optionen. Was fehlt, wird
    im Terminal gefragt. Gibt es die Datei noch nicht, wird sie angelegt; sonst ändert sich an ihr nichts.
    """
    from kmut_cli.workspace.bearbeitung import BearbeitungError
    from kmut_cli.workspace.veranstaltungen.verzeichnis import finde

    optionen: dict[str, Any] = {
        "datum": date, "uhrzeit": time, "ort": place, "titel": title, "art": kind, "partner": partner,
        "zielgruppen": target, "teilnehmende": participants, "rolle": role, "netzwerk": network, "notiz": note,
    }  # fmt: skip
    genannt = {name: wert for name, wert in optionen.items() if wert}
    daten = {**_aus_text(" ".join(text or []), genannt), **genannt}
    try:
        verzeichnis = finde(file)
        neuer = _eintrag(_ergaenzt(daten, alles=not text and not genannt))
        if not force:
            _pruefe_doppelt(neuer, verzeichnis)
        neu_angelegt = not verzeichnis.vorhanden
        verzeichnis.trage_ein([neuer])
    except BearbeitungError as fehler:
        raise EigeneMeldung(f"{fehler.message} {fehler.help}".strip()) from None
    from kmut_cli.workspace.veranstaltungen.eintrag import in_einer_zeile

    print(f"{'Angelegt' if neu_angelegt else 'Eingetragen in'}: {one_line(verzeichnis.name)}")
    print(f"  {one_line(in_einer_zeile(neuer.wert))}")


def _aus_text(text: str, genannt: dict[str, Any]) -> dict[str, str]:
    from kmut_cli.workspace.veranstaltungen.zeile import lies_zeile

    if "datum" in genannt and text:
        # The date is known, so the text begins with what follows it.
        ohne = lies_zeile(f"01.01.2000 {text}", mit_ort="ort" not in genannt)
        return {name: wert for name, wert in ohne.items() if name != "datum"}
    return lies_zeile(text, mit_ort="ort" not in genannt)


def _ergaenzt(daten: dict[str, Any], *, alles: bool) -> dict[str, Any]:
    """Ask for what is missing: date and title always, the rest only if nothing was given.

    Raises:
        EigeneMeldung: Something is missing and nobody can be asked.
    """
    fehlt = [name for name in ("datum", "titel") if not daten.get(name)]
    if fehlt and not kann_fragen():
        worte = {
            "datum": "das Datum: Schreiben Sie es an den Anfang des Textes oder hinter --date",
            "titel": "der Titel: Schreiben Sie ihn hinter das Datum oder hinter --title",
        }
        raise EigeneMeldung(f"Es fehlt {' und '.join(worte[name] for name in fehlt)}.")
    if alles:
        return _gefragt()
    fragen = {"datum": "Wann?", "titel": "Was?"}
    return daten | {name: frage_text(fragen[name], _pruefung(name)) for name in fehlt}


def _gefragt() -> dict[str, Any]:
    """Ask for a whole entry; Enter leaves out what is not known."""
    daten: dict[str, Any] = {
        "datum": frage_text("Wann? (27.04.2015 oder 27./28.04.2015)", _pruefung("datum")),
        "uhrzeit": frage_text("Um wie viel Uhr? (Enter = offen)", _pruefung("uhrzeit")),
        "ort": frage_text("Wo? (Enter = offen)"),
        "titel": frage_text("Was?", _pruefung("titel")),
        "art": frage_auswahl("Welche Art von Termin?", {**ARTEN, "": "weiß ich noch nicht"}),
        "rolle": frage_auswahl("Ihre Rolle?", {**ROLLEN, "": "weiß ich noch nicht"}),
        "netzwerk": frage_text("Zu welchem Netzwerk gehört das Treffen? (Enter = keines)"),
    }
    for name, frage in (("partner", "Partner?"), ("zielgruppen", "Zielgruppen?")):
        antwort = frage_text(f"{frage} (mit Semikolon getrennt, Enter = keine)")
        daten[name] = [eins.strip() for eins in antwort.split(";") if eins.strip()]
    daten["teilnehmende"] = frage_text("Wie viele Teilnehmende? (Enter = offen)", _pruefung("teilnehmende"))
    return daten


def _pruefung(name: str) -> Callable[[str], str]:
    """Give what says whether an answer fits; date and title are owed, the rest may be empty."""

    def pruefe(eingabe: str) -> str:
        from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag

        if not eingabe and name not in ("datum", "titel"):
            return ""
        try:
            eintrag({"datum": "2000", "titel": "-", name: eingabe})
        except EintragError as fehler:
            return "Das wird gebraucht." if not eingabe else fehler.meldungen[0]
        return ""

    return pruefe


def _eintrag(daten: dict[str, Any]) -> Any:
    from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag

    auswahl: tuple[tuple[str, type[Option]], ...] = (("art", Veranstaltungsart), ("rolle", Rolle))
    for name, optionen in auswahl:
        if daten.get(name):
            wort = str(daten[name])
            daten[name] = next(
                (eine.name for eine in optionen if wort.lower() in (eine.name, eine.titel.lower())), wort
            )
    try:
        return eintrag(daten)
    except EintragError as fehler:
        raise EigeneMeldung(str(fehler)) from None


def _pruefe_doppelt(neuer: Any, verzeichnis: Any) -> None:
    """Ask before an entry is made a second time; say so if there is one much like it.

    Raises:
        EigeneMeldung: It is there already, and nobody can be asked or the answer is no.
    """
    from kmut_cli.workspace.veranstaltungen.abgleich import gleiche_ab
    from kmut_cli.workspace.veranstaltungen.eintrag import in_einer_zeile

    abgleich = gleiche_ab([neuer], verzeichnis.eintraege)
    for _eins, aehnlich in abgleich.fraglich:
        print(f"Hinweis: Am selben Tag steht schon im Verzeichnis: {one_line(in_einer_zeile(aehnlich))}")
    if not abgleich.vorhanden:
        return
    text = f"Dieser Termin steht schon in „{verzeichnis.name}“"
    if not kann_fragen():
        raise EigeneMeldung(f"{text}. Trotzdem eintragen: --force")
    if not frage_ja(f"{text}. Trotzdem eintragen?", vorgabe=False):
        raise EigeneMeldung("Nichts eingetragen.")


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(add, name)

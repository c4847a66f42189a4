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

_SCHON_DA = "Dieser Termin steht schon in „{}“. Trotzdem eintragen: --force"
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

    Der Termin steht in einer Zeile ("27./28.04.2015 Mainz: Bundeskonferenz") oder in Optionen. Ohne beides fragt
    kmut im Terminal nach allem, sonst nur nach Datum und Titel, wenn sie fehlen. Gibt es die Datei noch nicht, wird
    sie angelegt; sonst ändert sich an ihr nichts.
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
        zeit = str(daten.get("uhrzeit", "")) if time is None else ""
        neuer = _eintrag(_ergaenzt(daten, alles=not text and not genannt), zeit)
        gewollt = force or _pruefe_doppelt(neuer, verzeichnis)
        neu_angelegt = not verzeichnis.vorhanden
        if not verzeichnis.trage_ein([neuer], auch_doppelt=gewollt):
            raise EigeneMeldung(_SCHON_DA.format(one_line(verzeichnis.name)))
    except BearbeitungError as fehler:
        raise EigeneMeldung(str(fehler)) from None
    from kmut_cli.workspace.veranstaltungen.eintrag import in_einer_zeile

    print(f"{'Angelegt' if neu_angelegt else 'Eingetragen in'}: {one_line(verzeichnis.name)}")
    print(f"  {one_line(in_einer_zeile(neuer.wert))}")


def _aus_text(text: str, genannt: dict[str, Any]) -> dict[str, str]:
    """Take the text apart.

    Raises:
        EigeneMeldung: It begins with a date that cannot be read, or says what an option says too.
    """
    from kmut_cli.documents.zeitraum import BEISPIELE
    from kmut_cli.workspace.veranstaltungen.schreibweisen import datumsversuch
    from kmut_cli.workspace.veranstaltungen.zeile import lies_zeile

    gelesen = lies_zeile(text, mit_ort="ort" not in genannt)
    datum = gelesen.get("datum", "")
    versuch = datum or datumsversuch(text)
    if "datum" in genannt and (not versuch or datum.isdecimal()):
        # The date is known, so the text begins with what follows it; a mere year is part of the title.
        ohne = lies_zeile(f"01.01.2000 {text}", mit_ort="ort" not in genannt) if text else {}
        gelesen = {name: wert for name, wert in ohne.items() if name != "datum"}
    elif "datum" in genannt:
        raise EigeneMeldung(
            f"Es gibt zwei Angaben zum Datum: „{versuch}“ im Text und „{genannt['datum']}“ hinter --date. "
            "Nennen Sie nur eine."
        )
    elif versuch and not datum:
        raise EigeneMeldung(f"„{versuch}“ ist kein Datum, das kmut lesen kann. Schreiben Sie z. B. {BEISPIELE}.")
    for name, wort, option in (("uhrzeit", "zur Uhrzeit", "--time"), ("titel", "zum Titel", "--title")):
        if name in gelesen and name in genannt:
            raise EigeneMeldung(
                f"Es gibt zwei Angaben {wort}: „{gelesen[name]}“ im Text und „{genannt[name]}“ hinter {option}. "
                "Nennen Sie nur eine."
            )
    return gelesen


def _ergaenzt(daten: dict[str, Any], *, alles: bool) -> dict[str, Any]:
    """Ask for what is missing: date and title always, the rest only if nothing was given.

    Raises:
        EigeneMeldung: Something is missing and nobody can be asked.
    """
    fehlt = [name for name in ("datum", "titel") if not daten.get(name)]
    if fehlt and not kann_fragen():
        beides = 'Es fehlen Datum und Titel. Schreiben Sie z. B.: kmut log add "27.04.2015 10:00 Mainz: Tagung". '
        texte = {
            "datum": "Es fehlt das Datum. Schreiben Sie es an den Anfang des Textes oder hinter --date.",
            "titel": "Es fehlt der Titel. Schreiben Sie ihn hinter Datum und Ort oder hinter --title.",
            "datum titel": f"{beides}Oder nennen Sie beides hinter --date und --title.",
        }
        raise EigeneMeldung(texte[" ".join(fehlt)])
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


def _eintrag(daten: dict[str, Any], zeit_im_text: str) -> Any:
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
        oder = ""
        if zeit_im_text and "„uhrzeit“" in str(fehler):
            oder = f" Gehört „{zeit_im_text}“ zum Titel, nennen Sie ihn hinter --title."
        raise EigeneMeldung(f"{fehler}{oder}") from None


def _pruefe_doppelt(neuer: Any, verzeichnis: Any) -> bool:
    """Ask before an entry is made a second time; say so if there is one much like it.

    Returns:
        Whether it is wanted although it is there.

    Raises:
        EigeneMeldung: It is there already, and nobody can be asked or the answer is no.
    """
    from kmut_cli.workspace.veranstaltungen.abgleich import gleiche_ab
    from kmut_cli.workspace.veranstaltungen.eintrag import in_einer_zeile

    abgleich = gleiche_ab([neuer], verzeichnis.eintraege)
    for _eins, aehnlich in abgleich.fraglich:
        print(f"Hinweis: Am selben Tag steht schon im Verzeichnis: {one_line(in_einer_zeile(aehnlich))}")
    if not abgleich.vorhanden:
        return False
    if not kann_fragen():
        raise EigeneMeldung(_SCHON_DA.format(one_line(verzeichnis.name)))
    frage = f"Dieser Termin steht schon in „{one_line(verzeichnis.name)}“. Trotzdem eintragen?"
    if not frage_ja(frage, vorgabe=False):
        raise EigeneMeldung("Abgebrochen, nichts eingetragen.")
    return True


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(add, name)

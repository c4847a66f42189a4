"""``kmut monitoring import``: figures of the statistical offices, shown before anything is written."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, pruefe_auswahl
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.fragen import frage_ja, kann_fragen
from kmut_cli.cli.log_list import lies_tag
from kmut_cli.cli.monitoring import Monitoringdatei, beende
from kmut_cli.cli.vervollstaendigung import auswahl
from kmut_cli.findings.display import one_line

if TYPE_CHECKING:
    from kmut_cli.cli.kennzahlen.vorhaben import Vorhaben
    from kmut_cli.workspace.monitoring.abgleich import Ersetze
    from kmut_cli.workspace.monitoring.bestand import Eintragung

DEZIMAL = ("punkt", "komma")

Quelle = Annotated[
    str,
    typer.Argument(
        metavar="DATEI",
        help="CSV-Datei des Integrationsmonitorings Niedersachsen oder „flat“-CSV der Regionaldatenbank.",
        show_default=False,
    ),
]
Nummer = Annotated[
    str | None,
    typer.Option(
        "--indicator", metavar="NUMMER", help="Kennzahl, zu der die Zahlen gehören; sonst nach ihrer Angabe statistik."
    ),
]
Groesse = Annotated[
    str | None,
    typer.Option("--variable", metavar="CODE", help="Nur dies aus der Datei, z. B. 12411:BEVSTD."),
]
Uebernehmen = Annotated[
    bool, typer.Option("--update", help="Setzt geänderte Zahlen an die Stelle der vorhandenen und vermerkt diese.")
]
Probe = Annotated[bool, typer.Option("--dry-run", help="Zeigt nur, was geschähe.")]
Ja = Annotated[bool, typer.Option("--yes", help="Trägt ein, ohne zu fragen.")]
Abruf = Annotated[
    str | None,
    typer.Option(
        "--retrieved", metavar="DATUM", help="Tag, an dem die Zahlen abgerufen wurden; sonst Änderungstag der Datei."
    ),
]
Herausgeber = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Anderer Name der Quelle, der bei den Werten stehen soll."),
]
Dezimal = Annotated[
    str | None,
    typer.Option(
        "--decimal",
        metavar="ZEICHEN",
        help="punkt oder komma, wenn die Datei allein nicht sagt, was Nachkommastellen trennt.",
        autocompletion=auswahl(*DEZIMAL),
    ),
]


def import_(
    datei: Quelle,
    indicator: Nummer = None,
    variable: Groesse = None,
    update: Uebernehmen = False,
    dry_run: Probe = False,
    yes: Ja = False,
    retrieved: Abruf = None,
    source: Herausgeber = None,
    decimal: Dezimal = None,
    file: Monitoringdatei = None,
) -> None:
    """Liest Zahlen der eigenen Kommune aus einer Datei der amtlichen Statistik und zeigt zuerst, was neu ist.

    Was schon im Monitoring steht, wird erkannt. Lautet ein Wert jetzt anders, bleibt der vorhandene stehen und wird
    gemeldet; mit --update tritt der neue an seine Stelle. Ist der vorhandene aus anderer Quelle, steht er danach in der
    Bemerkung. Zeichen wie - oder . bleiben Zeichen und werden nie zur 0.
    Geschrieben wird erst nach Ihrem Ja. Status: 0 in Ordnung, 1 Fehler in einer Datei, 2 falscher Aufruf oder es fehlt
    das Ja.
    """
    from kmut_cli.cli.kennzahlen.vorhaben import lies_vorhaben
    from kmut_cli.cli.kennzahlen.vorschau import vorschau
    from kmut_cli.cli.kennzahlen.warten import warte
    from kmut_cli.findings.error import MitHilfe

    if decimal:
        pruefe_auswahl("--decimal", decimal, DEZIMAL)
    abruf = _abruf(retrieved) if retrieved else None
    try:
        with warte("Die Datei wird gelesen …"):
            vorhaben = lies_vorhaben(
                datei, file, indicator or "", variable or "", decimal or "", source or "", abruf, heute()
            )
        print("\n".join(vorschau(vorhaben, genannt=abruf is not None, update=update)))
        if dry_run:
            print("Nichts geändert (--dry-run).")
            return
        ersetze = _entscheide(vorhaben, yes=yes, update=update)
        if ersetze is None:
            return
        with warte("Die Werte werden eingetragen …"):
            eintragung = vorhaben.bestand.trage_ein(vorhaben.zuordnung.werte, vorhaben.herkunft, ersetze=ersetze)
    except MitHilfe as fehler:
        beende(fehler)
    print(_meldung(vorhaben, eintragung))


def heute() -> date:
    """The current day; a name of its own, so that tests can set it."""
    return date.today()


def _abruf(text: str) -> date:
    """Read the day of retrieval.

    Raises:
        EigeneMeldung: It is none, or has not come yet.
    """
    tag = lies_tag("--retrieved", text)
    if tag > heute():
        raise EigeneMeldung(f"--retrieved: Der Tag des Abrufs kann nicht in der Zukunft liegen, {tag:%d.%m.%Y} schon.")
    return tag


def _meldung(vorhaben: Vorhaben, eintragung: Eintragung) -> str:
    """Say what was written, and what was left."""
    from kmut_cli.cli.kennzahlen.vorschau import geaenderte, werte
    from kmut_cli.workspace.monitoring.abgleich import Urteil

    dateien = " und ".join(one_line(eine) for eine in eintragung.dateien) or one_line(vorhaben.bestand.name)
    offen = len(vorhaben.mit(Urteil.REVISION)) - eintragung.revidiert
    rest = f"; {geaenderte(offen)} nicht übernommen (mit --update)" if offen > 0 else ""
    teile = [werte(eintragung.neu, "neuer", "neue")] if eintragung.neu or not eintragung.revidiert else []
    teile += [geaenderte(eintragung.revidiert)] if eintragung.revidiert else []
    return f"Eingetragen in {dateien}: {' und '.join(teile)}{rest}"


def _entscheide(vorhaben: Vorhaben, *, yes: bool, update: bool) -> Ersetze | None:
    """Ask what is to be written.

    Returns:
        Which values give place to others; None if nothing is to be written.

    Raises:
        EigeneMeldung: Nobody has said yes, and nobody can be asked.
        KeyboardInterrupt: The person breaks off.
    """
    from kmut_cli.cli.kennzahlen.vorschau import geaenderte
    from kmut_cli.workspace.monitoring.abgleich import Ersetze, Urteil

    neu, geaendert = len(vorhaben.mit(Urteil.NEU)), len(vorhaben.mit(Urteil.REVISION))
    if not neu and not (geaendert and (update or (kann_fragen() and not yes))):
        rest = f"; {geaenderte(geaendert)} nicht übernommen (mit --update)" if geaendert else ""
        print(f"Nichts einzutragen{rest}.")
        return None
    if yes:
        return Ersetze(update, update)
    ziel = one_line(vorhaben.bestand.name)
    if not kann_fragen():
        sys.stdout.flush()
        was = _was(neu, geaendert if update else 0)
        raise EigeneMeldung(f"Nichts eingetragen. Trägt {was} in „{ziel}“ ein: derselbe Befehl mit --yes")
    eigene = geaendert - len(vorhaben.fremde)
    gleich = _was(neu, eigene if update else 0)
    if gleich and not frage_ja(f"{gleich} in „{ziel}“ eintragen?", vorgabe=True):
        print("Abgebrochen, nichts eingetragen.")
        return None
    auch = "Auch " if gleich else ""
    if eigene and not update:
        frage = f"{auch}{geaenderte(eigene, 'n')} übernehmen und die bisherigen vermerken?"
        update = frage_ja(frage, vorgabe=False)
    fremde = bool(vorhaben.fremde) and frage_ja(_frage_fremde(vorhaben, auch), vorgabe=False)
    if not neu and not (eigene and update) and not fremde:
        print("Nichts eingetragen.")
        return None
    return Ersetze(update, fremde)


def _frage_fremde(vorhaben: Vorhaben, auch: str) -> str:
    """Ask for values that somebody else has published: theirs are other numbers, and no revised ones."""
    from kmut_cli.cli.kennzahlen.vorschau import quellen, werte

    anzahl = len(vorhaben.fremde)
    bisher = "den bisherigen" if anzahl == 1 else "die bisherigen"
    return (
        f"{auch}{werte(anzahl)} aus anderer Quelle ({quellen(vorhaben)}) ersetzen und {bisher} als Bemerkung behalten?"
    )


def _was(neu: int, geaendert: int) -> str:
    """Name what is written, in the accusative."""
    from kmut_cli.cli.kennzahlen.vorschau import geaenderte, werte

    teile = [werte(neu, "neuen", "neue")] if neu else []
    return " und ".join([*teile, *([geaenderte(geaendert, "n")] if geaendert else [])])


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(import_, name)

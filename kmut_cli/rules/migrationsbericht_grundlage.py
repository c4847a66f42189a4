"""KM475, KM476: what the Migrationsbericht is put together from is missing."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import aufzaehlung, kurz
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_ART = "migrationsbericht"
_BERICHT = (
    "dokument: migrationsbericht\nkommune: {name: Landkreis Musterland}\nberichtsjahr: 2024\nvorwort: Ein gutes Jahr.\n"
)
_LOG = {"veranstaltungen.yaml": b"dokument: veranstaltungen\neintraege:\n  - {datum: 2.10.2024, titel: Lesefest}\n"}
_KONZEPT = {"handlungskonzept.yaml": b"dokument: handlungskonzept\nhandlungsfelder:\n  - handlungsfeld: Ankommen\n"}

GRUNDLAGE = Rule(
    "KM475",
    "Ein Teil des Migrationsberichts hat keine Grundlage",
    Severity.WARNING,
    "Der Migrationsbericht wird aus `monitoring.yaml`, `handlungskonzept.yaml`, dem Tätigkeitsbericht des Jahres und"
    " `veranstaltungen.yaml` zusammengestellt. Fehlt eine dieser Dateien, sagt er an ihrer Stelle, dass dazu nichts"
    " vorliegt. Welche Teile er haben soll, steht unter `teile`.",
    Example(_BERICHT + "teile: [termine]\n"),
    Example(_BERICHT + "teile: [termine]\n", files=_LOG),
)
AUSWAHL = Rule(
    "KM476",
    "Der Migrationsbericht wählt etwas aus, was es nicht gibt",
    Severity.WARNING,
    "Unter `indikatoren` stehen Nummern aus `monitoring.yaml`, unter `handlungsfelder` Namen aus"
    " `handlungskonzept.yaml`. Was dort nicht steht, kann der Bericht nicht zeigen.",
    Example(_BERICHT + "teile: [massnahmen]\nhandlungsfelder: [Wohnen]\n", files=_KONZEPT),
    Example(_BERICHT + "teile: [massnahmen]\nhandlungsfelder: [Ankommen]\n", files=_KONZEPT),
)
RULES = (GRUNDLAGE, AUSWAHL)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look for each file that a part comes from, then for what is chosen of it."""
    bericht = pruefling.dokument
    if bericht.dokument != _ART or not pruefling.geladen.umfeld.gibt_es:
        return
    from kmut_cli.documents.migrationsbericht_2026 import HERKUNFT, Berichtsteil, Migrationsbericht

    assert isinstance(bericht, Migrationsbericht)
    for teil in bericht.gewaehlte_teile:
        quelle = pruefling.geladen.umfeld.quelle(HERKUNFT[teil], bericht.jahr)
        if quelle.dokument is None:
            warum = "lässt sich nicht lesen" if quelle.vorhanden else "gibt es nicht"
            text = f"Für den Teil „{teil.titel}“ fehlt die Grundlage: „{quelle.name}“ {warum}."
            hilfe = "Legen Sie die Datei an, oder nennen Sie unter „teile“ nur, was der Bericht enthalten soll."
            yield pruefling.finding(GRUNDLAGE, ("teile",), text, hilfe, key=True)
        elif teil is Berichtsteil.zahlen:
            nummern = {eins.nummer for eins in quelle.dokument.kennzahlen}
            yield from _unbekannt(pruefling, "indikatoren", bericht.indikatoren, nummern, quelle.name)
        elif teil is Berichtsteil.massnahmen:
            namen = {feld.handlungsfeld or "" for feld in quelle.dokument.felder}
            yield from _unbekannt(pruefling, "handlungsfelder", bericht.handlungsfelder, namen, quelle.name)


def _unbekannt(
    pruefling: Pruefling, feld: str, gewaehlt: list[str] | None, bekannt: set[str], datei: str
) -> Iterator[Finding]:
    gleich = {vereinfacht(eins) for eins in bekannt}
    for ort, eins in pruefling.punkte((feld,), gewaehlt or []):
        if eins.strip() and vereinfacht(eins) not in gleich:
            text = f"„{kurz(eins)}“ steht nicht in „{datei}“."
            moeglich = sorted(eins for eins in bekannt if eins)
            hilfe = f"Dort gibt es {aufzaehlung([f'„{kurz(name)}“' for name in moeglich])}." if moeglich else ""
            yield pruefling.finding(AUSWAHL, ort, text, hilfe)

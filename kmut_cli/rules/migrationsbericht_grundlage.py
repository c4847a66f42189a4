"""KM475, KM476: what the Migrationsbericht is put together from is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.berichtsteil import Berichtsteil
    from kmut_cli.documents.migrationsbericht_2026 import Migrationsbericht
    from kmut_cli.documents.umfeld import Quelldatei

_ART = "migrationsbericht"
_BERICHT = (
    "dokument: migrationsbericht\nkommune: {name: Landkreis Musterland}\nberichtsjahr: 2024\nvorwort: Ein gutes Jahr.\n"
)
_LOG = {"veranstaltungen.yaml": b"dokument: veranstaltungen\neintraege:\n  - {datum: 2.10.2024, titel: Lesefest}\n"}
_KONZEPT = {
    "handlungskonzept.yaml": (
        b"dokument: handlungskonzept\nhandlungsfelder:\n  - handlungsfeld: Ankommen\n    herausforderungen:\n"
        b"      - ziele:\n          - ziel: Wege kennen\n            massnahmen:\n"
        b"              - {massnahme: Stadtplan, zustaendig: VHS, beginn: 2024}\n"
    )
}

GRUNDLAGE = Rule(
    "KM475",
    "Ein Teil des Migrationsberichts hat keine Grundlage",
    Severity.WARNING,
    "Der Migrationsbericht wird aus `monitoring.yaml`, `handlungskonzept.yaml`, dem Tätigkeitsbericht des Jahres und"
    " `veranstaltungen.yaml` zusammengestellt. Fehlt eine dieser Dateien, sagt er an ihrer Stelle, dass dazu nichts"
    " vorliegt. Welche Teile er haben soll, steht unter `teile`. Mit `status: final` ist das ein Fehler.",
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
_HOECHSTENS = 8


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look for what each part comes from, then for what is chosen of it."""
    bericht = pruefling.dokument
    if bericht.dokument != _ART or not pruefling.geladen.umfeld.gibt_es:
        return
    from kmut_cli.documents.berichtsgrundlage import was_fehlt
    from kmut_cli.documents.berichtsteil import HERKUNFT

    bericht = cast("Migrationsbericht", bericht)  # of whatever edition
    for teil in bericht.gewaehlte_teile:
        quelle = pruefling.geladen.umfeld.quelle(HERKUNFT[teil], bericht.jahr)
        yield from _unbekannt(pruefling, bericht, teil, quelle)
        if fehlt := was_fehlt(bericht, teil, quelle):
            text = f"Für den Teil „{teil.titel}“ fehlt die Grundlage: {fehlt}"
            hilfe = "Ergänzen Sie die Datei, oder nennen Sie unter „teile“ nur, was der Bericht enthalten soll."
            schwere = Severity.ERROR if bericht.final else Severity.WARNING
            yield pruefling.finding(GRUNDLAGE, ("teile",), text, hilfe, severity=schwere, key=True)


def _unbekannt(
    pruefling: Pruefling, bericht: Migrationsbericht, teil: Berichtsteil, quelle: Quelldatei
) -> Iterator[Finding]:
    from kmut_cli.documents.berichtsgrundlage import AUSWAHL as GEWAEHLT
    from kmut_cli.documents.berichtsgrundlage import unbekannte, waehlbar

    if quelle.dokument is None:
        return
    fremd = set(unbekannte(bericht, teil, quelle.dokument))
    if not fremd:
        return
    feld = GEWAEHLT[teil]
    for ort, eins in pruefling.punkte((feld,), getattr(bericht, feld) or []):
        if eins in fremd:
            text = f"„{kurz(eins)}“ steht nicht in „{quelle.name}“."
            yield pruefling.finding(AUSWAHL, ort, text, _was_es_gibt(waehlbar(teil, quelle.dokument)))


def _was_es_gibt(bekannt: list[str]) -> str:
    if not bekannt:
        return "Löschen Sie die Zeile."
    mehr = f" und {len(bekannt) - _HOECHSTENS} weitere" if len(bekannt) > _HOECHSTENS else ""
    return f"Dort gibt es: {', '.join(kurz(eins) for eins in bekannt[:_HOECHSTENS])}{mehr}."

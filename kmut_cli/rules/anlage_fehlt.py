"""KM303: the outline asks for an attachment, and none is named."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import KONZEPT_ERSTELLT
from kmut_cli.rules.hilfen.werte import entfaellt
from kmut_cli.rules.pruefling import Pruefling

_FALSCH = "aufgaben:\n  handlungskonzept:\n    erstellt: 2016\n"
_DATEI = "anlagen/handlungskonzept.pdf"

FEHLT = Rule(
    "KM303",
    "Eine Anlage, um die die Gliederung bittet, ist nicht genannt",
    Severity.INFO,
    "Die Gliederung bittet darum, die aktuelle Fassung des Handlungskonzepts beizufügen. Legen Sie die Datei in den"
    " Ordner des Berichts und schreiben Sie ihren Weg hinter `anlage:`. Mit `status: final` ist das eine Warnung."
    " Gibt es noch kein Handlungskonzept, dann sagen Sie es bei der Frage danach: `erstellt: {entfaellt: …}`.",
    Example(_FALSCH),
    Example(_FALSCH + f"    anlage: {_DATEI}\n", files={_DATEI: b"%PDF-1.7\n"}),
)
RULES = (FEHLT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Ask for every attachment of the outline."""
    schwere = Severity.WARNING if pruefling.dokument.final else Severity.INFO
    for abschnitt in pruefling.gliederung.abschnitte:
        pfad = abschnitt.anlage
        if pfad is None or not ist_leer(wert_an(pruefling.dokument, pfad)) or pruefling.geladen.fehlerhaft_an(pfad):
            continue
        if pfad[:-1] == KONZEPT_ERSTELLT[:-1] and entfaellt(pruefling, KONZEPT_ERSTELLT):
            continue  # What does not exist cannot be attached.
        text = f"Zu {abschnitt.nummer} ist keine Anlage genannt; die Gliederung bittet: „{abschnitt.anlage_wortlaut}“."
        hilfe = f"Schreiben Sie unter {dotted(pfad[:-1])}: {pfad[-1]}: {_DATEI}"
        yield pruefling.finding(FEHLT, pfad, text, hilfe, severity=schwere, key=True)

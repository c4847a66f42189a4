"""KM409, KM410, KM411: a named attachment is missing, empty, or no file of the folder."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.anlagenweg import Art, suche
from kmut_cli.rules.hilfen.pfade import VORLAGENANLAGE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "aufgaben:\n  handlungskonzept:\n    anlage: "
_DATEI = {"anlagen/handlungskonzept.pdf": b"%PDF-1.7\n"}
_RICHTIG = Example(_KOPF + "anlagen/handlungskonzept.pdf\n", files=_DATEI)

FEHLT = Rule(
    "KM409",
    "Die Anlage gibt es nicht",
    Severity.WARNING,
    "Hinter `anlage:` steht der Weg zur Datei, vom Ordner des Berichts aus und mit `/` zwischen den Ordnern. An dieser"
    " Stelle liegt nichts, oder die Datei darf nicht gelesen werden. Groß- und Kleinschreibung zählen, denn auf anderen"
    " Rechnern wird die Datei sonst nicht gefunden. Mit `status: final` ist das ein Fehler.",
    Example(_KOPF + "anlagen/handlungskonzept-2023.pdf\n", files=_DATEI),
    _RICHTIG,
)
LEER = Rule(
    "KM410",
    "Die Anlage ist leer",
    Severity.WARNING,
    "Die Datei hat null Bytes, meist weil das Kopieren oder Speichern abgebrochen ist. Mit `status: final` ist das ein"
    " Fehler.",
    Example(_KOPF + "anlagen/entwurf.pdf\n", files={**_DATEI, "anlagen/entwurf.pdf": b""}),
    _RICHTIG,
)
KEINE_DATEI = Rule(
    "KM411",
    "Die Anlage ist keine Datei dieses Ordners",
    Severity.ERROR,
    "Eine Anlage liegt als Datei im Ordner des Berichts oder darunter; gibt es eine `kmut.yaml`, dann im Ordner, in"
    " dem diese liegt. So bleibt alles beisammen, wenn der Ordner weitergegeben wird. Nicht möglich sind Wege von"
    " einem Laufwerk aus (`H:\\Konzepte\\…`), Wege und Verknüpfungen aus dem Ordner hinaus, Internetadressen und"
    " ganze Ordner.",
    Example(_KOPF + "H:\\Konzepte\\handlungskonzept.pdf\n"),
    _RICHTIG,
)
RULES = (FEHLT, LEER, KEINE_DATEI)

_KOPIEREN = "Legen Sie die Datei in den Ordner des Berichts und schreiben Sie z. B. anlagen/handlungskonzept.pdf"
_TEXTE = {
    Art.LEER: (LEER, "Die Anlage „{name}“ ist leer (0 Bytes).", "Legen Sie die Datei noch einmal dort ab."),
    Art.FEHLT: (FEHLT, "Die Anlage „{name}“ gibt es nicht.", "Prüfen Sie den Weg; er beginnt im Ordner dieser Datei."),
    Art.UNLESBAR: (FEHLT, "Die Anlage „{name}“ ist nicht zugänglich.", "Prüfen Sie Weg und Zugriffsrechte."),
    Art.ORDNER: (KEINE_DATEI, "Die Anlage „{name}“ ist ein Ordner.", "Nennen Sie die Datei selbst."),
    Art.BESONDERES: (KEINE_DATEI, "Die Anlage „{name}“ ist keine gewöhnliche Datei.", _KOPIEREN),
    Art.ADRESSE: (KEINE_DATEI, "„{name}“ ist eine Adresse und keine Datei.", _KOPIEREN),
    Art.ABSOLUT: (KEINE_DATEI, "„{name}“ beginnt nicht im Ordner dieser Datei.", _KOPIEREN),
    Art.RUECKSTRICH: (KEINE_DATEI, "„{name}“ trennt Ordner mit „\\“.", "Schreiben Sie mit „/“: {gemeint}"),
    Art.HINAUS: (KEINE_DATEI, "„{name}“ führt aus dem Ordner hinaus.", _KOPIEREN),
    Art.VERKNUEPFUNG_HINAUS: (
        KEINE_DATEI,
        "„{name}“ ist eine Verknüpfung, die aus dem Ordner hinausführt.",
        "Legen Sie die Datei selbst in den Ordner.",
    ),
}


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each attachment that the outline has a slot for or a paper lists; standard input lies in no folder."""
    ordner = pruefling.ordner
    if ordner is None:
        return
    for loc, text in genannte(pruefling):
        ergebnis = suche(text.strip(), ordner, pruefling.wurzel or ordner)
        if not text.strip() or ergebnis.art is Art.DATEI:
            continue
        rule, meldung, hilfe = _TEXTE[ergebnis.art]
        if ergebnis.art is Art.FEHLT and ergebnis.gemeint:
            hilfe = "Meinten Sie „{gemeint}“?"
        schwere = Severity.ERROR if pruefling.dokument.final else None
        name = kurz(text)
        hilfe = hilfe.format(gemeint=ergebnis.gemeint)
        yield pruefling.finding(rule, loc, meldung.format(name=name), hilfe, severity=schwere)


def genannte(pruefling: Pruefling) -> Iterator[tuple[Loc, str]]:
    """Give each attachment that a document names, as written, with its place."""
    plaetze = [abschnitt.anlage for abschnitt in pruefling.gliederung.abschnitte if abschnitt.anlage]
    return (paar for platz in (*plaetze, VORLAGENANLAGE) for paar in werte_an(pruefling, platz))

"""KM466: a public paper names somebody who works for the Koordinierungsstelle."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorlage.personennamen import finde_namen
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import UNTERSCHRIFT
from kmut_cli.rules.pruefling import Pruefling

_VORLAGE = "dokument: sitzungsvorlage\nart: mitteilung\noeffentlich: ja\nsachverhalt: |\n  "
_MAPPE = b"kommune: {name: Landkreis Musterland}\nkoordinierungsstelle: {ansprechperson: Erika Beispiel}\n"
_ORDNER = {"kmut.yaml": _MAPPE}

PERSONAL = Rule(
    "KM466",
    "Eine öffentliche Vorlage nennt Personal der Koordinierungsstelle",
    Severity.WARNING,
    "Eine öffentliche Vorlage steht im Ratsinformationssystem und damit im Internet. Namen von Beschäftigten gehören"
    " dort nicht hinein, ausgenommen die Unterschrift, die eine Vorlage tragen muss. Gesucht werden die Personen, die"
    " `kmut.yaml` (`ansprechperson`) und die Tätigkeitsberichte des Ordners (`personelle_besetzung`) nennen: mit Vor-"
    " und Nachnamen, mit Frau oder Herr vor dem Nachnamen und in E-Mail-Adressen, auch im Genitiv. Ein Vorname oder"
    " Nachname allein wird nicht erkannt. Nichtöffentliche Vorlagen (`oeffentlich: nein`) dürfen Namen nennen. Mit"
    " `status: final` ist das ein Fehler.",
    Example(_VORLAGE + "Frau Beispiel hat den Fragebogen entworfen.\n", files=_ORDNER),
    Example(_VORLAGE + "Die Koordinierungsstelle hat den Fragebogen entworfen.\n", files=_ORDNER),
)
RULES = (PERSONAL,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every text of a public paper but the signature."""
    if not pruefling.dokument.ist_oeffentlich:
        return
    personal = {eine.name: eine for eine in pruefling.geladen.umfeld.personal()}
    schwere = Severity.ERROR if pruefling.dokument.final else None
    for loc, text in pruefling.texte() if personal else ():
        if _ausgenommen(loc):
            continue
        for fund in finde_namen(text, personal):
            wort = kurz(text[fund.stelle : fund.stelle + fund.laenge])
            message = f"„{wort}“ nennt Personal der Koordinierungsstelle (laut {personal[fund.name].herkunft})."
            hilfe = "Schreiben Sie „die Koordinierungsstelle“ oder „eine Mitarbeiterin“, „ein Mitarbeiter“."
            if "@" in wort:
                hilfe = "Nennen Sie die Sammeladresse der Koordinierungsstelle, oder lassen Sie die Adresse weg."
            yield pruefling.geladen.source.finding(
                PERSONAL, loc, message, hilfe, severity=schwere, offset=fund.stelle, length=fund.laenge
            )


def _ausgenommen(loc: Loc) -> bool:
    return loc[:1] == UNTERSCHRIFT

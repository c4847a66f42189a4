"""KM466: a public paper names somebody who works for the Koordinierungsstelle."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorlage.kontaktdaten import ist_nummer
from kmut_cli.documents.vorlage.personennamen import finde_in_dateiname, finde_namen
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import UNTERSCHRIFT, VORLAGENANLAGE
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
    " und Nachnamen in beiden Reihenfolgen, mit Frau oder Herr vor dem Nachnamen, in E-Mail-Adressen und in den"
    " Dateinamen der Anlagen, auch im Genitiv und ohne Akzente geschrieben. Ein Vorname oder Nachname allein wird nicht"
    " erkannt. Nichtöffentliche Vorlagen (`oeffentlich: nein`) dürfen Namen nennen. Mit `status: final` ist das ein"
    " Fehler. Von `kmut.yaml` gilt die E-Mail-Adresse als persönlich, wenn ein Name darin steht, und die Telefonnummer,"
    " wenn `ansprechperson` eine einzige Person nennt und die Durchwahl nicht 0 ist; eine Nummer bleibt auch mit"
    " `status: final` eine Warnung.",
    Example(_VORLAGE + "Frau Beispiel hat den Fragebogen entworfen.\n", files=_ORDNER),
    Example(_VORLAGE + "Die Koordinierungsstelle hat den Fragebogen entworfen.\n", files=_ORDNER),
)
RULES = (PERSONAL,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every text of a public paper but the signature."""
    if not pruefling.dokument.ist_oeffentlich:
        return
    personal = {eine.name: eine for eine in pruefling.geladen.umfeld.personal()}
    for loc, text in pruefling.texte() if personal else ():
        if _ausgenommen(loc):
            continue
        ist_datei = loc[:1] + loc[-1:] == VORLAGENANLAGE
        for fund in (finde_in_dateiname if ist_datei else finde_namen)(text, personal):
            wort = kurz(text[fund.stelle : fund.stelle + fund.laenge])
            nummer = ist_nummer(fund.name)
            was = "gehört einer Person der" if nummer or fund.name.count("@") else "nennt Personal der"
            message = f"„{wort}“ {was} Koordinierungsstelle (laut {personal[fund.name].herkunft})."
            schwere = Severity.ERROR if pruefling.dokument.final and not nummer else None
            yield pruefling.geladen.source.finding(
                PERSONAL,
                loc,
                message,
                _hilfe(wort, nummer, ist_datei),
                severity=schwere,
                offset=fund.stelle,
                length=fund.laenge,
            )


def _hilfe(wort: str, nummer: bool, ist_datei: bool) -> str:
    if ist_datei:
        return "Benennen Sie die Datei um; ihr Name steht im Ratsinformationssystem."
    if "@" in wort:
        return "Nennen Sie die Sammeladresse der Koordinierungsstelle, oder lassen Sie die Adresse weg."
    if nummer:
        return "Nennen Sie die Nummer der Zentrale, oder lassen Sie die Nummer weg."
    return "Schreiben Sie „die Koordinierungsstelle“ oder „eine Mitarbeiterin“, „ein Mitarbeiter“."


def _ausgenommen(loc: Loc) -> bool:
    return loc[:1] == UNTERSCHRIFT

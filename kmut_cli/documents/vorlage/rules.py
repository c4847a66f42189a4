"""The code of what a public paper draws from elsewhere without its names."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_VORLAGE = (
    "dokument: sitzungsvorlage\nart: mitteilung\noeffentlich: ja\ndatum: 2026-05-01\ntermine: {aus: veranstaltungen}\n"
)
_MAPPE = b"kommune: {name: Landkreis Musterland}\nkoordinierungsstelle: {ansprechperson: Erika Beispiel}\n"


def _ordner(titel: str) -> dict[str, bytes]:
    eintrag = f"dokument: veranstaltungen\neintraege:\n  - {{datum: 2026-04-21, titel: {titel}}}\n"
    return {"kmut.yaml": _MAPPE, "veranstaltungen.yaml": eintrag.encode()}


ERSETZT = Rule(
    "KM467",
    "Ein übernommener Text nennt Personal der Koordinierungsstelle",
    Severity.INFO,
    "Was eine öffentliche Vorlage aus dem Ordner übernimmt, steht dort ohne die Namen derer, die in der"
    " Koordinierungsstelle arbeiten; an ihrer Stelle steht „N. N. (Koordinierungsstelle)“. Schöner liest es sich, wenn der"
    " Eintrag von vornherein ohne Namen auskommt. Partner und Notizen aus dem Verzeichnis der Termine kommen nie in"
    " eine Vorlage. Wer zum Personal gehört, steht in `kmut.yaml` (`ansprechperson`) und in den Tätigkeitsberichten"
    " des Ordners (`personelle_besetzung`).",
    Example(_VORLAGE, files=_ordner("Vortrag von Frau Beispiel")),
    Example(_VORLAGE, files=_ordner("Vortrag der Koordinierungsstelle")),
)
RULES = (ERSETZT,)

"""The codes of answers that are taken from another file of the folder."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_BERICHT = "berichtsjahr: 2024\naufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n"
_NAME = "veranstaltungen.yaml"


def _verzeichnis(eintrag: str) -> dict[str, bytes]:
    return {_NAME: f"dokument: veranstaltungen\neintraege:\n{eintrag}".encode()}


_GUT = _verzeichnis("  - datum: 14.09.2024\n    titel: Lesefest\n    art: veranstaltung\n")

FEHLT = Rule(
    "KM431",
    "Das Verzeichnis, aus dem eine Antwort kommt, fehlt",
    Severity.ERROR,
    "Mit `{aus: veranstaltungen}` übernimmt ein Bericht Maßnahmen, Zielgruppen und Netzwerke aus `veranstaltungen.yaml`."
    " Die Datei liegt neben `kmut.yaml`; ohne `kmut.yaml` neben dem Bericht oder im Ordner darüber. Fehlt sie oder ist"
    " sie nicht lesbar, bliebe die Antwort leer. `kmut log add` legt sie an.",
    Example(_BERICHT),
    Example(_BERICHT, files=_GUT),
)
FEHLERHAFT = Rule(
    "KM432",
    "Das Verzeichnis, aus dem eine Antwort kommt, hat Fehler",
    Severity.ERROR,
    "Ein fehlerhafter Eintrag in `veranstaltungen.yaml` kommt nicht in den Bericht. Damit dort nichts unbemerkt fehlt,"
    " wird der Bericht erst ausgegeben, wenn das Verzeichnis in Ordnung ist.",
    Example(_BERICHT, files=_verzeichnis("  - datum: im Herbst\n    titel: Lesefest\n")),
    Example(_BERICHT, files=_GUT),
)
NICHTS = Rule(
    "KM433",
    "Im Verzeichnis steht nichts, was zu dieser Antwort gehört",
    Severity.WARNING,
    "Übernommen werden die Einträge des Berichtsjahres: als Maßnahmen und Zielgruppen, was eine eigene"
    " Rolle oder die Art `veranstaltung` oder `projekt` hat, ohne Netzwerktreffen, Besprechungen und Gremien; als Netzwerke"
    " alles, wo `netzwerk` angegeben ist. Mit `arten: […]` wählen Sie andere Arten, und unter `weitere:` ergänzen"
    " Sie, was nicht im Verzeichnis steht.",
    Example(_BERICHT, files=_verzeichnis("  - datum: 14.09.2023\n    titel: Lesefest\n    art: veranstaltung\n")),
    Example(_BERICHT, files=_GUT),
)
UNKLAR = Rule(
    "KM436",
    "Einträge im Verzeichnis sagen zu wenig und bleiben aus dem Bericht draußen",
    Severity.WARNING,
    "Was eine eigene Maßnahme ist, zeigt `rolle` (veranstaltet, mitveranstaltet, beitrag) oder die Art `veranstaltung` oder"
    " `projekt`; ein Netzwerktreffen gehört zu dem Netzwerk, das unter `netzwerk` steht. Fehlt beides, übernimmt der"
    " Bericht den Eintrag nicht. Wo die Koordinierungsstelle nur teilgenommen hat, schreiben Sie `rolle: teilgenommen`.",
    Example(
        _BERICHT,
        files=_verzeichnis(
            "  - {datum: 14.09.2024, titel: Lesefest, art: projekt}\n  - {datum: 2.10.2024, titel: Jour fixe}\n"
        ),
    ),
    Example(_BERICHT, files=_GUT),
)
RULES = (FEHLT, FEHLERHAFT, NICHTS, UNKLAR)

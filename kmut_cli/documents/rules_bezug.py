"""The codes of answers that are taken from another file of the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule

if TYPE_CHECKING:
    from kmut_cli.documents.umfeld import Quelldatei
    from kmut_cli.source.reader import Source

_BERICHT = "berichtsjahr: 2024\naufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n"
_NAME = "veranstaltungen.yaml"


def _verzeichnis(eintrag: str) -> dict[str, bytes]:
    return {_NAME: f"dokument: veranstaltungen\neintraege:\n{eintrag}".encode()}


_GUT = _verzeichnis("  - datum: 14.09.2024\n    titel: Lesefest\n    art: veranstaltung\n")

FEHLT = Rule(
    "KM431",
    "Die Datei, aus der eine Antwort kommt, fehlt",
    Severity.ERROR,
    "Mit `{aus: veranstaltungen}` übernimmt ein Bericht Maßnahmen, Zielgruppen und Netzwerke aus `veranstaltungen.yaml`,"
    " mit `{aus: handlungskonzept}` und `{aus: bestandsaufnahme}` was dort schon steht. Die Datei liegt neben `kmut.yaml`; ohne `kmut.yaml` neben dem Bericht oder im Ordner darüber. Fehlt sie, ist sie"
    " nicht lesbar oder enthält sie eine andere Art von Dokument, bliebe die Antwort leer. `kmut log add` legt das"
    " Verzeichnis an, `kmut new` jedes andere Dokument.",
    Example(_BERICHT),
    Example(_BERICHT, files=_GUT),
)
FEHLERHAFT = Rule(
    "KM432",
    "Die Datei, aus der eine Antwort kommt, hat Fehler",
    Severity.ERROR,
    "Was in der anderen Datei fehlerhaft ist, etwa ein Eintrag in `veranstaltungen.yaml`, kommt nicht in das Dokument."
    " Damit dort nichts unbemerkt fehlt, wird es erst ausgegeben, wenn die andere Datei in Ordnung ist.",
    Example(_BERICHT, files=_verzeichnis("  - datum: im Herbst\n    titel: Lesefest\n")),
    Example(_BERICHT, files=_GUT),
)
NICHTS = Rule(
    "KM433",
    "In der anderen Datei steht nichts, was zu dieser Antwort gehört",
    Severity.WARNING,
    "Aus Handlungskonzept und Bestandsaufnahme wird übernommen, was dort zu derselben Frage steht. Aus dem Verzeichnis der"
    " Veranstaltungen sind es die Einträge des Berichtsjahres: als Maßnahmen und Zielgruppen, was eine eigene"
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
_ERSTELLT = "berichtsjahr: 2024\naufgaben:\n  handlungskonzept:\n    erstellt: {aus: handlungskonzept}\n"
_KONZEPT = {"handlungskonzept.yaml": b"dokument: handlungskonzept\nstatus: entwurf\nerstellt: 2019\n"}

ENTWURF = Rule(
    "KM437",
    "Eine endgültige Fassung übernimmt Antworten aus einem Entwurf",
    Severity.WARNING,
    "Ein Dokument mit `status: final` soll sich nicht mehr ändern. Was es mit `{aus: …}` aus einer anderen Datei"
    " übernimmt, ändert sich aber mit ihr, und dort steht noch `status: entwurf`. Genannt wird jede Datei einmal, bei der"
    " ersten Antwort, die aus ihr kommt.",
    Example("status: final\n" + _ERSTELLT, files=_KONZEPT),
    Example("status: entwurf\n" + _ERSTELLT, files=_KONZEPT),
)


def mit_fehlern(source: Source, ort: Loc, quelle: Quelldatei, wo: str = "hier", *, key: bool = False) -> Finding:
    """Tell of errors in the file that something is taken from.

    Args:
        source: The file that takes it.
        ort: Where it does.
        quelle: The other file.
        wo: What may be incomplete for it.
        key: Whether the key of the place is marked and not what stands there.
    """
    wieviel = "ist noch ein Fehler" if quelle.fehler == 1 else f"sind noch {quelle.fehler} Fehler"
    text = f"In „{quelle.name}“ {wieviel}; deshalb fehlt {wo} womöglich etwas."
    hilfe = f"Beheben Sie zuerst, was diese Zeile nennt: kmut validate {quelle.name}"
    return source.finding(FEHLERHAFT, ort, text, hilfe, key=key)


RULES = (FEHLT, FEHLERHAFT, NICHTS, UNKLAR, ENTWURF)

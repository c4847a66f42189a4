"""KM419: a question is answered that cannot apply to the body."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.zustand import Zustand, ist_leer
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_FRAGE = "aufgaben:\n  einbeziehung_der_gemeinden:\n    gemeinden_einbezogen: nein\n"

NICHT_NOETIG = Rule(
    "KM419",
    "Die Frage trifft auf die Kommune nicht zu und ist doch beantwortet",
    Severity.INFO,
    "Eine Stadt hat keine kreisangehörigen Gemeinden; die Fragen zu ihrer Einbeziehung bleiben dort leer und gelten"
    " nicht als offen. Eine Antwort wird trotzdem gedruckt. Ist die Kommune in Wahrheit ein Landkreis, dann stimmt"
    " der AGS oder die Angabe `typ` nicht.",
    Example('kommune:\n  name: Stadt Emden\n  ags: "03402"\n' + _FRAGE),
    Example('kommune:\n  name: Stadt Emden\n  ags: "03402"\n'),
)
RULES = (NICHT_NOETIG,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at the answers to questions that cannot apply; to say that they do not apply is no answer."""
    for stand in pruefling.stand:
        ausnahme = stand.frage.frage.ausnahme
        if stand.zustand is not Zustand.NICHT_ANWENDBAR or ausnahme is None:
            continue
        wert = wert_an(pruefling.dokument, stand.frage.pfad)
        if not ist_leer(wert) and not isinstance(wert, Entfaellt):
            text = f"Diese Frage zu {stand.frage.abschnittsnummer} braucht keine Antwort: {ausnahme.grund}"
            hilfe = "Löschen Sie die Antwort, oder prüfen Sie AGS und typ der Kommune."
            yield pruefling.finding(NICHT_NOETIG, stand.frage.pfad, text, hilfe, key=True)

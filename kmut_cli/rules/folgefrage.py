"""KM438: a question is answered that is only asked if another one is answered in a certain way."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.bedingung import ist_erfuellt
from kmut_cli.documents.frage import Bedingung
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.meldungen import aufzaehlung
from kmut_cli.documents.modell import Modell, Teile
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_VORLAGE = "dokument: sitzungsvorlage\nbeschlussvorschlag: Der Ausschuss stimmt dem Konzept zu.\n"

FOLGEFRAGE = Rule(
    "KM438",
    "Eine Folgefrage ist beantwortet, obwohl sie sich nicht stellt",
    Severity.WARNING,
    "Manche Fragen stellen sich nur, wenn eine andere auf bestimmte Weise beantwortet ist: „Welche?“ nur, wo „Weitere“"
    " angekreuzt ist, ein Beschlussvorschlag nur in einer Beschlussvorlage. Entweder fehlt dort das Kreuz, oder die"
    " Antwort hier ist überflüssig.",
    Example(_VORLAGE + "art: mitteilung\n"),
    Example(_VORLAGE + "art: beschluss\n"),
)
RULES = (FOLGEFRAGE,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare every answer that depends on another one with that one."""
    for frage in pruefling.gliederung.fragen:
        wert = wert_an(pruefling.dokument, frage.pfad)
        if frage.frage.wenn and not isinstance(wert, Entfaellt) and not ist_leer(wert):
            umgebung = wert_an(pruefling.dokument, frage.pfad[:-1])
            yield from _pruefe(pruefling, umgebung, frage.frage.wenn, frage.pfad)
    for loc, gruppe in pruefling.werte(Teile):
        for name, teil in teile(type(gruppe)).items():
            if teil.wenn and not ist_leer(getattr(gruppe, name)):
                yield from _pruefe(pruefling, gruppe, teil.wenn, (*loc, name))


def _pruefe(pruefling: Pruefling, umgebung: Modell, wenn: Bedingung, loc: Loc) -> Iterator[Finding]:
    if ist_erfuellt(umgebung, wenn) is False:
        wahl = aufzaehlung([f"„{eins}“" for eins in wenn.eine_von])
        text = f"„{loc[-1]}“ ist beantwortet, bei „{wenn.frage}“ ist aber nicht {wahl} gewählt."
        hilfe = f"Ergänzen Sie bei „{wenn.frage}“ die Auswahl, oder löschen Sie diese Antwort."
        yield pruefling.finding(FOLGEFRAGE, loc, text, hilfe, key=True)

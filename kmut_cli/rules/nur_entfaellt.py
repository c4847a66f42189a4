"""KM422: a text that only says that there is nothing to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.zustand import Zustand
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

OHNE_GRUND = Rule(
    "KM422",
    "Die Antwort sagt nur, dass die Frage entfällt",
    Severity.INFO,
    "Ein Strich oder „entfällt“ zählt als Antwort, erklärt aber nichts. Wer den Bericht prüft, fragt zurück. Mit"
    " `{entfaellt: …}` nennen Sie den Grund, und die Frage wird nicht mehr mitgezählt. In der endgültigen Fassung ist"
    " das eine Warnung.",
    Example("aufgaben:\n  kmn: entfällt\n"),
    Example("aufgaben:\n  kmn: {entfaellt: Der Regionalverbund ruhte im Berichtsjahr.}\n"),
)
RULES = (OHNE_GRUND,)

_NICHTS = re.compile(
    r"(?i)[\s.]*(entfällt|entfaellt|trifft nicht zu|nicht zutreffend|n\.? ?a|k\. ?a|-+|–|—|/|\./)[\s.]*"
)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at every answer that is one text."""
    schwere = Severity.WARNING if pruefling.dokument.final else None
    for stand in pruefling.stand:
        wert = wert_an(pruefling.dokument, stand.frage.pfad)
        if stand.zustand is Zustand.BEANTWORTET and isinstance(wert, str) and _NICHTS.fullmatch(wert):
            text = f"„{kurz(wert)}“ beantwortet die Frage nicht."
            hilfe = "Trifft die Frage nicht zu, schreiben Sie {entfaellt: Grund}."
            yield pruefling.finding(OHNE_GRUND, stand.frage.pfad, text, hilfe, severity=schwere)

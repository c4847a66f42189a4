"""KM413: an answer that Markdown would print otherwise than it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

VERAENDERT = Rule(
    "KM413",
    "Markdown versteht die Zeile anders, als sie gemeint ist",
    Severity.WARNING,
    "Antworten sind in Markdown geschrieben: `- ` und `1. ` beginnen Listen. Deshalb macht eine Zeile, die mit `30."
    " Juni` beginnt, eine Liste mit dem Punkt „Juni“ auf; vier Leerzeichen am Anfang ergeben Programmcode, `> 50 %`"
    " wird ein Zitat, und eine Zeile aus Strichen macht den Absatz darüber zur Überschrift. Beginnen Sie die Zeile"
    " mit einem Wort (`Am 30. Juni`), oder setzen Sie einen Rückstrich davor: `30\\. Juni`, `\\> 50 %`.",
    Example("aufgaben:\n  kmn: |\n    30. Juni: Treffen in Verden\n"),
    Example("aufgaben:\n  kmn: |\n    Am 30. Juni: Treffen in Verden\n"),
)
RULES = (VERAENDERT,)

# Without one of these at the start of a line the parser need not even be imported.
VERDACHT = re.compile(
    r"^(?:[ \t]*(?:[-*+>] +)*\d{1,9}\.(?:[ \t]|$)| {4}|.*\t|.* {5}|.*[>+][ \t]*\d|[ \t>]*(?:-+|=+)[ \t]*$)",
    re.MULTILINE,
)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every text of the file that could be meant otherwise than Markdown reads it."""
    for loc, text in pruefling.markdowntexte():
        if VERDACHT.search(text):
            yield from _pruefe(pruefling, loc, text)


def _pruefe(pruefling: Pruefling, loc: Loc, text: str) -> Iterator[Finding]:
    from kmut_cli.rules.hilfen.markdown_fallen import fallen

    for falle in fallen(text):
        yield pruefling.geladen.source.finding(
            VERAENDERT, loc, falle.message, falle.help, offset=falle.stelle, length=falle.laenge
        )

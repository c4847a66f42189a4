"""KM423: a list or table below a text that is no block; its lines run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

OHNE_BLOCK = Rule(
    "KM423",
    "Die Zeilen einer Liste oder Tabelle laufen zusammen",
    Severity.WARNING,
    "Ein Text, der in der Zeile des Schlüssels beginnt, ist ein einziger Absatz, auch wenn er über mehrere Zeilen geht:"
    " YAML macht aus jedem Zeilenwechsel ein Leerzeichen. Mit `|` hinter dem Doppelpunkt bleiben die Zeilen, wie sie"
    " sind.",
    Example("aufgaben:\n  kmn: Besprochen wurden\n    - die Zahlen\n    - die Termine\n"),
    Example("aufgaben:\n  kmn: |\n    Besprochen wurden\n\n    - die Zahlen\n    - die Termine\n"),
)
RULES = (OHNE_BLOCK,)

# What a line break became, with the sign behind it; the sign decides whether the source is looked at.
_VERDACHT = re.compile(r" (?:[-*+|]|\d{1,2}\.) ")
_ZEILENANFANG = re.compile(r"\s*(?:[-*+|]|\d{1,2}\.)\s")


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at unquoted texts of several lines."""
    quelle = pruefling.geladen.source
    zeilen: list[str] = []
    for loc, text in pruefling.markdowntexte():
        if not _VERDACHT.search(text) or not quelle.is_plain(loc):
            continue
        zeilen = zeilen or quelle.text.splitlines()
        finding = pruefling.finding(
            OHNE_BLOCK,
            loc,
            "Die Zeilen unter diesem Text laufen in der Ausgabe zu einem Absatz zusammen.",
            "Schreiben Sie „|“ hinter den Doppelpunkt und den Text in die nächste Zeile, eingerückt.",
        )
        # The text begins on its line and goes on below; the next line is its own if it holds what comes next in it.
        folge = zeilen[finding.line] if 0 < finding.line < len(zeilen) else ""
        if _ZEILENANFANG.match(folge) and folge.strip() in text:
            yield finding

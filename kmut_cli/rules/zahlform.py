"""KM414: a text that other programs would take for a number, and change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import AGS
from kmut_cli.rules.pruefling import Pruefling

ZAHLFORM = Rule(
    "KM414",
    "Ohne Anführungszeichen wird daraus eine andere Zahl",
    Severity.WARNING,
    "kmut behält jeden Text, wie er dasteht. Andere Programme, die YAML lesen, und Tabellenprogramme machen aus"
    " `75.000` die Zahl 75, aus `03357` die Zahl 3357 und aus `12:30` die Zahl 750. In Anführungszeichen bleibt der"
    " Text überall, was er ist. Beim AGS ist das ein Hinweis, sonst eine Warnung.",
    Example("aufgaben:\n  bestandsaufnahme:\n    weitere_daten: 75.000\n"),
    Example('aufgaben:\n  bestandsaufnahme:\n    weitere_daten: "75.000"\n'),
)
RULES = (ZAHLFORM,)

# What the number types of YAML 1.1 or 1.2 take for a number and do not write again as it was.
_VERLIERT_FORM = re.compile(
    r"[-+]?0[0-9]+(?:\.[0-9]*)?"  # leading zeros
    r"|[-+]?[0-9]+\.[0-9]*0"  # zeros at the end: 75.000, 3.10
    r"|[-+]?[0-9]+(?:_[0-9]+)+"
    r"|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+"
    r"|0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+"
    r"|\+[0-9]+"
    r"|[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?"  # base 60 in YAML 1.1
)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every value that is text for the outline."""
    for loc, text in pruefling.werte(str):
        if len(text) <= 40 and _VERLIERT_FORM.fullmatch(text) and pruefling.geladen.source.is_plain(loc):
            yield _finding(pruefling, loc, text)


def _finding(pruefling: Pruefling, loc: Loc, text: str) -> Finding:
    ist_ags = loc == AGS
    name = f"Der AGS {text}" if ist_ags else f"„{kurz(text)}“"
    meldung = f"{name} steht ohne Anführungszeichen; andere Programme lesen das als Zahl und ändern es."
    hilfe = f'Schreiben Sie: {loc[-1]}: "{text}"' if isinstance(loc[-1], str) else f'Schreiben Sie: "{text}"'
    return pruefling.finding(ZAHLFORM, loc, meldung, hilfe, severity=Severity.INFO if ist_ags else None)

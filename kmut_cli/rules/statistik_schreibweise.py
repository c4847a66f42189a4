"""KM477: what an indicator names as its statistic is written so that no file of figures can ever match it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import INDIKATOREN, monitoring
from kmut_cli.rules.pruefling import Pruefling

_SATZ = 'dokument: monitoring\nindikatoren:\n  - nummer: "1"\n    name: Beschäftigte\n    statistik: ["{}"]\n'

SCHREIBWEISE = Rule(
    "KM477",
    "Die Angabe „statistik“ passt zu keiner Datei",
    Severity.WARNING,
    "Unter `statistik` steht, was `kmut monitoring import` zu dieser Kennzahl einliest: die Nummer der Statistik und"
    " nach einem Doppelpunkt der Code der Größe (`13111:ERW032`) oder `IM` und die Nummer der Tabelle des"
    " Integrationsmonitorings (`IM 1.1.1`). Soll nur ein Teil hinein, steht dahinter Merkmal und Ausprägung, mit `=`"
    " und ohne Leerzeichen darum: `13111:ERW032 NAT=NATA`.",
    Example(_SATZ.format("13111 ERW032 NAT =")),
    Example(_SATZ.format("13111:ERW032 NAT=NATA")),
)
RULES = (SCHREIBWEISE,)
_TABELLE = r"IM [0-9]{1,2}(?:\.[0-9]{1,2}){1,3}"
_GROESSE = r"[0-9]{5}:[^\s:=]+"
# A category may hold blanks; the name of a characteristic, which ends before the sign, may not.
_FORM = re.compile(rf"(?i)(?:{_TABELLE}|{_GROESSE})(?: [^\s=]+=[^\s=](?:[^=]*[^\s=])?)*")
_HILFE = 'Schreiben Sie z. B. "12411:BEVSTD", "IM 1.1.1" oder für einen Teil "13111:ERW032 NAT=NATA".'


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at each entry of the own indicators."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    for ort, eins in pruefling.punkte(INDIKATOREN, dokument.indikatoren or []):
        for loc, angabe in pruefling.punkte((*ort, "statistik"), eins.statistik or []):
            if not _FORM.fullmatch(" ".join(angabe.split())):
                text = f"„{kurz(angabe)}“ ist nicht so geschrieben, dass eine Datei dazu passen kann."
                yield pruefling.finding(SCHREIBWEISE, loc, text, _HILFE)

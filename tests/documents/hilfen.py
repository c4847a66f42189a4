"""What every finding owes the reader, whatever is wrong with a file."""

from __future__ import annotations

import re

from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.findings.finding import Finding
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

ENGLISCH = re.compile(
    r"\b(input|should|valid|extra|inputs|permitted|field|required|value|error|type|instance|dictionary|list|none|true)\b",
    re.IGNORECASE,
)


def alles(text: str) -> tuple[Geladen, list[Finding]]:
    """Validate and check, as the commands do."""
    geladen = lade(read_source("x.yaml", text.encode()))
    findings = list(geladen.findings)
    if geladen.dokument is not None:
        pruefling = Pruefling(geladen, geladen.dokument)
        findings += examine(pruefling)
        assert len(pruefling.stand) == len(pruefling.gliederung.fragen)
    return geladen, findings


def pruefe(text: str, findings: list[Finding]) -> None:
    """Check place and wording of findings in a text whose lines end with a line feed."""
    zeilen = text.split("\n")
    for finding in findings:
        assert 1 <= finding.line <= len(zeilen), finding
        assert finding.source_line == zeilen[finding.line - 1]
        assert 1 <= finding.column < finding.end_column <= len(finding.source_line) + 2, finding
        for satz in (finding.message, finding.help):
            ohne_zitate = re.sub(r"„[^“]*“|\{[^}]*\}", "", satz)
            assert ENGLISCH.findall(ohne_zitate) == [], satz
            assert "“ passt hier nicht" not in satz
            assert "['" not in satz
            assert "{'" not in satz
        assert finding.message[0].isupper() or finding.message[0] in "„", finding.message

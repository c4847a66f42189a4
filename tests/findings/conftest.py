from __future__ import annotations

import pytest

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.report import Report
from kmut_cli.findings.rule import Example, Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule(
            code="KM201",
            title="Unbekannter Schlüssel",
            severity=Severity.ERROR,
            explanation="Ein Schlüssel, den die Gliederung nicht kennt, ginge **still verloren**.\n\nPrüfen Sie ihn.",
            wrong=Example("themn: x"),
            right=Example("themen: x"),
        ),
        Rule(
            code="KM401",
            title="Datum: widersprüchlich, „später“",
            severity=Severity.WARNING,
            explanation="Was fortgeschrieben wird, muss es vorher geben.",
            wrong=Example("a: 1"),
            right=Example("a: 2"),
        ),
    )
}


@pytest.fixture
def report() -> Report:
    """A report with every kind of finding: with and without place, all weights, wide, long and harmful text."""
    place = {"path": "2025/tätigkeits bericht.yaml"}
    findings = (
        Finding(
            code="KM401",
            severity=Severity.WARNING,
            message="„fortgeschrieben“ (2022) liegt vor „zuletzt_vorgenommen“ (2023-05).",
            line=21,
            column=22,
            end_column=26,
            location="aufgaben.bestandsaufnahme.fortgeschrieben",
            source_line="    fortgeschrieben: 2022",
            **place,
        ),
        Finding(
            code="KM201",
            severity=Severity.ERROR,
            message="Den Schlüssel „themn“ gibt es hier nicht. Meinten Sie „themen“?",
            help="Schreiben Sie themen: {bevoelkerung: ja}; siehe [Hilfe](0) und {0}, 100 %.",
            line=9,
            column=5,
            end_column=10,
            location="aufgaben.bestandsaufnahme.themn",
            source_line="    themn: {bevoelkerung: ja}",
            **place,
        ),
        Finding(
            code="KM203",
            severity=Severity.ERROR,
            message="Hier steht „日本🙂“ statt ja oder nein.",
            line=104,
            column=16,
            end_column=19,
            location="themen[0].soziales",
            source_line="  e\u0301 日本 👩\u200d🚒: x 日本🙂 # \tRest",
            **place,
        ),
        Finding(
            code="KM110",
            severity=Severity.INFO,
            message="Diese Zeile ist sehr lang.\nSie geht\r\nweiter.",
            help="Brechen Sie\x1b[31m sie um.",
            line=3,
            column=301,
            end_column=306,
            source_line="a" * 300 + "HIER!" + "b" * 300,
            path="./böse\x1b[2J\udcff,:%.yaml",
        ),
        Finding(
            code="KM104",
            severity=Severity.ERROR,
            message="In diesem Ordner liegt kein Dokument.",
            help="Legen Sie mit „kmut new“ eines an.",
            path="leer",
        ),
        Finding(code="KM101", severity=Severity.ERROR, message="Die Eingabe ist leer.", path="-"),
    )
    return Report(
        findings=findings,
        paths=("kmut.yaml", "2025/tätigkeits bericht.yaml", "./böse\x1b[2J\udcff,:%.yaml", "-"),
        rules=lambda: RULES,
        extra={"documents": [{"path": "kmut.yaml", "answered": 3}]},
        tool_version="0.1.0",
    )


@pytest.fixture
def clean() -> Report:
    """A report without findings."""
    return Report(findings=(), paths=("a.yaml", "b.yaml"), tool_version="0.1.0")

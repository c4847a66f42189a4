"""Findings as SARIF 2.1.0 (OASIS standard with errata 01), as code scanning services and editors read it."""

from __future__ import annotations

import re

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.fingerprint import fingerprints
from kmut_cli.findings.json_text import json_text
from kmut_cli.findings.paths import uri
from kmut_cli.findings.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def format_sarif(report: Report) -> str:
    """Write a report as a SARIF log with one run.

    The rules in it are those that spoke, with title and explanation.
    """
    codes = sorted({finding.code for finding in report.findings})
    index = {code: number for number, code in enumerate(codes)}
    marks = fingerprints(report.findings)
    driver = {
        "name": "kmut",
        "version": report.tool_version,
        "rules": [_rule(report, code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "de",
        # Columns count code points; SARIF would take UTF-16 units for granted, which differ after an emoji.
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, index[finding.code], mark) for finding, mark in zip(report.findings, marks, strict=True)
        ],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(report: Report, code: str) -> dict[str, object]:
    rule = report.rule(code)
    if rule is None:
        return {"id": code}
    more = f"`kmut explain {code}`"
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation, "markdown": rule.explanation},
        "help": {
            "text": f"{rule.explanation}\n\nBeispiele zeigt {more}.",
            "markdown": f"{rule.explanation}\n\nBeispiele zeigt {more}.",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, rule_index: int, fingerprint: str) -> dict[str, object]:
    address = uri(finding.path)
    artifact = {"uri": address}
    if not address.startswith("file:"):
        artifact["uriBaseId"] = "%SRCROOT%"
    physical: dict[str, object] = {"artifactLocation": artifact}
    if finding.line:
        physical["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endColumn": finding.end_column,
        }
    location: dict[str, object] = {"physicalLocation": physical}
    if finding.location:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.location}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [location],
        "partialFingerprints": {"kmutFinding/v1": fingerprint},
    }


def _message(finding: Finding) -> str:
    """Message and help as plain text in which no part is taken for a placeholder or a link (3.11.5, 3.11.6).

    Of braces only those around a number are doubled. The standard asks it for all, but services that are given no
    arguments show the text as it stands, and the user would be told to write ``{{entfaellt: …}}``.
    """
    text = f"{finding.message} {finding.help}".strip()
    return _LINK.sub(r"\\[", _PLACEHOLDER.sub(r"{{\1}}", text)) or finding.code

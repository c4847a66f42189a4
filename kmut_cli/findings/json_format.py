"""Findings as JSON for programs of one's own: keys in English, messages in German."""

from __future__ import annotations

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.json_text import json_text
from kmut_cli.findings.report import Report


def format_json(report: Report) -> str:
    """Write a report as one JSON object.

    Returns:
        ``version`` of kmut, ``summary`` (``errors``, ``warnings``, ``infos``, ``files``: the number of files examined),
        ``findings``, then the keys of ``report.extra``, which never replace these.
    """
    own: dict[str, object] = {
        "version": report.tool_version,
        "summary": {
            "errors": report.errors,
            "warnings": report.warnings,
            "infos": report.infos,
            "files": len(set(report.paths)),
        },
        "findings": [finding_object(finding) for finding in report.findings],
    }
    return json_text(own | {key: value for key, value in report.extra.items() if key not in own})


def finding_object(finding: Finding) -> dict[str, object]:
    """One finding as a JSON object; ``line`` and ``column`` are 0 if it concerns the whole file."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "location": finding.location,
        "message": finding.message,
        "help": finding.help,
    }

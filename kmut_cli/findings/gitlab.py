"""Findings as a GitLab Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

from kmut_cli.findings.display import one_line
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.fingerprint import fingerprints
from kmut_cli.findings.json_text import json_text
from kmut_cli.findings.paths import posix_path
from kmut_cli.findings.report import Report

# GitLab knows info, minor, major, critical and blocker.
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def format_gitlab(report: Report) -> str:
    """Write a report as a JSON array of issues; a finding for a whole file is shown at its first line."""
    marks = fingerprints(report.findings)
    return json_text([_issue(finding, mark) for finding, mark in zip(report.findings, marks, strict=True)])


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": one_line(f"{finding.message} {finding.help}".strip()),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": posix_path(finding.path), "lines": {"begin": max(1, finding.line)}},
    }

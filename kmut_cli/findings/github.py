"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from kmut_cli.findings.display import one_line, visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.paths import STDIN, posix_path
from kmut_cli.findings.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def format_github(report: Report) -> str:
    """Write one line per finding, ``::error file=…,line=…,col=…,endColumn=…,title=…::…``; empty without findings."""
    return "".join(_command(report, finding) + "\n" for finding in report.findings)


def _command(report: Report, finding: Finding) -> str:
    rule = report.rule(finding.code)
    properties: dict[str, object] = {}
    if finding.path != STDIN:
        properties["file"] = visible(posix_path(finding.path))
    if finding.line:
        properties |= {"line": finding.line, "col": finding.column, "endColumn": finding.end_column}
    properties["title"] = one_line(f"{finding.code} {rule.title}" if rule else finding.code)
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = one_line(finding.message) + (f"\nHilfe: {one_line(finding.help)}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

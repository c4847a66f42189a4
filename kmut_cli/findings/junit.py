"""Findings as JUnit XML, which nearly every CI shows as test results."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kmut_cli.findings.display import one_line, visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.report import Report
from kmut_cli.findings.text import WORDS, head_line

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def format_junit(report: Report) -> str:
    """Write a report as one test suite with one test case per file.

    Each error is a ``failure``. All findings of a file, warnings and remarks too, stand in its ``system-out``:
    many services show only the first failure of a case.
    """
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.path].append(finding)
    errors = {finding.path for finding in report.findings if finding.severity is Severity.ERROR}
    counts = f'name="kmut" tests="{len(report.all_paths)}" failures="{len(errors)}" errors="0"'
    cases = [_case(path, by_path.get(path, [])) for path in report.all_paths]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites {counts}>",
            f'  <testsuite {counts} skipped="0">',
            *cases,
            "  </testsuite>",
            "</testsuites>\n",
        ]
    )


def _case(path: str, findings: Sequence[Finding]) -> str:
    start = f'    <testcase classname="kmut" name="{_xml(path)}"'
    if not findings:
        return f"{start}/>"
    failures = [_failure(finding) for finding in findings if finding.severity is Severity.ERROR]
    lines = "\n".join(f"{head_line(finding)} [{WORDS[finding.severity][0]}]" for finding in findings)
    output = f"      <system-out>{lines.translate(_ESCAPES)}</system-out>"
    return "\n".join([f"{start}>", *failures, output, "    </testcase>"])


def _failure(finding: Finding) -> str:
    body = head_line(finding) + (f"\nHilfe: {one_line(finding.help)}" if finding.help else "")
    attributes = f'type="{_xml(finding.code)}" message="{_xml(one_line(finding.message))}"'
    return f"      <failure {attributes}>{body.translate(_ESCAPES)}</failure>"


def _xml(text: str) -> str:
    """Text as it may stand in an attribute; what XML 1.0 forbids is among what ``visible`` replaces."""
    return visible(text).translate(_ESCAPES)

"""Findings as text for people: place, code and message, the source line with carets, one line of help."""

from __future__ import annotations

from kmut_cli.findings.display import one_line, paint, visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.frame import excerpt
from kmut_cli.findings.report import Report

WORDS = {
    Severity.ERROR: ("Fehler", "Fehler"),
    Severity.WARNING: ("Warnung", "Warnungen"),
    Severity.INFO: ("Hinweis", "Hinweise"),
}
"""The word for each severity: one, several."""

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BOLD, _FAINT, _GREEN = "1", "2", "32"


def format_text(report: Report, *, color: bool = False, width: int = 100) -> str:
    """Show a report to a person.

    Args:
        report: What was found.
        color: Mark weight and place with ANSI colours; only for a terminal.
        width: Terminal columns that a source line may take before it is cut around the place.

    Returns:
        The findings, each followed by an empty line, and the summary; ends with a line break.
    """
    findings = "".join(format_finding(finding, color=color, width=width) + "\n" for finding in report.findings)
    return findings + paint(summary(report), _BOLD, color) + "\n"


def format_finding(finding: Finding, *, color: bool = False, width: int = 100) -> str:
    """Show one finding: its line, the code frame if it has a place, the help if there is any."""
    tone = _COLORS[finding.severity]
    word = WORDS[finding.severity][0]
    where, code = paint(place(finding), _BOLD, color), paint(visible(finding.code), tone, color)
    lines = [f"{where} {code} {one_line(finding.message)}"]
    if finding.line:
        lines += _frame(finding, word, tone, color, width)
    else:
        lines.append(f"  ({paint(word, tone, color)})")
    if finding.help:
        lines.append(f"  {paint('Hilfe:', _GREEN, color)} {one_line(finding.help)}")
    return "\n".join(lines) + "\n"


def head_line(finding: Finding) -> str:
    """The line that names place, code and message: ``datei:zeile:spalte CODE Meldung``."""
    return f"{place(finding)} {visible(finding.code)} {one_line(finding.message)}"


def place(finding: Finding) -> str:
    """Where a finding is: ``datei:zeile:spalte``, or only the file if it concerns the whole of it."""
    path = visible(finding.path)
    return f"{path}:{finding.line}:{finding.column}" if finding.line else path


def summary(report: Report) -> str:
    """One line that counts: ``3 Fehler, 1 Warnung in 2 Dateien`` or that all is in order."""
    if not report.findings:
        if not report.paths:
            return "Keine Dateien geprüft."
        return f"In Ordnung: {_files(len(report.all_paths))} geprüft, keine Befunde."
    counts = [f"{number} {WORDS[severity][number != 1]}" for severity in Severity if (number := report.count(severity))]
    if not report.errors:
        counts.insert(0, "Keine Fehler")
    affected, total = len({finding.path for finding in report.findings}), len(report.all_paths)
    files = _files(total) if affected == total else f"{affected} von {_files(total)}"
    return f"{', '.join(counts)} in {files}"


def _files(number: int) -> str:
    return f"{number} {'Datei' if number == 1 else 'Dateien'}"


def _frame(finding: Finding, word: str, tone: str, color: bool, width: int) -> list[str]:
    shown = excerpt(finding.source_line, finding.column, finding.end_column, width)
    number = str(finding.line)
    carets = " " * shown.start + paint("^" * shown.length + " " + word, tone, color)
    return [
        f"  {paint(number + ' |', _FAINT, color)} {shown.text}".rstrip(),
        f"  {paint(' ' * len(number) + ' |', _FAINT, color)} {carets}",
    ]

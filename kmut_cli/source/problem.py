"""What reading objects to, before it has a file name and line numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.rule import Rule
from kmut_cli.source.lines import Lines


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem at offsets of the decoded text.

    Attributes:
        rule: Its code and weight.
        message: What is wrong, German.
        help: What to write instead, German.
        start: Offset of the first character concerned; -1 for the file as a whole.
        end: Offset behind the last one.
        location: Dotted path of the key, empty if unknown.
    """

    rule: Rule
    message: str
    help: str = ""
    start: int = -1
    end: int = -1
    location: str = ""

    def finding(self, path: str, lines: Lines) -> Finding:
        """The problem as a finding in the file that the user named ``path``."""
        if self.start < 0:
            return replace(self.rule.finding(path, self.message, self.help), location=self.location)
        place = lines.place(self.start, self.end)
        return Finding(
            code=self.rule.code,
            severity=self.rule.severity,
            path=path,
            message=self.message,
            help=self.help,
            line=place.line,
            column=place.column,
            end_column=place.end_column,
            location=self.location,
            source_line=place.text,
        )

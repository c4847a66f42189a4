"""What a code stands for: its name, weight and explanation, written beside the code that finds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kmut_cli.findings.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A small file that shows a rule; the tests run each one.

    Attributes:
        text: Content of the file. If it declares no ``dokument:``, a plain report head is put before it.
            Bytes show what is wrong below the level of text.
        files: Further files beside it, by relative path.
        command: The command line under which the rule speaks, with ``{datei}`` for the file and ``{ordner}`` for its
            folder.
        repeat: How many times the text stands in the file, for what is wrong by its size alone.
    """

    text: str | bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    command: str = "check {datei}"
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A code with all that is told about it; ``kmut explain`` and the handbook print the same text.

    Attributes:
        code: ``KM`` and three digits; the first digit is the group (1 reading, 2 types,
            3 completeness, 4 sense, 5 rendering).
        title: What is wrong, in a few German words.
        severity: Usual weight; a finding may carry another where the rule says so.
        explanation: Why it matters and what to do: German Markdown, a few sentences.
        wrong: An example that brings the finding.
        right: The same, mended: brings it no more.
    """

    code: str
    title: str
    severity: Severity
    explanation: str
    wrong: Example
    right: Example

    def finding(self, path: str, message: str, help: str = "") -> Finding:
        """Make a finding on a file as a whole.

        Args:
            path: The file as the user named it.
            message: What is wrong, German.
            help: What to write instead, German.
        """
        return Finding(self.code, self.severity, path, message, help)

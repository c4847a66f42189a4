"""A report: all that one run of a command found, as every output format takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Rule


@dataclass(frozen=True)
class Report:
    """The findings of one run and what is needed to show them.

    Attributes:
        findings: All findings, in any order; the report sorts them by file and place.
        paths: The files that were examined, as the user named them, in the order of the examination.
        rules: Code → rule, for titles and explanations. A callable is asked only by formats that show them,
            so that a run with plain text need not import every rule.
        extra: Further keys of the JSON output, such as ``documents`` of ``kmut check``.
        tool_version: Version of kmut.
    """

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]
    tool_version: str
    rules: Mapping[str, Rule] | Callable[[], Mapping[str, Rule]] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put the findings in the order in which they are shown."""
        object.__setattr__(self, "findings", tuple(sorted(self.findings, key=lambda finding: finding.sort_key)))

    @cached_property
    def _counts(self) -> Counter[Severity]:
        return Counter(finding.severity for finding in self.findings)

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        return self.rules() if callable(self.rules) else self.rules

    def count(self, severity: Severity) -> int:
        """Number of findings of one severity."""
        return self._counts[severity]

    @property
    def errors(self) -> int:
        """Number of errors."""
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """Number of warnings."""
        return self.count(Severity.WARNING)

    @property
    def infos(self) -> int:
        """Number of remarks."""
        return self.count(Severity.INFO)

    @cached_property
    def all_paths(self) -> tuple[str, ...]:
        """Every path once: those examined, then those that only findings name (a missing file, an empty folder)."""
        return tuple(dict.fromkeys([*self.paths, *(finding.path for finding in self.findings)]))

    def rule(self, code: str) -> Rule | None:
        """The rule behind a code, or nothing if the report was given none."""
        return self._rules.get(code)

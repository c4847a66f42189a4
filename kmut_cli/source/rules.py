"""All rules of reading: what can be wrong with a file before anything is known of reports."""

from __future__ import annotations

from kmut_cli.findings.rule import Rule
from kmut_cli.source import rules_file, rules_structure, rules_syntax

RULES: tuple[Rule, ...] = (*rules_file.RULES, *rules_syntax.RULES, *rules_structure.RULES)
"""In the order of their codes."""

"""The place of an error with all that is known around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kmut_cli.findings.rule import Rule
from kmut_cli.source.keys import ODD_SPACES
from kmut_cli.source.lines import Lines
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_syntax import SPACE_AFTER_COLON
from kmut_cli.source.syntax_texts import TEXTS

_GLUED_KEY = re.compile(r"^\s*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s:/\\])")
_GLUED_NBSP = re.compile(rf"^\s*(?:- +)*([A-Za-z_][\w-]*):(?={ODD_SPACES.pattern})")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where libyaml stopped.

    Attributes:
        text: The whole text.
        lines: Its lines.
        problem: What libyaml says (English).
        context: What it was busy with (English).
        at: Offset of the problem.
        context_at: Offset where the context began; ``at`` if it names none.
        last: Start, end and style of the last scalar before, if any.
    """

    text: str
    lines: Lines
    problem: str
    context: str
    at: int
    context_at: int
    last: tuple[int, int, str] | None

    @property
    def line(self) -> int:
        """Line of the problem, from 1."""
        return self.lines.number(self.at)


def glued_key(text: str, lines: Lines, first: int, last: int) -> Problem | None:
    """Find a key without a space after its colon in the lines ``first`` to ``last`` (from 1)."""
    # A long text before the error is none of our business: the culprit is at one of its ends.
    numbers = range(first, last + 1) if last - first < 20 else (*range(first, first + 10), *range(last - 9, last + 1))
    for number in numbers:
        line = lines.line_text(number)
        match = _GLUED_KEY.search(line) or _GLUED_NBSP.search(line)
        if match:
            start = lines.start(number)
            return problem_of(SPACE_AFTER_COLON, start + match.start(1), start + match.end(), match.group(1))
    return None


def problem_of(rule: Rule, start: int, end: int, name: str = "") -> Problem:
    """Make the problem of a rule from its text; ``name`` is the word or character that the text names."""
    message, help_ = TEXTS[rule.code]
    return Problem(rule, message.format(name=name), help_.format(name=name), start, end)

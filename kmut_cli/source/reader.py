"""The face of this package: bytes of a file in, plain data and findings with places out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kmut_cli.findings.finding import Finding, Loc, Severity, dotted
from kmut_cli.findings.rule import Rule
from kmut_cli.source.decode import decode
from kmut_cli.source.lines import Lines
from kmut_cli.source.problem import Problem
from kmut_cli.source.quick import read_plain

if TYPE_CHECKING:
    from kmut_cli.source.positions import Node


@dataclass(frozen=True)
class Source:
    """A file that was read.

    Attributes:
        path: As the user named it.
        content: Its bytes, untouched.
        text: The decoded text without a byte order mark; unreadable characters are U+FFFD.
        data: Mappings as dict, sequences as list, every scalar as the str that was typed; only an
            unquoted empty value, ``~`` or ``null`` is None. None if nothing could be built; may be
            given although ``findings`` hold errors, so that further checks can go on (of a key that
            stands twice the first value counts). Aliases share objects: do not change it.
        findings: What is wrong with the notation, in the order of the file.
    """

    path: str
    content: bytes = field(repr=False)
    text: str = field(repr=False)
    data: Any = field(repr=False)
    findings: tuple[Finding, ...]

    def finding(
        self,
        rule: Rule,
        loc: Loc,
        message: str,
        help: str = "",
        *,
        severity: Severity | None = None,
        key: bool = False,
        offset: int | None = None,
        length: int = 1,
    ) -> Finding:
        """Build a finding at the place of a value.

        Args:
            rule: Its code and usual severity.
            loc: Keys and list indices (from 0) from the root. What does not exist is looked up as far as
                it does; the mark is then on the key of the deepest value that exists (for the root, its first key).
            message: What is wrong, German.
            help: What to write instead, German.
            severity: Another weight than the rule's.
            key: Mark the key and not the value. Empty values and block collections below a key are
                marked at their key anyway, block texts at their ``|``.
            offset: Code point (from 0) within the text of the value, to mark a place inside it; used
                if the value is text and holds no escapes, else the value is marked as a whole.
            length: Code points to mark from ``offset`` on.
        """
        from kmut_cli.source.locate import Spot, locate  # A file without findings needs no places.

        value = self._value(loc) if offset is not None else None
        spot = Spot(loc, key, value if isinstance(value, str) else None, offset or 0, length)
        problem = Problem(rule, message, help, *locate(self._positions, self.text, spot), dotted(loc))
        finding = problem.finding(self.path, self._lines)
        return finding if severity is None else replace(finding, severity=severity)

    def is_plain(self, loc: Loc) -> bool:
        """Whether a text stands at ``loc`` that was written without quotes and not as a block."""
        node = self._positions
        for part in loc:
            node = node.target if node is not None and node.target is not None else node
            node = node.children.get(part) if node is not None else None
        node = node.target if node is not None and node.target is not None else node
        return node is not None and node.style == ""

    def as_written(self, loc: Loc) -> Any:
        """Give the plain data at a place; texts that stand there without quotes as ``Plain``, so that they stay so.

        Returns:
            A copy; None if nothing is there.
        """
        from kmut_cli.source.emit import Plain

        def noted(value: Any, at: Loc) -> Any:
            if isinstance(value, dict):
                return {name: noted(part, (*at, name)) for name, part in value.items()}
            if isinstance(value, list):
                return [noted(part, (*at, index)) for index, part in enumerate(value)]
            return Plain(value) if isinstance(value, str) and self.is_plain(at) else value

        return noted(self._value(loc), loc)

    def _value(self, loc: Loc) -> Any:
        value = self.data
        for part in loc:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def _positions(self) -> Node | None:
        from kmut_cli.source.positions import build_positions

        return build_positions(self.text)


def read_source(path: str, content: bytes) -> Source:
    """Read the bytes of a file; whatever they are, what is wrong is a finding and nothing is raised.

    Args:
        path: The file as the user named it, for the findings.
        content: Its bytes.
    """
    decoded = decode(content)
    lines = Lines(decoded.text)
    data: Any = None
    problems = list(decoded.problems)
    if decoded.parseable:
        data = read_plain(decoded.text)
        if data is None:
            from kmut_cli.source.parse import parse  # libyaml, which a plain file does without

            data, found = parse(decoded.text, lines)
            problems += found
    problems.sort(key=lambda problem: problem.start)
    findings = tuple(problem.finding(path, lines) for problem in problems)
    return Source(path, content, decoded.text, data, findings)

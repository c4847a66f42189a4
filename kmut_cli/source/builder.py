"""From events to plain data, without recursion, refusing what would lose or surprise."""

from __future__ import annotations

from typing import Any

from kmut_cli.findings import limits
from kmut_cli.findings.finding import dotted
from kmut_cli.source import complaints, libyaml
from kmut_cli.source.anchors import Anchors
from kmut_cli.source.decode import FORBIDDEN
from kmut_cli.source.keys import NULLS, key_rule
from kmut_cli.source.lines import Lines
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_file import TOO_MANY
from kmut_cli.source.rules_structure import ALIAS_BOMB


class Frame:
    """A mapping or sequence that is still open."""

    __slots__ = ("anchor", "container", "height", "key", "starts", "units", "wants_key")

    def __init__(self, container: Any, anchor: str | None, units: int) -> None:
        self.container = container
        self.anchor = anchor
        self.units = units
        self.height = 1
        self.starts: dict[str, int] = {}
        self.key: str | None = None
        self.wants_key = isinstance(container, dict)


class _StopReadingError(Exception):
    """The rest of the file is not worth reading; the reason is among the problems."""


class Builder:
    """Builds one document.

    Attributes:
        data: The document as dict, list, str or None; see ``read_source``. None also if it broke off.
        problems: In the order of the file.
        root: Offsets of the first node; None if the file holds nothing.
        last: The last scalar event, for telling what went wrong behind it.
    """

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.data: Any = None
        self.problems: list[Problem] = []
        self.root: tuple[int, int] | None = None
        self.last: libyaml.Event | None = None
        self._stack: list[Frame] = []
        self._anchors = Anchors(text)
        self._units = 0
        self._left = limits.ANGABEN.wert
        self._max_depth = limits.TIEFE.wert
        self._max_problems = limits.LESEFEHLER.wert  # time and memory stay bounded, and nobody reads more

    def run(self) -> None:
        """Read all events.

        Raises:
            libyaml.YamlError: At the first place that is no YAML; ``problems`` keeps what was found before.
        """
        documents = 0
        try:
            for event in libyaml.events(self.text.encode()):
                kind = type(event)
                if kind is libyaml.ScalarEvent:
                    self._scalar(event)
                elif kind is libyaml.MappingEndEvent or kind is libyaml.SequenceEndEvent:
                    self._close()
                elif kind is libyaml.MappingStartEvent or kind is libyaml.SequenceStartEvent:
                    self._open(event, {} if kind is libyaml.MappingStartEvent else [])
                elif kind is libyaml.AliasEvent:
                    self._alias(event)
                elif kind is libyaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._add(complaints.second_document(event))
                        break
        except _StopReadingError:
            self.data = None
            return
        self.problems += self._anchors.unused()

    def location(self) -> str:
        """Dotted path of the value that is being read."""
        parts: list[str | int] = []
        for frame in self._stack:
            if isinstance(frame.container, list):
                # What is open below the innermost collection has been added already.
                parts.append(len(frame.container) - (frame is not self._stack[-1]))
            elif frame.key is not None:
                parts.append(frame.key)
        return dotted(tuple(parts))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= self._max_problems:
            message = f"Die Datei hat mindestens {limits.LESEFEHLER.text}; ab hier wurde nicht weiter gelesen."
            help_ = (
                "Beheben Sie zuerst die Fehler weiter oben; meist haben viele dieselbe Ursache."
                f" {limits.LESEFEHLER.hinweis}"
            )
            self.problems.append(Problem(TOO_MANY, message, help_, problem.start, problem.end))
            raise _StopReadingError

    def _scalar(self, event: libyaml.Event) -> None:
        self.last = event
        value: str | None = event.value
        style = event.style
        if event.tag is not None:
            self._add(complaints.tag(event, self.text, self.location()))
        if style == '"' and (FORBIDDEN.search(event.value) or "\r" in event.value):
            self._add(complaints.escaped_character(event, self.location()))
            value = FORBIDDEN.sub("\ufffd", event.value).replace("\r", "\ufffd")
        elif not style and value in NULLS:
            value = None
        self._units += len(event.value) + 1
        if event.anchor is not None:
            self._anchors.scalar(event, value, self._units - len(event.value) - 1, self._units)
        self._put(value, event)

    def _put(self, value: Any, event: libyaml.Event) -> None:
        """Set a finished value, or a container that is about to be filled, where it belongs."""
        self._left -= 1
        if self._left < 0:
            self._add(complaints.too_many_values(event))
            raise _StopReadingError
        if not self._stack:
            self.data = value
            self.root = (event.start_mark.index, event.end_mark.index)
            return
        frame = self._stack[-1]
        if isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.wants_key:
            frame.wants_key = False
            frame.key = self._key(frame, value, event)
        else:
            frame.wants_key = True
            if frame.key is not None:
                frame.container[frame.key] = value

    def _key(self, frame: Frame, key: Any, event: libyaml.Event) -> str | None:
        """Check a key; None means that its value is read, but not kept."""
        rule = key_rule(key, event)
        if rule is None and key not in frame.starts:
            frame.starts[key] = event.start_mark.index
            return str(key)
        frame.key = None
        if rule is None:
            first = self.lines.number(frame.starts[key])
            self._add(complaints.duplicate_key(event, key, first, self.location()))
        else:
            self._add(complaints.bad_key(rule, event, self.location()))
        return None

    def _open(self, event: libyaml.Event, container: Any) -> None:
        if len(self._stack) >= self._max_depth:
            self._add(complaints.too_deep(event))
            raise _StopReadingError
        if event.tag is not None:
            self._add(complaints.tag(event, self.text, self.location()))
        if self._stack and self._stack[-1].wants_key:
            frame = self._stack[-1]
            frame.key, frame.wants_key = None, False
            self._add(complaints.collection_as_key(event, self.location()))
        else:
            self._put(container, event)
        if event.anchor is not None:
            self._anchors.open(event, container)
        self._stack.append(Frame(container, event.anchor, self._units))
        self._units += 1

    def _close(self) -> None:
        frame = self._stack.pop()
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, frame.height + 1)
        if frame.anchor is not None:
            self._anchors.close(frame.anchor, frame.container, self._units - frame.units, frame.height)

    def _alias(self, event: libyaml.Event) -> None:
        value, units, height, problem = self._anchors.resolve(event, len(self._stack), self.location())
        if problem is not None:
            self._add(problem)
            if problem.rule is ALIAS_BOMB:
                raise _StopReadingError
        self._units += units
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, height + 1)
        self._put(value, event)

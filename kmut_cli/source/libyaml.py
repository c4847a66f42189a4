"""The one place that knows where libyaml comes from: its events, untyped in C, with types.

The C parser is part of ``ruamel.yaml.clib``. Up to 0.2.x that package installs a top-level module
``_ruamel_yaml``; its compiled name says ``ruamel.yaml.clib._ruamel_yaml``, and versions that put the
file there are read as well.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any, Protocol


class Mark(Protocol):
    """A place: ``index`` counts code points from 0, a byte order mark at the start not included."""

    index: int


class Event(Protocol):
    """What libyaml reports; which attributes exist depends on the class of the event."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str
    flow_style: bool


def _load() -> Any:
    try:
        return importlib.import_module("_ruamel_yaml")
    except ModuleNotFoundError:
        return importlib.import_module("ruamel.yaml.clib._ruamel_yaml")


_clib = _load()

ScalarEvent: type = _clib.ScalarEvent
AliasEvent: type = _clib.AliasEvent
MappingStartEvent: type = _clib.MappingStartEvent
MappingEndEvent: type = _clib.MappingEndEvent
SequenceStartEvent: type = _clib.SequenceStartEvent
SequenceEndEvent: type = _clib.SequenceEndEvent
DocumentStartEvent: type = _clib.DocumentStartEvent
DocumentEndEvent: type = _clib.DocumentEndEvent

YamlError: type[Exception] = _clib.YAMLError
"""Base of all errors of the parser; its texts are English and must not be shown."""


def events(content: bytes) -> Iterator[Event]:
    """Yield the events of a stream one by one, without building anything.

    Args:
        content: UTF-8 text.

    Raises:
        YamlError: At the first place that is no YAML.
    """
    next_event: Callable[[], Any] = _clib.CParser(content).get_event
    return iter(next_event, None)


def first_document(text: str) -> Iterator[Event]:
    """Yield the events of the first document; nothing behind it is parsed, so errors there do not matter.

    Raises:
        YamlError: At the first place of it that is no YAML.
    """
    for event in events(text.encode()):
        if type(event) is DocumentEndEvent:
            return
        yield event

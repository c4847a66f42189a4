"""Where each value of a document stands: a second pass over the events, made only when a finding needs it."""

from __future__ import annotations

import contextlib

from kmut_cli.findings import limits
from kmut_cli.source import libyaml
from kmut_cli.source.keys import NULLS, key_rule

Span = tuple[int, int]
"""Offsets of the first character and behind the last one."""


class Node:
    """A value in the text.

    Attributes:
        span: Where it stands; for an alias the alias, for block collections from their first key on.
        style: ``""`` plain, ``'`` and ``"`` quoted, ``|`` and ``>`` block, ``{`` flow collection,
            ``:`` block mapping, ``-`` block sequence.
        key_span: Its key, or None for items of lists and the root.
        children: By key or index.
        target: For an alias, the node that it stands for.
    """

    __slots__ = ("children", "key_span", "span", "style", "target")

    def __init__(self, span: Span, style: str, key_span: Span | None) -> None:
        self.span = span
        self.style = style
        self.key_span = key_span
        self.children: dict[str | int, Node] = {}
        self.target: Node | None = None


class _Open:
    """A collection whose end has not come; keys are judged as the builder judges them."""

    __slots__ = ("is_map", "key", "key_span", "node", "wants_key")

    def __init__(self, node: Node, is_map: bool) -> None:
        self.node = node
        self.is_map = is_map
        self.wants_key = is_map
        self.key: str | None = None
        self.key_span: Span | None = None


def build_positions(text: str) -> Node | None:
    """Build the tree of positions of the first document.

    Returns:
        The root; None for a text without any value. For a text that is no YAML, as much as stands before
        the error.
    """
    tree = _Tree()
    # An error was told by the builder already; what stands before it still has its place.
    with contextlib.suppress(libyaml.YamlError):
        tree.read(text)
    return tree.root


class _Tree:
    def __init__(self) -> None:
        self.root: Node | None = None
        self._stack: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._anchored_keys: dict[str, str | None] = {}

    def read(self, text: str) -> None:
        max_depth = limits.TIEFE.wert
        for event in libyaml.first_document(text):
            kind = type(event)
            if kind is libyaml.ScalarEvent:
                self._add(event, event.style, is_scalar=True)
            elif kind is libyaml.MappingStartEvent or kind is libyaml.SequenceStartEvent:
                if len(self._stack) >= max_depth:
                    return
                is_map = kind is libyaml.MappingStartEvent
                block = ":" if is_map else "-"
                node = self._add(event, "{" if event.flow_style else block, is_scalar=False)
                self._stack.append(_Open(node, is_map))
            elif kind is libyaml.MappingEndEvent or kind is libyaml.SequenceEndEvent:
                node = self._stack.pop().node
                node.span = (node.span[0], event.end_mark.index)
            elif kind is libyaml.AliasEvent:
                self._alias(event)

    def _add(self, event: libyaml.Event, style: str, *, is_scalar: bool) -> Node:
        span = (event.start_mark.index, event.end_mark.index)
        node = Node(span, style, self._stack[-1].key_span if self._stack else None)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            text = event.value if is_scalar and (style or event.value not in NULLS) else None
            self._anchored_keys[event.anchor] = text
        if self._stack and self._stack[-1].wants_key:
            key = event.value if is_scalar and (style or event.value not in NULLS) else None
            self._take_key(key, event, span)
        else:
            self._place(node)
        return node

    def _alias(self, event: libyaml.Event) -> None:
        span = (event.start_mark.index, event.end_mark.index)
        if self._stack and self._stack[-1].wants_key:
            self._take_key(self._anchored_keys.get(event.anchor or ""), event, span)
            return
        node = Node(span, "*", self._stack[-1].key_span if self._stack else None)
        node.target = self._anchors.get(event.anchor or "")
        self._place(node)

    def _take_key(self, key: str | None, event: libyaml.Event, span: Span) -> None:
        frame = self._stack[-1]
        frame.wants_key = False
        usable = key is not None and key_rule(key, event) is None and key not in frame.node.children
        frame.key = key if usable else None
        frame.key_span = span

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        if not frame.is_map:
            node.key_span = None
            frame.node.children[len(frame.node.children)] = node
            return
        frame.wants_key = True
        if frame.key is not None:
            frame.node.children[frame.key] = node

"""Anchors and aliases (``&name``, ``*name``): resolved within a budget, never in a circle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kmut_cli.findings import limits
from kmut_cli.source import libyaml
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_structure import ALIAS_BOMB, ALIAS_CYCLE, TOO_DEEP, UNKNOWN_ALIAS, UNUSED_ANCHOR


@dataclass(slots=True)
class _Anchor:
    """A named place; ``units`` and ``height`` are known when it is complete."""

    start: int
    name: str
    value: Any
    units: int = 0
    height: int = 0
    complete: bool = False
    used: bool = False


class Anchors:
    """The anchors of a file.

    An alias yields the very object of its anchor, not a copy: whoever reads the data must not change it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, _Anchor] = {}
        self._all: list[_Anchor] = []
        self._spent = 0
        self._budget = limits.VERWEISE.wert
        self._depth = limits.TIEFE.wert

    def open(self, event: libyaml.Event, container: Any) -> None:
        """Note an anchor on a mapping or sequence that begins."""
        name = event.anchor or ""
        start = self._text.find("&" + name, event.start_mark.index)
        self._known[name] = _Anchor(max(start, 0), name, container)
        self._all.append(self._known[name])

    def close(self, name: str, container: Any, units: int, height: int) -> None:
        """Note that the container with this anchor is complete."""
        anchor = self._known[name]
        if anchor.value is container:
            anchor.units, anchor.height, anchor.complete = units, height, True

    def scalar(self, event: libyaml.Event, value: str | None, before: int, after: int) -> None:
        """Note an anchor on a scalar; ``before`` and ``after`` are the units read so far."""
        self.open(event, value)
        anchor = self._known[event.anchor or ""]
        anchor.units, anchor.complete = after - before, True

    def resolve(self, event: libyaml.Event, depth: int, location: str) -> tuple[Any, int, int, Problem | None]:
        """Look up an alias.

        Returns:
            Its value, units and height, and what is wrong; the value is None if something is.
        """
        name = event.anchor or ""
        anchor = self._known.get(name)
        place = (event.start_mark.index, event.end_mark.index, location)
        if anchor is None:
            message = f"Der Verweis „*{name}“ zeigt auf nichts: vorher steht nirgends „&{name}“."
            help_ = "Ist das Sternchen Text, setzen Sie den ganzen Wert in Anführungszeichen."
            return None, 1, 0, Problem(UNKNOWN_ALIAS, message, help_, *place)
        anchor.used = True
        if not anchor.complete:
            message = f"Der Verweis „*{name}“ steht innerhalb der Stelle, auf die er zeigt."
            return None, 1, 0, Problem(ALIAS_CYCLE, message, "Schreiben Sie aus, was hier stehen soll.", *place)
        if depth + anchor.height > self._depth:
            message = f"Mit dem Verweis „*{name}“ sind die Angaben mehr als {self._depth} Stufen tief verschachtelt."
            help_ = f"Schreiben Sie aus, was hier stehen soll. {limits.TIEFE.hinweis}"
            return None, 1, 0, Problem(TOO_DEEP, message, help_, *place)
        if self._spent + anchor.units > self._budget:
            message = f"Der Verweis „*{name}“ und die davor ergeben zu viel Text; ab hier wurde nicht weiter gelesen."
            help_ = f"Schreiben Sie aus, was hier stehen soll. {limits.VERWEISE.hinweis}"
            return None, 1, 0, Problem(ALIAS_BOMB, message, help_, *place)
        self._spent += anchor.units
        return anchor.value, anchor.units, anchor.height, None

    def unused(self) -> list[Problem]:
        """Anchors that nothing refers to: most likely text that would be lost; at most 20."""
        help_ = "Setzen Sie den ganzen Wert in Anführungszeichen; ist ein Verweis gemeint, fehlt die Stelle mit *."
        return [
            Problem(
                UNUSED_ANCHOR,
                f"„&{anchor.name}“ gehört nicht zum Text, sondern benennt die Stelle, und niemand verweist darauf.",
                help_,
                anchor.start,
                anchor.start + len(anchor.name) + 1,
            )
            for anchor in self._all
            if not anchor.used
        ][:20]

"""The time of an appointment: when it begins and, where that is known, when it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.gelesen import Gelesen

BEISPIELE = "10:00, 10:00–16:00, 10 Uhr, 9–11 Uhr oder ab 9 Uhr"
"""One time in each common form, for messages."""

_STUNDE = "([01]?[0-9]|2[0-3])"
_MINUTE = "([0-5][0-9])"
_LUECKE = "[ \u00a0]*"
_UHR = f"{_LUECKE}(?:Uhr|uhr)"
_GENAU = f"{_STUNDE}:{_MINUTE}"
_KURZ = f"{_STUNDE}(?:[:.]{_MINUTE})?"
_BIS = f"{_LUECKE}(?:[-–]|bis){_LUECKE}"
# A bare number is no time, and 10.30 a number to every other program: without a colon „Uhr“ stands behind it.
_FORMEN = (f"(?:{_GENAU}(?:{_UHR})?{_BIS})?{_GENAU}(?:{_UHR})?", f"(?:{_KURZ}(?:{_UHR})?{_BIS})?{_KURZ}{_UHR}")
_OFFEN = f"([Aa]b|[Bb]is){_LUECKE}"
_OFFENE = (f"{_OFFEN}{_GENAU}(?:{_UHR})?", f"{_OFFEN}{_KURZ}{_UHR}")
_MUSTER = tuple(re.compile(form) for form in _FORMEN)
_OFFENE_MUSTER = tuple(re.compile(form) for form in _OFFENE)
SCHEMA_MUSTER = "^(" + "|".join(form.replace("(?:", "(") for form in (*_FORMEN, *_OFFENE)) + ")$"


@dataclass(frozen=True, slots=True)
class Uhrzeit(Gelesen):
    """A time of day, or a span.

    Attributes:
        von: Beginning, in minutes from midnight; None if only the end is known.
        bis: End likewise; None if not known. It may be less than ``von``: the event then ends on the next day.
        text: As it was typed.
        ab: Whether people may come at any time from ``von`` on: „ab 9 Uhr“.
    """

    von: int | None
    bis: int | None = None
    text: str = field(default="", compare=False)
    ab: bool = False

    def __str__(self) -> str:
        """The time as DIN 5008 writes it: ``10:00–16:00 Uhr``."""
        if self.von is None:
            return f"bis {_uhr(self.bis or 0)} Uhr"
        bis = "" if self.bis is None else f"–{_uhr(self.bis)}"
        return f"{'ab ' if self.ab else ''}{_uhr(self.von)}{bis} Uhr"

    @classmethod
    def lies(cls, wert: Any) -> Uhrzeit:
        """Read a time such as 10:00, 10:00–16:00, 10 Uhr, 9-11 Uhr, ab 9 Uhr, bis 12:00.

        Raises:
            PydanticCustomError: ``uhrzeit`` if it is none.
        """
        if isinstance(wert, Uhrzeit):
            return wert
        text = wert if isinstance(wert, str) else ""
        offen = next((m for muster in _OFFENE_MUSTER if (m := muster.fullmatch(text))), None)
        if offen is not None:
            zeit = int(offen[2]) * 60 + int(offen[3] or 0)
            return cls(None, zeit, text) if offen[1].lower() == "bis" else cls(zeit, None, text, ab=True)
        treffer = next((m for muster in _MUSTER if (m := muster.fullmatch(text))), None)
        if treffer is None:
            raise PydanticCustomError("uhrzeit", "keine Uhrzeit")
        stunde, minute, stunde_zwei, minute_zwei = (int(zahl or 0) for zahl in treffer.groups())
        erste, zweite = stunde * 60 + minute, stunde_zwei * 60 + minute_zwei
        return cls(zweite, None, text) if treffer[1] is None else cls(erste, zweite, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """The forms as a pattern."""
        return {
            "type": "string",
            "pattern": SCHEMA_MUSTER,
            "errorMessage": f"Hier steht eine Uhrzeit: {BEISPIELE}.",
        }


def _uhr(minuten: int) -> str:
    return f"{minuten // 60:02}:{minuten % 60:02}"

"""Dates as exact as they are known: a year, a month, a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.gelesen import Gelesen

JAHR_VON, JAHR_BIS = 1900, 2199
JAHR_MUSTER = "(19|2[01])[0-9]{2}"
"""A word that is such a year."""
JAHR_IM_DATUM = "19[0-9]{2}|2[01][0-9]{2}"
"""The same without groups, for a group of one's own."""
# [0-9] and not \d: in Python \d takes the digits of every script, in a JSON Schema only these.
_JAHR = rf"(?P<jahr>{JAHR_IM_DATUM})"
_MONAT = r"(?P<monat>0?[1-9]|1[0-2])"
_TAG = r"(?P<tag>0?[1-9]|[12][0-9]|3[01])"
_FORMEN = (
    _JAHR,
    rf"{_JAHR}-{_MONAT}",
    rf"{_JAHR}-{_MONAT}-{_TAG}",
    rf"{_MONAT}/{_JAHR}",
    rf"{_TAG}\.{_MONAT}\.{_JAHR}",
)
_MUSTER = tuple(re.compile(form) for form in _FORMEN)
BEISPIELE = "2023, 2023-05, 2023-05-14, 05/2023 oder 14.05.2023"
"""One date in each form, for messages."""
# The same forms without group names, as JSON Schema wants them (ECMA-262).
SCHEMA_MUSTER = "^(" + "|".join(re.sub(r"\?P<\w+>", "", form) for form in _FORMEN) + ")$"


def ganze_zahl(wert: Any) -> int | None:
    """Give a whole number that came as a number; JSON makes no difference between 2023 and 2023.0.

    Returns:
        None for everything else, also for true and false, which Python counts as numbers.
    """
    if isinstance(wert, bool) or not isinstance(wert, int | float):
        return None
    return int(wert) if isinstance(wert, int) or wert.is_integer() else None


@dataclass(frozen=True, slots=True)
class Datum(Gelesen):
    """A date that may leave out day, or month and day.

    Attributes:
        jahr: Year, 1900 to 2199.
        monat: Month from 1; None if only the year is known.
        tag: Day from 1; None if not known.
    """

    jahr: int
    monat: int | None = None
    tag: int | None = None

    @property
    def fruehestens(self) -> date:
        """First day that the statement allows."""
        return date(self.jahr, self.monat or 1, self.tag or 1)

    @property
    def spaetestens(self) -> date:
        """Last day that the statement allows."""
        monat = self.monat or 12
        return date(self.jahr, monat, self.tag or calendar.monthrange(self.jahr, monat)[1])

    def __str__(self) -> str:
        """The date as DIN 5008 writes it: ``14.05.2023``, ``05/2023`` or ``2023``."""
        if self.tag is not None:
            return f"{self.tag:02}.{self.monat:02}.{self.jahr}"
        return f"{self.monat:02}/{self.jahr}" if self.monat else str(self.jahr)

    @classmethod
    def lies(cls, wert: Any) -> Datum:
        """Read a date in one of the forms 2023, 2023-05, 2023-05-14, 05/2023, 14.05.2023.

        Raises:
            PydanticCustomError: ``datum_form`` if it is none of them, ``datum_kalender`` if the calendar has no such day.
        """
        if isinstance(wert, Datum):
            return wert
        return _lies_text(wert if isinstance(wert, str) else str(ganze_zahl(wert)))

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """The forms as a pattern; a year may also come as a number. What the calendar knows, a schema cannot say."""
        return {
            "type": ["string", "integer"],
            "pattern": SCHEMA_MUSTER,
            "minimum": JAHR_VON,
            "maximum": JAHR_BIS,
            "errorMessage": f"Hier steht ein Datum, so genau wie bekannt: {BEISPIELE}.",
        }


@lru_cache(maxsize=1000)  # tables and logs name the same days again and again
def _lies_text(text: str) -> Datum:
    treffer = next((m for muster in _MUSTER if (m := muster.fullmatch(text))), None)
    if treffer is None:
        raise PydanticCustomError("datum_form", "kein Datum")
    datum = Datum(**{name: int(zahl) for name, zahl in treffer.groupdict().items()})
    try:
        datum.fruehestens  # noqa: B018  (asks the calendar)
    except ValueError:
        raise PydanticCustomError("datum_kalender", "kein Kalendertag") from None
    return datum


def lies_tag(text: str) -> date:
    """Read a date that is exact to the day, such as 31.03.2026 or 2026-03-31.

    Raises:
        PydanticCustomError: ``datum_form`` or ``datum_kalender`` as :meth:`Datum.lies`, ``datum_tag`` if the day is
            missing. Like all of them it is a ``ValueError``.
    """
    datum = Datum.lies(text.strip())
    if datum.tag is None:
        raise PydanticCustomError("datum_tag", "kein Tag im Datum")
    return datum.fruehestens

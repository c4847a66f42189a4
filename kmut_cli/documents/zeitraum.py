"""A day or a span of days, in the forms in which people note appointments: „27./28.04.2015“."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.datum import JAHR_BIS, JAHR_IM_DATUM, JAHR_VON, Datum
from kmut_cli.documents.datum import SCHEMA_MUSTER as EIN_DATUM
from kmut_cli.documents.gelesen import Gelesen

BEISPIELE = "27.04.2015, 27./28.04.2015, 27.04.–03.05.2015 oder 2015-04-27/2015-04-28"
"""One statement in each common form, for messages."""

_JAHR = f"({JAHR_IM_DATUM})"
_MONAT = r"(0?[1-9]|1[0-2])"
_TAG = r"(0?[1-9]|[12][0-9]|3[01])"
_LUECKE = "[ \u00a0]*"
_BIS = f"{_LUECKE}(?:[-–]|bis){_LUECKE}"
_BIS_ODER_STRICH = f"{_LUECKE}(?:[-–/]|bis){_LUECKE}"
# Both ends have the same form: „2015-04/2016“ could be read in two ways. What the first end leaves out, the last says.
_SPANNEN: tuple[tuple[str, str], ...] = (
    (rf"{_TAG}\.?{_BIS_ODER_STRICH}{_TAG}\.{_MONAT}\.{_JAHR}", "d dmy"),
    (rf"{_TAG}\.{_MONAT}\.?{_BIS_ODER_STRICH}{_TAG}\.{_MONAT}\.{_JAHR}", "dm dmy"),
    (rf"{_TAG}\.{_MONAT}\.{_JAHR}{_BIS_ODER_STRICH}{_TAG}\.{_MONAT}\.{_JAHR}", "dmy dmy"),
    (rf"{_JAHR}-{_MONAT}-{_TAG}{_BIS_ODER_STRICH}{_JAHR}-{_MONAT}-{_TAG}", "ymd ymd"),
    (rf"{_JAHR}-{_MONAT}{_BIS_ODER_STRICH}{_JAHR}-{_MONAT}", "ym ym"),
    (rf"{_MONAT}/{_JAHR}{_BIS}{_MONAT}/{_JAHR}", "my my"),
    (rf"{_JAHR}{_BIS_ODER_STRICH}{_JAHR}", "y y"),
)
_MUSTER = tuple((re.compile(form), folge) for form, folge in _SPANNEN)
# JSON Schema wants groups without marks (ECMA-262).
_ALLE_FORMEN = "|".join(form.replace("(?:", "(") for form, _folge in _SPANNEN)
SCHEMA_MUSTER = f"{EIN_DATUM.removesuffix(')$')}|{_ALLE_FORMEN})$"


@dataclass(frozen=True, slots=True)
class Zeitraum(Gelesen):
    """A span of time, as exact as it is known.

    Attributes:
        von: Beginning.
        bis: End, included; the same as ``von`` if only one day (or month, or year) is named.
    """

    von: Datum
    bis: Datum

    @property
    def folge(self) -> tuple[Any, ...]:
        """Key to sort by: the earlier beginning first, of two the earlier end."""
        return self.von.fruehestens, self.bis.spaetestens

    def im_jahr(self, jahr: int) -> bool:
        """Whether any day of the span lies in a year."""
        return self.von.jahr <= jahr <= self.bis.jahr

    def __str__(self) -> str:
        """The span as DIN 5008 writes dates, as short as it stays plain: ``27./28.04.2015``, ``27.04.–03.05.2015``."""
        von, bis = self.von, self.bis
        if von == bis:
            return str(von)
        if von.tag is None or bis.tag is None or von.jahr != bis.jahr:
            return f"{von}–{bis}"
        if von.monat != bis.monat:
            return f"{von.tag:02}.{von.monat:02}.–{bis}"
        return f"{von.tag:02}.{'/' if bis.tag - von.tag == 1 else '–'}{bis}"

    @classmethod
    def lies(cls, wert: Any) -> Zeitraum:
        """Read a day, or a span in one of the usual German forms or that of ISO 8601.

        Raises:
            PydanticCustomError: ``zeitraum_form`` if it is none of them, ``datum_kalender`` if the calendar has no such
                day, ``zeitraum_folge`` if it ends before it begins.
        """
        if isinstance(wert, Zeitraum):
            return wert
        if (zeitraum := _lies_spanne(wert)) is not None:
            if zeitraum.von.fruehestens > zeitraum.bis.fruehestens:
                raise PydanticCustomError("zeitraum_folge", "Ende vor Beginn")
            return zeitraum
        try:
            datum = Datum.lies(wert)
        except PydanticCustomError as fehler:
            if fehler.type == "datum_form":
                raise PydanticCustomError("zeitraum_form", "weder Datum noch Zeitraum") from None
            raise
        return cls(datum, datum)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """The forms as a pattern; that a day exists and that the end comes last, a schema cannot say."""
        return {
            "type": ["string", "integer"],
            "pattern": SCHEMA_MUSTER,
            "minimum": JAHR_VON,
            "maximum": JAHR_BIS,
            "errorMessage": f"Hier steht ein Tag oder ein Zeitraum: {BEISPIELE}.",
        }


def _lies_spanne(wert: Any) -> Zeitraum | None:
    """Read a span of two dates; None if it is written in none of the forms."""
    if not isinstance(wert, str):
        return None
    for muster, folge in _MUSTER:
        if treffer := muster.fullmatch(wert):
            erste, zweite = folge.split()
            zahlen = [int(zahl) for zahl in treffer.groups()]
            ende = dict(zip(zweite, zahlen[len(erste) :], strict=True))
            beginn = {**ende, **dict(zip(erste, zahlen, strict=False))}
            return Zeitraum(_datum(beginn), _datum(ende))
    return None


def _datum(zahlen: Mapping[str, int]) -> Datum:
    datum = Datum(zahlen["y"], zahlen.get("m"), zahlen.get("d"))
    try:
        datum.fruehestens  # noqa: B018  (asks the calendar)
    except ValueError:
        raise PydanticCustomError("datum_kalender", "kein Kalendertag") from None
    return datum

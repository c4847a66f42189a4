"""The time that a value is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.datum import JAHR_BIS, JAHR_VON, Datum
from kmut_cli.documents.zeitraum import SCHEMA_MUSTER as ZEITRAUM_MUSTER
from kmut_cli.documents.zeitraum import Zeitraum

# „2023/24“, the next year only: „2023/05“ may be a month.
_FOLGEJAHR = "|".join(f"{jahr:02}/{jahr + 1:02}" for jahr in range(99))
_SCHULJAHR = f"(19|20|21)({_FOLGEJAHR})|1999/00|2099/00"
_VIER_ZIFFERN = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Messzeit(Zeitraum):
    """The time of a value: a reference date, a month, a year, or a span such as a school year."""

    @classmethod
    def lies(cls, wert: Any) -> Messzeit:
        """Read everything that :class:`Zeitraum` reads, and ``2023/24``.

        Raises:
            PydanticCustomError: As :meth:`Zeitraum.lies`; ``messzeit`` if it is written in none of the forms,
                ``messzeit_jahr`` if it only names a year too early or too late.
        """
        if isinstance(wert, Messzeit):
            return wert
        return _lies_text(wert) if isinstance(wert, str) else _lies(wert)

    def __str__(self) -> str:
        """The time as people write it: ``31.12.2024``, ``2024``, ``2023/2024``."""
        if self.von.monat is None and self.bis.monat is None and self.von != self.bis:
            return f"{self.von.jahr}/{self.bis.jahr}"
        return Zeitraum.__str__(self)

    @property
    def folge(self) -> tuple[Any, ...]:
        """Key to sort by: what ends earlier first, of two with the same end the longer one first."""
        return self.bis.spaetestens, self.von.fruehestens

    @property
    def art(self) -> tuple[int, int]:
        """The kind of time: how exact it is (0 years, 1 months, 2 days), and over how many months it reaches."""
        von, bis = self.von, self.bis
        genau = (von.monat is not None) + (von.tag is not None)
        return genau, (bis.jahr - von.jahr) * 12 + (bis.monat or 0) - (von.monat or 0)

    @property
    def ist_tag(self) -> bool:
        """Whether it is a reference date."""
        return self.von.tag is not None and self.von == self.bis

    @property
    def im_jahreslauf(self) -> tuple[int | None, ...]:
        """Where in the year it lies, the same for 31.12.2023 and 31.12.2024."""
        return self.von.monat, self.von.tag, self.bis.monat, self.bis.tag

    @property
    def jahresende(self) -> Messzeit | None:
        """The last day of the year, if the time is a whole year."""
        if self.von != self.bis or self.von.monat is not None:
            return None
        silvester = Datum(self.von.jahr, 12, 31)
        return Messzeit(silvester, silvester)

    @property
    def kurz(self) -> str:
        """The time for an axis: the year of a reference date at the end of it, else as :meth:`__str__`."""
        von = self.von
        if self.von == self.bis and (von.monat, von.tag) == (12, 31):
            return str(von.jahr)
        return str(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """The forms of a span, and ``2023/24``."""
        muster = f"{ZEITRAUM_MUSTER.removesuffix(')$')}|{_SCHULJAHR})$"
        eigen = {"pattern": muster, "errorMessage": "Hier steht ein Stichtag, ein Jahr oder ein Zeitraum."}
        return {**Zeitraum.__get_pydantic_json_schema__(schema, handler), **eigen}


@lru_cache(maxsize=1000)  # a table has thousands of values of the same few times
def _lies_text(text: str) -> Messzeit:
    return _lies(f"{text[:4]}/{int(text[:4]) + 1}" if _schuljahr().fullmatch(text) else text)


@cache
def _schuljahr() -> re.Pattern[str]:
    return re.compile(_SCHULJAHR)  # a hundred branches: not at start-up


def _lies(wert: Any) -> Messzeit:
    try:
        zeitraum = Zeitraum.lies(wert)
    except PydanticCustomError as fehler:
        if fehler.type == "zeitraum_form":
            _pruefe_jahr(str(wert))
            raise PydanticCustomError("messzeit", "keine Zeitangabe") from None
        raise
    return Messzeit(zeitraum.von, zeitraum.bis)


def _pruefe_jahr(text: str) -> None:
    """Say so if only a year is outside of what is kept, and the form is right."""
    fremd = [jahr for jahr in _VIER_ZIFFERN.findall(text) if not JAHR_VON <= int(jahr) <= JAHR_BIS]
    if not fremd:
        return
    try:
        Zeitraum.lies(_VIER_ZIFFERN.sub("2000", text))
    except PydanticCustomError:
        return
    raise PydanticCustomError("messzeit_jahr", "ein Jahr außerhalb", {"jahr": fremd[0]})

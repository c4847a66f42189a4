"""The time that a value is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.zeitraum import SCHEMA_MUSTER as ZEITRAUM_MUSTER
from kmut_cli.documents.zeitraum import Zeitraum

# „2023/24“, the next year only: „2023/05“ may be a month.
_FOLGEJAHR = "|".join(f"{jahr:02}/{jahr + 1:02}" for jahr in range(99))
_SCHULJAHR = f"(19|20|21)({_FOLGEJAHR})|1999/00|2099/00"


@dataclass(frozen=True, slots=True)
class Messzeit(Zeitraum):
    """The time of a value: a reference date, a month, a year, or a span such as a school year."""

    @classmethod
    def lies(cls, wert: Any) -> Messzeit:
        """Read everything that :class:`Zeitraum` reads, and ``2023/24``.

        Raises:
            PydanticCustomError: As :meth:`Zeitraum.lies`; ``messzeit`` if it is written in none of the forms.
        """
        if isinstance(wert, Messzeit):
            return wert
        if isinstance(wert, str) and re.fullmatch(_SCHULJAHR, wert):
            wert = f"{wert[:4]}/{int(wert[:4]) + 1}"
        try:
            zeitraum = Zeitraum.lies(wert)
        except PydanticCustomError as fehler:
            if fehler.type == "zeitraum_form":
                raise PydanticCustomError("messzeit", "keine Zeitangabe") from None
            raise
        return cls(zeitraum.von, zeitraum.bis)

    def __str__(self) -> str:
        """The time as people write it: ``31.12.2024``, ``2024``, ``2023/2024``."""
        if self.von.monat is None and self.bis.monat is None and self.von != self.bis:
            return f"{self.von.jahr}/{self.bis.jahr}"
        return Zeitraum.__str__(self)

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

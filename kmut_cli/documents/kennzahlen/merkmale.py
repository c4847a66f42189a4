"""The breakdown that a value belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.gelesen import Gelesen

_LEERRAUM = " \t\r\n"
_LUECKEN = re.compile("[ \t\r\n]+")
_WORT = "[^=|]*[^=| \\t\\r\\n][^=|]*"


@dataclass(frozen=True, slots=True)
class Merkmale(Gelesen):
    """The breakdown that a value belongs to: ``{Geschlecht: weiblich}``; none for the total.

    Attributes:
        paare: Characteristic and category, in alphabetical order of the characteristics, so that equal ones are equal.
    """

    paare: tuple[tuple[str, str], ...] = ()

    @classmethod
    def lies(cls, wert: Any) -> Merkmale:
        """Read a mapping, or text such as ``Geschlecht=weiblich|Alter=unter 18``.

        Raises:
            PydanticCustomError: ``merkmale``.
        """
        if isinstance(wert, Merkmale):
            return wert
        if isinstance(wert, str):
            return _lies_text(wert)
        if not isinstance(wert, Mapping):
            raise PydanticCustomError("merkmale", "keine Merkmale")
        return cls(tuple(sorted((_wort(name), _wort(eins)) for name, eins in wert.items())))

    def __str__(self) -> str:
        """Write it as a column of a CSV file holds it."""
        return "|".join(f"{name}={wert}" for name, wert in self.paare)

    @property
    def als_dict(self) -> dict[str, str]:
        """The same as a mapping, as it stands in YAML."""
        return dict(self.paare)

    def ohne(self, name: str) -> Merkmale:
        """Leave out one characteristic."""
        return Merkmale(tuple(paar for paar in self.paare if paar[0] != name))

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """A mapping of short texts, or one text."""
        paar = f"{_WORT}={_WORT}"
        return {
            "type": ["object", "string"],
            "propertyNames": {"pattern": f"^{_WORT}$"},
            "additionalProperties": {"type": ["string", "number"], "pattern": f"^{_WORT}$"},
            "pattern": f"^([ \\t\\r\\n]*|{paar}([|]{paar})*)$",
            "errorMessage": "Hier stehen Merkmale, z. B. {Geschlecht: weiblich}.",
        }


@lru_cache(maxsize=1000)  # a table has thousands of values of the same few groups
def _lies_text(text: str) -> Merkmale:
    teile = [teil.partition("=") for teil in text.split("|")] if text.strip(_LEERRAUM) else []
    if any(not gleich for _name, gleich, _wert in teile):
        raise PydanticCustomError("merkmale", "keine Merkmale")
    merkmale = {name: auspraegung for name, _gleich, auspraegung in teile}
    if len(merkmale) != len(teile):
        raise PydanticCustomError("merkmale", "ein Merkmal zweimal")
    return Merkmale.lies(merkmale)


GESAMT = Merkmale()
"""No breakdown: the total."""


def _wort(wert: Any) -> str:
    ist_wort = isinstance(wert, str | int | float) and not isinstance(wert, bool)
    text = _LUECKEN.sub(" ", str(wert)).strip(_LEERRAUM) if ist_wort else ""
    if not text or any(zeichen in text for zeichen in "=|"):
        raise PydanticCustomError("merkmale", "keine Merkmale")
    return text

"""The signs that statistical offices print in place of a number."""

from __future__ import annotations

from typing import Any, Self

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.option import Option, options_schema


class Zeichen(Option):
    """Each of them stands in place of a number, the last one around it; none means 0.

    The meanings are those of the offices of the Federation and the Länder (DIN 55301, and their table headings).
    """

    nichts = "nichts vorhanden"
    unbekannt = "Zahlenwert unbekannt oder geheim zu halten"
    folgt = "Angabe fällt später an"
    unsicher = "keine Angabe, da Zahlenwert nicht sicher genug"
    gesperrt = "Tabellenfach gesperrt, weil Aussage nicht sinnvoll"
    eingeschraenkt = "Aussagewert eingeschränkt, da Zahlenwert statistisch relativ unsicher"

    @property
    def symbol(self) -> str:
        """The sign as published: ``-``, ``.``, ``...``, ``/``, ``x`` or ``()``."""
        return SYMBOLE[self.name]

    @classmethod
    def lies(cls, wert: Any) -> Self:
        """Read a key or the sign itself.

        Raises:
            PydanticCustomError: ``zeichen``.
        """
        if isinstance(wert, cls):
            return wert
        text = wert if isinstance(wert, str) else ""
        name = JE_SYMBOL.get(text, text)
        if name in cls.__members__:
            return cls[name]
        raise PydanticCustomError("zeichen", "unbekanntes Zeichen")

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """Signs and keys, each with its meaning."""
        zeichen: dict[str | None, str] = {symbol: cls[name].titel for symbol, name in JE_SYMBOL.items()}
        return options_schema({**zeichen, **{eins.name: eins.titel for eins in cls}})


SYMBOLE = {"nichts": "-", "unbekannt": ".", "folgt": "...", "unsicher": "/", "gesperrt": "x", "eingeschraenkt": "()"}
JE_SYMBOL = {symbol: name for name, symbol in SYMBOLE.items()} | {"–": "nichts", "…": "folgt"}
"""Keys by sign, also as word processors write it."""

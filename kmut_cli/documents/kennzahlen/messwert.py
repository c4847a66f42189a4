"""What a measured value is made of: its number or sign, its time, its breakdown, the indicator it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.gelesen import Gelesen
from kmut_cli.documents.kennzahlen.merkmale import GESAMT, Merkmale
from kmut_cli.documents.kennzahlen.messzeit import Messzeit
from kmut_cli.documents.kennzahlen.zeichen import JE_SYMBOL, SYMBOLE, Zeichen

__all__ = ["GESAMT", "STELLEN", "SYMBOLE", "Angabe", "Kennzahlnummer", "Merkmale", "Messzeit", "Wertzahl", "Zeichen"]

STELLEN = 6
"""Decimals that a value may have."""
WERT_BIS = 999_999_999_999_999
_ZAHL = re.compile(rf"[-−]?[0-9]{{1,15}}([.,][0-9]{{1,{STELLEN}}})?")
# Blanks of all kinds, point and apostrophe are read by people as „thousand“; a comma never is in German.
_TAUSENDER = re.compile(
    "[-−]?[0-9]{1,3}(?:[.][0-9]{3})+(?:,[0-9]+)?|[-−]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009'’][0-9]{3})+(?:[.,][0-9]+)?"
)
# The same as one pattern: three decimals behind a point only where they can be no thousands.
_SCHEMA_ZAHL = (
    f"[-−]?([0-9]{{1,15}}(,[0-9]{{1,{STELLEN}}})?|[0-9]{{1,15}}[.]([0-9]{{1,2}}|[0-9]{{4,{STELLEN}}})"
    "|(0|[0-9]{4,15})[.][0-9]{3})"
)
_NUMMER = re.compile(r"[0-9A-Za-zÄÖÜäöüß]{1,12}(\.[0-9A-Za-zÄÖÜäöüß]{1,6}){0,4}")


def _lies_wert(wert: Any) -> Decimal:
    if isinstance(wert, Decimal):
        return wert
    if isinstance(wert, int | float) and not isinstance(wert, bool) and abs(wert) <= WERT_BIS:
        return Decimal(str(wert))
    text = wert if isinstance(wert, str) else ""
    # „1.234“ may be meant either way; what begins with a zero can have no thousands.
    if _TAUSENDER.fullmatch(text) and not text.lstrip("-−").startswith("0."):
        raise PydanticCustomError("messwert_tausender", "Tausenderzeichen", _lesarten(text))
    if _ZAHL.fullmatch(text):
        return Decimal(text.replace("−", "-").replace(",", "."))
    if text in JE_SYMBOL:
        raise PydanticCustomError("messwert_zeichen", "ein Zeichen", {"symbol": SYMBOLE[JE_SYMBOL[text]]})
    raise PydanticCustomError("messwert", "keine Zahl")


def _lesarten(text: str) -> dict[str, str]:
    """Give the two ways in which a number with separators may be meant."""
    vor, komma, nach = text.partition(",")
    ohne = ("-" if vor[0] in "-−" else "") + re.sub(r"[^0-9]", "", vor) + komma + nach
    dezimal = text.replace(".", ",") if text.count(".") == 1 and not komma else ""
    return {"ohne": ohne, "dezimal": dezimal}


def _lies_nummer(wert: Any) -> str:
    # Never a number: to other programs 4.10 is 4.1, and those are two indicators.
    if isinstance(wert, str) and _NUMMER.fullmatch(wert):
        return wert
    raise PydanticCustomError("kennzahlnummer", "keine Nummer")


Wertzahl = Annotated[
    Decimal,
    PlainValidator(_lies_wert),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "pattern": f"^{_SCHEMA_ZAHL}$",
            "minimum": -WERT_BIS,
            "maximum": WERT_BIS,
            "errorMessage": "Hier steht eine Zahl ohne Tausenderzeichen und ohne Einheit, z. B. 163455 oder -2,35.",
        }
    ),
]
"""A number, also negative, with at most six decimals; the decimals that were typed are kept."""
Kennzahlnummer = Annotated[
    str,
    PlainValidator(_lies_nummer),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_NUMMER.pattern}$",
            "errorMessage": 'Hier steht die Nummer einer Kennzahl in Anführungszeichen, z. B. "4.1".',
        }
    ),
]
"""Number of an indicator, with its sub-number, as text: ``4.1``."""


@dataclass(frozen=True, slots=True)
class Angabe(Gelesen):
    """What a table holds at one place: a number, or the sign that stands for it; ``()`` stands with a number."""

    wert: Decimal | None = None
    zeichen: Zeichen | None = None

    @classmethod
    def lies(cls, wert: Any) -> Angabe:
        """Read a number, a sign, or a number in brackets.

        Raises:
            PydanticCustomError: As for numbers.
        """
        if isinstance(wert, Angabe):
            return wert
        text = wert if isinstance(wert, str) else ""
        if text in JE_SYMBOL or text in Zeichen.__members__:
            return cls(None, Zeichen.lies(text))
        if text.startswith("(") and text.endswith(")"):
            return cls(_lies_wert(text[1:-1]), Zeichen.eingeschraenkt)
        return cls(_lies_wert(wert), None)

    def __str__(self) -> str:
        """Write it the way it is read again, with decimal comma."""
        if self.wert is None:
            return self.zeichen.symbol if self.zeichen else ""
        zahl = f"{self.wert:f}".replace(".", ",")
        return f"({zahl})" if self.zeichen else zahl

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """A number, also in brackets, or a sign."""
        zeichen = "|".join(_woertlich(wort) for wort in (*JE_SYMBOL, *Zeichen.__members__))
        return {
            "type": ["string", "number"],
            "pattern": f"^({_SCHEMA_ZAHL}|[(]{_SCHEMA_ZAHL}[)]|{zeichen})$",
            "minimum": -WERT_BIS,
            "maximum": WERT_BIS,
            "errorMessage": "Hier steht eine Zahl oder ein Zeichen.",
        }


def _woertlich(text: str) -> str:
    """Give a pattern for a text; ``re.escape`` writes escapes that a JSON Schema does not know."""
    return re.sub(r"[.()]", lambda zeichen: f"[{zeichen[0]}]", text)

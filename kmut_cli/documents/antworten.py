"""Answer types: what an answer may look like in the YAML, and what it is in Python.

The reader hands over every scalar as text, exactly as typed; data from elsewhere (JSON) brings numbers and booleans. Each
type reads both and says the same in its JSON Schema.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, Union

from pydantic import ConfigDict, Discriminator, Field, PlainValidator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import JAHR_BIS, JAHR_MUSTER, JAHR_VON, ganze_zahl
from kmut_cli.documents.modell import Modell

T = TypeVar("T")
ZAHL_BIS = 999_999_999
# [0-9] and not \d: in Python \d takes the digits of every script, in a JSON Schema only these.
_ZAHL = re.compile(r"[0-9]{1,9}([.,][0-9]{1,2})?")
_TAUSENDER = re.compile(r"[0-9]{1,3}([. ][0-9]{3})+")
_AGS = re.compile(r"[0-9]{5}([0-9]{3})?")
JA, NEIN = ("ja", "true"), ("nein", "false")
_LEERRAUM = " \t\r\n"
KEIN_GRUND = (*JA, *NEIN, "-", "–")


def _lies_text(wert: Any) -> str:
    if isinstance(wert, str):
        return wert
    # Not true and false: a schema that allows them makes editors propose both for every text.
    if isinstance(wert, int | float) and not isinstance(wert, bool):
        return str(wert)
    raise PydanticCustomError("text", "kein Text")


def _lies_grund(wert: Any) -> str:
    text = _lies_text(wert)
    if text.strip(_LEERRAUM).lower() in ("", *KEIN_GRUND):
        raise PydanticCustomError("grund", "kein Grund")
    return text


def _lies_ja_nein(wert: Any) -> bool:
    if isinstance(wert, bool):
        return wert
    if isinstance(wert, str) and (klein := wert.lower()) in JA + NEIN:
        return klein in JA
    raise PydanticCustomError("ja_nein", "weder ja noch nein")


def lies_jahr(wert: Any) -> int:
    """Read a year of four digits.

    Raises:
        PydanticCustomError: ``jahr`` if it is none, or not between 1900 and 2199.
    """
    jahr = int(wert) if isinstance(wert, str) and re.fullmatch(r"[0-9]{4}", wert) else ganze_zahl(wert)
    if jahr is not None and JAHR_VON <= jahr <= JAHR_BIS:
        return jahr
    raise PydanticCustomError("jahr", "kein Jahr")


def _lies_zahl(wert: Any) -> Decimal:
    if isinstance(wert, str):
        if _ZAHL.fullmatch(wert):
            return Decimal(wert.replace(",", "."))
        if _TAUSENDER.fullmatch(wert):
            raise PydanticCustomError("zahl_tausender", "Punkt als Tausenderzeichen", {"ohne": re.sub(r"\D", "", wert)})
    # A number of JSON is taken as it is: with floats nobody can say in a schema that there are two decimals.
    elif isinstance(wert, int | float) and not isinstance(wert, bool) and 0 <= wert <= ZAHL_BIS:
        return Decimal(str(wert))
    raise PydanticCustomError("zahl", "keine Zahl")


def _lies_anzahl(wert: Any) -> int:
    try:
        zahl = _lies_zahl(wert)
    except PydanticCustomError as fehler:
        if fehler.type != "zahl":
            raise
        raise PydanticCustomError("anzahl", "keine Anzahl") from None
    if zahl != int(zahl):
        raise PydanticCustomError("anzahl", "keine ganze Zahl")
    return int(zahl)


def _lies_ags(wert: Any) -> str:
    # Never a number: who writes 03357 without quotes for another YAML reader gets 3357 or 1775.
    if isinstance(wert, str) and _AGS.fullmatch(wert):
        return wert
    raise PydanticCustomError("ags", "keine AGS", {"ziffern": re.sub(r"\D", "", str(wert))})


def _gross_oder_klein(worte: tuple[str, ...]) -> str:
    """Give a pattern for words in any case; a JSON Schema has no flag for that."""
    muster = ("".join(f"[{z.upper()}{z}]" if z.isalpha() else z for z in wort) for wort in worte)
    return "|".join(muster)


# errorMessage is what editors with the YAML language server show instead of their own English text.
TEXT_SCHEMA = {"type": ["string", "number"], "errorMessage": "Hier steht Text."}
_GRUND_SCHEMA = {
    **TEXT_SCHEMA,
    "not": {
        "type": "string",
        "pattern": f"^[ \\t\\r\\n]*({_gross_oder_klein(KEIN_GRUND)})?[ \\t\\r\\n]*$",
    },
    "errorMessage": "Hier steht, warum die Frage nicht zutrifft.",
}
_JA_NEIN_SCHEMA = {
    "anyOf": [
        {"enum": ["ja", "nein"], "errorMessage": "Hier steht ja oder nein."},
        {"type": "string", "pattern": f"^({_gross_oder_klein(JA + NEIN)})$"},
        # true and false; said backwards, since editors offer both for every "type": "boolean".
        {"not": {"type": ["null", "number", "string", "array", "object"]}},
    ]
}
_JAHR_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": f"^{JAHR_MUSTER}$",
    "minimum": JAHR_VON,
    "maximum": JAHR_BIS,
    "errorMessage": "Hier steht ein Jahr mit vier Ziffern, z. B. 2024.",
}
_ZAHL_SCHEMA = {
    "type": ["string", "number"],
    "pattern": f"^{_ZAHL.pattern}$",
    "minimum": 0,
    "maximum": ZAHL_BIS,
    "errorMessage": "Hier steht eine Zahl ohne Tausenderzeichen, mit höchstens zwei Nachkommastellen, z. B. 19,5.",
}
_ANZAHL_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": "^[0-9]{1,9}([.,]0{1,2})?$",
    "minimum": 0,
    "maximum": ZAHL_BIS,
    "errorMessage": "Hier steht eine ganze Zahl, nur Ziffern, z. B. 120.",
}
_AGS_SCHEMA = {
    "type": "string",
    "pattern": f"^{_AGS.pattern}$",
    "errorMessage": 'Hier steht der Amtliche Gemeindeschlüssel in Anführungszeichen, z. B. "03357".',
}

Grund = Annotated[str, PlainValidator(_lies_grund), WithJsonSchema(_GRUND_SCHEMA)]
"""Text that gives a reason: not blank, and no mere „ja“."""
Text = Annotated[str, PlainValidator(_lies_text), WithJsonSchema(TEXT_SCHEMA)]
"""Text in Markdown, kept as typed."""
JaNein = Annotated[bool, PlainValidator(_lies_ja_nein), WithJsonSchema(_JA_NEIN_SCHEMA)]
"""``ja`` or ``nein`` (also ``true`` and ``false``)."""
Jahr = Annotated[int, PlainValidator(lies_jahr), WithJsonSchema(_JAHR_SCHEMA)]
"""A year, 1900 to 2199."""
Zahl = Annotated[Decimal, PlainValidator(_lies_zahl), WithJsonSchema(_ZAHL_SCHEMA)]
"""A number from 0 with at most two decimals, comma or point."""
Anzahl = Annotated[int, PlainValidator(_lies_anzahl), WithJsonSchema(_ANZAHL_SCHEMA)]
"""A count from 0."""
Ags = Annotated[str, PlainValidator(_lies_ags), WithJsonSchema(_AGS_SCHEMA)]
"""Official key of a body: 5 or 8 digits, as text, since it begins with a zero."""


class Entfaellt(Modell):
    """A question declared not applicable: ``{entfaellt: reason}``."""

    entfaellt: Grund = Field(description="Die Frage trifft nicht zu; hier steht, warum.")


class Erlaeutert(Modell, Generic[T]):
    """A short answer that has grown an explanation: ``{antwort: ja, erlaeuterung: "…"}``."""

    # With none of its keys it would be an empty mapping, which is no answer.
    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    antwort: T | None = Field(default=None, description="Die Antwort selbst.")
    erlaeuterung: Text | None = Field(default=None, description="Erläuterung zur Antwort.")


ENTFAELLT_ZWEIG, ERLAEUTERT_ZWEIG, WERT_ZWEIG = "=entfaellt", "=erlaeutert", "=wert"


def _zweig(wert: Any) -> str:
    """Choose the branch of an answer by its keys; the tags begin with ``=`` so that no key of a file equals them."""
    if isinstance(wert, dict):
        if "entfaellt" in wert:
            return ENTFAELLT_ZWEIG
        if "antwort" in wert or "erlaeuterung" in wert:
            return ERLAEUTERT_ZWEIG
    return WERT_ZWEIG


def _zweig_ohne_erlaeuterung(wert: Any) -> str:
    # A model that was read elsewhere may be taken over as it is.
    ist_grund = isinstance(wert, Entfaellt) or (isinstance(wert, dict) and "entfaellt" in wert)
    return ENTFAELLT_ZWEIG if ist_grund else WERT_ZWEIG


class Sonstiges(Modell):
    """The free entry of a list of options: ``{sonstiges: text}``."""

    sonstiges: Text = Field(description="Eigener Eintrag.")


def _zweig_option(wert: Any) -> str:
    return "=sonstiges" if isinstance(wert, dict) else "=option"


def _zweig_text_oder_liste(wert: Any) -> str:
    return "=liste" if isinstance(wert, list) else "=text"


if TYPE_CHECKING:
    Antwort = Union[T, Entfaellt, None]
    Kurzantwort = Union[T, Erlaeutert[T], Entfaellt, None]
    OptionOderSonstiges = Union[T, Sonstiges]
    TextOderListe = Union[Text, list[T]]
else:
    # Classes and not aliases, since Pydantic cannot fill a type variable inside Erlaeutert[T] of a plain alias.
    class Antwort:
        """An answer, or the reason why none is owed, or nothing yet."""

        def __class_getitem__(cls, typ: Any) -> Any:
            zweige = Union[Annotated[typ, Tag(WERT_ZWEIG)], Annotated[Entfaellt, Tag(ENTFAELLT_ZWEIG)]]
            return Annotated[zweige, Discriminator(_zweig_ohne_erlaeuterung)] | None

    class Kurzantwort:
        """A short answer (ja/nein, a date, options) that may grow an explanation."""

        def __class_getitem__(cls, typ: Any) -> Any:
            zweige = Union[
                Annotated[typ, Tag(WERT_ZWEIG)],
                Annotated[Erlaeutert[typ], Tag(ERLAEUTERT_ZWEIG)],
                Annotated[Entfaellt, Tag(ENTFAELLT_ZWEIG)],
            ]
            return Annotated[zweige, Discriminator(_zweig)] | None

    class OptionOderSonstiges:
        """An option, or the free entry beside it."""

        def __class_getitem__(cls, typ: Any) -> Any:
            zweige = Union[Annotated[typ, Tag("=option")], Annotated[Sonstiges, Tag("=sonstiges")]]
            return Annotated[zweige, Discriminator(_zweig_option)]

    class TextOderListe:
        """Prose, or a list of small mappings."""

        def __class_getitem__(cls, typ: Any) -> Any:
            zweige = Union[Annotated[Text, Tag("=text")], Annotated[list[typ], Tag("=liste")]]
            return Annotated[zweige, Discriminator(_zweig_text_oder_liste)]

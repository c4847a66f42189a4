"""Options of a question: the key that people write, and the official wording."""

from __future__ import annotations

from enum import Enum
from typing import Any, Self

from pydantic_core import CoreSchema, PydanticCustomError

from kmut_cli.documents.gelesen import Gelesen


class Option(Gelesen, Enum):
    """Base of all option lists: a member's name is the key in the YAML, its value the official wording."""

    @property
    def titel(self) -> str:
        """The official wording."""
        return str(self.value)

    @classmethod
    def lies(cls, wert: Any) -> Self:
        """Read a key.

        Raises:
            PydanticCustomError: ``option``, with the keys that are allowed.
        """
        if isinstance(wert, cls):
            return wert
        if isinstance(wert, str) and (option := cls.__members__.get(wert)) is not None:
            return option
        raise PydanticCustomError("option", "unbekannte Angabe", {"erlaubt": list(cls.__members__)})

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        """Keys with their official wording; see :func:`options_schema`."""
        return options_schema({option.name: option.titel for option in cls})


def options_schema(wortlaute: dict[str | None, str]) -> dict[str, Any]:
    """Give the JSON Schema of a choice.

    ``oneOf`` with titles is how the standard names options; ``enum`` with ``enumDescriptions`` says it to editors. Inside
    ``oneOf`` stands ``enum`` with one value and not the equal ``const``, since editors would then report a mistake twice.

    Args:
        wortlaute: Wording by key; the key None is an empty value.
    """
    return {
        "enum": list(wortlaute),
        "enumDescriptions": list(wortlaute.values()),
        "oneOf": [
            {"title": wortlaut, "enum": [schluessel], "enumDescriptions": [wortlaut]}
            for schluessel, wortlaut in wortlaute.items()
        ],
    }

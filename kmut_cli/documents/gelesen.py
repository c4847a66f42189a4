"""Values that are read from what was typed, by their own ``lies``."""

from __future__ import annotations

from typing import Any, Self

from pydantic_core import CoreSchema, core_schema


class Gelesen:
    """Base of such values; tells Pydantic how they are made."""

    __slots__ = ()

    @classmethod
    def lies(cls, wert: Any) -> Self:
        """Read a value.

        Raises:
            PydanticCustomError: It is none; the type of the error says why.
        """
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        """Read with :meth:`lies`."""
        return core_schema.no_info_plain_validator_function(cls.lies)

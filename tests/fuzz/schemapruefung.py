"""The schemas as a strict reader applies them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema

from kmut_cli.documents import schema as erzeuger


def _muster(pruefer: Any, muster: str, wert: Any, _schema: Any) -> Iterator[jsonschema.ValidationError]:
    """Patterns as the standard means them (ECMA-262): ``$`` is the end; in Python also before a last newline."""
    if pruefer.is_type(wert, "string") and not re.search(muster.removesuffix("$") + r"\Z", wert):
        yield jsonschema.ValidationError(f"{wert!r} does not match {muster!r}")


Pruefer = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": _muster})


@cache
def json_schema(art: str, ausgabe: str) -> dict[str, Any]:
    """The schema of a document, made once; nobody changes it."""
    return erzeuger.json_schema(art, ausgabe)


@cache
def pruefer(eins: tuple[str, str]) -> Any:
    """What judges documents of a kind and edition."""
    return Pruefer(json_schema(*eins))

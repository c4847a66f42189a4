"""Bring the JSON Schema that Pydantic derives into a form that editors can work with.

Pydantic nests a union per idea (answer or reason or nothing). Editors complete and explain badly through nested unions, so
here every place has at most one branch for mappings and one for lists, side by side in one ``anyOf``; a place that allows
mappings only, or nothing, has no ``anyOf`` at all. What is valid stays the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kmut_cli.documents.option import options_schema

Schema = dict[str, Any]

OFFEN = "noch offen"  # what an empty key means, where editors list it among the options
_LEER: Schema = {"type": "null"}
_VEREINIGUNGEN = ("anyOf", "oneOf")
_BESCHRIFTUNG = ("title", "description")
# Order of the keywords in the file: what people read first stands first.
_FOLGE = (
    *("$schema", "$id", "$ref", "title", "description", "type", "default", "required", "properties"),
    *("additionalProperties", "minProperties", "dependentSchemas", "items"),
)


def in_form(schema: Schema) -> Schema:
    """Give a schema without nested unions.

    Args:
        schema: What ``model_json_schema`` gave; is not changed.

    Returns:
        An equivalent schema; ``$defs`` holds only what is still referred to.
    """
    quelle: dict[str, Schema] = schema.get("$defs", {})
    ziel = _knoten({name: wert for name, wert in schema.items() if name != "$defs"}, quelle)
    definitionen: dict[str, Schema] = {}
    offen = sorted(_verweise(ziel))
    while offen:
        name = offen.pop()
        if name not in definitionen:
            definitionen[name] = _knoten(quelle[name], quelle)
            offen += _verweise(definitionen[name])
    if definitionen:
        ziel["$defs"] = {name: definitionen[name] for name in sorted(definitionen)}
    return ziel


def geordnet(schema: Schema) -> Schema:
    """Give the schema with its keywords in one fixed order; names of properties keep theirs."""
    folge = sorted(schema, key=lambda wort: _FOLGE.index(wort) if wort in _FOLGE else len(_FOLGE))
    return {wort: _geordneter_wert(wort, schema[wort]) for wort in folge}


def _geordneter_wert(wort: str, wert: Any) -> Any:
    if wort in ("properties", "$defs", "dependentSchemas"):
        return {name: geordnet(eins) for name, eins in wert.items()}
    if isinstance(wert, dict):
        return geordnet(wert)
    if wort in _VEREINIGUNGEN:
        return [geordnet(eins) for eins in wert]
    return wert


def _knoten(schema: Schema, quelle: dict[str, Schema]) -> Schema:
    """Bring one place and everything below it into form."""
    if "enum" in schema or not any(wort in schema for wort in _VEREINIGUNGEN):
        return _mit_kindern(schema, quelle)
    beschriftung = {wort: wert for wort, wert in schema.items() if wort in _BESCHRIFTUNG}
    zweige = _vereint(_mit_kindern(zweig, quelle) for zweig in _zweige(schema, quelle))
    return {**beschriftung, **(zweige[0] if len(zweige) == 1 else {"anyOf": zweige})}


def _mit_kindern(schema: Schema, quelle: dict[str, Schema]) -> Schema:
    ergebnis = dict(schema)
    if "properties" in schema:
        ergebnis["properties"] = {name: _knoten(eins, quelle) for name, eins in schema["properties"].items()}
    if "items" in schema:
        ergebnis["items"] = _knoten(schema["items"], quelle)
    return ergebnis


def _zweige(schema: Schema, quelle: dict[str, Schema]) -> Iterator[Schema]:
    """Give the branches of a union in order, through unions in unions, with references resolved."""
    if "$ref" in schema:
        schema = quelle[ziel_des_verweises(schema)]
    unter = [zweig for wort in _VEREINIGUNGEN for zweig in schema.get(wort, ())]
    if unter and "enum" not in schema:
        for zweig in unter:
            yield from _zweige(zweig, quelle)
    else:
        yield {wort: wert for wort, wert in schema.items() if wort not in _BESCHRIFTUNG}


def _vereint(zweige: Iterable[Schema]) -> list[Schema]:
    """Join the mappings into one branch, and null with the only other branch if there is only one."""
    alle = list(zweige)
    abbildungen = [zweig for zweig in alle if "properties" in zweig]
    ergebnis = [zweig for zweig in alle if "properties" not in zweig and zweig != _LEER]
    if abbildungen:
        ergebnis.append(_eine_abbildung(abbildungen))
    if _LEER not in alle:
        return ergebnis
    # Null last: for an empty key the language server then knows one branch only, and shows the question once.
    return [_oder_leer(ergebnis[0])] if len(ergebnis) == 1 else [*ergebnis, _LEER]


def _oder_leer(schema: Schema) -> Schema:
    """Allow null as well: an empty key."""
    if "enum" in schema:
        wortlaute = dict(zip(schema["enum"], schema["enumDescriptions"], strict=True))
        return {**schema, **options_schema({**wortlaute, None: OFFEN})}
    typen = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*typen, *(["null"] if "null" not in typen else [])]}


def _eine_abbildung(zweige: list[Schema]) -> Schema:
    """Join mappings of which a file may use one: the keys of the others are then forbidden.

    All but one of them are recognised by any of their keys, such as ``entfaellt`` or ``aus``.
    """
    haupt = max(zweige, key=lambda zweig: len(zweig["properties"]))
    ergebnis = {**haupt, "properties": dict(haupt["properties"])}
    for zweig in zweige:
        if zweig is not haupt:
            namen = list(zweig["properties"])
            allein: Schema = {"maxProperties": 1} if len(namen) == 1 else {"propertyNames": {"enum": namen}}
            ergebnis["properties"] |= zweig["properties"]
            ergebnis.setdefault("dependentSchemas", {}).update(dict.fromkeys(namen, allein))
    return ergebnis


def ziel_des_verweises(verweis: Schema) -> str:
    """Give the name under ``$defs`` that a ``$ref`` means."""
    return str(verweis["$ref"]).removeprefix("#/$defs/")


def _verweise(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        eigener = [ziel_des_verweises(schema)] if isinstance(schema.get("$ref"), str) else []
        return eigener + [name for wert in schema.values() for name in _verweise(wert)]
    return [name for eins in schema for name in _verweise(eins)] if isinstance(schema, list) else []

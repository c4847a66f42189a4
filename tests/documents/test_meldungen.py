"""What Pydantic says in English is told in German, whatever it is: no error type is left to chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kmut_cli.documents
from kmut_cli.documents.meldungen import meldung
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.stammdaten import Stammdaten

PAKET = Path(kmut_cli.documents.__file__).parent
EIGENE = sorted({
    art
    for modul in PAKET.glob("*.py")
    for art in re.findall(r"PydanticCustomError\(\s*\"(\w+)\"", modul.read_text("utf-8"))
})  # fmt: skip
# What each kind of schema of Pydantic may complain about. `tagged-union` never does: each of our discriminators gives
# a tag that exists. A kind that is not here would bring error types that nobody has translated.
FEHLERARTEN: dict[str, set[str]] = {
    "model": {"model_type"},
    "model-fields": {"extra_forbidden", "missing"},
    "model-field": set(),
    "list": {"list_type"},
    "dict": {"dict_type"},
    "nullable": set(),
    "default": set(),
    "tagged-union": set(),
    "function-before": set(),
    "function-after": set(),  # a single value becomes a list, whatever it is
    "function-plain": set(EIGENE),
    "str": set(),  # the keys of a mapping, which the reader gives as text always
    "any": set(),
    "definitions": set(),
    "definition-ref": set(),
}
WERTE: list[Any] = ["", "x", "12,5", "75.000", None, True, 3, 4.5, [], ["a"], {}, {"a": None}, "ä" * 100, "a\nb"]
# All read the value before they refuse it.
NUR_TEXT = {"datum_kalender", "tag_kalender", "zahl_tausender", "zeitraum_folge"}
NUR_TEXT |= {"messwert_tausender", "messwert_zeichen"}
KONTEXT = {"ohne": "75000", "ziffern": "3357", "erlaubt": ["ja", "nein"]}
ALLGEMEIN = "passt hier nicht"


def _schemata(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for name, teil in schema.items():
            if name not in ("metadata", "serialization", "function"):
                yield from _schemata(teil)
    elif isinstance(schema, list | tuple):
        for teil in schema:
            yield from _schemata(teil)


def _typen() -> Iterator[Any]:
    yield Stammdaten
    for art, ausgaben in arten().items():
        for ausgabe in ausgaben:
            yield dokumenttyp(art, ausgabe)


@pytest.mark.parametrize("typ", list(_typen()), ids=lambda typ: typ.__name__)
def test_jede_art_von_fehler_ist_bekannt(typ: Any) -> None:
    typ.model_rebuild()
    arten_im_schema = {schema["type"] for schema in _schemata(typ.__pydantic_core_schema__)}
    assert {"model", "list"} & arten_im_schema
    assert arten_im_schema <= FEHLERARTEN.keys()


@pytest.mark.parametrize("art", [*EIGENE, "model_type", "list_type", "dict_type"])
@pytest.mark.parametrize("wert", WERTE, ids=repr)
def test_jede_art_von_fehler_ist_uebersetzt(art: str, wert: Any) -> None:
    if art in NUR_TEXT and not isinstance(wert, str):
        return
    eine = meldung(art, wert, KONTEXT, "feld", ["eins", "zwei"])
    assert ALLGEMEIN not in eine.message
    assert eine.rule.code.startswith("KM2")
    for text in (eine.message, eine.help):
        assert text
        assert "\n" not in text
        assert "{name}" not in text
        assert "None" not in text


def test_es_gibt_eigene_fehlerarten() -> None:
    assert {"text", "ja_nein", "datum_form", "zahl", "ags", "option"} <= set(EIGENE)


def test_eine_unvorhergesehene_art_bleibt_deutsch() -> None:
    eine = meldung("string_too_short", "x", {"min_length": 3}, "feld", [])
    assert eine.message == "Die Angabe zu „feld“ passt hier nicht."

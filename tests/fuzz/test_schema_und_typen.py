"""Files as an editor reads them, judged by the schema, and as kmut reads them, judged by the types: one mind."""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kmut_cli.documents.antworten import Ags, Text, Zahl
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.kennzahlen.merkmale import Merkmale
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.validieren import validiere
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.source.reader import read_source
from tests.fuzz.schemapruefung import Pruefer, pruefer
from tests.fuzz.schreibweisen import geschrieben, wie_ein_editor
from tests.fuzz.strategien import ALLE, BLAETTER, STUECKE, TEXTE, Ausgabe, aus_schema, dokumente, nimmt, verdorben
from tests.fuzz.umfang import umfang

je_dokument = pytest.mark.parametrize("eins", ALLE, ids="-".join)
FALSCHES = (
    STUECKE
    | TEXTE
    | st.none()
    | st.sampled_from(
        ["1899", "2200", "10000000000", "-3", "13/2023", "2023-13", "25:00", "0335", "landkreiss", "", " "]
    )
)

ALLERLEI = FALSCHES.filter(lambda wert: wert is not None) | st.one_of([texte for _typ, texte, _nur_json in BLAETTER])

# What a schema cannot say: only these faults of the types may pass it.
NUR_DIE_TYPEN = {
    "datum_kalender": "which days a month has",
    "zeitraum_folge": "that a span ends after its beginning",
    "merkmale": "that a characteristic stands there once, in a text of several",
}

# What an editor reads otherwise than kmut, which takes every bare word as the text that was typed. Only there the
# schema may refuse what the types take, or take what they refuse, since it never sees what was typed.
ANDERS_GELESEN = {
    r"true|True|TRUE|false|False|FALSE": "truth values; as text a schema must not allow them, or editors propose both",
    r"0[0-9]+": "an AGS or a number with leading zeros is another number",
    r"[-+].*": "a sign: a number to others, no count, date or code to the types",
    r"0[ox].*": "octal and hexadecimal numbers",
    r".*[eE].*": "numbers with an exponent",
    r"\..*|.*\.": "a point at the edge",
    r"[0-9]+\.[0-9]*0|[0-9]+\.[0-9]{3,}": "decimals: 4.10 is 4.1, and nobody counts those of 0.125",
}
_ANDERS = re.compile("|".join(f"(?:{muster})" for muster in ANDERS_GELESEN))
NUR_DORT_FALSCH = [("2023-02-30", Datum), ("2016-2015", Zeitraum), ("Alter=1|Alter=2", Merkmale)]
BEISPIELE_DAFUER = [
    ("true", Text),
    ("03357", Ags),
    ("+3", Zahl),
    ("0x10", Zahl),
    ("1e3", Zahl),
    (".5", Zahl),
    ("1.250", Zahl),
]


def _als_text_getippt(getippt: Any, typisiert: Any) -> Any:
    """The data as an editor has them, but with quotes around what it would read otherwise than kmut."""
    if isinstance(getippt, dict):
        return {name: _als_text_getippt(wert, typisiert[name]) for name, wert in getippt.items()}
    if isinstance(getippt, list):
        return [_als_text_getippt(*paar) for paar in zip(getippt, typisiert, strict=True)]
    if isinstance(getippt, str) and not isinstance(typisiert, str) and _ANDERS.fullmatch(getippt):
        return getippt
    return typisiert


def _einig(eins: Ausgabe, inhalt: bytes) -> bool:
    """Prove that both say the same of a file; gives what they say."""
    source = read_source("datei.yaml", inhalt)
    assert source.data, inhalt.decode()
    # Validation itself, since a finding does not tell one fault of the types from another.
    fehler = {eins.art for eins in validiere(dokumenttyp(*eins), source.data).fehler}
    schema = pruefer(eins)
    editor = _als_text_getippt(source.data, wie_ein_editor(source))
    if not fehler:
        # With all in quotes nothing is read otherwise: the schema takes what the types take, without exception.
        assert schema.is_valid(source.data), inhalt.decode()
        assert all(_nur_ohne_anfuehrung(source.data, eins) for eins in schema.iter_errors(editor)), inhalt.decode()
    elif schema.is_valid(editor) or schema.is_valid(source.data):
        assert fehler <= set(NUR_DIE_TYPEN), (fehler, inhalt.decode())
    return not fehler


def _nur_ohne_anfuehrung(getippt: Any, fehler: jsonschema.ValidationError) -> bool:
    """Whether a number stands without quotes where the schema wants a text: an AGS, the number of an indicator."""
    hier: Any = getippt
    for teil in fehler.absolute_path:
        hier = hier[teil]
    return any(re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) for text in _texte(hier))


def _ist_ausnahme(typ: Any, wert: Any) -> bool:
    try:
        TypeAdapter(typ).validate_python(wert)
    except ValidationError as fehler:
        return fehler.errors()[0]["type"] in NUR_DIE_TYPEN
    return False


@cache
def _schema_von(typ: Any) -> Any:
    return Pruefer(TypeAdapter(typ).json_schema())


def _texte(daten: Any) -> list[str]:
    if isinstance(daten, str):
        return [daten]
    innen = daten.values() if isinstance(daten, dict) else daten if isinstance(daten, list) else ()
    return [text for wert in innen for text in _texte(wert)]


@umfang(150)
@given(st.sampled_from(BLAETTER), ALLERLEI)
def test_each_kind_of_value_is_judged_alike(blatt: Any, wert: Any) -> None:
    typ, _texte, _nur_json = blatt
    assert nimmt(typ, wert) == _schema_von(typ).is_valid(wert) or _ist_ausnahme(typ, wert), wert


@umfang(150)
@given(st.sampled_from(BLAETTER).flatmap(lambda blatt: st.tuples(st.just(blatt[0]), blatt[1])))
def test_each_kind_of_value_takes_its_own_forms(paar: tuple[Any, Any]) -> None:
    typ, wert = paar
    assert nimmt(typ, wert), wert
    assert _schema_von(typ).is_valid(wert), wert


@pytest.mark.parametrize("typ", [blatt[0] for blatt in BLAETTER], ids=range(len(BLAETTER)))
@umfang(2)
@given(data=st.data())
def test_a_kind_of_value_that_nobody_named_would_be_drawn_from_its_schema(typ: Any, data: st.DataObject) -> None:
    wert = data.draw(aus_schema(typ))
    assert nimmt(typ, wert) and _schema_von(typ).is_valid(wert), wert


@je_dokument
@umfang(15)
@given(data=st.data())
def test_what_the_types_allow_the_schema_allows_as_an_editor_reads_it(eins: Ausgabe, data: st.DataObject) -> None:
    inhalt = geschrieben(data.draw(dokumente(eins)), data.draw(st.integers(0, 2**32)))
    assert _einig(eins, inhalt)


@je_dokument
@umfang(25)
@given(data=st.data())
def test_spoilt_files_are_judged_alike(eins: Ausgabe, data: st.DataObject) -> None:
    daten = data.draw(verdorben(dokumente(eins), FALSCHES))
    _einig(eins, geschrieben(daten, data.draw(st.integers(0, 2**32))))


@je_dokument
@umfang(10)
@given(data=st.data())
def test_a_key_that_no_place_knows_is_refused_by_both(eins: Ausgabe, data: st.DataObject) -> None:
    daten = copy.deepcopy(data.draw(dokumente(eins)))
    ort = data.draw(st.sampled_from([daten, daten, *(wert for wert in daten.values() if isinstance(wert, dict))]))
    ort["unbekannt_hier"] = "x"
    assert not _einig(eins, geschrieben(daten, 0))


@pytest.mark.parametrize(("text", "typ"), BEISPIELE_DAFUER)
def test_the_exceptions_are_some(text: str, typ: Any) -> None:
    """Each of them is there for a reason: such a word is judged otherwise where it is read otherwise."""
    assert _ANDERS.fullmatch(text)
    source = read_source("datei.yaml", f"wort: {text}\n".encode())
    schema = _schema_von(typ)
    assert schema.is_valid(source.data["wort"]) == nimmt(typ, text)
    assert schema.is_valid(wie_ein_editor(source)["wort"]) != nimmt(typ, text)


@pytest.mark.parametrize(("text", "typ"), NUR_DORT_FALSCH)
def test_only_the_types_know(text: str, typ: Any) -> None:
    assert _schema_von(typ).is_valid(text)
    assert not nimmt(typ, text) and _ist_ausnahme(typ, text)


def test_every_exception_has_its_example() -> None:
    assert len(NUR_DORT_FALSCH) == len(NUR_DIE_TYPEN)
    assert all(any(re.fullmatch(muster, text) for text, _ in BEISPIELE_DAFUER) for muster in ANDERS_GELESEN)

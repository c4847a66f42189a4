"""Documents that the types allow, made by walking the types and nothing else: a new kind or edition needs no code.

What a leaf may hold is written down a second time on purpose (:data:`BLAETTER`), so that schema and reader can both be
wrong about it. A type that is not named there is drawn from its own JSON Schema, as far as its reader takes that.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import jsonschema
from hypothesis import strategies as st
from pydantic import PlainValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic.fields import FieldInfo

from kmut_cli.documents.antworten import Ags, Anzahl, Erlaeutert, Grund, Jahr, JaNein, Text, Zahl
from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.gelesen import Gelesen
from kmut_cli.documents.kennzahlen.katalog import Katalogname, kataloge
from kmut_cli.documents.kennzahlen.messwert import Angabe, Kennzahlnummer, Merkmale, Messzeit, Wertzahl
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.zeitraum import Zeitraum

Ausgabe = tuple[str, str]
"""Kind and edition of a document."""
ALLE: list[Ausgabe] = [(art, ausgabe) for art, ausgaben in arten().items() for ausgabe in ausgaben]

# --- Leaves ---------------------------------------------------------------------------------------------------------

# What a file may hold: everything that neither controls nor separates, besides line ends and tabulators.
ZEICHEN = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff", include_characters="\n\t"
)
STUECKE = st.sampled_from(
    ["Wort", "Grüße aus Żółć", "A & B <Test>", "{{ x }}", "{% raw %}", "]]>", "# kein Titel", "- Punkt", "1. Punkt",
     "> Zitat", "**fett**", "Bürger*innen", "a | b", "|---|---|", "`code`", "[Link](https://example.org)",
     "[x]: /u", "![](b.png)", "Schlüssel: Wert", " # kein Kommentar", "'", '"', "\\", "„so“", "\u00a0", "😀",
     "e\u0301", "\u202egro", "=1+1", "@SUM(1)", "ja", "nein", "null", "~", "12", "03357", "1.5", "2024-05-01",
     "75.000", "true", "0x1F", "1e3", "---", "...", "&anker", "*verweis", "!marke", "? frage", "<<", "%", "  vorn",
     "hinten  ", ":", "-", "{a: b}", "[a, b]", "Z1", "KM101", "a\tb", "\t"]
)  # fmt: skip
TEXTE = (
    st.lists(STUECKE, max_size=4).map(" ".join)
    | st.lists(STUECKE | st.just(""), max_size=5).map("\n".join)
    | st.text(ZEICHEN, max_size=12)
)
_TAGE = st.dates().filter(lambda tag: 1900 <= tag.year <= 2199)
_JAHRE = st.integers(1900, 2199)
_DATEN = (
    _TAGE.map(str)
    | _TAGE.map(lambda tag: f"{tag.day}.{tag.month}.{tag.year}")
    | _TAGE.map(lambda tag: f"{tag:%d.%m.%Y}")
    | _TAGE.map(lambda tag: f"{tag:%m/%Y}")
    | _TAGE.map(lambda tag: f"{tag:%Y-%m}")
    | _JAHRE.map(str)
)
_SPANNEN = _TAGE.map(lambda tag: f"{tag:%d.%m.}–{tag:%d.%m.%Y}") | _JAHRE.map(lambda jahr: f"{jahr}/{jahr}")
_ZAHLEN = st.integers(0, 999_999_999).map(str) | st.from_regex(r"[0-9]{1,9}([.,][0-9]{1,2})?", fullmatch=True)
_WERTE = st.integers(-(10**14), 10**14).map(str) | st.from_regex(r"-?[0-9]{1,15}(,[0-9]{1,6})?", fullmatch=True)
_FLIESS = st.floats(allow_nan=False, allow_infinity=False)
_NAMEN = st.from_regex(r"[a-zäöü_]{1,8}(\.[a-zäöü_]{1,8}){0,2}", fullmatch=True)
_NICHTS: st.SearchStrategy[Any] = st.nothing()

# Type, the values as text, and those that only JSON has.
BLAETTER: list[tuple[Any, st.SearchStrategy[Any], st.SearchStrategy[Any]]] = [
    (Text, TEXTE, st.integers() | _FLIESS),
    (Grund, TEXTE.map(lambda wert: f"weil {wert}"), _NICHTS),
    (JaNein, st.sampled_from(["ja", "nein", "Nein", "JA", "true", "False"]), st.booleans()),
    (Jahr, _JAHRE.map(str), _JAHRE),
    (Zahl, _ZAHLEN, st.integers(0, 999_999_999) | st.floats(0, 999_999_999)),
    (Anzahl, st.integers(0, 999_999_999).map(str) | st.sampled_from(["120.0", "7,00"]), st.integers(0, 999_999_999)),
    (Ags, st.from_regex(r"[0-9]{5}([0-9]{3})?", fullmatch=True), _NICHTS),
    (Datum, _DATEN, _JAHRE),
    (Zeitraum, _DATEN | _SPANNEN, _JAHRE),
    (Messzeit, _DATEN | _SPANNEN | st.sampled_from(["2023/24", "1999/00", "2023/2024"]), _JAHRE),
    (
        Uhrzeit,
        st.times().map(lambda zeit: f"{zeit:%H:%M}")
        | st.integers(0, 23).map(lambda stunde: f"{stunde} Uhr")
        | st.sampled_from(["10:00–16:00", "ab 9 Uhr", "bis 12:00", "9.30 Uhr", "22:00 bis 1:30 Uhr"]),
        _NICHTS,
    ),
    (Katalogname, st.sampled_from(kataloge()), _NICHTS),
    (Kennzahlnummer, st.sampled_from(["1", "4.1", "13.10", "M1", "Ä.ö.3"]), _NICHTS),
    (Wertzahl, _WERTE, st.integers(-(10**14), 10**14)),
    (
        Angabe,
        st.sampled_from(["-", ".", "...", "/", "x", "()", "(12,5)", "163455", "folgt"]) | _WERTE,
        st.integers(-9, 9),
    ),
    (
        Merkmale,
        st.sampled_from([{}, {"Geschlecht": "weiblich", "Alter": "18"}, "Geschlecht=weiblich|Alter=18", ""]),
        st.just({"Alter": 18}),
    ),
]  # fmt: skip


def _leser(annotation: Any) -> list[PlainValidator]:
    """What reads a scalar type; unions add marks of their own to the annotation, so this is what tells the type."""
    return [eins for eins in _marken(annotation) if isinstance(eins, PlainValidator)]


def _marken(annotation: Any) -> tuple[Any, ...]:
    return tuple(getattr(annotation, "__metadata__", ()))


def _ist_blatt(annotation: Any) -> bool:
    eigen = isinstance(annotation, type) and issubclass(annotation, Gelesen) and not issubclass(annotation, Option)
    return eigen or bool(_leser(annotation))


def _blatt(annotation: Any, json: bool) -> st.SearchStrategy[Any]:
    for typ, texte, nur_json in BLAETTER:
        if annotation is typ or _leser(annotation) == _leser(typ) != []:
            werte = texte | nur_json if json else texte
            break
    else:
        werte = aus_schema(annotation)
    # A place may take less than its type, and says so in the schema beside it.
    marken = [eine.json_schema or {} for eine in _marken(annotation) if isinstance(eine, WithJsonSchema)]
    verbote = [jsonschema.Draft202012Validator(eine["not"]) for eine in marken if "not" in eine]
    return werte.filter(lambda wert: not any(verbot.is_valid(wert) for verbot in verbote)) if verbote else werte


def aus_schema(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a leaf as its own schema describes them, without those that only its reader knows to be wrong."""
    schema = TypeAdapter(annotation).json_schema()
    zweige = schema.get("anyOf", [schema])
    werte = [st.sampled_from(zweig["enum"]) for zweig in zweige if "enum" in zweig]
    werte += [
        st.from_regex(zweig["pattern"].removeprefix("^").removesuffix("$"), fullmatch=True)
        for zweig in zweige
        if "pattern" in zweig
    ]
    return st.one_of(werte or [TEXTE]).filter(lambda wert: nimmt(annotation, wert))


def nimmt(annotation: Any, wert: Any) -> bool:
    """Whether a type takes a value."""
    try:
        _adapter(annotation).validate_python(wert)
    except ValidationError:
        return False
    return True


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


# --- Documents ------------------------------------------------------------------------------------------------------


def gueltig(annotation: Any, *, json: bool = False) -> st.SearchStrategy[Any]:
    """Data that a type accepts.

    Args:
        annotation: The type, with what stands beside it.
        json: Also numbers and truth values, which a file of JSON has and the reader never gives.
    """
    if _ist_blatt(annotation):
        return _blatt(annotation, json)
    if annotation in (type(None), str):
        return st.none() if annotation is type(None) else TEXTE
    if get_origin(annotation) is list:
        return st.lists(st.deferred(lambda: gueltig(get_args(annotation)[0], json=json)), max_size=3)
    if get_origin(annotation) is dict:
        schluessel, wert = get_args(annotation)
        assert schluessel is str, annotation
        return st.dictionaries(_NAMEN, gueltig(wert, json=json), max_size=2)
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of([gueltig(teil, json=json) for teil in get_args(annotation)])
    if hasattr(annotation, "__metadata__"):
        return gueltig(get_args(annotation)[0], json=json)
    if issubclass(annotation, Option):
        return st.sampled_from([option.name for option in annotation])
    assert issubclass(annotation, Modell), annotation
    return _abbildung(annotation, json)


@st.composite
def _abbildung(draw: st.DrawFn, typ: type[Modell], json: bool) -> dict[str, Any]:
    """A mapping with what is owed and some of the rest: with all of it the long forms would hardly ever be drawn."""
    pflicht = [name for name, info in typ.model_fields.items() if info.is_required()]
    frei = [name for name in typ.model_fields if name not in pflicht]
    # An empty explanation or reference is an empty mapping, which stands for no answer.
    mindestens = 1 if issubclass(typ, Erlaeutert | Bezug) else 0
    gewaehlt = draw(st.lists(st.sampled_from(frei), unique=True, min_size=mindestens, max_size=12)) if frei else []
    return {name: draw(_feld(typ, name, json)) for name in [*pflicht, *gewaehlt]}


@cache
def _feld(typ: type[Modell], name: str, json: bool) -> st.SearchStrategy[Any]:
    return gueltig(_ganz(typ.model_fields[name]), json=json)


def _ganz(info: FieldInfo) -> Any:
    """The annotation as it was written; Pydantic keeps what stood beside the bare type apart."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


@cache
def dokumente(eins: Ausgabe, *, json: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Valid documents of a kind and edition, as plain data; the head stands first."""
    kopf = {"dokument": eins[0], "gliederung": eins[1]}
    return _abbildung(dokumenttyp(*eins), json).map(lambda daten: {**kopf, **daten, **kopf})


# --- Spoilt documents -----------------------------------------------------------------------------------------------

SCHLUESSEL = st.sampled_from(
    ["entfaellt", "antwort", "erlaeuterung", "sonstiges", "aus", "name", "themen", "ziel", "foo", ""]
)


def stellen(daten: Any) -> Iterator[tuple[Any, Any]]:
    """All places in data below the head: container and key."""
    paare = daten.items() if isinstance(daten, dict) else enumerate(daten) if isinstance(daten, list) else ()
    for schluessel, wert in paare:
        if schluessel not in ("dokument", "gliederung"):
            yield daten, schluessel
            yield from stellen(wert)


@st.composite
def verdorben(
    draw: st.DrawFn, heile: st.SearchStrategy[dict[str, Any]], skalare: st.SearchStrategy[Any]
) -> dict[str, Any]:
    """A valid document in which something was done at one to three places that may have spoilt it.

    Args:
        draw: From Hypothesis.
        heile: Valid documents.
        skalare: What is put where something else belongs.
    """
    beliebig = st.recursive(
        skalare, lambda kind: st.lists(kind, max_size=2) | st.dictionaries(SCHLUESSEL, kind, max_size=2), max_leaves=4
    )
    daten: dict[str, Any] = copy.deepcopy(draw(heile))
    for _ in range(draw(st.integers(1, 3))):
        orte = list(stellen(daten))
        ort, schluessel = draw(st.sampled_from(orte)) if orte else (daten, "kommune")
        tat = draw(st.sampled_from(["replace", "add", "remove"]))
        if tat == "add" and isinstance(ort, dict):
            ort[draw(SCHLUESSEL)] = draw(beliebig)
        elif tat == "remove" and orte:
            del ort[schluessel]
        else:
            ort[schluessel] = draw(beliebig)
    return daten

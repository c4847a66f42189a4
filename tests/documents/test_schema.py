"""The JSON Schemas: current, official, and of one mind with the types about what is valid."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.schema import schema_dateiname, schema_text
from kmut_cli.documents.schema_stammdaten import DATEINAME
from tests.fuzz.schemapruefung import json_schema, pruefer
from tests.fuzz.strategien import ALLE

ORDNER = Path(__file__).parents[2] / "schemas"
BERICHT, ANTRAG, LISTE = ("taetigkeitsbericht", "2020"), ("projektbeschreibung", "2026"), ("veranstaltungen", "2026")
je_dokument = pytest.mark.parametrize(("art", "ausgabe"), ALLE)


def urteile(eins: tuple[str, str], daten: Any) -> tuple[bool, bool]:
    """What schema and types say to the same data."""
    try:
        dokumenttyp(*eins).model_validate(copy.deepcopy(daten))
    except ValidationError:
        return pruefer(eins).is_valid(daten), False
    return pruefer(eins).is_valid(daten), True


def dokument(eins: tuple[str, str], pfad: tuple[str, ...] = (), wert: Any = None) -> dict[str, Any]:
    """A document that has its head and one value at a place."""
    daten: dict[str, Any] = {"dokument": eins[0], "gliederung": eins[1]}
    hier = daten
    for name in pfad[:-1]:
        hier = hier.setdefault(name, {})
    if pfad:
        hier[pfad[-1]] = wert
    return daten


def knoten(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All mappings of a schema."""
    yield schema
    for wert in schema.values():
        for kind in wert if isinstance(wert, list) else [wert]:
            if isinstance(kind, dict):
                yield from knoten(kind)


def an(schema: dict[str, Any], pfad: tuple[str, ...]) -> dict[str, Any]:
    """The property at a path of keys."""
    hier = schema
    for name in pfad:
        if "$ref" in hier:
            hier = schema["$defs"][hier["$ref"].rpartition("/")[2]]
        hier = hier["properties"][name]
    return hier


def erreichbar(schema: dict[str, Any], pfad: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """All mappings of a schema that say something about the value at a path of keys."""
    offen, gesehen = [an(schema, pfad)], set()
    while offen:
        for hier in knoten(offen.pop()):
            yield hier
            name = str(hier.get("$ref", "")).rpartition("/")[2]
            if name and name not in gesehen:
                gesehen.add(name)
                offen.append(schema["$defs"][name])


# --- The files ------------------------------------------------------------------------------------------------------


def test_there_is_one_file_for_each_edition() -> None:
    assert {datei.name for datei in ORDNER.iterdir()} == {schema_dateiname(*eins) for eins in ALLE} | {DATEINAME}


@je_dokument
def test_the_file_is_current(art: str, ausgabe: str) -> None:
    datei = ORDNER / schema_dateiname(art, ausgabe)
    assert datei.read_bytes() == schema_text(art, ausgabe).encode(), (
        f"schemas/{datei.name} is not what the outline gives today; renew it with: python3 tasks.py update"
    )


def test_name_and_text() -> None:
    assert schema_dateiname("taetigkeitsbericht", "2020") == "taetigkeitsbericht-2020.schema.json"
    text = schema_text(*BERICHT)
    assert text.endswith("}\n")
    assert json.loads(text) == json_schema(*BERICHT)
    assert "Tätigkeitsbericht" in text  # umlauts as they are


def test_an_unknown_edition_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        json_schema("taetigkeitsbericht", "1999")


# --- The schema -----------------------------------------------------------------------------------------------------


@je_dokument
def test_it_is_a_schema_of_draft_2020_12(art: str, ausgabe: str) -> None:
    schema = json_schema(art, ausgabe)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:kmut:schema:{art}:{ausgabe}"


@je_dokument
def test_every_question_carries_its_official_wording_and_the_title_of_its_section(art: str, ausgabe: str) -> None:
    schema = json_schema(art, ausgabe)
    ganze = gliederung(dokumenttyp(art, ausgabe))
    assert ganze.fragen
    for abschnitt in ganze.abschnitte:
        for frage in abschnitt.fragen:
            ort = an(schema, frage.pfad)
            wortlaut = frage.frage.fuer_jahr(ausgabe)
            assert ort["description"].split("\n\n")[0] == wortlaut, frage.pfad
            assert ort["title"] == f"{abschnitt.nummer} {abschnitt.titel}", frage.pfad


def test_the_year_of_the_edition_stands_in_the_wording() -> None:
    ort = an(json_schema(*ANTRAG), ("bestandsaufnahme", "aktualisierung_geplant"))
    assert ort["description"] == "Die Aktualisierung der Bestandsaufnahme ist in 2026 geplant."
    assert "{jahr}" not in schema_text(*ANTRAG)


def test_sections_and_chapters_carry_number_title_and_hint() -> None:
    schema = json_schema(*BERICHT)
    assert an(schema, ("aufgaben",))["title"] == "Kapitel 2"
    assert an(schema, ("aufgaben",))["description"] == "Wahrnehmung der Aufgaben"
    assert an(schema, ("aufgaben", "bestandsaufnahme"))["title"] == "Abschnitt 2.1"
    antrag = json_schema(*ANTRAG)
    block = an(antrag, ("bestandsaufnahme",))["description"]
    assert block.startswith("BESTANDSAUFNAHME\n\nDie Bestandsaufnahme ist jährlich zu aktualisieren.")
    assert "jährlich durch das Niedersächsische Ministerium" in an(antrag, ("weitere_aufgaben",))["description"]


@je_dokument
def test_every_key_is_explained(art: str, ausgabe: str) -> None:
    stumm = [
        name
        for schema in knoten(json_schema(art, ausgabe))
        if isinstance(schema.get("properties"), dict) and "type" in schema
        for name, ort in schema["properties"].items()
        if not ort.get("description")
    ]
    assert stumm == []


@je_dokument
def test_no_mapping_takes_other_keys(art: str, ausgabe: str) -> None:
    abbildungen = [
        s for s in knoten(json_schema(art, ausgabe)) if isinstance(s.get("properties"), dict) and "type" in s
    ]
    assert len(abbildungen) >= 3, "head, master data and what was carried over"
    assert all(schema["additionalProperties"] is False for schema in abbildungen)


def test_options_carry_their_official_wording_as_titles() -> None:
    liste = next(
        z
        for z in an(json_schema(*BERICHT), ("aufgaben", "handlungskonzept", "handlungsfelder"))["anyOf"]
        if "items" in z
    )
    titel = {wert: eins["title"] for eins in liste["items"]["oneOf"] for wert in eins["enum"]}
    assert titel == dict(zip(liste["items"]["enum"], liste["items"]["enumDescriptions"], strict=True))
    assert titel["ehrenamt"] == "Ehrenamt und bürgerschaftliches Engagement"
    assert len(titel) == 4


@je_dokument
def test_unions_are_one_level_deep_with_one_branch_for_mappings_and_one_for_lists(art: str, ausgabe: str) -> None:
    for schema in knoten(json_schema(art, ausgabe)):
        zweige = schema.get("anyOf", [])
        assert not any("anyOf" in zweig for zweig in zweige)
        for wort in ("properties", "items"):
            assert sum(wort in zweig for zweig in zweige) <= 1


@je_dokument
def test_patterns_end_where_the_text_ends_and_mean_the_same_to_python_and_ecma(art: str, ausgabe: str) -> None:
    muster = [s["pattern"] for s in knoten(json_schema(art, ausgabe)) if isinstance(s.get("pattern"), str)]
    assert muster
    for eins in muster:
        assert eins.startswith("^") and eins.endswith("$")
        assert not re.search(r"\\[dwsbDWSB]|\(\?", eins)  # what the two read differently


# --- One mind -------------------------------------------------------------------------------------------------------

ORTE = {
    "Jahr": (BERICHT, ("berichtsjahr",)),
    "Ags": (BERICHT, ("kommune", "ags")),
    "Option": (BERICHT, ("kommune", "typ")),
    "Text": (BERICHT, ("kommune", "name")),
    "Abschnitt": (BERICHT, ("aufgaben", "bestandsaufnahme")),
    "Kapitel": (BERICHT, ("aufgaben",)),
    "Antwort[Text]": (BERICHT, ("aufgaben", "kmn")),
    "Antwort[list[Teile]]": (BERICHT, ("organisation", "personelle_besetzung")),
    "Antwort[Teile]": (BERICHT, ("aufgaben", "bestandsaufnahme", "themen")),
    "Antwort[list[Text]]": (BERICHT, ("aufgaben", "handlungskonzept", "wichtigste_ziele")),
    "Antwort[TextOderListe]": (BERICHT, ("aufgaben", "projekte", "massnahmen")),
    "Antwort[Bezogen[Text]]": (BERICHT, ("aufgaben", "projekte", "zielgruppen")),
    "Kurzantwort[Bezogen[Datum]]": (BERICHT, ("aufgaben", "handlungskonzept", "fortgeschrieben")),
    "Kurzantwort[Bezogen[JaNein]]": (BERICHT, ("aufgaben", "handlungskonzept", "terminiert")),
    "Antwort[Bezogen[Teile]]": (BERICHT, ("aufgaben", "handlungskonzept", "beschluss")),
    "list[Teile]": (LISTE, ("eintraege",)),
    "Kurzantwort[JaNein]": (BERICHT, ("organisation", "organisatorische_anbindung", "stabsstelle")),
    "Kurzantwort[Datum]": (BERICHT, ("aufgaben", "handlungskonzept", "erstellt")),
    "Kurzantwort[list[Option]]": (BERICHT, ("aufgaben", "handlungskonzept", "handlungsfelder")),
    "Kurzantwort[list[OptionOderSonstiges]]": (ANTRAG, ("bestandsaufnahme", "bereiche")),
}
SKALARE: list[Any] = [
    *(None, True, False, 0, -0.0, 1, -1, 2.5, -0.01, 0.1 + 0.2, 0.29, 19.5, 1e16, 999_999_999, 1_000_000_000, 5e-324),
    *(1899, 1900, 2020, 2020.0, 2020.5, 2199, 2200, 3357, 12345, 10**20),
    *("", " ", "ja", "Ja", "JA", "nein", "NEIN", "true", "False", "ja ", "ja\n", "yes", "jein", "null"),
    *("1899", "1900", "2024", "2199", "2200", "02024", "2024\n", "２０２４", "٢٠٢٤"),
    *("2023-05", "2023-5", "2023-13", "2023-00", "2023-05-14", "2023-05-14\n", "2023-05-32", "2023/05", "2023-05-"),
    *("05/2023", "5/2023", "13/2023", "14.05.2023", "14.5.2023", "32.05.2023", "14.05.23", "14. 5. 2023", "14x05x2023"),
    *("0", "19,5", "19.5", "19.55", "19.555", "75.000", "1 000", "-3", "+3", "1e3", "120.0", "120,00", "120,01", "12,"),
    *("999999999", "1000000000", "03357", "03357010", "3357", "033570", "03357\n", "0335７"),
    *("27./28.04.2015", "27.-28.4.2015", "27.04.–03.05.2015", "30.12.2015 bis 02.01.2016", "2015-04-27/2015-04-28"),
    *(
        "2015/2016",
        "2015-04/2015-06",
        "04/2015 – 06/2015",
        "2015-04/2016",
        "04/2015/06/2015",
        "27./28.04.2015 ",
        "27./.04.2015",
    ),
    *(
        "10:00",
        "10:00–16:00",
        "9.30 Uhr",
        "9-11 Uhr",
        "9",
        "9.30",
        "24:00",
        "10:00\n",
        "10:00–",
        "25 Uhr",
        "ab 9 Uhr",
        "bis 12:00",
        "10:60",
        "9:5",
    ),
    *("landkreis", "Landkreis", "ehrenamt", "ehrenamt\n", "soziales", "sonstiges", "entfaellt"),
]


SCHLUESSEL_IN_LISTEN = ("sonstiges", "wochenstunden", "teilnehmende", "datum", "uhrzeit")


@pytest.mark.parametrize("ort", ORTE)
def test_each_kind_of_answer_is_judged_alike(ort: str) -> None:
    eins, pfad = ORTE[ort]
    abbildungen = [{}, {"foo": 1}, {"name": "x"}, {"soziales": "ja"}, {"entfaellt": "x", "soziales": "ja"}]
    abbildungen += [{"antwort": "ja", "erlaeuterung": "x"}, {"antwort": "ja", "entfaellt": "x"}, {"sonstiges": "x"}]
    abbildungen += [{"antwort": ["ehrenamt"], "erlaeuterung": None}, {"entfaellt": "x", "erlaeuterung": "x"}]
    abbildungen += [{name: []} for name in ("antwort", "erlaeuterung", "entfaellt", "sonstiges", "soziales")]
    abbildungen += [
        {"aus": "veranstaltungen", **rest} for rest in ({}, {"arten": ["projekt"]}, {"arten": ["x"]}, {"x": 1})
    ]
    abbildungen += [
        {"aus": "veranstaltungen", "entfaellt": "x"},
        {"aus": "monitoring"},
        *({"aus": "handlungskonzept", **rest} for rest in ({}, {"verbindlich": "ja"}, {"erlaeuterung": "x"})),
        {"antwort": {"aus": "handlungskonzept"}, "erlaeuterung": "x"},
        {"aus": None, "weitere": ["x"]},
    ]
    abbildungen += [
        {"aus": "veranstaltungen", "weitere": eins} for eins in ("x", ["x"], [{"titel": "x"}], [["x"]], None)
    ]
    listen = [[], [[]], *([eins] for eins in abbildungen)]
    bekannt = {name for schema in erreichbar(json_schema(*eins), pfad) for name in schema.get("properties", ())}
    for nummer, wert in enumerate(SKALARE):
        # Below a key that a place does not know, every value is wrong for the same reason: a few of them tell.
        schluessel = [name for name in SCHLUESSEL_IN_LISTEN if name in bekannt or nummer % 20 == 0]
        abbildungen += [{name: wert} for name in ("antwort", "erlaeuterung", "entfaellt")]
        listen += [[wert], *([{name: wert}] for name in schluessel)]
        if {"wochenstunden", "teilnehmende"} & {*schluessel}:
            listen.append([{"wochenstunden": wert, "teilnehmende": wert}])
    werte = [*SKALARE, *abbildungen, *listen]
    gesagt = set()
    for wert in werte:
        schema, typen = urteile(eins, dokument(eins, pfad, wert))
        assert schema == typen, (wert, f"schema says {schema}, types say {typen}")
        gesagt.add(typen)
    assert gesagt == {True, False}


@je_dokument
def test_the_head_is_owed_and_the_edition_may_be_a_number(art: str, ausgabe: str) -> None:
    eins = art, ausgabe
    assert urteile(eins, dokument(eins)) == (True, True)
    assert urteile(eins, {"dokument": art, "gliederung": int(ausgabe)}) == (True, True)
    amtlich = dokumenttyp(art, ausgabe).amtlich
    assert urteile(eins, {"dokument": art}) == (not amtlich, not amtlich)
    assert urteile(eins, {"gliederung": ausgabe}) == (False, False)
    # Another head belongs to another schema; the types never see it, since the head chooses them.
    assert not pruefer(eins).is_valid({"dokument": "brief", "gliederung": ausgabe})
    assert not pruefer(eins).is_valid({"dokument": art, "gliederung": "1999"})
    assert not pruefer(eins).is_valid({"dokument": art, "gliederung": 1999})


@pytest.mark.parametrize("tag", ["2023-02-29", "30.02.2024", "2023-04-31"])
def test_only_the_types_know_the_calendar(tag: str) -> None:
    eins, pfad = ORTE["Kurzantwort[Datum]"]
    assert urteile(eins, dokument(eins, pfad, tag)) == (True, False)
    eins, pfad = ORTE["list[Teile]"]
    assert urteile(eins, dokument(eins, pfad, [{"datum": tag}])) == (True, False)


@pytest.mark.parametrize("spanne", ["28./27.04.2015", "30.04.–01.03.2015", "2016-2015"])
def test_only_the_types_know_what_comes_first(spanne: str) -> None:
    eins, pfad = ORTE["list[Teile]"]
    assert urteile(eins, dokument(eins, pfad, [{"datum": spanne}])) == (True, False)

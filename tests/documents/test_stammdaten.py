"""``kmut.yaml`` as a type, and its schema: of one mind about what is valid."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.laden import lade_als
from kmut_cli.documents.schema_stammdaten import DATEINAME, stammdatenschema, stammdatenschema_text
from kmut_cli.documents.stammdaten import Koordinierungsstelle, Stammdaten
from kmut_cli.source.reader import read_source

DATEI = Path(__file__).parents[2] / "schemas" / DATEINAME
GANZ = """\
kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}
koordinierungsstelle:
  name: Koordinierungsstelle für Migration und Teilhabe
  anschrift: |
    Musterweg 1
    12345 Musterstadt
  telefon: 0123 456-789
  email: kmut@musterland.example
  ansprechperson: Erika Beispiel
fristen:
  taetigkeitsbericht: {2025: 2026-03-31, "2026": 31.03.2027, 2027: }
  projektbeschreibung:
    2027: 2026-10-15
"""

_JE_JAHR = "fristen:\n  taetigkeitsbericht:\n"


def befunde(yaml: str) -> list[tuple[str, int, int, str, str]]:
    _modell, _daten, findings = lade_als(Stammdaten, read_source("kmut.yaml", yaml.encode()))
    return [(f.code, f.line, f.column, f.message, f.help) for f in findings]


def test_a_whole_file() -> None:
    modell, _daten, findings = lade_als(Stammdaten, read_source("kmut.yaml", GANZ.encode()))
    assert not findings
    assert modell.koordinierungsstelle.telefon == "0123 456-789"
    fristen = modell.fristen.taetigkeitsbericht
    assert {jahr: str(datum) for jahr, datum in fristen.items()} == {
        2025: "31.03.2026", 2026: "31.03.2027", 2027: "None",
    }  # fmt: skip


@pytest.mark.parametrize("leer", ["fristen:\n", "fristen:\n  taetigkeitsbericht:\n", "koordinierungsstelle:\n"])
def test_what_is_empty_is_open(leer: str) -> None:
    assert not befunde(leer)


@pytest.mark.parametrize(
    ("yaml", "erwartet"),
    [
        ("fristen:\n  taetigkeitsberichte:\n", ("KM210", 2, 3, "taetigkeitsberichte", "„taetigkeitsbericht“?")),
        ("fristen:\n  antrag:\n    2025: 2026-03-31\n", ("KM210", 2, 3, "antrag", "projektbeschreibung")),
        (_JE_JAHR + "    25: 2026-03-31\n", ("KM215", 3, 5, "„25“", "vier Ziffern")),
        (_JE_JAHR + "    Jahr 2025: 2026-03-31\n", ("KM215", 3, 5, "„Jahr 2025“", "2025: 2026-03-31")),
        (_JE_JAHR + "    2025: 2026-03\n", ("KM213", 3, 11, "Datum mit Tag", "2026-03-31 oder 31.03.2026")),
        (_JE_JAHR + "    2025: 2026\n", ("KM213", 3, 11, "Datum mit Tag", "Tag, Monat und Jahr")),
        (_JE_JAHR + "    2025: Ende März\n", ("KM213", 3, 11, "„Ende März“", "Tag, Monat und Jahr")),
        (_JE_JAHR + "    2025: 31.02.2026\n", ("KM214", 3, 11, "31.02.2026", "Tag und Monat")),
        (_JE_JAHR + "    2025: [2026-03-31]\n", ("KM213", 3, 11, "eine Liste", "Tag, Monat und Jahr")),
        ("fristen:\n  taetigkeitsbericht: 2026-03-31\n", ("KM211", 2, 23, "Gruppe von Angaben", "eingerückt")),
        ("fristen:\n  - 2026-03-31\n", ("KM211", 1, 1, "eine Liste", "taetigkeitsbericht:")),
        ("koordinierungsstelle:\n  telephon: 1\n", ("KM210", 2, 3, "telephon", "Meinten Sie „telefon“?")),
        ("koordinierungstelle:\n", ("KM210", 1, 1, "koordinierungstelle", "Meinten Sie „koordinierungsstelle“?")),
        ("vorlagen: x\n", ("KM210", 1, 1, "vorlagen", "kommune, koordinierungsstelle, fristen")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(yaml: str, erwartet: tuple[str, int, int, str, str]) -> None:
    [(code, zeile, spalte, text, hilfe)] = befunde(yaml)
    assert (code, zeile, spalte) == erwartet[:3]
    assert erwartet[3] in text
    assert erwartet[4] in hilfe


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    yaml = "fristen:\n  taetigkeitsbericht:\n    25: 2026-03-31\n    2024: bald\n    2026: 2027-03-31\n"
    modell, _daten, findings = lade_als(Stammdaten, read_source("kmut.yaml", yaml.encode()))
    assert len(findings) == 2
    assert list(modell.fristen.taetigkeitsbericht) == [2026]


def test_what_names_a_person_is_marked() -> None:
    marken = {name: teil.personenbezogen for name, teil in teile(Koordinierungsstelle).items()}
    assert marken == {"name": False, "anschrift": False, "telefon": True, "email": True, "ansprechperson": True}


# --- The schema -----------------------------------------------------------------------------------------------------


def test_the_file_is_current() -> None:
    assert DATEI.read_bytes() == stammdatenschema_text().encode(), "renew it with: python3 tasks.py update"


def test_it_is_a_schema_whose_places_have_descriptions() -> None:
    schema = stammdatenschema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(Stammdaten.model_fields)
    for eigenschaft in schema["properties"].values():
        assert eigenschaft["description"]
        assert eigenschaft["additionalProperties"] is False
        assert all(innen["description"] for innen in eigenschaft["properties"].values())


JAHRE: list[Any] = ["2025", "1900", "2199", "1899", "2200", "25", "20255", "", "2025 ", "jahr", "[key]"]
WERTE: list[Any] = [
    *("2026-03-31", "2026-3-1", "31.03.2026", "1.3.2026", "2026", "2026-03", "03/2026", "3/2026", "31.3.26", "", "x"),
    *(None, True, 2026, 2026.0, 1.5, [], ["2026-03-31"], {}, {"tag": "2026-03-31"}),
]


@pytest.mark.parametrize("jahr", JAHRE)
def test_schema_and_type_are_of_one_mind_about_deadlines(jahr: str) -> None:
    pruefer = jsonschema.Draft202012Validator(stammdatenschema())
    for wert in WERTE:
        for fristen in ({"taetigkeitsbericht": {jahr: wert}}, {"projektbeschreibung": wert}, {jahr: wert}, wert):
            daten = {"fristen": fristen}
            try:
                Stammdaten.model_validate(copy.deepcopy(daten))
                richtig = True
            except ValidationError:
                richtig = False
            assert pruefer.is_valid(daten) == richtig, daten

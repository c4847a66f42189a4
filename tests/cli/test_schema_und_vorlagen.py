"""``kmut schema`` and ``kmut template``: what they write, and where they do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kmut_cli.documents.registry import arten
from kmut_cli.documents.schema import schema_dateiname
from kmut_cli.documents.schema_stammdaten import DATEINAME, stammdatenschema_text
from tests.cli.conftest import Kmut, Schreibe

ROOT = Path(__file__).resolve().parents[2]
SCHEMATA = sorted([DATEINAME, *(schema_dateiname(art, ausgaben[-1]) for art, ausgaben in arten().items())])


def test_schema_auf_die_ausgabe(kmut: Kmut) -> None:
    schema = kmut("schema", "taetigkeitsbericht").json
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_der_stammdaten(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    assert kmut("schema", "kmut").out == stammdatenschema_text()
    assert kmut("schema", "kmut", "--out", "o").status == 0
    assert [pfad.name for pfad in (tmp_path / "o").iterdir()] == [DATEINAME]
    assert "kmut.yaml" in kmut("schema", "--help").out


def test_schema_in_einen_ordner(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    ergebnis = kmut("schema", "--out", "neu/tief")
    assert ergebnis.status == 0
    assert ergebnis.out.count("Geschrieben: ") == len(SCHEMATA)
    assert sorted(pfad.name for pfad in (tmp_path / "neu/tief").iterdir()) == SCHEMATA
    for name in SCHEMATA:
        json.loads((tmp_path / "neu/tief" / name).read_bytes())


@pytest.mark.parametrize("befehl", [["schema", "--out"], ["template", "copy", "--format", "docx", "--out"]])
def test_ziel_ist_eine_datei(kmut: Kmut, schreibe: Schreibe, befehl: list[str]) -> None:
    datei = schreibe("ziel", "Inhalt")
    ergebnis = kmut(*befehl, "ziel")
    assert ergebnis.status == 2
    assert "lässt sich nicht schreiben" in ergebnis.err
    assert datei.read_text() == "Inhalt"


def test_vorlage_wird_nicht_ueberschrieben(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    eigene = schreibe("templates/docx/taetigkeitsbericht.docx", b"meine")
    ergebnis = kmut("template", "copy", "--format", "docx")
    assert ergebnis.status == 0
    assert "Schon da, unverändert: " in ergebnis.out
    assert eigene.read_bytes() == b"meine"
    assert (tmp_path / "templates/docx/projektbeschreibung.docx").is_file()
    mitgeliefert = {pfad.name for pfad in (ROOT / "templates/docx").iterdir()}
    assert {pfad.name for pfad in (tmp_path / "templates/docx").iterdir()} == mitgeliefert
    assert kmut("template", "copy", "--format", "docx").out.count("Schon da") == len(mitgeliefert)


def test_nur_eine_art(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    assert kmut("template", "copy", "projektbeschreibung", "--format", "docx", "--out", "o").status == 0
    assert [pfad.name for pfad in (tmp_path / "o").rglob("*.docx")] == ["projektbeschreibung.docx"]


def test_die_allgemeine_vorlage_fuer_eine_art(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    assert kmut("template", "copy", "bestandsaufnahme").status == 0
    for weg in ("docx/{}.docx", "md/{}.md.j2"):
        allgemein = (ROOT / "templates" / weg.format("dokument")).read_bytes()
        assert (tmp_path / "templates" / weg.format("bestandsaufnahme")).read_bytes() == allgemein

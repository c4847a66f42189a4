"""A new edition of a kind is one more module: with a copy of each under a later year, all commands work on."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kmut_cli.documents
from kmut_cli.documents import registry
from kmut_cli.documents.gliederung import gliederung

from .conftest import Kmut

EIGENE = [art for art, ausgaben in registry.arten().items() if ausgaben == ("2026",)]
BEISPIELE = Path(__file__).parents[2] / "examples"
ORT = {
    "bestandsaufnahme": "landkreis-musterland/bestandsaufnahme.yaml",
    "handlungskonzept": "landkreis-musterland/handlungskonzept.yaml",
    "monitoring": "landkreis-musterland/monitoring.yaml",
    "migrationsbericht": "landkreis-musterland/2026/migrationsbericht.yaml",
    "sitzungsvorlage": "rotenburg-2015/2015/vorlagen/2015-04-16-sachstand.yaml",
    "veranstaltungen": "landkreis-musterland/veranstaltungen.yaml",
    "projektbeschreibung": "landkreis-musterland/2026/projektbeschreibung.yaml",
}


@pytest.fixture
def spaetere(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A kind of which there is an edition 2027, an exact copy but for its number."""
    art: str = request.param
    quelle = Path(kmut_cli.documents.__path__[0]) / f"{art}_2026.py"
    ordner = tmp_path / "ausgaben"
    ordner.mkdir()
    kopie = ordner / f"{art}_2027.py"
    kopie.write_text(quelle.read_text("utf-8").replace('AUSGABE = "2026"', 'AUSGABE = "2027"'), "utf-8")
    name = f"kmut_cli.documents.{art}_2027"
    spec = importlib.util.spec_from_file_location(name, kopie)
    assert spec is not None
    assert spec.loader is not None
    modul = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, modul)
    spec.loader.exec_module(modul)
    monkeypatch.setattr(kmut_cli.documents, "__path__", [*kmut_cli.documents.__path__, str(ordner)])
    _vergiss()
    yield art
    monkeypatch.undo()
    _vergiss()


def _vergiss() -> None:
    registry.arten.cache_clear()
    registry.dokumenttyp.cache_clear()
    gliederung.cache_clear()


@pytest.mark.parametrize("spaetere", EIGENE, indirect=True)
def test_a_new_edition_is_one_module(spaetere: str, kmut: Kmut, tmp_path: Path) -> None:
    mappe = tmp_path / "mappe"
    quelle = BEISPIELE / ORT[spaetere]
    wurzel = BEISPIELE / ORT[spaetere].split("/")[0]
    for pfad in wurzel.rglob("*"):
        if pfad.is_file() and pfad.suffix in (".yaml", ".csv", ".pdf"):
            ziel = mappe / pfad.relative_to(wurzel)
            ziel.parent.mkdir(parents=True, exist_ok=True)
            ziel.write_bytes(pfad.read_bytes())
    datei = mappe / quelle.relative_to(wurzel)
    text = datei.read_text("utf-8")
    ohne = text.replace('gliederung: "2026"\n', "")
    datei.write_text(ohne.replace(f"dokument: {spaetere}\n", f'dokument: {spaetere}\ngliederung: "2027"\n', 1), "utf-8")
    assert kmut("validate", datei).status == 0
    vorher = kmut("check", quelle, "--format", "json").json["summary"]
    nachher = kmut("check", datei, "--format", "json").json["summary"]
    assert {**nachher, "warnings": 0} == {**vorher, "warnings": 0}
    assert kmut("render", datei, "--format", "md", "--out", tmp_path / "aus").status == 0
    if spaetere == "sitzungsvorlage":
        assert "KM508" not in kmut("render", datei, "--format", "oparl", "--out", tmp_path / "aus").out
    if spaetere == "monitoring":
        assert kmut("monitoring", "show", "--file", datei).status == 0
    if spaetere == "veranstaltungen":
        assert kmut("log", "list", "--file", datei).status == 0
    bericht = mappe / "2026" / "migrationsbericht.yaml"
    if bericht.is_file() and spaetere != "projektbeschreibung":
        gesamt = kmut("check", bericht, "--format", "json")
        assert [eins for eins in gesamt.json["findings"] if eins["severity"] == "error"] == []

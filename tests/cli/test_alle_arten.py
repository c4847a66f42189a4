"""Every kind of document goes through every command: the kinds are found, so a new one is tested by being there."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.documents.frage import Frage
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.source.edit import Set, edit
from kmut_cli.source.reader import read_source

from .conftest import Kmut, Schreibe

ALLE = [(art, ausgaben[-1]) for art, ausgaben in arten().items()]
MAPPE = 'kommune:\n  name: Landkreis Musterland\n  ags: "03999"\n  typ: landkreis\n'
OFFEN = {"KM301", "KM302", "KM303", "KM475"}


def wert(frage: Frage) -> Any:
    """The example of a question as it would be typed."""
    erste, *rest = frage.beispiel.split("\n")
    zeilen = [f"x: {erste}" if erste == "|" or not rest else f"x:\n  {erste}", *(f"  {zeile}" for zeile in rest)]
    return read_source("beispiel", ("\n".join(zeilen) + "\n").encode()).data["x"]


@pytest.mark.parametrize(("art", "ausgabe"), ALLE, ids=[art for art, _ausgabe in ALLE])
def test_every_kind_goes_through_every_command(
    art: str, ausgabe: str, kmut: Kmut, schreibe: Schreibe, tmp_path: Path
) -> None:
    typ = dokumenttyp(art, ausgabe)
    schreibe("kmut.yaml", MAPPE)
    schreibe("2026/monitoring-werte.csv", "indikator;zeit;wert;quelle\n")
    jahr = ["2026"] if typ.jahresfeld else []
    datei = tmp_path / "2026" / f"{art}.yaml"

    neu = kmut("new", art, *jahr, "--out", datei)
    assert neu.status == 0, neu.out + neu.err
    geruest = datei.read_bytes()
    assert kmut("validate", datei).status == 0
    offen = kmut("check", datei, "--format", "json")
    assert offen.status == 0
    assert set(offen.codes) <= OFFEN

    # Answered with the examples that the questions carry.
    fragen = [eine for eine in gliederung(typ).fragen if eine.frage.beispiel]
    assert fragen
    source = read_source(str(datei), geruest)
    datei.write_bytes(edit(source, [Set(eine.pfad, wert(eine.frage)) for eine in fragen]))
    assert kmut("validate", datei).status == 0
    geprueft = kmut("check", datei, "--format", "json")
    assert geprueft.status == 0, geprueft.out
    assert all(stand["answered"] == stand["applicable"] for stand in geprueft.json["documents"])

    umriss = kmut("outline", art)
    assert umriss.status == 0
    assert all(eine.frage.wortlaut.split()[0] in umriss.out for eine in fragen)
    assert kmut("schema", art).status == 0
    assert kmut("confirm", datei).status == 0
    assert typ.kurztitel in kmut("status", tmp_path).out
    schreibe(f"{art}-leer.yaml", geruest)
    vergleich = kmut("compare", tmp_path / f"{art}-leer.yaml", datei)
    assert vergleich.status == 0, vergleich.err
    assert kmut("compare", datei, datei).status == 0

    davor = datei.read_bytes()
    ausgegeben = kmut("render", datei, "--format", "md", "--format", "docx")
    assert ausgegeben.status == 0, ausgegeben.out
    text = datei.with_suffix(".md").read_text()
    assert text.startswith("# ")
    assert "Landkreis Musterland" in text or "LANDKREIS MUSTERLAND" in text
    with zipfile.ZipFile(datei.with_suffix(".docx")) as word:
        assert word.testzip() is None
    vorlage = kmut("template", "copy", art, "--out", tmp_path / "eigene", "--format", "md")
    assert vorlage.status == 0, vorlage.out + vorlage.err
    assert datei.read_bytes() == davor

"""``kmut render``: what is written, where, with which template, and what is not."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import ANTRAG, BERICHT, Kmut, Schreibe


def _ist_word(pfad: Path) -> bool:
    with zipfile.ZipFile(pfad) as paket:
        return "word/document.xml" in paket.namelist()


def test_daneben(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("2024/bericht.yaml")
    schreibe("antrag.yml", ANTRAG)
    ergebnis = kmut("render")
    assert ergebnis.status == 0
    assert ergebnis.out.splitlines() == ["Geschrieben: antrag.docx", f"Geschrieben: {Path('2024/bericht.docx')}"]
    assert _ist_word(tmp_path / "antrag.docx")
    assert _ist_word(tmp_path / "2024/bericht.docx")


def test_in_einen_ordner(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("2024/bericht.yaml")
    schreibe("2025/bericht.yaml")
    assert kmut("render", ".", "--out", "aus/neu").status == 0
    assert _ist_word(tmp_path / "aus/neu/2024/bericht.docx")
    assert _ist_word(tmp_path / "aus/neu/2025/bericht.docx")
    assert not (tmp_path / "2024/bericht.docx").exists()


def test_unter_einem_namen(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("render", "bericht.yaml", "--out", "fertig/Bericht an das Land.docx")
    assert ergebnis.status == 0
    assert _ist_word(tmp_path / "fertig/Bericht an das Land.docx")


def test_standardeingabe(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("egal.txt", "")
    assert kmut("render", "-", stdin=BERICHT.encode()).status == 0
    assert _ist_word(tmp_path / "taetigkeitsbericht.docx")


def test_zwei_mit_demselben_ziel(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("2024/bericht.yaml")
    schreibe("2025/bericht.yaml")
    ergebnis = kmut("render", "2024/bericht.yaml", "2025/bericht.yaml", "--out", "aus")
    assert ergebnis.status == 1
    assert "2025/bericht.yaml KM503" in ergebnis.out
    assert ergebnis.out.count("Geschrieben: ") == 1


def test_zwei_unter_einem_namen(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml")
    schreibe("b.yaml")
    ergebnis = kmut("render", "a.yaml", "b.yaml", "--out", "eins.docx")
    assert (ergebnis.status, ergebnis.out.count("KM503")) == (1, 1)


def test_gleicher_name_mit_anderer_endung(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    schreibe("bericht.yml")
    ergebnis = kmut("render")
    assert (ergebnis.status, ergebnis.out.count("KM503")) == (1, 1)


def test_unbeschreibbares_ziel(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("a.yaml")
    schreibe("b.yaml")
    (tmp_path / "a.docx").mkdir()
    ergebnis = kmut("render")
    assert ergebnis.status == 1
    assert "a.yaml KM502 „a.docx“ lässt sich nicht schreiben: dort ist ein Ordner." in ergebnis.out
    assert ergebnis.out.endswith("Geschrieben: b.docx\n")
    schreibe("datei", "")
    assert "KM502" in kmut("render", "b.yaml", "--out", "datei/tief").out


def test_mit_fehlern_wird_nicht_ausgegeben(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("a.yaml", BERICHT + "aufgaben:\n  kmnn: verloren\n")
    schreibe("b.yaml")
    schreibe("c.yaml", BERICHT + "aufgaben: [\n")
    ergebnis = kmut("render")
    assert ergebnis.status == 1
    assert "Nicht ausgegeben, erst die Fehler beheben: a.yaml\n" in ergebnis.out
    assert "Nicht ausgegeben, erst die Fehler beheben: c.yaml\n" in ergebnis.out
    assert sorted(pfad.name for pfad in tmp_path.glob("*.docx")) == ["b.docx"]


def test_fehler_lassen_alte_ausgabe_stehen(kmut: Kmut, schreibe: Schreibe) -> None:
    alt = schreibe("a.docx", b"alt")
    schreibe("a.yaml", BERICHT + "aufgaben: [\n")
    assert kmut("render").status == 1
    assert alt.read_bytes() == b"alt"


def test_offene_fragen_in_der_endgueltigen_fassung(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("a.yaml", BERICHT + "status: final\nberichtsjahr: 2024\n")
    ergebnis = kmut("render")
    assert ergebnis.status == 0
    assert "a.yaml:3:9 KM504 Die endgültige Fassung ist ausgegeben" in ergebnis.out
    assert "aber kmut check meldet noch 44 Fehler" in ergebnis.out
    assert "Keine Fehler" not in ergebnis.out
    assert "Noch nicht fehlerfrei: a.yaml\nGeschrieben: " in ergebnis.out
    assert _ist_word(tmp_path / "a.docx")


def test_ohne_dokument(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("notiz.txt", "")
    ergebnis = kmut("render")
    assert ergebnis.status == 2
    assert "KM183" in ergebnis.out
    assert "Geschrieben" not in ergebnis.out


def test_eigene_vorlage_geht_vor(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("land/kmut.yaml", "kommune:\n  name: Musterland\n")
    schreibe("land/2024/bericht.yaml")
    schreibe("land/templates/docx/taetigkeitsbericht.docx", b"keine Word-Datei")
    ergebnis = kmut("render", "land", "--out", "aus")
    assert ergebnis.status == 1
    assert "land/templates/docx/taetigkeitsbericht.docx KM501" in ergebnis.out
    assert kmut("template", "copy", "taetigkeitsbericht", "--format", "docx", "--out", "land/2024").status == 0
    assert kmut("render", "land", "--out", "aus").status == 0  # the nearer one wins


def test_genannte_vorlage_geht_vor_allen(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    schreibe("templates/docx/taetigkeitsbericht.docx", b"keine Word-Datei")
    assert kmut("render").status == 1
    assert kmut("template", "copy", "taetigkeitsbericht", "--format", "docx", "--out", "gut").status == 0
    gut = Path("gut/templates/docx/taetigkeitsbericht.docx")
    assert kmut("render", "--template", gut).status == 0
    schreibe("schlecht.docx", b"PK")
    ergebnis = kmut("render", "--template", "schlecht.docx")
    assert ergebnis.status == 1
    assert "schlecht.docx KM501" in ergebnis.out
    assert "Traceback" not in ergebnis.out + ergebnis.err


def test_beide_formate(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml", BERICHT + "aufgaben:\n  kmn: Vier Treffen.\n")
    assert kmut("render", "--format", "md", "--format", "docx", "--format", "md").status == 0
    assert _ist_word(tmp_path / "bericht.docx")
    assert "Vier Treffen." in (tmp_path / "bericht.md").read_text("utf-8")


@pytest.mark.parametrize("formate", [["md"], ["md", "docx"]])
def test_name_passt_nicht_zum_format(kmut: Kmut, schreibe: Schreibe, tmp_path: Path, formate: list[str]) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("render", "--out", "bericht.docx", *(arg for eins in formate for arg in ("--format", eins)))
    assert ergebnis.status == 2
    assert "„bericht.docx“ ist der Name einer Datei" in ergebnis.err
    assert [pfad.name for pfad in tmp_path.iterdir()] == ["bericht.yaml"]


def test_text_kommt_als_text_an(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    text = "A & B <Test>, {{ 7 * 7 }}, {% raw %}, ]]>, Łukasz Żółć"
    schreibe("bericht.yaml", f"{BERICHT}aufgaben:\n  kmn: |\n    {text}\n")
    assert kmut("render").status == 0
    with zipfile.ZipFile(tmp_path / "bericht.docx") as paket:
        wurzel = ElementTree.fromstring(paket.read("word/document.xml"))
    assert text in "".join(wurzel.itertext())


def test_fehler_in_einer_vorlage_mit_zeile_und_name(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml", BERICHT)
    schreibe("templates/md/taetigkeitsbericht.md.j2", "Kopf\n# {{ dokument.tittel }}\n")
    ergebnis = kmut("render", "--format", "md")
    assert ergebnis.status == 1
    assert "templates/md/taetigkeitsbericht.md.j2:2:15 KM501" in ergebnis.out
    assert "  2 | # {{ dokument.tittel }}\n    |               ^^^^^^ Fehler" in ergebnis.out

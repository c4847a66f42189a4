"""Which files a name stands for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.dateien import Datei, lies
from kmut_cli.workspace.suche import finde

KOPF = b"dokument: taetigkeitsbericht\n"


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "unten/c.yaml", ".git/d.yaml", "node_modules/e.yaml", "unten/__pycache__/f.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(KOPF)
    (tmp_path / "kmut.yaml").write_bytes(b"kommune:\n  name: x\n")
    (tmp_path / "andere.yaml").write_bytes(b"a: 1\n  dokument: eingerueckt\n# dokument: Kommentar\n")
    (tmp_path / "bericht.txt").write_bytes(KOPF)
    return tmp_path


def _namen(*namen: str) -> list[str]:
    return [eine.name if isinstance(eine, Datei) else f"{eine.path} {eine.code}" for eine in finde(namen)]


def test_ordner_in_fester_folge(ordner: Path) -> None:
    erwartet = ["a.yml", "b.yaml", os.path.join("unten", "c.yaml")]  # noqa: PTH118
    assert _namen() == erwartet
    assert _namen(".") == erwartet
    assert _namen(str(ordner)) == [str(ordner / name) for name in erwartet]


def test_der_weg_im_ordner_bleibt_bekannt(ordner: Path) -> None:
    (datei,) = finde(["unten"])
    assert isinstance(datei, Datei)
    assert (datei.relativ, datei.pfad) == (Path("c.yaml"), Path("unten/c.yaml"))


def test_genannte_dateien_gelten_wie_sie_sind(ordner: Path) -> None:
    assert _namen("bericht.txt", "andere.yaml", "fehlt.yaml") == ["bericht.txt", "andere.yaml", "fehlt.yaml"]


def test_jede_nur_einmal_und_unter_ihrem_ersten_namen(ordner: Path) -> None:
    assert _namen("./b.yaml", "b.yaml", "-", ".", "-") == ["./b.yaml", "-", "a.yml", str(Path("unten/c.yaml"))]


def test_leerer_ordner_wird_genannt(ordner: Path) -> None:
    (ordner / "leer").mkdir()
    assert _namen("leer", "b.yaml") == ["leer KM183", "b.yaml"]


def test_versteckter_ordner_wird_gelesen_wenn_er_genannt_ist(ordner: Path) -> None:
    assert _namen(".git") == [str(Path(".git/d.yaml"))]


@pytest.mark.parametrize("bom", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_dokument_mit_bytefolge_am_anfang(ordner: Path, bom: bytes) -> None:
    inhalt = KOPF if bom == b"\xef\xbb\xbf" else KOPF.decode().encode("utf-16-le" if bom[0] == 0xFF else "utf-16-be")
    (ordner / "unten/c.yaml").write_bytes(bom + inhalt)
    assert _namen("unten") == [str(Path("unten/c.yaml"))]


@pytest.mark.parametrize("ende", [b"\n", b"\r\n", b"\r"])
def test_dokument_steht_auch_hinter_anderen_zeilen(ordner: Path, ende: bytes) -> None:
    (ordner / "unten/c.yaml").write_bytes(b"# Notiz" + ende + b"dokument: taetigkeitsbericht" + ende)
    assert _namen("unten") == [str(Path("unten/c.yaml"))]


def test_lesen(ordner: Path) -> None:
    assert lies(Datei("b.yaml", Path("b.yaml"), Path("b.yaml"))) == KOPF
    assert lies(Datei("-", None, Path("eingabe")), b"abc") == b"abc"
    fehlt = lies(Datei("x.yaml", Path("x.yaml"), Path("x.yaml")))
    assert isinstance(fehlt, Finding)
    assert fehlt.code == "KM181"


def test_was_zum_finden_gelesen_wurde_wird_nicht_noch_einmal_gelesen(ordner: Path) -> None:
    (datei,) = finde(["unten"])
    (ordner / "unten/c.yaml").unlink()
    assert isinstance(datei, Datei)
    assert lies(datei) == KOPF


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", '{"dokument": "taetigkeitsbericht", "gliederung": "2020"}\n'),
        ("a.yaml", "{dokument: taetigkeitsbericht,\n gliederung: '2020'}\n"),
        ("a.yaml", ' dokument: taetigkeitsbericht\n gliederung: "2020"\n'),
        ("a.yaml", "? dokument\n: taetigkeitsbericht\n"),
        ("A.YAML", 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'),
    ],
)
def test_every_notation_of_a_document_is_found_in_a_folder(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    (gefunden,) = finde([str(tmp_path)])
    assert isinstance(gefunden, Datei)
    assert gefunden.relativ == Path(name)

"""``kmut.yaml``: master data that stand once, found by walking up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import BERICHT, Ergebnis, Kmut, Schreibe

STADT = "kommune:\n  name: Delmenhorst\n  typ: kreisfreie_stadt\n"
KREIS = "kommune:\n  name: Landkreis Musterland\n  typ: landkreis\n"


def _offen(ergebnis: Ergebnis) -> list[int]:
    return [len(dokument["open"]) for dokument in ergebnis.json["documents"]]


def _ohne_hinweise(ergebnis: Ergebnis) -> list[tuple[str, str, int, int]]:
    return [
        (eins["path"], eins["code"], eins["line"], eins["column"])
        for eins in ergebnis.json["findings"]
        if eins["severity"] != "info"
    ]


def test_gilt_fuer_alles_darunter(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT)
    schreibe("2024/bericht.yaml")
    schreibe("2025/teil/bericht.yaml")
    assert _offen(kmut("check", "--format", "json")) == [40, 40]


def test_das_dokument_geht_vor(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT)
    schreibe("bericht.yaml", BERICHT + KREIS)
    schreibe("leer.yaml", BERICHT + "kommune:\n")
    assert _offen(kmut("check", "--format", "json")) == [43, 40]


def test_die_naechste_gilt(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT)
    schreibe("a/kmut.yaml", KREIS)
    schreibe("a/bericht.yaml")
    assert _offen(kmut("check", "--format", "json")) == [43]


def test_nicht_ueber_das_repository_hinaus(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("kmut.yaml", STADT)
    (tmp_path / "klon/.git").mkdir(parents=True)
    schreibe("klon/2024/bericht.yaml")
    assert _offen(kmut("check", "klon", "--format", "json")) == [43]
    schreibe("klon/kmut.yaml", STADT)
    assert _offen(kmut("check", "klon", "--format", "json")) == [40]


def test_auch_wenn_man_im_unterordner_steht(
    kmut: Kmut, schreibe: Schreibe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("kmut.yaml", "komune:\n")
    schreibe("2024/bericht.yaml")
    monkeypatch.chdir(tmp_path / "2024")
    (finding,) = kmut("validate", "bericht.yaml", "--format", "json").json["findings"]
    assert finding["path"] == os.path.join("..", "kmut.yaml")  # noqa: PTH118  (Path has no „..“ to keep)


def test_der_nachbar_gilt_nicht(
    kmut: Kmut, schreibe: Schreibe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("stadt/kmut.yaml", STADT)
    schreibe("kreis/bericht.yaml")
    monkeypatch.chdir(tmp_path / "stadt")
    assert _offen(kmut("check", "../kreis/bericht.yaml", "--format", "json")) == [43]
    monkeypatch.chdir(tmp_path)
    assert _offen(kmut("check", "stadt/../kreis", "--format", "json")) == [43]


@pytest.mark.parametrize(
    ("inhalt", "code", "zeile", "spalte"),
    [
        ("komune:\n  name: x\n", "KM210", 1, 1),
        ("kommune:\n  name: x\n  ags: 3357\n", "KM218", 3, 8),
        ("kommune: Delmenhorst\n", "KM211", 1, 10),
        ("kommune: [1\n", "KM118", 1, 10),
        ("- kommune\n", "KM132", 1, 1),
        ("", "KM104", 0, 0),
        ("# nichts\n", "KM104", 0, 0),
    ],
)
def test_fehler_darin_steht_einmal(
    kmut: Kmut, schreibe: Schreibe, inhalt: str, code: str, zeile: int, spalte: int
) -> None:
    schreibe("kmut.yaml", inhalt)
    schreibe("a/bericht.yaml")
    schreibe("b/bericht.yaml")
    for namen in ([], ["a", "b"], ["kmut.yaml", "."], ["b/../kmut.yaml", "."], ["a/bericht.yaml", "./kmut.yaml"]):
        ergebnis = kmut("validate", *namen, "--format", "json")
        assert ergebnis.status == 1
        ((_pfad, *ort),) = _ohne_hinweise(ergebnis)
        assert ort == [code, zeile, spalte]


def test_was_darin_richtig_ist_gilt(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT + "  ags: 3357\nfristen: 1\nvorlagen: 1\n")
    schreibe("bericht.yaml")
    ergebnis = kmut("check", "--format", "json")
    assert _offen(ergebnis) == [40]
    assert _ohne_hinweise(ergebnis) == [
        ("kmut.yaml", "KM218", 4, 8),
        ("kmut.yaml", "KM211", 5, 10),
        ("kmut.yaml", "KM210", 6, 1),
    ]


def test_hilfe_nennt_was_hierher_gehoert(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "")
    (finding,) = kmut("validate", "kmut.yaml", "--format", "json").json["findings"]
    assert "kommune:" in finding["help"]
    assert "dokument" not in finding["help"]
    schreibe("kmut.yaml", "komune:\n")
    (finding,) = kmut("validate", "kmut.yaml", "--format", "json").json["findings"]
    assert finding["message"] == "Den Schlüssel „komune“ kennt kmut an dieser Stelle nicht."
    assert finding["help"] == "Meinten Sie „kommune“?"


def test_sinn_der_stammdaten_prueft_check(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", 'kommune:\n  name: Landkreis Rotenburg (Wümme)\n  ags: "03356"\n')
    schreibe("a/bericht.yaml")
    schreibe("b/bericht.yaml")
    assert kmut("validate", "--format", "json").codes == []
    assert _ohne_hinweise(kmut("check", "--format", "json")) == [("kmut.yaml", "KM416", 3, 8)]


def test_platzhalter_und_reste_findet_check_auch_hier(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "kommune:\n  name: TODO\nkoordinierungsstelle:\n  anschrift: Muster\u00adweg 1\n")
    schreibe("a/bericht.yaml")
    schreibe("b/bericht.yaml")
    assert kmut("validate", "--format", "json").codes == []
    assert _ohne_hinweise(kmut("check", "--format", "json")) == [
        ("kmut.yaml", "KM412", 2, 9),
        ("kmut.yaml", "KM421", 4, 20),
    ]


def test_frist_und_jahr_vergleicht_check(kmut: Kmut, schreibe: Schreibe) -> None:
    fristen = "fristen:\n  taetigkeitsbericht:\n    2025: 2025-03-31\n    2024: 2025-03-31\n"
    schreibe("kmut.yaml", f"{fristen}  projektbeschreibung:\n    2027: 2026-10-31\n    2026: 2027-10-31\n")
    schreibe("bericht.yaml")
    assert _ohne_hinweise(kmut("check", "--format", "json")) == [
        ("kmut.yaml", "KM424", 3, 11),
        ("kmut.yaml", "KM424", 7, 11),
    ]


def test_koordinierungsstelle_steht_auf_der_titelseite(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    stelle = "  name: KMuT\n  telefon: 01234 56-789\n  anschrift: |\n    Weg 1\n    12345 Ort\n  email:\n"
    schreibe("kmut.yaml", f"{KREIS}koordinierungsstelle:\n{stelle}")
    schreibe("2024/bericht.yaml", BERICHT + "berichtsjahr: 2024\n")
    assert kmut("render", "--format", "md").status == 0
    text = (tmp_path / "2024/bericht.md").read_text("utf-8")
    for angabe in ("KMuT", "Weg 1, 12345 Ort", "01234 56-789", "Anschrift", "Telefon"):
        assert angabe in text
    assert "E-Mail" not in text


def test_allein_genannt(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT)
    ergebnis = kmut("validate", "kmut.yaml")
    assert (ergebnis.status, ergebnis.out) == (0, "In Ordnung: 1 Datei geprüft, keine Befunde.\n")
    fehlt = kmut("validate", "nirgends/kmut.yaml", "--format", "json")
    assert (fehlt.status, fehlt.codes) == (2, ["KM181"])


def test_nur_mit_ihr_ist_ein_ordner_leer(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STADT)
    assert kmut("validate", "--format", "json").codes == ["KM183"]


def test_ein_ordner_dieses_namens_stoert_nicht(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    (tmp_path / "kmut.yaml").mkdir()
    schreibe("bericht.yaml")
    assert kmut("validate").status == 0

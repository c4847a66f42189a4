"""Figures that validate and are extreme: they are checked, shown and given out like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kmut_cli.__main__ import main

VIELE = "".join(
    f'  - {{nummer: "{n}", name: Nr {n}, berechnung: {{zaehler: "{n - 1} + {n - 2}"}}}}\n' for n in range(3, 40)
)
FAELLE = {
    "riesig": 'indikatoren:\n  - {nummer: "1", name: A, einheit: "A|B"}\n'
    '  - {nummer: "2", name: B, berechnung: {zaehler: "1", faktor: 999999999999999}}\nwerte:\n'
    '  - {indikator: "1", zeit: 2020, wert: 999999999999999, einheit: "C|D", quelle: L}\n'
    '  - {indikator: "2", zeit: 2020, wert: 5.3, quelle: L}\n',
    "verkettet": 'indikatoren:\n  - {nummer: "1", name: A}\n  - {nummer: "2", name: B}\n'
    + VIELE
    + 'werte:\n  - {indikator: "1", zeit: 2020, wert: 1, quelle: L}\n'
    + '  - {indikator: "2", zeit: 2020, wert: 1, quelle: L}\n',
    "gleich benannt": 'indikatoren:\n  - {nummer: "A1", name: gross}\n  - {nummer: "a1", name: klein}\nwerte:\n'
    '  - {indikator: "A1", zeit: 2020, wert: 1, quelle: L}\n  - {indikator: "A1", zeit: 2021, wert: 2, quelle: L}\n'
    '  - {indikator: "a1", zeit: 2020, wert: 3, quelle: L}\n  - {indikator: "a1", zeit: 2021, wert: 4, quelle: L}\n',
}


@pytest.mark.parametrize("fall", FAELLE)
def test_what_validates_is_given_out(fall: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = tmp_path / "monitoring.yaml"
    datei.write_text("dokument: monitoring\n" + FAELLE[fall], "utf-8")
    assert main(["check", str(datei)]) == 0
    assert main(["render", str(datei), "--format", "md"]) == 0
    assert main(["monitoring", "show", "--file", str(tmp_path)]) == 0
    assert "E+" not in capsys.readouterr().out


def test_each_picture_has_a_file_of_its_own(tmp_path: Path) -> None:
    datei = tmp_path / "monitoring.yaml"
    datei.write_text("dokument: monitoring\n" + FAELLE["gleich benannt"], "utf-8")
    assert main(["render", str(datei), "--format", "md"]) == 0
    bilder = sorted((tmp_path / "monitoring-bilder").iterdir())
    assert len(bilder) == 2
    assert len({bild.name.casefold() for bild in bilder}) == 2
    text = datei.with_suffix(".md").read_text("utf-8")
    for bild in bilder:
        name = "gross" if "gross" in bild.read_text("utf-8") else "klein"
        zeile = next(zeile for zeile in text.split("\n") if bild.name in zeile)
        assert f"„{name}“" in zeile

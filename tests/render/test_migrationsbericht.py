"""The Migrationsbericht is put together from the folder, and says what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.__main__ import main

BEISPIEL = Path(__file__).parents[2] / "examples" / "landkreis-musterland"
Bericht = Callable[..., str]


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    """A folder that holds everything a report is made of."""
    ordner = tmp_path / "mappe"
    shutil.copytree(BEISPIEL, ordner)
    return ordner


@pytest.fixture
def bericht(mappe: Path, capsys: pytest.CaptureFixture[str]) -> Bericht:
    """Gives the report as Markdown; gets its lines besides the head, its status and the expected exit status."""

    def gib(zeilen: str = "", *, status: str = "entwurf", jahr: int = 2026, erwartet: int = 0) -> str:
        datei = mappe / "2026" / "migrationsbericht.yaml"
        kopf = f"dokument: migrationsbericht\nstatus: {status}\nberichtsjahr: {jahr}\nvorwort: Guten Tag.\n"
        datei.write_text(kopf + zeilen, "utf-8")
        capsys.readouterr()
        assert main(["render", str(datei), "--format", "md"]) == erwartet, capsys.readouterr().out
        ausgabe = datei.with_suffix(".md")
        return ausgabe.read_text("utf-8") if ausgabe.exists() else ""

    return gib


def test_all_parts_are_there(bericht: Bericht) -> None:
    text = bericht()
    for titel in ("Vorwort", "Zahlen im Überblick", "Handlungskonzept: Ziele", "Arbeit der", "Termine und"):
        assert f" {titel}" in text
    assert "fehlt]" not in text


@pytest.mark.parametrize(
    ("datei", "teil"),
    [
        ("monitoring.yaml", "Zahlen und Entwicklungen"),
        ("handlungskonzept.yaml", "Handlungskonzept: Ziele und Maßnahmen"),
        ("2026/taetigkeitsbericht.yaml", "Arbeit der Koordinierungsstelle"),
        ("veranstaltungen.yaml", "Termine und Veranstaltungen"),
    ],
)
@pytest.mark.parametrize("leer", [True, False])
def test_what_is_missing_is_named_without_the_folder(
    bericht: Bericht, mappe: Path, capsys: pytest.CaptureFixture[str], datei: str, teil: str, leer: bool
) -> None:
    (mappe / "2026/taetigkeitsbericht.yaml").write_text(
        (BEISPIEL / "2024/taetigkeitsbericht.yaml")
        .read_text("utf-8")
        .replace("berichtsjahr: 2024", "berichtsjahr: 2026"),
        "utf-8",
    )
    art = Path(datei).stem
    if leer:
        gliederung = 'gliederung: "2020"\nberichtsjahr: 2026\n' if art == "taetigkeitsbericht" else ""
        (mappe / datei).write_text(f"dokument: {art}\n{gliederung}", "utf-8")
    else:
        (mappe / datei).unlink()
    text = bericht()
    assert teil in text
    assert f"**[fehlt]** {'In ' if leer else ''}„{Path(datei).name}“" in text
    assert str(mappe) not in text
    for status, schwere in (("entwurf", 0), ("final", 1)):
        yaml = mappe / "2026" / "migrationsbericht.yaml"
        yaml.write_text(f"dokument: migrationsbericht\nstatus: {status}\nberichtsjahr: 2026\nvorwort: Guten Tag.\n")
        assert main(["check", str(yaml)]) == schwere
        assert "KM475" in capsys.readouterr().out


def test_what_is_chosen_and_not_there_is_named(bericht: Bericht) -> None:
    text = bericht('teile: [zahlen, massnahmen]\nindikatoren: ["1", "99"]\nhandlungsfelder: [Wohnen auf dem Mond]\n')
    assert "„99“" in text
    assert "Bevölkerung (Kennzahl 1)" in text
    assert "Kennzahl 2)" not in text
    assert "**[fehlt]** In „handlungskonzept.yaml“" in text
    nur_fremde = bericht('teile: [zahlen]\nindikatoren: ["99"]\n')
    assert "**[fehlt]**" in nur_fremde
    assert "Zeichenerklärung" not in nur_fremde


def test_later_figures_are_left_out(bericht: Bericht) -> None:
    text = bericht('teile: [zahlen]\nindikatoren: ["1"]\n', jahr=2021)
    assert "31.12.2021" in text
    assert "2022" not in text.split("Zahlen im Überblick")[1]


def test_with_errors_in_a_source_nothing_is_given_out(
    bericht: Bericht, mappe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    konzept = mappe / "handlungskonzept.yaml"
    konzept.write_text(konzept.read_text("utf-8").replace("stand: laufend", "stand: fertig", 1), "utf-8")
    assert bericht(erwartet=1) == ""


def test_staff_is_not_named(bericht: Bericht, mappe: Path) -> None:
    text = (mappe / "2024/taetigkeitsbericht.yaml").read_text("utf-8")
    assert "name: " in text.split("personelle_besetzung")[1]
    name = text.split("personelle_besetzung")[1].split("name: ")[1].split("\n")[0].strip()
    log = mappe / "veranstaltungen.yaml"
    log.write_text(
        log.read_text("utf-8").rstrip("\n") + f"\n  - {{datum: 2026-11-30, titel: Vortrag von {name}}}\n", "utf-8"
    )
    ausgabe = bericht("teile: [termine]\n")
    assert "Vortrag von" in ausgabe
    assert name not in ausgabe

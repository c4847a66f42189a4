"""The whole corpus through every command that reads a document: a finding, an exit status, and nothing changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kmut
from tests.hostile.conftest import ALLES, ruhig, zustand
from tests.hostile.korpus import GUT, Fall, faelle, wiederholte

FAELLE = list(faelle())
LAENGE = 30_000 if ALLES else 1_000
WIEDERHOLTE = list(wiederholte(LAENGE))
# The large ones go through `validate` and `check`; one file at a time only a part of the small ones, always the same.
KLEINE = FAELLE if ALLES else [fall for fall in FAELLE if len(fall.inhalt) < 20_000]
EINZELN = FAELLE if ALLES else KLEINE[::4]
WARNUNGEN = {"KM140", "KM141"}


def lege_ab(ordner: Path, alle: list[Fall]) -> dict[str, Fall]:
    """Write each case into a file of its own."""
    ordner.mkdir()
    namen = {f"{nummer:03}.yaml": fall for nummer, fall in enumerate(alle)}
    for name, fall in namen.items():
        (ordner / name).write_bytes(fall.inhalt)
    return namen


def test_validate_says_of_each_file_what_is_wrong_where_and_not_without_end(kmut: Kmut, tmp_path: Path) -> None:
    namen = lege_ab(tmp_path / "k", FAELLE)
    vorher = zustand(tmp_path)
    ergebnis = kmut("validate", "--format", "json", *sorted((tmp_path / "k").glob("*.yaml")))
    assert (ergebnis.status, ergebnis.err) == (1, "")
    codes: dict[str, list[str]] = {name: [] for name in namen}
    for finding in json.loads(ergebnis.out)["findings"]:
        name = Path(finding["path"]).name
        codes[name].append(finding["code"])
        inhalt = namen[name].inhalt
        assert 0 <= finding["line"] <= inhalt.count(b"\n") + inhalt.count(b"\r") + 1, finding
        assert len(finding["message"]) + len(finding["help"]) < 1_500, finding
    anders = {fall.name: codes[name] for name, fall in namen.items() if {*codes[name]} != fall.codes}
    assert not anders
    assert max(map(len, codes.values())) <= 201
    assert zustand(tmp_path) == vorher


@pytest.mark.parametrize("befehl", ["check", "status"])
def test_a_folder_of_nothing_but_hostile_files(kmut: Kmut, tmp_path: Path, befehl: str) -> None:
    lege_ab(tmp_path / "k", FAELLE if befehl == "check" else KLEINE)
    vorher = zustand(tmp_path)
    ruhig(kmut(befehl, tmp_path / "k"), 1)
    assert zustand(tmp_path) == vorher


@pytest.mark.parametrize("format", ["md", "docx"])
@pytest.mark.usefixtures("grobe_bilder")
def test_rendering_gives_out_what_is_valid_and_nothing_else(kmut: Kmut, tmp_path: Path, format: str) -> None:
    namen = lege_ab(tmp_path / "k", KLEINE if ALLES or format == "md" else KLEINE[::3])
    vorher = zustand(tmp_path / "k")
    ergebnis = kmut("render", "--format", format, "--out", tmp_path / "aus", *sorted((tmp_path / "k").glob("*.yaml")))
    ruhig(ergebnis, 0, 1)
    gemacht = {f"{pfad.stem}.yaml" for pfad in (tmp_path / "aus").iterdir()}
    assert gemacht == {name for name, fall in namen.items() if fall.codes <= WARNUNGEN}
    assert zustand(tmp_path / "k") == vorher


@pytest.mark.parametrize("fall", EINZELN, ids=lambda fall: fall.name)
def test_one_file_through_every_other_command(kmut: Kmut, tmp_path: Path, fall: Fall) -> None:
    datei, gut = tmp_path / "x.yaml", tmp_path / "gut.yaml"
    datei.write_bytes(fall.inhalt)
    gut.write_text(GUT, "utf-8")
    vorher = zustand(tmp_path)
    ruhig(kmut("compare", gut, datei), 0, 1, 2)
    ruhig(kmut("compare", datei, datei, "--exit-code"), 0, 1, 2)
    ruhig(kmut("confirm", datei, "--all"), 0, 1, 2)
    ruhig(kmut("fill", datei), 0, 1, 2)
    ruhig(kmut("log", "list", "--file", datei), 0, 1, 2)
    ruhig(kmut("new", "taetigkeitsbericht", "2026", "--from", datei, "--out", tmp_path / "x.yaml"), 1, 2)
    assert zustand(tmp_path) == vorher


def test_answers_of_one_sign_over_and_over(kmut: Kmut, tmp_path: Path) -> None:
    lege_ab(tmp_path / "k", WIEDERHOLTE)
    vorher = zustand(tmp_path / "k")
    gut = tmp_path / "gut.yaml"
    gut.write_text(GUT, "utf-8")
    assert kmut("validate", tmp_path / "k").status == 0
    ruhig(kmut("check", "--format", "json", tmp_path / "k"), 0)
    ruhig(kmut("render", "--format", "md", "--out", tmp_path / "aus", tmp_path / "k"), 0, 1)
    for datei in sorted((tmp_path / "k").iterdir()) if ALLES else ():
        ruhig(kmut("compare", gut, datei), 0)
        ruhig(kmut("render", "--format", "docx", "--out", tmp_path / "aus", datei), 0, 1)
    assert zustand(tmp_path / "k") == vorher

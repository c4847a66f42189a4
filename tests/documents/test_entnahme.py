"""Answers taken from another document: what comes with them, and what stands here besides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n  handlungskonzept:\n'
KONZEPT = "dokument: handlungskonzept\n"


def bericht(ordner: Path, zeile: str, konzept: str | None) -> Geladen:
    (ordner / "kmut.yaml").write_text("kommune: {name: Landkreis Musterland}\n")
    if konzept is not None:
        (ordner / "handlungskonzept.yaml").write_text(KONZEPT + konzept)
    umfeld = Quellen(Mappen()).fuer(ordner / "2024" / "taetigkeitsbericht.yaml")
    return lade(read_source("bericht.yaml", (KOPF + "    " + zeile + "\n").encode()), umfeld=umfeld)


def erstellt(geladen: Geladen) -> Any:
    dokument: Any = geladen.dokument
    return dokument.aufgaben.handlungskonzept.erstellt


@pytest.mark.parametrize(
    ("zeile", "konzept", "antwort", "erlaeuterung"),
    [
        ("erstellt: {aus: handlungskonzept}", "erstellt: 2016", "2016", None),
        ("erstellt: {antwort: {aus: handlungskonzept}, erlaeuterung: neu}", "erstellt: 2016", "2016", "neu"),
        (
            "erstellt: {antwort: {aus: handlungskonzept}, erlaeuterung: neu}",
            "erstellt: {antwort: 2016, erlaeuterung: alt}",
            "2016",
            "alt\n\nneu",
        ),
        ("erstellt: {aus: handlungskonzept}", "erstellt: {antwort: 2016, erlaeuterung: alt}", "2016", "alt"),
    ],
)
def test_an_explanation_comes_along(
    tmp_path: Path, zeile: str, konzept: str, antwort: str, erlaeuterung: str | None
) -> None:
    geladen = bericht(tmp_path, zeile, konzept + "\n")
    assert geladen.findings == ()
    wert = erstellt(geladen)
    datum = wert.antwort if isinstance(wert, Erlaeutert) else wert
    assert str(datum) == antwort
    assert (wert.erlaeuterung if isinstance(wert, Erlaeutert) else None) == erlaeuterung


def test_what_does_not_apply_there_does_not_apply_here(tmp_path: Path) -> None:
    geladen = bericht(
        tmp_path,
        "erstellt: {antwort: {aus: handlungskonzept}, erlaeuterung: neu}",
        "erstellt: {entfaellt: wird erst geschrieben}\n",
    )
    assert isinstance(erstellt(geladen), Entfaellt)


@pytest.mark.parametrize(
    ("konzept", "codes"),
    [(None, ["KM431"]), ("leitgrundsaetze: Alle\n", ["KM433"]), ("erstellt: bald\n", ["KM432"]), ("-", ["KM431"])],
)
def test_what_cannot_be_taken_is_told_where_it_is_wanted(tmp_path: Path, konzept: str | None, codes: list[str]) -> None:
    geladen = bericht(tmp_path, "erstellt: {aus: handlungskonzept}", konzept)
    assert [finding.code for finding in geladen.findings] == codes
    assert [(finding.line, finding.column) for finding in geladen.findings] == [(6, 21)]
    assert erstellt(geladen) is None


def test_a_file_of_another_kind_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "handlungskonzept.yaml").write_text("dokument: monitoring\n")
    (finding,) = bericht(tmp_path, "erstellt: {aus: handlungskonzept}", None).findings
    assert finding.code == "KM431"
    assert "„dokument: monitoring“" in finding.message
    assert "validate" not in finding.help


@pytest.mark.parametrize(
    ("hier", "dort", "codes"), [("final", "entwurf", 1), ("final", "final", 0), ("entwurf", "entwurf", 0)]
)
def test_a_final_version_takes_nothing_from_a_draft(tmp_path: Path, hier: str, dort: str, codes: int) -> None:
    zeile = f"erstellt: {{aus: handlungskonzept}}\n    fortgeschrieben: {{aus: handlungskonzept}}\nstatus: {hier}"
    geladen = bericht(tmp_path, zeile, f"status: {dort}\nerstellt: 2016\nfortgeschrieben: 2020\n")
    assert [finding.code for finding in geladen.findings] == ["KM437"] * codes


@pytest.mark.parametrize("antwort", ["{aus: }", "{antwort: {aus: }, erlaeuterung: neu}"])
def test_a_reference_to_nothing_is_told(tmp_path: Path, antwort: str) -> None:
    (finding,) = bericht(tmp_path, f"erstellt: {antwort}", "erstellt: 2016\n").findings
    assert finding.code == "KM211"
    assert "{aus: handlungskonzept}" in finding.help


@pytest.mark.parametrize(
    ("zeile", "hilfe"),
    [
        ("ziele: {aus: handlungskonzept, weitere: [x]}", "wird ganz übernommen"),
        ("ziele: {aus: handlungskonzept, jahr: 2025}", "wird ganz übernommen"),
    ],
)
def test_what_stands_beside_a_reference_is_told_as_such(tmp_path: Path, zeile: str, hilfe: str) -> None:
    (finding,) = (eins for eins in bericht(tmp_path, zeile, "").findings if eins.code == "KM210")
    assert hilfe in finding.help


@pytest.mark.parametrize(
    ("daneben", "hilfe"),
    [
        ("jahr: 2025", "Neben „aus“ ist hier möglich: arten, weitere, von oder bis."),
        ("artn: [tagung]", "Meinten Sie „arten“?"),
    ],
)
def test_what_may_stand_beside_a_reference_is_named(daneben: str, hilfe: str) -> None:
    text = f"dokument: sitzungsvorlage\ntermine: {{aus: veranstaltungen, {daneben}}}\n"
    (finding,) = lade(read_source("x.yaml", text.encode())).findings
    assert finding.help == hilfe


def test_without_a_folder_the_reference_stays() -> None:
    geladen = lade(read_source("-", (KOPF + "    erstellt: {aus: handlungskonzept}\n").encode()))
    assert geladen.findings == ()
    assert isinstance(erstellt(geladen), Bezug)

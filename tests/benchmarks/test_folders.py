"""What the benchmarks measure with: reports that kmut and the schema take, the same each time, each another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML, SafeConstructor

from benchmarks.__main__ import BEGIN, END, PAGE, renewed
from benchmarks.bench import SCHEMA
from benchmarks.folders import ERROR_EVERY, Folder, folder
from benchmarks.others import docxtpl_plain, ruamel_pydantic
from benchmarks.others.docxtpl_template import make
from benchmarks.report import ERRORS, TOLERANCE, report
from kmut_cli.documents.laden import lade
from kmut_cli.findings.finding import Severity
from kmut_cli.source.reader import read_source

SIZES = (5_000, 20_000, 60_000)


class _DatesAsText(SafeConstructor):
    """As check-jsonschema has it: JSON knows no dates."""


_DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def typed(text: str) -> Any:
    """What another tool reads: numbers as numbers."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _DatesAsText
    return yaml.load(text)


def errors(text: str) -> list[str]:
    found = lade(read_source("bericht.yaml", text.encode())).findings
    return [finding.message for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("size", SIZES)
def test_reports_have_their_size_and_are_valid_to_kmut_and_to_the_schema(size: int) -> None:
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    seen = set()
    for number in range(3):
        text = report(number, size, 2020 + number)
        assert abs(len(text.encode()) - size) <= size * TOLERANCE
        assert lade(read_source("bericht.yaml", text.encode())).findings == ()
        assert list(schema.iter_errors(typed(text))) == []
        assert "ä" in text and "|\n" in text
        seen.add(text)
    assert len(seen) == 3


@pytest.mark.parametrize("number", range(len(ERRORS)))
def test_each_error_is_an_error_to_kmut(number: int) -> None:
    assert errors(report(number, 5_000, 2024)) == []
    assert errors(report(number, 5_000, 2024, wrong=True)) != []


def contents(of: Folder) -> dict[str, bytes]:
    return {name: (of.path / name).read_bytes() for name in of.files}


def test_a_folder_is_the_same_each_time_and_made_once(tmp_path: Path) -> None:
    here, there = folder(tmp_path / "a", 12, 5_000), folder(tmp_path / "b", 12, 5_000)
    assert contents(here) == contents(there)
    assert len(set(contents(here).values())) == 12
    assert here.size == sum(map(len, contents(here).values()))
    assert len(list(here.path.rglob("kmut.yaml"))) == 2  # ten years to a body
    (here.path / here.files[0]).write_text("kept", encoding="utf-8")
    assert contents(folder(tmp_path / "a", 12, 5_000))[here.files[0]] == b"kept"


def test_two_in_a_hundred_are_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoilt = folder(tmp_path, 2 * ERROR_EVERY, 5_000, wrong=True)
    wrong = [name for name, content in contents(spoilt).items() if errors(content.decode())]
    assert len(wrong) == spoilt.wrong == 2
    names = [str(spoilt.path / name) for name in (*wrong, spoilt.files[0])]
    assert ruamel_pydantic.main(names) == 1
    assert capsys.readouterr().out.split() == names[:2]


def test_the_paper_of_docxtpl_holds_all_answers(tmp_path: Path) -> None:
    from docx import Document

    made = folder(tmp_path / "daten", 1, 60_000)
    template, questions = make(tmp_path)
    report_file = made.path / made.files[0]
    docxtpl_plain.main([str(report_file)], str(template), json.loads(questions.read_text("utf-8")), tmp_path)
    paper = Document(str(tmp_path / "0.docx"))
    text = "".join(paper.element.body.itertext()).replace(" ", "")
    answers = [one for one in leaves(typed(report_file.read_text("utf-8"))) if "\n" in one]
    assert any(answer.startswith("|") or "\n|" in answer for answer in answers)
    for answer in answers:
        for line in answer.split("\n"):
            for cell in line.removeprefix("|").removesuffix("|").split("|"):
                plain = cell.replace("**", "").replace(" *", " ").replace("* ", " ").strip(" -:").replace(" ", "")
                assert plain in text, cell
    assert len(paper.tables) > 5


def leaves(data: Any) -> list[str]:
    if isinstance(data, dict | list):
        return [leaf for part in (data.values() if isinstance(data, dict) else data) for leaf in leaves(part)]
    return [str(data)]


def test_a_result_replaces_the_one_before_it_in_the_page() -> None:
    page = PAGE.read_text("utf-8")
    new = renewed(page, "neu\n")
    assert f"{BEGIN}\n\nneu\n\n{END}" in new
    assert renewed(new, "neu\n") == new
    assert new.split(BEGIN)[0] == page.split(BEGIN)[0]
    assert new.split(END)[1] == page.split(END)[1]

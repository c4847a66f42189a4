"""Checking a document takes no more Markdown than giving it out: all its rules share the steps of one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from kmut_cli.__main__ import main
from kmut_cli.documents import markdown
from kmut_cli.documents.markdown_konto import haushalt
from kmut_cli.findings.limits import MARKDOWNDOKUMENT, MARKDOWNSCHRITTE, MARKDOWNTIEFE, Grenze
from kmut_cli.rules.hilfen import markdown_fallen

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n'
FALLE = "30. Juni: Treffen in Verden"


def verzeichnis(*notizen: str) -> str:
    """A log of appointments with these notes."""
    eintraege = (f'  - datum: 2024-05-01\n    titel: a\n    ort: b\n    notiz: "{notiz}"\n' for notiz in notizen)
    return 'dokument: veranstaltungen\ngliederung: "2026"\neintraege:\n' + "".join(eintraege)


@pytest.fixture
def gelesen(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Lengths of the texts that come as far as the parser of words, beyond that of blocks."""
    leser, laengen = markdown.parser(MARKDOWNTIEFE.wert), list[int]()
    zeilen = leser.inline.tokenize

    def gezaehlt(state: StateInline) -> None:
        laengen.append(len(state.src))
        zeilen(state)

    monkeypatch.setattr(leser.inline, "tokenize", gezaehlt)
    return laengen


def test_a_star_costs_more_than_a_letter() -> None:
    def preis(text: str) -> int:
        with haushalt() as aufwand:
            markdown.gelesen(text)
        return MARKDOWNDOKUMENT.wert - aufwand.rest

    assert preis("*_" * 500) > 4 * preis("ab" * 500)
    assert preis("[a]: b\n" * 100) >= 2 * 700  # its words are not read once more, as those of a sentence are


def test_all_rules_of_a_document_share_its_steps(
    tmp_path: Path, gelesen: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twelve answers of which each is allowed: without a document around them, all would be read."""
    notiz = "+ 1 " + "*_" * 1_000
    (tmp_path / "v.yaml").write_text(verzeichnis(*[notiz] * 12), encoding="utf-8")
    monkeypatch.setenv(MARKDOWNDOKUMENT.variable, "50000")
    assert main(["check", str(tmp_path / "v.yaml")]) == 0
    assert "kmut selbst" not in capsys.readouterr().err
    assert gelesen == [2_002, 2_002]
    gelesen.clear()
    monkeypatch.delenv(MARKDOWNDOKUMENT.variable)
    assert main(["check", str(tmp_path / "v.yaml")]) == 0
    assert len(gelesen) == 12


def test_much_emphasis_is_not_read_at_all(tmp_path: Path, gelesen: list[int]) -> None:
    (tmp_path / "v.yaml").write_text(verzeichnis(*["+ 1 " + "*_" * 70_000] * 3), encoding="utf-8")
    assert main(["check", str(tmp_path / "v.yaml")]) == 0
    assert gelesen == []


def test_each_document_has_its_own_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(MARKDOWNDOKUMENT.variable, "200")
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text(f"{KOPF}  kmn: |\n    {FALLE}\n", encoding="utf-8")
    Path("c.yaml").write_text(f"{KOPF}  kmn: |\n    {FALLE}{' und so weiter' * 20}\n", encoding="utf-8")
    main(["check", "."])
    gesagt = capsys.readouterr().out
    assert [f"{name}.yaml:6:5 KM413" in gesagt for name in "abc"] == [True, True, False]  # c is plain text to it


@pytest.mark.parametrize(
    ("grenze", "wert", "text"),
    [
        (MARKDOWNTIEFE, "10", "> " * 20 + "tief"),
        (MARKDOWNSCHRITTE, "500", "Wort " * 100),
        (MARKDOWNDOKUMENT, "500", "Wort " * 100),
    ],
)
@pytest.mark.parametrize("format", ["md", "docx"])
def test_the_finding_names_the_limit(
    grenze: Grenze, wert: str, text: str, format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    alle = (MARKDOWNTIEFE, MARKDOWNSCHRITTE, MARKDOWNDOKUMENT)
    monkeypatch.setenv(grenze.variable, wert)
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(f"{KOPF}  kmn: '{text}'\n", encoding="utf-8")
    assert main(["render", "b.yaml", "--format", format]) == 0
    gesagt = " ".join(capsys.readouterr().out.split())
    assert "b.yaml:5:8 KM511" in gesagt
    assert f"als {wert} {grenze.einheit}; sie ist so ausgegeben, wie sie dasteht." in gesagt
    assert [andere.variable in gesagt for andere in alle] == [andere is grenze for andere in alle]


class _Gezaehlt(list[Token]):
    """Tokens that count how often one is looked at."""

    blicke = 0

    def __iter__(self) -> Iterator[Token]:
        for token in super().__iter__():
            self.blicke += 1
            yield token

    def __getitem__(self, stelle: Any) -> Any:
        self.blicke += 1
        return super().__getitem__(stelle)


def test_lists_after_lists_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each list was found by counting through all before it: four times the text took sixteen times as long."""
    tokens = _Gezaehlt(markdown.gelesen("1. a\n1) a\n" * 500) or [])
    monkeypatch.setattr(markdown_fallen, "gelesen", lambda text: tokens)
    markdown_fallen.fallen("1. a\n1) a\n" * 500)
    assert len(tokens) < tokens.blicke < 5 * len(tokens)

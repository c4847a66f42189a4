"""Text that would keep the parser busy for minutes is given out as it stands, and a finding says so."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.__main__ import main
from kmut_cli.documents.markdown import gelesen
from kmut_cli.documents.markdown_konto import haushalt
from kmut_cli.findings.limits import MARKDOWNSCHRITTE
from kmut_cli.render.markdown.answer import answer_pieces
from kmut_cli.render.reintext import reintext

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n'
VIEL = 6_000
GRENZE = "20000"
"""A fifteenth of the usual: what it stops costs a fifteenth of the time, or less."""


def voll(muster: str, zeichen: int = VIEL) -> str:
    return (muster * (zeichen // len(muster) + 1))[:zeichen]


ZU_VIEL: dict[str, Callable[[], str]] = {
    "Bilder": lambda: voll("![["),
    "Klammern": lambda: voll("["),
    "Bildanfänge": lambda: voll("!["),
    "Zeilen": lambda: voll("[\\\n"),
    "verschachtelt": lambda: "[" * 2_000 + "]" * 2_000,
    "Bilder in Bildern": lambda: "![" * 60 + voll("*a ", 3_000) + "](b)" * 60,
    "Spalten": lambda: f"{'|a' * 1_000}|\n{'|-' * 1_000}|\n{'|b' * 1_000}|",
    "leere Zellen": lambda: "|a|b|\n|-|-|\n" + "||\n" * 2_000,
    "aufgefüllt": lambda: "|".join("a" * 300) + "\n" + "|".join("-" * 300) + "\n" + "|\n" * 100,
    "Verweise": lambda: f"[a]: /{'x' * 500}\n\n" + "[a]" * 500,
    "lang": lambda: voll("Wort ", 25_000),
}
LINEAR = [
    "](",
    "*",
    "_",
    "`",
    "<",
    "&",
    "> ",
    "- ",
    "*a **a ",
    "`` ` ",
    "~~a ",
    "<a@",
    "[a](<b",
    '[a](b "',
    "1. ",
    "\\",
]


@pytest.mark.parametrize("was", ZU_VIEL)
def test_what_is_too_much_is_not_read(was: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MARKDOWNSCHRITTE.variable, GRENZE)
    text = ZU_VIEL[was]()
    with haushalt() as aufwand:
        assert gelesen(text) is None
    assert aufwand.woertliche == [text]
    [stueck] = answer_pieces(text, 2)
    assert stueck.kind == "fence"
    assert "\n".join(stueck.lines[1:-1]).strip("\n") == text.strip("\n")
    assert reintext(text) == text.strip()


@pytest.mark.parametrize("muster", LINEAR)
def test_what_looks_bad_but_is_little_work_is_read(muster: str) -> None:
    """The budget is no limit on signs: a text of ten thousand of them is read or, if nested deep, shown whole."""
    text = voll(muster, 10_000)
    with haushalt() as aufwand:
        gelesen(text)
    assert aufwand.rest > 0


def test_an_ordinary_long_report_stays_far_below() -> None:
    absatz = "Ein *Absatz* mit [Verweis](https://example.org) und `Code`.\n\n- Punkt\n- Punkt\n\n"
    text = voll(absatz + "| a | b |\n|---|---|\n| 1 | 2 |\n\n", 60_000)
    with haushalt() as aufwand:
        assert gelesen(text) is not None
    assert not aufwand.woertliche


def test_limits_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert gelesen("Wort " * 100) is not None
    monkeypatch.setenv(MARKDOWNSCHRITTE.variable, "100")
    assert gelesen("Wort " * 100) is None
    monkeypatch.delenv(MARKDOWNSCHRITTE.variable)
    monkeypatch.setenv("KMUT_GRENZE_MARKDOWNTIEFE", "5")
    assert gelesen("> " * 4 + "a") is None
    assert gelesen("> a") is not None


def test_a_document_has_one_purse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_MARKDOWNDOKUMENT", "2500")
    with haushalt() as aufwand:
        assert [gelesen(text) is None for text in ("a" * 1000, "b" * 1000, "c")] == [False, True, True]
    assert aufwand.woertliche == ["b" * 1000, "c"]
    with haushalt():
        assert gelesen("b" * 1000) is not None


@pytest.mark.parametrize("format", ["md", "docx"])
def test_the_finding_names_the_answer(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(f"{KOPF}  kmn: '{voll('![[', 60_000)}'\n", encoding="utf-8")
    assert main(["render", "b.yaml", "--format", format]) == 0
    assert "b.yaml:5:8 KM511" in capsys.readouterr().out
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 600 * 1024  # of all tests of this process so far
    if format == "md":
        assert voll("![[", 60_000) in Path("b.md").read_text(encoding="utf-8")
    Path("b.yaml").write_text(f"{KOPF}  kmn: '{'![[' * 100}'\n", encoding="utf-8")
    assert main(["render", "b.yaml", "--format", format]) == 0
    assert "KM511" not in capsys.readouterr().out

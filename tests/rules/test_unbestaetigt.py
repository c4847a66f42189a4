"""Which carried-over answers count as unconfirmed, and what is wrong with the list of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kmut_cli.documents.uebernahme import fingerabdruck
from kmut_cli.findings.finding import Finding, Severity

Pruefe = Callable[..., list[Finding]]
ANTWORT = "aufgaben:\n  kmn: {}\n"
BLOCK = 'uebernommen:\n  aus: 2023/bericht.yaml\n  unbestaetigt:\n    {}: "{}"\n'
KMN = "aufgaben.kmn"
VIER = fingerabdruck("Vier Treffen.")


@pytest.mark.parametrize(("final", "schwere"), [(False, Severity.INFO), (True, Severity.ERROR)])
def test_it_is_told_at_the_answer(
    bericht: Pruefe, stelle: Callable[[Finding], str], final: bool, schwere: Severity
) -> None:
    (finding,) = bericht(ANTWORT.format("Vier Treffen.") + BLOCK.format(KMN, VIER), "KM304", final=final)
    assert (finding.severity, finding.location, stelle(finding)) == (schwere, KMN, "kmn")
    assert "2.10" in finding.message
    assert "kmut confirm DATEI aufgaben.kmn" in finding.help


@pytest.mark.parametrize(
    "antwort", ["Vier Treffen.", '"Vier Treffen."', "'Vier Treffen.' # so", "\n    Vier\n    Treffen."]
)
def test_another_notation_is_no_change(bericht: Pruefe, antwort: str) -> None:
    assert bericht(ANTWORT.format(antwort) + BLOCK.format(KMN, VIER), "KM304")


@pytest.mark.parametrize("antwort", ["Fünf Treffen.", "Vier Treffen", "", '{entfaellt: "Es gab keine."}'])
def test_a_changed_or_removed_answer_needs_no_confirmation_and_is_no_mistake(bericht: Pruefe, antwort: str) -> None:
    assert bericht(ANTWORT.format(antwort) + BLOCK.format(KMN, VIER), "KM304", "KM305") == []


def test_it_is_not_open_although_a_part_is_missing(bericht: Pruefe) -> None:
    ziele = [{"massnahmen": [{"massnahme": "Kurs"}]}]
    text = "aufgaben:\n  handlungskonzept:\n    ziele: [{massnahmen: [{massnahme: Kurs}]}]\n"
    pfad = "aufgaben.handlungskonzept.ziele"
    findings = bericht(text + BLOCK.format(pfad, fingerabdruck(ziele)), "KM301", "KM304")
    assert [finding.code for finding in findings if finding.location == pfad] == ["KM304"]


@pytest.mark.parametrize(
    ("name", "hilfe"),
    [
        ("aufgaben.knm", "Meinten Sie „aufgaben.kmn“?"),
        ("handlungskonzept.vorhaben", "Löschen Sie die Zeile."),
        ("aufgaben.handlungskonzept.anlage", "Meinten Sie „aufgaben.handlungskonzept.grundlage“?"),
        ("''", "Löschen Sie die Zeile."),
    ],
)
def test_a_place_without_question_is_told(
    bericht: Pruefe, stelle: Callable[[Finding], str], name: str, hilfe: str
) -> None:
    (finding,) = bericht(BLOCK.format(name, VIER), "KM305")
    assert (finding.severity, finding.help, stelle(finding)) == (Severity.WARNING, hilfe, name)


@pytest.mark.parametrize("marke", ["xyz", "3F2A9C01DE", "3f2a9c01d", "3f2a9c01de0", "ja"])
def test_a_value_that_is_no_fingerprint_is_told(bericht: Pruefe, stelle: Callable[[Finding], str], marke: str) -> None:
    (finding,) = bericht(ANTWORT.format("Vier Treffen.") + BLOCK.format(KMN, marke), "KM304", "KM305", "KM306")
    assert (finding.code, finding.severity) == ("KM306", Severity.WARNING)
    assert stelle(finding).strip('"') == marke
    assert f"„{marke}“" in finding.message


def test_an_empty_list_says_nothing(bericht: Pruefe) -> None:
    for block in ("uebernommen:\n", "uebernommen:\n  unbestaetigt:\n", "uebernommen: {unbestaetigt: {}}\n"):
        assert bericht(block, "KM304", "KM305") == []

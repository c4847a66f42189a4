"""Each limit is declared once, acts where it should, is named in what it causes, and stands in the handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kmut_cli.documents.weitere import begrenzt
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding, Severity
from tests.cli.conftest import Kmut, Schreibe
from tests.hostile.conftest import ruhig
from tests.hostile.korpus import GUT, KOPF

ALLE = list(limits.alle())


@pytest.mark.parametrize(
    "wert", ["abc", "-5", "0", "", " ", "5,5", "5.2", "1e6", "0x10", "٣", "²", str(10**30), "9" * 5_000]
)
@pytest.mark.parametrize("grenze", ALLE[::6], ids=lambda grenze: grenze.variable)
def test_a_value_that_is_none_ends_every_command(
    kmut: Kmut, monkeypatch: pytest.MonkeyPatch, grenze: limits.Grenze, wert: str
) -> None:
    monkeypatch.setenv(grenze.variable, wert)
    ergebnis = kmut("explain", "KM101")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert ergebnis.err.count("\n") == 1
    assert f"{grenze.variable} steht auf „{wert[:40]}" in ergebnis.err
    assert limits.als_zahl(grenze.hoechstens) in ergebnis.err


@pytest.mark.parametrize(
    "befehl", ["--help", "validate", "check .", "render", "status", "fill x", "log list", "schema", "new x"]
)
def test_every_command_says_so(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch, befehl: str) -> None:
    schreibe("x.yaml", GUT)
    monkeypatch.setenv("KMUT_GRENZE_TIEFE", "\x1b[2J\nviel")
    ergebnis = kmut(*befehl.split())
    ruhig(ergebnis, 2)
    assert "„�[2J�viel“" in ergebnis.err


def test_a_limit_that_there_is_not_is_told_with_the_one_that_is_meant(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("x.yaml", GUT)
    monkeypatch.setenv("KMUT_GRENZE_DATEIEN", "5")
    ergebnis = kmut("validate", "x.yaml")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert "Meinten Sie KMUT_GRENZE_DATEI?" in ergebnis.err


def test_a_value_with_points_between_thousands(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    schreibe("x.yaml", GUT + "# " + "x" * 2_000)
    monkeypatch.setenv("KMUT_GRENZE_DATEI", "1.000")
    assert kmut("validate", "--format", "json", "x.yaml").codes == ["KM103"]
    monkeypatch.setenv("KMUT_GRENZE_DATEI", "10.000")
    assert kmut("validate", "x.yaml").status == 0


WIRKUNG = {
    limits.DATEI: ("validate", GUT, 20, "KM103"),
    limits.TIEFE: ("validate", KOPF + "aufgaben: {projekte: {massnahmen: [{titel: a}]}}\n", 3, "KM139"),
    limits.ANGABEN: ("validate", GUT, 5, "KM108"),
    limits.VERWEISE: (
        "validate",
        KOPF + "aufgaben: {kmn: &a Text Text Text, projekte: {zielgruppen: *a}}\n",
        5,
        "KM138",
    ),
    limits.LESEFEHLER: ("validate", KOPF + "status: entwurf\n" * 6, 3, "KM107"),
    limits.ANGABEFEHLER: ("validate", KOPF + "".join(f"k{n}: 1\n" for n in range(6)), 3, "KM224"),
}


@pytest.mark.parametrize("grenze", WIRKUNG, ids=lambda grenze: grenze.variable)
def test_a_lower_limit_acts_and_names_itself(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch, grenze: limits.Grenze
) -> None:
    befehl, inhalt, wert, code = WIRKUNG[grenze]
    schreibe("x.yaml", inhalt)
    assert code not in kmut(befehl, "--format", "json", "x.yaml").codes
    monkeypatch.setenv(grenze.variable, str(wert))
    ergebnis = kmut(befehl, "--format", "json", "x.yaml")
    assert (ergebnis.status, code in ergebnis.codes) == (1, True)
    assert grenze.variable in next(eins["help"] for eins in ergebnis.json["findings"] if eins["code"] == code)


def test_a_folder_cannot_raise_a_limit(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_DATEI", "100")
    for name in ("kmut.yaml", ".env", "KMUT_GRENZE_DATEI"):
        schreibe(name, "KMUT_GRENZE_DATEI: 1000000\n")
    schreibe("x.yaml", GUT + "# " + "x" * 2_000)
    assert "KM103" in kmut("validate", "--format", "json", "x.yaml").codes


def test_what_is_not_told_still_counts(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_ANGABEFEHLER", "1")
    schreibe("x.yaml", KOPF + "k1: 1\nk2: 1\n")
    ergebnis = kmut("validate", "x.yaml")
    assert ergebnis.status == 1
    assert "Es gibt noch einen Befund dieser Art" in ergebnis.out
    schreibe("v.yaml", "dokument: veranstaltungen\neintraege:\n" + "  - {datum: 2025-01-01, titel: a}\n" * 5)
    befunde = kmut("check", "--format", "json", "v.yaml").json["findings"]
    assert next(eins["severity"] for eins in befunde if eins["code"] == "KM224") == "warning"


def test_the_finding_for_many_is_as_heavy_as_the_heaviest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remarks fill the list; an error behind them must not get lost."""
    monkeypatch.setenv("KMUT_GRENZE_ANGABEFEHLER", "2")
    schweren = [Severity.INFO] * 5 + [Severity.ERROR, Severity.WARNING]
    alle = [Finding("KM999", schwere, "x", f"{n}", line=n + 1) for n, schwere in enumerate(schweren)]
    assert list(begrenzt(alle[:2])) == alle[:2]
    *erste, letzter = begrenzt(alle)
    assert erste == alle[:2]
    assert (letzter.code, letzter.severity, letzter.line) == ("KM224", Severity.ERROR, 6)
    assert "noch 5 Befunde" in letzter.message


def test_every_limit_stands_in_the_handbook() -> None:
    seite = Path(__file__).parents[2].joinpath("docs/handbuch/grenzen.md").read_text("utf-8")
    zeilen = re.findall(r"^\| `(KMUT_GRENZE_\w+)` \| ([^|]+?) \| (.+) \|$", seite, re.MULTILINE)
    assert zeilen == [(eine.variable, limits.als_text(eine.vorgabe, eine.einheit), eine.bedeutung) for eine in ALLE]


def test_every_limit_acts_somewhere() -> None:
    """A limit that nothing reads would be a promise that nobody keeps."""
    paket = Path(limits.__file__).parents[1]
    dateien = [datei.read_text("utf-8") for datei in paket.rglob("*.py") if datei.name != "limits.py"]
    worte = {wort for text in dateien for wort in re.findall(r"\b[A-Z]{5,}\b", text)}
    assert {name for name, wert in vars(limits).items() if isinstance(wert, limits.Grenze)} <= worte
    assert not any(f'"{limits.VORSILBE}' in text for text in dateien)

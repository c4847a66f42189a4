"""Every rule of the tool speaks on its wrong example and not, at the same place, on its right one."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from kmut_cli.__main__ import main
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.registry import catalogue

KATALOG = list(catalogue().values())
KOPF = {
    "dokument": "dokument: taetigkeitsbericht\n",
    "gliederung": 'gliederung: "2020"\n',
    "berichtsjahr": "berichtsjahr: 2024\n",
    "kommune": 'kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}\n',
}
ZEILE = re.compile(r"^(?P<ort>\S.*?) (?P<code>KM\d{3}) ", re.MULTILINE)
Befund = tuple[str, str, str]
"""Severity (empty if the output does not say it), code, place."""


def inhalt(example: Example) -> bytes:
    """A fragment gets the lines of a head that it does not have itself."""
    if isinstance(example.text, bytes):
        return example.text * example.repeat
    if "dokument:" in example.text:
        return example.text.encode() * example.repeat
    schluessel = set(re.findall(r"^(\w+):", example.text, re.MULTILINE))
    kopf = "".join(zeile for name, zeile in KOPF.items() if name not in schluessel)
    return kopf.encode() + example.text.encode() * example.repeat


def befunde(example: Example, ordner: Path, capsys: pytest.CaptureFixture[str]) -> set[Befund]:
    ordner.mkdir()
    datei = ordner / "bericht.yaml"
    datei.write_bytes(inhalt(example))
    for name, bytes_ in example.files.items():
        (ordner / name).parent.mkdir(parents=True, exist_ok=True)
        (ordner / name).write_bytes(bytes_)
    befehl = [wort.format(datei=datei, ordner=ordner) for wort in example.command.split()]
    als_json = befehl[0] in ("check", "validate")
    status = main([*befehl, "--format", "json"] if als_json else befehl)
    ausgabe = capsys.readouterr()
    assert status in (0, 1, 2), ausgabe.err
    if als_json:
        return {(f["severity"], f["code"], f["location"]) for f in json.loads(ausgabe.out)["findings"]}
    return {("", treffer["code"], treffer["ort"].replace(str(ordner), "")) for treffer in ZEILE.finditer(ausgabe.out)}


@pytest.mark.parametrize("rule", KATALOG, ids=lambda rule: rule.code)
def test_wrong_example_brings_the_finding_and_right_example_does_not(
    rule: Rule, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rule.wrong.text
    assert rule.right.text
    falsch = {eins[1:] for eins in befunde(rule.wrong, tmp_path / "falsch", capsys)}
    richtig = {eins[1:] for eins in befunde(rule.right, tmp_path / "richtig", capsys)}
    assert rule.code in {code for code, _ort in falsch - richtig}


@pytest.mark.parametrize("rule", [rule for rule in KATALOG if rule.code[2] in "234"], ids=lambda rule: rule.code)
def test_right_example_is_not_wrong_in_another_way(
    rule: Rule, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schwer = ("error",) if rule.code[2] == "2" else ("error", "warning")
    assert not {eins for eins in befunde(rule.right, tmp_path / "richtig", capsys) if eins[0] in schwer}


def test_no_code_is_given_twice_and_none_is_left_out() -> None:
    module = [modul for name, modul in sys.modules.items() if name.startswith("kmut_cli.")]
    alle = {id(rule): rule.code for modul in module for rule in getattr(modul, "RULES", ())}
    assert sorted(alle.values()) == list(catalogue())


@pytest.mark.parametrize("rule", KATALOG, ids=lambda rule: rule.code)
def test_texts_are_there(rule: Rule) -> None:
    assert re.fullmatch(r"KM[1-5]\d\d", rule.code)
    assert rule.title == rule.title.strip()
    assert rule.title
    assert not rule.title.endswith(".")
    assert len(rule.explanation) > 20
    assert rule.explanation == rule.explanation.strip()

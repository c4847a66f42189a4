"""Every code of reading speaks on its wrong example and is silent on its right one."""

from __future__ import annotations

import re

import pytest

from kmut_cli.findings.rule import Example, Rule
from kmut_cli.source.reader import read_source
from kmut_cli.source.rules import RULES

HEAD = b'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n'


def codes(example: Example) -> list[str]:
    content = example.text
    if isinstance(content, str):
        content = content.encode() if "dokument:" in content else HEAD + content.encode()
    return [finding.code for finding in read_source("bericht.yaml", content * example.repeat).findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_wrong_example_brings_the_code_and_right_example_brings_nothing(rule: Rule) -> None:
    assert rule.code in codes(rule.wrong)
    assert codes(rule.right) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_first_finding_of_the_wrong_example_is_the_rule_or_its_cause(rule: Rule) -> None:
    first = codes(rule.wrong)[0]
    # Too many errors is always the last thing said of a file.
    assert first == rule.code or rule.code == "KM107"


def test_codes_are_unique_ordered_and_in_the_group_of_reading() -> None:
    found = [rule.code for rule in RULES]
    assert found == sorted(set(found))
    assert all(re.fullmatch(r"KM1[0-4]\d", code) for code in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_texts_are_there(rule: Rule) -> None:
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.explanation.strip().endswith((".", "“ wählen."))

"""Patterns in the schemas are read by JavaScript with the flag „u“, which knows fewer escapes than Python."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCHEMAS = sorted((Path(__file__).parents[2] / "schemas").glob("*.json"))
ERLAUBT = set("^$\\.*+?()[]{}|/dDsSwWbBfnrtv0cxupPk")


def muster(wert: Any) -> Iterator[str]:
    if isinstance(wert, dict):
        for name, eins in wert.items():
            if name == "pattern" and isinstance(eins, str):
                yield eins
            else:
                yield from muster(eins)
    elif isinstance(wert, list):
        for eins in wert:
            yield from muster(eins)


@pytest.mark.parametrize("datei", SCHEMAS, ids=lambda datei: datei.name)
def test_every_pattern_is_one_of_javascript(datei: Path) -> None:
    alle = list(muster(json.loads(datei.read_text("utf-8"))))
    for eines in alle:
        escapes = re.findall(r"\\(.)", eines)
        assert set(escapes) <= ERLAUBT, eines
        re.compile(eines)

"""KM423: where lines run together, and where a dash is only a dash."""

from __future__ import annotations

import pytest

from kmut_cli.documents.laden import lade
from kmut_cli.rules.liste_ohne_strich import check
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.reader import read_source

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n'


def stellen(text: str) -> list[tuple[int, str]]:
    geladen = lade(read_source("bericht.yaml", (KOPF + text).encode()))
    assert geladen.dokument is not None
    return [(finding.line, finding.location) for finding in check(Pruefling(geladen, geladen.dokument))]


@pytest.mark.parametrize(
    "text",
    [
        "  kmn: Besprochen wurden\n    - die Zahlen\n    - die Termine\n",
        "  kmn: Besprochen wurden\n    1. die Zahlen\n    2. die Termine\n",
        "  kmn: Besprochen wurden\n    * die Zahlen\n",
        "  kmn: Wir messen\n    | Ziel | Wert |\n    | 1 | 20 % |\n",
    ],
)
def test_lines_that_run_together(text: str) -> None:
    assert stellen(text) == [(4, "aufgaben.kmn")]


@pytest.mark.parametrize(
    "text",
    [
        "  kmn: |\n    Besprochen wurden\n\n    - die Zahlen\n",
        "  kmn: Ein Satz - mit Gedankenstrich.\n",
        "  kmn: Ein Satz - mit Gedankenstrich\n    und zweiter Zeile.\n",
        "  kmn: '- kein Block'\n",
        "  kmn: Termin am 12. Mai - verschoben\n  oeffentlichkeit: |\n    - Zeitung\n",
        "  handlungskonzept:\n    wichtigste_ziele:\n      - Sprache - Bildung - Beruf\n      - Wohnen\n",
    ],
)
def test_dashes_that_are_none_of_our_business(text: str) -> None:
    assert stellen(text) == []

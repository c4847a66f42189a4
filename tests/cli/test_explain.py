"""Every code explains itself."""

from __future__ import annotations

import pytest

from kmut_cli.rules.registry import catalogue
from tests.cli.conftest import Kmut


def test_liste_nennt_alle(kmut: Kmut) -> None:
    zeilen = kmut("explain").out.splitlines()
    assert zeilen == [f"{rule.code}  {rule.title}" for rule in catalogue().values()]
    assert zeilen == sorted(zeilen)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_jeder_code(kmut: Kmut, code: str) -> None:
    rule = catalogue()[code]
    ergebnis = kmut("explain", code)
    assert ergebnis.status == 0
    assert ergebnis.out.startswith(f"## {code} {rule.title}\n")
    assert rule.explanation in ergebnis.out
    assert ("Falsch:" in ergebnis.out and "Richtig:" in ergebnis.out) or "Tritt zum Beispiel auf bei:" in ergebnis.out
    assert "{datei}" not in ergebnis.out
    assert "{ordner}" not in ergebnis.out
    assert kmut("explain", code.lower()).out == ergebnis.out


@pytest.mark.parametrize(
    ("code", "hilfe"),
    [
        ("KM2100", "Meinten Sie KM210?"),
        ("210", "Meinten Sie KM210?"),
        ("xyz", "„kmut explain“ ohne Angabe nennt alle."),
    ],
)
def test_unbekannter_code(kmut: Kmut, code: str, hilfe: str) -> None:
    ergebnis = kmut("explain", code)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert ergebnis.err == f"kmut: Den Code „{code}“ gibt es nicht. {hilfe}\n"

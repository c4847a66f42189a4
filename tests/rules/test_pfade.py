"""Rules name only places that exist."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kmut_cli.rules
from kmut_cli.documents.felder import alle_pfade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.rules.hilfen import pfade

VORHANDEN = {
    pfad for art, ausgaben in arten().items() for ausgabe in ausgaben for pfad in alle_pfade(dokumenttyp(art, ausgabe))
}
SCHLUESSEL = {pfad[-1] for pfad in VORHANDEN}
MODULE = sorted(Path(kmut_cli.rules.__path__[0]).rglob("*.py"))


@pytest.mark.parametrize("name", [name for name in vars(pfade) if name.isupper()])
def test_each_path_exists_in_some_edition(name: str) -> None:
    assert getattr(pfade, name) in VORHANDEN


@pytest.mark.parametrize("modul", [modul for modul in MODULE if modul.name != "pfade.py"], ids=lambda modul: modul.stem)
def test_no_other_module_spells_out_a_path(modul: Path) -> None:
    """Otherwise the test above would not see it."""
    for knoten in ast.walk(ast.parse(modul.read_text("utf-8"))):
        if isinstance(knoten, ast.Tuple) and len(knoten.elts) > 1:
            worte = [eins.value for eins in knoten.elts if isinstance(eins, ast.Constant)]
            assert len(worte) < len(knoten.elts) or not set(worte) <= SCHLUESSEL, f"{modul.name}: {worte}"

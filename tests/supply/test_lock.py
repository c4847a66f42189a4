"""What gets installed is what was locked: current, in one release each, with hashes, from no particular address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.lockfile import Pin, read_lock

WURZEL = Path(__file__).parents[2]
PROJEKT = tomllib.loads((WURZEL / "pyproject.toml").read_text("utf-8"))
GRUPPEN = PROJEKT["dependency-groups"]
DATEIEN = {pfad.stem: pfad for pfad in sorted((WURZEL / "requirements").glob("*.txt"))}
GEWOLLT = {
    "runtime": PROJEKT["project"]["dependencies"],
    "dev": PROJEKT["project"]["dependencies"] + PROJEKT["project"]["optional-dependencies"]["dev"],
    **GRUPPEN,
}


def _pins(name: str) -> dict[str, list[Pin]]:
    """What a file locks, by name; where one has several releases, a marker says which is for whom."""
    pins: dict[str, list[Pin]] = {}
    for pin in read_lock(DATEIEN[name]):
        pins.setdefault(pin.name, []).append(pin)
    for gleiche in pins.values():
        marken = {pin.marker for pin in gleiche}
        assert len(gleiche) == 1 or (len(marken) == len(gleiche) and "" not in marken)
    return pins


def test_jede_gruppe_hat_ihre_datei() -> None:
    assert DATEIEN.keys() == GEWOLLT.keys()


@pytest.mark.parametrize("name", DATEIEN)
class TestDatei:
    def test_haelt_was_pyproject_verlangt(self, name: str) -> None:
        """What is asked for is there in a release that fits, and nothing is there that nobody asks for any more."""
        pins = _pins(name)
        gewollt = [Requirement(eins) for eins in GEWOLLT[name]]
        for eins in gewollt:
            versionen = [pin.version for pin in pins.get(canonicalize_name(eins.name), ())]
            assert any(map(eins.specifier.contains, versionen)), f"{eins}, locked: {versionen}; run tasks.py lock"
        verlangt = {
            name for name, gleiche in pins.items() if any("pyproject.toml" in v for p in gleiche for v in p.via)
        }
        assert verlangt == {canonicalize_name(eins.name) for eins in gewollt}

    def test_jede_ausgabe_hat_summen_und_keine_eine_adresse(self, name: str) -> None:
        for pin in read_lock(DATEIEN[name]):
            assert pin.hashes
            assert len(set(pin.hashes)) == len(pin.hashes)
        text = DATEIEN[name].read_text("utf-8")
        assert not re.search(r"://|^-|index|find-links|@ ", text, re.MULTILINE)

    def test_nichts_haengt_in_der_luft(self, name: str) -> None:
        """Whoever asks for a package is locked too, so no package stays behind when its user goes."""
        pins = _pins(name)
        for pin in read_lock(DATEIEN[name]):
            assert pin.via
            fragt = {via.split("[")[0] for via in pin.via if not via.startswith("-c ") and "pyproject.toml" not in via}
            assert fragt <= pins.keys(), pin


def test_ein_paket_eine_ausgabe() -> None:
    """What the tests ran with is what users get, and what is audited is what is installed."""
    ausgaben: dict[tuple[str, str], set[str]] = {}
    for name in DATEIEN:
        for pin in read_lock(DATEIEN[name]):
            marke = pin.marker if len(_pins(name)[pin.name]) > 1 else ""
            ausgaben.setdefault((pin.name, marke), set()).add(pin.version)
    assert {eins: versionen for eins, versionen in ausgaben.items() if len(versionen) > 1} == {}
    entwicklung = _pins("dev")
    for name, gleiche in _pins("runtime").items():
        assert [pin.hashes for pin in entwicklung[name]] == [pin.hashes for pin in gleiche]


@pytest.mark.parametrize(
    "zeile",
    ["-i https://example.org/simple", "requests @ https://example.org/x.whl", "requests>=2", "requests==2"],
)
def test_was_nicht_fest_ist_wird_nicht_gelesen(tmp_path: Path, zeile: str) -> None:
    datei = tmp_path / "x.txt"
    datei.write_text(f"{zeile}\n")
    with pytest.raises(ValueError, match=r"x\.txt:1"):
        read_lock(datei)

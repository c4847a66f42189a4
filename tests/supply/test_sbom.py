"""The list of what the package is made of; that the published schema accepts it is seen by `tasks.py wheel`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from kmut_cli import __version__
from tools import sbom
from tools.lockfile import Pin, read_lock

NAME = f"kmut-{__version__}-py3-none-any.whl"


@pytest.fixture
def paket(tmp_path: Path) -> Path:
    pfad = tmp_path / NAME
    with ZipFile(pfad, "w") as archiv:
        archiv.writestr("kmut_cli/render/bild/schrift/Bildschrift-Regular.ttf", b"Schrift")
    return pfad


def test_was_festgehalten_ist_steht_darin(paket: Path) -> None:
    assert sbom.main([str(paket)]) == 0
    liste = json.loads((paket.parent / f"kmut-{__version__}.cdx.json").read_text("utf-8"))
    pins = {pin.name: pin for pin in read_lock(sbom.LOCK)}
    teile = {teil["name"]: teil for teil in liste["components"] if teil["type"] == "library"}
    assert teile.keys() == pins.keys()
    for name, teil in teile.items():
        assert teil["purl"] == f"pkg:pypi/{name}@{pins[name].version}"
        assert teil["licenses"]
        summen = {summe["content"] for summe in teil["externalReferences"][0]["hashes"]}
        assert summen == set(pins[name].hashes)
    (schrift,) = (teil for teil in liste["components"] if teil["type"] == "file")
    assert schrift["hashes"][0]["content"] == hashlib.sha256(b"Schrift").hexdigest()
    selbst = liste["metadata"]["component"]
    assert selbst["hashes"][0]["content"] == hashlib.sha256(paket.read_bytes()).hexdigest()


def test_jedes_teil_haengt_am_paket(paket: Path) -> None:
    liste = sbom.sbom(paket)
    kanten = {eins["ref"]: eins["dependsOn"] for eins in liste["dependencies"]}
    erreicht, offen = set(), [liste["metadata"]["component"]["bom-ref"]]
    while offen:
        if (eins := offen.pop()) not in erreicht:
            erreicht.add(eins)
            offen += kanten[eins]
    teile = [*liste["components"], liste["metadata"]["component"]]
    assert erreicht == kanten.keys() == {teil["bom-ref"] for teil in teile}


def test_gleiches_paket_gleiche_liste(paket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    erste = json.dumps(sbom.sbom(paket))
    monkeypatch.setenv("TZ", "Pacific/Chatham")
    assert json.dumps(sbom.sbom(paket)) == erste
    with ZipFile(paket, "a") as archiv:
        archiv.writestr("mehr", b"")
    assert sbom.sbom(paket)["serialNumber"] not in erste


def test_eine_unbekannte_lizenz_faellt_auf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sbom, "READ", {})
    jinja = next(pin for pin in read_lock(sbom.LOCK) if pin.name == "jinja2")
    with pytest.raises(ValueError, match="which licence has jinja2"):
        sbom.licence(jinja)
    with pytest.raises(ValueError, match="is installed"):
        sbom.licence(Pin("click", "0.1", "", (), ()))

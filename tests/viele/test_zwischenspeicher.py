"""What is kept between runs: it makes them shorter and never changes what they say."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmut_cli.workspace.zwischenspeicher import Kenntnis, Merker, bewahre, lies_kenntnis
from tests.viele.conftest import Programm

VERWEIST = """dokument: taetigkeitsbericht
gliederung: "2020"
berichtsjahr: 2024
aufgaben:
  bestandsaufnahme:
    zuletzt_vorgenommen: {aus: bestandsaufnahme}
"""


@pytest.fixture(autouse=True)
def ein_prozess(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept does not depend on the number of processes, and one is there sooner."""
    monkeypatch.setenv("KMUT_GRENZE_PROZESSE", "1")


@pytest.fixture
def speicher(umgebung: dict[str, str]) -> Callable[[], list[Path]]:
    return lambda: [pfad for pfad in Path(umgebung["XDG_CACHE_HOME"]).rglob("*") if pfad.is_file()]


def test_der_zweite_lauf_sagt_dasselbe(lauf: Programm, speicher: Callable[[], list[Path]]) -> None:
    erster = lauf("validate", "--format", "json")
    (datei,) = speicher()
    zweiter = lauf("validate", "--format", "json")
    assert (zweiter.stdout, zweiter.returncode) == (erster.stdout, erster.returncode)
    inhalt = datei.read_bytes()
    assert b"Beispiel" not in inhalt
    assert b"taetigkeitsbericht" not in inhalt


def test_no_cache_legt_nichts_an(lauf: Programm, speicher: Callable[[], list[Path]]) -> None:
    lauf("validate", "--no-cache")
    assert speicher() == []


def test_kleine_ordner_brauchen_ihn_nicht(lauf: Programm, speicher: Callable[[], list[Path]]) -> None:
    lauf("validate", "kommune-0")
    assert speicher() == []


def test_jede_datei_in_ordnung_steht_einmal_darin(lauf: Programm, speicher: Callable[[], list[Path]]) -> None:
    lauf("validate")
    (datei,) = speicher()
    marken = datei.read_bytes()[len(b"kmut: in Ordnung, 2\n") + 64 :]
    assert len(marken) == 16 * (108 - 4 - 12)  # none with an error, none below a faulty kmut.yaml


def test_was_bekannt_ist_wird_nicht_noch_einmal_geprueft(
    lauf: Programm, speicher: Callable[[], list[Path]], vorrat: Path
) -> None:
    """The mark of a faulty file in the store hides its error, until it is left out."""
    lauf("validate")
    (ort,) = speicher()
    kenntnis = lies_kenntnis(ort)
    pfad = vorrat / "kommune-8/062/taetigkeitsbericht.yaml"
    merkmal = Merker(kenntnis).merkmal(str(pfad), pfad.read_bytes(), allein=True)
    assert merkmal is not None
    bewahre(ort, kenntnis, {merkmal})
    assert "062" not in lauf("validate").stdout
    assert "062" in lauf("validate", "--no-cache").stdout


def test_beschaedigt_gilt_er_als_leer(lauf: Programm, speicher: Callable[[], list[Path]]) -> None:
    erwartet = lauf("validate", "--format", "json").stdout
    (datei,) = speicher()
    heil = datei.read_bytes()
    datei.write_bytes(heil[:-1])
    assert lauf("validate", "--format", "json").stdout == erwartet
    assert datei.read_bytes() == heil
    datei.unlink()
    datei.mkdir()
    assert lauf("validate", "--format", "json").stdout == erwartet


@pytest.mark.parametrize("inhalt", [b"", b"\xff" * 500, b"kmut: in Ordnung, 2\n", b"kmut: in Ordnung, 1\n" + bytes(80)])
def test_etwas_anderes_gilt_als_leer(tmp_path: Path, inhalt: bytes) -> None:
    (tmp_path / "in-ordnung").write_bytes(inhalt)
    assert lies_kenntnis(tmp_path / "in-ordnung").bekannt == frozenset()


def test_ohne_platz_dafuer_geht_es_auch(lauf: Programm, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    ergebnis = lauf("validate", XDG_CACHE_HOME=str(tmp_path / "datei"))
    assert (ergebnis.returncode, ergebnis.stderr) == (1, "")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_kein_veraendertes_byte_wird_geglaubt(tmp_path: Path, data: st.DataObject) -> None:
    ort = tmp_path / "in-ordnung"
    bewahre(ort, lies_kenntnis(tmp_path / "fehlt"), {bytes([nummer]) * 16 for nummer in range(9)})
    heil = ort.read_bytes()
    assert len(lies_kenntnis(ort).bekannt) == 9
    stelle = data.draw(st.integers(0, len(heil) - 1))
    anderes = data.draw(st.integers(0, 255).filter(lambda wert: wert != heil[stelle]))
    ort.write_bytes(heil[:stelle] + bytes([anderes]) + heil[stelle + 1 :])
    assert lies_kenntnis(ort).bekannt == frozenset()


# --- What a mark depends on -------------------------------------------------------------------------------------------


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    ordner = tmp_path / "mappe"
    (ordner / "2024").mkdir(parents=True)
    (ordner / "kmut.yaml").write_text("kommune:\n  name: Stadt Delmenhorst\n", encoding="utf-8")
    (ordner / "bestandsaufnahme.yaml").write_text(
        "dokument: bestandsaufnahme\nvorgenommen: 2023-05\n", encoding="utf-8"
    )
    (ordner / "2024/taetigkeitsbericht.yaml").write_text(VERWEIST, encoding="utf-8")
    return ordner


def _merkmale(mappe: Path, stempel: bytes = b"x") -> tuple[bytes | None, bytes | None]:
    pfad = mappe / "2024/taetigkeitsbericht.yaml"
    merker, inhalt = Merker(Kenntnis(stempel)), pfad.read_bytes()
    return merker.merkmal(str(pfad), inhalt, allein=True), merker.merkmal(str(pfad), inhalt, allein=False)


def test_ein_merkmal_haengt_an_allem_was_entscheidet(mappe: Path) -> None:
    allein, mit_ordner = _merkmale(mappe)
    assert allein != mit_ordner
    assert _merkmale(mappe) == (allein, mit_ordner)
    assert not {allein, mit_ordner} & set(_merkmale(mappe, b"anderes kmut"))
    (mappe / "bestandsaufnahme.yaml").write_text("dokument: bestandsaufnahme\nvorgenommen: 2023-06\n", encoding="utf-8")
    assert _merkmale(mappe)[0] == allein
    assert _merkmale(mappe)[1] != mit_ordner
    (mappe / "kmut.yaml").write_text("kommune:\n  name: Stadt Emden\n", encoding="utf-8")
    assert allein not in _merkmale(mappe)


def test_ohne_kmut_yaml_weiss_niemand_welcher_ordner_es_ist(mappe: Path) -> None:
    (mappe / "kmut.yaml").unlink()
    allein, mit_ordner = _merkmale(mappe)
    assert allein is not None
    assert mit_ordner is None


def test_was_aus_dem_ordner_uebernimmt_wird_neu_geprueft_wenn_er_sich_aendert(
    lauf: Programm, mappe: Path, vorrat: Path, tmp_path: Path
) -> None:
    shutil.copytree(vorrat / "kommune-0", tmp_path / "alle/0")
    for nummer in range(1, 9):
        shutil.copytree(vorrat / f"kommune-{nummer}", tmp_path / f"alle/{nummer}")
    ordner = tmp_path / "alle/mappe"
    mappe.rename(ordner)

    def codes() -> list[str]:
        ergebnis = lauf("validate", str(tmp_path / "alle"), "--format", "json")
        return [eins["code"] for eins in json.loads(ergebnis.stdout)["findings"] if "mappe" in eins["path"]]

    assert codes() == []
    assert codes() == []
    quelle = ordner / "bestandsaufnahme.yaml"
    quelle.write_text("dokument: bestandsaufnahme\n", encoding="utf-8")
    assert codes() != []
    quelle.write_text("dokument: bestandsaufnahme\nvorgenommen: 2023-05\n", encoding="utf-8")
    assert codes() == []


# --- What would be believed wrongly -----------------------------------------------------------------------------------


@pytest.fixture
def gross(vorrat: Path, tmp_path: Path) -> Path:
    """A folder of one's own with all documents, and with room for more."""
    ordner = tmp_path / "gross"
    shutil.copytree(vorrat, ordner)
    return ordner


def _codes(lauf: Programm, ordner: Path, *args: str, nur: str = "mappe") -> list[str]:
    ergebnis = lauf("validate", str(ordner), "--format", "json", *args)
    assert ergebnis.stderr == ""
    return [eins["code"] for eins in json.loads(ergebnis.stdout)["findings"] if nur in eins["path"]]


def test_dasselbe_dokument_in_einem_anderen_ordner_ist_ein_anderes(lauf: Programm, gross: Path, mappe: Path) -> None:
    """Of two equal documents, one has its table beside it."""
    text = "dokument: monitoring\nwertedatei: werte.csv\n"
    for jahr in ("2024", "2025"):
        (mappe / jahr).mkdir(exist_ok=True)
        (mappe / jahr / "monitoring.yaml").write_text(text, encoding="utf-8")
    (mappe / "2024/werte.csv").write_text("indikator;zeit;wert\n", encoding="utf-8")
    mappe.rename(gross / "mappe")
    erste = _codes(lauf, gross)
    assert "KM451" in erste
    assert _codes(lauf, gross) == erste


def test_ueber_eine_verknuepfung_kann_alles_kommen(lauf: Programm, gross: Path, mappe: Path, tmp_path: Path) -> None:
    archiv = tmp_path / "archiv"
    archiv.mkdir()
    (mappe / "bestandsaufnahme.yaml").rename(archiv / "bestandsaufnahme.yaml")
    (mappe / "bestandsaufnahme.yaml").symlink_to(archiv / "bestandsaufnahme.yaml")
    mappe.rename(gross / "mappe")
    assert _codes(lauf, gross) == []
    (archiv / "bestandsaufnahme.yaml").write_text("dokument: bestandsaufnahme\n", encoding="utf-8")
    assert _codes(lauf, gross) == _codes(lauf, gross, "--no-cache") != []


def test_was_andere_dateien_sagen_wird_wieder_gesagt(lauf: Programm, gross: Path, mappe: Path) -> None:
    """A source that lies outside the folder that is looked at has a warning: each run tells of it."""
    mappe.rename(gross / "mappe")
    for eine in gross.glob("kommune-*"):
        eine.rename(gross / "mappe/2024" / eine.name)
    (gross / "mappe/bestandsaufnahme.yaml").write_text(
        "dokument: bestandsaufnahme\nvorgenommen: 2023-05\nueberschrift: Raum #12\n", encoding="utf-8"
    )
    erste = _codes(lauf, gross / "mappe/2024")
    assert "KM141" in erste
    assert _codes(lauf, gross / "mappe/2024") == erste


def test_die_standardeingabe_wird_nie_gemerkt(lauf: Programm, gross: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    namen = [str(pfad) for pfad in sorted(gross.rglob("taetigkeitsbericht.yaml"))]
    (gross / "kmut.yaml").write_text("kommune: {quatsch: 1}\n", encoding="utf-8")
    vorher = lauf("validate", "-", *namen, "--format", "json").stdout
    assert lauf("validate", "-", *namen, "--format", "json").stdout == vorher


def test_einzeln_genannte_dateien_werden_auch_gemerkt(lauf: Programm, gross: Path) -> None:
    namen = [str(pfad) for pfad in sorted(gross.rglob("taetigkeitsbericht.yaml"))]
    erste = lauf("validate", *namen, "--format", "json").stdout
    assert lauf("validate", *namen, "--format", "json").stdout == erste


def test_eine_kmut_yaml_die_keine_datei_ist(lauf: Programm, gross: Path) -> None:
    (gross / "kommune-0/kmut.yaml").unlink()
    os.mkfifo(gross / "kommune-0/kmut.yaml")
    erste = _codes(lauf, gross, nur="kommune-0")
    assert erste != []
    assert _codes(lauf, gross, nur="kommune-0") == erste

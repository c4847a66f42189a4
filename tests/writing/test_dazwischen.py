"""Somebody saves a file between the moment kmut looks at it and the moment it writes: what they saved stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.source import write
from kmut_cli.workspace import ausgabeort
from tests.cli.conftest import Kmut
from tests.writing.faelle import BERICHT, MAPPE, UEBERNOMMEN
from tests.writing.schritte import reste

FRISTEN = MAPPE + "fristen:\n  taetigkeitsbericht:\n    2026: 2099-03-31\n"
GEAENDERT = "wird gerade von einem anderen Programm geändert und bleibt, wie sie ist."
FREMD = b"was jemand eben gespeichert hat\n"
FAELLE = {
    "render md": (["render", "b.yaml", "--format", "md"], "b.md", 1, "seither bearbeitet"),
    "render docx": (["render", "b.yaml", "--format", "docx", "--force"], "b.docx", 1, "seither bearbeitet"),
    "compare": (["compare", "a.yaml", "b.yaml", "--out", "v.txt"], "v.txt", 2, GEAENDERT),
    "status": (["status", "--ics", "f.ics"], "f.ics", 2, GEAENDERT),
    "status --force": (["status", "--ics", "f.ics", "--force"], "f.ics", 2, GEAENDERT),
    "schema": (["schema", "kmut", "--out", "."], "kmut.schema.json", 2, GEAENDERT),
}
Vorher = Callable[[Callable[[Path], object]], None]
VORLAGE = "templates/md/taetigkeitsbericht.md.j2"


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, inhalt in {
        "kmut.yaml": FRISTEN, "a.yaml": UEBERNOMMEN, "b.yaml": BERICHT.replace("2025", "2026")
    }.items():  # fmt: skip
        (tmp_path / name).write_text(inhalt, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def vor_dem_schreiben(monkeypatch: pytest.MonkeyPatch) -> Vorher:
    """Do something after kmut looked at what is there, and before it writes."""

    def setze(tue: Callable[[Path], object]) -> None:
        for name in ("write_atomic", "create_atomic"):
            echt = getattr(write, name)

            def mit(path: Path, content: bytes, *, echt: Callable[..., None] = echt, **angaben: bytes) -> None:
                tue(path)
                echt(path, content, **angaben)

            monkeypatch.setattr(ausgabeort, name, mit)

    return setze


@pytest.mark.parametrize("vorher", ["nichts", "eigene Ausgabe"])
@pytest.mark.parametrize("fall", FAELLE)
def test_bleibt_was_eben_gespeichert_wurde(
    fall: str, vorher: str, ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher
) -> None:
    aufruf, name, status, gesagt = FAELLE[fall]
    if vorher == "eigene Ausgabe":
        assert kmut(*aufruf).status == 0
    vor_dem_schreiben(lambda ziel: (ordner / name).write_bytes(FREMD))
    ergebnis = kmut(*aufruf)
    assert ergebnis.status == status
    assert gesagt in " ".join((ergebnis.out + ergebnis.err).split())
    assert (ordner / name).read_bytes() == FREMD
    assert not reste(ordner)


@pytest.mark.parametrize("fall", FAELLE)
def test_was_verschwand_wird_nicht_still_ersetzt(
    fall: str, ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher
) -> None:
    aufruf, name, status, _ = FAELLE[fall]
    assert kmut(*aufruf).status == 0
    vor_dem_schreiben(lambda ziel: (ordner / name).unlink(missing_ok=True))
    assert kmut(*aufruf).status == status
    assert not (ordner / name).exists()


@pytest.mark.parametrize("fall", FAELLE)
def test_ein_zweiter_lauf_mit_demselben_ergebnis_stoert_nicht(
    fall: str, ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher
) -> None:
    aufruf, name, _, _ = FAELLE[fall]
    assert kmut(*aufruf).status == 0
    fertig = (ordner / name).read_bytes()
    (ordner / name).unlink()
    vor_dem_schreiben(lambda ziel: (ordner / name).write_bytes(fertig))
    assert kmut(*aufruf).status == 0
    assert (ordner / name).read_bytes() == fertig


def test_eine_vorlage_die_eben_entstand_bleibt(ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher) -> None:
    vor_dem_schreiben(lambda ziel: ziel.write_bytes(FREMD))
    ergebnis = kmut("template", "copy", "taetigkeitsbericht", "--format", "md")
    assert (ergebnis.status, ergebnis.out) == (0, f"Schon da, unverändert: {VORLAGE}\n")
    assert (ordner / VORLAGE).read_bytes() == FREMD


@pytest.mark.parametrize("vorher", [None, b"alias ll='ls -l'\n"])
def test_zeilen_die_eben_ins_profil_kamen_bleiben(
    vorher: bytes | None, ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher
) -> None:
    profil = ordner / ".bashrc"
    if vorher is not None:
        profil.write_bytes(vorher)
    mal = iter(range(1, 3))

    def haenge_an(ziel: Path) -> None:
        if ziel.name == profil.name and (nummer := next(mal, None)):
            with profil.open("ab") as strom:
                strom.write(b"export NEU=%d\n" % nummer)

    vor_dem_schreiben(haenge_an)
    assert kmut("--install-completion", "bash").status == 0
    inhalt = profil.read_bytes()
    assert inhalt.startswith((vorher or b"") + b"export NEU=1\nexport NEU=2\nif [ -f ")
    assert inhalt.count(b"kmut: Tab-Taste") == 1


def test_ein_profil_das_sich_staendig_aendert_bleibt(ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher) -> None:
    profil = ordner / ".bashrc"
    profil.write_bytes(b"#")
    vor_dem_schreiben(lambda ziel: profil.write_bytes(profil.read_bytes() + b"#"))
    ergebnis = kmut("--install-completion", "bash")
    assert ergebnis.status == 2
    assert f".bashrc“ {GEAENDERT}" in ergebnis.err
    assert set(profil.read_bytes()) == {ord("#")}


@pytest.mark.parametrize("aufruf", [["schema", "kmut"], ["template", "copy", "--format", "md"]], ids=" ".join)
def test_ordner_die_nichts_wurden_sind_wieder_fort(
    aufruf: list[str], ordner: Path, kmut: Kmut, vor_dem_schreiben: Vorher
) -> None:
    def scheitere(ziel: Path) -> None:
        raise OSError(28, "No space left on device")

    (ordner / "da").mkdir()
    vor_dem_schreiben(scheitere)
    ergebnis = kmut(*aufruf, "--out", "da/neu/tief")
    assert ergebnis.status == 2
    assert "der Datenträger ist voll" in ergebnis.err
    assert list((ordner / "da").iterdir()) == []

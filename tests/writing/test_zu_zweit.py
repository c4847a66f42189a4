"""Several processes on one file: no answer is lost, and who could not write says so."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.__main__ import main
from kmut_cli.source.edit import Set
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt
from tests.cli.conftest import Kmut
from tests.writing.faelle import BERICHT, IM, LOG, MAPPE, MONITORING, UEBERNOMMEN, WERTE
from tests.writing.schritte import ende, im_kind, reste

FRAGEN = ("optimierungsansaetze", "beispiele", "probleme")
SPERREN = pytest.mark.parametrize("sperre", [True, False], ids=["mit Sperre", "ohne Sperre"])
"""Also without the lock in the common folder: other users, other machines and full drives have none."""


def zugleich(tmp: Path, sperre: bool, *laeufe: Callable[[], int]) -> list[int]:
    """Do several things at the same moment; gives their exit status."""
    if not sperre:
        tmp.rmdir()
    beginn = time.monotonic() + 0.1

    def nach_start(lauf: Callable[[], int]) -> Callable[[], int]:
        def warte_und_tu() -> int:
            time.sleep(max(0.0, beginn - time.monotonic()))
            return lauf()

        return warte_und_tu

    return [ende(pid) for pid in [im_kind(nach_start(lauf)) for lauf in laeufe]]


def daten(pfad: str) -> dict[str, object]:
    source = read_source(pfad, Path(pfad).read_bytes())
    assert not source.findings
    return dict(source.data)


@SPERREN
@pytest.mark.parametrize("neu", [False, True])
def test_twenty_entries_into_one_log(tmp_path: Path, tmp: Path, sperre: bool, neu: bool) -> None:
    os.chdir(tmp_path)
    if not neu:
        Path("veranstaltungen.yaml").write_text(LOG, "utf-8")
    laeufe = [lambda nr=nr: main(["log", "add", f"{nr}.05.2026 Termin {nr}"]) for nr in range(1, 21)]
    status = zugleich(tmp, sperre, *laeufe)
    eintraege = daten("veranstaltungen.yaml")["eintraege"]
    assert isinstance(eintraege, list)
    titel = [eins["titel"] for eins in eintraege]
    gelungen = [f"Termin {nr}" for nr, eins in enumerate(status, 1) if eins == 0]
    assert titel == ([] if neu else ["Konferenz"]) + gelungen, "jeder quittierte steht da, und kein anderer"
    assert set(status) <= {0, 2}
    if sperre:
        assert len(gelungen) == 20
    assert not reste(tmp_path)


@SPERREN
def test_two_people_fill_in_one_report(tmp_path: Path, tmp: Path, sperre: bool) -> None:
    os.chdir(tmp_path)
    Path("b.yaml").write_text(BERICHT, "utf-8")

    def fuelle(frage: str) -> Callable[[], int]:
        def lauf() -> int:
            offen = Bearbeitung(Path("b.yaml"))
            for nummer in range(10):
                while True:
                    try:
                        offen.schreibe([Set(("aufgaben", "buendelung", frage), f"{frage} {nummer}")])
                        break
                    except BearbeitungError:
                        continue  # a person tries again
                    except Konflikt:
                        return 3
            return 0

        return lauf

    assert zugleich(tmp, sperre, *(fuelle(frage) for frage in FRAGEN)) == [0, 0, 0]
    assert daten("b.yaml")["aufgaben"] == {"buendelung": {frage: f"{frage} 9" for frage in FRAGEN}}


def test_the_same_answer_by_two_is_asked_about(tmp_path: Path) -> None:
    pfad = tmp_path / "b.yaml"
    pfad.write_text(BERICHT, "utf-8")
    eine, andere = Bearbeitung(pfad), Bearbeitung(pfad)
    eine.schreibe([Set(("status",), "final")])
    with pytest.raises(Konflikt) as caught:
        andere.schreibe([Set(("status",), "geprüft")])
    assert (caught.value.eigener, caught.value.fremder) == ("geprüft", "final")
    assert "status: final" in pfad.read_text("utf-8")


def test_confirm_while_the_file_is_being_filled_in(tmp_path: Path, kmut: Kmut, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.yaml").write_text(UEBERNOMMEN, "utf-8")
    offen = Bearbeitung(Path("b.yaml"))
    assert kmut("confirm", "b.yaml", "terminiert").status == 0
    assert offen.schreibe([Set(("status",), "final")]) is True
    zeilen = UEBERNOMMEN.replace("entwurf", "final").splitlines(keepends=True)
    assert Path("b.yaml").read_text("utf-8") == "".join(zeilen[:-1])


def test_an_editor_saves_while_the_file_is_being_filled_in(tmp_path: Path) -> None:
    """In place or by a new file of the same name: what was saved there stays, and the answer is put into it."""
    pfad = tmp_path / "b.yaml"
    pfad.write_text(BERICHT, "utf-8")
    offen = Bearbeitung(pfad)
    pfad.write_text("# Notiz\n" + BERICHT, "utf-8")
    assert offen.schreibe([Set(("status",), "final")]) is True
    (tmp_path / "b.yaml~").write_text("# Noch eine\n" + pfad.read_text("utf-8"), "utf-8")
    (tmp_path / "b.yaml~").replace(pfad)
    assert offen.schreibe([Set(("status",), "fertig")]) is True
    assert pfad.read_text("utf-8") == "# Noch eine\n# Notiz\n" + BERICHT.replace("entwurf", "fertig")


@SPERREN
def test_two_imports_into_one_monitoring(
    tmp_path: Path, tmp: Path, monkeypatch: pytest.MonkeyPatch, sperre: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kmut.yaml").write_text(MAPPE, "utf-8")
    Path("monitoring.yaml").write_text(MONITORING, "utf-8")
    Path("werte.csv").write_text(WERTE, "utf-8")
    jahre = {"x": (2015, 2016), "y": (2017, 2018)}
    for name, (erstes, zweites) in jahre.items():
        text = IM.replace("2023,", f"{erstes},").replace("2024,", f"{zweites},")
        (tmp_path / name).mkdir()
        (tmp_path / name / "im-niedersachsen-1-1-1.csv").write_text(text, "utf-8")

    def lies_ein(name: str) -> Callable[[], int]:
        datei = f"{name}/im-niedersachsen-1-1-1.csv"
        return lambda: main(["monitoring", "import", datei, "--yes", "--retrieved", "1.3.2026"])

    status = zugleich(tmp, sperre, *(lies_ein(name) for name in jahre))
    zeiten = [zeile.split(";")[1] for zeile in Path("werte.csv").read_text("utf-8").splitlines()[1:]]
    gelungen = [str(jahr) for eins, paar in zip(status, jahre.values(), strict=True) if eins == 0 for jahr in paar]
    assert sorted(zeiten) == sorted(["2022", *gelungen])
    assert gelungen
    if sperre:
        assert status == [0, 0]

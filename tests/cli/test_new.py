"""`kmut new`: what it writes, what it tells, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kmut_cli.workspace.bearbeitung import Konflikt
from kmut_cli.workspace.bestand import Bestand
from kmut_cli.workspace.neu import Wunsch, entwirf
from kmut_cli.workspace.neu import schreibe as schreibe_entwurf
from kmut_cli.workspace.vorlaeufer import NeuError
from tests.cli.conftest import ANTRAG, BERICHT, Kmut, Schreibe

Golden = Callable[[str, str | bytes], None]
STAMMDATEN = 'kommune:\n  name: Landkreis Musterland\n  ags: "03999"\n'
ALT = BERICHT + "berichtsjahr: 2024\naufgaben:\n  kooperative_strukturen:\n    aufgebaut: ja\n"


@pytest.fixture
def mappe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beispiele: Path) -> Path:
    """A copy of some of the example's folder, which is the current one."""
    ordner = tmp_path / "landkreis-musterland"
    for name in ("kmut.yaml", "2024/taetigkeitsbericht.yaml", "2026/projektbeschreibung.yaml"):
        (ordner / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(beispiele / "landkreis-musterland" / name, ordner / name)
    monkeypatch.chdir(ordner)
    return ordner


# --- The example's folder -------------------------------------------------------------------------------------------


def test_next_report_from_the_last(kmut: Kmut, mappe: Path, golden: Golden) -> None:
    vorher = {pfad: pfad.read_bytes() for pfad in mappe.rglob("*") if pfad.is_file()}
    ergebnis = kmut("new", "taetigkeitsbericht", "2025", "--from", "2024")
    assert ergebnis.status == 0
    golden("new-bericht-2025.txt", ergebnis.out)
    golden("new-bericht-2025.yaml", (mappe / "2025/taetigkeitsbericht.yaml").read_bytes())
    golden("new-bericht-2025-check.txt", kmut("check", "2025").out)
    assert {pfad: pfad.read_bytes() for pfad in vorher} == vorher
    assert kmut("validate").status == 0


def test_application_from_the_report(kmut: Kmut, mappe: Path, golden: Golden) -> None:
    ergebnis = kmut("new", "projektbeschreibung", "2027", "--from", "2024/taetigkeitsbericht.yaml")
    assert ergebnis.status == 0
    golden("new-antrag-2027.txt", ergebnis.out)
    golden("new-antrag-2027.yaml", (mappe / "2027/projektbeschreibung.yaml").read_bytes())
    assert kmut("validate", "2027").status == 0


def test_report_from_the_application_of_its_year(kmut: Kmut, mappe: Path, golden: Golden) -> None:
    ergebnis = kmut("new", "taetigkeitsbericht", "2026", "--from", "2026/projektbeschreibung.yaml")
    assert ergebnis.status == 0
    golden("new-bericht-2026.txt", ergebnis.out)
    assert kmut("validate", "2026").status == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(kmut: Kmut, mappe: Path) -> None:
    befehl = ("new", "taetigkeitsbericht", "2025", "--from", "2024")
    probe = kmut(*befehl, "--dry-run").out
    assert not (mappe / "2025").exists()
    ernst = kmut(*befehl).out
    assert probe.startswith("Würde geschrieben: ")
    assert ernst.removeprefix("Geschrieben: ").startswith(probe.removeprefix("Würde geschrieben: "))


def test_from_within_the_year_and_by_its_folder(kmut: Kmut, mappe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(mappe / "2024")
    assert kmut("new", "taetigkeitsbericht", "--from", "taetigkeitsbericht.yaml").status == 0
    text = (mappe / "2025/taetigkeitsbericht.yaml").read_text("utf-8")
    assert "  aus: 2024/taetigkeitsbericht.yaml\n" in text
    monkeypatch.chdir(mappe)
    assert kmut("new", "taetigkeitsbericht", "2026", "--from", "2025/").status == 0
    assert (
        "Davon auch dort noch nicht bestätigt (17):"
        in kmut("new", "taetigkeitsbericht", "2027", "--from", "2026", "--dry-run").out
    )


# --- Where it goes and which year -----------------------------------------------------------------------------------

HEUTE = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("art", "jahr"), [("taetigkeitsbericht", "2025"), ("projektbeschreibung", "2028"), ("veranstaltungen", "")]
)
def test_without_year_it_is_the_one_after_the_newest(schreibe: Schreibe, art: str, jahr: str) -> None:
    schreibe("a.yaml", BERICHT + "berichtsjahr: 2023\n")
    schreibe("2024/b.yaml", ALT)
    schreibe("c.yaml", ANTRAG + "bewilligungsjahr: 2027\n")
    ausgabe = {"taetigkeitsbericht": "2020"}.get(art, "2026")
    entwurf = entwirf(Wunsch(art, ausgabe), Bestand(Path.cwd()), HEUTE)
    assert entwurf.name == str(Path(jahr) / f"{art}.yaml")


@pytest.mark.parametrize(("art", "jahr"), [("taetigkeitsbericht", 2026), ("projektbeschreibung", 2027)])
def test_the_first_report_is_about_this_year_and_the_first_application_for_the_next(
    schreibe: Schreibe, art: str, jahr: int
) -> None:
    ausgabe = {"taetigkeitsbericht": "2020"}.get(art, "2026")
    assert entwirf(Wunsch(art, ausgabe), Bestand(schreibe("leer.txt").parent), HEUTE).jahr == jahr


def test_the_top_of_the_folder_is_found_and_the_schema_beside_it(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("kmut.yaml", STAMMDATEN)
    schreibe("schemas/taetigkeitsbericht-2020.schema.json", "{}")
    unten = schreibe("Büro Nord/notiz.txt", "").parent
    monkeypatch.chdir(unten)
    ergebnis = kmut("new", "taetigkeitsbericht", "2025")
    assert ergebnis.out.startswith(f"Geschrieben: {Path('../2025/taetigkeitsbericht.yaml')} ")
    text = (unten.parent / "2025/taetigkeitsbericht.yaml").read_bytes()
    assert text.startswith(b"# yaml-language-server: $schema=../schemas/taetigkeitsbericht-2020.schema.json\n")
    assert b"\r" not in text
    assert not [zeile for zeile in text.decode().splitlines() if zeile.startswith("uebernommen")]


def test_another_file_by_name_with_blanks_and_umlauts(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("Jahr 2024/Bericht für alle.yaml", ALT)
    ergebnis = kmut("new", "taetigkeitsbericht", "--from", "Jahr 2024/Bericht für alle.yaml", "--out", "Übung 1.yaml")
    assert ergebnis.status == 0
    assert 'kmut confirm "Übung 1.yaml"' in ergebnis.out
    assert "  aus: Jahr 2024/Bericht für alle.yaml\n" in Path("Übung 1.yaml").read_text("utf-8")
    assert kmut("validate", "Übung 1.yaml").status == 0


def test_own_master_data_of_a_single_file_come_along(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("2024/taetigkeitsbericht.yaml", ALT + STAMMDATEN.replace("Landkreis Musterland", "Stadt Oldenburg"))
    assert kmut("new", "taetigkeitsbericht", "--from", "2024").status == 0
    text = Path("2025/taetigkeitsbericht.yaml").read_text("utf-8")
    assert text.index("dokument: ") < text.index("name: Stadt Oldenburg") < text.index("organisation:")
    assert kmut("validate", "2025").status == 0


# --- What it refuses ------------------------------------------------------------------------------------------------


def test_what_exists_stays_as_it_is(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe("2025/taetigkeitsbericht.yaml", "# meins\n")
    ergebnis = kmut("new", "taetigkeitsbericht", "2025")
    assert (ergebnis.status, datei.read_text("utf-8")) == (2, "# meins\n")
    assert "2025/taetigkeitsbericht.yaml“ gibt es schon" in ergebnis.err.replace("\\", "/")
    assert "--out" in ergebnis.err


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (["taetigkeitsbrecht"], "Meinten Sie „taetigkeitsbericht“?"),
        (["taetigkeitsbericht", "--edition", "2019"], "Die Ausgabe „2019“ von taetigkeitsbericht gibt es nicht."),
        (["taetigkeitsbericht", "25"], "„25“ ist kein Jahr."),
        (["taetigkeitsbericht", "--from", "2019"], "Es gibt diese Art zu: 2021, 2022, 2024."),
        (["projektbeschreibung", "--from", "2024"], f"--from {Path('2024/taetigkeitsbericht.yaml')}"),
        (["projektbeschreibung", "--from", "2019"], "ohne --from beginnt das Dokument leer"),
        (["taetigkeitsbericht", "--from", "berich.yaml"], "„berich.yaml“ gibt es nicht. Meinten Sie „bericht.yaml“?"),
        (["taetigkeitsbericht", "--from", "bericht.yaml"], "In „bericht.yaml“ fehlt „berichtsjahr“."),
        (["taetigkeitsbericht", "--from", "notiz.yaml"], "kmut validate notiz.yaml"),
        (["taetigkeitsbericht", "--from", "veranstaltungen.yaml"], "daraus lässt sich nichts übernehmen"),
        (["taetigkeitsbericht", "--from", "zwei"], "mehrere Dokumente dieser Art"),
        (["veranstaltungen", "2025"], "hat kein Jahr"),
        (["taetigkeitsbericht", "--out", "bericht.docx"], "braucht die Endung .yaml"),
        (["taetigkeitsbericht", "--deadline", "31.03.2026"], "kmut init"),
        (["veranstaltungen", "--out", "v.yaml", "--deadline", "31.03.2026"], "gibt es keine Frist"),
        ([], "Es fehlt die Angabe ART."),
    ],
)
def test_refusals_say_what_to_do(kmut: Kmut, schreibe: Schreibe, argumente: list[str], meldung: str) -> None:
    schreibe("2024/taetigkeitsbericht.yaml", ALT)
    schreibe("bericht.yaml", BERICHT)
    schreibe("notiz.yaml", "dokument: brief\n")
    schreibe("veranstaltungen.yaml", "dokument: veranstaltungen\n")
    schreibe("zwei/a.yaml", BERICHT + "berichtsjahr: 2022\n")
    schreibe("zwei/b.yaml", BERICHT + "berichtsjahr: 2021\n")
    vorher = sorted(Path().rglob("*"))
    ergebnis = kmut("new", *argumente)
    assert ergebnis.status == 2
    assert meldung in ergebnis.err
    assert ergebnis.out == ""
    assert sorted(Path().rglob("*")) == vorher


def test_a_folder_that_cannot_be_written_is_left_as_it_was(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("2024/taetigkeitsbericht.yaml", ALT)
    monkeypatch.setattr("kmut_cli.workspace.neu.create_atomic", _kein_recht)
    ergebnis = kmut("new", "taetigkeitsbericht", "--from", "2024")
    assert ergebnis.status == 2
    assert "lässt sich nicht schreiben: die Rechte dazu fehlen" in ergebnis.err
    assert not Path("2025").exists()


def test_what_comes_up_while_the_document_is_made_is_not_overwritten(schreibe: Schreibe) -> None:
    hier = schreibe("2024/taetigkeitsbericht.yaml", ALT).parents[1]
    entwurf = entwirf(Wunsch("taetigkeitsbericht", "2020", "2025"), Bestand(hier), date(2026, 1, 1))
    fremd = schreibe("2025/taetigkeitsbericht.yaml", "# von jemand anderem\n")
    with pytest.raises(NeuError, match="gibt es schon und bleibt, wie es ist"):
        schreibe_entwurf(entwurf)
    assert fremd.read_text("utf-8") == "# von jemand anderem\n"


def test_a_name_that_no_file_can_have(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "")
    ergebnis = kmut("new", "taetigkeitsbericht", "2025", "--out", "neu\0.yaml")
    assert ergebnis.status == 2
    assert "der Name enthält ein unerlaubtes Zeichen" in ergebnis.err


def _kein_recht(ziel: Path, inhalt: bytes) -> None:
    raise PermissionError(13, "")


def test_a_file_where_the_folder_should_be(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("2025", "")
    ergebnis = kmut("new", "taetigkeitsbericht", "2025")
    assert (ergebnis.status, "lässt sich nicht schreiben" in ergebnis.err) == (2, True)


def test_faults_of_the_old_document_are_told(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("2024/taetigkeitsbericht.yaml", ALT + "  handlungskonzept:\n    terminiert: vielleicht\n")
    out = kmut("new", "taetigkeitsbericht", "--from", "2024").out
    assert "  fehlerhaft\n    2.2   terminiert\n" in out
    assert f"kmut validate {Path('2024/taetigkeitsbericht.yaml')}" in out


# --- The deadline ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("angabe", ["31.03.2026", "2026-03-31"])
def test_the_deadline_goes_into_kmut_yaml_and_its_comments_stay(kmut: Kmut, schreibe: Schreibe, angabe: str) -> None:
    text = "# Unser Kreis\n" + STAMMDATEN.replace("\n", "\r\n")
    mappe = schreibe("kmut.yaml", text)
    ergebnis = kmut("new", "taetigkeitsbericht", "2025", "--deadline", angabe)
    assert ergebnis.status == 0
    assert "Frist: 31.03.2026, vermerkt in kmut.yaml" in ergebnis.out
    neu = mappe.read_bytes().decode()
    assert neu.startswith(text)
    assert neu.removeprefix(text).split() == ["fristen:", "taetigkeitsbericht:", "2025:", "2026-03-31"]
    assert kmut("validate").status == 0
    assert "noch nicht in kmut.yaml" in kmut("new", "taetigkeitsbericht", "2026").out


def test_a_deadline_that_is_no_day_writes_nothing(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STAMMDATEN)
    ergebnis = kmut("new", "taetigkeitsbericht", "2025", "--deadline", "März 2026")
    assert (ergebnis.status, Path("2025").exists()) == (2, False)
    assert "--deadline „März 2026“ ist kein Tag." in ergebnis.err


def test_an_application_has_a_usual_deadline_and_none_is_missed(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", STAMMDATEN)
    assert "Frist" not in kmut("new", "projektbeschreibung", "2027").out


@pytest.mark.parametrize(("fremd", "jetzt"), [("2026-04-30", "; dort steht jetzt 2026-04-30."), (None, ".")])
def test_a_deadline_that_somebody_else_enters_meanwhile(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch, fremd: str | None, jetzt: str
) -> None:
    def streit(*_args: object) -> None:
        raise Konflikt(("fristen", "taetigkeitsbericht", "2025"), "2026-03-31", fremd)

    schreibe("kmut.yaml", STAMMDATEN)
    monkeypatch.setattr("kmut_cli.cli.new.trage_frist_ein", streit)
    ergebnis = kmut("new", "taetigkeitsbericht", "2025", "--deadline", "31.03.2026")
    assert ergebnis.status == 2
    meldung = " ".join(ergebnis.err.split())
    assert "Das Dokument ist geschrieben, die Frist nicht." in meldung
    assert f"„kmut.yaml“ wurde gerade anderswo geändert{jetzt} Stimmt das nicht" in meldung
    assert "unter fristen, taetigkeitsbericht: 2025: 2026-03-31" in meldung

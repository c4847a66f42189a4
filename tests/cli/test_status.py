"""``kmut status``: one screen that says where everything stands."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kmut_cli.cli import status
from kmut_cli.cli.standfristen import tage_in_worten
from kmut_cli.documents.uebernahme import fingerabdruck
from tests.cli.conftest import ANTRAG, BERICHT, Ergebnis, Kmut, Schreibe
from tests.workspace.git_ordner import UMGEBUNG, checke_ein, git, repository

HEUTE = date(2026, 9, 1)
KREIS = 'kommune:\n  name: Landkreis Musterland\n  ags: "03999"\n'
FRIST = f"{KREIS}fristen:\n  taetigkeitsbericht:\n    2025: 2026-09-15\n"


@pytest.fixture(autouse=True)
def _heute_und_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "heute", lambda: HEUTE)
    for name, wert in UMGEBUNG.items():
        monkeypatch.setenv(name, wert)


def bericht(jahr: int, mehr: str = "") -> str:
    return f"{BERICHT}berichtsjahr: {jahr}\n{mehr}"


def antrag(jahr: int, mehr: str = "") -> str:
    return f"{ANTRAG}bewilligungsjahr: {jahr}\n{mehr}"


def zeilen(ergebnis: Ergebnis) -> list[tuple[object, ...]]:
    return [(eine["document"], eine["year"], eine["status"]) for eine in ergebnis.json["documents"]]


# --- The table ------------------------------------------------------------------------------------------------------


@pytest.fixture
def ordner(schreibe: Schreibe, tmp_path: Path) -> Path:
    """A folder through the year: finished, begun, faulty, a log, a stray file."""
    schreibe("kmut.yaml", FRIST)
    schreibe("2024/taetigkeitsbericht.yaml", bericht(2024, "status: final\n"))
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025, "aufgaben:\n  kmn: Zwei Treffen.\n"))
    schreibe("2026/projektbeschreibung.yaml", antrag(2026, "bestandsaufname:\n"))
    schreibe("2026/zweiter Bericht.yaml", bericht(2026))
    schreibe(
        "veranstaltungen.yaml", "dokument: veranstaltungen\neintraege:\n  - datum: 2026-01-01\n    titel: Treffen\n"
    )
    schreibe("alt.yaml", "dokument: unbekannt\n")
    return tmp_path


@pytest.mark.parametrize("breite", [80, 100, 130, 170])
def test_screen(
    kmut: Kmut, ordner: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, breite: int
) -> None:
    repository(ordner)
    checke_ein(ordner, {}, "2026-08-14")
    (ordner / "alt.yaml").write_bytes(b"dokument: bericht\n")
    (ordner / "2026/neu.yaml").write_bytes(antrag(2027).encode())
    monkeypatch.setenv("COLUMNS", str(breite))
    ergebnis = kmut("status")
    assert ergebnis.status == 1
    golden(f"status-{breite}.txt", ergebnis.out.replace(os.sep, "/"))
    assert all(len(zeile) <= breite for zeile in ergebnis.out.splitlines())


def test_narrow_terminals_get_eighty_columns(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    achtzig = kmut("status").out
    monkeypatch.setenv("COLUMNS", "20")
    assert kmut("status").out == achtzig


def test_no_colours_without_a_terminal(kmut: Kmut, ordner: Path) -> None:
    assert "\x1b" not in kmut("status").out


def test_colours_on_a_terminal(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "farbig", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)  # the last door lets colours out only there
    bunt = kmut("status").out
    assert "\x1b[31m" in bunt
    monkeypatch.setattr(status, "farbig", lambda: False)
    assert re.sub(r"\x1b\[\d*(;\d+)*m", "", bunt) == kmut("status").out


def test_json_says_what_the_text_says(kmut: Kmut, ordner: Path) -> None:
    ergebnis = kmut("status", "--format", "json")
    assert ergebnis.status == 1
    assert ergebnis.json["today"] == "2026-09-01"
    assert zeilen(ergebnis) == [
        ("projektbeschreibung", 2027, "missing"),
        ("projektbeschreibung", 2026, "draft"),
        ("taetigkeitsbericht", 2026, "draft"),
        ("taetigkeitsbericht", 2025, "draft"),
        ("taetigkeitsbericht", 2024, "final"),
        ("veranstaltungen", None, "draft"),
        (None, None, "unknown"),
    ]
    fehlt, faulty, zweiter, begonnen, fertig, liste, unklar = ergebnis.json["documents"]
    assert fehlt["path"] is None
    assert fehlt["create_with"] == "kmut new projektbeschreibung 2027"
    assert fehlt["deadline"] == {
        "date": "2026-10-31", "source": "rule", "days_left": 60, "pending": True, "overdue": False,
    }  # fmt: skip
    assert faulty["errors"] == 1
    assert (faulty["deadline"]["pending"], faulty["deadline"]["overdue"]) == (False, False)  # its year has begun
    assert zweiter["deadline"] is None
    assert (begonnen["answered"], begonnen["applicable"], begonnen["percent"]) == (1, 43, 2)
    assert begonnen["deadline"]["days_left"] == 14
    assert fertig["errors"] == 43  # a final document may not have open questions
    assert liste["entries"] == 1
    assert unklar["path"] == "alt.yaml"
    assert unklar["errors"] == 1
    assert ergebnis.json["next_deadline"] == {
        "document": "taetigkeitsbericht", "year": 2025, "date": "2026-09-15", "days_left": 14,
    }  # fmt: skip
    assert "liegt nicht in einem Git-Repository" in ergebnis.json["git"]["message"]
    assert {finding["code"] for finding in ergebnis.json["findings"]} >= {"KM202", "KM210"}


def test_unconfirmed_answers_are_counted(kmut: Kmut, schreibe: Schreibe) -> None:
    marke = f"uebernommen:\n  unbestaetigt:\n    aufgaben.kmn: {fingerabdruck('Zwei Treffen.')}\n"
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025, f"aufgaben:\n  kmn: Zwei Treffen.\n{marke}"))
    (eine,) = [eins for eins in kmut("status", "2025", "--format", "json").json["documents"] if eins["path"]]
    assert (eine["unconfirmed"], eine["answered"], eine["applicable"]) == (1, 0, 43)


@pytest.mark.parametrize(
    ("tage", "worte"),
    [
        (0, "heute"),
        (1, "morgen"),
        (2, "in 2 Tagen"),
        (-1, "seit gestern überfällig"),
        (-30, "seit 30 Tagen überfällig"),
    ],
)
def test_days_in_words(tage: int, worte: str) -> None:
    assert tage_in_worten(tage) == worte


# --- Deadlines ------------------------------------------------------------------------------------------------------


def test_a_final_document_is_not_overdue(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", FRIST.replace("2026-09-15", "2026-03-31"))
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025, "status: final\n"))
    text = kmut("status").out
    assert "31.03.2026" in text
    assert "überfällig" not in text
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    assert "seit 154 Tagen überfällig" in kmut("status").out


def test_of_an_application_whose_year_has_begun_only_its_author_knows(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("2026/projektbeschreibung.yaml", antrag(2026))
    text = kmut("status").out
    assert "überfällig" not in text
    assert (
        "Projektbeschreibung 2026: Frist war am 31.10.2025. Ist der Antrag gestellt, setzen Sie darin status: final."
        in " ".join(text.split())
    )
    schreibe("2026/projektbeschreibung.yaml", antrag(2026, "status: final\n"))
    assert "Frist war am" not in kmut("status").out


def test_the_narrow_table_marks_what_is_overdue(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    schreibe("kmut.yaml", FRIST.replace("2026-09-15", "2026-03-31"))
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    (zeile,) = [eine for eine in kmut("status").out.splitlines() if eine.startswith("Tätigkeitsbericht 2025")]
    assert zeile.endswith(" überfällig")


def test_the_next_deadline_may_have_passed(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", FRIST.replace("2026-09-15", "2026-03-31"))
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    assert kmut("status", "2025", "--format", "json").json["next_deadline"] == {
        "document": "taetigkeitsbericht", "year": 2025, "date": "2026-03-31", "days_left": -154,
    }  # fmt: skip


@pytest.mark.parametrize(
    "fristen",
    ["{projektbeschreibung: {2027: 15.9.26}}", "{projektbeschreibung: 2026-09-15}", "morgen", "[", "{antrag: {}}"],
)
def test_a_faulty_deadline_is_none(kmut: Kmut, schreibe: Schreibe, tmp_path: Path, fristen: str) -> None:
    schreibe("kmut.yaml", f"{KREIS}fristen: {fristen}\n")
    schreibe("2027/projektbeschreibung.yaml", antrag(2027))
    schreibe("2026/projektbeschreibung.yaml", antrag(2026, "status: final\n"))
    gueltig = fristen == "{antrag: {}}"  # a mistake, but none about this deadline
    ergebnis = kmut("status", "--ics", "f.ics")
    assert ("31.10.2026" in ergebnis.out) == gueltig
    assert ("solange in kmut.yaml keine andere Frist steht" in " ".join(ergebnis.out.split())) == gueltig
    assert ("Frist fehlerhaft: Projektbeschreibung 2027" in ergebnis.out) == (not gueltig)
    assert (tmp_path / "f.ics").exists() == gueltig
    (zeile,) = [z for z in kmut("status", "--format", "json").json["documents"] if z["year"] == 2027]
    assert (zeile["deadline"] is None, zeile["deadline_invalid"]) == (not gueltig, not gueltig)


def test_the_calendar_says_what_it_leaves_out(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", FRIST + "  projektbeschreibung:\n    2027: 15.9.26\n")
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    text = kmut("status", "--ics", "f.ics").out
    assert "(1 Frist)" in text
    assert "Nicht darin, weil die Frist in kmut.yaml fehlerhaft ist: Projektbeschreibung 2027" in text


GANZ = ("fristen:", "  taetigkeitsbericht:", "    2025: JJJJ-MM-TT")


@pytest.mark.parametrize(
    ("mappe", "wo", "zeile", "einfuegen"),
    [
        (None, "new_file", None, GANZ),
        (KREIS, "end_of_file", None, GANZ),
        (f"{KREIS}fristen:\n", "below_line", 4, ("  taetigkeitsbericht:", "    2025: JJJJ-MM-TT")),
        (
            f"fristen:\n    projektbeschreibung:\n        2027: 2026-10-31\n{KREIS}",
            *("below_line", 1),
            ("    taetigkeitsbericht:", "      2025: JJJJ-MM-TT"),
        ),
        (f"{KREIS}fristen:\n  taetigkeitsbericht:\n", "below_line", 5, ("    2025: JJJJ-MM-TT",)),
        (
            f"{KREIS}fristen:\n  taetigkeitsbericht:\n      2024: 2025-03-31 # Bescheid\n",
            *("below_line", 5),
            ("      2025: JJJJ-MM-TT",),
        ),
        (
            f"{KREIS}fristen:\n  taetigkeitsbericht:\n    2025: # Bescheid kommt noch\n",
            *("replace_line", 6),
            ("    2025: JJJJ-MM-TT",),
        ),
    ],
)
def test_a_missing_deadline_is_asked_for_and_what_is_told_works(
    kmut: Kmut, schreibe: Schreibe, mappe: str | None, wo: str, zeile: int | None, einfuegen: tuple[str, ...]
) -> None:
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    if mappe is not None:
        schreibe("kmut.yaml", mappe)
    (fehlend,) = kmut("status", "--format", "json").json["missing_deadlines"]
    assert fehlend == {
        "title": "Tätigkeitsbericht",
        "years": [2025],
        "file": "kmut.yaml",
        "where": wo,
        "line": zeile,
        "insert": list(einfuegen),
    }
    text = kmut("status").out
    assert "Frist unbekannt: Tätigkeitsbericht 2025" in text
    assert "\n".join(f"      {eine}" for eine in einfuegen) in text

    alt = (mappe or "").splitlines()
    stelle = zeile if zeile is not None else len(alt)
    davor = alt[: stelle - 1] if wo == "replace_line" else alt[:stelle]
    schreibe("kmut.yaml", "\n".join([*davor, *einfuegen, *alt[stelle:]]).replace("JJJJ-MM-TT", "2026-09-15") + "\n")
    danach = kmut("status", "--format", "json").json
    assert {finding["severity"] for finding in danach["findings"]} <= {"info"}
    assert danach["missing_deadlines"] == []
    assert danach["next_deadline"]["date"] == "2026-09-15"


@pytest.mark.parametrize(
    ("fristen", "einfuegen"),
    [
        ("{taetigkeitsbericht: {2024: 2025-03-31}}", "2025: JJJJ-MM-TT"),
        ("{projektbeschreibung: {}}", "taetigkeitsbericht: {2025: JJJJ-MM-TT}"),
    ],
)
def test_deadlines_in_braces(kmut: Kmut, schreibe: Schreibe, fristen: str, einfuegen: str) -> None:
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    schreibe("kmut.yaml", f"fristen: {fristen}\n")
    (fehlend,) = kmut("status", "--format", "json").json["missing_deadlines"]
    assert (fehlend["where"], fehlend["line"], fehlend["insert"]) == ("inside_braces", 1, [einfuegen])


def test_several_years_are_asked_for_at_once(kmut: Kmut, schreibe: Schreibe) -> None:
    for jahr in (2024, 2025):
        schreibe(f"{jahr}/taetigkeitsbericht.yaml", bericht(jahr))
    assert "Frist unbekannt: Tätigkeitsbericht 2025 und 2024" in kmut("status").out


def test_a_faulty_kmut_yaml_is_shown(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", FRIST.replace("2026-09-15", "bald"))
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    ergebnis = kmut("status")
    assert ergebnis.status == 1
    assert "kmut.yaml:6:11 KM213" in ergebnis.out
    assert "was zu berichtigen ist" not in ergebnis.out.lower()


def test_only_whole_folders_lack_documents(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", KREIS)
    schreibe("2026/projektbeschreibung.yaml", antrag(2026))
    ganz = ("projektbeschreibung", 2027, "missing")
    assert ganz in zeilen(kmut("status", "--format", "json"))
    assert ganz in zeilen(kmut("status", "kmut.yaml", "--format", "json"))
    assert ganz not in zeilen(kmut("status", "2026", "--format", "json"))
    assert ganz not in zeilen(kmut("status", "2026/projektbeschreibung.yaml", "--format", "json"))


def test_several_bodies_in_one_folder(kmut: Kmut, schreibe: Schreibe) -> None:
    for kreis in ("a", "b"):
        schreibe(f"{kreis}/kmut.yaml", KREIS)
        schreibe(f"{kreis}/2026/projektbeschreibung.yaml", antrag(2026))
    text = kmut("status").out
    assert text.count("kmut new projektbeschreibung 2027") == 2
    assert "im Ordner „a“" in text
    assert "im Ordner „b“" in text


# --- Git ------------------------------------------------------------------------------------------------------------


def test_changes_come_from_git(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    repository(tmp_path)
    checke_ein(tmp_path, {"2024/a.yaml": bericht(2024), "2025/b.yaml": bericht(2025)}, "2025-02-03")
    schreibe("2025/b.yaml", bericht(2025, "# Notiz\n"))
    schreibe("2026/c.yaml", bericht(2026))
    ergebnis = kmut("status", "--format", "json")
    aenderungen = {eine["path"]: eine["last_change"] for eine in ergebnis.json["documents"] if eine["path"]}
    zeit = "2025-02-03T12:00:00+00:00"
    assert [aenderungen[name] for name in (f"2024{os.sep}a.yaml", f"2025{os.sep}b.yaml", f"2026{os.sep}c.yaml")] == [
        {"committed_at": zeit, "committed": True, "modified_since": False},
        {"committed_at": zeit, "committed": True, "modified_since": True},
        {"committed_at": None, "committed": False, "modified_since": False},
    ]
    assert ergebnis.json["git"] is None
    text = kmut("status").out
    assert "03.02.25" in text
    assert "noch nicht eingecheckt" in text


def test_without_git_on_the_machine(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(ordner)
    monkeypatch.setenv("PATH", str(ordner))
    ergebnis = kmut("status")
    assert "Git ist auf diesem Rechner nicht installiert." in ergebnis.out
    assert "Tätigkeitsbericht 2025" in ergebnis.out


def test_in_a_shallow_clone(kmut: Kmut, schreibe: Schreibe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quelle = repository(tmp_path / "quelle")
    checke_ein(quelle, {"2024/a.yaml": bericht(2024)})
    checke_ein(quelle, {"2025/b.yaml": bericht(2025)})
    git(tmp_path, "clone", "-q", "--depth", "1", quelle.as_uri(), "flach")
    monkeypatch.chdir(tmp_path / "flach")
    assert "git fetch --unshallow" in kmut("status").out


# --- Folders of all kinds -------------------------------------------------------------------------------------------


def test_an_empty_folder(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    ergebnis = kmut("status", "leer", "--ics", "fristen.ics")
    assert ergebnis.status == 2
    assert "KM183" in ergebnis.out
    assert not (tmp_path / "fristen.ics").exists()


def test_umlauts_and_blanks(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("Mein Ördner/kmut.yaml", FRIST)
    schreibe("Mein Ördner/2025/taetigkeitsbericht.yaml", bericht(2025))
    ergebnis = kmut("status", "Mein Ördner")
    assert ergebnis.status == 0
    assert "Tätigkeitsbericht 2025" in ergebnis.out


@pytest.mark.skipif(sys.platform == "win32", reason="there it is the way to write it")
@pytest.mark.parametrize("befehl", ["status", "check", "validate"])
def test_a_path_as_windows_writes_it(kmut: Kmut, schreibe: Schreibe, befehl: str) -> None:
    schreibe("2024/taetigkeitsbericht.yaml", bericht(2024))
    ergebnis = kmut(befehl, "2024\\taetigkeitsbericht.yaml")
    assert ergebnis.status == 2
    assert "Meinten Sie „2024/taetigkeitsbericht.yaml“?" in ergebnis.out
    assert "Meinten Sie „2024/taetigkeitsbericht.yaml“?" in kmut(befehl, "2024\\taetigkeitsberich.yaml").out


def test_standard_input_is_no_folder(kmut: Kmut) -> None:
    ergebnis = kmut("status", "-")
    assert ergebnis.status == 2
    assert "Nennen Sie den Ordner" in ergebnis.err


def test_an_unknown_format(kmut: Kmut, schreibe: Schreibe) -> None:
    assert "Möglich sind: text, json" in kmut("status", "--format", "sarif").err


# --- The calendar ---------------------------------------------------------------------------------------------------


def test_the_calendar_holds_what_is_to_be_done(kmut: Kmut, ordner: Path) -> None:
    ergebnis = kmut("status", "--ics", "kalender/fristen.ics")
    assert "Geschrieben: " in ergebnis.out
    assert "(2 Fristen)" in ergebnis.out
    inhalt = (ordner / "kalender/fristen.ics").read_bytes()
    tage = [zeile.rpartition(b":")[2] for zeile in inhalt.splitlines() if zeile.startswith(b"DTSTART")]
    assert tage == [b"20260915", b"20261031"]
    assert b"(Landkreis Musterland)" in inhalt
    kmut("status", "--ics", "kalender/fristen.ics")
    assert (ordner / "kalender/fristen.ics").read_bytes() == inhalt


def test_with_json_nothing_else_is_printed(kmut: Kmut, ordner: Path) -> None:
    assert kmut("status", "--format", "json", "--ics", "f.ics").json
    assert (ordner / "f.ics").exists()


def test_a_foreign_file_stays(kmut: Kmut, ordner: Path) -> None:
    fremd = ordner / "mein.ics"
    fremd.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Exchange\r\nEND:VCALENDAR\r\n")
    ergebnis = kmut("status", "--ics", "mein.ics")
    assert ergebnis.status == 2
    assert "--force" in ergebnis.err
    assert b"Exchange" in fremd.read_bytes()
    kmut("status", "--ics", "mein.ics", "--force")
    assert b"Exchange" not in fremd.read_bytes()


def test_no_deadline_no_calendar(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("2025/taetigkeitsbericht.yaml", bericht(2025))
    ergebnis = kmut("status", "2025", "--ics", "f.ics")
    assert ergebnis.status == 2
    assert "keine Frist bekannt" in ergebnis.err
    assert not (tmp_path / "f.ics").exists()


def test_where_it_cannot_be_written(kmut: Kmut, ordner: Path) -> None:
    for ziel in ("2025", "alt.yaml/f.ics"):
        ergebnis = kmut("status", "--ics", ziel)
        assert ergebnis.status == 2
        assert "lässt sich nicht schreiben" in ergebnis.err


def test_a_full_disk_is_named(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def voll(_ziel: Path, _inhalt: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kmut_cli.workspace.ausgabeort.create_atomic", voll)
    ergebnis = kmut("status", "--ics", "f.ics")
    assert "„f.ics“ lässt sich nicht schreiben: der Datenträger ist voll. Schaffen Sie Platz" in ergebnis.err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="rights do not hold there")
def test_a_read_only_folder(kmut: Kmut, ordner: Path) -> None:
    ordner.chmod(0o555)
    try:
        assert kmut("status").status == 1
        assert "lässt sich nicht schreiben" in kmut("status", "--ics", "f.ics").err
    finally:
        ordner.chmod(0o755)


# --- The handbook ---------------------------------------------------------------------------------------------------

SEITE = Path(__file__).parents[2] / "docs/handbuch/stand-und-fristen.md"
PROBE = re.compile(r"(<!-- probe: kmut status -->\n\n```console\n\$ kmut status\n).*?```\n", re.DOTALL)


def test_the_handbook_shows_a_real_run(
    kmut: Kmut,
    schreibe: Schreibe,
    tmp_path: Path,
    beispiele: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    seite = SEITE.read_text("utf-8")
    (stammdaten,) = re.findall(r"```yaml\n(.*?)```", seite, re.DOTALL)
    shutil.copytree(beispiele / "landkreis-musterland", tmp_path, dirs_exist_ok=True)
    schreibe("kmut.yaml", stammdaten)
    schreibe("2025/taetigkeitsbericht.yaml", (beispiele / "entwurf/taetigkeitsbericht.yaml").read_bytes())
    repository(tmp_path)
    checke_ein(tmp_path, {}, "2026-08-14")
    with (tmp_path / "2025/taetigkeitsbericht.yaml").open("ab") as datei:
        datei.write(b"# Notiz\n")
    monkeypatch.setenv("COLUMNS", "80")
    ergebnis = kmut("status")
    assert ergebnis.status == 0
    neu = PROBE.sub(lambda treffer: f"{treffer[1]}{ergebnis.out}```\n", seite)
    if request.config.getoption("--update-golden"):
        SEITE.write_text(neu, "utf-8", newline="\n")
    assert neu == SEITE.read_text("utf-8"), "out of date; run pytest --update-golden and look at the page"

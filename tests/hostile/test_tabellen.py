"""Hostile companions: `kmut.yaml`, the table beside a monitoring, imported calendars and tables, revisions of git."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Kmut
from tests.hostile.conftest import ruhig, zustand
from tests.hostile.korpus import BYTES, GUT, YAML

MONITORING = (
    "dokument: monitoring\nwertedatei: w.csv\n"
    "kennzahlen:\n  - nummer: A.1\n    name: Bevölkerung\n    einheit: Personen\n"
)
KOPF = "indikator;zeit;wert;einheit;quelle\n"
BEFEHLE = ("validate .", "check .", "status .", "monitoring show", "render --format md --out aus monitoring.yaml")
ZEILE = "A.1;2024;1;;Land\n"


def _xlsx() -> bytes:
    """A workbook, as it is when somebody renames it."""
    inhalt = io.BytesIO()
    with zipfile.ZipFile(inhalt, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("[Content_Types].xml", "<Types/>")
        paket.writestr("xl/worksheets/sheet1.xml", "0" * 5_000_000)
    return inhalt.getvalue()


TABELLEN: dict[str, bytes] = {
    "workbook": _xlsx(),
    "empty": b"",
    "binary": bytes(range(256)) * 100,
    "NUL": KOPF.encode() + b"A.1;2024;\0;;\n",
    "UTF-16": (KOPF + ZEILE).encode("utf-16"),
    "quote never closed": (KOPF + '"A.1;2024;1;;Land\n' + ZEILE * 1000).encode(),
    "nothing but quotes": b'"' * 50_000,
    "nothing but semicolons": b";" * 50_000,
    "nothing but line ends": b"\r\n" * 10_000,
    "one cell of 500,000 signs": (KOPF + f"A.1;2024;1;;{'x' * 500_000}\n").encode(),
    "columns by the thousand": (";".join(f"s{n}" for n in range(500)) + "\n").encode(),
    "rows too wide": (KOPF + "A.1;2024;1" + ";" * 5_000 + "\n").encode(),
    "wrong rows by the thousand": (KOPF + "X;Y;Z;;\n" * 500).encode(),
    "number of 200,000 digits": (KOPF + f"A.1;2024;{'9' * 200_000};;Land\n").encode(),
    "year of 200,000 digits": (KOPF + f"A.1;{'2' * 200_000};1;;Land\n").encode(),
    "formulas": (KOPF + '=cmd|"/c calc"!A1;2024;=1+1;@SUM(A1);"+1"\n').encode(),
    "separator of its own": ("sep=\x00\n" + KOPF + ZEILE).encode(),
    "carriage returns only": (KOPF + ZEILE).replace("\n", "\r").encode(),
    "surrogate as bytes": KOPF.encode() + b"A.1;2024;\xed\xa0\x80;;\n",
    "every sign of Unicode that moves text": (KOPF + "A.1;2024;1;;\u202e\u2066\u200b\x1b[2J\n").encode(),
}


@pytest.mark.parametrize("name", TABELLEN)
def test_table_beside_a_monitoring_and_given_to_the_imports(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kmut.yaml").write_text('kommune: {name: Musterland, ags: "03999", typ: landkreis}\n', "utf-8")
    Path("monitoring.yaml").write_text(MONITORING, "utf-8")
    Path("w.csv").write_bytes(TABELLEN[name])
    Path("fremd.csv").write_bytes(TABELLEN[name])
    vorher = zustand(tmp_path)
    for befehl in BEFEHLE:
        ruhig(kmut(*befehl.split()), 0, 1, 2)
    ruhig(kmut("monitoring", "import", "fremd.csv", "--dry-run"), 1, 2)
    ruhig(kmut("log", "import", "fremd.csv", "--dry-run"), 1, 2)
    nachher = zustand(tmp_path)
    assert {ort: was for ort, was in nachher.items() if not ort.startswith("aus")} == vorher


WERTEKOPF = "indikator;zeit;gebiet;merkmale;wert;zeichen;quelle;tabelle;abruf;bruch;revidiert;bemerkung\n"
GLEICH = "1;2019-12-31;;;5;;q;t;2026-03-02;;;\n"
WERTE: dict[str, tuple[str, str, str]] = {
    "a row of nothing but semicolons": (
        WERTEKOPF + ";" * 5_000 + "\n" + GLEICH,
        "v.csv:2:51 KM451",
        "mehr als 50 Spalten",
    ),
    "a header of nothing but semicolons": (";" * 5_000 + "\n" + GLEICH, "v.csv:1:51 KM451", "mehr als 50 Spalten"),
    "semicolons between quotes": (WERTEKOPF + '"";' * 5_000 + "\n", "v.csv:2:151 KM451", "mehr als 50 Spalten"),
    "the same row again and again": (WERTEKOPF + GLEICH * 40, "KM224", "noch 26 Befunde"),
    "more rows than the limit": (
        WERTEKOPF + "".join(GLEICH.replace(";;;5", f";;Alter={n};5") for n in range(42)),
        "v.csv:42:1 KM451",
        "mehr als 40 Zeilen; ab hier wurde nicht weiter gelesen",
    ),
    "wrong rows": (WERTEKOPF + "x;y;;;z;;;;;;;\n" * 100, "KM224", "Es gibt noch"),
    "empty rows before a wrong one": (
        WERTEKOPF + (";" * 11 + "\n\n") * 3_000 + "1;2\n",
        "v.csv:6002:3 KM451",
        "nur 2 Spalten",
    ),
    "a quote over thousands of lines": (
        WERTEKOPF + f'1;2019;;;5;;"{"a" * 9}{chr(10) * 9_000}"x;;;;;\n',
        "v.csv:2:13 KM451",
        "Anführungszeichen",
    ),
}


@pytest.mark.parametrize("name", WERTE)
def test_table_beside_a_monitoring_beyond_its_limits(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    inhalt, wo, was = WERTE[name]
    monkeypatch.chdir(tmp_path)
    for grenze, wert in {"TABELLENZEILEN": 40, "TABELLENSPALTEN": 50, "ANGABEFEHLER": 13}.items():
        monkeypatch.setenv(f"KMUT_GRENZE_{grenze}", str(wert))
    Path("kmut.yaml").write_text("kommune:\n  name: Landkreis Musterland\n", "utf-8")
    Path("monitoring.yaml").write_text("dokument: monitoring\nkatalog: osnabrueck-2015\nwertedatei: v.csv\n", "utf-8")
    Path("v.csv").write_text(inhalt, "utf-8")
    ergebnis = kmut("check", ".")
    ruhig(ergebnis, 0, 1)
    assert wo in ergebnis.out
    assert was in ergebnis.out


FLACH = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
)
FLACHE_ZEILE = "12411;B;STAG;S;2022-12-31;KREISE;K;03357;M;5;Anzahl;BEVSTD;Bev\n"
ALTE_KOEPFE = "".join(f";A{n}__n__A" for n in range(30))
STATISTIK: dict[str, tuple[str, str, str]] = {
    "nothing but semicolons": (";" * 3_000, "KM191", "mehr als 2.000 Zellen"),
    "nothing but tabs between quotes": ('""\t' * 3_000, "KM191", "mehr als 2.000 Zellen"),
    "a row too wide": (FLACH + ";" * 3_000, "KM191", "mehr als 2.000 Zellen"),
    "rows without end": (FLACH + FLACHE_ZEILE * 51, "KM191", "mehr als 50 Zeilen"),
    "line ends of old Macs": ((FLACH + FLACHE_ZEILE * 51).replace("\n", "\r"), "KM191", "mehr als 50 Zeilen"),
    "a value column for each thing": (
        "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;"
        f"1_Auspraegung_Label{ALTE_KOEPFE}\n" + f"12411;B;STAG;S;31.12.2022;KREISE;K;03357;M{';5' * 30}\n" * 40,
        "KM194",
        "mehr als 50 Werte",
    ),
}


@pytest.mark.parametrize("name", STATISTIK)
def test_figures_to_import_beyond_their_limits(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    inhalt, code, was = STATISTIK[name]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KMUT_GRENZE_STATISTIKZEILEN", "50")
    monkeypatch.setenv("KMUT_GRENZE_STATISTIKZELLEN", "2000")
    Path("kmut.yaml").write_text('kommune:\n  name: Landkreis Musterland\n  ags: "03357"\n', "utf-8")
    Path("monitoring.yaml").write_text("dokument: monitoring\nkatalog: osnabrueck-2015\n", "utf-8")
    Path("m.csv").write_bytes(inhalt.encode())
    vorher = zustand(tmp_path)
    ergebnis = kmut("monitoring", "import", "m.csv", "--yes", "--indicator", "1")
    ruhig(ergebnis, 1)
    assert code in ergebnis.out
    assert was in ergebnis.out
    assert zustand(tmp_path) == vorher


def test_figures_as_many_as_the_limit_come_in(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KMUT_GRENZE_STATISTIKZEILEN", "50")
    Path("kmut.yaml").write_text('kommune:\n  name: Landkreis Musterland\n  ags: "03357"\n', "utf-8")
    Path("monitoring.yaml").write_text("dokument: monitoring\nkatalog: osnabrueck-2015\n", "utf-8")
    Path("m.csv").write_text(FLACH + FLACHE_ZEILE * 49, "utf-8")
    ruhig(kmut("monitoring", "import", "m.csv", "--yes", "--indicator", "1"), 0)
    assert "2022-12-31" in Path("monitoring.yaml").read_text("utf-8")


ANDERSWO = ("/etc/passwd", "../geheim.csv", "/dev/zero", "w.csv/x", "a\0b", "", ".", "w.csv" * 100)


@pytest.mark.parametrize("ziel", ANDERSWO)
def test_a_table_that_is_none_or_lies_elsewhere(kmut: Kmut, tmp_path: Path, ziel: str) -> None:
    (tmp_path / "geheim.csv").write_text("geheim", "utf-8")
    ordner = tmp_path / "o"
    ordner.mkdir()
    (ordner / "monitoring.yaml").write_text(MONITORING.replace("w.csv", f'"{ziel}"'.replace("\0", "\\0")), "utf-8")
    ergebnis = kmut("check", ordner)
    ruhig(ergebnis, 0, 1)
    assert "geheim\n" not in ergebnis.out


def test_links_of_a_table_in_a_circle_or_out_of_the_folder(kmut: Kmut, tmp_path: Path) -> None:
    (tmp_path / "geheim.csv").write_text("geheim;x\n", "utf-8")
    ordner = tmp_path / "o"
    ordner.mkdir()
    (ordner / "monitoring.yaml").write_text(MONITORING, "utf-8")
    for ziel in ("w.csv", "../geheim.csv", "/dev/zero"):
        (ordner / "w.csv").unlink(missing_ok=True)
        (ordner / "w.csv").symlink_to(ziel)
        ergebnis = kmut("check", ordner)
        ruhig(ergebnis, 1)
        assert "geheim;" not in ergebnis.out


@pytest.mark.parametrize("name", [*list(YAML)[::9], *list(BYTES)[::5]])
def test_hostile_master_data(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kmut.yaml").write_bytes(YAML[name][0].encode() if name in YAML else BYTES[name][0])
    Path("x.yaml").write_text(GUT, "utf-8")
    vorher = zustand(tmp_path)
    for befehl in (*BEFEHLE[:4], "confirm x.yaml", "fill x.yaml", "log list"):
        ruhig(kmut(*befehl.split()), 0, 1, 2)
    ruhig(kmut("new", "projektbeschreibung", "2027", "--dry-run", "--deadline", "01.01.2027"), 0, 1, 2)
    assert zustand(tmp_path) == vorher


def _termin(*zeilen: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "SUMMARY:Fest", *zeilen, "END:VEVENT", ""])


KALENDER: dict[str, str] = {
    "a billion dates": _termin("DTSTART:20250101T100000", "RRULE:FREQ=DAILY;COUNT=1000000000"),
    "every second": _termin("DTSTART:20250101T100000", "RRULE:FREQ=SECONDLY"),
    "every minute of every hour": _termin("DTSTART:20250101T100000", "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2"),
    "a step of nothing": _termin("DTSTART:20250101T100000", "RRULE:FREQ=DAILY;INTERVAL=0"),
    "a step of 10^30": _termin("DTSTART:20250101T100000", f"RRULE:FREQ=DAILY;INTERVAL={10**30}"),
    "a date that never comes": _termin("DTSTART:20250131", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"),
    "the 53rd week of each": _termin("DTSTART:20250101", "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYSETPOS=-5"),
    "year 9999": _termin("DTSTART:99991231T235959Z", "DTEND:99991231T235959Z"),
    "year 0000": _termin("DTSTART:00000101T000000"),
    "year 0001 with a zone": _termin("DTSTART;TZID=Europe/Berlin:00010101T000000"),
    "day that does not exist": _termin("DTSTART:20250230"),
    "until the year 9999": _termin("DTSTART:20250101", "RRULE:FREQ=DAILY;UNTIL=99991231"),
    "ends before it begins": _termin("DTSTART:20250102", "DTEND:20250101"),
    "lasts 10^9 weeks": _termin("DTSTART:20250101T100000", "DURATION:P1000000000W"),
    "lasts 10^300 seconds": _termin("DTSTART:20250101T100000", f"DURATION:PT{'9' * 300}S"),
    "a zone that there is not": _termin("DTSTART;TZID=Mars/Olympus:20250101T100000"),
    "a zone outside the folder of zones": _termin("DTSTART;TZID=../../../../etc/passwd:20250101T100000"),
    "a zone of 10,000 changes": "BEGIN:VTIMEZONE\r\nTZID:X\r\n"
    + "BEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=DAILY;COUNT=10000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" + _termin("DTSTART;TZID=X:20250101T100000"),
    "a series with 3,000 dates by hand": _termin("DTSTART:20250101", *["RDATE:20250102"] * 3_000),
    "a series with 3,000 exceptions": _termin("DTSTART:20250101", "RRULE:FREQ=DAILY", *["EXDATE:20250102"] * 3_000),
    "parts in parts": "BEGIN:VEVENT\r\n" * 3_000,
    "ends without beginnings": "END:VEVENT\r\n" * 3_000,
    "a line of 300,000 signs": _termin("DTSTART:20250101", "DESCRIPTION:" + "x" * 300_000),
    "a folded line of 30,000 pieces": _termin("DTSTART:20250101", "LOCATION:a" + "\r\n b" * 30_000),
    "parameters by the thousand": _termin("DTSTART" + ";X=1" * 3_000 + ":20250101"),
    "escapes of the terminal": _termin("DTSTART:20250101", "LOCATION:\x1b[2J\u202e\x07\x9b"),
    "another event of the same name": _termin("DTSTART:20250101", "UID:1") * 2_000,
    "recurrence of nothing": _termin("DTSTART:20250101", "UID:1", "RECURRENCE-ID:20300101"),
    "attachment inside": _termin("DTSTART:20250101", "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 20_000),
    "address of a file": _termin("DTSTART:20250101", "ATTACH:file:///etc/passwd", "URL:file:///etc/passwd"),
}


@pytest.mark.parametrize("name", KALENDER)
def test_calendar(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.ics").write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{KALENDER[name]}END:VCALENDAR\r\n".encode())
    vorher = zustand(tmp_path)
    ruhig(kmut("log", "import", "t.ics", "--dry-run"), 0, 1, 2)
    ruhig(kmut("log", "import", "t.ics", "--year", "2025"), 0, 1, 2)
    assert zustand(tmp_path) == vorher


@pytest.mark.parametrize("inhalt", [*TABELLEN.values(), *(inhalt for inhalt, _codes in BYTES.values())][::3])
def test_no_calendar_at_all(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inhalt: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.ics").write_bytes(inhalt)
    ruhig(kmut("log", "import", "t.ics", "--dry-run"), 1, 2)


FASSUNGEN = ("HEAD~999999999", "HEAD@{10000 years ago}", "--upload-pack=x", "-h", "a" * 5_000, "\x1b[2J", "..", "a\0b")


@pytest.mark.parametrize("fassung", FASSUNGEN)
def test_revisions(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fassung: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.yaml").write_text(GUT, "utf-8")
    ruhig(kmut("compare", "x.yaml", "--", fassung), 2)

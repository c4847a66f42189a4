"""Deadlines as a calendar file that calendar programs read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.workspace.fristen import ANTRAG, BERICHT, Frist
from kmut_cli.workspace.kalender import eigener, kalender

OLDENBURG = Stammdaten.model_validate({"kommune": {"name": "Landkreis Oldenburg; Wildeshausen, x", "ags": "03458"}})
TERMINE = [
    (BERICHT, "Tätigkeitsbericht", 2025, Frist(date(2026, 3, 31), "kmut.yaml"), OLDENBURG),
    (ANTRAG, "Projektbeschreibung", 2027, Frist(date(2026, 10, 31), "Regel"), None),
    (BERICHT, "Tätigkeitsbericht", 2026, Frist(), OLDENBURG),
]


def test_events_as_a_calendar_program_reads_them() -> None:
    gelesen = Calendar.from_ical(kalender(TERMINE))
    bericht, antrag = gelesen.walk("VEVENT")
    assert bericht["uid"] == "frist-taetigkeitsbericht-2025-03458@kmut"
    assert bericht["summary"] == "Frist: Tätigkeitsbericht 2025 (Landkreis Oldenburg; Wildeshausen, x)"
    assert bericht.decoded("dtstart") == date(2026, 3, 31)
    assert bericht.decoded("dtend") == date(2026, 4, 1)
    assert bericht.decoded("dtstamp") == datetime(2026, 3, 31, tzinfo=UTC)
    assert antrag["uid"] == "frist-projektbeschreibung-2027-ohne-kommune@kmut"
    for termin in (bericht, antrag):
        (alarm,) = termin.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(days=-14)
        assert alarm["action"] == "DISPLAY"
        assert alarm["description"]


def test_the_file_is_as_the_standard_has_it() -> None:
    inhalt = kalender(TERMINE)
    assert inhalt.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in inhalt.replace(b"\r\n", b"")
    assert all(len(zeile) <= 75 for zeile in inhalt.split(b"\r\n"))
    assert inhalt == kalender(TERMINE)


def test_own_files_are_known() -> None:
    assert eigener(kalender(TERMINE))
    assert not eigener(b"BEGIN:VCALENDAR\r\nPRODID:-//Exchange//DE\r\nEND:VCALENDAR\r\n")
    assert not eigener(b"")

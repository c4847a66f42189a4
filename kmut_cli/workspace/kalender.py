"""Deadlines as a calendar file (iCalendar, RFC 5545): equal input gives equal bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from kmut_cli.documents.fristregel import fristregel
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.workspace.fristen import AUS_DATEI, Frist

PRODID = "-//kmut//Fristen//DE"
VORLAUF = timedelta(days=14)


def kalender(termine: Iterable[tuple[str, str, int, Frist, Stammdaten | None]]) -> bytes:
    """Make the file.

    Args:
        termine: Kind, title, year, deadline and master data of each document; those without a date are left out.

    Returns:
        All-day events with a reminder two weeks before. An event is told apart by body, kind and year, so that a
        calendar that reads the file again moves it and does not double it.
    """
    ganzer = Calendar()
    ganzer.add("prodid", PRODID)
    ganzer.add("version", "2.0")
    ganzer.add("calscale", "GREGORIAN")
    ganzer.add("x-wr-calname", "Fristen der Koordinierungsstelle")
    for art, titel, jahr, frist, stammdaten in termine:
        if frist.datum is not None:
            ganzer.add_component(_termin(art, f"{titel} {jahr}", jahr, frist.datum, frist.herkunft, stammdaten))
    return bytes(ganzer.to_ical())


def eigener(inhalt: bytes) -> bool:
    """Whether a calendar file was made here."""
    return f"PRODID:{PRODID}".encode() in inhalt


def _termin(art: str, was: str, jahr: int, tag: date, herkunft: str, stammdaten: Stammdaten | None) -> Event:
    kommune = stammdaten.kommune if stammdaten is not None else None
    name = (kommune.name if kommune is not None else None) or ""
    kennung = (kommune.ags if kommune is not None else None) or als_schluessel(name) or "ohne-kommune"
    termin = Event()
    termin.add("uid", f"frist-{art}-{jahr}-{kennung}@kmut")
    # The moment of making would differ in each run; that of the deadline says as much.
    termin.add("dtstamp", datetime.combine(tag, time(), UTC))
    termin.add("dtstart", tag)
    termin.add("dtend", tag + timedelta(days=1))
    termin.add("summary", f"Frist: {was}" + (f" ({name})" if name else ""))
    termin.add("description", _woher(art, herkunft))
    termin.add("transp", "TRANSPARENT")
    termin.add_component(_erinnerung(was, tag))
    return termin


def _woher(art: str, herkunft: str) -> str:
    if herkunft == AUS_DATEI:
        return "Die Frist steht in kmut.yaml" + (", nach dem Zuwendungsbescheid." if _nur_im_bescheid(art) else ".")
    return (
        "Anträge sind in der Regel bis zum 31. Oktober des Vorjahres zu stellen; eine andere Frist gehört in kmut.yaml."
    )


def _nur_im_bescheid(art: str) -> bool:
    regel = fristregel(art)
    return regel is not None and regel.tag is None


def _erinnerung(was: str, tag: date) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -VORLAUF)
    alarm.add("description", f"{was}: Frist am {tag.day:02}.{tag.month:02}.{tag.year}")
    return alarm

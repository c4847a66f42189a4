"""Reads a calendar in the format iCalendar (``.ics``), as Outlook, Thunderbird and phones export it."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from kmut_cli.documents.datum import JAHR_BIS, JAHR_VON, Datum
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.findings import limits
from kmut_cli.workspace.veranstaltungen.einlesung import (
    AUS_ANDEREN_JAHREN,
    EinleseError,
    Einlesung,
    Zeilenfehler,
    art_aus,
)
from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag
from kmut_cli.workspace.veranstaltungen.kodierung import entschluessle, zeilen

_ORTSZEIT = "Europe/Berlin"
_FALTUNG = re.compile(r"\r?\n[ \t]")
_UID = re.compile(r"(?im)^UID[^:\r\n]*:(.*)$")
# Rules that no calendar program makes and that would take for ever to follow: several dates a day, a step of nothing,
# days of the month in a daily rule, which may fit no day at all.
_ENDLOS = re.compile(
    r"(?im)^(?:RRULE|EXRULE)[^:\r\n]*:.*(?:FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BY(?:SECOND|MINUTE|HOUR)=[^;\r\n]*,"
    r"|INTERVAL=0*(?:;|\s*$)|FREQ=(?:DAILY|WEEKLY).*BY(?:MONTHDAY|YEARDAY|WEEKNO|SETPOS)"
    r"|BY(?:MONTHDAY|YEARDAY|WEEKNO|SETPOS).*FREQ=(?:DAILY|WEEKLY))"
)
_SERIE = re.compile(r"(?im)^(?:RRULE|RDATE|EXRULE|RECURRENCE-ID)[;:]")
_JAHRE = re.compile(r"(?im)^(?:DTSTART|DTEND|RDATE|RRULE|RECURRENCE-ID)[^:\r\n]*:(?:.*UNTIL=)?(\d{4})\d{4}")
_STUECK = 5  # years of a series that are worked out at a time, so that one without an end stops at the limit
_HILFE = "Exportieren Sie den Kalender noch einmal als iCalendar-Datei (.ics)."


@dataclass(slots=True)
class _Gruppe:
    """All parts of one appointment: a series and the dates of it that were moved.

    Attributes:
        zeile: Line of the first part.
        teile: The parts as text.
    """

    zeile: int
    teile: list[str] = field(default_factory=list)


_EINZELNE_DATEN = re.compile(r"(?im)^(?:RDATE|EXDATE)[^\n]*(?:\n[ \t][^\n]*)*")


def lies_kalender(inhalt: bytes, jahr: int | None, heute: date) -> Einlesung:
    """Read a calendar.

    Args:
        inhalt: Bytes of the file.
        jahr: Only this year; None for all. Series without an end are then followed to the end of the year of ``heute``,
            or of the last date that the calendar names.
        heute: The current day.

    Raises:
        EinleseError: It is no calendar, or holds too much.
    """
    text = entschluessle(inhalt)
    _pruefe_umfang(text)
    gruppen, zonen, ende = _zerlegt(text)
    if not re.search(r"(?im)^BEGIN:VCALENDAR\s*$", text):
        raise EinleseError("Das ist kein Kalender: Es fehlt die Zeile BEGIN:VCALENDAR.", _HILFE)
    einlesung = Einlesung()
    spanne = (date(jahr, 1, 1), date(jahr + 1, 1, 1)) if jahr else (date(JAHR_VON, 1, 1), _bis(text, heute))
    with _still():
        for gruppe in gruppen.values():
            _lies_gruppe(einlesung, gruppe, zonen, spanne)
    if ende:
        text = "Der Termin, der hier beginnt, hat kein Ende; die Datei ist wohl abgeschnitten."
        einlesung.fehler.append(Zeilenfehler(ende, text))
    einlesung.fehler.sort(key=lambda eins: eins.zeile)
    einlesung.eintraege.sort(key=lambda eins: (eins.wert.datum.folge if eins.wert.datum else (), eins.zeile))
    return einlesung


def _pruefe_umfang(text: str) -> None:
    """Refuse a calendar that holds far too much, before its entries are read, which takes about a millisecond each.

    Raises:
        EinleseError: It has more entries, or dates of series, than may be taken over at once.
    """
    daten = sum(eine.group().count(",") for eine in _EINZELNE_DATEN.finditer(text))
    if text.upper().count("BEGIN:VEVENT") > limits.TERMINE.wert or daten > limits.TERMINE.wert:
        hilfe = f"Geben Sie im Kalenderprogramm nur das Jahr aus, das Sie brauchen. {limits.TERMINE.hinweis}"
        raise EinleseError(f"Der Kalender enthält mehr als {limits.TERMINE.text}.", hilfe)


def _zerlegt(text: str) -> tuple[dict[str, _Gruppe], str, int]:
    """Split a calendar into its appointments, so that a broken one does not take the others with it.

    Returns:
        Appointments by their identity, the text of all time zones, and the line of an appointment that never ends.
    """
    gruppen: dict[str, _Gruppe] = {}
    zonen: list[str] = []
    offen: list[str] | None = None
    art, beginn = "", 0
    for nummer, zeile in enumerate(zeilen(text), 1):
        wort = zeile.strip().upper()
        if wort in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE") and (offen is None or art == "VEVENT"):
            offen, art, beginn = [], wort.partition(":")[2], nummer
        if offen is None:
            continue
        offen.append(zeile)
        if wort == f"END:{art}":
            stueck = "\r\n".join(offen) + "\r\n"
            if art == "VTIMEZONE":
                zonen.append(stueck)
            else:
                uid = _UID.search(_FALTUNG.sub("", stueck))
                schluessel = uid[1].strip() if uid else f"ohne {nummer}"
                gruppen.setdefault(schluessel, _Gruppe(beginn)).teile.append(stueck)
            offen = None
    return gruppen, "".join(zonen), beginn if offen is not None and art == "VEVENT" else 0


def _bis(text: str, heute: date) -> date:
    """Give the day behind the last year in which something may take place."""
    jahre = [
        int(jahr)
        for jahr in re.findall(r"(?im)^(?:DTSTART|DTEND|RDATE|RRULE)[^:\r\n]*:(?:.*UNTIL=)?(\d{4})\d{4}", text)
    ]
    return date(max([heute.year, *(jahr for jahr in jahre if jahr < JAHR_BIS)]) + 1, 1, 1)


def _lies_gruppe(einlesung: Einlesung, gruppe: _Gruppe, zonen: str, spanne: tuple[date, date]) -> None:
    """Read one appointment with all its dates."""
    import icalendar
    import recurring_ical_events

    stuecke = _FALTUNG.sub("", "".join(gruppe.teile))
    mangel = "Seine Wiederholung ist nicht lesbar." if _ENDLOS.search(stuecke) else ""
    termine: list[Any] = []
    try:
        if not mangel:
            ganzes = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:kmut\r\n{zonen}{stuecke}END:VCALENDAR\r\n"
            kalender: Any = icalendar.Calendar.from_ical(ganzes)
            mangel = next((grund for teil in kalender.walk("VEVENT") if (grund := _mangel(teil))), "")
        if not mangel:
            noch = limits.TERMINE.wert - len(einlesung.eintraege)
            einziger = _einziger(kalender, stuecke)
            if einziger is None:
                termine = _termine(recurring_ical_events.of(kalender), stuecke, spanne, noch)
            elif _beruehrt(einziger, spanne):
                termine = [einziger]
    except Exception:  # the libraries raise whatever their code meets in a broken file
        mangel = "Seine Angaben sind beschädigt."
    if mangel:
        einlesung.fehler.append(Zeilenfehler(gruppe.zeile, f"Der Termin ist nicht lesbar: {mangel}"))
    elif not termine and spanne[0].year > JAHR_VON:
        einlesung.ausgelassen[AUS_ANDEREN_JAHREN] += 1
    for termin in termine:
        _uebernimm(einlesung, termin, gruppe.zeile)
    if len(einlesung.eintraege) > limits.TERMINE.wert:
        hilfe = f"Nennen Sie mit --year das Jahr, das Sie brauchen. {limits.TERMINE.hinweis}"
        raise EinleseError(f"Der Kalender ergibt mehr als {limits.TERMINE.text}.", hilfe)


def _einziger(kalender: Any, text: str) -> Any:
    """Give the event of an appointment that has but one date, so that no series needs to be worked out."""
    teile = kalender.walk("VEVENT")
    return teile[0] if len(teile) == 1 and "DURATION" not in teile[0] and not _SERIE.search(text) else None


def _beruehrt(termin: Any, spanne: tuple[date, date]) -> bool:
    """Whether any of a date lies in a span."""
    beginn, letzter = _ortszeit(termin["DTSTART"].dt), _letzter(termin)
    return beginn.date() < spanne[1] and letzter.date() >= spanne[0]


def _termine(serie: Any, text: str, spanne: tuple[date, date], hoechstens: int) -> list[Any]:
    """Work out the dates of an appointment, a few years at a time; stops behind the limit."""
    von, bis = spanne
    if not _SERIE.search(text):
        return list(serie.between(von, bis))
    erstes = max(min(map(int, _JAHRE.findall(text)), default=von.year), von.year)
    termine: dict[tuple[str, str], Any] = {}
    for jahr in range(erstes, bis.year, _STUECK):
        for termin in serie.between(date(jahr, 1, 1), min(date(jahr + _STUECK, 1, 1), bis)):
            # What goes on over New Year is found on both sides of it.
            termine[str(termin["DTSTART"].dt), str(termin.get("SUMMARY"))] = termin
        if len(termine) > hoechstens:
            break
    return list(termine.values())


def _mangel(teil: Any) -> str:
    """Say what makes a part unreadable; empty if nothing does."""
    kaputt = {name.upper() for name, _text in teil.errors}
    for name, wort in (("DTSTART", "Sein Beginn"), ("DTEND", "Sein Ende"), ("RRULE", "Seine Wiederholung")):
        if name in kaputt or isinstance(teil.get(name), list):
            return f"{wort} ist nicht lesbar."
    if "DTSTART" not in teil:
        return "Sein Beginn fehlt."
    beginn = teil["DTSTART"].dt
    if not JAHR_VON <= beginn.year <= JAHR_BIS:
        return f"Das Jahr {beginn.year} liegt nicht zwischen {JAHR_VON} und {JAHR_BIS}."
    ende = teil["DTEND"].dt if "DTEND" in teil else beginn
    return "Er endet, bevor er beginnt." if _ortszeit(ende) < _ortszeit(beginn) else ""


def _ortszeit(wert: date) -> datetime:
    """Give a time as a clock in Germany shows it, without its zone; a day counts from midnight."""
    from zoneinfo import ZoneInfo

    if not isinstance(wert, datetime):
        return datetime(wert.year, wert.month, wert.day)
    # A time without a zone is the same on every clock.
    return wert.astimezone(ZoneInfo(_ORTSZEIT)).replace(tzinfo=None) if wert.tzinfo else wert


def _uebernimm(einlesung: Einlesung, termin: Any, zeile: int) -> None:
    """Make an entry of one date, or note why it is none."""
    if str(termin.get("STATUS", "")).upper() == "CANCELLED":
        einlesung.ausgelassen["abgesagt"] += 1
        return
    if str(termin.get("CLASS", "")).upper() in ("PRIVATE", "CONFIDENTIAL"):
        einlesung.ausgelassen["als privat gekennzeichnet"] += 1
        return
    for name, wort in (("DESCRIPTION", "Beschreibung"), ("ATTENDEE", "Teilnehmerliste")):
        if termin.get(name):
            einlesung.nicht_uebernommen[wort] = None
    kategorien = _kategorien(termin)
    art = next((art for kategorie in kategorien if (art := art_aus(kategorie))), None)
    if art is None:
        einlesung.nicht_uebernommen.update({f"Kategorie „{kategorie}“": None for kategorie in kategorien})
    daten = {**_zeiten(termin), "ort": _text(termin, "LOCATION"), "titel": _text(termin, "SUMMARY"), "art": art}
    try:
        einlesung.eintraege.append(eintrag(daten, zeile))
    except EintragError as fehler:
        text = "Der Termin hat keinen Betreff." if not daten["titel"] else str(fehler)
        einlesung.fehler.append(Zeilenfehler(zeile, text))


def _zeiten(termin: Any) -> dict[str, str]:
    """Give date and time of one date; what lasts from midnight to midnight takes whole days and has no time."""
    beginn, ende = _ortszeit(termin["DTSTART"].dt), _ende(termin)
    datum = str(Zeitraum(_datum(beginn), _datum(_letzter(termin))))
    ganztags = not isinstance(termin["DTSTART"].dt, datetime)
    if ganztags or (f"{beginn:%H:%M}" == "00:00" and f"{ende:%H:%M}" == "00:00"):
        return {"datum": datum}
    dauer = f"–{ende:%H:%M}" if ende > beginn else ""
    return {"datum": datum, "uhrzeit": f"{beginn:%H:%M}{dauer}"}


def _ende(termin: Any) -> datetime:
    """Give the end of a date, by a clock in Germany; the end of a whole day is the day after it."""
    beginn = _ortszeit(termin["DTSTART"].dt)
    return max(_ortszeit(termin["DTEND"].dt), beginn) if "DTEND" in termin else beginn


def _letzter(termin: Any) -> datetime:
    """Give a moment of the last day of a date."""
    beginn, ende = _ortszeit(termin["DTSTART"].dt), _ende(termin)
    return ende - timedelta(seconds=1) if ende > beginn else ende


def _datum(tag: datetime) -> Datum:
    return Datum(tag.year, tag.month, tag.day)


def _kategorien(termin: Any) -> list[str]:
    angaben = termin.get("CATEGORIES") or []
    alle = angaben if isinstance(angaben, list) else [angaben]
    return [wort for eine in alle for eins in getattr(eine, "cats", []) if (wort := _lesbar(str(eins)))]


def _text(termin: Any, name: str) -> str:
    wert = termin.get(name) or ""
    return _lesbar(str(wert[0] if isinstance(wert, list) else wert))


def _lesbar(text: str) -> str:
    """Give text on one line, without what no file may hold."""
    return " ".join("".join(zeichen if zeichen.isprintable() else " " for zeichen in text).split())


@contextmanager
def _still() -> Iterator[None]:
    """Keep the English remarks of the libraries from the user."""
    protokoll = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(protokoll)

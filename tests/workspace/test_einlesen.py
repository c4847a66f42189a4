"""Calendars and tables as programs really export them: read, and where they are broken told with their line."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.workspace.veranstaltungen.abgleich import gleiche_ab
from kmut_cli.workspace.veranstaltungen.einlesung import EinleseError, Einlesung, art_aus
from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag, in_einer_zeile
from kmut_cli.workspace.veranstaltungen.kalender import lies_kalender
from kmut_cli.workspace.veranstaltungen.schreibweisen import normiert
from kmut_cli.workspace.veranstaltungen.tabellendatei import lies_tabelle
from kmut_cli.workspace.veranstaltungen.zeile import lies_zeile

DATEN = Path(__file__).parent / "daten"
KALENDER = (DATEN / "outlook.ics").read_bytes()
OUTLOOK = (DATEN / "outlook.csv").read_bytes()
HEUTE = date(2026, 3, 1)


def ics(*termine: str) -> bytes:
    """A calendar of events, each given by its lines; the first event begins in line 2."""
    teile = "".join(f"BEGIN:VEVENT\n{termin}\nEND:VEVENT\n" for termin in termine)
    return f"BEGIN:VCALENDAR\n{teile}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def zeilen(einlesung: Einlesung) -> list[str]:
    return [in_einer_zeile(eins.wert) for eins in einlesung.eintraege]


def einer(termin: str, jahr: int | None = None) -> list[str]:
    einlesung = lies_kalender(ics(termin), jahr, HEUTE)
    assert einlesung.fehler == []
    return zeilen(einlesung)


# --- Calendars ------------------------------------------------------------------------------------------------------


def test_a_calendar_of_outlook() -> None:
    einlesung = lies_kalender(KALENDER, None, HEUTE)
    assert zeilen(einlesung) == [
        "15.01.2025, 10:00–12:00 Uhr, Musterstedt, Kreishaus: Regionalverbund KMN",
        "20.02.2025, 14:00–15:00 Uhr: Regionalverbund KMN (verschoben)",
        "19.03.2025, 10:00–12:00 Uhr, Musterstedt, Kreishaus: Regionalverbund KMN",
        "16.04.2025, 10:00–12:00 Uhr, Musterstedt, Kreishaus: Regionalverbund KMN",
        "27./28.04.2025: Fachtagung, zweitägig",
        "02.06.2025, 00:00–01:00 Uhr: Beginn in Weltzeit",
        "02.06.2025, 08:00–09:30 Uhr: Ohne Zeitzone",
    ]
    assert [eins.wert.art.name for eins in einlesung.eintraege if eins.wert.art] == ["netzwerktreffen"] * 3
    assert einlesung.ausgelassen == {"abgesagt": 1, "als privat gekennzeichnet": 1}
    assert list(einlesung.nicht_uebernommen) == ["Beschreibung", "Kategorie „Blau“"]


def test_only_one_year() -> None:
    serie = "UID:1\nDTSTART;VALUE=DATE:20240115\nRRULE:FREQ=MONTHLY\nSUMMARY:Serie"
    assert len(einer(serie, 2025)) == 12
    assert einer(serie, 2023) == []
    # Without an end a series goes on to the end of this year.
    assert einer(serie)[-1] == "15.12.2026: Serie"


@pytest.mark.parametrize(
    ("termin", "erwartet"),
    [
        ("DTSTART;VALUE=DATE:20250427\nDTEND;VALUE=DATE:20250428\nSUMMARY:x", "27.04.2025: x"),
        ("DTSTART;VALUE=DATE:20250427\nSUMMARY:x", "27.04.2025: x"),
        ("DTSTART:20250427T180000\nDTEND:20250428T000000\nSUMMARY:x", "27.04.2025, 18:00–00:00 Uhr: x"),
        ("DTSTART:20250427T180000\nDTEND:20250428T120000\nSUMMARY:x", "27./28.04.2025, 18:00–12:00 Uhr: x"),
        ("DTSTART;TZID=America/New_York:20250427T100000\nSUMMARY:x", "27.04.2025, 16:00 Uhr: x"),
        ("DTSTART;TZID=Erfunden/Zone:20250427T100000\nSUMMARY:x", "27.04.2025, 10:00 Uhr: x"),
        ("DTSTART:20250330T010000Z\nSUMMARY:Zeitumstellung", "30.03.2025, 03:00 Uhr: Zeitumstellung"),
        ("DTSTART:20250427T100000\nSUMMARY:a\\, b\\nc  d", "27.04.2025, 10:00 Uhr: a, b c d"),
        ("DTSTART:20250427T100000\nSUMMARY:=1+1\nLOCATION:\x1b[31mRot", "27.04.2025, 10:00 Uhr, [31mRot: =1+1"),
    ],
)
def test_times_and_texts(termin: str, erwartet: str) -> None:
    assert einer(f"UID:1\n{termin}") == [erwartet]


@pytest.mark.parametrize(
    ("termin", "grund"),
    [
        ("SUMMARY:ohne Beginn", "Beginn fehlt"),
        ("DTSTART:20250230T100000\nSUMMARY:x", "Beginn ist nicht lesbar"),
        ("DTSTART:20250427T100000\nDTSTART:20250428T100000\nSUMMARY:x", "Beginn ist nicht lesbar"),
        ("DTSTART:20250427T100000\nDTEND:20250426T100000\nSUMMARY:x", "endet, bevor"),
        ("DTSTART:00010101T100000\nSUMMARY:x", "Das Jahr 1 "),
        ("DTSTART:20250427T100000", "keinen Betreff"),
        ("DTSTART:20250427T100000\nRRULE:FREQ=NIE\nSUMMARY:x", "nicht lesbar"),
        ("DTSTART:20250427T100000\nRRULE:FREQ=DAILY;INTERVAL=0\nSUMMARY:x", "Wiederholung ist nicht lesbar"),
        ("DTSTART:20250427T100000\nRRULE:FREQ=SECONDLY\nSUMMARY:x", "Wiederholung ist nicht lesbar"),
        ("DTSTART:20250427T100000\nRRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=3\nSUMMARY:x", "Wiederholung ist nicht lesbar"),
        ("DTSTART:20250427T100000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:x", "nicht lesbar"),
        ("DTSTART:20250427T100000\nRRULE:BYMONTHDAY=30;BYMON\n TH=2;FREQ=DAILY\nSUMMARY:x", "nicht lesbar"),
        ("DTSTART:20250427T100000\nDURATION:P999999999D\nSUMMARY:x", "beschädigt"),
    ],
)
def test_a_broken_event_is_told_with_its_line_and_the_others_are_read(termin: str, grund: str) -> None:
    gut = "UID:gut\nDTSTART;VALUE=DATE:20250427\nSUMMARY:gut"
    einlesung = lies_kalender(ics(gut, f"UID:schlecht\n{termin}"), None, HEUTE)
    assert zeilen(einlesung) == ["27.04.2025: gut"]
    ((zeile, text),) = [(eins.zeile, eins.message) for eins in einlesung.fehler]
    assert zeile == 7
    assert grund in text


@pytest.mark.parametrize("zeichen", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_line_ends_end_a_line(zeichen: str) -> None:
    gelesen = einer(f"DTSTART:20250101T100000\nSUMMARY:Vor{zeichen}END:VEVENT{zeichen}nach\nLOCATION:Zeven")
    assert gelesen == ["01.01.2025, 10:00 Uhr, Zeven: Vor END:VEVENT nach"]
    tabelle = lies_tabelle(f"Datum;Titel{zeichen}\n2025-01-01;Vor{zeichen}nach\n".encode(), None)
    assert (len(tabelle.eintraege), tabelle.fehler) == (1, [])


def test_a_calendar_that_was_cut_off() -> None:
    einlesung = lies_kalender(KALENDER[: KALENDER.index(b"SUMMARY:Beginn in Weltzeit")], None, HEUTE)
    (fehler,) = einlesung.fehler
    assert "abgeschnitten" in fehler.message
    assert KALENDER.splitlines()[fehler.zeile - 1] == b"BEGIN:VEVENT"
    assert len(einlesung.eintraege) == 5


def test_too_many_dates_are_refused() -> None:
    with pytest.raises(EinleseError) as fehler:
        lies_kalender(ics("DTSTART:19000101T000000\nRRULE:FREQ=DAILY\nSUMMARY:x"), None, HEUTE)
    assert "--year" in fehler.value.help


@pytest.mark.parametrize(
    "inhalt", [b"", b"\xef\xbb\xbf", b"Hallo", b"\x89PNG\r\n\x1a\n\0\0", b"BEGIN:VEVENT\r\nEND:VEVENT"]
)
def test_what_is_no_calendar(inhalt: bytes) -> None:
    with pytest.raises(EinleseError):
        lies_kalender(inhalt, None, HEUTE)


BROCKEN = st.sampled_from(
    [b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"RRULE:FREQ=DAILY\r\n", b"DTSTART:99991231T235959\r\n", b"RDATE:,,\r\n",
     b"EXDATE:x\r\n", b"RECURRENCE-ID:x\r\n", b"TZID=", b"DURATION:-P1D\r\n", b"DTEND:00010101\r\n", b'"', b":", b";",
     b"\xff", b"\r\n", b"BEGIN:VTIMEZONE\r\n", b"RRULE:FREQ=MONTHLY;COUNT=x\r\n", b"\0"]
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(KALENDER)), st.integers(0, 30), BROCKEN), min_size=1, max_size=5))
def test_a_spoilt_calendar_is_read_or_refused_in_german(taten: list[tuple[int, int, bytes]]) -> None:
    inhalt = KALENDER
    for stelle, laenge, brocken in taten:
        inhalt = inhalt[:stelle] + brocken + inhalt[stelle + laenge :]
    with contextlib.suppress(EinleseError):
        assert all(fehler.message.endswith((".", "?")) for fehler in lies_kalender(inhalt, 2025, HEUTE).fehler)


# --- Tables ---------------------------------------------------------------------------------------------------------


def test_a_table_of_outlook() -> None:
    einlesung = lies_tabelle(OUTLOOK, None)
    assert zeilen(einlesung) == [
        "27./28.04.2025, 10:00–16:00 Uhr, Großenheide: Fachtag für Ehrenämter zweite Zeile",
        "01.05.2025: Klausurtag",
    ]
    assert einlesung.eintraege[0].wert.art is not None
    assert [(eins.zeile, "31.6.2025" in eins.message) for eins in einlesung.fehler] == [(6, True)]
    assert einlesung.ausgelassen == {"als privat gekennzeichnet": 1}
    assert "Spalte „Priorität“" in einlesung.nicht_uebernommen


@pytest.mark.parametrize("trenner", [";", ",", "\t"])
@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_headings_in_any_order_and_any_encoding(trenner: str, kodierung: str) -> None:
    zeilen_ = [["Zielgruppe", "TITEL", "Uhrzeit", "Datum", "Projektpartner", "TN", "Rolle", "Ort"]]
    zeilen_ += [
        ["Familien", "Fest für Übermütige", "15 Uhr", "2025-09-14", '"A; B"', "", "mit eigenem Beitrag", "Köln"]
    ]
    text = "\r\n".join(trenner.join(zeile) for zeile in zeilen_)
    einlesung = lies_tabelle(text.encode(kodierung), None)
    (eins,) = einlesung.eintraege
    assert in_einer_zeile(eins.wert) == "14.09.2025, 15:00 Uhr, Köln: Fest für Übermütige"
    assert (eins.wert.partner, eins.wert.zielgruppen) == (["A", "B"], ["Familien"])
    assert eins.wert.rolle is not None and eins.wert.rolle.name == "beitrag"
    assert list(einlesung.nicht_uebernommen) == ["Spalte „TN“"]


@pytest.mark.parametrize(
    ("zeile", "teil"),
    [
        ("bald;X;", "Zeitraum"),
        (";X;", "„datum“ fehlt"),
        ("1.1.2025;;", "„titel“ fehlt"),
        ("1.1.2025;X;ca. 5", "Zahl"),
        ("1.1.2025;X;75.000", "75000"),
        ("1.1.2025;X;1;zu viel", "4 Spalten"),
        ('1.1.2025;"X;1', "Anführungszeichen"),
    ],
)
def test_a_bad_row_is_told_with_its_line(zeile: str, teil: str) -> None:
    einlesung = lies_tabelle(f"Datum;Titel;Teilnehmende\n\n2.1.2025;Gut;5\n{zeile}\n".encode(), None)
    assert zeilen(einlesung) == ["02.01.2025: Gut"]
    (fehler,) = einlesung.fehler
    assert fehler.zeile == 4
    assert teil in fehler.message


@pytest.mark.parametrize("inhalt", [b"", b"a,b\n1,2\n", b"Datum;Wetter\n", b"\0\0\0"])
def test_what_is_no_table_of_appointments(inhalt: bytes) -> None:
    with pytest.raises(EinleseError):
        lies_tabelle(inhalt, None)


def test_a_table_of_one_year() -> None:
    inhalt = b"Datum;Titel\n31.12.2024;A\n01.01.2025;B\n30.12.2024-02.01.2025;C\n"
    assert len(lies_tabelle(inhalt, 2025).eintraege) == 2


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: ("Datum;Titel;Ort\n" + text).encode()))
def test_any_bytes_are_read_or_refused_in_german(inhalt: bytes) -> None:
    with contextlib.suppress(EinleseError):
        lies_tabelle(inhalt, None)


# --- Lines, kinds, doubles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("27./28.04.2015 Mainz: Bundeskonferenz", ("27./28.04.2015", "", "Mainz", "Bundeskonferenz")),
        ("27. bis 28.04.2015 in Mainz: Konferenz", ("27. bis 28.04.2015", "", "Mainz", "Konferenz")),
        ("am 04.02.2015 um 10 Uhr in Zeven: Runder Tisch", ("04.02.2015", "10 Uhr", "Zeven", "Runder Tisch")),
        ("2015-04-27, 9-11 Uhr, Tagung", ("2015-04-27", "9-11 Uhr", "", "Tagung")),
        ("2015-04-27 10:00–12:00 Uhr Tagung", ("2015-04-27", "10:00–12:00 Uhr", "", "Tagung")),
        ("27.04.2015 ab 9 Uhr Mainz: Tagung", ("27.04.2015", "ab 9 Uhr", "Mainz", "Tagung")),
        ("27.04.2015, bis 12:00, Tagung", ("27.04.2015", "bis 12:00", "", "Tagung")),
        ("27.04.2015 ab 9 Uhr bis 11 Uhr Tagung", ("27.04.2015", "9 Uhr bis 11 Uhr", "", "Tagung")),
        ("2015 Fest", ("2015", "", "", "Fest")),
        ("30.02.2015 Fest", ("30.02.2015", "", "", "Fest")),
        ("Fest: ohne Datum", ("", "", "", "Fest: ohne Datum")),
        ("", ("", "", "", "")),
    ],
)
def test_one_line(text: str, erwartet: tuple[str, ...]) -> None:
    daten = lies_zeile(text)
    assert tuple(daten.get(name, "") for name in ("datum", "uhrzeit", "ort", "titel")) == erwartet


@given(st.text())
def test_no_word_of_a_line_is_lost(text: str) -> None:
    worte = "".join(lies_zeile(f"01.02.2015 {text}").values())
    klein = {"am", "vom", "um", "von", "ab", "in"}
    for wort in text.split():
        assert wort.strip(" ,;:") in worte or wort.lower() in klein


@pytest.mark.parametrize(
    ("wort", "art"),
    [
        ("netzwerktreffen", "netzwerktreffen"),
        ("Netzwerktreffen", "netzwerktreffen"),
        ("AK Sprache / Arbeitskreis", "netzwerktreffen"),
        ("Tagung oder Konferenz", "tagung"),
        ("Sozialausschuss", "gremium"),
        ("Frühlingsfest", "veranstaltung"),
        ("Blau", None),
        ("", None),
    ],
)
def test_kinds_from_words(wort: str, art: str | None) -> None:
    assert art_aus(wort) == art


def test_doubles_are_recognised() -> None:
    da = [eintrag({"datum": "27./28.04.2015", "ort": "Mainz", "titel": "Bundeskonferenz der Beauftragten"}).wert]
    neu = [
        {"datum": "2015-04-27/2015-04-28", "ort": "MAINZ", "titel": "Bundeskonferenz  der Beauftragten"},
        {"datum": "27.–28.04.2015", "titel": "„Bundeskonferenz der Beauftragten“"},
        {"datum": "27./28.04.2015", "titel": "Bundeskonferenz"},
        {"datum": "27./28.04.2015", "ort": "Bonn", "titel": "Bundeskonferenz der Beauftragten"},
        {"datum": "27./28.04.2015", "ort": "Mainz", "titel": "Abendempfang"},
        {"datum": "27.04.2015", "ort": "Mainz", "titel": "Bundeskonferenz der Beauftragten"},
        {"datum": "27./28.04.2015", "titel": "Abendempfang"},
    ]
    abgleich = gleiche_ab([eintrag(daten, nummer) for nummer, daten in enumerate(neu)], da)
    assert [eins.zeile for eins in abgleich.vorhanden] == [0, 1]
    assert [eins.zeile for eins, _wert in abgleich.fraglich] == [2]
    assert [eins.zeile for eins in abgleich.neu] == [3, 4, 5, 6], "another place or time, another event"


def test_rows_of_one_file_are_doubles_only_if_all_is_the_same() -> None:
    zeilen_ = ["10:00;Zeven;Sprechstunde", "14:00;Zeven;Sprechstunde", "10:00;Stade;Sprechstunde"]
    zeilen_ += ["10:00;Zeven;Sprechstunden", "10 Uhr;zeven;Sprechstunde"]
    inhalt = "Datum;Uhrzeit;Ort;Titel\n" + "".join(f"1.3.2026;{zeile}\n" for zeile in zeilen_)
    abgleich = gleiche_ab(lies_tabelle(inhalt.encode(), None).eintraege, [])
    assert [len(abgleich.neu), len(abgleich.vorhanden), len(abgleich.fraglich)] == [4, 1, 0]
    da = [eins.wert for eins in abgleich.neu]
    assert len(gleiche_ab(lies_tabelle(inhalt.encode(), None).eintraege, da).vorhanden) == 5


@pytest.mark.parametrize(
    ("text", "datum"),
    [
        ("12. März 2026", "12.03.2026"),
        ("12.3.26", "12.03.2026"),
        ("Do, 12.03.2026", "12.03.2026"),
        ("Donnerstag, den 12.03.2026", "12.03.2026"),
        ("27. und 28.04.2015", "27./28.04.2015"),
        ("27. und 29.04.2015", "27. und 29.04.2015"),
        ("September 2025", "09/2025"),
        ("20.9.-27.9.26", "20.–27.09.2026"),
        ("Do, den 12. bis 14. März 2026", "12.–14.03.2026"),
        ("30. Februar 2026", "30.2.2026"),
        ("12.03. 10", "12.03. 10"),
        ("12/03/2026", "12/03/2026"),
        ("2026-03-12", "2026-03-12"),
    ],
)
def test_dates_as_people_write_them(text: str, datum: str) -> None:
    assert normiert(text) == datum
    assert lies_zeile(f"{text} Fest").get("datum", text) == datum


@pytest.mark.parametrize(
    "zeit", ["25:00", "10:60", "24:00", "10h", "1030", "14h30", "10.30", "10", "9-11", "25 Uhr", "10:00 - 25:00"]
)
def test_a_wrong_time_gets_into_no_place(zeit: str) -> None:
    daten = lies_zeile(f"12.03.2026 {zeit} Zeven: Fest")
    assert daten == {"datum": "12.03.2026", "uhrzeit": zeit, "ort": "Zeven", "titel": "Fest"}
    with pytest.raises(EintragError, match="erwartet eine Uhrzeit"):
        eintrag(daten)


@pytest.mark.parametrize(("text", "titel"), [("2015 im Rückblick", "2015 im Rückblick"), ("10 Jahre A", "10 Jahre A")])
def test_a_title_may_begin_with_a_number(text: str, titel: str) -> None:
    assert lies_zeile(f"12.03.2026 {text}") == {"datum": "12.03.2026", "titel": titel}


def test_a_place_without_a_title() -> None:
    assert lies_zeile("12.03.2026 Zeven:") == {"datum": "12.03.2026", "ort": "Zeven"}


def test_a_table_of_excel_and_one_of_outlook_in_english() -> None:
    excel = b"sep=;\r\nDatum;Titel\r\n12.03.2026 00:00:00;A\r\n12.3.26;B\r\n13.03.2026 10:30:00;C\r\nx;D\r\n"
    gelesen = lies_tabelle(excel, None)
    assert zeilen(gelesen) == ["12.03.2026: A", "12.03.2026: B", "13.03.2026, 10:30 Uhr: C"]
    assert [fehler.zeile for fehler in gelesen.fehler] == [6]
    kopf = "Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Categories,Private\n"
    reihen = "A,12.3.2026,1:00:00 PM,12.3.2026,2:30:00 PM,False,Zeven,Tagung,False\n"
    reihen += "B,12.3.2026,00:00:00,13.3.2026,00:00:00,True,,,False\nC,1.1.2026,,,,False,,,True\n"
    reihen += "D,12.3.2026,0:00:00,12.3.2026,0:00:00,False,,,False\n"
    outlook = lies_tabelle((kopf + reihen).encode(), None)
    assert zeilen(outlook) == ["12.03.2026, 13:00–14:30 Uhr, Zeven: A", "12.03.2026: B", "12.03.2026: D"]
    assert (outlook.fehler, outlook.nicht_uebernommen) == ([], {})


def test_what_no_file_may_hold_is_told_with_its_line() -> None:
    gelesen = lies_tabelle(b"Datum;Titel\n1.1.2026;A\n1.1.2026;B\x07\n", None)
    assert [(fehler.zeile, "unerlaubtes Zeichen" in fehler.message) for fehler in gelesen.fehler] == [(3, True)]
    assert zeilen(gelesen) == ["01.01.2026: A"]


def test_from_midnight_to_midnight_has_no_time() -> None:
    assert einer("DTSTART:20260312T000000\nDTEND:20260313T000000\nSUMMARY:x") == ["12.03.2026: x"]
    assert einer("DTSTART:20260312T000000\nDTEND:20260314T000000\nSUMMARY:x") == ["12./13.03.2026: x"]


def test_what_belongs_to_other_years_is_counted() -> None:
    termine = [
        f"UID:{tag}\nDTSTART:{tag}T100000\nSUMMARY:x" for tag in ("20241231", "20250101", "20251231", "20260101")
    ]
    einlesung = lies_kalender(ics(*termine), 2025, HEUTE)
    assert (len(einlesung.eintraege), einlesung.ausgelassen) == (2, {"aus anderen Jahren": 2})

"""Days, spans and times are read in every form that people use, and written in one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from kmut_cli.documents import uhrzeit, zeitraum
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.zeitraum import Zeitraum

tage = st.dates(date(1900, 1, 1), date(2199, 12, 31))
paare = st.tuples(tage, tage).map(sorted)
striche = st.sampled_from(["-", "–", "/", "bis"])
luecken = st.sampled_from(["", " ", "\u00a0"])


@pytest.mark.parametrize(
    ("text", "geschrieben"),
    [
        ("27./28.04.2015", "27./28.04.2015"),
        ("27.–28.04.2015", "27./28.04.2015"),
        ("27-29.4.2015", "27.–29.04.2015"),
        ("27.04.–03.05.2015", "27.04.–03.05.2015"),
        ("27.04.2015–03.05.2015", "27.04.–03.05.2015"),
        ("30.12.2015 bis 02.01.2016", "30.12.2015–02.01.2016"),
        ("2015-04-27/2015-04-28", "27./28.04.2015"),
        ("2015-04-27 bis 2015-04-28", "27./28.04.2015"),
        ("31.01./01.02.2015", "31.01.–01.02.2015"),
        ("27./27.04.2015", "27.04.2015"),
        ("14.05.2015", "14.05.2015"),
        ("2015-05", "05/2015"),
        ("04/2015–06/2015", "04/2015–06/2015"),
        ("2015-04/2015-06", "04/2015–06/2015"),
        ("2015/2016", "2015–2016"),
        ("2015", "2015"),
        (2015, "2015"),
    ],
)
def test_forms(text: str | int, geschrieben: str) -> None:
    assert str(Zeitraum.lies(text)) == geschrieben


@pytest.mark.parametrize(
    ("text", "art"),
    [
        ("Ende April", "zeitraum_form"),
        ("", "zeitraum_form"),
        (None, "zeitraum_form"),
        ("2015-04/2016", "zeitraum_form"),  # could be read in two ways
        ("27./28.04.", "zeitraum_form"),
        ("31.04.2015", "datum_kalender"),
        ("30./31.04.2015", "datum_kalender"),
        ("2015-02-28/2015-02-29", "datum_kalender"),
        ("28./27.04.2015", "zeitraum_folge"),
        ("30.12.–02.01.2016", "zeitraum_folge"),
        ("2016/2015", "zeitraum_folge"),
    ],
)
def test_what_is_none(text: str | None, art: str) -> None:
    with pytest.raises(PydanticCustomError) as fehler:
        Zeitraum.lies(text)
    assert fehler.value.type == art


@given(paare, striche, luecken, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y"]))
def test_two_days_are_a_span_whatever_stands_between_them(
    paar: list[date], strich: str, luecke: str, form: str
) -> None:
    von, bis = (f"{tag:{form}}" for tag in paar)
    zeitraum = Zeitraum.lies(f"{von}{luecke}{strich}{luecke}{bis}")
    assert (zeitraum.von.fruehestens, zeitraum.bis.spaetestens) == tuple(paar)


@given(paare)
def test_what_is_written_reads_as_the_same(paar: list[date]) -> None:
    eins = Zeitraum(*(Datum(tag.year, tag.month, tag.day) for tag in paar))
    assert Zeitraum.lies(str(eins)) == eins
    assert str(Zeitraum.lies(str(eins))) == str(eins)
    assert eins.im_jahr(paar[0].year) and eins.im_jahr(paar[1].year)
    assert not eins.im_jahr(paar[0].year - 1) and not eins.im_jahr(paar[1].year + 1)


@given(paare, paare)
def test_order_is_that_of_the_beginnings(eins: list[date], zwei: list[date]) -> None:
    folgen = [Zeitraum.lies(f"{von} bis {bis}").folge for von, bis in (eins, zwei)]
    assert (folgen[0] < folgen[1]) == (eins < zwei)


@pytest.mark.parametrize(
    ("text", "geschrieben"),
    [
        ("10:00", "10:00 Uhr"),
        ("9:05 Uhr", "09:05 Uhr"),
        ("10 Uhr", "10:00 Uhr"),
        ("10.30 Uhr", "10:30 Uhr"),
        ("10:00–16:00", "10:00–16:00 Uhr"),
        ("9-11 Uhr", "09:00–11:00 Uhr"),
        ("9 Uhr bis 11.30 Uhr", "09:00–11:30 Uhr"),
        ("22:00–02:00", "22:00–02:00 Uhr"),
        ("ab 9 Uhr", "ab 09:00 Uhr"),
        ("Ab 10:00", "ab 10:00 Uhr"),
        ("bis 12 Uhr", "bis 12:00 Uhr"),
        ("bis 12:30 Uhr", "bis 12:30 Uhr"),
    ],
)
def test_times(text: str, geschrieben: str) -> None:
    zeit = Uhrzeit.lies(text)
    assert (str(zeit), zeit.text) == (geschrieben, text)
    assert Uhrzeit.lies(str(zeit)) == zeit


@pytest.mark.parametrize(
    "text", ["", "9", "10.30", "25:00", "10:60", "vormittags", "24:00", "10:00–", "ab 9", "bis 10.30", "ab", 10, None]
)
def test_what_is_no_time(text: object) -> None:
    with pytest.raises(PydanticCustomError) as fehler:
        Uhrzeit.lies(text)
    assert fehler.value.type == "uhrzeit"


@given(st.from_regex(zeitraum.SCHEMA_MUSTER.replace("$", r"\Z")))
def test_the_pattern_of_the_schema_allows_nothing_that_is_unreadable(text: str) -> None:
    try:
        Zeitraum.lies(text)
    except PydanticCustomError as fehler:
        assert fehler.type in ("datum_kalender", "zeitraum_folge")


@given(st.from_regex(uhrzeit.SCHEMA_MUSTER.replace("$", r"\Z")))
def test_the_pattern_of_times_allows_what_is_readable(text: str) -> None:
    assert re.fullmatch(r"(\d\d:\d\d(–\d\d:\d\d)?|(ab|bis) \d\d:\d\d) Uhr", str(Uhrzeit.lies(text)))

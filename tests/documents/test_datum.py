"""Days as people write them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import JAHR_MUSTER, Datum, lies_tag


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)), st.booleans())
def test_a_day_in_both_forms(tag: date, iso: bool) -> None:
    assert lies_tag(f" {tag.isoformat() if iso else tag.strftime('%d.%m.%Y')}\n") == tag


@pytest.mark.parametrize(
    ("text", "grund"),
    [("2026", "datum_tag"), ("03/2026", "datum_tag"), ("31.02.2026", "datum_kalender"), ("morgen", "datum_form")],
)
def test_no_day(text: str, grund: str) -> None:
    with pytest.raises(PydanticCustomError) as fehler:
        lies_tag(text)
    assert fehler.value.type == grund
    assert isinstance(fehler.value, ValueError)


@given(st.integers(1000, 3000).map(str))
def test_a_word_is_a_year_where_a_date_may_be_that_year(wort: str) -> None:
    try:
        jahr = Datum.lies(wort)
    except PydanticCustomError:
        jahr = None
    assert (re.fullmatch(JAHR_MUSTER, wort) is not None) == (jahr is not None)

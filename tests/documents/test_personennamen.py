"""Names of people are found as texts write them, and nothing else is taken for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.documents.vorlage.personennamen import ERSATZ, finde_namen, ohne_namen

NAMEN = (
    "Erika Beispiel, M. A.",
    "Dr. Jördis Öztürk-Groß",
    "von der Lieth, Hans",
    "Max Stark",
    "Łukasz Żółć",
    "Anna Maria Klein (Elternzeit)",
    "N. N.",
    "unbesetzt",
)


def gefunden(text: str) -> list[str]:
    return [text[fund.stelle : fund.stelle + fund.laenge] for fund in finde_namen(text, NAMEN)]


@pytest.mark.parametrize(
    "name",
    [
        "Erika Beispiel",
        "Erika Beispiels",
        "ERIKA BEISPIEL",
        "E. Beispiel",
        "Erika A. Beispiel",
        "Frau Beispiel",
        "Frau Dr. Beispiel",
        "Frau Erika Beispiel",
        "Frau\nBeispiel",
        "Erika** Beispiel",
        "Frau Bei\u00adspiel",
        "Frau Öztürk-Groß’",
        "J. Oeztuerk-Gross",
        "Herrn von der Lieth",
        "Hans von der Lieth",
        "Herr Żółć",
        "Anna Klein",
        "Frau Stark",
        "erika.beispiel@landkreis.example",
        "j.oeztuerk-gross@landkreis.example",
    ],
)
def test_name_is_found_where_it_stands(name: str) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, f"Am Montag, so {name}, war es voll.")
        assert gefunden(text) == [unicodedata.normalize(form, name)]
        assert ohne_namen(text, NAMEN) == f"Am Montag, so {ERSATZ}, war es voll."


@pytest.mark.parametrize(
    "text",
    [
        "zum Beispiel Frau Meier",
        "Frau Beispiel-Meier kam, Herr Meier-Beispiel auch",
        "Frau Anna Beispiel",  # somebody else of that name
        "Beispielsweise kam eine Frau",
        "dass die Frau stark ist",
        "Maximal Starke Gruppen",
        "Superfrau Klein",
        "eine Frau für Klein Meckelsen",
        "Erika und ein Beispiel",
        "unbesetzt, N. N., Frau N. N.",
        "beispielhaft@landkreis.example",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert gefunden(text) == []
    assert ohne_namen(text, NAMEN) == text


def test_each_place_is_found_once_and_in_order() -> None:
    text = "Frau Klein und Herr Stark sprachen mit Frau Erika Beispiel."
    assert gefunden(text) == ["Frau Klein", "Herr Stark", "Frau Erika Beispiel"]


@settings(max_examples=60)
@given(st.text(alphabet="FrauHernBispl Dk.-@*\n\u00ad\u0301", max_size=60))
def test_text_without_names_has_none(text: str) -> None:
    assert gefunden(ohne_namen(text, NAMEN)) == []

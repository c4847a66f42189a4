"""Names of people are found as texts write them, and nothing else is taken for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.documents.vorlage.kontaktdaten import eigene_adresse, eigene_nummer
from kmut_cli.documents.vorlage.namensmuster import lies_namen
from kmut_cli.documents.vorlage.personennamen import ERSATZ, finde_in_dateiname, finde_namen, ohne_namen

NAMEN = (
    "Erika Beispiel, M. A.",
    "Dr. Jördis Öztürk-Groß",
    "von der Lieth, Hans",
    "Max Stark",
    "Łukasz Żółć",
    "Anna Maria Klein (Elternzeit)",
    "Nguyễn Thị Hạnh",
    "N. N.",
    "unbesetzt",
    "buero-klein@landkreis.example",
    "04261 983-2857",
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
        "j.oeztuerk@landkreis.example",
        "starkm@landkreis.example",
        "Buero-Klein@landkreis.example",
        "04261/983-28 57",
        "+49 (0) 4261 983 2857",
        "Öztürk-Groß, Jördis",
        "von der Lieth, Hans",
        "Jördis Öztürk Groß",
        "Frau Öztürk Groß",
        "JÖRDIS ÖZTÜRK-GROSS",
        "Nguyen Thi Hanh",
        "Lukasz Zolc",
        "Frau Nguyễn",
        "Maria Klein",
        "Anna&nbsp;Klein",
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
        "beispiel-region@landkreis.example",
        "zum beispiel, erika-gärten",
        "Frau Nguyễn Thu Hà",  # somebody else of that family
        "Herr Öztürk\nGroß und klein",
        "1104261 983-28571",
        "Drucksache 04261 983-2850",
        "Klein, aber Anna war da",
    ],
)
def test_other_words_are_no_names(text: str) -> None:
    assert gefunden(text) == []
    assert ohne_namen(text, NAMEN) == text


@pytest.mark.parametrize(
    ("weg", "erwartet"),
    [
        ("anlagen/joerdis-oeztuerk-gross.pdf", "joerdis-oeztuerk-gross"),
        ("2026_Beispiel_Erika2.pdf", "Beispiel_Erika"),
        ("cv.E.Beispiel.docx", "E.Beispiel"),
        ("Frau Żółć/plan.pdf", "Frau Żółć"),
        ("anna.klein@alt.pdf", "anna.klein"),
    ],
)
def test_names_of_files_have_other_separators(weg: str, erwartet: str) -> None:
    for form in ("NFC", "NFD"):
        hier = unicodedata.normalize(form, weg)
        gefundene = [hier[eins.stelle : eins.stelle + eins.laenge] for eins in finde_in_dateiname(hier, NAMEN)]
        assert gefundene == [unicodedata.normalize(form, erwartet)]


@pytest.mark.parametrize(
    "weg", ["beispiel.pdf", "zum-beispiel-erikas-garten.pdf", "klein-gruppen.pdf", "stark/max.pdf"]
)
def test_files_that_name_nobody(weg: str) -> None:
    assert list(finde_in_dateiname(weg, NAMEN[:3] + NAMEN[5:])) == []


@pytest.mark.parametrize(
    ("adresse", "ist_eigene"),
    [
        ("e.beispiel@kreis.example", True),
        ("beispiel-los@kreis.example", True),
        ("erika@kreis.example", True),
        ("migration@kreis.example", False),
        ("koordinierungsstelle.los@kreis.example", True),
        ("erikasson@kreis.example", False),
        ("Am Markt 1", False),
    ],
)
def test_an_address_is_somebodys_own_if_a_name_is_in_it(adresse: str, ist_eigene: bool) -> None:
    name = lies_namen("Erika Beispiel-Łoś")
    assert name is not None
    assert eigene_adresse(adresse, [name]) is ist_eigene


def test_a_number_is_somebodys_own_beside_one_name_unless_it_is_the_switchboards() -> None:
    erika, max_ = lies_namen("Erika Beispiel"), lies_namen("Max Stark")
    assert erika is not None
    assert max_ is not None
    assert eigene_nummer("0541 501-1234", [erika])
    assert not eigene_nummer("0541 501-0", [erika])
    assert not eigene_nummer("0541 501-1234", [erika, max_])
    assert not eigene_nummer("nach Vereinbarung", [erika])


def test_each_place_is_found_once_and_in_order() -> None:
    text = "Frau Klein und Herr Stark sprachen mit Frau Erika Beispiel."
    assert gefunden(text) == ["Frau Klein", "Herr Stark", "Frau Erika Beispiel"]


@settings(max_examples=60)
@given(st.text(alphabet="FrauHernBispl Dk.-@*\n\u00ad\u0301", max_size=60))
def test_text_without_names_has_none(text: str) -> None:
    assert gefunden(ohne_namen(text, NAMEN)) == []

"""The timeline."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

from kmut_cli.documents.datum import Datum
from kmut_cli.render.bild.format import A4_HOCH, A4_QUER
from kmut_cli.render.bild.plan import Feld, Zeile, Ziel, Zustand
from kmut_cli.render.bild.raster import masse
from kmut_cli.render.bild.zeitplan import zeitplan
from tests.render.bild.muster import FEINDLICH, PLAN

SVG = "{http://www.w3.org/2000/svg}"


def texte(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]


def test_picture_is_as_it_was_looked_at(golden: Callable[[str, str], None]) -> None:
    (bild,) = zeitplan("zeitplan", "Zeitplan der Maßnahmen", PLAN, (2023, 2027))
    assert bild.name == "zeitplan"
    golden("zeitplan.svg", bild.svg)


def test_it_is_named_and_described_for_those_who_cannot_see_it() -> None:
    (bild,) = zeitplan("zeitplan", "Zeitplan der Maßnahmen", PLAN, (2023, 2027))
    wurzel = ET.fromstring(bild.svg)
    assert wurzel.get("role") == "img"
    assert wurzel.findtext(f"{SVG}title") == "Zeitplan der Maßnahmen"
    assert wurzel.findtext(f"{SVG}desc") == bild.alt
    assert bild.alt == (
        "Zeitplan der Maßnahmen: 7 Maßnahmen (Handlungsfeld „Bildung“; Handlungsfeld „Teilhabe“), 2023 bis 2027."
        " Beginn 2023: 1, 2024: 1, 2025: 2, 2026: 1, ohne Jahr: 2."
        " Stand: 1 ohne Angabe, 1 geplant, 1 begonnen, 1 laufend, 1 umgesetzt, 1 verschoben, 1 aufgegeben."
    )


def test_every_state_stands_as_a_word_and_looks_its_own() -> None:
    zustaende = [zustand for zustand in Zustand if zustand]
    formen = set()
    for zustand in zustaende:
        for ende in (None, Datum(2026)):
            zeile = Zeile("M", (Datum(2025),), ende, zustand)
            (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", (zeile,)),)),))
            assert str(zustand) in texte(bild.svg)
            gruppe = bild.svg.partition("<g>")[2].partition("</g>")[0]
            formen.add(re.sub("<text.*?</text>", "", gruppe))
    assert len(formen) == 2 * len(zustaende)


def test_nothing_to_show_gives_no_picture() -> None:
    assert zeitplan("z", "Z", ()) == ()
    assert zeitplan("z", "Z", (Feld("Leer", (Ziel("Leer", ()),)),)) == ()


def test_fields_and_goals_without_measures_are_left_out() -> None:
    felder = (Feld("Leeres Feld", ()), replace(PLAN[0], ziele=(Ziel("Leeres Ziel", ()), *PLAN[0].ziele)))
    (bild,) = zeitplan("z", "Z", felder)
    assert "Leeres" not in bild.svg + bild.alt


def test_many_measures_go_on_over_pages_that_fit() -> None:
    zeilen = tuple(
        Zeile(f"Maßnahme {nr} " + "mit ausführlicher Beschreibung " * (nr % 7), (Datum(2015 + nr % 3),))
        for nr in range(100)
    )
    felder = tuple(Feld(f"Feld {nr}", (Ziel("Ein Ziel", zeilen[nr * 25 : nr * 25 + 25]),)) for nr in range(4))
    for bildformat in (A4_HOCH, A4_QUER):
        bilder = zeitplan("plan", "Plan", felder, bildformat=bildformat)
        assert len(bilder) > 2
        assert [bild.name for bild in bilder] == [f"plan-{nr}" for nr in range(1, len(bilder) + 1)]
        gezeigt = [text for bild in bilder for text in texte(bild.svg) if text.startswith("Maßnahme ")]
        assert [text.split()[1] for text in gezeigt] == [str(nr) for nr in range(100)]
        hoehen = []
        for nr, bild in enumerate(bilder, start=1):
            breite, hoehe = masse(bild.svg)
            assert breite == bildformat.breite_mm
            hoehen.append(hoehe)
            assert f"Plan ({nr} von {len(bilder)})" in texte(bild.svg)
            assert {"2015", "2016", "2017"} <= set(texte(bild.svg))
        assert max(hoehen) <= bildformat.hoehe_mm
        assert min(hoehen) > max(hoehen) / 2  # no page with a row or two
        # Where a field goes on, its name stands again; no page ends with a heading.
        assert any(
            text.startswith("Feld") and text.endswith("(Fortsetzung)") for bild in bilder for text in texte(bild.svg)
        )
        assert all(not text.startswith(("Feld", "Ein Ziel")) for bild in bilder for text in texte(bild.svg)[-2:])


def test_long_text_is_wrapped_and_whole_in_the_title_of_its_row() -> None:
    lang = "Die Koordinierungsstelle begleitet die Gemeinden bei der Einrichtung von Angeboten. " * 8
    (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", (Zeile(lang, (Datum(2025),)),)),)),))
    assert sum(text in lang or text.endswith("…") for text in texte(bild.svg)) >= 3
    titel = ET.fromstring(bild.svg).findall(f"{SVG}g/{SVG}title")
    assert titel[0].text == lang.strip()


def test_dates_outside_the_axis_are_named_at_its_edge() -> None:
    zeilen = (Zeile("A", (Datum(2012),)), Zeile("B", (Datum(2030),)), Zeile("C", (Datum(2010),), Datum(2011)))
    (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", zeilen),)),), (2015, 2017))
    assert {"2012", "2030", "2010–2011"} <= set(texte(bild.svg))
    # A bar that leaves the axis at both ends stays on the paper.
    (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", (Zeile("D", (Datum(1999),), Datum(2050)),)),)),), (2015, 2017))
    balken = next(e for e in ET.fromstring(bild.svg).iter(f"{SVG}g")).find(f"{SVG}rect")
    assert balken is not None
    assert 0 < float(balken.get("x", "-1")) < 453 - float(balken.get("width", "999"))


def test_what_has_no_date_says_so() -> None:
    zeilen = (Zeile("A"), Zeile("B", statt_beginn="entfällt: Daueraufgabe"))
    (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", zeilen),)),))
    assert {"ohne Jahr", "entfällt: Daueraufgabe"} <= set(texte(bild.svg))


def test_foreign_text_stays_text() -> None:
    zeile = Zeile(FEINDLICH, (), statt_beginn=FEINDLICH)
    (bild,) = zeitplan("z", FEINDLICH, (Feld(FEINDLICH, (Ziel(FEINDLICH, (zeile,)),)),))
    wurzel = ET.fromstring(bild.svg.encode())
    assert {element.tag.removeprefix(SVG) for element in wurzel.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "text",
        "line",
        "g",
    }
    assert "Łukasz Żółć" in "".join(wurzel.itertext())
    assert not set("\x00\x1b\u202e\ud800") & set(bild.svg + bild.alt)


def test_same_plan_gives_the_same_bytes() -> None:
    assert zeitplan("z", "Z", PLAN) == zeitplan("z", "Z", PLAN)


def test_a_century_is_thinned_out() -> None:
    zeilen = (Zeile("A", (Datum(1900),)), Zeile("B", (Datum(2199),)))
    (bild,) = zeitplan("z", "Z", (Feld("", (Ziel("", zeilen),)),))
    jahre = [text for text in texte(bild.svg) if re.fullmatch("[0-9]{4}", text)]
    assert 2 <= len(jahre) <= 12

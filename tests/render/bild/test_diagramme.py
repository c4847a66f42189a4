"""Charts of indicators: lines and columns."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kmut_cli.render.bild.linien import linien
from kmut_cli.render.bild.reihen import Diagramm, Punkt, Reihe
from kmut_cli.render.bild.saeulen import saeulen
from kmut_cli.render.bild.stile import FARBEN
from kmut_cli.render.bild.svg import GRAU, SCHWARZ
from kmut_cli.render.bild.wertachse import wertachse, wertzahl
from kmut_cli.render.presentation import Bild
from tests.render.bild.muster import DREI, FEINDLICH, diagramm, reihe

SVG = "{http://www.w3.org/2000/svg}"
Zeichner = Callable[[Diagramm], Bild | None]
BEIDE = pytest.mark.parametrize("zeichne", [linien, saeulen])


def gezeichnet(zeichne: Zeichner, was: Diagramm) -> Bild:
    bild = zeichne(was)
    assert bild is not None
    return bild


def texte(bild: Bild) -> list[str]:
    return [element.text or "" for element in ET.fromstring(bild.svg).iter(f"{SVG}text")]


@BEIDE
def test_picture_is_as_it_was_looked_at(zeichne: Zeichner, golden: Callable[[str, str], None]) -> None:
    golden(f"{zeichne.__name__}.svg", gezeichnet(zeichne, diagramm(*DREI)).svg)  # type: ignore[attr-defined]


def test_alternative_text_tells_the_course() -> None:
    bild = gezeichnet(linien, diagramm(*DREI))
    assert bild.alt == (
        "Liniendiagramm „Ausländische Bevölkerung“ (Personen), 2018 bis 2022."
        " Insgesamt: von 20\u00a0100 (2018) auf 33\u00a0800\u00a0Personen (2022)."
        " weiblich: von 9400 (2018) auf 16\u00a0900\u00a0Personen (2022)."
        " männlich: von 10\u00a0700 (2018) auf 16\u00a0900\u00a0Personen (2022). Bruch ab 2022: neuer Zensus."
        " Zeichen statt Zahl: weiblich 2020 (.), männlich 2020 (.), männlich 2021 (x)."
    )
    wurzel = ET.fromstring(bild.svg)
    assert (wurzel.get("role"), wurzel.findtext(f"{SVG}desc")) == ("img", bild.alt)


@BEIDE
def test_a_sign_is_shown_and_never_zero(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("Insgesamt", "100 . 300", gesamt=True)))
    assert "." in texte(bild)
    assert any("Zeichen: . = Zahlenwert unbekannt" in text for text in texte(bild))
    assert not any("gesperrt" in text for text in texte(bild))  # a sign that does not occur
    assert "0 (2019)" not in bild.alt
    marken = bild.svg.count("<circle") if zeichne is linien else bild.svg.count(f'stroke="{FARBEN[0]}"')
    assert marken == 2


def test_lines_are_cut_at_gaps_and_at_breaks() -> None:
    assert _zuege(reihe("R", "1 2 3 4 5 6")) == [6]
    assert _zuege(reihe("R", "1 2 . 4 5 6")) == [2, 3]
    assert _zuege(reihe("R", "1 2 3 4 5 6", bruch=2020)) == [2, 4]
    assert _zuege(reihe("R", "1 . 3 . 5 6")) == [2]  # what stands alone is a mark


def _zuege(eine: Reihe) -> list[int]:
    bild = gezeichnet(linien, diagramm(eine))
    return [len(zug.get("points", "").split()) for zug in ET.fromstring(bild.svg).iter(f"{SVG}polyline")]


@BEIDE
def test_a_break_is_marked_and_explained(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("R", "1 2 3", bruch=2020)))
    assert "Bruch" in texte(bild)
    assert "Bruch in der Reihe ab 2020: neuer Zensus" in texte(bild)
    # With nothing before it there is no break to see.
    assert "Bruch" not in gezeichnet(zeichne, diagramm(reihe("R", "1 2 3", bruch=2018))).svg


@BEIDE
def test_a_break_of_some_series_names_them(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("A", "1 2 3", bruch=2020), reihe("B", "1 2 3", bruch=2019)))
    assert {"Bruch 1", "Bruch 2", "Bruch 1 ab 2019: B: neuer Zensus", "Bruch 2 ab 2020: A: neuer Zensus"} <= set(
        texte(bild)
    )


@BEIDE
def test_a_value_of_limited_reliability_stands_in_brackets(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("Insgesamt", "100 (200)", gesamt=True)))
    assert "(200)" in texte(bild)


@BEIDE
def test_of_many_series_total_and_largest_are_drawn(zeichne: Zeichner) -> None:
    viele = [reihe(f"Land {nr}", f"{nr} {nr * 10}") for nr in range(1, 12)]
    bild = gezeichnet(zeichne, diagramm(*viele, reihe("Insgesamt", "1 1", gesamt=True)))
    gezeigt = {text for text in texte(bild) if text.startswith("Land ")}
    assert gezeigt == {f"Land {nr}" for nr in range(5, 12)}
    assert "Insgesamt" in texte(bild)
    assert "Gezeigt sind 8 von 12 Reihen" in bild.alt
    assert any("Gezeigt sind 8 von 12 Reihen" in text for text in texte(bild))


def test_of_too_many_columns_the_last_are_drawn() -> None:
    viele = [reihe(f"R{nr}", " ".join(str(nr + jahr) for jahr in range(1, 31)), ab=1995) for nr in range(8)]
    bild = gezeichnet(saeulen, diagramm(*viele))
    assert "Gezeigt sind die letzten 8 von 30 Zeitpunkten." in bild.alt
    assert "2024" in texte(bild)
    assert "2016" not in texte(bild)


@BEIDE
def test_without_values_there_is_no_picture(zeichne: Zeichner) -> None:
    assert zeichne(diagramm()) is None
    assert zeichne(diagramm(reihe("R", ". x"))) is None


@BEIDE
def test_one_value_is_enough(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("Insgesamt", "0", gesamt=True)))
    assert (
        bild.alt
        == "{}diagramm „Ausländische Bevölkerung“ (Personen), 2018. Insgesamt: 0\u00a0Personen (2018).".format(
            "Linien" if zeichne is linien else "Säulen"
        )
    )


@BEIDE
def test_foreign_text_stays_text(zeichne: Zeichner) -> None:
    punkte = tuple(Punkt(FEINDLICH, date(jahr, 1, 1), Decimal(jahr), FEINDLICH, FEINDLICH) for jahr in (2020, 2021))
    offen = (Punkt(FEINDLICH, date(2022, 1, 1), None, FEINDLICH),)
    was = Diagramm(
        "bild",
        FEINDLICH,
        FEINDLICH,
        (Reihe(FEINDLICH, punkte + offen), Reihe("B", punkte)),
        FEINDLICH,
        ((FEINDLICH, FEINDLICH),),
    )
    bild = gezeichnet(zeichne, was)
    wurzel = ET.fromstring(bild.svg.encode())
    assert "script" not in {element.tag.removeprefix(SVG) for element in wurzel.iter()}
    assert not any(name.startswith("on") for element in wurzel.iter() for name in element.attrib)
    assert not set("\x00\x1b\u202e\ud800") & set(bild.svg + bild.alt)


@BEIDE
def test_order_of_points_does_not_matter(zeichne: Zeichner) -> None:
    vor = reihe("R", "1 2 3 4", bruch=2020)
    assert zeichne(diagramm(vor)) == zeichne(diagramm(Reihe("R", tuple(reversed(vor.punkte)))))


def test_times_of_lines_stand_at_their_true_distance() -> None:
    punkte = tuple(Punkt(str(jahr), date(jahr, 12, 31), Decimal(jahr)) for jahr in (2000, 2010, 2011))
    bild = gezeichnet(linien, diagramm(Reihe("R", punkte)))
    zug = next(ET.fromstring(bild.svg).iter(f"{SVG}polyline"))
    erste, zweite, dritte = (float(punkt.split(",")[0]) for punkt in zug.get("points", "").split())
    assert (zweite - erste) / (dritte - zweite) == pytest.approx(10, rel=0.01)


def test_columns_begin_at_zero_and_lines_say_where_they_do_not() -> None:
    hoch = diagramm(reihe("R", "90 92 95"))
    assert "0" in texte(gezeichnet(saeulen, hoch))
    assert "Personen" in texte(gezeichnet(saeulen, hoch))
    assert "0" not in texte(gezeichnet(linien, hoch))
    assert "Personen · Achse beginnt nicht bei 0" in texte(gezeichnet(linien, hoch))


@BEIDE
def test_negative_values_have_a_true_minus(zeichne: Zeichner) -> None:
    assert {"−200", "0"} <= set(texte(gezeichnet(zeichne, diagramm(reihe("Insgesamt", "-200 300", gesamt=True)))))


@BEIDE
def test_shares_carry_their_unit(zeichne: Zeichner) -> None:
    bild = gezeichnet(zeichne, diagramm(reihe("Insgesamt", "8.4 10.2", gesamt=True), einheit="%"))
    assert "10,2\u00a0%" in texte(bild)


@pytest.mark.parametrize(
    ("werte", "stufen"),
    [
        ("0", "0 1"),
        ("1 2 3", "0 1 2 3"),
        ("0.2 0.9", "0 0,2 0,4 0,6 0,8 1,0"),
        ("163455", "0 50\u00a0000 100\u00a0000 150\u00a0000 200\u00a0000"),
        ("-7 12", "−10 −5 0 5 10 15"),
        ("-3", "−3 −2 −1 0"),
        ("0.001", "0 0,0002 0,0004 0,0006 0,0008 0,0010"),
    ],
)
def test_axis_has_round_steps(werte: str, stufen: str) -> None:
    achse = wertachse(tuple(Decimal(wert) for wert in werte.split()), ab_null=True)
    gezeigt = [achse.beschriftung(stufe, "") for stufe in achse.stufen]
    assert [re.sub("^0,0+$", "0", text) for text in gezeigt] == stufen.split(" ")


def test_numbers_are_german() -> None:
    assert wertzahl(Decimal("163455")) == "163\u00a0455"
    assert wertzahl(Decimal("-2.50"), "%") == "−2,50\u00a0%"
    assert wertzahl(Decimal("1E+5")) == "100\u00a0000"


def test_colours_can_be_read_on_white() -> None:
    for farbe in (*FARBEN, GRAU, SCHWARZ):
        assert _kontrast(farbe) >= 4.5


def _kontrast(farbe: str) -> float:
    """Contrast with white, by WCAG 2.2."""
    anteile = [int(farbe[nr : nr + 2], 16) / 255 for nr in (1, 3, 5)]
    linear = [eins / 12.92 if eins <= 0.04045 else ((eins + 0.055) / 1.055) ** 2.4 for eins in anteile]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_series_differ_without_colour() -> None:
    acht = [reihe(f"R{nr}", f"{nr + 1} {nr + 2}") for nr in range(8)]
    for zeichne in (linien, saeulen):
        svg = gezeichnet(zeichne, diagramm(*acht)).svg
        for farbe in FARBEN:
            svg = svg.replace(farbe, "#000000")
        gruppen = re.findall(r"<g><title>R\d</title>(.*?)</g>", svg, flags=re.DOTALL)
        kacheln = dict(re.findall(r'<pattern id="(.*?)"(.*?)</pattern>', svg))
        assert len({_aussehen(gruppe, kacheln) for gruppe in gruppen}) == 8


def _aussehen(gruppe: str, kacheln: dict[str, str]) -> str:
    """Give what is left of a series without places and sizes, with its pattern put in."""
    ohne_orte = re.sub(r' (points|c?x|c?y|width|height)="[^"]*"', "", gruppe)
    return re.sub(r"url\(#(.*?)\)", lambda treffer: kacheln[treffer[1]], ohne_orte)

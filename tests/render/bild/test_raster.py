"""Pictures as pixels."""

from __future__ import annotations

import struct

import pytest

from kmut_cli.render.bild import raster
from kmut_cli.render.bild.linien import linien
from kmut_cli.render.bild.raster import masse, png
from kmut_cli.render.bild.svg import Zeichnung
from tests.render.bild.muster import diagramm, reihe


def _klein(text: str) -> str:
    bild = Zeichnung()
    bild.text(2, 10, text)
    return bild.fertig(60, 14, "Bild", "Ein Bild.")


def test_png_has_200_dots_per_inch_of_its_size_in_print() -> None:
    bild = linien(diagramm(reihe("Insgesamt", "1 2", gesamt=True)))
    assert bild is not None
    breite_mm, hoehe_mm = masse(bild.svg)
    inhalt = png(bild.svg)
    assert inhalt.startswith(b"\x89PNG\r\n\x1a\n")
    breite, hoehe = struct.unpack(">II", inhalt[16:24])
    assert breite == pytest.approx(breite_mm / 25.4 * 200, abs=0.6)
    assert hoehe == pytest.approx(hoehe_mm / 25.4 * 200, abs=0.6)
    assert inhalt[37:41] == b"pHYs"
    assert struct.unpack(">IIB", inhalt[41:50]) == (7874, 7874, 1)


@pytest.mark.parametrize("hoehe", [14, 57.3, 163.99, 164.01, 205.4])
def test_pixels_fit_the_size_in_print_whatever_it_is(hoehe: float) -> None:
    svg = Zeichnung().fertig(453.54, hoehe, "Bild", "Ein Bild.")
    groesse = struct.unpack(">II", png(svg)[16:24])
    assert groesse == pytest.approx(tuple(mm / 25.4 * 200 for mm in masse(svg)), abs=0.6)


def test_same_picture_gives_the_same_bytes() -> None:
    svg = _klein("Łukasz")
    assert png.__wrapped__(svg) == png.__wrapped__(svg)


def test_letters_of_the_shipped_font_are_drawn() -> None:
    # Each character leaves traces of its own: none is missing, and none is the box of a character without a form.
    bilder = [png(_klein(zeichen)) for zeichen in ("Ł", "ż", "ß", "–", "„", "…", "≥", "€", "☒", "☐", "", "\ue000")]
    assert len(set(bilder)) == len(bilder)


def test_rasteriser_is_loaded_only_when_a_picture_is_made() -> None:
    assert "resvg_py" not in vars(raster)


def test_only_our_pictures_are_taken() -> None:
    with pytest.raises(ValueError, match="millimetres"):
        png('<svg xmlns="http://www.w3.org/2000/svg"/>')

"""The shipped font and the breaking of lines."""

from __future__ import annotations

import pytest

from kmut_cli.render.bild.satz import ORDNER, breite, sauber, schrift, umbruch


@pytest.mark.parametrize("fett", [False, True])
def test_font_has_the_characters_of_names_and_forms(fett: bool) -> None:
    assert set("Łukasz Żółć ÄÖÜẞäöüß–—„“‚‘»«…≥≤±×€%§☐☒☑✓→◆ĂȘșğışé Їжак Ωμέγα\u00a0\u202f−") <= set(
        schrift(fett).breiten
    )


def test_widths_are_those_of_arial() -> None:
    # Published widths of Arial in thousandths of an em: a 556, W 944, i 222, blank 278.
    assert breite("aWi ", 1000) == pytest.approx(556 + 944 + 222 + 278, abs=2)
    assert breite("a", 1000, fett=True) == pytest.approx(556, abs=1)
    assert breite("b", 1000, fett=True) == pytest.approx(611, abs=1)


def test_font_is_small_and_comes_with_its_licence() -> None:
    assert sum(datei.stat().st_size for datei in ORDNER.glob("*.ttf")) < 250_000
    licence = (ORDNER / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Reserved Font Name Liberation" in licence
    # The reserved name may not be the name of the changed font.
    for datei in ORDNER.glob("*.ttf"):
        assert "Liberation Sans".encode("utf-16-be") + b"\0B" not in datei.read_bytes()
        assert datei.name.startswith("Bildschrift-")


@pytest.mark.parametrize(
    "text",
    [
        "Die Willkommenspakete werden mit den Gemeinden weiterentwickelt und an alle Zugezogenen ausgegeben.",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3,
        "Meldebehörden/Ausländerbehörde/Migrationszentrum/Koordinierungsstelle – Sprach- und Kulturmittlung",
        "W" * 200,
    ],
)
def test_every_line_fits_and_no_letter_is_lost(text: str) -> None:
    zeilen = umbruch(text, 8, 100)
    assert all(breite(zeile, 8) <= 100 for zeile in zeilen)
    assert "".join(zeilen).replace(" ", "") == text.replace(" ", "")


def test_long_text_ends_with_an_ellipsis_that_fits() -> None:
    zeilen = umbruch("Beratung, Begleitung und Vermittlung " * 20, 8, 120, hoechstens=3)
    assert len(zeilen) == 3
    assert zeilen[-1].endswith(("Beratung…", "Begleitung…", "und…", "Vermittlung…"))  # whole words
    assert breite(zeilen[-1], 8) <= 120


def test_a_date_is_not_broken_at_its_strokes() -> None:
    assert umbruch("seit etwa 05/2023", 8, breite("seit etwa 05/", 8)) == ("seit etwa", "05/2023")


def test_one_line_without_what_a_picture_must_not_hold() -> None:
    assert sauber(" a\x00b\x1b[31m\n\u202ec\ud800 \u200b\tZ\u0308 ") == "ab[31m c Z̈"
    assert umbruch("", 8, 50) == ("",)


def test_no_break_blanks_hold() -> None:
    assert umbruch("rund 12\u00a0500\u00a0% mehr", 8, breite("rund 12\u00a05", 8)) != umbruch(
        "rund 12 500 % mehr", 8, breite("rund 12\u00a05", 8)
    )

"""Headings below which nothing would stand are left out; what is owed stays."""

from __future__ import annotations

import pytest

from kmut_cli.render.klartext import klartext
from kmut_cli.render.leeres import ohne_leeres
from kmut_cli.render.presentation import Absatz, Abschnitt, Frage, Kapitel

LEER = Frage("anlagen", "Anlagen", "", False, ())


def kapitel(frage: Frage, titel: str = "", *, hinweis: str = "", anlage: str = "") -> tuple[Kapitel, ...]:
    return (Kapitel("", titel, (Abschnitt("", "Anlagen", hinweis, (frage,), anlage),)),)


def test_chapter_of_a_title_alone_goes() -> None:
    assert ohne_leeres(kapitel(LEER)) == ()


@pytest.mark.parametrize(
    "bleibt",
    [
        kapitel(Frage("anlagen", "Anlagen", "", True, ())),
        kapitel(Frage("anlagen", "Anlagen", "", False, (Absatz("Plan"),))),
        kapitel(Frage("anlagen", "Welche?", "", False, ())),
        kapitel(LEER, hinweis="Bitte beifügen."),
        kapitel(LEER, anlage="plan.pdf"),
    ],
    ids=["owed", "answered", "question of its own", "hint", "attachment"],
)
def test_what_says_something_stays(bleibt: tuple[Kapitel, ...]) -> None:
    assert ohne_leeres(bleibt) == bleibt


@pytest.mark.parametrize(
    ("text", "zeile"),
    [
        ("Kurse:\n- früh\n- spät", "Kurse: früh; spät"),
        ("- Erstens.\n- Zweitens\n\nDanach", "Erstens. Zweitens; Danach"),
        ("ohne *Liste*", "ohne Liste"),
    ],
)
def test_points_of_a_list_stay_apart_on_one_line(text: str, zeile: str) -> None:
    assert klartext(text) == zeile

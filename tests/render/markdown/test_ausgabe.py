"""The whole output: golden files, and what holds for each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.presentation import Absatz, Abschnitt, Ankreuzfeld, Darstellung, Kaestchen, Kapitel
from tests.render.markdown.beispiel import BERICHT, FORMULAR, alle_bloecke, bericht, frage, gelesen


def _bericht() -> Darstellung:
    fragen = alle_bloecke()
    erstes = Abschnitt("1.1", "Personal & Räume", "Mit Bedacht:\n\n- kurz\n- klar", fragen[:3], "Plan_2024 [neu].pdf")
    return bericht(
        untertitel=("zur Förderung der Arbeit", "(Richtlinie)"),
        stammdaten=(("Anschrift", "Am Markt 1\n12345 Musterstadt"),),
        entwurf=True,
        kapitel=(
            Kapitel("1", "Organisation", (erstes, Abschnitt("1.2", "Themen", "", fragen[3:5]))),
            Kapitel("2", "Aufgaben", (Abschnitt("2.1", "Weiteres", "", fragen[5:]),)),
        ),
    )


def _formular() -> Darstellung:
    felder = Ankreuzfeld((Kaestchen("erstmals erstellt.", False, "a"), Kaestchen("fortgeschrieben.", True, "b")))
    bloecke = (
        Abschnitt("1", "KOMMUNE", "", (frage("KOMMUNE", Absatz("Landkreis Musterland")),)),
        Abschnitt("2", "KONZEPT", "Es hat Ziele.\n\n- eins", (frage("Das Konzept wird in 2026", felder),)),
    )
    return bericht(art="projektbeschreibung", titel="Antrag", jahr="2026", kapitel=(Kapitel("", "", bloecke),))


FAELLE = {"bericht.md": (_bericht, BERICHT), "formular.md": (_formular, FORMULAR)}


@pytest.mark.parametrize("name", FAELLE)
def test_output_is_as_looked_at(name: str, golden: Callable[[str, str], None]) -> None:
    dokument, vorlage = FAELLE[name]
    golden(name, render_markdown(dokument(), vorlage, name))


@pytest.mark.parametrize("name", FAELLE)
def test_output_is_tidy(name: str) -> None:
    dokument, vorlage = FAELLE[name]
    ausgabe = render_markdown(dokument(), vorlage, name)
    assert ausgabe == render_markdown(dokument(), vorlage, name)
    assert ausgabe.endswith("\n") and not ausgabe.endswith("\n\n")
    assert "\r" not in ausgabe and "\n\n\n" not in ausgabe
    assert [zeile for zeile in ausgabe.split("\n") if zeile != zeile.rstrip()] == []


@pytest.mark.parametrize("name", FAELLE)
def test_headings_leave_out_no_level(name: str) -> None:
    dokument, vorlage = FAELLE[name]
    stufen = [stufe for stufe, _ in gelesen(render_markdown(dokument(), vorlage, name)).ueberschriften]
    assert stufen[0] == 1 and stufen.count(1) == 1
    assert all(folgende <= stufe + 1 for stufe, folgende in pairwise(stufen))


def test_final_version_without_answer_shows_the_question_and_nothing_else() -> None:
    ausgabe = render_markdown(bericht(frage("Eins?"), frage("Zwei?")), BERICHT, "x")
    assert ausgabe.endswith("#### Eins?\n\n#### Zwei?\n")


def test_what_is_not_given_leaves_no_trace() -> None:
    leer = replace(bericht(), jahr="", kommune="", ags="", kapitel=())
    assert render_markdown(leer, BERICHT, "x") == "# Bericht\n"


def test_large_answer_arrives_whole() -> None:
    zeilen = [f"- Zeile {nummer}: Bürger*innen & <Gäste> 😀 e\u0301 [x] {{{{ y }}}}" for nummer in range(1200)]
    ausgabe = render_markdown(bericht(frage("Eins?", Absatz("\n".join(zeilen)))), BERICHT, "x")
    assert len("\n".join(zeilen).encode()) > 60_000
    [*_, unten] = gelesen(ausgabe).darunter
    assert [t.children[0].content for t in unten if t.children] == [zeile[2:] for zeile in zeilen]

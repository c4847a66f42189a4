"""Coded questions in the real program: a follow-up comes once its option is chosen, a matrix row by row."""

from __future__ import annotations

from pathlib import Path

from tests.cli.fill.conftest import AB, ENTER, ESC, LEER, Fuelle

BEITRAG = 'dokument: wettbewerbsbeitrag\ngliederung: "2018"\n'
OHNE_GRUPPEN = BEITRAG + "konzeption:\n  schriftliches_konzept: ja\n  ziele_festgelegt: ja\n  bedarfsanalyse: ja\n"


def test_folgefrage_kommt_mit_ihrem_kaestchen(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "7", inhalt=OHNE_GRUPPEN, zeilen=40).warte("C 23 An welche Gruppen").tippe(ENTER)
    s.warte("Leertaste").tippe(AB * 2 + LEER + AB * 10 + LEER + ENTER).warte("Gespeichert: Jugendliche, Weitere")
    s.warte("C 23a Wenn").tippe("k").warte("Antwort: ").tippe("Saisonkräfte" + ENTER).warte("Gespeichert: Saisonkräfte")
    s.warte("C 24 Bezieht sich").tippe("q")
    assert s.ende() == 0
    erwartet = "  gruppen:\n    - jugendliche\n    - weitere\n  weitere_gruppen: Saisonkräfte\n"
    assert datei.read_text("utf-8") == OHNE_GRUPPEN + erwartet


def test_ohne_das_kaestchen_kommt_keine_folgefrage(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "7", inhalt=OHNE_GRUPPEN, zeilen=40).warte("C 23 An welche Gruppen").tippe(ENTER)
    s.warte("Leertaste").tippe(AB * 2 + LEER + ENTER).warte("Gespeichert: Jugendliche").warte("C 24 Bezieht sich")
    assert "C 23a" not in s.seither
    s.tippe("q")
    assert s.ende() == 0


def test_raster_fragt_zeile_fuer_zeile_mit_code(fuelle: Fuelle, datei: Path) -> None:
    davor = "  gruppen: [jugendliche]\n  raumbezug: projekt\n  orte: [schulen]\n"
    s = fuelle("--section", "7", inhalt=OHNE_GRUPPEN + davor, zeilen=50).warte("C 26 Welche").tippe(ENTER)
    s.warte("C 26a Handlungsfeld Wohnen").warte("Leertaste").tippe(LEER + ENTER)
    s.warte("C 26b Handlungsfeld Soziale").warte("Leertaste").tippe(ESC).warte("C 27a Ist").tippe("q")
    assert s.ende() == 0
    erwartet = "  handlungsfelder:\n    wohnen:\n      - gesamtstadt\n"
    assert datei.read_text("utf-8") == OHNE_GRUPPEN + davor + erwartet

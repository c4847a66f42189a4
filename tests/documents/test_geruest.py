"""The scaffold: valid, open, complete and in official words, for every kind of document that there is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.gebiete import STAEDTE, Gebietstyp
from kmut_cli.documents.geruest import beispiel, geruest
from kmut_cli.documents.gliederung import FrageImText, gliederung, optionen
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.findings.finding import Finding, dotted
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

KOMMUNE = {"kommune": {"name": "Landkreis Musterland", "ags": "03999", "typ": "landkreis"}}
ALLE = [(art, ausgabe) for art, ausgaben in arten().items() for ausgabe in ausgaben]
FRAGEN = [
    pytest.param(art, ausgabe, frage, id=f"{art}-{ausgabe}-{dotted(frage.pfad)}")
    for art, ausgabe in ALLE
    for frage in gliederung(dokumenttyp(art, ausgabe)).fragen
]
OFFEN, ANLAGE = "KM301", "KM303"


def schreibe(art: str, ausgabe: str, jahr: int = 2026, **angaben: Any) -> str:
    return geruest(dokumenttyp(art, ausgabe), art, ausgabe, jahr, **angaben)


def lies(text: str, stammdaten: dict[str, Any] | None = None) -> Geladen:
    return lade(read_source("x.yaml", text.encode()), KOMMUNE if stammdaten is None else stammdaten)


def befunde(geladen: Geladen) -> list[Finding]:
    assert geladen.dokument is not None
    return [*geladen.findings, *examine(Pruefling(geladen, geladen.dokument))]


def notizen(text: str) -> str:
    """All comments as running text."""
    return " ".join(" ".join(zeile.strip().lstrip("#") for zeile in text.split("\n") if "#" in zeile).split())


@pytest.mark.parametrize(("art", "ausgabe"), ALLE)
def test_is_valid_and_all_is_open(art: str, ausgabe: str) -> None:
    geladen = lies(schreibe(art, ausgabe))
    assert geladen.findings == ()
    assert geladen.dokument is not None
    zustaende = {dotted(eins.frage.pfad): eins.zustand for eins in stand(geladen) if eins.frage.frage.wenn is None}
    assert {eins.zustand for eins in stand(geladen) if eins.frage.frage.wenn} <= {Zustand.NICHT_ANWENDBAR}
    assert zustaende.pop("kommune", Zustand.BEANTWORTET) is Zustand.BEANTWORTET
    assert set(zustaende.values()) == {Zustand.OFFEN}
    assert {finding.code for finding in befunde(geladen)} <= {OFFEN, ANLAGE}
    assert geladen.dokument.jahr == (2026 if geladen.dokument.jahresfeld else None)


@pytest.mark.parametrize(("art", "ausgabe"), ALLE)
def test_lines_fit_a_screen_and_fold(art: str, ausgabe: str) -> None:
    zeilen = schreibe(art, ausgabe, schema="../schemas/x.schema.json").split("\n")
    assert zeilen[0] == "# yaml-language-server: $schema=../schemas/x.schema.json"
    assert max(map(len, zeilen)) <= 120
    assert all(zeile == zeile.rstrip() for zeile in zeilen)
    einzug = 0
    for zeile in reversed(zeilen):  # a comment stands as deep as the key below it
        if zeile.lstrip().startswith("#"):
            assert len(zeile) - len(zeile.lstrip()) == einzug, zeile
        elif zeile:
            einzug = len(zeile) - len(zeile.lstrip())


@pytest.mark.parametrize(("art", "ausgabe", "frage"), FRAGEN)
def test_question_stands_above_its_key(art: str, ausgabe: str, frage: FrageImText) -> None:
    text = schreibe(art, ausgabe, 2031)
    source = read_source("x.yaml", text.encode())
    zeile = source.finding(_regel(), frage.pfad, "", key=True).line
    davor = text.split("\n")[: zeile - 1]
    eigene: list[str] = []
    while davor and davor[-1].lstrip().startswith("#"):
        eigene.insert(0, davor.pop())
    notiz = notizen("\n".join(eigene))
    assert " ".join(frage.frage.fuer_jahr(2031).split()) in notiz
    assert " ".join(frage.frage.hinweis.split()) in notiz
    assert f"{frage.pfad[-1]}:" in notiz
    for schluessel, wortlaut in optionen(frage.typ).items():
        assert re.search(rf"{schluessel}\S*( …)? (– )?{re.escape(wortlaut)}", notiz)


def _regel() -> Any:
    from kmut_cli.documents.rules import WERTART

    return WERTART


@pytest.mark.parametrize(("art", "ausgabe"), ALLE)
def test_sections_stand_in_order(art: str, ausgabe: str) -> None:
    text = schreibe(art, ausgabe)
    typ = dokumenttyp(art, ausgabe)
    ganze = gliederung(typ)
    stelle = 0
    titel = [(k.nummer, k.titel) for k in ganze.kapitel if k.titel] if typ.amtlich else []
    abschnitte = [(eins.nummer if typ.amtlich else "", eins.titel) for eins in ganze.abschnitte]
    for nummer, worte in sorted(
        [*titel, *abschnitte], key=lambda eins: [int(teil or 0) for teil in eins[0].split(".")]
    ):
        gefunden = re.compile(rf"# {nummer} *" + r"[\s#]+".join(map(re.escape, worte.split()))).search(text, stelle)
        assert gefunden, worte
        stelle = gefunden.end()
    for abschnitt in ganze.abschnitte:
        assert " ".join(abschnitt.hinweis.split()) in notizen(text)


# --- Examples -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("art", "ausgabe", "frage"), FRAGEN)
def test_example_is_a_right_answer(art: str, ausgabe: str, frage: FrageImText) -> None:
    assert frage.frage.beispiel, "no example"
    zeilen = [f"dokument: {art}", f'gliederung: "{ausgabe}"']
    for tiefe, name in enumerate(frage.pfad[:-1]):
        zeilen.append("  " * tiefe + f"{name}:")
    rand = "  " * (len(frage.pfad) - 1)
    zeilen += [rand + zeile for zeile in beispiel(frage.pfad[-1], frage.frage.beispiel)]
    geladen = lies("\n".join(zeilen) + "\n")
    assert geladen.findings == ()
    zustand = next(eins for eins in stand(geladen) if eins.frage.pfad == frage.pfad)
    assert zustand.zustand is Zustand.BEANTWORTET, zustand.luecken


@pytest.mark.parametrize(("art", "ausgabe"), ALLE)
def test_all_examples_make_a_complete_document(art: str, ausgabe: str) -> None:
    jahr = 2025 if art == "taetigkeitsbericht" else 2026  # the year that the dates of the examples speak of
    text = mit_beispielen(schreibe(art, ausgabe, jahr))
    geladen = lies(text, {})
    assert {eins.zustand for eins in stand(geladen)} == {Zustand.BEANTWORTET}
    ohne_kommune = [f for f in befunde(geladen) if f.code not in (ANLAGE, "KM302")]
    assert ohne_kommune == [], [(f.location, f.message) for f in ohne_kommune]


def mit_beispielen(text: str) -> str:
    """Do by hand what the file asks for: take the `#` from the examples and drop the empty keys below them."""
    neu: list[str] = []
    zeilen = iter(text.split("\n"))
    for zeile in zeilen:
        neu.append(zeile)
        if not re.fullmatch(r" *# (Beispiel:|.*schreiben Sie hier:)", zeile):
            continue
        rand = zeile.partition("#")[0]
        for eine in zeilen:
            if not eine.startswith(f"{rand}#"):
                break
            neu.append(rand + eine.removeprefix(f"{rand}#   "))
        for eine in zeilen:  # the key and its empty parts, to the blank line
            if not eine:
                neu.append("")
                break
    return "\n".join(neu)


@pytest.mark.parametrize(("art", "ausgabe", "frage"), FRAGEN)
def test_example_is_in_our_words(art: str, ausgabe: str, frage: FrageImText) -> None:
    ganze = gliederung(dokumenttyp(art, ausgabe))
    amtlich = " ".join(
        [eins.hinweis for eins in ganze.abschnitte]
        + [text for eins in ganze.fragen for text in (eins.frage.wortlaut, *optionen(eins.typ).values())]
    ).casefold()
    worte = re.findall(r"\w+", frage.frage.beispiel.casefold())
    amtliche = " ".join(re.findall(r"\w+", amtlich))
    for anfang in range(len(worte) - 4):
        assert " ".join(worte[anfang : anfang + 5]) not in amtliche


# --- Answers --------------------------------------------------------------------------------------------------------


def test_known_answers_stand_there(beispielbericht: dict[str, Any]) -> None:
    typ = dokumenttyp("taetigkeitsbericht", "2020")
    pfade = [frage.pfad for frage in gliederung(typ).fragen]
    pfade += [eins.anlage for eins in gliederung(typ).abschnitte if eins.anlage]
    antworten = {dotted(pfad): daten_an(beispielbericht, pfad) for pfad in pfade}
    assert None not in antworten.values()
    text = schreibe("taetigkeitsbericht", "2020", antworten=antworten)
    geladen = lies(text)
    assert geladen.findings == ()
    assert {dotted(pfad): daten_an(geladen.source.data, pfad) for pfad in pfade} == antworten
    assert "    zuletzt_vorgenommen: 2023-05\n" in text, "a date needs no quotes"
    assert "      wochenstunden: 19,5\n" in text


@pytest.fixture
def beispielbericht() -> dict[str, Any]:
    from pathlib import Path

    pfad = Path(__file__).parents[2] / "examples/landkreis-musterland/2024/taetigkeitsbericht.yaml"
    daten: dict[str, Any] = read_source(str(pfad), pfad.read_bytes()).data
    return daten


TEXTE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n")) | st.text(
    "ab \n#:-|>'\"{}[],&*!%@`~", max_size=12
)


@given(TEXTE, TEXTE)
def test_any_text_is_kept(eins: str, zwei: str) -> None:
    antworten = {"aufgaben.bestandsaufnahme.weitere_daten": eins, "aufgaben.kmn": zwei}
    geladen = lies(schreibe("taetigkeitsbericht", "2020", antworten=antworten))
    assert geladen.findings == ()
    for pfad, wert in antworten.items():
        assert daten_an(geladen.source.data, pfad.split(".")) == wert


# --- Bodies and years -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typ", Gebietstyp)
def test_what_cannot_apply_has_no_key(typ: Gebietstyp) -> None:
    text = schreibe("taetigkeitsbericht", "2020", gebietstyp=typ)
    geladen = lies(text, {"kommune": {"name": "X", "typ": typ.name}})
    assert geladen.findings == ()
    gilt_nicht = [eins.frage for eins in stand(geladen) if not eins.anwendbar]
    assert bool(gilt_nicht) == (typ in STAEDTE)
    for frage in gilt_nicht:
        assert " ".join(frage.frage.wortlaut.split()) in notizen(text)
        assert f"Entfällt: {frage.frage.ausnahme.grund}" in notizen(text) if frage.frage.ausnahme else False
        assert frage.pfad[-2] not in geladen.source.data["aufgaben"]


def test_without_a_year_it_is_left_open() -> None:
    text = geruest(dokumenttyp("projektbeschreibung", "2026"), "projektbeschreibung", "2026", None)
    assert "\nbewilligungsjahr:\n" in text
    assert lies(text).findings == ()


def test_reads_well(golden: Callable[[str, str], None]) -> None:
    golden("geruest-projektbeschreibung.yaml", schreibe("projektbeschreibung", "2026", schema="../schemas/x.json"))

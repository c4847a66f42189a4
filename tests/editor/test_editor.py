"""What people see in an editor: the server of VS Code's YAML extension, with the schemas and the examples' first line.

Not among the default tests, since it needs Node: run it with `python3 tasks.py editor`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kmut_cli.documents.gliederung import FrageImText, gliederung
from kmut_cli.documents.registry import dokumenttyp
from tests.editor.sprachserver import Sprachserver

WURZEL = Path(__file__).parents[2]
BEISPIELE = sorted(
    datei
    for datei in (WURZEL / "examples").rglob("*.yaml")
    if "$schema=" in datei.read_text("utf-8", errors="replace") and "fehlerhaft" not in datei.parts
)
# From a folder of examples their first line finds the schema; no file is written there.
ORDNER = WURZEL / "examples" / "entwurf"
KOPF = """\
# yaml-language-server: $schema=../../schemas/taetigkeitsbericht-2020.schema.json
dokument: taetigkeitsbericht
gliederung: "2020"
"""
BESTANDSAUFNAHME = f"{KOPF}aufgaben:\n  bestandsaufnahme:\n"
HANDLUNGSKONZEPT = f"{KOPF}aufgaben:\n  handlungskonzept:\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Sprachserver]:
    with Sprachserver() as eins:
        yield eins


def stelle(text: str) -> tuple[str, int, int]:
    """Take the mark § out of a text; gives the text, and line and column of the mark from 0."""
    vor, _, nach = text.partition("§")
    return vor + nach, vor.count("\n"), len(vor) - vor.rfind("\n") - 1


def vorschlaege(server: Sprachserver, text: str) -> dict[str, tuple[str, str]]:
    """What the editor proposes at the mark: by label what is inserted, and the explanation beside it."""
    ganz, zeile, spalte = stelle(text)
    uri = server.oeffne(ORDNER, ganz)
    gefunden = server.vorschlaege(uri, zeile, spalte)
    return {label: (eins["insertText"], eins.get("documentation") or "") for label, eins in gefunden.items()}


def hinweis(server: Sprachserver, text: str) -> str:
    """What the editor shows when the pointer rests on the mark."""
    ganz, zeile, spalte = stelle(text)
    uri = server.oeffne(ORDNER, ganz)
    gefunden = server.hinweis(uri, zeile, spalte)
    return gefunden


def meldungen(server: Sprachserver, text: str, ordner: Path = ORDNER) -> list[tuple[int, int, str]]:
    """What the editor underlines: line and column from 1, and the message."""
    uri = server.oeffne(ordner, text)
    gefunden = [(d["range"]["start"], d["message"]) for d in server.diagnosen(uri)]
    return [(ort["line"] + 1, ort["character"] + 1, meldung) for ort, meldung in gefunden]


# --- Completion -----------------------------------------------------------------------------------------------------


def test_an_empty_file_is_offered_its_head(server: Sprachserver) -> None:
    kopf = vorschlaege(server, KOPF.splitlines()[0] + "\n§")
    assert kopf["dokument"][0] == "dokument: taetigkeitsbericht"
    assert kopf["gliederung"][0] == 'gliederung: "2020"'


def test_keys_at_the_top(server: Sprachserver) -> None:
    schluessel = vorschlaege(server, f"{KOPF}§\n")
    typ = dokumenttyp("taetigkeitsbericht", "2020")
    assert set(schluessel) == set(typ.model_fields) - {"dokument", "gliederung"}
    assert schluessel["aufgaben"] == ("aufgaben:\n  ", "Wahrnehmung der Aufgaben")


def test_keys_inside_a_section_with_their_questions(server: Sprachserver) -> None:
    schluessel = vorschlaege(server, f"{BESTANDSAUFNAHME}    §\n")
    fragen = fragen_unter("aufgaben", "bestandsaufnahme")
    assert {name: text for name, (_, text) in schluessel.items()} == {f.pfad[-1]: f.frage.wortlaut for f in fragen}
    assert schluessel["hindernisse"][0] == "hindernisse: "
    assert schluessel["themen"][0] == "themen:\n  "


def test_keys_of_an_answer_with_parts_and_those_not_yet_there(server: Sprachserver) -> None:
    teile = ["bevoelkerung", "bildung_und_qualifikation", "erwerbstaetigkeit", "arbeitsmarkt", "soziales"]
    leer = vorschlaege(server, f"{BESTANDSAUFNAHME}    themen:\n      §\n")
    assert list(leer) == [*teile, "aus", "entfaellt"]
    begonnen = vorschlaege(server, f"{BESTANDSAUFNAHME}    themen:\n      soziales: ja\n      §\n")
    assert list(begonnen) == [*teile[:-1], "aus", "entfaellt"]
    zeile = vorschlaege(server, f"{HANDLUNGSKONZEPT}    ziele:\n      - ziel: Sprachkurse\n        §\n")
    assert list(zeile) == ["kuerzel", "massnahmen"]


def test_options_with_their_official_wording(server: Sprachserver) -> None:
    for davor in ("", "      - partizipation\n"):
        optionen = vorschlaege(server, f"{HANDLUNGSKONZEPT}    handlungsfelder:\n{davor}      - §\n")
        assert list(optionen) == ["partizipation", "gleichstellung", "ehrenamt", "interkulturelle_oeffnung"]
        assert optionen["ehrenamt"] == ("ehrenamt", "Ehrenamt und bürgerschaftliches Engagement")
    stand = vorschlaege(server, f"{KOPF}status: §")
    assert (stand["entwurf"][1], stand["final"][1]) == ("Entwurf", "endgültige Fassung")


def test_yes_and_no_and_nothing_that_is_no_answer_of_ours(server: Sprachserver) -> None:
    for text in (f"{HANDLUNGSKONZEPT}    leitgrundsaetze: §", f"{BESTANDSAUFNAHME}    themen:\n      soziales: §"):
        gefunden = set(vorschlaege(server, text))
        assert {"ja", "nein"} <= gefunden
        assert gefunden <= {"ja", "nein", "null"}
    assert set(vorschlaege(server, f"{BESTANDSAUFNAHME}    hindernisse: §")) <= {"null"}


def test_a_yes_can_grow_an_explanation(server: Sprachserver) -> None:
    schluessel = vorschlaege(server, f"{HANDLUNGSKONZEPT}    leitgrundsaetze:\n      §\n")
    assert list(schluessel) == ["antwort", "erlaeuterung", "aus", "entfaellt"]
    innen = vorschlaege(server, f"{HANDLUNGSKONZEPT}    leitgrundsaetze:\n      antwort: §\n")
    assert {"ja", "nein"} <= set(innen)


# --- Hover ----------------------------------------------------------------------------------------------------------


def fragen_unter(*pfad: str) -> list[FrageImText]:
    fragen = gliederung(dokumenttyp("taetigkeitsbericht", "2020")).fragen
    return [frage for frage in fragen if frage.pfad[: len(pfad)] == pfad]


@pytest.mark.parametrize("antwort", ["", " Text", ' {entfaellt: "trifft nicht zu"}'])
def test_the_question_shows_on_its_key(server: Sprachserver, antwort: str) -> None:
    gezeigt = hinweis(server, f"{BESTANDSAUFNAHME}    hinder§nisse:{antwort}\n    weitere_daten: x\n")
    ueberschrift, frage = gezeigt.split("\n\n")[:2]
    assert ueberschrift == "#### 2.1 Bestandsaufnahme"
    assert frage == "Welche Hindernisse bestanden bei der Durchführung der Bestandsaufnahme?"


def test_every_question_shows_its_wording_on_an_empty_key(server: Sprachserver) -> None:
    for frage in fragen_unter():
        zeilen = [f"{'  ' * tiefe}{name}:" for tiefe, name in enumerate(frage.pfad)]
        text = KOPF + "\n".join([*zeilen[:-1], zeilen[-1].replace(frage.pfad[-1], f"{frage.pfad[-1]}§")])
        gezeigt = hinweis(server, text)
        assert frage.frage.wortlaut in gezeigt, frage.pfad
        assert "||" not in gezeigt, frage.pfad  # how the server joins branches that it cannot tell apart


def test_yes_no_dates_lists_and_options_show_question_or_wording(server: Sprachserver) -> None:
    konzept = HANDLUNGSKONZEPT
    assert "Enthält das Handlungskonzept Leitgrundsätze" in hinweis(server, f"{konzept}    leitgrund§saetze: ja\n")
    assert "Wann wurde ein Handlungskonzept erstellt?" in hinweis(server, f"{konzept}    erst§ellt: 2023-05\n")
    assert "Welche konkreten Ziele" in hinweis(server, f"{konzept}    zie§le:\n      - ziel: Sprachkurse\n")
    option = hinweis(server, f"{konzept}    handlungsfelder:\n      - ehren§amt\n")
    assert option.startswith("#### Ehrenamt und bürgerschaftliches Engagement")
    abschnitt = hinweis(server, f"{KOPF}aufgaben:\n  handlungs§konzept:\n    erstellt: 2023\n")
    assert abschnitt.startswith("#### Abschnitt 2.2\n\nLokales Handlungskonzept")


# --- Diagnostics ----------------------------------------------------------------------------------------------------


def test_the_examples_are_there() -> None:
    assert BEISPIELE, "examples/ has no document with a first line that names its schema"


@pytest.mark.parametrize("datei", BEISPIELE, ids=lambda datei: datei.relative_to(WURZEL).as_posix())
def test_an_editor_finds_nothing_wrong_in_an_example(server: Sprachserver, datei: Path) -> None:
    text = datei.read_text("utf-8")
    assert meldungen(server, text, datei.parent) == []
    # And that is because the schema is found, not because it is missing.
    assert len(meldungen(server, f"{text}\nunbekannter_schluessel: 1\n", datei.parent)) == 1


def test_an_unknown_key_is_underlined(server: Sprachserver) -> None:
    (eine,) = meldungen(server, f"{BESTANDSAUFNAHME}    hindernise: keine\n")
    assert eine[:2] == (6, 5)
    assert "hindernise" in eine[2]


@pytest.mark.parametrize(
    ("text", "ort", "meldung"),
    [
        (f"{BESTANDSAUFNAHME}    themen:\n      soziales: vielleicht\n", (7, 17), "Hier steht ja oder nein."),
        (f"{BESTANDSAUFNAHME}    fortgeschrieben: gestern\n", (6, 22), "Hier steht ein Datum, so genau wie bekannt"),
        (f"{BESTANDSAUFNAHME}    hindernisse: [keine]\n", (6, 18), "Hier steht Text."),
        (f"{KOPF}kommune:\n  ags: 03999\n", (5, 8), "in Anführungszeichen"),
        (
            f"{HANDLUNGSKONZEPT}    handlungsfelder: [ehrenam]\n",
            (6, 23),
            '"partizipation", "gleichstellung", "ehrenamt"',
        ),
    ],
)
def test_a_wrong_value_is_underlined_once_and_says_what_belongs_there(
    server: Sprachserver, text: str, ort: tuple[int, int], meldung: str
) -> None:
    (eine,) = meldungen(server, text)
    assert eine[:2] == ort
    assert meldung in eine[2]

"""The contest entry: word for word as printed, its codes, and what is owed only after another answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.documents.umriss import umriss, umriss_text
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.findings.finding import dotted
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

WURZEL = Path(__file__).parents[2]
AMTLICH = WURZEL / "tests/cli/amtlich/wettbewerbsbeitrag-2018.txt"
BEISPIEL = WURZEL / "examples/burgenlandkreis-2018/wettbewerbsbeitrag.yaml"
ART = ("wettbewerbsbeitrag", "2018")
UMRISS = umriss(dokumenttyp(*ART), *ART)
KOPF = 'dokument: wettbewerbsbeitrag\ngliederung: "2018"\n'


def lies(text: str) -> Geladen:
    return lade(read_source("beitrag.yaml", text.encode()), umfeld=Umfeld())


def zustaende(text: str) -> dict[str, Any]:
    return {dotted(eins.frage.pfad): eins for eins in stand(lies(text))}


def codes(text: str) -> list[str]:
    geladen = lies(text)
    assert geladen.dokument is not None
    return [finding.code for finding in examine(Pruefling(geladen, geladen.dokument))]


def _gedruckt() -> Iterator[str]:
    """The questionnaire as it stands on paper; of the blocks for projects there are two."""
    for abschnitt in UMRISS["sections"][5:]:
        yield abschnitt["title"]
        for frage in abschnitt["questions"]:
            if frage["text"] != abschnitt["title"]:
                yield frage["text"]
            yield from ("ja", "nein") if frage["type"] == "yes_no" else ()
            yield from (eins["title"] for eins in frage["options"])
            for nummer in ("", "") if not frage["parts"] else ("1", "2") if frage["type"] == "list" else ("",):
                yield from [f"Einzelprojekt {nummer}"] if nummer else []
                for teil in frage["parts"]:
                    yield teil["title"].replace("D n", f"D {nummer}")
                    yield from (eins["title"] for eins in teil["options"])


def test_questionnaire_is_word_for_word_the_printed_one() -> None:
    # The colon behind a label is the print's; of C 30 the print shows only the beginning.
    assert [zeile.rstrip(" :") for zeile in _gedruckt()] == _zusammen(AMTLICH.read_text("utf-8").splitlines())


def _zusammen(zeilen: list[str]) -> list[str]:
    """Join the one code that stands on a line of its own with its question."""
    stelle = zeilen.index("C 26")
    return [*zeilen[:stelle], f"C 26 {zeilen[stelle + 1]}", *zeilen[stelle + 2 :]]


def test_every_code_is_shown_in_text_and_handbook() -> None:
    fragen = [zeile.split()[:2] for zeile in AMTLICH.read_text("utf-8").splitlines() if zeile.startswith("C ")]
    assert len(fragen) == 35
    for auszeichnung in (True, False):
        text = umriss_text(UMRISS, auszeichnung=auszeichnung)
        assert all(" ".join(code) + " " in text for code in fragen)
        assert "D n4a" in text


def test_outline_says_on_what_a_question_depends() -> None:
    alle = {frage["location"]: frage["when"] for eins in UMRISS["sections"] for frage in eins["questions"]}
    assert alle["konzeption.weitere_gruppen"] == {"key": "gruppen", "one_of": ["weitere"]}
    assert alle["umsetzung.evaluationsart"] == {"key": "evaluation", "one_of": ["ja", "geplant"]}
    assert sum(wenn is not None for wenn in alle.values()) == 4


@pytest.mark.parametrize(
    ("abschnitt", "frage", "gewaehlt", "folge", "erwartet"),
    [
        ("konzeption", "gruppen", "[jugendliche, weitere]", "weitere_gruppen", Zustand.OFFEN),
        ("konzeption", "gruppen", "[jugendliche]", "weitere_gruppen", Zustand.NICHT_ANWENDBAR),
        ("konzeption", "gruppen", "", "weitere_gruppen", Zustand.NICHT_ANWENDBAR),
        ("konzeption", "orte", "[weitere]", "weitere_orte", Zustand.OFFEN),
        ("umsetzung", "akteure", "[weitere]", "weitere_akteure", Zustand.OFFEN),
        ("umsetzung", "evaluation", "ja", "evaluationsart", Zustand.OFFEN),
        ("umsetzung", "evaluation", "geplant", "evaluationsart", Zustand.OFFEN),
        ("umsetzung", "evaluation", "nein", "evaluationsart", Zustand.NICHT_ANWENDBAR),
    ],
)
def test_follow_up_is_owed_only_after_its_option(
    abschnitt: str, frage: str, gewaehlt: str, folge: str, erwartet: Zustand
) -> None:
    text = KOPF + f"{abschnitt}:\n  {frage}: {gewaehlt}".rstrip() + "\n"
    assert zustaende(text)[f"{abschnitt}.{folge}"].zustand is erwartet


def test_follow_up_of_a_project_is_owed_only_after_its_option() -> None:
    voll = "laufzeit: dauerangebot, finanzierung_gesichert: offen, finanzierung: [land]"
    text = KOPF + f"einzelprojekte:\n  - {{{voll}, evaluation: nein}}\n  - {{{voll}, evaluation: ja}}\n"
    assert zustaende(text)["einzelprojekte"].luecken == ("D 24a",)
    text = text.replace("evaluation: ja", "evaluation: ja, evaluationsart: [fremdevaluation]")
    assert zustaende(text)["einzelprojekte"].zustand is Zustand.BEANTWORTET


def test_name_and_kind_come_from_the_master_data() -> None:
    kommune = "kommune: {name: Landkreis Musterland, typ: landkreis}\n"
    geladen = lies(KOPF + kommune + "stammdaten: {ort: Musterstedt, typ: Kreis}\n")
    angaben: Any = geladen.dokument.stammdaten  # type: ignore[union-attr]
    assert (angaben.name, angaben.typ, angaben.ort) == ("Landkreis Musterland", "Kreis", "Musterstedt")
    assert zustaende(KOPF + kommune)["stammdaten"].luecken == ()


def test_bodies_of_other_lands_may_take_part() -> None:
    kommune = 'kommune: {name: Burgenlandkreis, ags: "15084", typ: landkreis}\n'
    assert "KM415" not in codes(KOPF + kommune)
    assert "KM415" in codes(KOPF + kommune.replace("15084", "03900"))
    assert "KM415" in codes('dokument: projektbeschreibung\ngliederung: "2026"\n' + kommune)


def test_example_has_all_facts_that_the_text_still_shows() -> None:
    text = BEISPIEL.read_text("utf-8")
    alle = zustaende(text)
    offen = {ort for ort, eins in alle.items() if eins.offen}
    verlorene = {
        ort for ort in alle if ort.split(".")[0] in ("einbindung", "konzeption", "umsetzung", "einzelprojekte")
    }
    erhalten = {f"konzeption.{name}" for name in ("weitere_gruppen", "weitere_orte")}
    erhalten |= {f"umsetzung.{name}" for name in ("weitere_akteure", "evaluationsart")}
    assert offen == verlorene - erhalten
    assert set(codes(text)) == {"KM301"}
    for fakt in (
        "April 2018", "9.600", "5.900", "3.700", "198 m²", "45 aus allen Sachgebieten", "rund 60", "Dezember 2017",
        "Ramboll", "Auslandsgesellschaft Sachsen-Anhalt", "Königsteiner Schlüssel", "Kurdisch",
        "Bürgerservice", "zum Vorbild",
        "## Ausgangslage und Anlass des Projektes\n", "## Projektansatz\n", "## Beteiligte Partner\n",
        "## Lenkungsgruppen, Fallmanagement\n", "## Leitungsstruktur\n", "## Eingangs- und Empfangszone\n",
    ):  # fmt: skip
        assert fakt in text

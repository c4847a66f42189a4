"""The outlines that the program knows are the official ones, word for word and in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.documents.registry import arten
from kmut_cli.documents.umriss import umriss_text
from tests.cli.conftest import Kmut

AMTLICH = Path(__file__).parent / "amtlich"


def _normal(text: str) -> str:
    for punkt in ("·", "•"):
        text = text.replace(punkt, "-")
    return " ".join(text.split())


def _amtlich(name: str) -> str:
    return _normal((AMTLICH / name).read_text("utf-8"))


def _bericht(umriss: dict[str, Any]) -> Iterator[str]:
    """All texts of the report's outline as they stand on paper."""
    yield umriss["preface"]
    yield umriss["title"]
    kapitel = ""
    for abschnitt in umriss["sections"]:
        if abschnitt["chapter"] != kapitel:
            kapitel = abschnitt["chapter"]
            yield next(eins["title"] for eins in umriss["chapters"] if eins["number"] == kapitel)
        yield abschnitt["title"]
        if abschnitt["attachment"]:
            yield f"({abschnitt['attachment']['text']})"
        for frage in abschnitt["questions"]:
            yield frage["text"]
            if frage["options"]:
                # On paper the options end the question's sentence.
                yield ", ".join(f"- {eins['title']}" for eins in frage["options"]) + "?"


def _formular(umriss: dict[str, Any]) -> Iterator[str]:
    """All texts of the form as they stand on paper; yes and no have boxes of their own there."""
    yield umriss["preface"]
    yield umriss["title"]
    yield from umriss["subtitles"]
    for abschnitt in umriss["sections"]:
        yield abschnitt["title"]
        yield abschnitt["hint"]
        for frage in abschnitt["questions"]:
            if frage["text"] != abschnitt["title"]:
                yield frage["text"]
            if frage["location"] == "bestandsaufnahme.aktualisierung_geplant":
                yield "☐ ja ☐ nein"
            yield from (f"☐ {eins['title']}" for eins in frage["options"])


def test_bericht_ist_wort_fuer_wort_der_amtliche(kmut: Kmut) -> None:
    umriss = kmut("outline", "taetigkeitsbericht", "--format", "json").json
    assert _normal(" ".join(_bericht(umriss))) == _amtlich("taetigkeitsbericht-2020.txt")


def test_antrag_ist_wort_fuer_wort_der_amtliche(kmut: Kmut) -> None:
    umriss = kmut("outline", "projektbeschreibung", "--format", "json").json
    assert _normal(" ".join(_formular(umriss))) == _amtlich("projektbeschreibung-2026.txt")


def test_bericht_hat_die_amtlichen_zahlen(kmut: Kmut) -> None:
    umriss = kmut("outline", "taetigkeitsbericht", "--format", "json").json
    abschnitte = umriss["sections"]
    assert [eins["number"] for eins in umriss["chapters"]] == ["1", "2", "3"]
    assert [eins["number"] for eins in abschnitte] == [
        "1.1", "1.2", *(f"2.{nummer}" for nummer in range(1, 11)), "3.1", "3.2",
    ]  # fmt: skip
    fragen = [frage for abschnitt in abschnitte for frage in abschnitt["questions"]]
    assert len(fragen) == 43
    assert all(frage["required"] for frage in fragen)
    assert len({frage["location"] for frage in fragen}) == 43
    assert [eins["number"] for eins in abschnitte if eins["attachment"]] == ["2.2"]


def test_antrag_hat_die_amtlichen_zahlen(kmut: Kmut) -> None:
    umriss = kmut("outline", "projektbeschreibung", "--format", "json").json
    assert [(eins["number"], eins["title"]) for eins in umriss["sections"]] == [
        ("1", "GEBIETSKÖRPERSCHAFT"), ("2", "BESTANDSAUFNAHME"), ("3", "HANDLUNGSKONZEPT"), ("4", "WEITERE AUFGABEN"),
    ]  # fmt: skip
    assert sum(len(eins["questions"]) for eins in umriss["sections"]) == 10
    assert umriss["chapters"] == []


def test_ohne_art_kommen_alle(kmut: Kmut) -> None:
    alle = kmut("outline", "--format", "json").json["documents"]
    assert [eins["document"] for eins in alle] == list(arten())
    amtlich = {eins["document"] for eins in alle if eins["official"]}
    assert amtlich == {"projektbeschreibung", "taetigkeitsbericht", "wettbewerbsbeitrag"}
    text = kmut("outline")
    assert text.status == 0
    assert "Projektbeschreibung (Gliederung 2026)" in text.out
    assert "(Gliederung 2020)" in " ".join(text.out.split())


@pytest.mark.parametrize("art", ["taetigkeitsbericht", "projektbeschreibung"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_fuer_menschen_steht_jede_frage_mit_ihrer_stelle(kmut: Kmut, art: str, form: str) -> None:
    umriss = kmut("outline", art, "--format", "json").json
    text = " ".join(kmut("outline", art, "--format", form).out.split())
    for abschnitt in umriss["sections"]:
        assert f"{abschnitt['number']} {abschnitt['title']}" in text
        for frage in abschnitt["questions"]:
            assert " ".join(frage["text"].split()) in text
            assert frage["location"] in text
            assert all(eins["title"] in text for eins in frage["options"])


def test_text_passt_auf_den_schirm(kmut: Kmut) -> None:
    assert max(len(zeile) for zeile in kmut("outline").out.splitlines()) <= 100


def test_personenbezogen_ist_die_besetzung(kmut: Kmut) -> None:
    umriss = kmut("outline", "taetigkeitsbericht", "--format", "json").json
    orte = [frage["location"] for eins in umriss["sections"] for frage in eins["questions"] if frage["personal"]]
    assert orte == ["organisation.personelle_besetzung"]


def test_nur_die_gemeinden_entfallen_fuer_staedte(kmut: Kmut) -> None:
    umriss = kmut("outline", "taetigkeitsbericht", "--format", "json").json
    nicht_fuer = {eins["number"] for eins in umriss["sections"] for frage in eins["questions"] if frage["not_for"]}
    assert nicht_fuer == {"2.9"}


@pytest.mark.parametrize(
    ("ort", "art", "teile"),
    [
        ("organisation.personelle_besetzung", "list", ["name", "qualifizierung", "wochenstunden", "bemerkung"]),
        ("organisation.organisatorische_anbindung.zuordnung", "text", []),
        ("organisation.organisatorische_anbindung.stabsstelle", "yes_no", []),
        ("aufgaben.bestandsaufnahme.fortgeschrieben", "date", []),
        ("aufgaben.handlungskonzept.beschluss", "group", ["verabschiedet", "gremium", "datum", "verbindlich"]),
        ("aufgaben.handlungskonzept.handlungsfelder", "choices", []),
        ("aufgaben.handlungskonzept.wichtigste_ziele", "texts", []),
        ("aufgaben.netzwerkarbeit.netzwerke", "text_or_list", ["name", "art", "rolle", "turnus"]),
    ],
)
def test_art_der_antwort_und_ihre_teile(kmut: Kmut, ort: str, art: str, teile: list[str]) -> None:
    umriss = json.loads(kmut("outline", "taetigkeitsbericht", "--format", "json").out)
    (frage,) = [f for abschnitt in umriss["sections"] for f in abschnitt["questions"] if f["location"] == ort]
    assert (frage["type"], [teil["key"] for teil in frage["parts"]]) == (art, teile)


def test_art_der_teile(kmut: Kmut) -> None:
    umriss = json.loads(kmut("outline", "taetigkeitsbericht", "--format", "json").out)
    fragen = {f["location"]: f for abschnitt in umriss["sections"] for f in abschnitt["questions"]}
    arten = {teil["key"]: teil["type"] for teil in fragen["aufgaben.handlungskonzept.ziele"]["parts"]}
    assert arten == {
        "kuerzel": "text",
        "ziel": "text",
        "massnahmen": "list",
        "massnahmen.massnahme": "text",
        "massnahmen.termin": "date",
        "massnahmen.zustaendig": "text",
        "massnahmen.stand": "choice",
    }
    stelle = {teil["key"]: teil for teil in fragen["organisation.personelle_besetzung"]["parts"]}
    assert (stelle["wochenstunden"]["type"], stelle["wochenstunden"]["required"]) == ("number", True)


@pytest.mark.parametrize("art", ["taetigkeitsbericht", "projektbeschreibung"])
def test_lines_that_go_on_stand_below_the_text_of_their_point(kmut: Kmut, art: str) -> None:
    zeilen = kmut("outline", art).out.splitlines()
    for davor, danach in pairwise(zeilen):
        # A line as long as that goes on in the next one, if that is not blank or another point or answer.
        if davor.startswith("  - ") and len(davor) + len(danach.split(" ")[0]) > 90 and danach.strip():
            assert danach.startswith("    "), danach


def test_points_of_a_hint_are_indented() -> None:
    hinweis = "Themen sind\n- " + "Sprache " * 20 + "\n- Arbeit"
    abschnitt = {"number": "1", "title": "A", "hint": hinweis, "chapter": "", "attachment": None, "questions": []}
    daten = {"title": "T", "official": False, "subtitles": [], "chapters": [], "sections": [abschnitt]}
    _kopf, text = umriss_text(daten, auszeichnung=False).split("  Themen sind\n")
    assert [zeile[:5] for zeile in text.splitlines() if zeile] == ["  - S", "    S", "  - A"]

"""The concept of an office, and what the report takes from it."""

from __future__ import annotations

from typing import Any

import pytest

from kmut_cli.documents.antwortart import antwortart, bestandteile
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.entsprechungen import Ausgabe
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept
from kmut_cli.documents.konzept.leitfelder import alle_felder, beruecksichtigt, feldliste_fuer
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.umfeld import Quelldatei, Umfeld
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.findings.finding import Severity
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

KONZEPT = """\
dokument: handlungskonzept
ueberschrift: Gemeinsam im Landkreis
stand: 2026-06
zeitraum: 2024–2026
erstellt: 2019
fortgeschrieben: {antwort: 2024-10, erlaeuterung: mit zwei Werkstätten}
beschluss: {verabschiedet: ja, gremium: Kreistag, datum: 16.12.2024, verbindlich: nein}
leitgrundsaetze: Wer hier lebt, gehört dazu.
handlungsfelder:
  - handlungsfeld: Sprache
    entspricht: [partizipation]
    herausforderungen:
      - herausforderung: Zu wenige Kurse
        ziele:
          - kuerzel: Z1
            ziel: Alle finden einen Kurs.
            wichtig: ja
            massnahmen:
              - {massnahme: Planung, zustaendig: [VHS, Jobcenter], beginn: [2024, 2026], stand: laufend}
              - {massnahme: Kursfinder, zustaendig: VHS, beginn: 2024-03, ende: 2024-09, stand: umgesetzt}
          - ziel: Kurse gibt es auch abends.
            massnahmen: {entfaellt: folgt aus Z1}
      - ziele:
          - {kuerzel: Z3, ziel: Kinder haben einen Platz., wichtig: ja}
  - handlungsfeld: Verwaltung
    entspricht: [migrationsgesellschaftliche_oeffnung]
    herausforderungen:
      - ziele:
          - kuerzel: Z4
            ziel: Bescheide sind verständlich.
            massnahmen:
              - {massnahme: Einfache Sprache, zustaendig: {entfaellt: offen}, beginn: {entfaellt: offen}}
              - {massnahme: Forum, stand: aufgegeben}
"""
BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2026\naufgaben:\n  handlungskonzept:\n'
FRAGEN = ("erstellt", "fortgeschrieben", "beschluss", "leitgrundsaetze", "handlungsfelder", "ziele", "terminiert")


def konzept(text: str = KONZEPT) -> Handlungskonzept:
    geladen = lade(read_source("handlungskonzept.yaml", text.encode()))
    assert isinstance(geladen.dokument, Handlungskonzept)
    return geladen.dokument


def bericht(rest: str, text: str | None = KONZEPT) -> Geladen:
    def quelle(art: str, jahr: int | None = None) -> Quelldatei:
        if text is None or art != "handlungskonzept":
            return Quelldatei(f"{art}.yaml", art)
        geladen = lade(read_source("handlungskonzept.yaml", text.encode()))
        fehler = sum(finding.severity is Severity.ERROR for finding in geladen.findings)
        return Quelldatei("handlungskonzept.yaml", art, geladen.dokument, vorhanden=True, fehler=fehler)

    return lade(read_source("bericht.yaml", (BERICHT + rest).encode()), umfeld=Umfeld(quelle))


def antwort(name: str, text: str = KONZEPT) -> Any:
    geladen = bericht(f"    {name}: {{aus: handlungskonzept}}\n", text)
    assert geladen.dokument is not None
    return getattr(geladen.dokument.aufgaben.handlungskonzept, name)  # type: ignore[attr-defined]


# --- The concept ----------------------------------------------------------------------------------------------------


def test_it_needs_no_edition_and_counts_what_it_holds() -> None:
    eines = konzept()
    assert eines.gliederung == "2026"
    assert eines.zaehlung == ((2, "Handlungsfelder"), (4, "Ziele"), (4, "Maßnahmen"))
    assert konzept("dokument: handlungskonzept\nhandlungsfelder: [{handlungsfeld: A}]\n").zaehlung[0] == (
        1,
        "Handlungsfeld",
    )
    assert konzept("dokument: handlungskonzept\nhandlungsfelder: {entfaellt: noch nicht}\n").zaehlung[2] == (
        0,
        "Maßnahmen",
    )


def test_its_own_title_stands_on_the_output() -> None:
    assert konzept().ausgabetitel == "Gemeinsam im Landkreis"
    assert konzept("dokument: handlungskonzept\nueberschrift: ' '\n").ausgabetitel == Handlungskonzept.titel


def test_one_value_needs_no_brackets() -> None:
    planung, kursfinder, einfache, forum = konzept().massnahmen
    assert planung.stellen == ["VHS", "Jobcenter"]
    assert kursfinder.stellen == ["VHS"]
    assert planung.beginne == [Datum(2024), Datum(2026)]
    assert kursfinder.beginne == [Datum(2024, 3)]
    assert einfache.stellen == einfache.beginne == forum.stellen == []
    assert isinstance(einfache.beginn, Entfaellt)


def test_a_wrong_date_in_a_list_is_told_at_its_place_and_the_rest_stays() -> None:
    geladen = lade(read_source("x.yaml", KONZEPT.replace("[2024, 2026]", "[2024, bald]").encode()))
    (finding,) = geladen.findings
    assert finding.location.endswith("massnahmen[0].beginn[1]")
    assert isinstance(geladen.dokument, Handlungskonzept)
    assert geladen.dokument.massnahmen[0].beginne == [Datum(2024)]


@pytest.mark.parametrize(
    ("zeilen", "erwartet"),
    [
        ("erstellt: 2019\n", Datum(2019)),
        ("erstellt: 2019\nbeschluss: {datum: 2020-03}\n", Datum(2020, 3)),
        ("stand: 2021\nfortgeschrieben: {antwort: 2024-10, erlaeuterung: x}\n", Datum(2024, 10)),
        ("erstellt: {entfaellt: unbekannt}\n", None),
    ],
)
def test_the_latest_that_it_says_of_itself(zeilen: str, erwartet: Datum | None) -> None:
    assert konzept(f"dokument: handlungskonzept\n{zeilen}").juengste_angabe == erwartet


def test_only_what_is_owed_counts_as_open() -> None:
    geladen = lade(read_source("x.yaml", b"dokument: handlungskonzept\n"))
    assert [eins.frage.pfad[0] for eins in stand(geladen) if eins.anwendbar] == [
        "erstellt",
        "beschluss",
        "leitgrundsaetze",
        "handlungsfelder",
    ]


def test_the_outline_names_every_part_down_to_the_dates_of_a_measure() -> None:
    frage = next(eine for eine in gliederung(Handlungskonzept).fragen if eine.pfad == ("handlungsfelder",))
    arten = {eins[0]: eins[2] for eins in bestandteile(frage.typ)}
    vorn = "herausforderungen.ziele.massnahmen"
    assert arten[f"{vorn}.beginn"] == "dates"
    assert arten[f"{vorn}.zustaendig"] == "texts"
    assert arten["entspricht"] == "choices"
    assert antwortart(frage.typ) == "list"


# --- The fields of action of the official outlines ------------------------------------------------------------------

ALT, NEU = ("taetigkeitsbericht", "2020"), ("projektbeschreibung", "2026")


def test_the_fields_are_those_of_both_outlines() -> None:
    for ausgabe in (ALT, NEU):
        frage = next(eine for eine in gliederung(dokumenttyp(*ausgabe)).fragen if eine.pfad[-1] == "handlungsfelder")
        assert {option.name for option in _optionen(frage.typ)} <= set(alle_felder())
    assert len(alle_felder()) == 6


def _optionen(typ: Any) -> list[Any]:
    from kmut_cli.documents.option import Option

    if isinstance(typ, type) and issubclass(typ, Option):
        return list(typ)
    return [eins for teil in getattr(typ, "__args__", ()) for eins in _optionen(teil)]


@pytest.mark.parametrize(
    ("jahr", "ausgabe"), [(2015, ALT), (2020, ALT), (2025, ALT), (2026, NEU), (2030, NEU), (None, NEU)]
)
def test_the_newest_outline_that_is_not_later(jahr: int | None, ausgabe: Ausgabe) -> None:
    assert feldliste_fuer(jahr).ausgabe == ausgabe


def test_fields_of_one_edition_stand_for_those_of_another() -> None:
    assert beruecksichtigt({"interkulturelle_oeffnung", "ehrenamt"}, NEU) == (
        "ehrenamt",
        "migrationsgesellschaftliche_oeffnung",
    )
    assert beruecksichtigt({"migrationsgesellschaftliche_oeffnung", "antisemitismus_und_rassismus"}, ALT) == (
        "interkulturelle_oeffnung",
    )


# --- What the report takes from it ----------------------------------------------------------------------------------


def test_the_report_takes_every_answer_that_the_concept_can_give() -> None:
    zeilen = "".join(f"    {name}: {{aus: handlungskonzept}}\n" for name in (*FRAGEN, "wichtigste_ziele"))
    geladen = bericht(zeilen)
    assert geladen.findings == ()
    zustaende = {eins.frage.pfad[-1]: eins.zustand for eins in stand(geladen) if "handlungskonzept" in eins.frage.pfad}
    assert [name for name, zustand in zustaende.items() if zustand is Zustand.BEANTWORTET] == [
        *FRAGEN,
        "wichtigste_ziele",
    ]


def test_answers_are_those_of_the_concept() -> None:
    assert antwort("erstellt") == Datum(2019)
    assert (antwort("fortgeschrieben").antwort, antwort("fortgeschrieben").erlaeuterung) == (
        Datum(2024, 10),
        "mit zwei Werkstätten",
    )
    assert antwort("beschluss").gremium == "Kreistag"
    assert antwort("leitgrundsaetze") is True
    assert [feld.name for feld in antwort("handlungsfelder")] == ["partizipation", "interkulturelle_oeffnung"]
    assert antwort("wichtigste_ziele") == ["Z1", "Z3"]


def test_goals_come_with_their_measures() -> None:
    ziele = antwort("ziele")
    assert [(ziel.kuerzel, len(als_liste(ziel.massnahmen))) for ziel in ziele] == [
        ("Z1", 2),
        (None, 0),
        ("Z3", 0),
        ("Z4", 2),
    ]
    assert ziele[1].massnahmen.entfaellt == "folgt aus Z1"
    planung, kursfinder = ziele[0].massnahmen
    assert (planung.zustaendig, planung.termin) == ("VHS, Jobcenter", Datum(2026))
    assert (kursfinder.termin, kursfinder.stand.name) == (Datum(2024, 9), "umgesetzt")


@pytest.mark.parametrize(
    ("vorher", "nachher", "erwartet"),
    [
        ("", "", (True, "Von 3 Maßnahmen haben 2 einen Termin.")),
        ("beginn: {entfaellt: offen}", "beginn: 2026", True),
        ("ende: 2024-09", "ende: 2024-09, anmerkung: x", (True, "Von 3 Maßnahmen haben 2 einen Termin.")),
    ],
)
def test_dated_or_not_follows_from_the_measures(vorher: str, nachher: str, erwartet: Any) -> None:
    wert = antwort("terminiert", KONZEPT.replace(vorher, nachher, 1) if vorher else KONZEPT)
    assert (wert if isinstance(wert, bool) else (wert.antwort, wert.erlaeuterung)) == erwartet


def test_without_principles_on_purpose_the_answer_is_no_with_the_reason() -> None:
    wert = antwort("leitgrundsaetze", KONZEPT.replace("Wer hier lebt, gehört dazu.", "{entfaellt: folgen 2027}"))
    assert isinstance(wert, Erlaeutert)
    assert (wert.antwort, wert.erlaeuterung) == (False, "folgen 2027")


@pytest.mark.parametrize("name", [*FRAGEN, "wichtigste_ziele"])
def test_what_the_concept_does_not_say_is_told(name: str) -> None:
    geladen = bericht(f"    {name}: {{aus: handlungskonzept}}\n", "dokument: handlungskonzept\n")
    assert [finding.code for finding in geladen.findings] == ["KM433"]


def test_without_a_concept_the_answer_is_missing() -> None:
    geladen = bericht("    ziele: {aus: handlungskonzept}\n", None)
    assert [finding.code for finding in geladen.findings] == ["KM431"]


# --- Who is told of what ---------------------------------------------------------------------------------------------


def codes(rest: str, text: str = KONZEPT) -> list[str]:
    geladen = bericht(rest, text)
    assert geladen.dokument is not None
    return [finding.code for finding in examine(Pruefling(geladen, geladen.dokument)) if finding.code > "KM400"]


ZIELE_DORT = "    ziele: {aus: handlungskonzept}\n"


def test_measures_of_the_concept_are_not_blamed_in_the_report() -> None:
    ueberfaellig = KONZEPT.replace("stand: umgesetzt", "stand: geplant")
    assert codes(ZIELE_DORT + "    terminiert: {aus: handlungskonzept}\n", ueberfaellig) == []
    hier = "    ziele: [{ziel: A, massnahmen: [{massnahme: B, termin: 2024, stand: geplant}]}]\n"
    assert codes(hier) == ["KM420"]


def test_an_answer_of_the_report_is_held_against_the_measures_of_the_concept() -> None:
    assert codes(ZIELE_DORT + "    terminiert: ja\n") == ["KM407"]
    alle = KONZEPT.replace("beginn: {entfaellt: offen}", "beginn: 2026")
    assert codes(ZIELE_DORT + "    terminiert: ja\n", alle) == []


def test_dates_of_the_concept_are_compared_there() -> None:
    verkehrt = KONZEPT.replace("erstellt: 2019", "erstellt: 2025-01")
    alle = "".join(f"    {name}: {{aus: handlungskonzept}}\n" for name in ("erstellt", "fortgeschrieben", "beschluss"))
    assert codes(alle, verkehrt) == []
    assert codes("    erstellt: 2025-01\n    beschluss: {aus: handlungskonzept}\n") == ["KM401"]
    geladen = lade(read_source("handlungskonzept.yaml", verkehrt.encode()))
    assert geladen.dokument is not None
    dort = [finding.code for finding in examine(Pruefling(geladen, geladen.dokument))]
    assert dort.count("KM401") == 2

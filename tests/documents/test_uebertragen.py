"""Carrying over: nothing of the old year comes along, and everything is valid and told, whatever the old one holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import PlainValidator

from kmut_cli.documents.antworten import Ags, Anzahl, Grund, JaNein, Text, Zahl
from kmut_cli.documents.bereinigen import Grund as Anlass
from kmut_cli.documents.bereinigen import nennt_jahr
from kmut_cli.documents.bestaetigen import bestaetigung, bestaetigungen
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.gebiete import Gebietstyp
from kmut_cli.documents.geruest import geruest
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.uebernahmeblock import uebernahmeblock
from kmut_cli.documents.uebertragen import KOMMUNE, Uebertragung, uebertrage
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.findings.finding import Severity, dotted
from kmut_cli.source.edit import edit
from kmut_cli.source.reader import read_source

BERICHT, ANTRAG = ("taetigkeitsbericht", "2020"), ("projektbeschreibung", "2026")
JAHR = 2024
KOPF = {BERICHT: f'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: {JAHR}\n'}
KOPF[ANTRAG] = f'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: {JAHR}\n'


def geladen(text: str, eins: tuple[str, str] = BERICHT) -> Geladen:
    return lade(read_source("alt.yaml", (KOPF[eins] + text).encode()))


def uebertragen(text: str, von: tuple[str, str] = BERICHT, nach: tuple[str, str] | None = None) -> Uebertragung:
    nach = nach or von
    return uebertrage(geladen(text, von), dokumenttyp(*nach), nach)


def neues(ganz: Uebertragung, nach: tuple[str, str]) -> str:
    """The new document's text, as `kmut new` puts it together."""
    typ = dokumenttyp(*nach)
    antworten = {dotted(pfad): wert for pfad, wert in ganz.antworten.items()}
    fragen = {frage.pfad: ganz.antworten[frage.pfad] for frage in ganz.fragen}
    return geruest(typ, *nach, 2031, antworten=antworten) + uebernahmeblock("2024/alt.yaml", fragen)


def namen(ganz: Uebertragung) -> list[str]:
    return [frage.pfad[-1] for frage in ganz.fragen]


def ausgelassen(ganz: Uebertragung) -> list[tuple[str, Anlass]]:
    return [(".".join(eine.ort), eine.grund) for eine in ganz.ausgelassen]


# --- What stays and what goes ---------------------------------------------------------------------------------------

KONZEPT = "aufgaben:\n  handlungskonzept:\n"
BESTAND = "aufgaben:\n  bestandsaufnahme:\n"


@pytest.mark.parametrize("datum", ["2024", "2024-05", "2024-05-14", "05/2024", "14.05.2024"])
def test_dates_of_the_old_year_stay_behind(datum: str) -> None:
    ganz = uebertragen(
        BESTAND + f"    zuletzt_vorgenommen: {datum}\n    fortgeschrieben: {{antwort: {datum}, erlaeuterung: x}}\n"
    )
    assert namen(ganz) == []
    assert ausgelassen(ganz) == [("zuletzt_vorgenommen", Anlass.DATUM), ("fortgeschrieben", Anlass.DATUM)]


@pytest.mark.parametrize(
    "text",
    [
        "Besetzt seit 03/24.",
        "Besetzt seit 3/24.",
        "Zuletzt am 14.11. in Verden.",
        "Zuletzt am 14. 11. in Verden.",
        "Tagung am 14./15.11.",
        "Zuletzt am 14. November, in Verden.",
        "Zuletzt am 14. Nov. in Verden.",
        "Seit Herbst 24.",
        "Seit Mai ’24.",
        "Seit Herbst 2024.",
        "Am 3. Mai mit 20 Personen.",
    ],
)
def test_a_text_with_a_day_of_the_old_year_stays_behind(text: str) -> None:
    ganz = uebertragen(
        f"aufgaben:\n  netzwerkarbeit:\n    netzwerke:\n      - name: Runder Tisch\n        turnus: {text}\n"
    )
    assert nennt_jahr(text, JAHR)
    assert Anlass.TEXT in [grund for _ort, grund in ausgelassen(ganz)]


@pytest.mark.parametrize(
    "text",
    [
        "Besetzt seit 03/16.",
        "Am 14.11.2016 beschlossen.",
        "Am 14.11.16 beschlossen.",
        "Am 14. November 2016 beschlossen.",
        "Siehe Abschnitt 2.2.",
        "Siehe 2.10 und 2.11.1.",
        "13/24 Gemeinden, 1,5/24.",
        "Zum 3. Maifest und zur 14. Novemberrunde.",
        "Stand 1.13. und 32.1.",
        "24 Kurse, 40.000 Euro.",
    ],
)
def test_what_only_looks_like_such_a_day_does_not(text: str) -> None:
    assert not nennt_jahr(text, JAHR)


@pytest.mark.parametrize("datum", ["2023", "2023-12-31", "01/2025"])
def test_other_dates_come_along_as_they_were_written(datum: str) -> None:
    ganz = uebertragen(BESTAND + f"    zuletzt_vorgenommen: {datum}\n")
    assert ganz.antworten == {("aufgaben", "bestandsaufnahme", "zuletzt_vorgenommen"): datum}


def test_only_the_part_goes_and_the_rest_of_the_entry_stays() -> None:
    ganz = uebertragen(
        KONZEPT
        + "    ziele:\n      - ziel: Sprachkurse\n        massnahmen:\n"
        + "          - {massnahme: Kursplanung, termin: 2024-09, stand: umgesetzt}\n"
        + "          - {massnahme: Fest im Mai 2024, termin: 2025}\n"
        + "          - {massnahme: Elternlotsen, termin: 2026}\n"
    )
    (ziele,) = ganz.antworten.values()
    massnahmen = [{"massnahme": "Kursplanung", "stand": "umgesetzt"}, {"massnahme": "Elternlotsen", "termin": "2026"}]
    assert ziele == [{"ziel": "Sprachkurse", "massnahmen": massnahmen}]
    assert ausgelassen(ganz) == [("ziele.massnahmen.termin", Anlass.DATUM), ("ziele.massnahmen", Anlass.TEXT)]


def test_an_explanation_goes_without_its_answer_but_an_answer_not_without_its_explanation() -> None:
    ganz = uebertragen(KONZEPT + "    terminiert: {antwort: ja, erlaeuterung: 2024 beschlossen}\n")
    assert list(ganz.antworten.values()) == [{"antwort": "ja"}]
    assert ausgelassen(ganz) == [("terminiert.erlaeuterung", Anlass.TEXT)]


def test_what_does_not_apply_still_does_not_apply() -> None:
    ganz = uebertragen(
        KONZEPT + '    erstellt: {entfaellt: "Es gibt keines."}\n    grundlage: {entfaellt: 2024 nicht}\n'
    )
    assert list(ganz.antworten.values()) == [{"entfaellt": "Es gibt keines."}]
    assert ausgelassen(ganz) == [("grundlage", Anlass.TEXT)]


def test_attachments_faulty_answers_and_the_answers_of_the_year_stay_behind() -> None:
    ganz = uebertragen(
        KONZEPT + "    anlage: a.pdf\n    terminiert: vielleicht\n    grundlage: ja\n  kmn: Vier Treffen.\n"
    )
    assert namen(ganz) == ["grundlage"]
    assert ausgelassen(ganz) == [("anlage", Anlass.ANLAGE), ("terminiert", Anlass.FEHLERHAFT)]
    assert ganz.neu == 1


def test_where_to_look_stays_although_what_is_found_there_is_new() -> None:
    text = "aufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen, weitere: [{titel: Fest}]}\n"
    ganz = uebertragen(text + "  netzwerkarbeit:\n    netzwerke: {aus: veranstaltungen}\n")
    assert list(ganz.antworten.values()) == [{"aus": "veranstaltungen"}] * 2
    assert ausgelassen(ganz) == [("massnahmen.weitere", Anlass.EREIGNIS)]


def test_own_master_data_come_along_and_need_no_confirmation_in_a_report() -> None:
    kommune = "kommune: {name: Landkreis Musterland, ags: '03999'}\n"
    ganz = uebertragen(kommune)
    assert ganz.antworten == {("kommune",): {"name": "Landkreis Musterland", "ags": "03999"}}
    assert namen(ganz) == []
    assert namen(uebertragen(kommune, ANTRAG)) == ["kommune"]


def test_what_was_never_confirmed_is_told() -> None:
    text = neues(uebertragen(KONZEPT + "    terminiert: ja\n    grundlage: ja\n"), BERICHT)
    alt = lade(read_source("alt.yaml", text.replace("grundlage: ja", "grundlage: nein").encode()))
    assert [frage.pfad[-1] for frage in uebertrage(alt, dokumenttyp(*BERICHT), BERICHT).unbestaetigt] == ["terminiert"]


# --- Between the outlines -------------------------------------------------------------------------------------------


def test_options_of_the_report_become_those_of_the_application() -> None:
    ganz = uebertragen(
        BESTAND
        + "    themen: {bevoelkerung: ja, erwerbstaetigkeit: nein, arbeitsmarkt: ja,"
        + " soziales: {antwort: ja, erlaeuterung: x}}\n  handlungskonzept:\n"
        + "    handlungsfelder: {antwort: [ehrenamt, interkulturelle_oeffnung], erlaeuterung: viel}\n"
        + "    ziele: [{ziel: Sprachkurse}]\n",
        BERICHT,
        ANTRAG,
    )
    assert list(ganz.antworten.values()) == [
        ["bevoelkerung", "erwerbstaetigkeit_und_arbeitsmarkt", "soziales"],
        {"antwort": ["ehrenamt", "migrationsgesellschaftliche_oeffnung"], "erlaeuterung": "viel"},
    ]
    fehlt = Anlass.OHNE_GEGENSTUECK
    assert ausgelassen(ganz) == [("themen.soziales.erlaeuterung", fehlt), ("ziele", fehlt)]
    assert [(eine.hier, eine.dort) for eine in ganz.umbenannt] == [
        (("arbeitsmarkt",), ("erwerbstaetigkeit_und_arbeitsmarkt",)),
        (("interkulturelle_oeffnung",), ("migrationsgesellschaftliche_oeffnung",)),
    ]


def test_options_of_the_application_become_those_of_the_report() -> None:
    ganz = uebertragen(
        "bestandsaufnahme:\n  bereiche: [soziales, erwerbstaetigkeit_und_arbeitsmarkt, {sonstiges: Wohnen}]\n"
        "handlungskonzept:\n  handlungsfelder: [antisemitismus_und_rassismus, migrationsgesellschaftliche_oeffnung]\n",
        ANTRAG,
        BERICHT,
    )
    assert list(ganz.antworten.values()) == [
        {"erwerbstaetigkeit": "ja", "arbeitsmarkt": "ja", "soziales": "ja"},
        ["interkulturelle_oeffnung"],
    ]
    assert [eine.was for eine in ganz.ausgelassen] == ["sonstiges: Wohnen", "antisemitismus_und_rassismus"]


def test_a_document_without_year_cannot_be_carried_over() -> None:
    alt = lade(read_source("alt.yaml", b'dokument: taetigkeitsbericht\ngliederung: "2020"\n'))
    with pytest.raises(ValueError, match=r"alt\.yaml"):
        uebertrage(alt, dokumenttyp(*BERICHT), BERICHT)


# --- Whatever stands in the old document ----------------------------------------------------------------------------

_tage = st.dates().map(lambda tag: tag.replace(year=2022 + tag.year % 5, day=min(tag.day, 28)))
_daten = (
    _tage.map(str) | _tage.map(lambda t: f"{t:%d.%m.%Y}") | _tage.map(lambda t: f"{t:%Y-%m}") | st.integers(2022, 2026)
)
_saetze = st.sampled_from(
    [
        "Seit Mai 2024",
        "am 3.5.24",
        "Schuljahr 2023/24",
        "2024",
        "bis 2025",
        "Frauen: 12 %",
        "- Punkt\n- Punkt",
        "a: b # c",
    ]
)
_texte = _saetze | st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" \n"), max_size=8
)
_BLAETTER: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Text, _texte),
    (Grund, _texte.map(lambda text: f"weil {text}")),
    (JaNein, st.sampled_from(["ja", "nein"])),
    (Zahl, st.sampled_from(["19,5", 39])),
    (Anzahl, st.integers(0, 3000)),
    (Ags, st.just("03999")),
    (Datum, _daten),
]


def gueltig(annotation: Any) -> st.SearchStrategy[Any]:
    """Data that a type accepts, with much of the old year in them."""
    leser = [eins for eins in getattr(annotation, "__metadata__", ()) if isinstance(eins, PlainValidator)]
    for typ, werte in _BLAETTER:
        if annotation is typ or (leser and leser == [m for m in getattr(typ, "__metadata__", ()) if m in leser]):
            return werte
    if annotation in (type(None), str):
        return st.none() if annotation is type(None) else _texte
    if get_origin(annotation) is list:
        return st.lists(st.deferred(lambda: gueltig(get_args(annotation)[0])), max_size=2)
    if get_origin(annotation) in (Union, UnionType):
        return st.one_of([gueltig(teil) for teil in get_args(annotation)])
    if not isinstance(annotation, type):
        return gueltig(get_args(annotation)[0])
    if issubclass(annotation, Option):
        return st.sampled_from([option.name for option in annotation])
    return st.deferred(lambda: _abbildung(annotation))


def _abbildung(typ: type[Modell]) -> st.SearchStrategy[Any]:
    felder = {name: gueltig(_ganz(info)) for name, info in typ.model_fields.items()}
    pflicht = {name: felder.pop(name) for name, info in typ.model_fields.items() if info.is_required()}
    return st.fixed_dictionaries(pflicht, optional=felder)


def _ganz(info: Any) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def dokumente(eins: tuple[str, str]) -> st.SearchStrategy[dict[str, Any]]:
    """Whole documents with all sections, each question answered or not."""
    typ = dokumenttyp(*eins)
    namen = [
        name
        for name in typ.model_fields
        if name not in ("dokument", "gliederung", "status", "uebernommen", typ.jahresfeld)
    ]
    teile = {name: gueltig(_ganz(typ.model_fields[name])) for name in namen}
    kopf = {"dokument": st.just(eins[0]), "gliederung": st.just(eins[1]), typ.jahresfeld: st.just(JAHR)}
    return st.fixed_dictionaries(kopf, optional=teile)


def _blaetter(wert: Any) -> Iterator[Any]:
    if isinstance(wert, Modell):
        for _name, eins in wert:
            yield from _blaetter(eins)
    elif isinstance(wert, list):
        for eins in wert:
            yield from _blaetter(eins)
    else:
        yield wert


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data(), von=st.sampled_from([BERICHT, ANTRAG]), nach=st.sampled_from([BERICHT, ANTRAG]))
def test_nothing_of_the_old_year_and_always_valid(
    data: st.DataObject, von: tuple[str, str], nach: tuple[str, str]
) -> None:
    daten = data.draw(dokumente(von))
    alt = lade(read_source("alt.yaml", json.dumps(daten, ensure_ascii=False).encode()))
    assume(alt.dokument is not None)
    ganz = uebertrage(alt, dokumenttyp(*nach), nach)
    text = neues(ganz, nach)
    neu = lade(read_source("neu.yaml", text.encode()))
    assert [finding for finding in neu.findings if finding.severity is Severity.ERROR] == []
    assert neu.dokument is not None
    for frage in ganz.fragen:
        if frage.pfad == KOMMUNE:  # a name is a name
            continue
        for blatt in _blaetter(_wert(neu.dokument, frage.pfad)):
            assert not (isinstance(blatt, Datum) and blatt.jahr == JAHR), frage.pfad
            assert not (isinstance(blatt, int) and not isinstance(blatt, bool)), frage.pfad
            assert not (isinstance(blatt, str) and nennt_jahr(blatt, JAHR)), frage.pfad
    unbestaetigt = [eine.frage.pfad for eine in stand(neu) if eine.unbestaetigt]
    assert unbestaetigt == [frage.pfad for frage in ganz.fragen if frage.gilt_fuer(_typ(neu))]
    assert not [eine for eine in stand(neu) if eine.zustand in (Zustand.BEANTWORTET, Zustand.FEHLERHAFT)]
    _bestaetigt(neu, unbestaetigt, text)


def _typ(neu: Geladen) -> Any:
    kommune = neu.dokument.kommune if neu.dokument else None
    return kommune.gebietstyp if kommune else None


def _wert(dokument: Any, pfad: tuple[str, ...]) -> Any:
    for name in pfad:
        dokument = getattr(dokument, name)
    return dokument


def _bestaetigt(neu: Geladen, pfade: list[tuple[str, ...]], text: str) -> None:
    """Confirmed one by one only lines of the block go, and in the end all of them."""
    if not pfade:
        return
    eine = edit(neu.source, bestaetigung(neu, pfade[0])).decode()
    zeilen = text.splitlines()
    geblieben = iter(zeilen)
    assert all(zeile in geblieben for zeile in eine.splitlines())
    assert len(zeilen) - len(eine.splitlines()) == 1 or len(pfade) == 1
    alles = edit(neu.source, bestaetigungen(neu, pfade)).decode()
    assert alles == text[: text.index("uebernommen:\n")]


def test_confirming_takes_marks_that_are_out_of_date_with_it() -> None:
    text = neues(uebertragen(KONZEPT + "    terminiert: ja\n    grundlage: ja\n    leitgrundsaetze: ja\n"), BERICHT)
    neu = lade(read_source("neu.yaml", text.replace("grundlage: ja", "grundlage: nein").encode()))
    offen = [eine.frage.pfad for eine in stand(neu) if eine.unbestaetigt]
    assert [pfad[-1] for pfad in offen] == ["leitgrundsaetze", "terminiert"]
    danach = lade(read_source("neu.yaml", edit(neu.source, bestaetigung(neu, offen[0]))))
    assert list(danach.source.data["uebernommen"]["unbestaetigt"]) == ["aufgaben.handlungskonzept.terminiert"]
    assert bestaetigung(neu, ("aufgaben", "kmn")) == []


def test_questions_that_cannot_apply_are_not_carried_over() -> None:
    alt = geladen("aufgaben:\n  einbeziehung_der_gemeinden:\n    austausch: ja\n")
    typ = dokumenttyp(*BERICHT)
    assert namen(uebertrage(alt, typ, BERICHT)) == ["austausch"]
    assert namen(uebertrage(alt, typ, BERICHT, Gebietstyp.stadt)) == []
    assert any(frage.frage.bleibt for frage in gliederung(typ).fragen)

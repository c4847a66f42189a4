"""What stands for what between the outlines."""

from __future__ import annotations

import pytest

from kmut_cli.documents.entsprechungen import Beziehung, Entsprechungen, entsprechungen, verbunden
from kmut_cli.documents.gliederung import gliederung, optionen
from kmut_cli.documents.registry import arten, dokumenttyp

ANTRAG, BERICHT = ("projektbeschreibung", "2026"), ("taetigkeitsbericht", "2020")
ALLE = [(art, ausgabe) for art, ausgaben in arten().items() for ausgabe in ausgaben]
FELDER = ("handlungskonzept", "handlungsfelder")
FELDER_2020 = ("aufgaben", "handlungskonzept", "handlungsfelder")


@pytest.mark.parametrize("eines", ALLE, ids="-".join)
def test_an_outline_corresponds_to_itself(eines: tuple[str, str]) -> None:
    alle = entsprechungen(eines, eines)
    fragen = [frage.pfad for frage in gliederung(dokumenttyp(*eines)).fragen]
    assert [(paar.von, paar.zu, paar.beziehung) for paar in alle.paare] == [(p, (p,), Beziehung.GLEICH) for p in fragen]
    assert alle.ohne_gegenstueck == ()


@pytest.mark.parametrize("von", ALLE, ids="-".join)
@pytest.mark.parametrize("zu", ALLE, ids="-".join)
def test_every_question_is_in_a_pair_or_without_counterpart(von: tuple[str, str], zu: tuple[str, str]) -> None:
    alle = entsprechungen(von, zu)
    hier = {frage.pfad: frage for frage in gliederung(dokumenttyp(*von)).fragen}
    dort = {frage.pfad: frage for frage in gliederung(dokumenttyp(*zu)).fragen}
    assert {paar.von for paar in alle.paare} | set(alle.ohne_gegenstueck) == set(hier)
    assert not {paar.von for paar in alle.paare} & set(alle.ohne_gegenstueck)
    for paar in alle.paare:
        assert set(paar.zu) <= set(dort)
        if paar.beziehung is Beziehung.AUSWAHL:
            assert set(paar.optionen) == set(optionen(hier[paar.von].typ))
            andere = {name for namen in paar.optionen.values() for name in namen}
            assert andere <= set(optionen(dort[paar.zu[0]].typ))
        if paar.option:
            assert paar.option in optionen(hier[paar.von].typ)


def test_fields_of_action_by_option() -> None:
    hin, her = entsprechungen(ANTRAG, BERICHT).uebertragbar, entsprechungen(BERICHT, ANTRAG).uebertragbar
    assert hin[FELDER].zu == (FELDER_2020,)
    assert hin[FELDER].optionen == {
        "partizipation": ("partizipation",),
        "gleichstellung": ("gleichstellung",),
        "ehrenamt": ("ehrenamt",),
        "migrationsgesellschaftliche_oeffnung": ("interkulturelle_oeffnung",),
        "antisemitismus_und_rassismus": (),
    }
    assert her[FELDER_2020].optionen["interkulturelle_oeffnung"] == ("migrationsgesellschaftliche_oeffnung",)


def test_one_area_stands_for_two_topics() -> None:
    hin = entsprechungen(ANTRAG, BERICHT).uebertragbar["bestandsaufnahme", "bereiche"]
    assert hin.uebersetzt(["erwerbstaetigkeit_und_arbeitsmarkt", "sonstiges"]) == (
        ("erwerbstaetigkeit", "arbeitsmarkt"),
        ("sonstiges",),
    )
    her = entsprechungen(BERICHT, ANTRAG).uebertragbar["aufgaben", "bestandsaufnahme", "themen"]
    assert her.uebersetzt(["erwerbstaetigkeit", "arbeitsmarkt"]) == (("erwerbstaetigkeit_und_arbeitsmarkt",), ())


def test_plans_go_one_way_and_are_never_carried_over() -> None:
    hin = {paar.von: paar.beziehung for paar in entsprechungen(ANTRAG, BERICHT).paare}
    assert hin["bestandsaufnahme", "aktualisierung_geplant"] is Beziehung.VOLLZUG
    assert hin["handlungskonzept", "besonders_relevant"] is Beziehung.ERWAEHNUNG
    assert all(paar.uebertragbar for paar in entsprechungen(BERICHT, ANTRAG).paare)


def test_in_another_edition_a_question_keeps_its_place() -> None:
    """No kind has two editions yet; the report stands for its own successor."""
    eine = gliederung(dokumenttyp(*BERICHT))
    gleiche: Entsprechungen = verbunden(eine, eine, [], gleiche_art=True)
    assert len(gleiche.paare) == len(eine.fragen)
    assert verbunden(eine, eine, [], gleiche_art=False).ohne_gegenstueck == tuple(f.pfad for f in eine.fragen)


def test_an_unknown_edition_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        entsprechungen(ANTRAG, ("taetigkeitsbericht", "1999"))

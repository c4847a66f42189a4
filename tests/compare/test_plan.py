"""Plan and report: what was announced, what came of it, and where the report speaks of it."""

from __future__ import annotations

import pytest

from kmut_cli.compare.erwaehnung import begriffe, staemme
from kmut_cli.compare.formate import schreibe
from kmut_cli.compare.plan import planvergleich
from kmut_cli.compare.planblatt import planblatt
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt, Planvergleich
from tests.compare.hilfen import ANTRAG, BERICHT, beispiel, geladen


def plan(antrag: str, bericht: str, jahr: int = 2026) -> Planvergleich:
    kopf = BERICHT.replace("2024", str(jahr))
    return planvergleich(geladen(ANTRAG + antrag, "antrag.yaml"), geladen(kopf + bericht, "bericht.yaml"))


def einer(ergebnis: Planvergleich) -> tuple[str, str, str]:
    (punkt,) = ergebnis.punkte
    return punkt.gruppe.name, punkt.was, punkt.bericht


def test_the_example_differs_where_it_was_planted() -> None:
    """The four that `examples/landkreis-musterland/2026/taetigkeitsbericht.yaml` names at its top, and no other."""
    ergebnis = planvergleich(beispiel("2026/projektbeschreibung.yaml"), beispiel("2026/taetigkeitsbericht.yaml"))
    assert [(punkt.pfad, punkt.was) for punkt in ergebnis.gruppe(Gruppe.NICHT_ERWAEHNT)] == [
        ("bestandsaufnahme.bereiche", "Erwerbstätigkeit und Arbeitsmarkt (im Bericht: „Arbeitsmarkt“)"),
        ("handlungskonzept.vorhaben", "fortgeschrieben werden."),
        ("handlungskonzept.handlungsfelder", "Ehrenamt und bürgerschaftliches Engagement"),
        ("handlungskonzept.besonders_relevant", "Gesundheit und Sprachmittlung"),
    ]
    assert ergebnis.gruppe(Gruppe.NICHT_ANGEKUENDIGT) == ()
    assert [punkt.pfad for punkt in ergebnis.gruppe(Gruppe.OHNE_GEGENSTUECK)] == [
        "bestandsaufnahme.planungen",
        "handlungskonzept.handlungsfelder",
        "handlungskonzept.planungen",
        "weitere_aufgaben",
    ]
    assert ergebnis.hinweise == ()
    assert len(ergebnis.nur_im_bericht) == 36


ENTWURF = "Der Bericht ist noch ein Entwurf; was darin nicht beantwortet ist, zählt als nicht erwähnt."
BA, HK = "bestandsaufnahme: {{{}}}\n", "handlungskonzept: {{{}}}\n"
BA_DORT, HK_DORT = "aufgaben: {{bestandsaufnahme: {{{}}}}}\n", "aufgaben: {{handlungskonzept: {{{}}}}}\n"


@pytest.mark.parametrize(
    ("antrag", "bericht", "soll"),
    [
        (
            BA.format("aktualisierung_geplant: ja"),
            BA_DORT.format("fortgeschrieben: 2026-03"),
            ("BERICHTET", "„Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?“ 03/2026"),
        ),
        (
            BA.format("aktualisierung_geplant: ja"),
            BA_DORT.format("zuletzt_vorgenommen: 2026"),
            ("BERICHTET", "„Wann wurde eine umfassende Bestandsaufnahme zuletzt vorgenommen?“ 2026"),
        ),
        (BA.format("aktualisierung_geplant: ja"), "", ("NICHT_ERWAEHNT", "kein Datum aus 2026")),
        (
            BA.format("aktualisierung_geplant: nein"),
            BA_DORT.format("fortgeschrieben: 2026"),
            (
                "NICHT_ANGEKUENDIGT",
                "„Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?“ 2026",
            ),
        ),
        (
            HK.format("vorhaben: [erstmals_erstellt]"),
            HK_DORT.format("erstellt: 2026-05"),
            ("BERICHTET", "„Wann wurde ein Handlungskonzept erstellt?“ 05/2026"),
        ),
        (
            HK.format("vorhaben: [umgesetzt]"),
            HK_DORT.format("ziele: [{ziel: A, massnahmen: [{stand: laufend}, {stand: umgesetzt}, {stand: geplant}]}]"),
            ("BERICHTET", "1× umgesetzt, 1× laufend"),
        ),
        (
            HK.format("vorhaben: [umgesetzt]"),
            HK_DORT.format("ziele: [{ziel: A, massnahmen: [{stand: geplant}]}]"),
            ("NICHT_ERWAEHNT", "keine Angabe, dass davon etwas läuft oder umgesetzt ist"),
        ),
        (
            HK.format("handlungsfelder: [migrationsgesellschaftliche_oeffnung]"),
            HK_DORT.format("handlungsfelder: [interkulturelle_oeffnung]"),
            ("BERICHTET", "berücksichtigt"),
        ),
        (HK.format("handlungsfelder: [ehrenamt]"), "", ("NICHT_ERWAEHNT", "noch nicht beantwortet")),
        ("", HK_DORT.format("handlungsfelder: [ehrenamt]"), ("NICHT_ANGEKUENDIGT", "berücksichtigt")),
        (
            HK.format("handlungsfelder: [antisemitismus_und_rassismus]"),
            "aufgaben: {kmn: Ein Fachtag über antisemitische und rassistische Vorfälle.}\n",
            ("OHNE_GEGENSTUECK", "steht dort nicht zur Auswahl; im Text erwähnt"),
        ),
        (
            HK.format("handlungsfelder: [antisemitismus_und_rassismus]"),
            "aufgaben: {kmn: nichts davon}\n",
            ("NICHT_ERWAEHNT", "steht dort nicht zur Auswahl und kommt auch in keinem Text vor"),
        ),
        (
            BA.format("bereiche: [{sonstiges: Wohnen und Verkehr}]"),
            "aufgaben: {kmn: Die Wohnung}\n",
            ("BERICHTET", "steht dort nicht zur Auswahl; im Text erwähnt: „Wohnen“; nicht: „Verkehr“"),
        ),
        (
            BA.format("planungen: Text"),
            "",
            ("OHNE_GEGENSTUECK", "fragt danach nicht; bitte selbst vergleichen"),
        ),
        (HK.format("besonders_relevant: [Wohnen]"), "", ("NICHT_ERWAEHNT", "kommt in keinem Text vor")),
    ],
)
def test_each_way_to_announce(antrag: str, bericht: str, soll: tuple[str, str]) -> None:
    gruppe, _was, text = einer(plan(antrag, bericht))
    assert (gruppe, text) == soll


def test_one_area_for_two_topics_is_told_apart() -> None:
    ergebnis = plan(
        BA.format("bereiche: [erwerbstaetigkeit_und_arbeitsmarkt]"),
        BA_DORT.format("themen: {erwerbstaetigkeit: ja, arbeitsmarkt: nein}"),
    )
    assert [(punkt.gruppe, punkt.was) for punkt in ergebnis.punkte] == [
        (Gruppe.BERICHTET, "Erwerbstätigkeit und Arbeitsmarkt (im Bericht: „Erwerbstätigkeit“)"),
        (Gruppe.NICHT_ERWAEHNT, "Erwerbstätigkeit und Arbeitsmarkt (im Bericht: „Arbeitsmarkt“)"),
    ]


def test_where_it_is_mentioned() -> None:
    ergebnis = plan(
        HK.format("besonders_relevant: [Ländlicher Raum]"),
        "aufgaben: {kmn: Busse im ländlichen Raum}\norganisation: {personelle_besetzung: [{name: Anna Raum}]}\n",
    )
    (punkt,) = ergebnis.punkte
    assert isinstance(punkt, Planpunkt)
    assert [(ort.nummer, ort.pfad) for ort in punkt.fundstellen] == [
        ("1.1", "organisation.personelle_besetzung"),
        ("2.10", "aufgaben.kmn"),
    ]


def test_other_years_and_other_bodies_are_told() -> None:
    ergebnis = plan("kommune: {name: Landkreis A}\n", "kommune: {name: Landkreis B}\n", jahr=2025)
    assert ergebnis.hinweise == (
        "Der Antrag gilt für 2026, der Bericht für 2025.",
        "Der Antrag ist von „Landkreis A“, der Bericht von „Landkreis B“.",
        ENTWURF,
    )


def test_a_draft_is_told_and_a_final_report_is_not() -> None:
    assert plan("", "").hinweise == (ENTWURF,)
    assert plan("", "status: entwurf\n").hinweise == (ENTWURF,)
    assert plan("", "status: final\n").hinweise == ()


def blatt_text(antrag: str, bericht: str) -> str:
    return " ".join(schreibe("text", planblatt(plan(antrag, bericht), ())).split())


def test_a_plan_without_answers_is_not_said_to_be_fulfilled() -> None:
    leer, erfuellt = blatt_text("", ""), blatt_text(HK.format("besonders_relevant: [Chor]"), "aufgaben: {kmn: Chor}\n")
    assert "Der Antrag kündigt noch nichts an: Keine seiner Fragen ist beantwortet." in leer
    assert "Alles, was angekündigt war" not in leer
    assert "Nichts: Alles, was angekündigt war, kommt im Bericht vor." in erfuellt


def test_one_further_question_is_told_in_the_singular() -> None:
    eine = "Der Bericht beantwortet eine weitere Frage, zu der der Antrag nichts fragt (Abschnitt 2.10)."
    assert eine in blatt_text("", "aufgaben: {kmn: Chor}\n")


# --- German words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eintrag", "text"),
    [
        ("Gesundheit", "das Gesundheitsamt"),
        ("Sprachmittlung", "Sprachmittler*innen und Sprachmittlerinnen"),
        ("Wohnen", "eine Wohnung"),
        ("Rassismus", "rassistische Vorfälle"),
        ("Antisemitismus", "antisemitisch"),
        ("Quartier", "im Quartiersmanagement"),
        ("Ausländische Abschlüsse", "mit ausländischem Berufsabschluss"),
        ("Kinder", "den Kindern"),
        ("Räume", "im Raum"),
        ("KMN", "die KMN tagt"),
        ("Erreichbarkeit der Angebote", "die Angebote am Ort"),
        ("Bildung", "in der Erwachsenenbildung"),
        ("Bildung", "eine Bildungsberatung"),
        ("Rassismus", "Rassismuskritik"),
        ("Antisemitische Vorfälle; Rassismuskritik", "Antisemitismus und Rassismuskritik"),
        ("Sport", "die Sportvereine"),
        ("Sport", "im Breitensport"),
        ("Arbeit", "die Jugendarbeit"),
        ("Schule", "an drei Grundschulen"),
        ("Kinder", "im Kindergarten"),
        ("Transport", "ein Krankentransport"),
    ],
)
def test_inflected_words_are_found(eintrag: str, text: str) -> None:
    assert all(begriff.genannt(staemme(text)) for begriff in begriffe(eintrag))


@pytest.mark.parametrize(
    ("eintrag", "text"),
    [
        ("Gesundheit", "gesehen und gesandt"),
        ("Ehrenamt", "eine Ehrung im Amt"),
        ("Bekämpfung von Antisemitismus", "die Bekämpfung des Leerstands"),
        ("Frauen mit ausländischen Abschlüssen am Arbeitsmarkt", "Frauen im Chor"),
        ("Raum", "raunen"),
        ("Bildung", "eine Abbildung am Bildschirm"),
        ("Sport", "der Krankentransport"),
        ("Recht", "gerecht verteilt"),
    ],
)
def test_other_words_are_not(eintrag: str, text: str) -> None:
    assert not any(begriff.genannt(staemme(text)) for begriff in begriffe(eintrag))


def test_an_entry_is_taken_apart_into_topics() -> None:
    assert [eins.text for eins in begriffe("Wohnen, Gesundheit und gemeldete Vorfälle")] == [
        "Wohnen",
        "Gesundheit",
        "gemeldete Vorfälle",
    ]
    assert [eins.text for eins in begriffe("und so")] == ["und so"]
    assert begriffe("—") == ()

"""Documents by question: each kind of answer, lists by entry, other editions, faulty files."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmut_cli.compare.rohdaten import als_text
from kmut_cli.compare.unterschied import UMGEKEHRT, Art
from kmut_cli.compare.vergleich import vergleich
from kmut_cli.compare.zuordnung import versetzte, zuordnung
from kmut_cli.documents.uebernahme import fingerabdruck
from tests.compare.hilfen import ANTRAG, NAMEN, beispiel, dokumente, einziger, geladen, kurz, vergleiche_texte

ORG = "organisation:\n  "
BA = "aufgaben:\n  bestandsaufnahme:\n    "
HK = "aufgaben:\n  handlungskonzept:\n    "


@pytest.mark.parametrize(
    ("alt", "neu", "soll"),
    [
        (BA + "weitere_daten: eins zwei drei", BA + "weitere_daten: eins vier drei", ["~|eins [-zwei-] {+vier+} drei"]),
        (BA + "fortgeschrieben: 2024", BA + "fortgeschrieben: 2024-11", ["~|[-2024-] {+11/2024+}"]),
        (HK + "leitgrundsaetze: ja", HK + "leitgrundsaetze: nein", ["~|[-ja-] {+nein+}"]),
        (
            HK + "leitgrundsaetze: ja",
            HK + "leitgrundsaetze: {antwort: ja, erlaeuterung: neu}",
            ["+Erläuterung|{+neu+}"],
        ),
        (HK + "hindernisse: Text", HK + "hindernisse: {entfaellt: nie}", ["-|[-Text-]", "+entfällt, weil|{+nie+}"]),
        (
            HK + "handlungsfelder: [partizipation, ehrenamt]",
            HK + "handlungsfelder: [ehrenamt, gleichstellung]",
            ["-|[-Partizipation durch Sprache, Bildung und Beruf-]", "+|{+Gleichstellung der Geschlechter+}"],
        ),
        (BA + "themen: {soziales: ja}", BA + "themen: {soziales: nein}", ["~Soziales|[-ja-] {+nein+}"]),
        (HK + "wichtigste_ziele: [A, B, C]", HK + "wichtigste_ziele: [C, A, B]", [">3→1 C|"]),
        (HK + "wichtigste_ziele: [A, B, '- C']", HK + "wichtigste_ziele: ['- C', A, B]", [">3→1 C|"]),
        (HK + "wichtigste_ziele: [A, B]", HK + "wichtigste_ziele: [B]", ["-|[-A-]"]),
        (
            ORG + "personelle_besetzung: [{name: Anna Alt, wochenstunden: 20}]",
            ORG + "personelle_besetzung: [{name: Bea Neu, wochenstunden: 20}, {name: Anna Alt, wochenstunden: '19,5'}]",
            ["+|{+Bea Neu+} (+Wochenstunden|{+20+})", "~Anna Alt| (~Wochenstunden|[-20-] {+19,5+})"],
        ),
        (
            "aufgaben: {projekte: {massnahmen: frei erzählt}}",
            "aufgaben: {projekte: {massnahmen: [{titel: Fest}]}}",
            ["-|[-frei erzählt-]", "+|{+Fest+}"],
        ),
        ("", BA + "weitere_daten: neu", ["+|{+neu+}"]),
        (BA + "weitere_daten: alt", BA + "weitere_daten:", ["-|[-alt-]"]),
        (HK + "anlage: a.pdf", HK + "anlage: b.pdf", ["~|[-a.pdf-] {+b.pdf+}"]),
    ],
)
def test_answers(alt: str, neu: str, soll: list[str]) -> None:
    assert [kurz(eins) for eins in einziger(vergleiche_texte(alt, neu))] == soll


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        (HK + "handlungsfelder: [partizipation, ehrenamt]", HK + "handlungsfelder: [ehrenamt, partizipation]"),
        (HK + "leitgrundsaetze: ja", HK + "leitgrundsaetze: true"),
        (HK + "leitgrundsaetze: ja", HK + "leitgrundsaetze: {antwort: ja}"),
        (BA + "fortgeschrieben: 14.05.2023", BA + "fortgeschrieben: 2023-05-14"),
        (BA + "weitere_daten: eins zwei", BA + "weitere_daten: |\n      eins\n      zwei\n"),
        (BA + "weitere_daten:", BA + "hindernisse: ''"),
        (ORG + "personelle_besetzung: [{name: A, wochenstunden: '19,50'}]",) * 2,
    ],
)
def test_another_spelling_is_no_change(alt: str, neu: str) -> None:
    ergebnis = vergleiche_texte(alt, neu)
    assert not ergebnis.geaendert
    assert ergebnis.gleiche_bytes is (alt == neu)


ZIELE_ALT = """
- {kuerzel: Z1, ziel: Sprachkurse für alle, massnahmen: [{massnahme: Kursfinder, stand: geplant}, {massnahme: Bus}]}
- {kuerzel: Z2, ziel: Kinder haben einen Platz in Schule oder Kita}
- {kuerzel: Z3, ziel: Ehrenamt stärken}
"""
ZIELE_NEU = """
- {kuerzel: Z2, ziel: Jedes Kind hat einen Platz in Schule oder Kita}
- {kuerzel: Z1, ziel: Sprachkurse für alle, massnahmen: [{massnahme: Bus}, {massnahme: Kursfinder, stand: umgesetzt}]}
- {kuerzel: Z3, ziel: Die Verwaltung ist offen}
"""


def test_goals_are_known_again_moved_and_reworded() -> None:
    def ziele(text: str) -> str:
        return HK + "ziele:" + text.replace("\n", "\n      ")

    ist = [kurz(eins) for eins in einziger(vergleiche_texte(ziele(ZIELE_ALT), ziele(ZIELE_NEU)))]
    assert ist == [
        "~Z2: Jedes Kind hat einen Platz in Schule oder Kita|"
        " (~Ziel|[-Kinder haben-] {+Jedes Kind hat+} einen Platz in Schule oder Kita)",
        "-Z3|[-Ehrenamt stärken-]",
        "~1→2 Z1: Sprachkurse für alle| (~Maßnahmen| (~1→2 Kursfinder| (~Stand|[-geplant-] {+umgesetzt+})))",
        "+Z3|{+Die Verwaltung ist offen+}",
    ]


def test_the_head_and_the_body() -> None:
    ergebnis = vergleich(
        geladen('dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\nkommune: {name: A}\n'),
        geladen(
            'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2025\nstatus: final\nkommune: {name: B}\n'
        ),
    )
    assert [kurz(eins) for eins in ergebnis.kopf] == [
        "~Status|[-Entwurf-] {+endgültige Fassung+}",
        "~Berichtsjahr|[-2024-] {+2025+}",
        "~Kommune| (~Name|[-A-] {+B+})",
    ]
    assert ergebnis.geaendert


def test_two_kinds_are_compared_by_what_corresponds() -> None:
    ergebnis = vergleich(beispiel("2026/taetigkeitsbericht.yaml"), beispiel("2026/projektbeschreibung.yaml"))
    je_pfad = {frage.pfad: frage for frage in ergebnis.fragen if frage.pfad}
    assert [kurz(eins) for eins in je_pfad["handlungskonzept.handlungsfelder"].unterschiede] == [
        "+|{+Ehrenamt und bürgerschaftliches Engagement+}",
        "+|{+Bekämpfung von Antisemitismus und Rassismus+}",
    ]
    assert je_pfad["bestandsaufnahme.bereiche"].pfad_alt == "aufgaben.bestandsaufnahme.themen"
    assert je_pfad["weitere_aufgaben"].art is Art.OHNE_GEGENSTUECK
    assert sum(frage.art is Art.OHNE_GEGENSTUECK and not frage.pfad for frage in ergebnis.fragen) == 41


def test_a_faulty_answer_takes_part_as_it_is_typed() -> None:
    ergebnis = vergleiche_texte(BA + "fortgeschrieben: 2024-13", BA + "fortgeschrieben: 2024-12")
    (frage,) = ergebnis.geaenderte
    assert frage.fehlerhaft
    assert [kurz(eins) for eins in frage.unterschiede] == ["~|[-2024-13-] {+2024-12+}"]
    assert ergebnis.alt is not None
    assert ergebnis.alt.befunde == 1


def test_without_a_head_the_keys_are_compared() -> None:
    ergebnis = vergleich(geladen("aufgaben: {kmn: eins}\nweg: ja\n"), geladen("aufgaben: {kmn: zwei}\n"))
    assert {frage.pfad: frage.art for frage in ergebnis.fragen} == {"aufgaben.kmn": Art.GEAENDERT, "weg": Art.ENTFERNT}


def test_a_document_without_counterpart() -> None:
    assert vergleich(None, geladen(ANTRAG)).geaendert
    assert vergleich(geladen(ANTRAG), None).geaendert


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(dokumente())
def test_a_document_equals_itself(eines: object) -> None:
    ergebnis = vergleich(eines, eines)  # type: ignore[arg-type]
    assert not ergebnis.geaendert
    assert ergebnis.gleiche_bytes


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.sampled_from(NAMEN).flatmap(lambda name: st.tuples(dokumente(name), dokumente(name))))
def test_from_the_other_side_new_is_removed(paar: tuple[object, object]) -> None:
    hin, her = vergleich(*paar), vergleich(*reversed(paar))  # type: ignore[arg-type]
    if not all(seite and seite.art for seite in (hin.alt, hin.neu)):
        return
    assert {f.pfad: f.art for f in hin.fragen} == {f.pfad_alt: UMGEKEHRT.get(f.art, f.art) for f in her.fragen}
    assert len(hin.kopf) == len(her.kopf)


@given(st.lists(st.sampled_from(["a", "b c", "b d", "e f g", "e f h", ""]), max_size=8), st.permutations(range(6)))
def test_entries_are_matched_the_same_from_both_sides(alt: list[str], folge: list[int]) -> None:
    neu = [alt[n] for n in folge if n < len(alt)]
    hin, her = zuordnung(alt, neu), zuordnung(neu, alt)
    texte = sorted((alt[i], neu[j]) for i, j in hin.items())
    assert texte == sorted((alt[i], neu[j]) for j, i in her.items())
    assert len(set(hin.values())) == len(hin)
    assert len(versetzte(hin)) == len(versetzte({j: i for i, j in hin.items()}))


def test_as_few_entries_as_possible_have_moved() -> None:
    assert versetzte({0: 1, 1: 2, 2: 3, 3: 0}) == {3}
    assert versetzte({0: 0, 1: 2, 2: 1}) in ({1}, {2})
    assert versetzte({}) == frozenset()


def test_marks_of_changed_answers_do_not_count_as_unconfirmed() -> None:
    marken = {"aufgaben.kmn": fingerabdruck("Zwei Treffen."), "aufgaben.steuerungsmodell": fingerabdruck("x")}
    block = "uebernommen:\n  unbestaetigt:\n" + "".join(f'    {pfad}: "{marke}"\n' for pfad, marke in marken.items())
    ergebnis = vergleiche_texte(
        "aufgaben:\n  kmn: Zwei Treffen.\n" + block, "aufgaben:\n  kmn: Drei Treffen.\n" + block
    )
    assert [kurz(eins) for eins in ergebnis.kopf] == ["-Übernommene Antworten ohne Bestätigung|[-1-]"]


def test_an_entry_that_begins_with_a_list_stands_below_its_mark() -> None:
    assert als_text(["- Sprachmittlung\n- Chor", "Fest"]) == "\n-\n  - Sprachmittlung\n  - Chor\n- Fest"
    assert als_text({"ziel": "- Chor"}) == "\n- ziel:\n  - Chor"
    assert als_text(["-5 Grad"]) == "\n- -5 Grad"

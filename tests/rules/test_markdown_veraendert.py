"""KM413: lines that Markdown reads otherwise than they are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.rules.hilfen.markdown_fallen import fallen
from kmut_cli.rules.markdown_veraendert import VERDACHT


@pytest.mark.parametrize(
    ("text", "markiert"),
    [
        ("30. Juni", ["30."]),
        ("Treffen:\n\n30. Juni: Verden\n5. Juli: Stade", ["30.", "5."]),
        ("- 30. Juni: Verden\n- 5. Juli: Stade", ["30.", "5."]),
        ("> 3. Mai: Grußwort", ["3."]),
        ("Die Frist endet am\n1. März 2024, danach nicht mehr.", ["1."]),
        ("30. 6. 2024 Treffen", ["30."]),
        ("12. Dez. 2024", ["12."]),
        ("12. Dez 2024", ["12."]),
        ("1990. Damals begann es.", ["1990."]),
        ("Das steht in Kapitel\n1. Danach ging es weiter.", ["1."]),
        ("3. Sitzung am Montag", ["3."]),
        ("1. Quartal 2024: drei Treffen", ["1."]),
        ("1. eins\n3. drei", ["3."]),
        ("30.", ["30."]),
        ("Text\n\n    eingerückt", ["eingerückt"]),
        ("- Punkt\n\n      zu weit", ["zu weit"]),
        ("> 50 % der Kinder", [">"]),
        ("+ 12 % gegenüber 2023", ["+"]),
        ("Ein ganzer Satz.\n---", ["---"]),
        ("Hindernisse:\n-", ["-"]),
        ("Zeile eins\nZeile zwei\n=====", ["====="]),
    ],
)
def test_trap_is_found_at_its_place(text: str, markiert: list[str]) -> None:
    gefunden = fallen(text)
    assert [text[falle.stelle : falle.stelle + falle.laenge] for falle in gefunden] == markiert


@pytest.mark.parametrize(
    "text",
    [
        "1. eins\n2. zwei\n3. drei",
        "1. eins\n1. zwei\n1. drei",
        "5. eins\n6. zwei",
        "1. eins\n\n   Absatz dazu\n\n2. zwei",
        "Schritt eins\n\n1. A\n\nText dazwischen\n\n2. B\n\n| a |\n|---|\n\n3. C",
        "Gemeinsam entstanden\n\n1. nur eines",
        "Drei Schritte, davon einer fertig:\n1. der erste",
        "1. Jan Kowalski\n2. Eva Meier",
        "1. Maßnahmen\n2. Märkte\n3. Augustinum",
        "1. Quartal: eins\n2. Quartal: zwei",
        "27./28. April 2015 in Hannover",
        "Am 30. Juni trafen wir uns.",
        "Wir trafen uns am\n30. Juni in Verden.",
        "2.1 Bestandsaufnahme",
        "2024-05-14 war der Stichtag",
        "1) eins\n2) zwei",
        "- eins\n  - zwei\n    - drei\n      weiter",
        "- Punkt mit\n    Fortsetzung",
        "Absatz mit\n    eingerückter Fortsetzung",
        "Überschrift\n===========\n\nText",
        "Zwischenüberschrift\n-------------------\n\nText",
        "Text\n\n---\n\nText",
        "* * *",
        "# 30. Juni",
        "| Datum | Ort |\n|---|---|\n| 30. Juni | Verden |",
        "> 2024 war ein gutes Jahr, sagte sie.",
        "- 3 Personen\n- 4 Personen",
        "+49 4261 983-0",
        "```\n30. Juni\n    eingerückt\n```",
        "Schüler*innen und Lehrer*innen, 3*4*5",
        "30\\. Juni",
        "\\> 50 %",
        "",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert fallen(text) == []


def test_finding_points_into_the_text_and_says_how_to_write_it(bericht, stelle) -> None:
    text = "aufgaben:\n  kmn: |\n    Wir trafen uns zweimal.\n\n    30. Juni: Verden\n"
    (finding,) = bericht(text, "KM413")
    assert (finding.line, stelle(finding)) == (9, "30.")
    assert "„Am 30. Juni“" in finding.help
    assert "„30\\. Juni“" in finding.help


def test_a_plain_text_is_looked_at_and_a_faulty_one_not(bericht) -> None:
    assert bericht("aufgaben:\n  kmn: 30. Juni in Verden\n", "KM413")
    assert bericht("aufgaben:\n  handlungskonzept:\n    erstellt: 30. Juni 2024\n", "KM413") == []


@pytest.mark.parametrize("tag", ["27. bis 28.04.2015", "27. April 2015", "27.-28. April 2015"])
def test_a_date_is_no_markdown(bericht, tag: str) -> None:
    liste = "dokument: veranstaltungen\n"
    eintrag = "eintraege:\n  - datum: {}\n    titel: Fachtag\n    notiz: {}\n"
    assert bericht(eintrag.format(tag, "keine"), "KM413", kopf=liste, kommune="") == []
    (finding,) = bericht(eintrag.format("2015-04-27", "27. bis 28. April"), "KM413", kopf=liste, kommune="")
    assert finding.location.endswith("notiz")


def test_a_text_beside_a_reference_is_looked_at(bericht) -> None:
    text = "aufgaben:\n  projekte:\n    massnahmen:\n      aus: veranstaltungen\n      weitere:\n"
    assert bericht(text + "        - titel: Treffen\n          beschreibung: 30. Juni in Verden\n", "KM413")


TEILE = [
    "Wort",
    "Satz.",
    " ",
    "    ",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "30. ",
    "1. ",
    "Juni",
    "5 %",
    "+ ",
    "---",
    "=",
    "\t",
    ")",
    "#",
]


@given(st.lists(st.sampled_from(TEILE), max_size=14).map("".join))
def test_places_lie_in_the_text_and_the_quick_look_misses_nothing(text: str) -> None:
    gefunden = fallen(text)
    assert all(text[falle.stelle : falle.stelle + falle.laenge].strip() for falle in gefunden)
    assert not gefunden or VERDACHT.search(text)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert isinstance(fallen(text), list)

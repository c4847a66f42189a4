"""KM412: placeholders, and the much that looks like one and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.rules.platzhalter import platzhalter


@pytest.mark.parametrize(
    ("text", "wort"),
    [
        ("TODO", "TODO"),
        ("Zahlen TODO nachsehen", "TODO"),
        ("todo: Zahlen", "todo"),
        ("FIXME!", "FIXME"),
        ("tbd", "tbd"),
        ("t.b.d.", "t.b.d."),
        ("Der Termin ist TBD.", "TBD"),
        ("xxx", "xxx"),
        ("Frau xxx leitet den Kurs", "xxx"),
        ("ca. XXX Teilnehmende", "XXX"),
        ("Der Beschluss vom xx.xx.2024", "xx.xx.2024"),
        ("am TT.MM.JJJJ", "TT.MM.JJJJ"),
        ("hier eintragen", "hier eintragen"),
        ("[hier eintragen]", "hier eintragen"),
        ("„hier eintragen“", "hier eintragen"),
        ("☐ hier eintragen", "hier eintragen"),
        ("Bitte hier eintragen!", "Bitte hier eintragen"),
        ("Ansprechperson: Name hier einfügen", "Name hier einfügen"),
        ("Es gab vier Treffen. Bitte ergänzen.", "Bitte ergänzen"),
        ("…", "…"),
        ("...", "..."),
        ("[…]", "[…]"),
        ("Text\n\n…\n", "…"),
        ("- …\n- Punkt\n", "…"),
        ("???", "???"),
        ("Anzahl: ???", "???"),
        ("?", "?"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("folgt", "folgt"),
        ("Wird noch nachgereicht.", "Wird noch nachgereicht."),
    ],
)
def test_placeholder_is_found_at_its_place(text: str, wort: str) -> None:
    assert platzhalter(text) == [(text.index(wort), wort)]


@pytest.mark.parametrize(
    "text",
    [
        "Vereine können sich hier eintragen.",
        "Vereine können sich\nhier eintragen.\n",
        "Familien, die sich\nhier eintragen, bekommen Post",
        "Die Eltern sollen hier eintragen, ob sie kommen.",
        "In das Formular, das Sie bitte ausfüllen, kommt der Name.",
        "Eine To-do-Liste und eine ToDo-Liste wurden erstellt.",
        "Der Film „Todo sobre mi madre“ wurde gezeigt.",
        "„Man weiß nie, was kommt …“, sagte eine Mutter.",
        "Sprachkurse, Beratung, Begleitung usw. ...",
        "Der Kreistag stellt fest: „Die Arbeit […] wird fortgesetzt.“",
        "Die XXX. Sitzung fand im Mai statt.",
        "Das XXXIII. Treffen in Größe XXL",
        "Siehe www.xxx.de und https://kmut.example/todo",
        "N. N.",
        "Warum???",
        "Serie „Angekommen?!“ mit „Warum“???",
        "Der Plan wird noch ergänzt, sobald die Zahlen vorliegen.",
        "Die Ergebnisse waren wie\nfolgt.\nErstens",
        "Es wurden Daten ergänzt und nachgereicht.",
        "Platzhalter für neue Ideen",
        "Methodologie, Autodokumentation",
        "keine",
        "-",
        "| a | b |\n|---|---|\n| 1 | … |\n",
        "Von 1990 … bis 2024",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert platzhalter(text) == []


def test_finding_points_into_the_text(bericht, stelle) -> None:
    text = "aufgaben:\n  kmn: |\n    Wir nahmen an vier Treffen teil.\n    Orte: TODO nachsehen\n"
    (finding,) = bericht(text, "KM412")
    assert (finding.line, stelle(finding), finding.severity) == (8, "TODO", "warning")
    assert [eins.severity for eins in bericht(text, "KM412", final=True)] == ["error"]


def test_names_of_files_and_notes_are_no_text(bericht) -> None:
    text = "# TODO: alles\naufgaben:\n  handlungskonzept:\n    anlage: anlagen/TODO xxx.pdf\n"
    assert bericht(text, "KM412") == []


def test_every_text_is_looked_at(bericht) -> None:
    text = (
        "organisation:\n  personelle_besetzung:\n    - {name: xxx, qualifizierung: tbd}\n"
        'aufgaben:\n  kmn: {entfaellt: "TODO"}\n'
    )
    assert [finding.location for finding in bericht(text, "KM412")] == [
        "organisation.personelle_besetzung[0].name",
        "organisation.personelle_besetzung[0].qualifizierung",
        "aufgaben.kmn.entfaellt",
    ]


@given(st.lists(st.sampled_from(["TODO", " ", "\n", "xxx", "…", "hier", "eintragen", "Wort", ".", "???"])).map("".join))
def test_places_are_those_of_the_words(text: str) -> None:
    assert all(text[ort : ort + len(wort)] == wort for ort, wort in platzhalter(text))

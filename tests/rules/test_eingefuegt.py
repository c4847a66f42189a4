"""KM421: what is left of text pasted from Word or PDF, and the much that only looks like it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.rules.hilfen.einfuegereste import reste


def markiert(text: str) -> list[list[str]]:
    """What is marked, by kind."""
    return [[text[eins.stelle : eins.stelle + eins.laenge] for eins in art] for art in reste(text)]


@pytest.mark.parametrize(
    ("text", "zeichen"),
    [
        ("• Sprache\n• Arbeit", ["•", "•"]),
        ("Themen:\n\n  • Sprache", ["•"]),
        ("Themen:\n•\tSprache", ["•"]),
        ("•\nSprache\n•\nArbeit", ["•", "•"]),
        ("•Sprache", ["•"]),
        ("◦ a\n▪ b\n‣ c\n· d\n● e\n➢ f", list("◦▪‣·●➢")),
        ("\uf0b7 Sprache\n\uf0a7\tArbeit\n\uf02d Wohnen", ["\uf0b7", "\uf0a7", "\uf02d"]),
        ("Themen:\n–\tSprache", ["–"]),
        ("Themen:\no\tSprache", ["o"]),
        ("Themen:\n§\tSprache", ["§"]),
        ("- Sprache\n  • Kurse", ["•"]),
        ("> • Sprache", ["•"]),
        ("Themen:\n-\u00a0Sprache", ["-"]),
        ("Wir haben\n– beraten\n– begleitet", ["–", "–"]),
        ("– beraten, auch abends und\nam Samstag\n– begleitet", ["–", "–"]),
        ("Wir haben:\n– beraten, auch abends\nund samstags\n– begleitet", ["–", "–"]),
        ("— beraten\n— begleitet", ["—", "—"]),
        ("-Sprache\n-Arbeit", ["-", "-"]),
        ("→ Sprache\n→ Arbeit", ["→", "→"]),
    ],
)
def test_foreign_bullets_are_found(text: str, zeichen: list[str]) -> None:
    assert markiert(text) == [zeichen]


@pytest.mark.parametrize(
    ("text", "links", "ganz"),
    [
        ("Das Hand-\nlungskonzept gilt.", "Hand-", "Handlungskonzept"),
        ("Das Hand- \n   lungskonzept gilt.", "Hand-", "Handlungskonzept"),
        ("Das Hand- lungskonzept gilt.", "Hand-", "Handlungskonzept"),
        ("Das Hand\u00ad\nlungskonzept gilt.", "Hand\u00ad", "Handlungskonzept"),
        ("Das Hand¬\nlungskonzept gilt.", "Hand¬", "Handlungskonzept"),
        ("Das „Hand‐\nlungskonzept“ gilt.", "Hand‐", "Handlungskonzept"),
        ("Das **Hand-\nlungskonzept** gilt.", "Hand-", "Handlungskonzept"),
        ("- Das Hand-\n  lungskonzept", "Hand-", "Handlungskonzept"),
        ("> Das Hand-\n> lungskonzept", "Hand-", "Handlungskonzept"),
        ("Der Land-\nkreis.", "Land-", "Landkreis"),
        ("Die Kin-\nder und", "Kin-", "Kinder"),
        ("Hand-\nlungs- und Zielkonzept", "Hand-", "Handlungs-"),
        ("Lehrer*innen-\nfortbildung", "Lehrer*innen-", "Lehrer*innenfortbildung"),
        ("EU-\nweit", "EU-", "EU-weit"),
        (
            unicodedata.normalize("NFD", "Sprach-\nförderung"),
            "Sprach-",
            unicodedata.normalize("NFD", "Sprachförderung"),
        ),
    ],
)
def test_divided_words_are_found_and_put_together(text: str, links: str, ganz: str) -> None:
    ((eins,),) = reste(text)
    assert text[eins.stelle : eins.stelle + eins.laenge] == links
    assert f"„{ganz}“" in eins.help


@pytest.mark.parametrize(
    "seite", ["– 2 –", "- 3 -", "-3-", "— 12 —", "Seite 2 von 9", "Seite 2", "Seite 2/9", "– Seite 2 –", "SEITE 2"]
)
def test_page_marks_are_found(seite: str) -> None:
    assert markiert(f"Der Landkreis\n{seite}\nhat beschlossen") == [[seite]]
    assert markiert(f"Der Landkreis\n\n  {seite}  \n\nhat beschlossen") == [[seite]]


@pytest.mark.parametrize("text", ["Hand\u00adlungs\u00adkonzept", "Hand¬lungs¬konzept", "Wort\u200bgrenze\u200b"])
def test_invisible_characters_are_found(text: str) -> None:
    ((eins, _zwei),) = reste(text)
    assert eins.message.startswith(f"Hinter „{text[: eins.stelle]}“")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- Sprache\n- Arbeit\n  - Kurse\n* Wohnen\n+ Gesundheit",
        "1. Sprache\n2. Arbeit",
        "Ein- und Ausgang, Vor- oder Nachteile, Kita- bzw. Schulplätze",
        "Vor-\nund Nachteile, Eltern-\nsowie Kinderkurse, Haupt-\n bzw. Ehrenamt, Vormittags-\nstatt Abendkurse",
        "Aus-,\nFort- und Weiterbildung",
        "Sprach- (und Lern-)förderung",
        "ein- bis zweimal, fall- und teamübergreifend",
        "Das Projekt- ein großer Erfolg- wurde fortgesetzt.",
        "Die Kommunen-\nTagung",
        "Bund-Länder-Programm",
        "Siehe https://www.musterland-\nregion.example und info@kreis-\nmusterland.example",
        "5-\nmal, die 20-\njährigen",
        "Die Arbeit\n– so der Landrat –\nwar ein Erfolg.",
        "– so der Landrat",
        "Das war gut\n– so der Landrat –, obwohl\nes lange dauerte\n– zu lange, wie viele sagten.",
        "– eins\n\n– zwei",
        "1. – 3. Juni",
        "Vom 1.\n– 3. Juni und vom 5.\nbis 7. Juli",
        "Zeitraum:\n15.01.–\n13.12.2024",
        "Öffnungszeiten 8 – 12 Uhr",
        "→ siehe Anlage",
        "Musterstedt · Brakum • Fährsiel",
        "· · ·",
        "●●○",
        "| Zeichen | Wort |\n|---|---|\n| • | Hand- |\n| – | lungs- |\n| – | – |",
        "Zeichen | Wort\n---|---\n– | a\n– | b",
        "```\n• Hand-\nlungs\n– 2 –\n\u00ad\n```",
        "- Text\n\n  ~~~\n  • a\n  • b\n  ~~~",
        "Seite 2",
        "Das steht auf\nSeite 2 von 9 des Konzepts.",
        "- 3 - 5 Personen",
        "Text\n\n---\n\nText\n***",
        "-kurse",
        "-5 Grad\n-7 Grad",
        "o Sprache",
        "Die Regel ¬ A gilt.",
        "ភាសា\u200bខ្មែរ",
        "می\u200cخواهم 👩\u200d🏫",
    ],
)
def test_prose_lists_tables_and_code_are_left_alone(text: str) -> None:
    assert markiert(text) == []


SEITE = (
    "aufgaben:\n  kmn: |\n    Der Regionalverbund hat drei Themen:\n    • Sprache\n    • Arbeit\n    • Wohnen\n\n"
    "    – 2 –\n\n    Das Hand-\n    lungskonzept und die Ver-\n    einbarung gel\u00adten.\n"
)


def test_one_finding_for_each_kind_at_its_place(bericht, stelle) -> None:
    gefunden = bericht(SEITE, "KM421")
    assert [(eins.line, stelle(eins)) for eins in gefunden] == [(8, "•"), (14, "Hand-"), (12, "– 2 –"), (16, "\u00ad")]
    assert {(eins.severity, eins.location) for eins in gefunden} == {("warning", "aufgaben.kmn")}
    assert "noch 2 solche Stellen" in gefunden[0].message
    assert "noch eine solche Stelle." in gefunden[1].message
    assert "noch" not in gefunden[2].message


def test_places_are_counted_up_to_a_limit(bericht) -> None:
    zeilen = "".join(f"    • Thema {nummer}\n" for nummer in range(500))
    (eins,) = bericht(f"aufgaben:\n  kmn: |\n{zeilen}", "KM421")
    assert "mindestens 99 weitere" in eins.message


def test_text_without_a_block_is_marked_across_its_line_end(bericht, stelle) -> None:
    (eins,) = bericht("aufgaben:\n  kmn: Das Hand-\n    lungskonzept gilt.\n", "KM421")
    assert (eins.line, stelle(eins)) == (6, "Hand-")


def test_bullet_of_a_short_answer_is_to_be_deleted(bericht) -> None:
    (eins,) = bericht("aufgaben:\n  kooperative_strukturen:\n    koordination: • Runder Tisch\n", "KM421")
    assert eins.help.startswith("Löschen Sie es.")


def test_a_sign_of_a_private_font_is_named_by_its_number(bericht) -> None:
    (eins,) = bericht("aufgaben:\n  kmn: |\n    \uf0b7 Sprache\n    \uf0b7 Arbeit\n", "KM421")
    assert "(U+F0B7)" in eins.message


def test_names_of_files_are_no_text(bericht) -> None:
    text = "aufgaben:\n  handlungskonzept:\n    anlage: anlagen/Hand\u00adlungs- konzept.pdf\n"
    assert bericht(text, "KM421") == []


def test_what_the_reader_reports_is_not_reported_twice(bericht) -> None:
    assert bericht('aufgaben:\n  kmn: "Sprache\\u2028Arbeit\\ufeff"\n', "KM421") == []


TEILE = ["Hand", "lungs", "EU", "-", "- ", "\n", "\n\n", " ", "•", "– ", "– 2 –", "Seite 2", "\u00ad", "¬", "\u200b"]
TEILE += ["\t", "|", "> ", "```", "und", "\uf0b7", ":", "→ ", "1. ", "\u00a0", "@", "ö", "\u0308"]


@given(st.lists(st.sampled_from(TEILE), max_size=20).map("".join))
def test_places_lie_in_the_text_and_mark_something(text: str) -> None:
    for art in markiert(text):
        assert all(stueck.strip() and "\n" not in stueck for stueck in art)


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert isinstance(reste(text), list)

"""Templates: what they may say, and what becomes of those that are wrong or mean harm."""

from __future__ import annotations

import re

import pytest

from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.presentation import Absatz, Darstellung
from kmut_cli.render.problems import TemplateProblem
from tests.render.feindlich import FEINDLICH, OHNE_ENDE
from tests.render.markdown.beispiel import alle_bloecke, bericht, frage, gelesen, html

JE_FRAGE = (
    "{% for kapitel in dokument.kapitel %}{% for abschnitt in kapitel.abschnitte %}"
    "{% for frage in abschnitt.fragen %}\n"
    "{INHALT}\n{% endfor %}{% endfor %}{% endfor %}"
)


def _gib(vorlage: str, dokument: Darstellung | None = None) -> str:
    return render_markdown(dokument or bericht(*alle_bloecke()), vorlage, "eigene.md.j2")


def _problem(vorlage: str) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as gefangen:
        _gib(vorlage)
    return gefangen.value


@pytest.mark.parametrize(
    ("vorlage", "zeile", "name", "hilfe"),
    [
        ("# {{ dokumnt.titel }}", 1, "dokumnt", "dokument"),
        ("# Titel\n\n{{ dokument.tittel }}", 3, "tittel", "titel"),
        ("{% if dokument.entwurf == 'nie' %}\n{{ unbekannt }}\n{% endif %}", 2, "unbekannt", "dokument"),
        ("{% for k in dokument.kapitel %}\n\n{{ k.nr }}\n{% endfor %}", 3, "nr", "nummer"),
        ("\n{{ dokument.titel|grosz }}", 2, "grosz", "upper"),
        ("{{ dokument.kapitel[0].abschnitte[0].fragen[0].antwort }}", 1, "antwort", "bloecke"),
        ("\n{{ dokument.titel|trim }}{{ dokument.titel.upper() }}", 2, "upper", "{{ dokument.titel|upper }}"),
        ("\n\n{% fro x in y %}", 3, "fro", "for"),
        ("\n{% endif %}", 2, "endif", "if"),
        ("{% for k in dokument.kapitel %}\nx", 2, None, "endfor"),
        ("a\n{{ dokument.titel", 2, None, "{{ dokument.titel }}"),
        ("\n{{ dokument.titel|antwort }}", 2, None, "{{ frage|antwort }}"),
        ("\n{{ dokument|markdown }}", 2, None, "{{ abschnitt.hinweis|markdown }}"),
        ("\n{{ dokument }}", 2, None, "kapitel"),
        ("\n{{ dokument.kapitel|join }}", 2, None, "abschnitte"),
        ("\n{{ dokument ~ 'x' }}", 2, None, "kapitel"),
        (JE_FRAGE.replace("{INHALT}", "{{ (frage|antwort) ~ 'x' }}"), 2, None, "für sich allein"),
    ],
)
def test_a_mistake_is_told_with_template_line_and_name(vorlage: str, zeile: int, name: str | None, hilfe: str) -> None:
    problem = _problem(vorlage)
    assert (problem.template, problem.line, problem.name) == ("eigene.md.j2", zeile, name)
    assert problem.message.startswith(f"In der Vorlage „eigene.md.j2“, Zeile {zeile}: ")
    assert hilfe in problem.help
    assert name is None or f"„{name}" in problem.message


def test_the_limit_of_work_itself_is_reached_in_time() -> None:
    assert _problem(OHNE_ENDE).message.endswith("mehr als 2.000.000 Schritte.")


@pytest.mark.usefixtures("enge_grenzen")
@pytest.mark.parametrize("vorlage", [*FEINDLICH, "{{ „x“ }}", "x" * 100_001], ids=range(len(FEINDLICH) + 2))
def test_harm_and_nonsense_end_in_a_german_problem(vorlage: str) -> None:
    problem = _problem(vorlage)
    assert problem.message.startswith("In der Vorlage „eigene.md.j2“")
    text = re.sub(r"„.*?“|\(include, import, extends\)", "", problem.message)
    assert not re.search(r"\b(the|is|not|unexpected|expected|error|object|template|invalid|unknown)\b", text, re.I)
    assert "\n" not in problem.message + problem.help


def test_endless_output_of_a_large_answer_is_stopped() -> None:
    dokument = bericht(frage("Eins?", Absatz("Wort " * 12_000)))
    with pytest.raises(TemplateProblem, match=r"20\.000\.000 Zeichen"):
        _gib(JE_FRAGE.replace("{INHALT}", "{{ frage|antwort }}\n\n" * 400), dokument)


def test_answers_are_not_read_as_a_template() -> None:
    text = "{{ dokument.titel }} {% for x in y %} {# weg #} {% raw %} \ue0f00\ue0f1"
    assert _gib("{{ dokument.titel }}", bericht(titel=text)) == text.replace("_", "\\_") + "\n"
    assert _gib(JE_FRAGE.replace("{INHALT}", "{{ frage|antwort }}"), bericht(frage("?", Absatz(text)))) == text + "\n"


def test_marks_in_a_template_are_text() -> None:
    assert _gib("\ue0f07\ue0f1 \ue0f0123456789012345678901234567890\ue0f1") == (
        "\ue0f07\ue0f1 \ue0f0123456789012345678901234567890\ue0f1\n"
    )


def test_plain_filters_and_conditions_work() -> None:
    vorlage = (
        "{{ dokument.titel|upper }}, {{ dokument.kapitel|length }}, {{ dokument.untertitel|join('; ') }},"
        " {{ dokument.entwurf }}, {{ dokument.jahr ~ '/' ~ dokument.ags }}, {{ 1 + 2 }},"
        "{% for k in dokument.kapitel if k.nummer == '1' %} {{ loop.index }}:"
        " {{ k.titel|replace('a', 'o') }}{% endfor %}"
    )
    dokument = bericht(untertitel=("a", "b"))
    assert _gib(vorlage, dokument) == "BERICHT, 1, a; b, nein, 2024/03999, 3, 1: Orgonisotion\n"


@pytest.mark.parametrize(
    ("ausdruck", "ergebnis"),
    [
        ("dokument.titel[:3] ~ dokument.titel[::-1][0]", "Bert"),
        ("1 < 2 <= 2 < 3 and not 3 > 2 > 2", "ja"),
        ("'a' < 'b' and 'b' >= 'b' and 1 != '1'", "ja"),
        ("'rich' in dokument.titel and 'x' not in dokument.titel", "ja"),
        ("dokument.titel not in ('Bericht', dokument.jahr)", "nein"),
        ("[[1, 'a'], ['b']] == [[1, 'a'], ['b']] and [1] != (1,) and [2] in [[1], [2]]", "ja"),
        ("dokument.kapitel[0] == dokument.kapitel|last and dokument.kapitel[0] in dokument.kapitel", "ja"),
        ("dokument.kapitel|selectattr('nummer', 'in', ['1', '2'])|list|length", "1"),
        ("(dokument.kapitel|rejectattr('nummer')) is defined and 4 is even and 9 is divisibleby 3", "ja"),
        ("dokument.untertitel|reverse|join('+')", "b+a"),
        ("' -x- '|trim(' -')|upper", "X"),
        ("dokument.nichts is defined or 'x' in dokument.angaben", "nein"),
    ],
)
def test_comparisons_and_parts_of_texts_and_lists_work(ausdruck: str, ergebnis: str) -> None:
    gefiltert = "{% for a, b in [('x', 1), ('y', 2)] if b > 1 and a in 'yz' %}{{ a ~ b }}{% endfor %}"
    text = _gib(f"{{{{ {ausdruck} }}}} {gefiltert}", bericht(frage("?"), untertitel=("a", "b")))
    assert text.replace("\\", "") == f"{ergebnis} y2\n"


def test_an_answer_stands_by_itself_wherever_the_template_puts_it() -> None:
    liste = bericht(frage("?", Absatz("- a\n- b")))
    assert _gib(JE_FRAGE.replace("{INHALT}", "Vorn {{ frage|antwort }} hinten\nweiter"), liste) == (
        "Vorn\n\n- a\n- b\n\nhinten\nweiter\n"
    )
    assert _gib(JE_FRAGE.replace("{INHALT}", "> **Antwort**\n> {{ frage|antwort }}\n> Ende"), liste) == (
        "> **Antwort**\n>\n> - a\n> - b\n>\n> Ende\n"
    )
    assert _gib(JE_FRAGE.replace("{INHALT}", "1. x\n\n   {{ frage|antwort }}"), liste) == "1. x\n\n   - a\n   - b\n"


def test_headings_of_an_answer_go_below_the_heading_of_the_template() -> None:
    dokument = bericht(frage("?", Absatz("# Oben\n\n### Unten")))
    stufen = [
        [
            stufe
            for stufe, _ in gelesen(
                _gib(JE_FRAGE.replace("{INHALT}", kopf + "{{ frage|antwort }}"), dokument)
            ).ueberschriften
        ]
        for kopf in ("", "# A\n", "## A\n", "###### A\n")
    ]
    assert stufen == [[1, 2], [1, 2, 3], [2, 3, 4], [6, 6, 6]]


def test_values_stay_text_in_lists_and_tables_of_the_template() -> None:
    vorlage = "- {{ dokument.titel }}\n\n| A |\n| - |\n| {{ dokument.kommune }} |\n"
    buch = gelesen(_gib(vorlage, bericht(titel="1. x", kommune="a|b `c|d`")))
    assert "<li>1. x</li>" in html(buch.tokens)
    assert "<td>a|b `c|d`</td>\n</tr>" in html(buch.tokens)

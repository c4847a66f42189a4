"""What is wrong with a template is told in German, with its place, and nothing of it is carried out."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document

from kmut_cli.render.presentation import Absatz
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.word import render_docx
from tests.render.feindlich import FEINDLICH
from tests.render.word.reading import Docx
from tests.render.word.samples import document, full_document, own_template, saved, shipped

ENGLISH = re.compile(r"\b(the|is|not|undefined|object|unexpected|template|expected|error|attribute|jinja)\b", re.I)


def problem(content: bytes) -> TemplateProblem:
    with pytest.raises(TemplateProblem) as caught:
        render_docx(full_document(draft=True), content, "eigene.docx")
    found = caught.value
    assert "„eigene.docx“" in found.message
    assert found.template == "eigene.docx"
    assert found.line is None
    shown = re.sub(r"„[^“]*“|\{.*?\}|kmut template copy", "", found.message + found.help)
    assert not ENGLISH.search(shown), shown
    assert "\n" not in found.message + found.help
    return found


@pytest.mark.parametrize(("tag", "name"), [
    ("{{ gibtesnicht }}", "gibtesnicht"),
    ("{{ dokument.titl }}", "titl"),
    ("{{ dokument['titl'] }}", "titl"),
    ("{%p for kapitel in dokument.kapitl %}", "kapitl"),
    ("{{ dokument.kapitel[0].abschnitte[0].fragen[0].wortlautt }}", "wortlautt"),
    ("{{ dokument.titel|gross }}", "gross"),
    ("{{ ''.__class__ }}", "__class__"),
    ("{{ dokument.__class__.__mro__ }}", "__class__"),
    ("{{ dokument.titel.__init__ }}", "__init__"),
    ("{{ dokument|attr('__class__') }}", "attr"),
    ("{{ dokument.titel.upper() }}", "upper"),
    ("{{ dokument.titel|safe }}", "safe"),
    ("{% oder %}", "oder"),
    ("{% endif %}", "endif"),
])  # fmt: skip
def test_names_are_told_with_their_paragraph(tag: str, name: str) -> None:
    extra = ["{%p endfor %}"] if "for " in tag else []
    found = problem(own_template("Erster", "{{ dokument.titel }}", f"Dritter {tag}", *extra))
    assert found.name == name
    assert "Absatz 3" in found.message
    assert f"Dritter {tag}" in found.message


@pytest.mark.parametrize("tag", [
    "{% set x = namespace(y=1) %}",
    "{{p dokument }}",
    "{{ dokument }}",
    "{{ dokument.titel|antwort }}",
    "{{ dokument.kapitel|markdown }}",
    "{{ dokument.titel + 1 }}",
    "{% for a, b in dokument.titel %}{% endfor %}",
    "{% include 'x' %}",
    "{% if dokument.titel %}",
    "{{ dokument.titel",
    "{{ dokument titel }}",
    "{{ }}",
])  # fmt: skip
def test_misuse_ends_in_a_message(tag: str) -> None:
    problem(own_template(tag))


def test_the_right_name_is_proposed() -> None:
    assert "Meinten Sie „titel“?" in problem(own_template("{{ dokument.titl }}")).help
    assert "Meinten Sie „dokument“?" in problem(own_template("{{ dokumnt.titel }}")).help
    assert "Meinten Sie „antwort“?" in problem(own_template("{{ dokument.kapitel|antwrt }}")).help


@pytest.mark.parametrize("part", ["header", "footer"])
def test_faults_in_header_and_footer_say_so(part: str) -> None:
    word = Document()
    getattr(word.sections[0], part).paragraphs[0].text = "{{ dokument.jahrr }}"
    found = problem(saved(word))
    assert {"header": "Kopfzeile", "footer": "Fußzeile"}[part] in found.message
    assert "Absatz 1" in found.message


def test_loops_across_table_rows_are_explained() -> None:
    word = Document()
    word.add_table(1, 1).cell(0, 0).text = "{% for kapitel in dokument.kapitel %}x"
    word.add_paragraph("{% endfor %}")
    found = problem(saved(word))
    assert "Zelle" in found.message
    assert "{%tr" in found.help


def test_an_answer_needs_a_place_for_paragraphs() -> None:
    word = Document()
    word.add_table(1, 1).cell(0, 0).text = "{{tr dokument.titel }}"
    assert "keinen Text" in problem(saved(word)).message


@pytest.mark.parametrize("content", [
    b"", b"kein Zip", b"PK\x03\x04kaputt", "Text".encode("utf-16"),
])  # fmt: skip
def test_files_that_are_no_word_document(content: bytes) -> None:
    assert ".docx" in problem(content).message


def test_a_zip_without_document_and_one_with_broken_xml() -> None:
    empty, broken = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("a.txt", "a")
    with zipfile.ZipFile(broken, "w") as package:
        for name, part in Docx(shipped("taetigkeitsbericht")).parts.items():
            package.writestr(name, part[:-20] if name == "word/document.xml" else part)
    problem(empty.getvalue())
    problem(broken.getvalue())


def test_typographic_quotes_inside_tags_are_understood() -> None:
    nbsp = "\N{NO-BREAK SPACE}"
    template = own_template(
        "{% if dokument.kommune == „Musterkreis“ %}ja „bleibt“{% endif %}",
        "{{ dokument.untertitel|join(‚; ‘) }}",
        f"{{{{{nbsp}dokument.jahr{nbsp}}}}}",
        "{{ dokument.jahr|default(»x«) }}",
    )
    assert Docx(render_docx(document(), template, "eigene.docx").content).texts == [
        "ja „bleibt“",
        "ab 2020",
        "2024",
        "2024",
    ]


def test_an_own_template_without_any_of_our_styles_works() -> None:
    template = own_template(
        "{%p for kapitel in dokument.kapitel %}",
        "{%p for abschnitt in kapitel.abschnitte %}",
        "{{ loop.index }}. {{ abschnitt.titel|upper }}",
        "{%p for frage in abschnitt.fragen %}",
        "{{ frage|antwort }}",
        "{{p frage|antwort }}",
        "Davor {{ frage|antwort }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    word = Docx(render_docx(document(Absatz("- a\n\n> b")), template, "eigene.docx").content)
    assert word.described() == [
        "Normal: 1. ERSTER ABSCHNITT",
        "Normal: [bullet• Ebene 0 #10] a", "Antwort Zitat: b",
        "Antwort Liste: [bullet• Ebene 0 #10] a", "Antwort Zitat: b",
        "Normal: Davor ", "Normal: [bullet• Ebene 0 #10] a", "Antwort Zitat: b",
    ]  # fmt: skip


@pytest.mark.usefixtures("enge_grenzen")
@pytest.mark.parametrize("tag", FEINDLICH, ids=range(len(FEINDLICH)))
def test_what_no_format_allows_is_not_allowed_in_word(tag: str) -> None:
    problem(own_template(tag))


def test_output_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_AUSGABE", "1000000")  # twenty take half a minute to print
    loop = "{%p for kapitel in dokument.kapitel %}", "{%p for abschnitt in kapitel.abschnitte %}"
    answers = [*loop, "{%p for frage in abschnitt.fragen %}", *["{{ frage|antwort }}"] * 5, *["{%p endfor %}"] * 3]
    many_lines = document(Absatz("- a\n" * 4_000))
    with pytest.raises(TemplateProblem, match=r"länger als 1\.000\.000 Zeichen"):
        render_docx(many_lines, own_template(*answers), "x")
    with pytest.raises(TemplateProblem, match=r"länger als 1\.000\.000 Zeichen"):
        render_docx(document(title="\n" * 1_000_000), own_template("{{ dokument.titel }}"), "x")


def test_changed_text_keeps_what_it_prints() -> None:
    template = own_template("{% set x = '[' ~ dokument.titel ~ ']' %}{{ x }}{{ dokument.titel|replace('A', '<') }}")
    assert Docx(render_docx(document(title="A & <b>"), template, "x").content).texts == ["[A & <b>]< & <b>"]

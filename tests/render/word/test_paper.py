"""The paper for a committee: its head beside each other, below it any document; and the same in Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.presentation import Absatz, Darstellung, Kapitel, Tabelle, Zwischentitel
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.word import render_docx
from tests.render.word.reading import Docx, W
from tests.render.word.samples import TEMPLATES, document, own_template, shipped
from tests.render.word.test_blocks import headings
from tests.render.word.test_file import PAPER, remarks

NAMES = {
    "behoerde": "Die Landrätin",
    "vorlagenart": "Mitteilungsvorlage",
    "federfuehrend": "Fachbereich <Soziales>",
    "tagesordnungspunkt": "",
    "drucksache": "2021-26/17",
    "status": "öffentlich",
    "datum": "12.05.2026",
}


def paper(**names: str) -> Darstellung:
    one = document(Tabelle(("Termin", "Beratungsfolge"), (("19.05.2026", "Sozialausschuss"),)), wording="")
    two = document(Absatz("Text"), Zwischentitel("Termine"), wording="")
    parts = [replace(each.kapitel[0].abschnitte[0], nummer="", titel="") for each in (one, two)]
    chapters = (Kapitel("", "", (parts[0],)), Kapitel("", "Sachverhalt", (parts[1],)))
    return replace(one, art=PAPER, titel="Sitzungsvorlage", kapitel=chapters, angaben={**NAMES, **names})


def test_the_head_is_a_table_and_what_is_below_it_has_headings(tmp_path: Path) -> None:
    content = render_docx(paper(), shipped(PAPER), PAPER).content
    assert remarks(content, tmp_path) == []
    word = Docx(content)
    head, sequence = word.body.findall(W + "tbl")
    assert [line for line in word.described() if line.startswith(("Körperschaft", "ZEILE"))] == [
        "Körperschaft: Musterkreis",
        "Körperschaft: Die Landrätin",
        "ZEILE Title: Mitteilungsvorlage / Vorlagenkopf: Fachbereich <Soziales>"
        " / Vorlagenkopf: Tagesordnungspunkt: ____"
        " | Vorlagenkopf: Drucksachen-Nr.:\t2021-26/17 / Vorlagenkopf: Status:\töffentlich"
        " / Vorlagenkopf: Datum:\t12.05.2026",
        "ZEILE Antwort Tabellentext: 19.05.2026 | Antwort Tabellentext: Sozialausschuss",
    ]
    assert head.find(f"{W}tr/{W}trPr") is None
    assert sequence.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert headings(word) == [(1, "Sachverhalt"), (2, "Termine")]
    assert "Drucksachen-Nr. 2021-26/17" in "".join(word.tree("word/footer1.xml").itertext())


def test_markdown_of_the_paper() -> None:
    template = (TEMPLATES.parent / "md" / f"{PAPER}.md.j2").read_text("utf-8")
    assert render_markdown(paper(drucksache=""), template, "x") == (
        "# Mitteilungsvorlage\n\n**MUSTERKREIS**\n\n**DIE LANDRÄTIN**\n\n- **Federführend:** Fachbereich \\<Soziales>\n"
        "- **Tagesordnungspunkt:** \\_\\_\\_\\_\n- **Drucksachen-Nr.:** \\_\\_\\_\\_\n- **Status:** öffentlich\n"
        "- **Datum:** 12.05.2026\n- **Stand:** Entwurf\n\n"
        "| Termin     | Beratungsfolge  |\n| ---------- | --------------- |\n| 19.05.2026 | Sozialausschuss |\n\n"
        "## Sachverhalt\n\nText\n\n### Termine\n"
    )


def test_a_misspelt_name_is_told_with_the_one_that_is_meant() -> None:
    with pytest.raises(TemplateProblem) as caught:
        render_docx(paper(), own_template("{{ dokument.angaben.drucksach }}"), "x")
    assert "drucksach" in caught.value.message
    assert "drucksache" in caught.value.help
    with pytest.raises(TemplateProblem):
        render_docx(paper(), own_template("{{ dokument.angaben.items }}"), "x")

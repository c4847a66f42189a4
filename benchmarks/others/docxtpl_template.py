"""The template and the list of questions for `docxtpl_plain.py`, made once; this is no part of what is measured.

One loop over all questions and one over the pieces of an answer: less to compile for docxtpl than a form in which every
question stands by itself.
"""

from __future__ import annotations

import json
from pathlib import Path

from docx import Document

from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.registry import dokumenttyp

KIND, EDITION = "taetigkeitsbericht", "2020"


def make(folder: Path) -> tuple[Path, Path]:
    """Write the template and the questions into `folder`; gives their places."""
    template, questions = folder / "vorlage.docx", folder / "fragen.json"
    _template().save(str(template))
    questions.write_text(json.dumps(_questions(), ensure_ascii=False), encoding="utf-8")
    return template, questions


def _questions() -> list[dict[str, object]]:
    """Each question with its keys, and the headings above it where they begin."""
    found = []
    for chapter in gliederung(dokumenttyp(KIND, EDITION)).kapitel:
        title = f"{chapter.nummer} {chapter.titel}"
        for section in chapter.abschnitte:
            heading = f"{section.nummer} {section.titel}"
            for question in section.fragen:
                wording = question.frage.fuer_jahr(EDITION)
                found.append({"kapitel": title, "abschnitt": heading, "frage": wording, "pfad": question.pfad})
                title = heading = ""
    return found


def _template() -> Document:
    """The template, with docxtpl's tags for paragraphs, rows and cells."""
    paper = Document()
    paper.add_paragraph("{{ titel }}", style="Title")
    paper.add_paragraph("{{ kommune }}")
    paper.add_paragraph("Berichtsjahr: {{ jahr }}")
    paper.add_paragraph("{%p for f in fragen %}")
    for level, name in ((1, "kapitel"), (2, "abschnitt")):
        paper.add_paragraph(f"{{%p if f.{name} %}}")
        paper.add_heading(f"{{{{ f.{name} }}}}", level)
        paper.add_paragraph("{%p endif %}")
    paper.add_paragraph().add_run("{{ f.frage }}").italic = True
    paper.add_paragraph("{%p for b in f.antwort %}")
    paper.add_paragraph("{%p if b.art == 'tabelle' %}")
    table = paper.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for z in b.zeilen %}"
    for cell, tag in zip(table.rows[1].cells, ("{%tc for c in z %}", "{{ c }}", "{%tc endfor %}"), strict=True):
        cell.text = tag
    table.cell(2, 0).text = "{%tr endfor %}"
    paper.add_paragraph("{%p elif b.art == 'punkt' %}")
    paper.add_paragraph("{{r b.text }}", style="List Bullet")
    paper.add_paragraph("{%p else %}")
    paper.add_paragraph("{{r b.text }}")
    paper.add_paragraph("{%p endif %}")
    paper.add_paragraph("{%p endfor %}")
    paper.add_paragraph("{%p endfor %}")
    return paper

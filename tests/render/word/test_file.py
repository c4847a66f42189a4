"""The file around the text: valid, the same every time, and usable in Word as a form and as a report."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx.opc.parts.coreprops
import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from openxml_audit import FileFormat, OpenXmlValidator

from kmut_cli.render.presentation import Absatz, Ankreuzfeld, Darstellung, Kaestchen, Tabelle
from kmut_cli.render.word import render_docx
from kmut_cli.render.word.package import packed
from tests.render.word.reading import W14, Docx, W
from tests.render.word.samples import MARKDOWN, document, form_document, full_document, own_template, saved, shipped
from tests.render.word.test_markdown import CONSTRUCTS

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ("taetigkeitsbericht", "projektbeschreibung", "veranstaltungen", "dokument", "handlungskonzept")
PAPER = "sitzungsvorlage"  # prints names that only a paper for a committee has


def rendered(template: str, dokument: Darstellung) -> bytes:
    return render_docx(dokument, shipped(template), template).content


def remarks(content: bytes, folder: Path) -> list[str]:
    path = folder / "datei.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("template", SHIPPED)
@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("make", [full_document, form_document])
def test_rendered_files_are_valid(template: str, draft: bool, make, tmp_path: Path) -> None:
    assert remarks(rendered(template, make(draft=draft)), tmp_path) == []


@pytest.mark.parametrize("template", [*SHIPPED, PAPER])
def test_shipped_templates_are_valid(template: str, tmp_path: Path) -> None:
    assert remarks(shipped(template), tmp_path) == []


def test_all_constructs_at_all_places_are_valid(tmp_path: Path) -> None:
    texts = [markdown for markdown, _ in CONSTRUCTS.values()]
    blocks = [*map(Absatz, texts), Tabelle(("Alles",), tuple((text,) for text in texts)), Tabelle((), ())]
    quoted = Absatz("\n\n".join("> - " + text.replace("\n", "\n>   ") for text in texts))
    assert remarks(rendered("projektbeschreibung", document(*blocks, quoted)), tmp_path) == []


def test_an_own_template_of_another_program_gives_a_valid_file(tmp_path: Path) -> None:
    boxes = Ankreuzfeld((Kaestchen("ja", True, "a"), Kaestchen("nein", False, "a")))
    template = own_template("{{ dokument.kapitel[0].abschnitte[0].fragen[0]|antwort }}")
    content = render_docx(document(Absatz(MARKDOWN), boxes), template, "x").content
    # python-docx's blank document carries a second, older list of styles, which lacks its own styles too.
    assert [remark for remark in remarks(content, tmp_path) if "stylesWithEffects" not in remark] == []


def test_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    script = (
        "import hashlib\n"
        "from tests.render.word.samples import full_document, shipped\n"
        "from kmut_cli.render.word import render_docx\n"
        f"for template in {SHIPPED!r}:\n"
        "    content = render_docx(full_document(draft=True), shipped(template), template).content\n"
        "    print(hashlib.sha256(content).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "4711")
    }  # fmt: skip
    assert [len(lines.split()) for lines in seen] == [len(SHIPPED)]


def test_bytes_do_not_depend_on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    # This template has no core properties yet, so python-docx makes new ones with the time of day.
    template = own_template("{{ dokument.titel }}")
    parts = {name: part for name, part in Docx(template).parts.items() if name != "docProps/core.xml"}
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*core-properties[^>]*/>", b"", parts["_rels/.rels"])
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*core[^>]*/>", b"", parts["[Content_Types].xml"])
    first = render_docx(document(), packed(parts), "x").content

    class Later(docx.opc.parts.coreprops.dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2031, 2, 3, 4, 5, 6, tzinfo=tz)

    monkeypatch.setattr(docx.opc.parts.coreprops.dt, "datetime", Later)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render_docx(document(), packed(parts), "x").content == first


def test_the_package_carries_no_time_and_begins_with_its_content_types() -> None:
    word = Docx(rendered("taetigkeitsbericht", full_document(draft=True)))
    names = [entry.filename for entry in word.entries]
    assert names[0] == "[Content_Types].xml"
    assert names[2:] == sorted(names[2:])
    assert {entry.date_time for entry in word.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(re.search(rb"rsid|dcterms:(created|modified)", part) for part in word.parts.values())


def test_core_properties_and_language() -> None:
    word = Docx(rendered("taetigkeitsbericht", document(title="Bericht <1>")))
    core = {node.tag.rpartition("}")[2]: node.text for node in word.tree("docProps/core.xml")}
    assert core == {
        "title": "Bericht <1> – Musterkreis – Jahr 2024", "subject": "Jahr 2024", "creator": "Musterkreis",
        "language": "de-DE",
    }  # fmt: skip
    default = word.tree("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default.get(W + "val") == "de-DE"
    assert word.tree("word/settings.xml").find(W + "themeFontLang").get(W + "val") == "de-DE"


def test_headings_are_numbered_by_word_without_gaps() -> None:
    word = Docx(rendered("taetigkeitsbericht", full_document(draft=False)))
    headings = [line for line in word.described() if line.startswith("heading")]
    assert [line.partition(":")[0] for line in headings] == [
        "heading 1",
        "heading 2",
        "heading 2",
        "heading 1",
        "heading 2",
    ]
    assert not any(re.search(r"\d\.\d", line) for line in headings)
    numbered = {
        style.find(W + "name").get(W + "val")
        for style in word.tree("word/styles.xml").iter(W + "style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }
    assert {"heading 1", "heading 2"} <= numbered
    texts = [node.get(W + "val") for node in word.tree("word/numbering.xml")[0].iter(W + "lvlText")]
    assert texts[:2] == ["%1", "%1.%2"]


def test_a_document_without_chapters_begins_with_the_first_level() -> None:
    word = Docx(rendered("taetigkeitsbericht", form_document(draft=False)))
    assert {line.partition(":")[0] for line in word.described() if line.startswith("heading")} == {"heading 1"}


@pytest.mark.parametrize(("draft", "words"), [(True, "Entwurf"), (False, "")])
def test_only_drafts_are_marked(draft: bool, words: str) -> None:
    word = Docx(rendered("projektbeschreibung", full_document(draft=draft)))
    assert "".join(word.tree("word/header1.xml").itertext()) == words
    assert any("[offen]" in text for text in word.texts) == draft


def test_pages_are_counted_by_fields() -> None:
    footer = Docx(rendered("taetigkeitsbericht", full_document(draft=True))).tree("word/footer1.xml")
    assert [node.text.strip() for node in footer.iter(W + "instrText")] == ["PAGE", "NUMPAGES"]
    assert "".join(node.text for node in footer.iter(W + "t")) == "MusterkreisSeite 1 von 1"


def test_boxes_are_controls_that_name_their_path() -> None:
    long = "teil." * 30
    boxes = Ankreuzfeld((Kaestchen("ja & <nein>", True, "a.ja"), Kaestchen("B" * 99, False, long + "x")), True)
    more = Ankreuzfeld((Kaestchen("C", False, long + "y"),))
    word = Docx(rendered("taetigkeitsbericht", document(boxes, more)))
    controls = list(word.body.iter(W + "sdt"))
    assert all(control.getparent().tag == W + "p" for control in controls)
    assert [control.find(f".//{W14}checked").get(W14 + "val") for control in controls] == ["1", "0", "0"]
    assert ["".join(control.find(W + "sdtContent").itertext()) for control in controls] == ["☒", "☐", "☐"]
    tags = [control.find(f".//{W}tag").get(W + "val") for control in controls]
    assert tags[0] == "a.ja"
    assert len(set(tags)) == 3
    assert max(map(len, tags)) == 64
    aliases = [control.find(f".//{W}alias").get(W + "val") for control in controls]
    assert aliases[0] == "ja & <nein>"
    assert max(map(len, aliases)) == 64
    assert len({control.find(f"{W}sdtPr/{W}id").get(W + "val") for control in controls}) == 3


def test_the_form_is_a_table_of_two_columns_like_the_original() -> None:
    word = Docx(rendered("projektbeschreibung", form_document(draft=False)))
    tables = word.body.findall(W + "tbl")
    rows = [
        [
            (
                cell.find(f"{W}tcPr/{W}gridSpan") is not None,
                fill.get(W + "fill") if (fill := cell.find(f"{W}tcPr/{W}shd")) is not None else "",
            )
            for cell in row.findall(W + "tc")
        ]
        for row in tables[0].findall(W + "tr")
    ]
    assert rows == [
        [(True, "D9D9D9")], [(True, "F2F2F2")], [(False, ""), (False, "")], [(False, ""), (False, "")], [(True, "")],
        [(True, "")],
    ]  # fmt: skip
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
    # Title and only question are the same words: they stand once.
    assert "".join(tables[1].itertext()).count("Nur eine Frage") == 1
    assert all(cell[-1].tag == W + "p" for cell in word.body.iter(W + "tc"))


def test_the_format_of_a_style_in_the_template_wins() -> None:
    with_style = own_template("{{ dokument.kapitel[0].abschnitte[0].fragen[0]|antwort }}")
    word = Document(io.BytesIO(with_style))
    # German Word gives ids of its own; only the name counts.
    style = word.styles.add_style("Antwort Überschrift 1", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(W + "styleId", "eigeneId")
    result = Docx(render_docx(document(Absatz("# a")), saved(word), "x").content)
    assert [node.get(W + "val") for node in result.body.iter(W + "pStyle")] == ["eigeneId"]
    assert list(result.style_names().values()).count("Antwort Überschrift 1") == 1


def test_shipped_templates_are_what_the_script_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import build_word_templates

    built = build_word_templates.build()
    assert {f"{name}.docx" for name in (*SHIPPED, PAPER)} == set(built)
    for name, content in built.items():
        assert (ROOT / "templates" / "docx" / name).read_bytes() == content, "python tools/build_word_templates.py"
    assert all(
        entry.compress_type == zipfile.ZIP_STORED
        for name in built
        for entry in Docx(shipped(name.removesuffix(".docx"))).entries
    )

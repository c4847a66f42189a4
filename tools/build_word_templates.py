"""Build the shipped Word templates, so that a change to them can be reviewed as text.

    python tools/build_word_templates.py

A test proves that the files in ``templates/docx/`` are what this script builds. Staff change copies
of them in Word; the shipped ones are changed here. No official sentence stands here: all of them
come from the document at the time of rendering.
"""

from __future__ import annotations

from pathlib import Path

from word_parts import Look, package_parts
from word_tables import form_table, paper_head
from word_text import command, each, explanation, head, line, paragraph, question, run, when

from kmut_cli.render.word.package import packed
from kmut_cli.render.word.xml import Element, element, parse, value

_FOLDER = Path(__file__).resolve().parent.parent / "templates" / "docx"
_HINT = "{{ frage.hinweis }}"
_REPORT = Look(numbered=True, headings=((28, 360), (24, 280), (22, 200)), above_question=160, table_text=18)
_FORM = Look(table_text=18)
_TEXT = Look(headings=((28, 320), (24, 240), (21, 200)), above_question=160, table_text=18)
_TABLES = Look(headings=((28, 320), (24, 240), (21, 200)), above_question=160, table_text=17)
_PAPER = Look(headings=((22, 240), (21, 200), (20, 160)), above_question=160, table_text=18)


def _report() -> list[Element]:
    """Chapters, sections and questions, each numbered by Word as the outline numbers them."""
    asked = [
        # Without a chapter above it a section is of the first level: headings must not leave one out.
        *when("frage.wortlaut and kapitel.titel", question(3)),
        *when("frage.wortlaut and not kapitel.titel", question(2)),
        *when("frage.hinweis", line("Hinweis", _HINT)),
        line("Antwort", "{{ frage|antwort }}"),
    ]
    section = [
        command("if kapitel.titel"),
        line("Heading2", "{{ abschnitt.titel }}"),
        command("else"),
        line("Heading1", "{{ abschnitt.titel }}"),
        command("endif"),
        *_section_notes(),
        *each("frage in abschnitt.fragen", *asked),
    ]
    chapter = [
        *when("kapitel.titel", line("Heading1", "{{ kapitel.titel }}")),
        *each("abschnitt in kapitel.abschnitte", *section),
    ]
    return [*head(), *each("kapitel in dokument.kapitel", *chapter)]


def _section_notes() -> list[Element]:
    return [
        *when("abschnitt.hinweis", line("Hinweis", "{{ abschnitt.hinweis|markdown }}")),
        *when("abschnitt.anlage", line("Anlage", "Anlage: {{ abschnitt.anlage }}")),
    ]


def _form() -> list[Element]:
    chapter = each("abschnitt in kapitel.abschnitte", line("Tabellenabstand", ""), form_table())
    return [*head(), *each("kapitel in dokument.kapitel", *chapter), line("Tabellenabstand", "")]


def _log() -> list[Element]:
    """The log of appointments: its one table under the title of its section."""
    section = [
        line("Heading1", "{{ abschnitt.titel }}"),
        *each(
            "frage in abschnitt.fragen",
            *when("frage.wortlaut != abschnitt.titel", question(2)),
            line("Antwort", "{{ frage|antwort }}"),
        ),
    ]
    return [*head(), *each("kapitel in dokument.kapitel", *each("abschnitt in kapitel.abschnitte", *section))]


def _chapters() -> list[Element]:
    """Any document: what has no title gives no heading, and what stands below it moves up a level.

    A title that only repeats the one above it is printed once. Sections are numbered within a chapter; where there is
    none, their number only says how many came before.
    """
    own = "frage.wortlaut and frage.wortlaut not in (abschnitt.titel, kapitel.titel)"
    asked = [
        command(f"set gefragt = {own}"),
        *when("gefragt and kapitel.titel and betitelt", line("Heading3", "{{ frage.wortlaut }}")),
        *when(
            "gefragt and (kapitel.titel or betitelt) and not (kapitel.titel and betitelt)",
            line("Heading2", "{{ frage.wortlaut }}"),
        ),
        *when("gefragt and not kapitel.titel and not betitelt", line("Heading1", "{{ frage.wortlaut }}")),
        *when("frage.hinweis", line("Hinweis", _HINT)),
        line("Antwort", "{{ frage|antwort }}"),
    ]
    section = [
        command(f"set betitelt = {_TITLED}"),
        *when("betitelt and kapitel.titel", line("Heading2", _numbered("abschnitt"))),
        *when("betitelt and not kapitel.titel", line("Heading1", "{{ abschnitt.titel }}")),
        *_section_notes(),
        *each("frage in abschnitt.fragen", *asked),
    ]
    chapter = [
        *when("kapitel.titel", line("Heading1", _numbered("kapitel"))),
        *each("abschnitt in kapitel.abschnitte", *section),
    ]
    return each("kapitel in dokument.kapitel", *chapter)


_TITLED = "abschnitt.titel and abschnitt.titel != kapitel.titel"


def _contents() -> list[Element]:
    """The table of contents, as a field that Word fills with page numbers and links when it is asked to update it.

    Until then it names the chapters and sections, since only Word knows where pages end.
    """
    first = line("TOC1", _numbered("kapitel"))
    for position, node in enumerate(
        [_mark("begin"), _instruction('TOC \\o "1-2" \\h \\z'), _mark("separate")], start=1
    ):
        first.insert(position, node)
    chapter = [
        *when("loop.first", first),
        *when("not loop.first and kapitel.titel", line("TOC1", _numbered("kapitel"))),
        *each(
            "abschnitt in kapitel.abschnitte",
            *when(f"kapitel.titel and {_TITLED}", line("TOC2", _numbered("abschnitt"))),
        ),
    ]
    return when(
        "dokument.verzeichnis",
        line("TOCHeading", "Inhalt"),
        *each("kapitel in dokument.kapitel", *chapter),
        paragraph([value("w:pStyle", "Tabellenabstand")], [_mark("end")]),
    )


def _numbered(name: str) -> str:
    return f"{{% if {name}.nummer %}}{{{{ {name}.nummer }}}} {{% endif %}}{{{{ {name}.titel }}}}"


def _paper() -> list[Element]:
    """A paper for a committee; below its head it is like any document."""
    names = ("dokument.angaben: behoerde, vorlagenart, federfuehrend, tagesordnungspunkt, drucksache, status, datum",)
    return [
        *explanation(*names),
        *when("dokument.kommune", line("Koerperschaft", "{{ dokument.kommune }}")),
        *when("dokument.angaben.behoerde", line("Koerperschaft", "{{ dokument.angaben.behoerde }}")),
        line("Tabellenabstand", ""),
        paper_head(),
        line("Tabellenabstand", ""),
        *_chapters(),
    ]


def _mark(kind: str) -> Element:
    return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))


def _instruction(code: str) -> Element:
    return parse(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')


def _field(code: str) -> list[Element]:
    return [_mark("begin"), _instruction(code), _mark("separate"), run("1"), _mark("end")]


def _template(body: list[Element], look: Look, *, wide: bool = False, drafts: bool = True, foot: str = "") -> bytes:
    """Put a template together.

    Args:
        body: What stands on its pages.
        look: Its styles.
        wide: Whether the pages lie on their long side.
        drafts: Whether there are drafts of such documents, which say so; a list has none.
        foot: What stands at the foot of each page behind the name of the body.
    """
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if wide else '<w:pgSz w:w="11906" w:h="16838"/>'
    section = parse(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'{size}<w:pgMar w:top="1418" w:right="1418" w:bottom="1134" w:left="1418"'
        ' w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    document = element("w:document", None, element("w:body", None, *body, section))
    draft = [run("{% if dokument.entwurf %}Entwurf{% endif %}", value("w:rStyle", "Entwurf"))] if drafts else []
    header = element("w:hdr", None, paragraph([value("w:pStyle", "Header")], draft))
    pages = [run(f"{{{{ dokument.kommune }}}}{foot}\tSeite "), *_field("PAGE"), run(" von "), *_field("NUMPAGES")]
    tabs = [parse('<w:tabs><w:tab w:val="clear" w:pos="9070"/><w:tab w:val="right" w:pos="14002"/></w:tabs>')]
    footer = element("w:ftr", None, paragraph([value("w:pStyle", "Footer"), *(tabs if wide else [])], pages))
    # Stored, not compressed: the bytes then do not depend on the zlib of the machine.
    return packed(package_parts(document, header, footer, look), compress=False)


def build() -> dict[str, bytes]:
    """Build all templates.

    Returns:
        Content by file name.
    """
    number = "{% if dokument.angaben.drucksache %}, Drucksachen-Nr. {{ dokument.angaben.drucksache }}{% endif %}"
    return {
        "dokument.docx": _template([*head(), *_contents(), *_chapters()], _TEXT),
        "handlungskonzept.docx": _template([*head(), *_contents(), *_chapters()], _TABLES, wide=True),
        "projektbeschreibung.docx": _template(_form(), _FORM),
        "sitzungsvorlage.docx": _template(_paper(), _PAPER, foot=number),
        "taetigkeitsbericht.docx": _template(_report(), _REPORT),
        "veranstaltungen.docx": _template(_log(), _FORM, wide=True, drafts=False),
    }


if __name__ == "__main__":
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in build().items():
        (_FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content)} Bytes")

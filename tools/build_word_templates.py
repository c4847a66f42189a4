"""Build the shipped Word templates, so that a change to them can be reviewed as text.

    python tools/build_word_templates.py

A test proves that the files in ``templates/docx/`` are what this script builds. Staff change copies
of them in Word; the shipped ones are changed here. No official sentence stands here: all of them
come from the document at the time of rendering.
"""

from __future__ import annotations

from pathlib import Path

from word_parts import package_parts

from kmut_cli.render.word.package import packed
from kmut_cli.render.word.xml import Element, element, paragraph, parse, run, value

_FOLDER = Path(__file__).resolve().parent.parent / "templates" / "docx"
_FORM_COLUMNS = (3500, 5570)  # twips, 9070 between the margins
_CHAPTER_FILL, _HINT_FILL = "D9D9D9", "F2F2F2"  # of the official form of 2026
_EXPLANATION = (
    "So funktioniert diese Vorlage (diese Zeilen erscheinen nicht im fertigen Dokument):",
    "Was in doppelten geschweiften Klammern steht, wird durch den Inhalt ersetzt; Schrift und Abstände bestimmt die"
    " Formatvorlage des Absatzes und kann in Word frei geändert werden.",
    "Kleine graue Zeilen sind Schleifen und Bedingungen; Anfang und Ende gehören immer in einen eigenen Absatz oder"
    " eine eigene Tabellenzeile.",
    "dokument: titel, untertitel, jahr_bezeichnung, jahr, kommune, ags, entwurf, stammdaten, kapitel, art, gliederung",
    "kapitel: nummer, titel, abschnitte – abschnitt: nummer, titel, hinweis, anlage, fragen – frage: wortlaut, hinweis,"
    " offen, pfad",
    "frage|antwort setzt die ganze Antwort ein: Text, Kästchen, Tabellen. Der Platzhalter steht allein in seinem"
    " Absatz. text|markdown macht dasselbe mit einem Text in Markdown, etwa abschnitt.hinweis|markdown.",
    "Aussehen der Antworten: Formatvorlagen Antwort, Antwort Liste, Antwort Tabelle, Antwort Überschrift 1 bis 6 …",
)


def _line(style: str, text: str) -> Element:
    return paragraph([value("w:pStyle", style)], [run(text)])


def _command(tag: str) -> Element:
    return _line("Vorlagenbefehl", f"{{%p {tag} %}}")


def _when(condition: str, *content: Element) -> list[Element]:
    return [_command(f"if {condition}"), *content, _command("endif")]


def _each(loop: str, *content: Element) -> list[Element]:
    return [_command(f"for {loop}"), *content, _command("endfor")]


def _head() -> list[Element]:
    """Explanation for staff, then the compact title block."""
    return [
        *(_line("Vorlagenbefehl", f"{{#p {text} #}}") for text in _EXPLANATION),
        _line("Title", "{{ dokument.titel }}"),
        *_each("zeile in dokument.untertitel", _line("Subtitle", "{{ zeile }}")),
        *_when("dokument.kommune", _line("Kommune", "{{ dokument.kommune }}")),
        *_when("dokument.jahr", _line("Stammdaten", "{{ dokument.jahr_bezeichnung }}:\t{{ dokument.jahr }}")),
        *_when("dokument.ags", _line("Stammdaten", "AGS:\t{{ dokument.ags }}")),
        *_each("bezeichnung, wert in dokument.stammdaten", _line("Stammdaten", "{{ bezeichnung }}:\t{{ wert }}")),
    ]


def _report() -> list[Element]:
    question = [
        _line("Frage", "{{ frage.wortlaut }}"),
        *_when("frage.hinweis", _line("Hinweis", "{{ frage.hinweis }}")),
        _line("Antwort", "{{ frage|antwort }}"),
    ]
    section = [
        # Without a chapter above it a section is of the first level: headings must not leave one out.
        _command("if kapitel.titel"),
        _line("Heading2", "{{ abschnitt.titel }}"),
        _command("else"),
        _line("Heading1", "{{ abschnitt.titel }}"),
        _command("endif"),
        *_when("abschnitt.hinweis", _line("Hinweis", "{{ abschnitt.hinweis|markdown }}")),
        *_when("abschnitt.anlage", _line("Anlage", "Anlage: {{ abschnitt.anlage }}")),
        *_each("frage in abschnitt.fragen", *question),
    ]
    chapter = [
        *_when("kapitel.titel", _line("Heading1", "{{ kapitel.titel }}")),
        *_each("abschnitt in kapitel.abschnitte", *section),
    ]
    return [*_head(), *_each("kapitel in dokument.kapitel", *chapter)]


def _cell(content: list[Element], width: int, *, span: int = 1, fill: str = "") -> Element:
    properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if span > 1:
        properties.append(value("w:gridSpan", span))
    if fill:
        properties.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}))
    return element("w:tc", None, properties, *content)


def _wide(content: list[Element], fill: str = "", *, header: bool = False) -> Element:
    row = element("w:tr")
    if header:
        row.append(element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader")))
    row.append(_cell(content, sum(_FORM_COLUMNS), span=2, fill=fill))
    return row


def _row_command(tag: str) -> Element:
    return _wide([_line("Vorlagenbefehl", f"{{%tr {tag} %}}")])


def _form_table() -> Element:
    """One section: its title repeats on the next page, hint and last question take both columns.

    In the official form the last question of each section asks for an explanation in one wide cell, and
    the wide cell of the first section has no question beside its title.
    """
    left, right = _FORM_COLUMNS
    hint = _when("frage.hinweis", _line("Hinweis", "{{ frage.hinweis }}"))
    answer = _line("Antwort", "{{ frage|antwort }}")
    beside = element(
        "w:tr",
        None,
        _cell([_line("Frage", "{{ frage.wortlaut }}"), *hint], left),
        _cell([_line("Antwort", "{{ frage|antwort }}")], right),
    )
    wording = _when("frage.wortlaut != abschnitt.titel", _line("Frage", "{{ frage.wortlaut }}"))
    below = _wide([*wording, *(_when("frage.hinweis", _line("Hinweis", "{{ frage.hinweis }}"))), answer])
    properties = parse(
        '<w:tblPr><w:tblW w:w="9070" w:type="dxa"/><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
        '<w:tblCaption w:val="{{ abschnitt.titel }}"/></w:tblPr>'
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": str(width)}) for width in _FORM_COLUMNS))
    attachment = _wide([_line("Anlage", "Anlage: {{ abschnitt.anlage }}")])
    rows = [
        _wide([_line("Heading1", "{{ abschnitt.titel }}")], _CHAPTER_FILL, header=True),
        _row_command("if abschnitt.hinweis"),
        _wide([_line("Hinweis", "{{ abschnitt.hinweis|markdown }}")], _HINT_FILL),
        _row_command("endif"),
        _row_command("for frage in abschnitt.fragen"),
        _row_command("if not loop.last"),
        beside,
        _row_command("else"),
        below,
        _row_command("endif"),
        _row_command("endfor"),
        _row_command("if abschnitt.anlage"),
        attachment,
        _row_command("endif"),
    ]
    return element("w:tbl", None, properties, grid, *rows)


def _form() -> list[Element]:
    chapter = _each("abschnitt in kapitel.abschnitte", _line("Tabellenabstand", ""), _form_table())
    return [*_head(), *_each("kapitel in dokument.kapitel", *chapter), _line("Tabellenabstand", "")]


def _log() -> list[Element]:
    """The log of appointments: its one table under the title of its section."""
    section = [
        _line("Heading1", "{{ abschnitt.titel }}"),
        *_each(
            "frage in abschnitt.fragen",
            *_when("frage.wortlaut != abschnitt.titel", _line("Frage", "{{ frage.wortlaut }}")),
            _line("Antwort", "{{ frage|antwort }}"),
        ),
    ]
    return [*_head(), *_each("kapitel in dokument.kapitel", *_each("abschnitt in kapitel.abschnitte", *section))]


def _field(code: str) -> list[Element]:
    def mark(kind: str) -> Element:
        return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))

    instruction = parse(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')
    return [mark("begin"), instruction, mark("separate"), run("1"), mark("end")]


def _template(body: list[Element], *, numbered: bool, wide: bool = False) -> bytes:
    """Put a template together.

    Args:
        body: What stands on its pages.
        numbered: Whether chapters and sections carry Word's own numbers.
        wide: Whether the pages lie on their long side; such a document is a list, and no draft of one.
    """
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if wide else '<w:pgSz w:w="11906" w:h="16838"/>'
    section = parse(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'{size}<w:pgMar w:top="1418" w:right="1418" w:bottom="1134" w:left="1418"'
        ' w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    document = element("w:document", None, element("w:body", None, *body, section))
    draft = [] if wide else [run("{% if dokument.entwurf %}Entwurf{% endif %}", value("w:rStyle", "Entwurf"))]
    header = element("w:hdr", None, paragraph([value("w:pStyle", "Header")], draft))
    pages = [run("{{ dokument.kommune }}\tSeite "), *_field("PAGE"), run(" von "), *_field("NUMPAGES")]
    tabs = [parse('<w:tabs><w:tab w:val="clear" w:pos="9070"/><w:tab w:val="right" w:pos="14002"/></w:tabs>')]
    footer = element("w:ftr", None, paragraph([value("w:pStyle", "Footer"), *(tabs if wide else [])], pages))
    # Stored, not compressed: the bytes then do not depend on the zlib of the machine.
    return packed(package_parts(document, header, footer, numbered=numbered), compress=False)


def build() -> dict[str, bytes]:
    """Build all templates.

    Returns:
        Content by file name.
    """
    return {
        "taetigkeitsbericht.docx": _template(_report(), numbered=True),
        "projektbeschreibung.docx": _template(_form(), numbered=False),
        "veranstaltungen.docx": _template(_log(), numbered=False, wide=True),
    }


if __name__ == "__main__":
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in build().items():
        (_FOLDER / name).write_bytes(content)
        print(f"{name}: {len(content)} Bytes")

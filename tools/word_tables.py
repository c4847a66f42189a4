"""The tables that stand in the Word templates themselves: the official form of 2026, the head of a committee paper."""

from __future__ import annotations

from word_text import line, question, when

from kmut_cli.render.word.xml import Element, element, parse, value

_FORM_COLUMNS = (3500, 5570)  # twips, 9070 between the margins
_HEAD_COLUMNS = (5370, 3700)
_CHAPTER_FILL, _HINT_FILL = "D9D9D9", "F2F2F2"  # of the official form of 2026


def _cell(content: list[Element], width: int, *, span: int = 1, fill: str = "") -> Element:
    properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if span > 1:
        properties.append(value("w:gridSpan", span))
    if fill:
        properties.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}))
    return element("w:tc", None, properties, *content)


def _wide(content: list[Element], fill: str = "", *, header: bool = False, whole: bool = False) -> Element:
    row = element("w:tr")
    if whole:
        row.append(element("w:trPr", None, element("w:cantSplit")))
    if header:
        row.append(element("w:trPr", None, element("w:cantSplit"), element("w:tblHeader")))
    row.append(_cell(content, sum(_FORM_COLUMNS), span=2, fill=fill))
    return row


def _row_command(tag: str) -> Element:
    return _wide([line("Vorlagenbefehl", f"{{%tr {tag} %}}")])


def form_table() -> Element:
    """One section: its title repeats on the next page, hint and last question take both columns.

    In the official form the last question of each section asks for an explanation in one wide cell, and
    the wide cell of the first section has no question beside its title.
    """
    left, right = _FORM_COLUMNS
    hint = when("frage.hinweis", line("Hinweis", "{{ frage.hinweis }}"))
    answer = line("Antwort", "{{ frage|antwort }}")
    beside = element(
        "w:tr",
        None,
        element("w:trPr", None, element("w:cantSplit")),
        # Beside its answer a question needs not be kept with what follows: that would chain all rows of a section.
        _cell([question(2, keep=False), *hint], left),
        _cell([line("Antwort", "{{ frage|antwort }}")], right),
    )
    wording = when("frage.wortlaut != abschnitt.titel", question(2))
    below = _wide([*wording, *(when("frage.hinweis", line("Hinweis", "{{ frage.hinweis }}"))), answer])
    attachment = _wide([line("Anlage", "Anlage: {{ abschnitt.anlage }}")])
    rows = [
        _wide([line("Heading1", "{{ abschnitt.titel }}")], _CHAPTER_FILL, header=True),
        _row_command("if abschnitt.hinweis"),
        _wide([line("Hinweis", "{{ abschnitt.hinweis|markdown }}")], _HINT_FILL, whole=True),
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
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return _table("{{ abschnitt.titel }}", rows, _FORM_COLUMNS, sides, look)


def paper_head() -> Element:
    """The head of a committee paper: what it is on the left, its number and date on the right.

    Its cells are read from left to right and from top to bottom; no row is a header of the others.
    """
    left = [
        line("Title", "{{ dokument.angaben.vorlagenart or dokument.titel }}"),
        *when("dokument.angaben.federfuehrend", line("Vorlagenkopf", "{{ dokument.angaben.federfuehrend }}")),
        line("Vorlagenkopf", "Tagesordnungspunkt: {{ dokument.angaben.tagesordnungspunkt or '____' }}"),
    ]
    right = [
        line("Vorlagenkopf", "Drucksachen-Nr.:\t{{ dokument.angaben.drucksache or '____' }}"),
        line("Vorlagenkopf", "Status:\t{{ dokument.angaben.status }}"),
        line("Vorlagenkopf", "Datum:\t{{ dokument.angaben.datum or '____' }}"),
    ]
    cells = (_cell(content, width) for content, width in zip((left, right), _HEAD_COLUMNS, strict=True))
    look = '<w:tblLook w:val="0000" w:noHBand="1" w:noVBand="1"/>'
    return _table("Kopf der Vorlage", [element("w:tr", None, *cells)], _HEAD_COLUMNS, ("top", "bottom"), look)


def _table(title: str, rows: list[Element], columns: tuple[int, ...], borders: tuple[str, ...], look: str) -> Element:
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in borders)
    properties = parse(
        f'<w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/>'
        f'<w:bottom w:w="60" w:type="dxa"/></w:tblCellMar>{look}<w:tblCaption w:val="{title}"/></w:tblPr>'
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": str(width)}) for width in columns))
    return element("w:tbl", None, properties, grid, *rows)

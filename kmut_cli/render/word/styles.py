"""The styles that answers use, found by name, since German Word gives other ids; missing ones are added.

A style of the template always wins over the definition here, so staff change the look in Word.
"""

from __future__ import annotations

from dataclasses import dataclass

from kmut_cli.render.word.xml import Element, element, parse, qname, value

GREY = "595959"
DARK = "1F3864"
_TABLE_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 30), ("left", 100), ("bottom", 30), ("right", 100))
)


@dataclass(frozen=True, slots=True)
class Style:
    """A style as this tool defines it where a template has none of that name.

    Attributes:
        name: Name as Word stores it (built-in ones in English, lower case where Word has it so).
        style_id: Id in shipped templates.
        kind: ``paragraph``, ``character`` or ``table``.
        based_on: Name of the style it builds on; empty for none.
        following: Name of the style of the next paragraph; empty for the same.
        properties: ``w:pPr``, ``w:rPr``, ``w:tblPr`` as XML, in schema order.
        builtin: Whether Word knows the name by itself.
    """

    name: str
    style_id: str
    kind: str
    based_on: str
    properties: str
    following: str = ""
    builtin: bool = False


def _answer_heading(level: int) -> Style:
    size = 21 if level == 1 else 20  # no larger than the question above it
    italic = "<w:i/>" if level > 3 else ""
    return Style(
        f"Antwort Überschrift {level}",
        f"AntwortUeberschrift{level}",
        "paragraph",
        "Antwort",
        '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/></w:pPr>'
        f'<w:rPr><w:b/>{italic}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>',
        following="Antwort",
    )


def heading(level: int, size: int, before: int, numbering: str = "") -> Style:
    """Define one of Word's own headings, which readers' programs list and speak.

    Args:
        level: From 1.
        size: Half points.
        before: Twips above it.
        numbering: ``w:numPr`` as XML.

    Returns:
        The style.
    """
    italic = "<w:i/><w:iCs/>" if level > 4 else ""
    return Style(
        f"heading {level}", f"Heading{level}", "paragraph", "Normal",
        f'<w:pPr><w:keepNext/><w:keepLines/>{numbering}<w:suppressAutoHyphens/>'
        f'<w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/>{italic}<w:color w:val="{DARK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>',
        following="Normal", builtin=True,
    )  # fmt: skip


DEEPEST = 6
"""Level of the lowest heading."""
ANSWER_STYLES: tuple[Style, ...] = (
    *(heading(level, size, 200) for level, size in enumerate((28, 24, 22, 20, 20, 20), start=1)),
    Style("Antwort", "Antwort", "paragraph", "Normal", '<w:pPr><w:spacing w:after="100"/></w:pPr>'),
    Style("Antwort Liste", "AntwortListe", "paragraph", "Antwort", "<w:pPr><w:contextualSpacing/></w:pPr>"),
    *(_answer_heading(level) for level in range(1, 7)),
    Style(
        "Antwort Zitat", "AntwortZitat", "paragraph", "Antwort",
        '<w:pPr><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="A6A6A6"/></w:pBdr></w:pPr>'
        f'<w:rPr><w:color w:val="{GREY}"/></w:rPr>',
    ),
    Style(
        "Antwort Code", "AntwortCode", "paragraph", "Antwort",
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>'
        '<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
    ),
    Style(
        "Antwort Trennlinie", "AntwortTrennlinie", "paragraph", "Antwort",
        '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr></w:pPr>',
        following="Antwort",
    ),
    Style("Antwort Bild", "AntwortBild", "paragraph", "Antwort",
          '<w:pPr><w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/></w:pPr>', following="Antwort"),
    Style("Antwort Quelle", "AntwortQuelle", "paragraph", "Antwort",
          '<w:pPr><w:spacing w:after="20"/></w:pPr><w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>'),
    Style("Antwort Tabellentext", "AntwortTabellentext", "paragraph", "Antwort",
          '<w:pPr><w:spacing w:before="10" w:after="10" w:line="247" w:lineRule="auto"/></w:pPr>'),
    Style("Antwort Tabellenkopf", "AntwortTabellenkopf", "paragraph", "Antwort Tabellentext",
          "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>"),
    Style("Antwort Tabellenende", "AntwortTabellenende", "paragraph", "Antwort",
          '<w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>'
          '<w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr>', following="Antwort"),
    Style("Antwort Tabelle", "AntwortTabelle", "table", "Normal Table",
          f"<w:tblPr><w:tblBorders>{_TABLE_BORDERS}</w:tblBorders><w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar></w:tblPr>"),
    Style("Antwort Beschriftung", "AntwortBeschriftung", "character", "", f'<w:rPr><w:color w:val="{GREY}"/></w:rPr>'),
    Style("Code im Text", "CodeimText", "character", "",
          '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/></w:rPr>'),
    Style("Entfallen", "Entfallen", "character", "", "<w:rPr><w:i/></w:rPr>"),
    Style("Offene Frage", "OffeneFrage", "character", "",
          '<w:rPr><w:b/><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr>'),
    Style("Hyperlink", "Hyperlink", "character", "",
          '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>', builtin=True),
)  # fmt: skip
_BY_NAME = {style.name.lower(): style for style in ANSWER_STYLES}


class Stylesheet:
    """The styles of one document.

    Args:
        root: ``w:styles`` of the document; missing styles are appended to it.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._ids: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._nodes = {node.get(qname("w:styleId"), ""): node for node in root.iterchildren(qname("w:style"))}
        for node in self._nodes.values():
            name = node.find(qname("w:name"))
            if name is not None:
                self._ids.setdefault(name.get(qname("w:val"), "").lower(), node.get(qname("w:styleId"), ""))

    def find(self, name: str) -> str:
        """Look a style up.

        Args:
            name: Name of a style; case does not count.

        Returns:
            Its id in this document; empty if the document has none and this module defines none.
        """
        known = self._ids.get(name.lower())
        if known is None and name.lower() in _BY_NAME:
            known = self.add(_BY_NAME[name.lower()])
        return known or ""

    def outline_level(self, style_id: str) -> int:
        """Give the level of a heading, by its style or one that this builds on; 0 for no heading."""
        if style_id not in self._levels:
            level = self._paragraph_property(style_id, "w:outlineLvl")
            number = "" if level is None else level.get(qname("w:val"), "")
            self._levels[style_id] = int(number) + 1 if number.isdecimal() and int(number) < 9 else 0
        return self._levels[style_id]

    def is_numbered(self, style_id: str) -> bool:
        """Whether Word numbers the paragraphs of a style."""
        return self._paragraph_property(style_id, "w:numPr") is not None

    def _paragraph_property(self, style_id: str, tag: str) -> Element | None:
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            node = self._nodes[style_id]
            found = node.find(f"{qname('w:pPr')}/{qname(tag)}")
            if found is not None:
                return found
            base = node.find(qname("w:basedOn"))
            style_id = "" if base is None else base.get(qname("w:val"), "")
        return None

    def add(self, style: Style) -> str:
        """Append a style; the styles it builds on are added before it.

        Args:
            style: Its definition; no style of that name is there yet.

        Returns:
            Its id in this document.
        """
        based_on = self.find(style.based_on) if style.based_on else ""
        style_id = style.style_id
        while style_id in self._ids.values():
            style_id += "Kmut"
        self._ids[style.name.lower()] = style_id
        following = self.find(style.following) if style.following else ""
        node = element("w:style", {"w:type": style.kind, "w:styleId": style_id}, value("w:name", style.name))
        if not style.builtin:
            node.set(qname("w:customStyle"), "1")
        if based_on:
            node.append(value("w:basedOn", based_on))
        if following:
            node.append(value("w:next", following))
        if style.kind != "table":
            node.append(element("w:qFormat"))
        node.extend(list(parse(f"<w:style>{style.properties}</w:style>")))
        self._root.append(node)
        self._nodes[style_id] = node
        return style_id

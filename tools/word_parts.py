"""The parts of the shipped Word templates that carry no text: styles, numbering, settings, page frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from kmut_cli.render.word.numbering import abstract_list
from kmut_cli.render.word.styles import ANSWER_STYLES, DARK, GREY, Style, Stylesheet, heading
from kmut_cli.render.word.xml import NAMESPACES, Element, element, parse, value

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENTS_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Look:
    """How the templates differ.

    Attributes:
        numbered: Whether chapters and sections carry Word's own numbers.
        headings: Size in half points of each level of headings, and twips above it.
        above_question: Twips above a question that is no heading of its own.
        table_text: Half points of the text in tables of answers; 0 for that of all text.
    """

    numbered: bool = False
    headings: tuple[tuple[int, int], ...] = ((22, 60), (21, 120), (20, 120))
    above_question: int = 40
    table_text: int = 0


def _text(name: str, style_id: str, properties: str, *, builtin: bool = False) -> Style:
    return Style(name, style_id, "paragraph", "Normal", properties, builtin=builtin)


def styles(look: Look) -> Element:
    """Define all styles of a template.

    Args:
        look: What is this template's own.

    Returns:
        ``w:styles``.
    """
    root = parse(_BASE_STYLES)
    sheet = Stylesheet(root)
    for level, (size, before) in enumerate(look.headings, start=1):
        numbers = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if look.numbered else ""
        sheet.add(heading(level, size, before, numbers))
    for style in (
        _text("Title", "Title", '<w:pPr><w:suppressAutoHyphens/><w:spacing w:after="60"/></w:pPr>'
              f'<w:rPr><w:b/><w:color w:val="{DARK}"/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr>', builtin=True),
        _text("Subtitle", "Subtitle", '<w:pPr><w:spacing w:after="20"/></w:pPr>'
              f'<w:rPr><w:color w:val="{GREY}"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>', builtin=True),
        _text("header", "Header", '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
              '<w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr>', builtin=True),
        _text("footer", "Footer", '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
              f'<w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="{GREY}"/><w:sz w:val="17"/>'
              '<w:szCs w:val="17"/></w:rPr>', builtin=True),
        _text("TOC Heading", "TOCHeading", '<w:pPr><w:keepNext/><w:spacing w:before="320" w:after="80"/></w:pPr>'
              f'<w:rPr><w:b/><w:color w:val="{DARK}"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>', builtin=True),
        _text("toc 1", "TOC1", f'<w:pPr>{_CONTENTS_TAB}<w:spacing w:before="60" w:after="20"/></w:pPr>', builtin=True),
        _text("toc 2", "TOC2", f'<w:pPr>{_CONTENTS_TAB}<w:spacing w:after="0"/><w:ind w:left="284"/></w:pPr>'
              '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>', builtin=True),
        _text("Stammdaten", "Stammdaten", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs>'
              '<w:spacing w:after="20"/><w:ind w:left="2835" w:hanging="2835"/></w:pPr>'),
        _text("Kommune", "Kommune", '<w:pPr><w:spacing w:before="160" w:after="60"/></w:pPr><w:rPr><w:b/>'
              '<w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>'),
        _text("Frage", "Frage", '<w:pPr><w:keepNext/><w:keepLines/>'
              f'<w:spacing w:before="{look.above_question}" w:after="60"/></w:pPr>'
              f'<w:rPr><w:b/><w:color w:val="{DARK}"/></w:rPr>'),
        _text("Hinweis", "Hinweis", '<w:pPr><w:spacing w:after="80"/></w:pPr>'
              f'<w:rPr><w:i/><w:color w:val="{GREY}"/></w:rPr>'),
        _text("Körperschaft", "Koerperschaft", '<w:pPr><w:spacing w:after="20"/></w:pPr><w:rPr><w:b/><w:caps/>'
              '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'),
        _text("Vorlagenkopf", "Vorlagenkopf", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1814"/></w:tabs>'
              '<w:spacing w:before="20" w:after="20"/></w:pPr>'),
        _text("Anlage", "Anlage", '<w:pPr><w:spacing w:after="80"/></w:pPr>'),
        _text("Tabellenabstand", "Tabellenabstand",
              '<w:pPr><w:spacing w:after="0" w:line="160" w:lineRule="exact"/></w:pPr>'),
        _text("Vorlagenbefehl", "Vorlagenbefehl", '<w:pPr><w:spacing w:after="0"/></w:pPr>'
              '<w:rPr><w:noProof/><w:color w:val="7F7F7F"/><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr>'),
        Style("Entwurf", "Entwurf", "character", "", '<w:rPr><w:b/><w:color w:val="C00000"/></w:rPr>'),
    ):  # fmt: skip
        sheet.add(style)
    for style in ANSWER_STYLES:
        if look.table_text and style.name == "Antwort Tabellentext":
            size = f'<w:sz w:val="{look.table_text}"/><w:szCs w:val="{look.table_text}"/>'
            sheet.add(replace(style, properties=f"{style.properties}<w:rPr>{size}</w:rPr>"))
        sheet.find(style.name)
    return root


def numbering() -> Element:
    """Define the numbers of the headings (1, 1.1, 1.1.1) and the lists that answers use.

    Returns:
        ``w:numbering``; instance 1 belongs to the headings.
    """
    headings = abstract_list(0, "KMUT Überschriften", ".")
    for position, level in enumerate(headings.findall(f"{{{NAMESPACES['w']}}}lvl")):
        numbers = ".".join(f"%{number}" for number in range(1, position + 2))
        for old in level[1:]:
            level.remove(old)
        level.append(value("w:numFmt", "decimal"))
        if position < 3:
            level.append(value("w:pStyle", f"Heading{position + 1}"))
        level.append(value("w:lvlText", numbers))
        level.append(value("w:lvlJc", "left"))
        level.append(element("w:pPr", None, element("w:ind", {"w:left": "709", "w:hanging": "709"})))
    root = element("w:numbering", None, headings)
    lists = (("KMUT Punkte", ""), ("KMUT Zahlen", "."), ("KMUT Zahlen mit Klammer", ")"))
    for number, (name, closing) in enumerate(lists, start=1):
        root.append(abstract_list(number, name, closing))
    root.append(element("w:num", {"w:numId": "1"}, value("w:abstractNumId", 0)))
    return root


def _fonts() -> Element:
    """Name the fonts, and what programs without them may take (same widths)."""
    fonts = (
        ("Arial", "Liberation Sans", "swiss", "variable"),
        ("Courier New", "Liberation Mono", "modern", "fixed"),
        ("MS Gothic", "Segoe UI Symbol", "modern", "fixed"),
    )
    root = element("w:fonts")
    for name, other, family, pitch in fonts:
        font = element("w:font", {"w:name": name}, value("w:altName", other))
        font.append(value("w:family", family))
        font.append(value("w:pitch", pitch))
        root.append(font)
    return root


def serialized(root: Element) -> bytes:
    """Write a part with all namespaces of this tool declared at its root.

    Args:
        root: Root element.

    Returns:
        XML bytes.
    """
    whole = etree.Element(root.tag, nsmap=NAMESPACES)
    whole.attrib.update(dict(root.attrib))
    whole.set(f"{{{NAMESPACES['mc']}}}Ignorable", "w14")
    whole.extend(list(root))
    return etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)


def package_parts(document: Element, header: Element, footer: Element, look: Look) -> dict[str, bytes]:
    """Collect all parts of a template.

    Args:
        document: ``w:document``; its section names the header ``rId4`` and the footer ``rId5``.
        header: ``w:hdr``.
        footer: ``w:ftr``.
        look: See ``styles``.

    Returns:
        Content by part name.
    """
    return {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _ROOT_RELATIONS.encode(),
        "docProps/core.xml": _CORE.encode(),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS.encode(),
        "word/document.xml": serialized(document),
        "word/styles.xml": serialized(styles(look)),
        "word/numbering.xml": serialized(numbering()),
        "word/settings.xml": serialized(parse(_SETTINGS)),
        "word/fontTable.xml": serialized(_fonts()),
        "word/theme/theme1.xml": _THEME.encode(),
        "word/header1.xml": serialized(header),
        "word/footer1.xml": serialized(footer),
    }


_BASE_STYLES = """<w:styles>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>
<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
</w:styles>""".replace("\n", "")
_SETTINGS = """<w:settings><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>
<w:autoHyphenation/><w:doNotHyphenateCaps/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
</w:settings>""".replace("\n", "")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = (
    ("document", f"{_CONTENT}.document.main+xml"),
    ("styles", f"{_CONTENT}.styles+xml"),
    ("numbering", f"{_CONTENT}.numbering+xml"),
    ("settings", f"{_CONTENT}.settings+xml"),
    ("header1", f"{_CONTENT}.header+xml"),
    ("footer1", f"{_CONTENT}.footer+xml"),
    ("fontTable", f"{_CONTENT}.fontTable+xml"),
    ("theme/theme1", "application/vnd.openxmlformats-officedocument.theme+xml"),
)
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in _PARTS)
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": DARK, "lt2": "E7E6E6", "accent1": DARK, "accent2": "C00000",
    "accent3": "7F7F7F", "accent4": "BF8F00", "accent5": "2E75B6", "accent6": "548235", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
# Word asks every document for a theme; this one only repeats the fonts and colours of the styles.
_THEME = (
    f'{_XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="kmut"><a:themeElements>'
    '<a:clrScheme name="kmut">'
    + "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="kmut"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont>'
    f'</a:fontScheme><a:fmtScheme name="kmut"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f"<a:ln>{_FILL}</a:ln>" * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
_ROOT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{name.rpartition("/")[2].rstrip("1")}" Target="{name}.xml"/>'
        for number, (name, _) in enumerate(_PARTS[1:], start=1)
    )
    + "</Relationships>"
)
_CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{{ dokument.titel }}</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>"
)

"""Fields and drawings of Word: only those that show something of the document; none that fetches or starts anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.word.fieldcodes import field_codes
from kmut_cli.render.word.relations import is_followed
from kmut_cli.render.word.xml import Element

_ALLOWED = frozenset((
    "=", "ADVANCE", "AUTHOR", "BIBLIOGRAPHY", "CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE",
    "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "EQ", "FILENAME", "FILESIZE", "FORMCHECKBOX", "FORMDROPDOWN",
    "FORMTEXT", "FORMULA", "HYPERLINK", "IF", "INDEX", "INFO", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF",
    "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "REVNUM", "SAVEDATE",
    "SECTION", "SECTIONPAGES", "SEQ", "SET", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC", "TEMPLATE", "TIME",
    "TITLE", "TOA", "TOC", "XE",
))  # fmt: skip
_WORD = re.compile(r'\s*(=|[^\s"\\=]+)')
_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_WITH_VALUE = frozenset({"\\l", "\\o", "\\t"})  # a place in the document, a hint, a window
_VML = "urn:schemas-microsoft-com:"  # begins the namespaces of drawings that older editions of Word made
_OUTSIDE = frozenset({"href", "hlinkhref", "src", "althref", "link"})
_CLICKED = frozenset({"href", "hlinkhref"})  # followed by a reader, where they stand at a shape
_FETCHING = frozenset({"imagedata", "fill", "stroke"})
_HAS_DRAWINGS = etree.XPath(
    "boolean(//*[starts-with(namespace-uri(), $vml)"
    " or @*[starts-with(namespace-uri(), $vml) or local-name() = 'link']])"
)


def check_fields(root: Element) -> None:
    """Look through the fields and drawings of a part, of the template and once more as it goes out.

    A template can put a field together from pieces and conditions, so what counts at last is what comes of it.

    Args:
        root: The part.

    Raises:
        TemplateFault: A field or drawing of it fetches or starts something, or what Word will make of it is uncertain.
    """
    check_drawings(root)
    for code in field_codes(root):
        found = _WORD.match(code)
        name = found.group(1).upper() if found else ""
        if name not in _ALLOWED:
            shown = " ".join(code.split())[:40]
            raise TemplateFault(
                f"Das Feld „{shown}“ gibt es in Vorlagen nicht.",
                "Erlaubt sind Felder, die etwas aus dem Dokument selbst zeigen, etwa PAGE, NUMPAGES, TOC, REF.",
            )
        if name == "HYPERLINK" and not all(map(is_followed, _addresses(code))):
            raise TemplateFault("Ein Feld „HYPERLINK“ führt nicht zu einer Adresse im Netz.", "Das Feld löschen.")


def check_drawings(root: Element) -> None:
    """Look through the pictures of a part that are named by an address, and the links of older drawings.

    Args:
        root: The part.

    Raises:
        TemplateFault: One of them refers to a file, or to a picture that Word would fetch from elsewhere.
    """
    if not _HAS_DRAWINGS(root, vml=_VML):
        return
    for node in root.iter("{*}*"):
        for name, content in node.attrib.items():
            if str(content).strip() and _leads_outside(node, str(name), str(content)):
                raise TemplateFault(
                    "Eine Zeichnung verweist auf eine Datei oder ein Bild an einem anderen Ort.",
                    "Die Zeichnung oder das Bild neu einfügen, nicht verknüpfen.",
                )


def _leads_outside(node: Element, attribute: str, address: str) -> bool:
    """Tell whether an attribute names what Word would fetch, or what a reader may not follow."""
    namespace, _, local = attribute.removeprefix("{").rpartition("}")
    local = local.lower()
    related = namespace.endswith("/relationships")
    if related and local == "link":  # of a picture in any kind of drawing
        return True
    if local not in _OUTSIDE:
        return False
    kind = etree.QName(node)
    drawn = namespace.startswith(_VML)
    old = drawn or ((related or not namespace) and (kind.namespace or "").startswith(_VML))
    if not old:
        return False
    # „o:href“ says where a picture came from, „href“ where a click leads to.
    clicked = local in _CLICKED and not related and not (drawn and local == "href")
    return not (clicked and kind.localname not in _FETCHING and is_followed(address))


def _addresses(code: str) -> Iterator[str]:
    """Give where a HYPERLINK leads: what is neither a switch nor the value of one."""
    pieces = _PIECE.finditer(code.strip()[len("HYPERLINK") :])
    before = ""
    for piece in pieces:
        quoted, bare = piece.groups()
        is_switch = bare is not None and len(bare) == 2 and bare.startswith("\\")
        if not is_switch and before not in _WITH_VALUE:
            yield quoted if bare is None else bare
        before = bare.lower() if is_switch and bare else ""

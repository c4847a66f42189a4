"""Paragraphs and tables before they stand in a document: light trees, made into XML all at once.

An element of lxml is a document of its own until it is put somewhere, and a report has thousands of them. Here they are
plain objects; one answer after the other is written as text and read by lxml's parser, which takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import islice

from lxml import etree

from kmut_cli.render.word.xml import NAMESPACES, Element, xml_text

_BREAK = re.compile("([\t\n])")
_TO_ESCAPE = re.compile('[&<>"\t\n]')
_NOT_PLAIN = re.compile('[&<>"]|[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_AROUND = ("w", "r", "xml")
"""Prefixes that need no declaration: templates have them at their root."""
_OPEN = "<x " + " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r")) + ">"
_LARGE = 200  # elements
_READER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)  # what it reads is written below


class Piece:
    """An element.

    Attributes:
        tag: Prefixed name, such as ``w:p``.
        attributes: Prefixed names and values, as they are written.
        children: Further elements; the same one may stand in many places.
        text: Text in front of them, as it is written.
        xml: The whole element as it is written, if nobody changes it any more; then the rest is empty but for the tag.
        size: How many elements ``xml`` holds.
    """

    __slots__ = ("attributes", "children", "size", "tag", "text", "xml")

    def __init__(self, tag: str, attributes: dict[str, str], children: list[Piece], text: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.children = children
        self.text = text
        self.xml = ""
        self.size = 0

    def find(self, *way: str) -> Piece | None:
        """Give the first descendant that is reached by these tags, one below the other."""
        here: Piece | None = self
        for tag in way:
            here = next((child for child in here.children if child.tag == tag), None) if here is not None else None
        return here

    def count(self) -> int:
        """Count this element and all below it."""
        return self.size or 1 + sum([child.count() for child in self.children])

    def holds(self, tag: str) -> bool:
        """Whether an element with this tag stands below it."""
        return any(child.tag == tag or child.holds(tag) for child in self.children)

    def write(self, out: list[str], declared: tuple[str, ...] = _AROUND) -> None:
        """Write the element as XML.

        Args:
            out: Takes the text.
            declared: Prefixes that elements around it declare.
        """
        if self.xml:
            out.append(self.xml)
            return
        tag = begin = self.tag
        prefix = tag.partition(":")[0]
        if prefix not in declared:
            declared = (*declared, prefix)
            begin = f'{tag} xmlns:{prefix}="{NAMESPACES[prefix]}"'
        for name, content in self.attributes.items():
            begin = f'{begin} {name}="{content}"'
        if self.children:
            out.append(f"<{begin}>{self.text}")
            for child in self.children:
                child.write(out, declared)
            out.append(f"</{tag}>")
        else:
            out.append(f"<{begin}>{self.text}</{tag}>" if self.text else f"<{begin}/>")


def built(pieces: Iterable[Piece]) -> list[Element]:
    """Make elements of lxml.

    Args:
        pieces: What stands side by side.

    Returns:
        An element for each, ready to be put into a document.
    """
    out = [_OPEN]
    for piece in pieces:
        piece.write(out)
    out.append("</x>")
    return list(etree.fromstring("".join(out).encode(), _READER))


def adopt(node: Element, put: Callable[[Element], None]) -> None:
    """Put an element from ``built`` into a document.

    For a large one, lxml's time grows with the square of its size; so its children follow one by one.

    Args:
        node: The element.
        put: Such as ``paragraph.addnext``.
    """
    large = sum(1 for _ in islice(node.iter(), _LARGE)) == _LARGE
    children = list(node) if large else []
    for child in children:
        node.remove(child)
    put(node)
    for child in children:
        adopt(child, node.append)


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Piece) -> Piece:
    """Make an element.

    Args:
        tag: Prefixed name, such as ``w:p``.
        attributes: Prefixed names and values; values may hold any text.
        *children: What stands in it.
    """
    fit = {name: written(content) for name, content in attributes.items()} if attributes else {}
    return Piece(tag, fit, list(children))


@lru_cache(maxsize=512)
def value(tag: str, content: str | int) -> Piece:
    """Make one of the many elements that only carry ``w:val``; the same one for the same value, so do not change it."""
    piece = Piece(tag, {}, [])
    piece.xml, piece.size = f'<{tag} w:val="{written(str(content))}"/>', 1
    return piece


def text_content(text: str) -> list[Piece]:
    """Turn text into the content of a run: tabs and line breaks become elements of their own.

    Args:
        text: Any text.

    Returns:
        ``w:t``, ``w:tab`` and ``w:br`` elements, in order.
    """
    content: list[Piece] = []
    for part in _BREAK.split(xml_text(text)):
        if part == "\t":
            content.append(Piece("w:tab", {}, []))
        elif part == "\n":
            content.append(Piece("w:br", {}, []))
        elif part:
            content.append(Piece("w:t", {"xml:space": "preserve"}, [], written(part)))
    return content


def run(text: str, *properties: Piece) -> Piece:
    """Make a run.

    Args:
        text: Any text.
        *properties: Children of ``w:rPr`` in schema order.

    Returns:
        A ``w:r``.
    """
    # A third of all elements stand in runs, and none is changed later: written at once, they are no objects.
    out = ["<w:r>"]
    size = 1
    if properties:
        before = Piece("w:rPr", {}, list(properties))
        before.write(out)
        size += before.count()
    if text and not _NOT_PLAIN.search(text):
        out.append(f'<w:t xml:space="preserve">{text}</w:t>')
        size += 1
    else:
        for part in text_content(text):
            part.write(out)
            size += 1
    out.append("</w:r>")
    piece = Piece("w:r", {}, [])
    piece.xml, piece.size = "".join(out), size
    return piece


def paragraph(properties: list[Piece], content: list[Piece]) -> Piece:
    """Make a paragraph.

    Args:
        properties: Children of ``w:pPr`` in schema order.
        content: Runs, hyperlinks, content controls.

    Returns:
        A ``w:p``.
    """
    before = [Piece("w:pPr", {}, properties)] if properties else []
    return Piece("w:p", {}, [*before, *content])


def keep_with_next(piece: Piece) -> None:
    """Keep a paragraph on the page of what follows; anything else stays as it is."""
    if piece.tag != "w:p" or piece.find("w:pPr", "w:keepNext") is not None:
        return
    properties = piece.find("w:pPr")
    if properties is None:
        properties = Piece("w:pPr", {}, [])
        piece.children.insert(0, properties)
    behind_style = 0 if properties.find("w:pStyle") is None else 1
    properties.children.insert(behind_style, Piece("w:keepNext", {}, []))


def written(text: str) -> str:
    """Write any text as XML."""
    if not _NOT_PLAIN.search(text):
        return text
    return _TO_ESCAPE.sub(lambda sign: _ESCAPED[sign.group()], xml_text(text))

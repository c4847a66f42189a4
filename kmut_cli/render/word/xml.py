"""Building blocks of WordprocessingML: namespaces, elements, and text that XML can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree

Element = etree._Element

NAMESPACES: dict[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

# What XML 1.0 cannot hold. The reading side refuses these characters; here they would make a file
# that Word does not open, so the last door replaces them visibly.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def qname(tag: str) -> str:
    """Expand a prefixed name: ``w:p`` → ``{http://…/main}p``.

    Args:
        tag: Prefix from ``NAMESPACES``, colon, local name.

    Returns:
        The name in lxml's notation.
    """
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """Make an element from prefixed names.

    Args:
        tag: Such as ``w:p``.
        attributes: Prefixed names and values; values may hold any text.
        *children: Appended in order; they are moved, not copied.

    Returns:
        The new element.
    """
    node = etree.Element(qname(tag), nsmap={tag.partition(":")[0]: NAMESPACES[tag.partition(":")[0]]})
    for name, value in (attributes or {}).items():
        node.set(qname(name), xml_text(value))
    node.extend(children)
    return node


def value(tag: str, content: str | int) -> Element:
    """Make one of the many elements that only carry ``w:val``.

    Args:
        tag: Such as ``w:pStyle``.
        content: The value.

    Returns:
        The new element.
    """
    return element(tag, {"w:val": str(content)})


def parse(xml: str) -> Element:
    """Parse a piece of XML that uses the prefixes of ``NAMESPACES`` without declaring them.

    Args:
        xml: Exactly one element; for definitions in the source, never for text of a user.

    Returns:
        That element, without parent.
    """
    declarations = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    node = etree.fromstring(f"<x {declarations}>{xml}</x>")[0]
    node.getparent().remove(node)  # type: ignore[union-attr]
    etree.cleanup_namespaces(node)
    return node


def xml_text(text: str) -> str:
    r"""Make text fit for XML.

    Args:
        text: Any text, even with control characters or lone surrogates.

    Returns:
        The same text; what XML 1.0 cannot hold is replaced by U+FFFD, line ends become ``\n``.
    """
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def count_unprintable(text: str) -> int:
    """Count what ``xml_text`` would have to replace.

    Args:
        text: Any text.

    Returns:
        Number of characters that XML 1.0 cannot hold.
    """
    return len(_ILLEGAL.findall(text))

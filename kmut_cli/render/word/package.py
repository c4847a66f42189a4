"""The .docx file around the text: its properties, and a ZIP that is the same for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from lxml import etree

from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.word.xml import NAMESPACES, Element, qname, xml_text

_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS = "{http://purl.org/dc/terms/}"
# Who saved the template when says nothing about the document, and a clock would make each file differ.
_DROPPED = (f"{_TERMS}created", f"{_TERMS}modified", f"{_CP}lastPrinted", f"{_CP}lastModifiedBy", f"{_CP}revision")
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold
MARK = b"kmut"
"""Comment of the ZIP: tells a file that kmut wrote from one that Word or LibreOffice saved since, which drop it."""
_ROOT_TAG = re.compile(rb"<[A-Za-z][^>]*>")


def set_properties(root: Element, dokument: Darstellung) -> None:
    """Write title, author, subject and language; drop all that names a time or a person at a keyboard.

    Args:
        root: ``cp:coreProperties``.
        dokument: The document.
    """
    subject = f"{dokument.jahr_bezeichnung} {dokument.jahr}".strip() if dokument.jahr else ""
    title = " – ".join(part for part in (dokument.titel, dokument.kommune, subject) if part)
    ours = {"title": title, "subject": subject, "creator": dokument.kommune, "language": "de-DE"}
    for name in (*_DROPPED, *(_DC + name for name in ours)):
        for node in root.findall(name):
            root.remove(node)
    for node in [node for node in root if not (node.text or "").strip()]:
        root.remove(node)  # docxtpl leaves empty ones behind
    for name, content in ours.items():
        if content:
            etree.SubElement(root, _DC + name).text = xml_text(content)


def packed(parts: dict[str, bytes], *, compress: bool = True, comment: bytes = b"") -> bytes:
    """Write parts as a package: sorted, with fixed times, nothing of the machine it was made on.

    Args:
        parts: Content by name.
        compress: False keeps the parts as they are, so that the bytes do not depend on the zlib at hand.
        comment: Comment of the ZIP.

    Returns:
        A .docx file; equal content gives equal bytes.
    """
    target = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method) as package:
        package.comment = comment
        for name in sorted(parts, key=lambda part: (part not in _FIRST, part)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = method
            entry.create_system = 0
            package.writestr(entry, with_checkbox_namespace(parts[name]) if name.endswith(".xml") else parts[name])
    return target.getvalue()


def with_checkbox_namespace(part: bytes) -> bytes:
    """Declare the namespace of check boxes at the root, and that older programs may ignore it.

    Templates that Word saved have it there already; those of other programs may not.

    Args:
        part: XML of a part.

    Returns:
        The same bytes if nothing is missing.
    """
    uri = NAMESPACES["w14"].encode()
    root_tag = _ROOT_TAG.search(part)
    if uri not in part or root_tag is None or uri in root_tag.group():
        return part
    old = etree.fromstring(part)
    declared: dict[Any, str] = {**old.nsmap, "w14": NAMESPACES["w14"], "mc": NAMESPACES["mc"]}
    new = etree.Element(old.tag, nsmap=declared)
    new.attrib.update(dict(old.attrib))
    ignorable = qname("mc:Ignorable")
    new.set(ignorable, f"{new.get(ignorable, '')} w14".strip())
    new.extend(list(old))
    etree.cleanup_namespaces(new, keep_ns_prefixes=[*(prefix for prefix in old.nsmap if prefix), "w14", "mc"])
    return etree.tostring(new, xml_declaration=True, encoding="UTF-8", standalone=True)

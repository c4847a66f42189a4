"""The face of Word output: a presentation and a template, both given, become the bytes of a .docx file."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.pkgwriter import PackageWriter
from docx.package import Package
from lxml import etree

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.store import Store
from kmut_cli.render.word.fields import check_fields
from kmut_cli.render.word.fill import Filler
from kmut_cli.render.word.numbering import Numbering
from kmut_cli.render.word.package import MARK as MARK_OF_KMUT
from kmut_cli.render.word.package import packed, set_properties
from kmut_cli.render.word.styles import Stylesheet
from kmut_cli.render.word.target import Target
from kmut_cli.render.word.template import open_template
from kmut_cli.render.word.xml import count_unprintable, element, qname

_FILLED = (
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    CONTENT_TYPE.WML_HEADER,
    CONTENT_TYPE.WML_FOOTER,
    CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.OPC_CORE_PROPERTIES,
)


@dataclass(frozen=True, slots=True)
class RenderResult:
    """A rendered document.

    Attributes:
        content: Bytes of the .docx file.
        hints: What the reader should know, German, one sentence each; usually empty.
    """

    content: bytes
    hints: tuple[str, ...] = ()


def render_docx(dokument: Darstellung, template: bytes, template_name: str) -> RenderResult:
    """Fill a Word template; nothing is read or written, no clock is asked.

    Args:
        dokument: The document; templates know it by this name.
        template: Bytes of a .docx file with Jinja placeholders.
        template_name: What messages call the template.

    Returns:
        The file; equal arguments give equal bytes.

    Raises:
        TemplateProblem: The template cannot be used as it stands.
    """
    try:
        return _rendered(dokument, template, template_name)
    finally:
        # What docxtpl and python-docx leave behind is a ring of objects that holds megabytes outside of Python.
        gc.collect(0)


def _rendered(dokument: Darstellung, template: bytes, template_name: str) -> RenderResult:
    store = Store()
    word = open_template(template, template_name)
    word.fill(dokument, store)
    try:
        _fill_parts(word.docx.part, store)
    except TemplateFault as fault:
        message = f"In der Vorlage „{template_name}“: {fault.text}"
        raise TemplateProblem(message, fault.help, template=template_name, name=fault.name) from fault
    set_properties(word.docx.part.package._core_properties_part.element, dokument)
    content = packed(_serialized(cast(Package, word.docx.part.package)), comment=MARK_OF_KMUT)
    return RenderResult(content, tuple(_hints(dokument)))


class _Serialized(dict[str, bytes]):
    """Takes the parts from python-docx, which would only pack them into a ZIP that is unpacked again."""

    def write(self, name: PackURI, content: bytes) -> None:
        self[name.membername] = content


def _serialized(package: Package) -> dict[str, bytes]:
    parts = _Serialized()
    writer: Any = PackageWriter  # has no types
    for part in cast("list[Any]", package.parts):
        part.before_marshal()
    writer._write_content_types_stream(parts, package.parts)
    writer._write_pkg_rels(parts, package.rels)
    writer._write_parts(parts, package.parts)
    return parts


def _fill_parts(main: Any, store: Store) -> None:
    styles = Stylesheet(main.styles.element)
    numbering = Numbering(_numbering_root(main))
    parts = sorted(main.package.iter_parts(), key=lambda part: str(part.partname))
    taken = {
        str(node.get(qname("w:val")))
        for part in parts
        if isinstance(part, XmlPart)
        for node in part.element.iter(qname("w:id"))
    }
    taken |= {
        str(node.get("id"))
        for part in parts
        if isinstance(part, XmlPart)
        for node in part.element.iter(qname("wp:docPr"))
    }
    for part in parts:
        if part.content_type in _FILLED:
            # python-docx gives its own meaning to ``text`` of paragraphs; plain elements keep lxml's.
            root = etree.fromstring(part.blob)
            Filler(store, Target(styles, numbering, _Relating(part), taken)).fill(root)
            check_fields(root)
            if isinstance(part, XmlPart):
                part._element = cast(Any, root)
            else:
                part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


class _Relating:
    """What a part refers to."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def to_address(self, url: str) -> str:
        return self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def to_picture(self, png: bytes) -> str:
        package = cast(Package, self._part.package)
        picture = package.get_or_add_image_part(io.BytesIO(png))  # named by a running number, found again by its bytes
        return self._part.relate_to(picture, RELATIONSHIP_TYPE.IMAGE)


def _numbering_root(main: Any) -> Any:
    """Give ``w:numbering``; a template without lists has no such part yet."""
    for relation in main.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    root = element("w:numbering")
    name = PackURI("/word/numbering.xml")
    main.relate_to(
        XmlPart(name, CONTENT_TYPE.WML_NUMBERING, cast(Any, root), main.package), RELATIONSHIP_TYPE.NUMBERING
    )
    return root


def _hints(dokument: Darstellung) -> Iterator[str]:
    count = count_unprintable("".join(_texts(dokument)))
    if count:
        signs = "1 unsichtbares Steuerzeichen" if count == 1 else f"{count} unsichtbare Steuerzeichen"
        yield f"{signs}, die es in Word nicht gibt, durch „\N{REPLACEMENT CHARACTER}“ ersetzt."


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | Mapping):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(item)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            yield from _texts(getattr(value, name))

"""Pictures: in the line of text, as wide as they are made or as there is room, with words for who cannot see them."""

from __future__ import annotations

from kmut_cli.render.presentation import Bild
from kmut_cli.render.word.controls import shortened
from kmut_cli.render.word.target import Surroundings, Target
from kmut_cli.render.word.xml import NAMESPACES, Element, element, paragraph, parse, qname, value, xml_text

_TWIP, _MILLIMETRE = 635, 36_000  # in the units of drawings
_BESIDE = 1400  # twips of a page that stay free for a heading and a caption


def picture(block: Bild, target: Target, around: Surroundings) -> Element:
    """Make the paragraph of a picture.

    Args:
        block: The picture.
        target: The document; takes the picture as PNG.
        around: Room at the place.

    Returns:
        A ``w:p``.
    """
    # A document without pictures needs neither the library that draws nor its fonts.
    from kmut_cli.render.bild.raster import masse, png

    width, height = (round(side * _MILLIMETRE) for side in masse(block.svg))
    scale = min(1.0, around.width * _TWIP / width, max(around.height - _BESIDE, _BESIDE) * _TWIP / height)
    drawing = _drawing(target.picture(png(block.svg)), round(width * scale), round(height * scale))
    alt = xml_text(" ".join(block.alt.split()))
    shown = {"id": target.next_id(), "name": block.name, "descr": alt, "title": shortened(alt)}
    for tag, attributes in (("wp:docPr", shown), ("pic:cNvPr", {"id": "0", "name": block.name})):
        for node in drawing.iter(qname(tag)):
            for name, content in attributes.items():
                node.set(name, content)
    return paragraph([value("w:pStyle", target.styles.find("Antwort Bild"))], [element("w:r", None, drawing)])


def _drawing(relation: str, width: int, height: int) -> Element:
    size = f'cx="{width}" cy="{height}"'
    return parse(
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )

"""Pictures: in the line of text, as wide as they are made or as there is room, with words for who cannot see them."""

from __future__ import annotations

from kmut_cli.render.presentation import Bild
from kmut_cli.render.word.controls import shortened
from kmut_cli.render.word.pieces import Piece, element, paragraph, value
from kmut_cli.render.word.target import Surroundings, Target
from kmut_cli.render.word.xml import NAMESPACES, xml_text

_TWIP, _MILLIMETRE = 635, 36_000  # in the units of drawings
_BESIDE = 1400  # twips of a page that stay free for a heading and a caption


def picture(block: Bild, target: Target, around: Surroundings) -> Piece:
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
    alt = xml_text(" ".join(block.alt.split()))
    shown = {"id": target.next_id(), "name": block.name, "descr": alt, "title": shortened(alt)}
    drawing = _drawing(target.picture(png(block.svg)), round(width * scale), round(height * scale), shown)
    return paragraph([value("w:pStyle", target.styles.find("Antwort Bild"))], [element("w:r", None, drawing)])


def _drawing(relation: str, width: int, height: int, shown: dict[str, str]) -> Piece:
    size = {"cx": str(width), "cy": str(height)}
    names = element("pic:cNvPr", {"id": "0", "name": shown["name"]})
    inner = element("pic:nvPicPr", None, names, element("pic:cNvPicPr"))
    stretched = element("a:stretch", None, element("a:fillRect"))
    fill = element("pic:blipFill", None, element("a:blip", {"r:embed": relation}), stretched)
    frame = element("a:xfrm", None, element("a:off", {"x": "0", "y": "0"}), element("a:ext", size))
    shape = element("pic:spPr", None, frame, element("a:prstGeom", {"prst": "rect"}, element("a:avLst")))
    data = element("a:graphicData", {"uri": NAMESPACES["pic"]}, element("pic:pic", None, inner, fill, shape))
    locks = element("wp:cNvGraphicFramePr", None, element("a:graphicFrameLocks", {"noChangeAspect": "1"}))
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        element("wp:extent", size),
        element("wp:docPr", shown),
        locks,
        element("a:graphic", None, data),
    )
    return element("w:drawing", None, inline)

"""SVG as pixels, for formats that cannot carry it."""

from __future__ import annotations

import re
import struct
import zlib
from functools import lru_cache

from kmut_cli.render.bild.satz import FAMILIE, ORDNER

AUFLOESUNG = 200
"""Dots per inch at the width that a picture says of itself."""
_MASSE = re.compile(r'<svg [^>]*?width="([0-9.]+)mm" height="([0-9.]+)mm"')
_NACH_KOPF = 8 + 25  # signature of PNG and its first chunk, which always has this length


def masse(svg: str) -> tuple[float, float]:
    """Give width and height in millimetres of one of our pictures, for the place that it takes on paper.

    Raises:
        ValueError: if it does not say its size in millimetres, so is none of ours.
    """
    treffer = _MASSE.match(svg)
    if treffer is None:
        raise ValueError("picture without a size in millimetres")
    return float(treffer[1]), float(treffer[2])


@lru_cache(maxsize=32)
def png(svg: str) -> bytes:
    """Give one of our pictures as PNG on white, at 200 dpi of its size in print, which the file says as well.

    Only the shipped font is used, none of the machine's, so that the same SVG gives the same bytes.

    Raises:
        ValueError: if it is none of our pictures.
    """
    import resvg_py

    masse(svg)
    # Not by a width in pixels: it enlarges a size at 96 dpi that is rounded before, and the height would be off.
    roh = resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        dpi=AUFLOESUNG,
        skip_system_fonts=True,
        font_files=[str(ORDNER / f"{FAMILIE}-{schnitt}.ttf") for schnitt in ("Regular", "Bold")],
        font_family=FAMILIE,
        sans_serif_family=FAMILIE,
    )
    return roh[:_NACH_KOPF] + _aufloesung() + roh[_NACH_KOPF:]


def _aufloesung() -> bytes:
    """Give the chunk that tells the resolution, in dots per metre."""
    je_meter = round(AUFLOESUNG / 0.0254)
    inhalt = b"pHYs" + struct.pack(">IIB", je_meter, je_meter, 1)
    return struct.pack(">I", 9) + inhalt + struct.pack(">I", zlib.crc32(inhalt))

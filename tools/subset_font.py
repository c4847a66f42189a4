"""Make the font of the pictures: letters of Liberation Sans, boxes and ticks of Noto Sans Symbols 2.

    python tools/subset_font.py FOLDER

FOLDER holds the three files named below, as Debian's packages fonts-liberation2 (2.1.5-1) and fonts-noto-core
(20201225-1) install them; needs fonttools 4.68. Both fonts stand under the SIL Open Font License 1.1. Their reserved
names must not be used for what is made of them, so the result has a name of its own.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_FOLDER = Path(__file__).resolve().parent.parent / "kmut_cli" / "render" / "bild" / "schrift"
_FAMILY = "Bildschrift"
_SOURCES = {
    "LiberationSans-Regular.ttf": "8d91388f1d3604b3b8ae0e3ee2d140e50cd6122f9214514f4aca772540a4076d",
    "LiberationSans-Bold.ttf": "ba0e0dc3f7aca5b0afbc31e800531ee43be3aa79ae35b2ef1f6470a9547765c4",
    "NotoSansSymbols2-Regular.ttf": "876598db5f1e3bef2bc77c4d94c5b0d5d2c1620be4878a06f18fb5434e331688",
}
# Latin with its extensions, Greek, Cyrillic, punctuation, currencies, fractions, arrows, mathematics, shapes.
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2C6, 0x2DD), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1EFF),
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x203F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F),
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF),
)  # fmt: skip
_SYMBOLS = "☐☑☒✓✔✗✘◆◇△▽★☆"
_COPYRIGHT = (
    "Digitized data copyright (c) 2010 Google Corporation. Copyright (c) 2012 Red Hat, Inc. Symbols: Copyright 2017"
    " Google Inc. Made of Liberation Sans 2.1.5 and Noto Sans Symbols 2 2.003 by leaving out and adding characters."
)
_NAMES = {0: _COPYRIGHT, 1: _FAMILY, 5: "Version 1.000", 7: "", 8: "", 9: "", 11: "", 16: "", 17: ""}


def _subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "kern"]
    subsetter = Subsetter(options)
    wanted = {code for first, last in _RANGES for code in range(first, last + 1)}
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def _add_symbols(font: TTFont, source: TTFont) -> None:
    """Copy outlines, scaled to the units of the font they come into."""
    scale = font["head"].unitsPerEm / source["head"].unitsPerEm
    known, glyphs = source.getBestCmap(), source.getGlyphSet()
    for sign in _SYMBOLS:
        code, name = ord(sign), f"uni{ord(sign):04X}"
        if code in font.getBestCmap():
            continue
        pen = TTGlyphPen(None)
        glyphs[known[code]].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        glyph = pen.glyph(round=round)
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (round(source["hmtx"][known[code]][0] * scale), glyph.xMin)
        for table in font["cmap"].tables:
            table.cmap[code] = name


def _rename(font: TTFont, style: str) -> None:
    names = {**_NAMES, 2: style, 3: f"{_FAMILY} {style} 1.000", 4: f"{_FAMILY} {style}", 6: f"{_FAMILY}-{style}"}
    for record in list(font["name"].names):
        if (text := names.get(record.nameID)) is not None:
            font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)


def main(folder: Path) -> None:
    """Write both styles.

    Raises:
        SystemExit: if a source is not the one that was used before.
    """
    for name, known in _SOURCES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != known:
            raise SystemExit(f"{name}: not the file this was made for")
    for style in ("Regular", "Bold"):
        font = TTFont(folder / f"LiberationSans-{style}.ttf", recalcTimestamp=False)
        _subset(font)
        _add_symbols(font, TTFont(folder / "NotoSansSymbols2-Regular.ttf"))
        _rename(font, style)
        font["post"].formatType = 3.0  # without names of glyphs
        font.save(_FOLDER / f"{_FAMILY}-{style}.ttf")
        print(style, (_FOLDER / f"{_FAMILY}-{style}.ttf").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

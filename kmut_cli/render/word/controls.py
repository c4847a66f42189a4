"""Check boxes that can be ticked in Word: inline content controls, tagged with the path in the YAML."""

from __future__ import annotations

import hashlib

from kmut_cli.render.presentation import Kaestchen
from kmut_cli.render.word.pieces import Piece, element, run, value
from kmut_cli.render.word.target import Target

TICKED, EMPTY = "☒", "☐"
_FONT = "MS Gothic"  # what Word itself uses for these two signs
_LONGEST = 64  # characters of a tag or title that Word keeps


def checkbox(box: Kaestchen, target: Target, title: str = "") -> Piece:
    """Make the control of one box; its caption stands behind it as plain text.

    Args:
        box: The box.
        target: The document, for the control's id.
        title: What programs call it that read aloud, if its caption does not say enough.

    Returns:
        A ``w:sdt`` that stands inside a paragraph (block controls lose formats in LibreOffice 7.4).
    """
    properties = [
        element("w:rPr", None, _font()),
        value("w:alias", shortened(title or box.beschriftung)),
        value("w:tag", control_tag(box.pfad)),
        value("w:id", target.next_id()),
        element(
            "w14:checkbox",
            None,
            element("w14:checked", {"w14:val": "1" if box.angekreuzt else "0"}),
            element("w14:checkedState", {"w14:val": "2612", "w14:font": _FONT}),
            element("w14:uncheckedState", {"w14:val": "2610", "w14:font": _FONT}),
        ),
    ]
    sign = run(TICKED if box.angekreuzt else EMPTY, _font())
    return element("w:sdt", None, element("w:sdtPr", None, *properties), element("w:sdtContent", None, sign))


def control_tag(path: str) -> str:
    """Shorten a path to what Word keeps of a tag.

    Args:
        path: Path in the YAML, any length.

    Returns:
        The path; if it is too long its beginning and a checksum, so that it stays unique and stable.
    """
    if len(path) <= _LONGEST:
        return path
    checksum = hashlib.sha256(path.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{path[: _LONGEST - 9]}~{checksum}"


def shortened(text: str) -> str:
    """Bring a text to one line that is no longer than Word keeps of a title."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _font() -> Piece:
    names = dict.fromkeys(("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"), _FONT)
    return element("w:rFonts", {"w:hint": "eastAsia", **names})

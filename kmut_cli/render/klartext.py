"""Markdown as plain text on one line, for headings and pictures, which know no emphasis."""

from __future__ import annotations

from kmut_cli.documents.markdown import gelesen

_SATZZEICHEN = (".", ",", ":", ";", "!", "?")


def klartext(text: str) -> str:
    r"""Give what a text says, without its marks; a semicolon stands behind a point of a list that has no such sign.

    >>> klartext("**Kurse** planen:\n\n- früh\n- *gemeinsam*")
    'Kurse planen: früh; gemeinsam'
    """
    satz, punkt_zu_ende = "", False
    bloecke = gelesen(text)
    if bloecke is None:
        return " ".join(text.split())
    for block in bloecke:
        kinder = block.children or ()
        inhalt = "".join(kind.content if kind.content else " " * kind.type.endswith("break") for kind in kinder)
        inhalt = inhalt or (block.content if block.type in ("code_block", "fence") else "")
        if inhalt.strip():
            trenner = ";" if punkt_zu_ende and not satz.endswith(_SATZZEICHEN) else ""
            satz, punkt_zu_ende = f"{satz}{trenner} {inhalt.strip()}", False
        punkt_zu_ende = punkt_zu_ende or block.type == "list_item_close"
    return " ".join(satz.split())

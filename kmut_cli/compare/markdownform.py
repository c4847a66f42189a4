"""A comparison as Markdown: whatever a document holds stays text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kmut_cli.compare.blatt import Absatz, Blatt, Block, Liste, Titel, Zeile
from kmut_cli.compare.unterschied import Art, Stueck
from kmut_cli.findings.display import one_line, visible

_BEDEUTSAM = re.compile(r"([\\`*_\[\]<>&|~#])")
_ANFANG = re.compile(r"[-+=]|\d{1,9}[.)](?=\s|$)")
_MARKE = {Art.GLEICH: "", Art.NEU: "**", Art.ENTFERNT: "~~"}


def als_markdown(blatt: Blatt) -> str:
    """Write a comparison as Markdown: what is new in bold, what is gone struck through.

    Args:
        blatt: The comparison.

    Returns:
        CommonMark with strikethrough; ends with a line break.
    """
    bloecke = [f"# {_zeilentext(blatt.titel)}", *(_block(block) for block in blatt.bloecke)]
    return "\n\n".join(block for block in bloecke if block) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Titel):
        return f"{'#' * block.ebene} {_zeilentext(block.text)}"
    if isinstance(block, Absatz):
        text = _zeilentext(block.text)
        return f"**Achtung:** {text}" if block.warnung else text
    if isinstance(block, Liste):
        return "\n".join(zeile for eins in block.zeilen for zeile in _zeile(eins, 0))
    return ""


def _zeile(zeile: Zeile, ebene: int) -> Iterator[str]:
    einzug = "  " * ebene
    name, wort = _zeilentext(zeile.name), "Auffällig" if zeile.auffaellig else zeile.wort
    kopf = f"{name} ({wort})" if name and wort else name or (wort[:1].upper() + wort[1:])
    rumpf = f"\\\n{einzug}  ".join(_textzeilen(zeile.stuecke))
    yield f"{einzug}- " + (f"{kopf}: {rumpf}" if kopf and rumpf else kopf or rumpf or "–")
    for unter in zeile.unter:
        yield from _zeile(unter, ebene + 1)


def _textzeilen(stuecke: tuple[Stueck, ...]) -> list[str]:
    """Give the text line by line, each piece of a line in its own marks; where only a break changed stands „¶“."""
    ganz = len(stuecke) == 1
    zeilen: list[list[str]] = [[]]
    for stueck in stuecke:
        marke = "" if ganz else _MARKE[stueck.art]
        teile = stueck.text.split("\n")
        nur_umbruch = not stueck.text.strip()
        for nummer, teil in enumerate(teile):
            if nummer:
                zeilen.append([])
            text = "¶" if nur_umbruch and nummer == 0 and marke else _zeilentext(teil)
            if text:
                zeilen[-1].append(f"{marke}{text}{marke}")
    return [" ".join(zeile) for zeile in zeilen if zeile]


def _zeilentext(text: str) -> str:
    """Write text so that no sign in it means anything, wherever in a line it stands."""
    einfach = _BEDEUTSAM.sub(r"\\\1", visible(" ".join(one_line(text).split())))
    anfang = _ANFANG.match(einfach)
    return f"{einfach[: anfang.end() - 1]}\\{einfach[anfang.end() - 1 :]}" if anfang else einfach

"""A comparison as text for a terminal: colours where there are some, else marks, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.compare.blatt import Absatz, Blatt, Block, Liste, Titel, Zeile
from kmut_cli.compare.unterschied import Art, Stueck
from kmut_cli.findings.display import cell_len, one_line, paint, visible

_FETT, _BLASS, _GELB = "1", "2", "33"
_STIL = {Art.NEU: "32", Art.ENTFERNT: "31", Art.GLEICH: ""}
_ZEICHEN = {Art.NEU: "+", Art.ENTFERNT: "-", Art.GEAENDERT: "~", Art.VERSCHOBEN: ">"}
_MARKEN = {Art.NEU: ("{+", "+}"), Art.ENTFERNT: ("[-", "-]"), Art.GLEICH: ("", "")}
_ABSATZ = "¶"
_PUNKTE, _PUNKT = ("-", "+"), "•"
_MINDESTENS = 20

Wort = tuple[str, str]
"""A word and its ANSI style; the word ``\\n`` begins a new line, with blanks behind it for an indent."""


def als_text(blatt: Blatt, *, color: bool, width: int) -> str:
    """Write a comparison as text.

    Args:
        blatt: The comparison.
        color: Mark changes by ANSI colours; without, by ``[-gone-]`` and ``{+new+}``.
        width: Columns of a line; a single longer word sticks out.

    Returns:
        Lines, each ended by a line break.
    """
    zeilen: list[str] = []
    for davor, block in zip((None, *blatt.bloecke), blatt.bloecke, strict=False):
        luecke = davor is not None and (isinstance(block, Titel) or isinstance(davor, Liste))
        zeilen += [""] if luecke else []
        zeilen += _block(block, color, width)
    return "".join(f"{zeile.rstrip()}\n" for zeile in zeilen)


def _block(block: Block, color: bool, width: int) -> Iterator[str]:
    if isinstance(block, Titel):
        einzug = "  " * max(block.ebene - 2, 0)
        stil = _FETT if block.ebene < 4 else ""
        yield from _umbrochen([(wort, stil) for wort in one_line(block.text).split()], einzug, einzug, color, width)
        if block.ebene == 2:
            yield "=" * min(cell_len(one_line(block.text)), width)
    elif isinstance(block, Absatz):
        stil = _GELB if block.warnung else ""
        vorn = "! " if block.warnung else ""
        yield from _umbrochen([(wort, stil) for wort in one_line(vorn + block.text).split()], "", "", color, width)
    elif isinstance(block, Liste):
        for zeile in block.zeilen:
            yield from _zeile(zeile, 2, color, width)


def _zeile(zeile: Zeile, ebene: int, color: bool, width: int) -> Iterator[str]:
    zeichen = _zeichen(zeile)
    einzug = "  " * ebene
    vorn = f"{einzug}{zeichen} " if zeichen else einzug
    stil = _GELB if zeile.auffaellig else _STIL.get(zeile.art, "") if zeile.art else ""
    texte = (wort for nummer, stueck in enumerate(zeile.stuecke) for wort in _stueck(stueck, zeile, color, nummer == 0))
    worte = [*_kopf(zeile), *texte]
    yield from _umbrochen(worte, vorn, " " * len(vorn), color, width, stil)
    for unter in zeile.unter:
        yield from _zeile(unter, ebene + 2, color, width)


def _zeichen(zeile: Zeile) -> str:
    """Give the sign before a line: what became of it, that it stands out, or a mere point."""
    if zeile.auffaellig:
        return "!"
    if zeile.art is not None:
        return _ZEICHEN[zeile.art]
    return "" if zeile.name else _PUNKT


def _kopf(zeile: Zeile) -> Iterator[Wort]:
    """Give the label, and what became of it where the sign does not say it all."""
    wort = zeile.wort if zeile.art is Art.VERSCHOBEN or "," in zeile.wort else ""
    text = " ".join(eins for eins in (one_line(zeile.name), f"({wort})" if wort else "") if eins)
    if text:
        doppelpunkt = ":" if zeile.stuecke or zeile.unter else ""
        yield from ((eins, "") for eins in (text + doppelpunkt).split())


def _stueck(stueck: Stueck, zeile: Zeile, color: bool, erstes: bool) -> list[Wort]:
    """Give the words with their marks; a line that is new or gone as a whole says so by its sign."""
    vorn, hinten = ("", "") if color or len(zeile.stuecke) == 1 else _MARKEN[stueck.art]
    worte = list(_worte(stueck, erstes))
    echte = [nummer for nummer, (wort, _stil) in enumerate(worte) if not wort.startswith("\n")]
    if not echte:
        return [(f"{vorn}{_ABSATZ}{hinten}", _STIL[stueck.art]), *worte] if vorn or color else worte
    for nummer, davor, danach in ((echte[0], vorn, ""), (echte[-1], "", hinten)):
        worte[nummer] = (davor + worte[nummer][0] + danach, worte[nummer][1])
    return worte


def _worte(stueck: Stueck, am_anfang: bool) -> Iterator[Wort]:
    """Give words and breaks; the dash before a point becomes a dot, for it looks like the sign of what is gone."""
    stil = _STIL[stueck.art]
    for nummer, zeile in enumerate(stueck.text.split("\n")):
        if nummer:
            yield "\n" + " " * (len(zeile) - len(zeile.lstrip(" "))), stil
        worte = zeile.split()
        if worte and worte[0] in _PUNKTE and (nummer or am_anfang):
            worte[0] = _PUNKT
        yield from ((visible(wort), stil) for wort in worte)


def _umbrochen(worte: list[Wort], vorn: str, danach: str, color: bool, width: int, stil: str = "") -> Iterator[str]:
    """Fill lines with words."""
    platz = max(width - len(danach), _MINDESTENS)
    zeile, breite, einzug = "", 0, ""
    for wort, eigener in worte:
        if wort.startswith("\n"):
            yield vorn + zeile
            vorn, einzug = danach, wort[1:]
            zeile, breite = einzug, len(einzug)
            continue
        laenge = cell_len(wort)
        leer = not zeile.strip()
        if not leer and breite + 1 + laenge > platz:
            yield vorn + zeile
            vorn, zeile, breite, leer = danach, einzug, len(einzug), True
        gemalt = paint(wort, eigener or stil, color and bool(eigener or stil))
        zeile += gemalt if leer else f" {gemalt}"
        breite += laenge + (not leer)
    if zeile.strip():
        yield vorn + zeile

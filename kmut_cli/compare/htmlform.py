"""A comparison as one HTML page that needs nothing else: every text escaped, changes told by more than colour."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kmut_cli.compare.blatt import Absatz, Blatt, Block, Liste, Titel, Zeile
from kmut_cli.compare.unterschied import Art, Stueck
from kmut_cli.findings.display import one_line, visible

_MARKE = {Art.NEU: ("ins", "neu"), Art.ENTFERNT: ("del", "entfernt")}
_CSS = """
body { font: 1rem/1.5 sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: auto; padding: 1rem; }
h2 { border-bottom: 2px solid #1a1a1a; }
ul { padding-left: 1.5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.wort { color: #555; }
ins { background: #d7f5dd; color: #0b4a1c; text-decoration: underline; }
del { background: #fbdcdc; color: #7a1010; text-decoration: line-through; }
.achtung, .auffaellig { border-left: .3rem solid #b35900; padding-left: .6rem; }
.still { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
""".strip()


def als_html(blatt: Blatt) -> str:
    """Write a comparison as an HTML page.

    Args:
        blatt: The comparison.

    Returns:
        A whole page in German, without anything that is fetched or run.
    """
    titel = _zeilentext(blatt.titel)
    zeilen = [
        "<!DOCTYPE html>",
        '<html lang="de">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{titel}</title>",
        f"<style>\n{_CSS}\n</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{titel}</h1>",
        *(zeile for block in blatt.bloecke for zeile in _block(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(zeilen) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Titel):
        yield f"<h{block.ebene}>{_zeilentext(block.text)}</h{block.ebene}>"
    elif isinstance(block, Absatz):
        yield (
            f'<p class="achtung"><strong>Achtung:</strong> {_zeilentext(block.text)}</p>'
            if block.warnung
            else (f"<p>{_zeilentext(block.text)}</p>")
        )
    elif isinstance(block, Liste):
        yield from _liste(block.zeilen)


def _liste(zeilen: tuple[Zeile, ...]) -> Iterator[str]:
    yield "<ul>"
    for zeile in zeilen:
        klasse = ' class="auffaellig"' if zeile.auffaellig else ""
        wort = "auffällig" if zeile.auffaellig else zeile.wort
        kopf = " ".join(
            eins
            for eins in (
                f"<b>{_zeilentext(zeile.name)}</b>" if zeile.name else "",
                f'<span class="wort">({_zeilentext(wort)})</span>' if wort else "",
            )
            if eins
        )
        text = " ".join(_stueck(stueck, len(zeile.stuecke) == 1) for stueck in zeile.stuecke)
        rumpf = f'<span class="text">{text}</span>' if text else ""
        yield f"<li{klasse}>" + (f"{kopf}: {rumpf}" if kopf and rumpf else kopf or rumpf)
        if zeile.unter:
            yield from _liste(zeile.unter)
        yield "</li>"
    yield "</ul>"


def _stueck(stueck: Stueck, ganz: bool) -> str:
    """Write a piece; for those who hear the page, each change is also told in a word."""
    if stueck.art not in _MARKE:
        return _text(stueck.text)
    element, wort = _MARKE[stueck.art]
    text = _text(stueck.text) if stueck.text.strip() else f"¶{_text(stueck.text)}"
    still = "" if ganz else f'<span class="still"> [{wort}: </span>'
    ende = "" if ganz else '<span class="still">] </span>'
    return f"<{element}>{still}{text}{ende}</{element}>"


def _zeilentext(text: str) -> str:
    """Escape text that is one line, such as the name of a file, whatever that holds."""
    return escape(one_line(text))


def _text(text: str) -> str:
    """Escape text; what no page may hold becomes visible."""
    return "\n".join(escape(visible(zeile)) for zeile in text.split("\n"))

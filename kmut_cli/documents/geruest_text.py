"""Lines of a scaffold: comments no longer than a screen is wide, and values behind their keys."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from kmut_cli.documents.antwortart import antwortart
from kmut_cli.documents.felder import modelle

BREITE = 100
_OHNE_ANFUEHRUNG = ("date", "number", "period", "time")
_AUFZAEHLUNG = re.compile(r"(?P<rand> *)(?P<punkt>- |\d+\. |\S+ {2,}|)")


def linie(zeichen: str, einzug: str = "") -> str:
    """Give a rule across the page, as a comment."""
    return f"{einzug}# {zeichen * (BREITE - len(einzug) - 2)}"


def umbrochen(text: str, erste: str, weitere: str) -> Iterator[str]:
    """Wrap a text; words are never broken, so that a key or an address stays whole.

    Args:
        text: One paragraph.
        erste: What the first line begins with.
        weitere: What all others begin with.
    """
    yield from textwrap.wrap(
        text,
        BREITE,
        initial_indent=erste,
        subsequent_indent=weitere,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def kommentar(text: str, einzug: str) -> Iterator[str]:
    """Write a text as comment.

    Args:
        text: Lines, each a paragraph; items of a list and rows of a table (two blanks behind the first word) hang.
        einzug: Blanks before the ``#``.
    """
    for zeile in text.split("\n"):
        treffer = _AUFZAEHLUNG.match(zeile)
        haengend = len(treffer[0]) if treffer else 0
        rand = len(treffer["rand"]) if treffer else 0
        vorn = f"{einzug}# "
        if not zeile.strip():
            yield f"{einzug}#"
            continue
        # textwrap would shrink the blanks between the columns of a table: the head is set by hand.
        kopf = f"{vorn}{zeile[:haengend]}"
        yield from umbrochen(zeile[haengend:], kopf, f"{vorn}{' ' * max(haengend, rand)}")


def mit_wert(einzug: str, name: str, wert: Any, typ: Any) -> Iterator[str]:
    """Write a key with its value.

    Args:
        einzug: Blanks before the key.
        name: The key.
        wert: Plain data; None leaves the key empty.
        typ: Type of the answer, which says what is written without quotes.

    Yields:
        Lines without line end, a last blank one for the distance to what follows.
    """
    if wert is None:
        yield f"{einzug}{name}:"
        yield ""
        return
    from kmut_cli.source.emit import Style, entries

    zeilen, _offen = entries({name: _getippt(wert, typ)}, len(einzug), Style())
    yield from zeilen
    if zeilen[-1]:  # A blank line that ends a text belongs to it; another one would change it.
        yield ""


def _getippt(wert: Any, typ: Any) -> Any:
    """Mark the dates and numbers in plain data: they stand there as people type them, without quotes."""
    from kmut_cli.source.emit import Plain

    if isinstance(wert, list):
        eintrag = next((get_args(liste)[0] for liste in _listen(typ)), None)
        return [_getippt(eins, eintrag) for eins in wert]
    if isinstance(wert, dict):
        felder = {name: info for modell in modelle(typ) for name, info in modell.model_fields.items()}
        arten = {
            name: felder[name].annotation if name in felder else typ if name == "antwort" else None for name in wert
        }
        return {name: _getippt(eins, arten[name]) for name, eins in wert.items()}
    return Plain(wert) if isinstance(wert, str) and antwortart(typ) in _OHNE_ANFUEHRUNG else wert


def _listen(typ: Any) -> Iterator[Any]:
    if get_origin(typ) is list:
        yield typ
    else:
        for teil in get_args(typ):
            yield from _listen(teil)

"""A comparison laid out for reading, in no format yet: headings, paragraphs and nested lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kmut_cli.compare.unterschied import Art, Stueck


@dataclass(frozen=True, slots=True)
class Titel:
    """A heading: level 1 for the whole, 2 for each pair of documents, 3 and 4 below."""

    ebene: int
    text: str


@dataclass(frozen=True, slots=True)
class Absatz:
    """A paragraph; ``warnung`` if it must not be overlooked."""

    text: str
    warnung: bool = False


@dataclass(frozen=True, slots=True)
class Zeile:
    """A line, with lines below it.

    Attributes:
        art: What became of it; None for a line that only says something.
        wort: That in a German word, empty if nothing needs to be said.
        name: Label.
        stuecke: Its text.
        unter: Further lines that belong to it.
        auffaellig: Whether it stands out.
    """

    art: Art | None
    wort: str
    name: str
    stuecke: tuple[Stueck, ...] = ()
    unter: tuple[Zeile, ...] = ()
    auffaellig: bool = False


@dataclass(frozen=True, slots=True)
class Liste:
    """Lines that belong together."""

    zeilen: tuple[Zeile, ...]


Block: TypeAlias = Titel | Absatz | Liste


@dataclass(frozen=True, slots=True)
class Blatt:
    """All of it.

    Attributes:
        titel: What it is, for the title of a page.
        bloecke: In reading order; the first is not the title again.
    """

    titel: str
    bloecke: tuple[Block, ...]


# Words of unchanged text that are shown on either side of a change, and from how many on the rest is left out.
_RAND, _LANG = 12, 30


def gekuerzt(stuecke: tuple[Stueck, ...]) -> tuple[Stueck, ...]:
    """Leave out of long unchanged stretches what is far from any change; „…“ stands for it."""
    if len(stuecke) < 2:
        return stuecke
    letztes = len(stuecke) - 1
    return tuple(
        Stueck(eins.art, _gekuerzt(eins.text, nummer > 0, nummer < letztes)) if eins.art is Art.GLEICH else eins
        for nummer, eins in enumerate(stuecke)
    )


def _gekuerzt(text: str, davor: bool, danach: bool) -> str:
    worte = text.split(" ")
    if len(worte) <= _LANG:
        return text
    anfang = worte[:_RAND] if davor else []
    ende = worte[-_RAND:] if danach else []
    return " ".join([*anfang, "…", *ende])

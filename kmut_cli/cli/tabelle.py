"""A table for the terminal: columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kmut_cli.findings.display import cell_len, paint


@dataclass(frozen=True, slots=True)
class Zelle:
    """Visible text with an ANSI style (empty for none)."""

    text: str
    stil: str = ""


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column.

    Attributes:
        kopf: Heading.
        zellen: One per row.
        rechts: Whether it is aligned to the right, as numbers are.
    """

    kopf: str
    zellen: Sequence[Zelle]
    rechts: bool = False

    @property
    def breite(self) -> int:
        """Columns of the terminal that it takes."""
        return max(cell_len(text) for text in (self.kopf, *(zelle.text for zelle in self.zellen)))


def breite(spalten: Sequence[Spalte], abstand: int) -> int:
    """Give the width of a table."""
    return sum(spalte.breite for spalte in spalten) + abstand * (len(spalten) - 1)


def tabelle(spalten: Sequence[Spalte], abstand: int, *, color: bool, kopfstil: str = "1") -> Iterator[str]:
    """Give the heading and each row as a line, without blanks at the end."""
    luecke = " " * abstand
    breiten = [(spalte, spalte.breite) for spalte in spalten]  # measured once, not once per row
    yield luecke.join(_feld(Zelle(s.kopf, kopfstil), s, breit, color) for s, breit in breiten).rstrip()
    for zeile in zip(*(spalte.zellen for spalte in spalten), strict=True):
        felder = (_feld(zelle, s, breit, color) for zelle, (s, breit) in zip(zeile, breiten, strict=True))
        yield luecke.join(felder).rstrip()


def gekuerzt(text: str, breite: int) -> str:
    """Cut text that is too wide, with an ellipsis."""
    if cell_len(text) <= breite:
        return text
    while text and cell_len(text) >= breite:
        text = text[:-1]
    return text.rstrip() + "…"


def _feld(zelle: Zelle, spalte: Spalte, breit: int, color: bool) -> str:
    rand = " " * (breit - cell_len(zelle.text))
    text = paint(zelle.text, zelle.stil, color and bool(zelle.stil and zelle.text))
    return rand + text if spalte.rechts else text + rand

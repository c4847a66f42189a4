"""A chart of a series for the terminal: bars from zero, or points on a scale where bars would all look alike."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kmut_cli.cli.tabelle import gekuerzt
from kmut_cli.documents.kennzahlen.text import zahl_text
from kmut_cli.findings.display import cell_len

_ACHTEL = " ▏▎▍▌▋▊▉"
_VOLL = "█"
_PUNKT = "●"
_NAME_MINDESTENS, _STRICH_MINDESTENS = 10, 10  # columns that names and bars keep
_NAHE = Decimal("0.2")
"""Share of the largest value that the values must differ by for bars to show it."""


@dataclass(frozen=True, slots=True)
class Stab:
    """One line of a chart.

    Attributes:
        name: What stands before it.
        wert: The number; None if there is none.
        text: What stands behind it: the number as people write it, or a sign.
        bruch: What separates it from the lines above; empty if nothing does.
    """

    name: str
    wert: Decimal | None
    text: str
    bruch: str = ""


def diagramm(staebe: Sequence[Stab], breite: int) -> Iterator[str]:
    """Draw a chart; only characters, so that it says the same without colours.

    Args:
        staebe: Its lines.
        breite: Columns of the terminal.

    Yields:
        The lines; nothing if there are fewer than two numbers.
    """
    werte = [stab.wert for stab in staebe if stab.wert is not None]
    if len(werte) < 2:
        return
    # Names and texts leave the bars a third of the line.
    rechts = max(cell_len(stab.text) for stab in staebe)
    links = min(max(cell_len(stab.name) for stab in staebe), max(breite * 2 // 3 - rechts - 4, _NAME_MINDESTENS))
    platz = max(breite - links - rechts - 4, _STRICH_MINDESTENS)
    nahe = min(werte) > 0 and (max(werte) - min(werte)) < _NAHE * max(werte)
    zeichne = _Punkte(werte, platz) if nahe else _Balken(werte, platz)
    if nahe:
        von, bis = _skala(werte)
        yield from _neben(
            f"{' ' * links} │ ", f"Skala von {zahl_text(von)} bis {zahl_text(bis)}, nicht von 0 an", breite
        )
    for stab in staebe:
        if stab.bruch:
            yield from _neben(f"{'╌' * links}╌┼╌ ", f"Bruch: {stab.bruch}", breite)
        strich = zeichne(stab.wert) if stab.wert is not None else ""
        name = gekuerzt(stab.name, links)
        luecke = " " * (links - cell_len(name))
        yield f"{name}{luecke} │{f'{strich} ' if strich else ' '}{stab.text}"


def _neben(vorn: str, text: str, breite: int) -> Iterator[str]:
    """Give a text beside the axis, on as many lines as it needs."""
    rand = vorn.replace("┼", "│").replace("╌", " ")
    for nummer, zeile in enumerate(textwrap.wrap(text, max(breite - cell_len(vorn), _STRICH_MINDESTENS))):
        yield f"{rand if nummer else vorn}{zeile}"


class _Balken:
    """Bars that begin at zero; with negative values zero lies inside."""

    def __init__(self, werte: Sequence[Decimal], platz: int) -> None:
        self.unten, oben = min(*werte, Decimal(0)), max(*werte, Decimal(0))
        self.je = Decimal(platz) / ((oben - self.unten) or Decimal(1))
        self.null = int(-self.unten * self.je)

    def __call__(self, wert: Decimal) -> str:
        if wert < 0:
            lang = min(max(int(-wert * self.je), 1), self.null or 1)
            return " " * (self.null - lang) + _VOLL * lang
        achtel = max(int(wert * self.je * 8), 1 if wert else 0)
        return " " * self.null + _VOLL * (achtel // 8) + _ACHTEL[achtel % 8].strip()


class _Punkte:
    """Points between the ends of a scale that does not begin at zero."""

    def __init__(self, werte: Sequence[Decimal], platz: int) -> None:
        self.von, bis = _skala(werte)
        self.je = Decimal(platz - 1) / ((bis - self.von) or Decimal(1))

    def __call__(self, wert: Decimal) -> str:
        return " " * int((wert - self.von) * self.je) + _PUNKT


def _skala(werte: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Give round ends around the values."""
    spanne = (max(werte) - min(werte)) or max(werte) / 10 or Decimal(1)
    schritt = Decimal(1).scaleb(spanne.adjusted())
    unten = (min(werte) / schritt).to_integral_value(ROUND_FLOOR) * schritt
    return unten, (max(werte) / schritt).to_integral_value(ROUND_CEILING) * schritt

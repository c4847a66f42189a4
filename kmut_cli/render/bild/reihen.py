"""What a chart shows: an indicator with one series or several, such as one for each part of a breakdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Punkt:
    """One value of a series, or the sign that stands in its place.

    Attributes:
        zeit: Year, reference date or period as a reader sees it: „2024“, „31.12.2024“, „2023/2024“.
        tag: Where it stands on the axis; any day of the period, as long as all points of one ``zeit`` have the same.
        wert: The value; None leaves a gap.
        zeichen: Sign as published, such as „.“; „()“ may stand beside a value and puts it in brackets.
        bruch: Why this value and later ones cannot be compared with earlier ones; empty if they can.
    """

    zeit: str
    tag: date
    wert: Decimal | None
    zeichen: str = ""
    bruch: str = ""


@dataclass(frozen=True, slots=True)
class Reihe:
    """A series of values in any order; ``gesamt`` marks the total, which is drawn strongest and never left out."""

    name: str
    punkte: tuple[Punkt, ...]
    gesamt: bool = False


@dataclass(frozen=True, slots=True)
class Diagramm:
    """A chart before it is drawn.

    Attributes:
        name: File name of the picture without ending: ASCII, once in a document.
        titel: Printed above the chart and used in the alternative text, plain text.
        einheit: Unit of all values: „Personen“, „%“, „Personen je 1.000 Einwohner“.
        reihen: Up to eight are drawn; of more the total and those with the highest last values, which the picture says.
        quelle: Source line without the word „Quelle“; empty for none.
        zeichen: What signs mean, as (sign, meaning); only those that occur are printed.
    """

    name: str
    titel: str
    einheit: str
    reihen: tuple[Reihe, ...]
    quelle: str = ""
    zeichen: tuple[tuple[str, str], ...] = ()

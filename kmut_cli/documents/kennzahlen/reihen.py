"""Series of values: the points of an indicator for one place and one part of its breakdown, and the changes between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.messwert import Merkmale, Messzeit, Zeichen

PROZENT = "%"


class Schluessel(NamedTuple):
    """What a value is the value of.

    Attributes:
        indikator: Number of the indicator.
        zeit: Its time.
        gebiet: Its place; empty for the body itself.
        merkmale: Its breakdown; empty for the total.
    """

    indikator: str
    zeit: Messzeit
    gebiet: str
    merkmale: Merkmale


@dataclass(frozen=True, slots=True)
class Punkt:
    """One value of a series.

    Attributes:
        zeit: Its time.
        wert: The number; None if a sign stands in its place.
        zeichen: The sign; „()“ may stand beside a number.
        berechnet: Whether it was computed and not published.
        jahresende: Whether a part of the computation is a stock at the end of the year that the value is of.
        bruch: Why it cannot be compared with earlier ones; empty if it can.
        messwert: The value as entered; None if computed.
    """

    zeit: Messzeit
    wert: Decimal | None
    zeichen: Zeichen | None = None
    berechnet: bool = False
    jahresende: bool = False
    bruch: str = ""
    messwert: Messwert | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Veraenderung:
    """The change from one value of a series to the next.

    Attributes:
        seit: Time of the earlier value.
        absolut: Difference; of shares in percentage points.
        prozent: The same in per cent of the earlier value; None for shares, and if the earlier value is not positive.
    """

    seit: Messzeit
    absolut: Decimal
    prozent: Decimal | None


@dataclass(frozen=True, slots=True)
class Reihe:
    """The values of an indicator for one place and one part of the breakdown, in order of time."""

    indikator: str
    gebiet: str
    merkmale: Merkmale
    einheit: str
    punkte: tuple[Punkt, ...]

    def veraenderung(self, nummer: int) -> Veraenderung | None:
        """Give the change up to a point of the series; None for the first, beside a sign, and across a break."""
        if nummer < 1:
            return None
        vorher, hier = self.punkte[nummer - 1], self.punkte[nummer]
        if vorher.wert is None or hier.wert is None or hier.bruch:
            return None
        absolut = hier.wert - vorher.wert
        anteilig = self.einheit != PROZENT and vorher.wert > 0
        return Veraenderung(vorher.zeit, absolut, absolut / vorher.wert * 100 if anteilig else None)

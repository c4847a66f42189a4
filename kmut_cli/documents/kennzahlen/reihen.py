"""Series of values: the points of an indicator for one place and one part of its breakdown, and the changes between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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
        hinweis: What is to be said of it, such as why it cannot be computed; empty for nothing.
    """

    zeit: Messzeit
    wert: Decimal | None
    zeichen: Zeichen | None = None
    berechnet: bool = False
    jahresende: bool = False
    bruch: str = ""
    messwert: Messwert | None = field(default=None, compare=False)
    hinweis: str = ""


@dataclass(frozen=True, slots=True)
class Veraenderung:
    """The change from one value of a series to the next.

    Attributes:
        seit: Time of the earlier value.
        absolut: Difference; of shares in percentage points.
        prozent: The same in per cent of the earlier value; None for shares, and where it would say nothing: if the
            earlier value is not positive, or the later one is negative.
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
        """Give the change up to a point of the series; None for the first, beside a sign, and across a break.

        Like is compared with like: a year with the year before, a month or a span with one of the same length, a
        reference date with the same day of an earlier year (or, if the series has one a year, with the one before).
        """
        davor = self._davor(nummer)
        if davor is None or any(punkt.bruch for punkt in self.punkte[davor + 1 : nummer + 1]):
            return None
        vorher, hier = self.punkte[davor], self.punkte[nummer]
        if vorher.wert is None or hier.wert is None:
            return None
        absolut = hier.wert - vorher.wert
        anteilig = self.einheit != PROZENT and vorher.wert > 0 and hier.wert >= 0
        return Veraenderung(vorher.zeit, absolut, absolut / vorher.wert * 100 if anteilig else None)

    @property
    def gemischt(self) -> bool:
        """Whether a value is compared with another one than that right before it, or with none."""
        return any(self._davor(nummer) != nummer - 1 for nummer in range(1, len(self.punkte)))

    def _davor(self, nummer: int) -> int | None:
        """Give the last point before one that it can be compared with."""
        hier = self.punkte[nummer].zeit
        gleiche = [nr for nr, punkt in enumerate(self.punkte) if punkt.zeit.art == hier.art]
        zeiten = [self.punkte[nr].zeit for nr in gleiche]
        # More than one a year, or the same place in the year again: what lies elsewhere in the year is another matter.
        wiederholt = len({zeit.im_jahreslauf for zeit in zeiten}) < len(zeiten)
        mehrere = hier.ist_tag and len({zeit.bis.jahr for zeit in zeiten}) < len(zeiten)
        if wiederholt or mehrere:
            gleiche = [nr for nr in gleiche if self.punkte[nr].zeit.im_jahreslauf == hier.im_jahreslauf]
        return max((nr for nr in gleiche if nr < nummer), default=None)


def zum_zeichnen(reihen: Sequence[Reihe]) -> tuple[Reihe, ...]:
    """Give series as a picture shows them: of a value for a year and one for its last day only one.

    Kept is the kind that the series mostly have, of both alike the reference date; a number before a sign.
    """
    arten = Counter(punkt.zeit.art for reihe in reihen for punkt in reihe.punkte)
    return tuple(replace(reihe, punkte=_ohne_zweite(reihe.punkte, arten)) for reihe in reihen)


def _ohne_zweite(punkte: Sequence[Punkt], arten: Counter[tuple[int, int]]) -> tuple[Punkt, ...]:
    je_zeit = {punkt.zeit: punkt for punkt in punkte}
    for jahr in punkte:
        tag = je_zeit.get(jahr.zeit.jahresende) if jahr.zeit.jahresende else None
        if tag is None:
            continue
        bleibt, geht = sorted(
            (tag, jahr), key=lambda eins: (eins.wert is None, -arten[eins.zeit.art], not eins.zeit.ist_tag)
        )
        del je_zeit[geht.zeit]
        je_zeit[bleibt.zeit] = replace(bleibt, bruch=bleibt.bruch or geht.bruch)
    return tuple(je_zeit[punkt.zeit] for punkt in punkte if punkt.zeit in je_zeit)

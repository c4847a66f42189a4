"""The axis of values: round steps, German numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kmut_cli.documents.kurztext import zahl

_SCHRITTE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_STUFEN = 5


def wertzahl(wert: Decimal, einheit: str = "") -> str:
    """Write a value: decimal comma, true minus, and „%“ after a no-break space if that is the unit."""
    text = zahl(Decimal(f"{abs(wert):f}"))
    return ("−" if wert < 0 else "") + text + ("\u00a0%" if einheit == "%" else "")


@dataclass(frozen=True, slots=True)
class Wertachse:
    """An axis with round steps.

    Attributes:
        von: Value at its foot.
        bis: Value at its top.
        schritt: Distance of two lines.
    """

    von: Decimal
    bis: Decimal
    schritt: Decimal

    @property
    def stufen(self) -> tuple[Decimal, ...]:
        """The values at the lines, from the foot to the top."""
        anzahl = int((self.bis - self.von) / self.schritt)
        return tuple(self.von + nr * self.schritt for nr in range(anzahl + 1))

    def anteil(self, wert: Decimal) -> float:
        """Give the height of a value: 0 at the foot, 1 at the top."""
        return float((wert - self.von) / (self.bis - self.von))

    def beschriftung(self, stufe: Decimal, einheit: str) -> str:
        """Write the value at a line, all of them with the same decimals."""
        return wertzahl(stufe.quantize(Decimal(1).scaleb(min(_exponent(self.schritt), 0))), einheit)


def wertachse(werte: tuple[Decimal, ...], *, ab_null: bool) -> Wertachse:
    """Find an axis for values.

    Args:
        werte: At least one.
        ab_null: Whether it must begin at zero, as for columns. Otherwise it does unless all values lie far from it.
    """
    tief, hoch = min(werte), max(werte)
    if ab_null or not 0 < hoch / 2 < tief:
        tief = min(tief, Decimal(0))
    if ab_null or not tief < hoch / 2 < 0:
        hoch = max(hoch, Decimal(0))
    if tief == hoch:
        hoch = tief + 1
    ganz = all(wert == wert.to_integral_value() for wert in werte)
    schritt = _schritt((hoch - tief) / _STUFEN, ganz=ganz)
    von = (tief / schritt).to_integral_value(ROUND_FLOOR) * schritt
    bis = (hoch / schritt).to_integral_value(ROUND_CEILING) * schritt
    return Wertachse(von, max(bis, von + schritt), schritt)


def _schritt(mindestens: Decimal, *, ganz: bool) -> Decimal:
    zehner = Decimal(1).scaleb(mindestens.adjusted())
    schritt = next(zehner * eins for eins in _SCHRITTE if zehner * eins >= mindestens)
    if ganz and schritt != schritt.to_integral_value():
        schritt = schritt.to_integral_value(ROUND_CEILING)
    return schritt


def _exponent(wert: Decimal) -> int:
    exponent = wert.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0

"""Formulas of computed indicators: sums of numbers of indicators, such as ``5.1 - 5.2``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from kmut_cli.documents.kennzahlen.kennzahl import Berechnung, Indikator

_GLIED = re.compile(r"\s*(?P<zeichen>[-+−–]?)\s*(?P<nummer>[0-9A-Za-zÄÖÜäöüß]+(?:\.[0-9A-Za-zÄÖÜäöüß]+)*)\s*")
EINS = Decimal(1)

Summe: TypeAlias = tuple[tuple[int, str], ...]
"""Signs (1 or -1) and numbers of indicators."""


@dataclass(frozen=True, slots=True)
class Formel:
    """What an indicator is computed of.

    Attributes:
        zaehler: Numerator.
        nenner: Denominator; empty if nothing is divided.
        faktor: What the result is multiplied by.
    """

    zaehler: Summe
    nenner: Summe
    faktor: Decimal

    @property
    def teile(self) -> tuple[str, ...]:
        """Numbers of all indicators that are needed, each once."""
        return tuple(dict.fromkeys(nummer for _zeichen, nummer in (*self.zaehler, *self.nenner)))

    @property
    def nenner_text(self) -> str:
        """The denominator as people write it."""
        return _summe(self.nenner)

    def __str__(self) -> str:
        """Write it as people do: ``(5.1 − 5.2) / 5.1 × 100``."""
        vorn = _summe(self.zaehler)
        if not self.nenner and self.faktor == EINS:
            return vorn
        text = f"({vorn})" if len(self.zaehler) > 1 else vorn
        if self.nenner:
            text += f" / ({_summe(self.nenner)})" if len(self.nenner) > 1 else f" / {_summe(self.nenner)}"
        return text if self.faktor == EINS else f"{text} × {f'{self.faktor:f}'.replace('.', ',')}"

    def rechne(self, werte: Mapping[str, Decimal | None]) -> Decimal | None:
        """Compute it.

        Args:
            werte: The number of each indicator in ``teile``; None if there is none.

        Returns:
            The result, exact, or to 28 digits where a quotient has more; None if a part is missing or the denominator is
            zero.
        """
        da = {nummer: Fraction(zahl) for nummer, zahl in werte.items() if zahl is not None}
        if len(da) < len(werte):
            return None
        ergebnis = _rechne(self.zaehler, da) * Fraction(self.faktor)
        if self.nenner:
            nenner = _rechne(self.nenner, da)
            if nenner == 0:
                return None
            ergebnis /= nenner
        return Decimal(ergebnis.numerator) / Decimal(ergebnis.denominator)


def lies_formel(berechnung: Berechnung) -> Formel | None:
    """Read the formula of an indicator; None if it cannot be read, or nothing is said."""
    zaehler, nenner = lies_summe(berechnung.zaehler or ""), lies_summe(berechnung.nenner or "")
    if not zaehler or nenner is None:
        return None
    return Formel(zaehler, nenner, EINS if berechnung.faktor is None else berechnung.faktor)


def lies_summe(text: str) -> Summe | None:
    """Read a sum such as ``5.1 - 5.2``; None if it is none, empty for blank text."""
    if not text.strip():
        return ()
    glieder: list[tuple[int, str]] = []
    stelle = 0
    while stelle < len(text):
        treffer = _GLIED.match(text, stelle)
        if treffer is None or (glieder and not treffer["zeichen"]):
            return None
        glieder.append((1 if treffer["zeichen"] in ("", "+") else -1, treffer["nummer"]))
        stelle = treffer.end()
    return tuple(glieder)


def formeln(satz: Sequence[Indikator]) -> dict[str, Formel]:
    """Give the formulas of a set that can be computed, parts before what is computed of them.

    Left out are those that cannot be read, that name an indicator that the set does not have, or that need themselves.
    """
    bekannt = {eins.nummer for eins in satz}
    alle = {eins.nummer: formel for eins in satz if eins.nummer and (formel := _formel(eins)) is not None}
    offen = {nummer: formel for nummer, formel in alle.items() if bekannt.issuperset(formel.teile)}
    fertig: dict[str, Formel] = {}
    while bereit := [nummer for nummer, formel in offen.items() if not offen.keys() & set(formel.teile)]:
        for nummer in bereit:
            fertig[nummer] = offen.pop(nummer)
    return fertig


def kreis(nummer: str, alle: Mapping[str, Formel]) -> tuple[str, ...]:
    """Give a way from an indicator through its parts back to itself; empty if there is none."""
    wege: list[tuple[str, ...]] = [(nummer,)]
    gesehen: set[str] = set()
    while wege:
        weg = wege.pop()
        for teil in alle[weg[-1]].teile if weg[-1] in alle else ():
            if teil == nummer:
                return (*weg, nummer)
            if teil not in gesehen:
                gesehen.add(teil)
                wege.append((*weg, teil))
    return ()


def _formel(indikator: Indikator) -> Formel | None:
    return lies_formel(indikator.berechnung) if indikator.berechnung is not None else None


def _summe(summe: Summe) -> str:
    text = "".join(f" {'+' if zeichen > 0 else '−'} {nummer}" for zeichen, nummer in summe)
    return text.removeprefix(" + ").removeprefix(" ")


def _rechne(summe: Summe, werte: Mapping[str, Fraction]) -> Fraction:
    return sum((zeichen * werte[nummer] for zeichen, nummer in summe), Fraction(0))

"""Which indicator a value of a file belongs to: as the indicators say themselves under ``statistik``, or as named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from kmut_cli.workspace.monitoring.lesung import Groesse, Rohwert

_ANGABE = re.compile(r"\s+(?=[^\s=]+=)")
PROZENT = "%"


class Kennzahl(Protocol):
    """What is needed of an indicator."""

    @property
    def nummer(self) -> str | None:
        """Its number."""

    @property
    def name(self) -> str | None:
        """Its name."""

    @property
    def einheit(self) -> str | None:
        """Its unit."""

    @property
    def differenzierung(self) -> Sequence[str] | None:
        """Names of its breakdowns."""

    @property
    def statistik(self) -> Sequence[str] | None:
        """What feeds it."""


@dataclass(frozen=True, slots=True)
class Anspruch:
    """One line of ``statistik``: „12411:BEVSTD NAT=NATA“.

    Attributes:
        nummer: Number of the indicator.
        code: What is counted.
        nur: Characteristic → category of the values that belong to the indicator; all if there are none.
    """

    nummer: str
    code: str
    nur: tuple[tuple[str, str], ...]

    def trifft(self, eins: Rohwert) -> bool:
        """Whether a value belongs to the indicator."""
        return self.code == eins.groesse.code.upper() and all(
            wert in (eins.schluessel.get(name), _je_name(eins).get(name)) for name, wert in self.nur
        )

    def ohne(self, eins: Rohwert) -> Rohwert:
        """Give a value without the characteristics that make the indicator what it is."""
        weg = {name for name, _wert in self.nur}
        bleiben = [
            paar
            for paar, code in zip(eins.merkmale.items(), eins.schluessel, strict=True)
            if not {code, paar[0].upper()} & weg
        ]
        return replace(eins, merkmale=dict(bleiben))


@dataclass
class Zuordnung:
    """Values by indicator.

    Attributes:
        werte: Number of the indicator and value, in the order of the file's values.
        offen: What the file counts and no indicator asks for, with how many values.
        mehrdeutig: What several indicators ask for in the same way, with their numbers.
    """

    werte: list[tuple[str, Rohwert]] = field(default_factory=list)
    offen: Counter[Groesse] = field(default_factory=Counter)
    mehrdeutig: dict[str, list[str]] = field(default_factory=dict)


def ordne_zu(werte: Iterable[Rohwert], kennzahlen: Sequence[Kennzahl]) -> Zuordnung:
    """Find the indicator of each value by what the indicators say."""
    werte = list(werte)
    ansprueche = [anspruch for kennzahl in kennzahlen for anspruch in _ansprueche(kennzahl)]
    einheiten = {kennzahl.nummer: kennzahl.einheit or "" for kennzahl in kennzahlen}
    ergebnis = Zuordnung(mehrdeutig=_mehrdeutig(ansprueche, {eins.groesse.code.upper() for eins in werte}))
    je_code: dict[str, set[str]] = {}
    for eins in werte:
        je_code.setdefault(eins.groesse.code, set()).add(eins.groesse.einheit)
    for eins in werte:
        treffer = [a for a in ansprueche if a.trifft(eins) and _einheit_passt(eins, einheiten[a.nummer], je_code)]
        for anspruch in treffer:
            ergebnis.werte.append((anspruch.nummer, anspruch.ohne(eins)))
        if not treffer:
            ergebnis.offen[eins.groesse] += 1
    return ergebnis


def lies_anspruch(nummer: str, zeile: str) -> Anspruch:
    """Read a line of ``statistik``.

    >>> lies_anspruch("2", "12411:BEVSTD NAT=NATA").nur
    (('NAT', 'NATA'),)
    """
    code, *nur = _ANGABE.split(" ".join(zeile.split()).upper())
    paare = (paar.partition("=") for paar in nur)
    return Anspruch(nummer, code, tuple((name, wert.strip()) for name, _gleich, wert in paare))


def _ansprueche(kennzahl: Kennzahl) -> list[Anspruch]:
    return [lies_anspruch(kennzahl.nummer or "", zeile) for zeile in kennzahl.statistik or [] if zeile.strip()]


def _mehrdeutig(ansprueche: Sequence[Anspruch], codes: set[str]) -> dict[str, list[str]]:
    """Find what several indicators ask for: values that are written twice are counted twice."""
    je_wunsch: dict[str, list[str]] = {}
    for eins in ansprueche:
        if eins.code in codes:
            wunsch = " ".join([eins.code, *(f"{name}={wert}" for name, wert in sorted(eins.nur))])
            if eins.nummer not in je_wunsch.setdefault(wunsch, []):
                je_wunsch[wunsch].append(eins.nummer)
    return {wunsch: nummern for wunsch, nummern in je_wunsch.items() if len(nummern) > 1}


def _einheit_passt(eins: Rohwert, einheit: str, je_code: dict[str, set[str]]) -> bool:
    """Whether a value is the one that is meant where a file gives a figure and its change in percent by one code."""
    alle = je_code[eins.groesse.code]
    if len(alle) == 1:
        return True
    if einheit in alle:
        return eins.groesse.einheit == einheit
    return eins.groesse.einheit != PROZENT


def _je_name(eins: Rohwert) -> dict[str, str]:
    return {name.upper(): wert.upper() for name, wert in eins.merkmale.items()}

"""Figures derived from a monitoring: its series in order of time, entered and computed. Pure, and exact with decimals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from kmut_cli.documents.kennzahlen.formel import Formel, formeln
from kmut_cli.documents.kennzahlen.kennzahl import Indikator, Messwert
from kmut_cli.documents.kennzahlen.messwert import GESAMT, Merkmale, Messzeit
from kmut_cli.documents.kennzahlen.rechnung import alle_teile, berechne, brueche
from kmut_cli.documents.kennzahlen.reihen import PROZENT, Punkt, Reihe, Schluessel, Veraenderung
from kmut_cli.documents.monitoring_2026 import Monitoring

__all__ = ["PROZENT", "Auswertung", "Punkt", "Reihe", "Schluessel", "Veraenderung", "auswertung", "schluessel_von"]


@dataclass(frozen=True)
class Auswertung:
    """A monitoring with everything that follows from it.

    Attributes:
        indikatoren: The set, in the order of its groups.
        reihen: By number of the indicator: total before parts, the body itself before other places.
        formeln: By number of the indicator.
        werte: Entered values by what they are the value of; of two for the same, the first.
        berechnet: Computed numbers, also where one is entered as well.
    """

    indikatoren: tuple[Indikator, ...]
    reihen: dict[str, tuple[Reihe, ...]]
    formeln: dict[str, Formel]
    werte: dict[Schluessel, Messwert]
    berechnet: dict[Schluessel, Punkt]

    @property
    def gruppen(self) -> dict[str, tuple[Indikator, ...]]:
        """The set by group; those without a group under an empty name, last."""
        namen = dict.fromkeys((eins.gruppe or "").strip() for eins in self.indikatoren)
        return {name: tuple(eins for eins in self.indikatoren if (eins.gruppe or "").strip() == name) for name in namen}


def auswertung(monitoring: Monitoring) -> Auswertung:
    """Derive everything from a monitoring.

    Args:
        monitoring: As loaded, with the values of its CSV file.
    """
    if not _ZULETZT or _ZULETZT[0][0] is not monitoring:
        _ZULETZT[:] = [(monitoring, _auswertung(monitoring))]
    return _ZULETZT[0][1]


# Several rules and the overview ask for the same one, which never changes.
_ZULETZT: list[tuple[Monitoring, Auswertung]] = []


def _auswertung(monitoring: Monitoring) -> Auswertung:
    satz = monitoring.kennzahlen
    werte: dict[Schluessel, Messwert] = {}
    for messwert in monitoring.alle_werte:
        schluessel = schluessel_von(monitoring, messwert)
        if schluessel is not None and (messwert.wert is not None or messwert.zeichen is not None):
            werte.setdefault(schluessel, messwert)
    alle = formeln(satz)
    berechnet = berechne(alle, werte)
    punkte = {
        **berechnet,
        **{ort: Punkt(ort.zeit, eins.wert, eins.zeichen, messwert=eins) for ort, eins in werte.items()},
    }
    return Auswertung(satz, _reihen(satz, alle, punkte, brueche(werte)), alle, werte, berechnet)


def _reihen(
    satz: Sequence[Indikator],
    alle: Mapping[str, Formel],
    punkte: Mapping[Schluessel, Punkt],
    alle_brueche: Mapping[tuple[str, str, Messzeit], str],
) -> dict[str, tuple[Reihe, ...]]:
    """Put points in series, of each indicator the total before parts and the body itself before other places."""
    je_reihe: dict[str, dict[tuple[str, Merkmale], list[Punkt]]] = {}
    for ort, punkt in punkte.items():
        je_reihe.setdefault(ort.indikator, {}).setdefault((ort.gebiet, ort.merkmale), []).append(punkt)
    je_gebiet: dict[str, list[tuple[str, Messzeit, str]]] = {}
    for (nummer, gebiet, zeit), grund in alle_brueche.items():
        je_gebiet.setdefault(gebiet, []).append((nummer, zeit, grund))
    reihen = {}
    for eins in satz:
        nummer = eins.nummer or ""
        mit = {nummer, *alle_teile(nummer, alle)}
        eigene = []
        geordnete: dict[str, _Brueche] = {}  # by place: there may be many series with the same
        for (gebiet, merkmale), ungeordnet in je_reihe.get(nummer, {}).items():
            if gebiet not in geordnete:
                hier = {zeit: grund for n, zeit, grund in je_gebiet.get(gebiet, ()) if n in mit}
                geordnete[gebiet] = _Brueche.aus(hier)
            geordnet = _mit_bruechen(ungeordnet, geordnete[gebiet])
            eigene.append(Reihe(nummer, gebiet, merkmale, _einheit(eins, geordnet), geordnet))
        if eigene:
            reihen[nummer] = tuple(sorted(eigene, key=lambda reihe: (reihe.gebiet, bool(reihe.merkmale.paare))))
    return reihen


def schluessel_von(monitoring: Monitoring, messwert: Messwert) -> Schluessel | None:
    """Give what a value is the value of; None if it does not say indicator and time."""
    if messwert.indikator is None or messwert.zeit is None:
        return None
    gebiet = " ".join((messwert.gebiet or "").split())
    eigen = " ".join((monitoring.kommune.name or "").split()) if monitoring.kommune is not None else ""
    return Schluessel(messwert.indikator, messwert.zeit, "" if gebiet == eigen else gebiet, messwert.merkmale or GESAMT)


class _Brueche(NamedTuple):
    """Breaks in the order of time: the keys to sort them by, when they were, and why."""

    folgen: Sequence[tuple[Any, ...]]
    zeiten: Sequence[Messzeit]
    gruende: Sequence[str]

    @classmethod
    def aus(cls, je_zeit: Mapping[Messzeit, str]) -> _Brueche:
        zeiten = sorted(je_zeit, key=lambda zeit: zeit.folge)
        return cls([zeit.folge for zeit in zeiten], zeiten, [je_zeit[zeit] for zeit in zeiten])

    def vor(self, punkt: Punkt, vorher: Punkt | None) -> Sequence[str]:
        """Give the reasons of those at a point, or since the one before it."""
        if vorher is not None:
            return self.gruende[bisect_right(self.folgen, _folge(vorher)) : bisect_right(self.folgen, _folge(punkt))]
        gleiche = range(bisect_left(self.folgen, punkt.zeit.folge), bisect_right(self.folgen, punkt.zeit.folge))
        return [self.gruende[eins] for eins in gleiche if self.zeiten[eins] == punkt.zeit]


def _mit_bruechen(punkte: Iterable[Punkt], brueche: _Brueche) -> tuple[Punkt, ...]:
    """Order points by time, and mark each that a break lies before: at its own time, or since the point before it."""
    geordnet = sorted(punkte, key=_folge)
    ergebnis = []
    for vorher, punkt in zip([None, *geordnet], geordnet, strict=False):
        gruende = brueche.vor(punkt, vorher)
        ergebnis.append(replace(punkt, bruch="; ".join(dict.fromkeys(gruende))) if gruende else punkt)
    return tuple(ergebnis)


def _folge(punkt: Punkt) -> tuple[Any, ...]:
    """Key to sort by; what is computed of a stock at the end of the year counts from that day."""
    ende = punkt.zeit.jahresende if punkt.jahresende else None
    return (ende or punkt.zeit).folge


def _einheit(indikator: Indikator, punkte: Sequence[Punkt]) -> str:
    """Give the unit of a series: the first that a value names, else that of the indicator."""
    genannt = (punkt.messwert.einheit for punkt in punkte if punkt.messwert is not None and punkt.messwert.einheit)
    return next(genannt, indikator.einheit or "").strip()

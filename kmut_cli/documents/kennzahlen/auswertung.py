"""Figures derived from a monitoring: its series in order of time, entered and computed. Pure, and exact with decimals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
    reihen = {}
    for eins in satz:
        nummer = eins.nummer or ""
        mit = {nummer, *alle_teile(nummer, alle)}
        eigene = []
        for (gebiet, merkmale), ungeordnet in je_reihe.get(nummer, {}).items():
            hier = {zeit: grund for (n, g, zeit), grund in alle_brueche.items() if n in mit and g == gebiet}
            geordnet = _mit_bruechen(ungeordnet, hier)
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


def _mit_bruechen(punkte: Iterable[Punkt], brueche: Mapping[Messzeit, str]) -> tuple[Punkt, ...]:
    """Order points by time, and mark each that a break lies before: at its own time, or since the point before it."""
    geordnet = sorted(punkte, key=_folge)
    nach_zeit = sorted(brueche.items(), key=lambda paar: paar[0].folge)
    ergebnis = []
    for vorher, punkt in zip([None, *geordnet], geordnet, strict=False):
        gruende = [
            grund
            for zeit, grund in nach_zeit
            if zeit.folge <= _folge(punkt) and (zeit == punkt.zeit if vorher is None else zeit.folge > _folge(vorher))
        ]
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

"""Computed indicators, and the breaks in series that they take over from their parts.

A sign is never a number: what would need one is not computed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kmut_cli.documents.kennzahlen.formel import Formel
from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.messwert import Messzeit, Zeichen
from kmut_cli.documents.kennzahlen.reihen import Punkt, Schluessel


def berechne(alle: Mapping[str, Formel], werte: Mapping[Schluessel, Messwert]) -> dict[Schluessel, Punkt]:
    """Compute each indicator wherever its parts are there for the same time, place and breakdown.

    Where a part is a sign, so is the result. A count of a whole year goes with a stock at the end of that year, as
    rates are usually made (naturalisations of 2024 per foreigners on 31.12.2024).
    """
    ergebnis: dict[Schluessel, Punkt] = {}
    orte = list(dict.fromkeys(schluessel[1:] for schluessel in werte))
    for nummer, formel in alle.items():
        for zeit, gebiet, merkmale in orte:
            genau = [_punkt(Schluessel(teil, zeit, gebiet, merkmale), werte, ergebnis) for teil in formel.teile]
            if not any(genau):
                continue
            ende = zeit.jahresende
            punkte = [
                punkt or (_punkt(Schluessel(teil, ende, gebiet, merkmale), werte, ergebnis) if ende else None)
                for teil, punkt in zip(formel.teile, genau, strict=True)
            ]
            ganz = [punkt for punkt in punkte if punkt is not None]
            if len(ganz) == len(punkte):
                ergebnis[Schluessel(nummer, zeit, gebiet, merkmale)] = _ergebnis(formel, ganz, zeit)
    return ergebnis


def _ergebnis(formel: Formel, teile: Sequence[Punkt], zeit: Messzeit) -> Punkt:
    """Compute one value of its parts, in the order of the formula; a sign if a part is one or the denominator is zero."""
    jahresende = any(teil.jahresende or teil.zeit != zeit for teil in teile)
    statt = next((teil.zeichen for teil in teile if teil.wert is None), None)
    if statt is not None:
        return Punkt(zeit, None, statt, berechnet=True, jahresende=jahresende)
    zahl = formel.rechne({nummer: teil.wert for nummer, teil in zip(formel.teile, teile, strict=True)})
    if zahl is None:
        hinweis = f"nicht berechenbar, denn der Nenner ({formel.nenner_text}) ist 0"
        return Punkt(zeit, None, Zeichen.gesperrt, berechnet=True, jahresende=jahresende, hinweis=hinweis)
    unsicher = any(teil.zeichen is not None for teil in teile)
    zeichen = Zeichen.eingeschraenkt if unsicher else None
    return Punkt(zeit, zahl, zeichen, berechnet=True, jahresende=jahresende)


def _punkt(
    ort: Schluessel, werte: Mapping[Schluessel, Messwert], berechnet: Mapping[Schluessel, Punkt]
) -> Punkt | None:
    """Give the value of a part: as entered, be it a sign, else as computed; None if there is neither."""
    if ort in werte:
        return Punkt(ort.zeit, werte[ort].wert, werte[ort].zeichen)
    return berechnet.get(ort)


def brueche(werte: Mapping[Schluessel, Messwert]) -> dict[tuple[str, str, Messzeit], str]:
    """Give the breaks by indicator, place and time: one that a part of the breakdown names holds for all of it."""
    gefunden: dict[tuple[str, str, Messzeit], str] = {}
    for schluessel, messwert in werte.items():
        if messwert.bruch and messwert.bruch.strip():
            gefunden.setdefault((schluessel.indikator, schluessel.gebiet, schluessel.zeit), messwert.bruch.strip())
    return gefunden


def alle_teile(nummer: str, alle: Mapping[str, Formel]) -> set[str]:
    """Give the indicators that one is computed of, and those that these are computed of."""
    teile: set[str] = set()
    offen = [nummer]
    while offen:
        formel = alle.get(offen.pop())
        neue = set(formel.teile) - teile if formel else set()
        teile |= neue
        offen += neue
    return teile

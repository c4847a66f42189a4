"""The monitoring for other programs: keys in English, numbers as numbers, times in ISO notation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kmut_cli.documents.kennzahlen.auswertung import Auswertung, Reihe
from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.kennzahlen.text import herkunft
from kmut_cli.documents.kennzahlen.wertedatei import als_text


def als_json(name: str, ganze: Auswertung, indikator: Indikator | None) -> dict[str, Any]:
    """Give the set with the latest values, or one indicator with all of them.

    Args:
        name: File of the monitoring.
        ganze: The monitoring with what follows from it.
        indikator: The one that is asked for; None for all.
    """
    if indikator is None:
        return {"path": name, "indicators": [_im_satz(ganze, eins) for eins in ganze.indikatoren]}
    formel = ganze.formeln.get(indikator.nummer or "")
    return {
        "path": name,
        "indicator": {
            **_kopf(indikator),
            "formula": str(formel) if formel else None,
            "statistics": indikator.statistik or [],
        },
        "series": [_reihe(eine) for eine in ganze.reihen.get(indikator.nummer or "", ())],
        "sources": list(herkunft(ganze, indikator)),
    }


def _kopf(indikator: Indikator) -> dict[str, Any]:
    return {
        "number": indikator.nummer,
        "name": indikator.name,
        "group": indikator.gruppe,
        "subgroup": indikator.untergruppe,
        "unit": indikator.einheit,
    }


def _im_satz(ganze: Auswertung, indikator: Indikator) -> dict[str, Any]:
    reihen = ganze.reihen.get(indikator.nummer or "", ())
    erste = reihen[0] if reihen else None
    letzter = None
    if erste is not None and erste.punkte:
        letzter = {"region": erste.gebiet or None, "breakdown": erste.merkmale.als_dict, "unit": erste.einheit or None}
        letzter |= _punkt(erste, len(erste.punkte) - 1)
    return {**_kopf(indikator), "values": sum(len(eine.punkte) for eine in reihen), "latest": letzter}


def _reihe(reihe: Reihe) -> dict[str, Any]:
    return {
        "region": reihe.gebiet or None,
        "breakdown": reihe.merkmale.als_dict,
        "unit": reihe.einheit or None,
        "values": [_punkt(reihe, nummer) for nummer in range(len(reihe.punkte))],
    }


def _punkt(reihe: Reihe, nummer: int) -> dict[str, Any]:
    punkt = reihe.punkte[nummer]
    seit = reihe.veraenderung(nummer)
    messwert = punkt.messwert
    return {
        "time": als_text("zeit", punkt.zeit),
        "value": _zahl(punkt.wert),
        "sign": punkt.zeichen.symbol if punkt.zeichen else None,
        "computed": punkt.berechnet,
        "note": punkt.hinweis or None,
        "break": punkt.bruch or None,
        "source": messwert.quelle if messwert else None,
        "table": messwert.tabelle if messwert else None,
        "retrieved": als_text("abruf", messwert.abruf) or None if messwert else None,
        "revised": str(messwert.revidiert) if messwert and messwert.revidiert else None,
        "remark": messwert.bemerkung if messwert else None,
        "change": {
            "since": als_text("zeit", seit.seit),
            "absolute": _zahl(seit.absolut),
            "percent": _zahl(seit.prozent),
        }
        if seit
        else None,
    }


def _zahl(wert: Decimal | None) -> int | float | None:
    if wert is None:
        return None
    return int(wert) if wert == wert.to_integral_value() else float(wert)

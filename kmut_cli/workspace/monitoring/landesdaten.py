"""Reads the Integrationsmonitoring of the Land: ``Year,Gebietseinheit,GeoCode,…,Value``.

The layout is that of the platform behind it: one file per indicator, one row per year, place and breakdown; a column
between place and value is a breakdown, and empty there means the total.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from kmut_cli.workspace.monitoring.lesung import Groesse, Lesung
from kmut_cli.workspace.monitoring.sammler import Rohzeile, Sammler, ist_gesamt
from kmut_cli.workspace.monitoring.tabelle import Tabelle
from kmut_cli.workspace.monitoring.zahlen import Schreibweise

QUELLE = "Integrationsmonitoring Niedersachsen"
_ZEIT = ("year", "jahr")
_WERT = ("value", "wert")
_ORT = ("geocode",)
_NAME = ("gebietseinheit", "gebiet", "region")
_EINHEIT = ("units", "unit", "einheit")
# Columns of the platform that say something about a value and break nothing down.
_OHNE_BELANG = frozenset({"comment_obs", "obs_status", "observation status", "unit multiplier", "unit_mult"})
_TABELLE = re.compile(r"(?<![0-9])([0-9]{1,2}(?:[-_.][0-9]{1,2}){1,3})(?![0-9])")


def erkennt(spalten: list[str]) -> bool:
    """Whether these are the titles of such a file."""
    return all(_finde(spalten, namen) is not None for namen in (_ZEIT, _ORT, _WERT))


def lies(tabelle: Tabelle, ags: str, schreibweise: Schreibweise) -> Lesung:
    """Read the file.

    Args:
        tabelle: The rows.
        ags: The own key.
        schreibweise: What is known of how it writes numbers.
    """
    spalten = tabelle.spalten
    zeit, ort, wert = (_finde(spalten, namen) or 0 for namen in (_ZEIT, _ORT, _WERT))
    name, einheit = _finde(spalten, _NAME), _finde(spalten, _EINHEIT)
    belegt = {zeit, ort, wert, name, einheit}
    gliederung = [
        (nummer, titel)
        for nummer, titel in enumerate(spalten)
        if nummer not in belegt and titel and titel.lower() not in _OHNE_BELANG
    ]
    nummer = tabellennummer(tabelle.name)
    sammler = Sammler(Lesung(tabelle, QUELLE, nummer), ags, schreibweise)
    for zeile in tabelle.zeilen():
        zellen = zeile.zellen
        schreibweise.merke(zellen[wert], zeile.nummer, wert)
        if not sammler.gehoert(zellen[ort], zellen[name] if name is not None else "", zellen[zeit].strip()):
            continue
        merkmale = tuple(
            (titel, titel, zellen[n].strip(), zellen[n])
            for n, titel in gliederung
            if not ist_gesamt(zellen[n], zellen[n])
        )
        groesse = Groesse(nummer or "IM", einheit=zellen[einheit].strip() if einheit is not None else "")
        sammler.nimm(
            Rohzeile(zeile.nummer, wert, groesse, zellen[zeit], zeit, "", merkmale, zellen[wert])
        )  # fmt: skip
        if sammler.voll:
            break
    return sammler.fertig()


def gleichbedeutend(titel: str) -> str:
    """Give the first of the names that a column may have; of other columns the title, in small letters.

    >>> gleichbedeutend("Jahr")
    'year'
    """
    klein = titel.lower()
    return next((namen[0] for namen in (_ZEIT, _WERT, _ORT) if klein in namen), klein)


def tabellennummer(datei: str) -> str:
    """Give the number of the table from the name of the file.

    >>> tabellennummer("daten/im-niedersachsen-1-1-1.csv")
    'IM 1.1.1'
    """
    treffer = _TABELLE.findall(PurePath(datei).stem)
    return f"IM {re.sub('[-_]', '.', treffer[-1])}" if treffer else ""


def _finde(spalten: list[str], namen: tuple[str, ...]) -> int | None:
    return next((nummer for nummer, titel in enumerate(spalten) if titel.lower() in namen), None)

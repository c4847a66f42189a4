"""Reads the flat CSV of GENESIS, by which the data base of the regions and those of Bund and Länder give their tables.

One row is one value: statistic, time, and per characteristic its code and name with code and name of its category; no
code of a category means the total. Since 2024 there is one column ``value`` with unit, code and name of what is counted
beside it, and titles are English; before, each thing counted had its column ``CODE__Name__Einheit``, and titles were
German.
Signs of quality may stand in place of a value, or in a column whose title ends with ``_q``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from kmut_cli.workspace.monitoring import gebiete
from kmut_cli.workspace.monitoring.lesung import Groesse, Lesung
from kmut_cli.workspace.monitoring.rules import GEBIET_FEHLT
from kmut_cli.workspace.monitoring.sammler import Rohzeile, Sammler, ist_gesamt
from kmut_cli.workspace.monitoring.tabelle import Tabelle, Zeile
from kmut_cli.workspace.monitoring.zahlen import Schreibweise

QUELLE = "Statistische Ämter des Bundes und der Länder"
_MERKMAL = re.compile(r"([0-9]+)_(variable_code|merkmal_code)")
_TABELLE = re.compile(r"(?<![0-9])[0-9]{5}-(?:[0-9]{2}-[0-9]{2}(?:-[0-9])?(?:-B)?|[0-9]{4})(?![0-9])")
_VERAENDERUNG = re.compile(r"CH[0-9]{4}")
_ZEITTEILE = frozenset({"MONAT", "QUARTG", "QUARTA", "QUART", "QUARTAL"})


@dataclass(frozen=True, slots=True)
class _Merkmal:
    """Numbers of the cells of a characteristic: code, name, code and name of the category."""

    code: int
    name: int
    schluessel: int
    auspraegung: int


@dataclass(frozen=True, slots=True)
class _Wertspalte:
    """Numbers of the cell of a value and of its sign of quality; what it counts, if the title says it."""

    spalte: int
    qualitaet: int | None
    code: str = ""
    name: str = ""
    einheit: str = ""


@dataclass(frozen=True, slots=True)
class _Spalten:
    """Where everything stands."""

    statistik: int
    zeit: int
    merkmale: tuple[_Merkmal, ...]
    werte: tuple[_Wertspalte, ...]
    code: int | None = None
    name: int | None = None
    einheit: int | None = None


def erkennt(titel: list[str]) -> bool:
    """Whether these are the titles of such a file, in the old or the new form."""
    return _spalten(titel) is not None


def lies(tabelle: Tabelle, ags: str, schreibweise: Schreibweise) -> Lesung:
    """Read the file.

    Args:
        tabelle: The rows; their titles are known to be right.
        ags: The own key.
        schreibweise: What is known of how it writes numbers.
    """
    spalten = _spalten(tabelle.spalten)
    assert spalten is not None
    genannt = _TABELLE.search(PurePath(tabelle.name).stem)
    sammler = Sammler(Lesung(tabelle, QUELLE, genannt[0] if genannt else ""), ags, schreibweise)
    ohne_region = 0
    for zeile in tabelle.zeilen():
        zellen = zeile.zellen
        region = _region(zellen, spalten.merkmale)
        for wert in spalten.werte:
            schreibweise.merke(zellen[wert.spalte], zeile.nummer, wert.spalte)
        if region is None:
            ohne_region = ohne_region or zeile.nummer
            continue
        ort = zellen[region.schluessel]
        if sammler.gehoert(ort, zellen[region.auspraegung], zellen[spalten.zeit].strip()):
            sammler.lesung.nummer = sammler.lesung.nummer or zellen[spalten.statistik].strip()
            for eine in _rohzeilen(zeile, spalten, region):
                sammler.nimm(eine)
        if sammler.voll:
            break
    if ohne_region and not sammler.lesung.gebiete:
        text = "In der Datei ist keine Spalte mit Gebieten; sie gilt wohl für ganz Deutschland."
        tabelle.melde(GEBIET_FEHLT, ohne_region, text, "Wählen Sie eine Tabelle mit Kreisen oder Gemeinden.")
        return sammler.lesung
    return sammler.fertig()


def _spalten(titel: list[str]) -> _Spalten | None:
    """Find the columns by their titles."""
    nummer = {eins.lower(): stelle for stelle, eins in reversed(list(enumerate(titel)))}
    merkmale = []
    for eins in nummer:
        if treffer := _MERKMAL.fullmatch(eins):
            neu = treffer[2] == "variable_code"
            teile = ("variable_label", "variable_attribute_code", "variable_attribute_label")
            namen = teile if neu else ("merkmal_label", "auspraegung_code", "auspraegung_label")
            stellen = [nummer.get(f"{treffer[1]}_{name}") for name in namen]
            if any(stelle is None for stelle in stellen):
                return None
            merkmale.append(_Merkmal(nummer[eins], *(stelle for stelle in stellen if stelle is not None)))
    merkmale.sort(key=lambda merkmal: merkmal.code)
    if {"statistics_code", "time", "value", "value_variable_code"} <= nummer.keys():
        wert = _Wertspalte(nummer["value"], nummer.get("value_q"))
        return _Spalten(
            nummer["statistics_code"], nummer["time"], tuple(merkmale), (wert,), nummer["value_variable_code"],
            nummer.get("value_variable_label"), nummer.get("value_unit"),
        )  # fmt: skip
    werte = tuple(_alte_wertspalten(titel))
    if {"statistik_code", "zeit"} <= nummer.keys() and werte:
        return _Spalten(nummer["statistik_code"], nummer["zeit"], tuple(merkmale), werte)
    return None


def _alte_wertspalten(titel: Sequence[str]) -> Iterator[_Wertspalte]:
    """Give the columns of values of the old form: ``BEVSTD__Bevoelkerungsstand__Anzahl``."""
    for stelle, eins in enumerate(titel):
        teile = eins.split("__")
        if len(teile) < 2 or teile[-1] == "q":
            continue
        qualitaet = next((n for n, t in enumerate(titel) if t in (f"{eins}__q", f"{'__'.join(teile[:-1])}__q")), None)
        if len(teile) == 2 and _VERAENDERUNG.fullmatch(teile[1]):
            yield _Wertspalte(stelle, qualitaet, eins, "Veränderung", "%")
        else:
            yield _Wertspalte(
                stelle, qualitaet, teile[0], teile[1].replace("_", " "), "".join(teile[2:]).replace("_", " ")
            )


def _region(zellen: Sequence[str], merkmale: Sequence[_Merkmal]) -> _Merkmal | None:
    """Find the characteristic of a row that is the region: by its code, else by what its category looks like."""
    benannt = (eins for eins in merkmale if gebiete.ist_region(zellen[eins.code]))
    return next(benannt, None) or next((e for e in merkmale if gebiete.sieht_aus_wie(zellen[e.schluessel])), None)


def _rohzeilen(zeile: Zeile, spalten: _Spalten, region: _Merkmal) -> Iterator[Rohzeile]:
    zellen = zeile.zellen
    teil, merkmale = "", []
    for eins in spalten.merkmale:
        code, auspraegung = zellen[eins.code].strip(), zellen[eins.schluessel].strip()
        if eins is region or ist_gesamt(auspraegung, zellen[eins.auspraegung]):
            continue
        if code.upper() in _ZEITTEILE:
            teil = auspraegung.upper()
        else:
            merkmale.append((code, zellen[eins.name] or code, auspraegung, zellen[eins.auspraegung] or auspraegung))
    statistik = zellen[spalten.statistik].strip()
    for wert in spalten.werte:
        code, name, einheit = wert.code, wert.name, wert.einheit
        if spalten.code is not None:
            code = zellen[spalten.code].strip()
            name = zellen[spalten.name].strip() if spalten.name is not None else ""
            einheit = zellen[spalten.einheit].strip() if spalten.einheit is not None else ""
        qualitaet = zellen[wert.qualitaet].strip() if wert.qualitaet is not None else ""
        groesse = Groesse(f"{statistik}:{code}", name, einheit)
        yield Rohzeile(
            zeile.nummer, wert.spalte, groesse, zellen[spalten.zeit], spalten.zeit, teil, tuple(merkmale),
            zellen[wert.spalte], qualitaet,
        )  # fmt: skip

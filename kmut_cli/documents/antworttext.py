"""An answer as lines for people, be it right or wrong: read off the plain data of its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kmut_cli.documents.antwortdaten import BESCHRIFTUNG
from kmut_cli.documents.eingabefeld import Feld


def zeilen_der_antwort(feld: Feld, daten: Any, einzug: str = "") -> list[str]:
    """Write an answer for people to read, be it right or wrong.

    Args:
        feld: Its field.
        daten: Plain data as they stand in the file.
        einzug: Stands before each line.
    """
    if daten is None:
        return []
    if isinstance(daten, list):
        return [zeile for eins in daten for zeile in _punkt(feld, eins, einzug)]
    if isinstance(daten, Mapping):
        return [zeile for name, wert in daten.items() for zeile in _angabe(feld, str(name), wert, einzug)]
    text = feld.optionen.get(str(daten), str(daten)) if feld.art in ("choice", "choices") else str(daten)
    return [f"{einzug}{zeile}" for zeile in text.rstrip("\n").split("\n")]


def _punkt(feld: Feld, daten: Any, einzug: str) -> list[str]:
    zeilen = zeilen_der_antwort(feld, daten, f"{einzug}  ") or [f"{einzug}  (leer)"]
    return [f"{einzug}- {zeilen[0].removeprefix(f'{einzug}  ')}", *zeilen[1:]]


def _angabe(feld: Feld, name: str, daten: Any, einzug: str) -> list[str]:
    innen = next((teil for teil in feld.teile if teil.name == name), None)
    beschriftung = innen.beschriftung if innen else BESCHRIFTUNG.get(name, name)
    zeilen = zeilen_der_antwort(innen or feld, daten, f"{einzug}  ")
    if not beschriftung:
        return zeilen_der_antwort(feld, daten, einzug)
    if len(zeilen) == 1 and not isinstance(daten, list | Mapping):
        return [f"{einzug}{beschriftung}: {zeilen[0].strip()}"]
    return [f"{einzug}{beschriftung}:", *zeilen] if zeilen else []

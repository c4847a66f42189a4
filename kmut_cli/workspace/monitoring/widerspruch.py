"""Tells of a file that writes its numbers in two ways: of none of them it is certain then what it means."""

from __future__ import annotations

from kmut_cli.workspace.monitoring.rules import WERT
from kmut_cli.workspace.monitoring.tabelle import NEU_LADEN, Tabelle
from kmut_cli.workspace.monitoring.zahlen import Schreibweise

_NOMINATIV = {".": "ein Dezimalpunkt", ",": "ein Dezimalkomma"}
_AKKUSATIV = {".": "einen Dezimalpunkt", ",": "ein Dezimalkomma"}
_OPTION = {".": "punkt", ",": "komma"}


def melde_widerspruch(tabelle: Tabelle, schreibweise: Schreibweise) -> bool:
    """Note the finding, at the later of the two cells.

    Args:
        tabelle: The file.
        schreibweise: What all its cells have shown.

    Returns:
        Whether there is a contradiction.
    """
    if schreibweise.widerspruch is None:
        return False
    erster, zweiter = schreibweise.widerspruch
    if zweiter is None:
        text = f"Mit --decimal {_OPTION[schreibweise.gesagt]} ist „{erster.text}“ keine Zahl: Darin steht "
        text += f"{_NOMINATIV[erster.dezimal]}."
        hilfe = f"Lassen Sie die Option weg, oder schreiben Sie --decimal {_OPTION[erster.dezimal]}."
        tabelle.melde(WERT, erster.zeile, text, hilfe, spalte=erster.spalte)
        return True
    text = f"„{zweiter.text}“ setzt {_AKKUSATIV[zweiter.dezimal]} voraus, „{erster.text}“ in Zeile {erster.zeile} aber "
    text += f"{_AKKUSATIV[erster.dezimal]}; so ist keine Zahl der Datei sicher."
    tabelle.melde(WERT, zweiter.zeile, text, NEU_LADEN, spalte=zweiter.spalte)
    return True

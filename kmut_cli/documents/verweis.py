"""What an answer may name: the entries of another list in the same section."""

from __future__ import annotations

from typing import Any

from kmut_cli.documents.eingabefeld import feld_der_frage
from kmut_cli.documents.gliederung import FrageImText, gliederung
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.ziele import Ziel

KUERZEL = "kuerzel"
"""Key of the mark by which an entry is named, see :class:`kmut_cli.documents.frage.Frage`."""


def nennbare(dokumenttyp: Any, frage: FrageImText, daten: Any) -> list[Ziel]:
    """Give what an answer may name.

    Args:
        dokumenttyp: Class of the document.
        frage: A question.
        daten: Plain data of the document.

    Returns:
        Mark and text of each entry that has one of both, in their order; empty if the question refers to no list.
    """
    ort = (*frage.pfad[:-1], frage.frage.verweis)
    liste = next((eine for eine in gliederung(dokumenttyp).fragen if frage.frage.verweis and eine.pfad == ort), None)
    eintraege = daten_an(daten, ort)
    if liste is None or not isinstance(eintraege, list):
        return []
    text = next((teil.name for teil in feld_der_frage(dokumenttyp, liste, "").teile if teil.pflicht), "")
    paare = [(_text(eins, KUERZEL), _text(eins, text)) for eins in eintraege]
    return [Ziel(kuerzel, wort) for kuerzel, wort in paare if kuerzel or wort]


def _text(eintrag: Any, name: str) -> str:
    wert = daten_an(eintrag, (name,))
    return wert.strip() if isinstance(wert, str) else ""

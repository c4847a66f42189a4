"""Confirming: which lines of a file have to go so that a carried-over answer counts as the author's own."""

from __future__ import annotations

from collections.abc import Collection

from kmut_cli.documents.dokument import UEBERNOMMEN
from kmut_cli.documents.gliederung import Pfad, gliederung
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.uebernahme import MARKEN, ist_unbestaetigt
from kmut_cli.findings.finding import dotted
from kmut_cli.source.edit import Change, Remove


def bestaetigung(geladen: Geladen, pfad: Pfad) -> list[Change]:
    """Give the edits that confirm one answer; see :func:`bestaetigungen`.

    They belong into the same write as a new answer to that question, too: then its mark goes with the old answer.
    """
    return bestaetigungen(geladen, [pfad])


def bestaetigungen(geladen: Geladen, pfade: Collection[Pfad]) -> list[Change]:
    """Give the edits that confirm answers.

    Marks that are out of date, since their answer was changed or removed, go with them; marks of places where there is no
    question stay, for nobody can know which answer was meant. With the last mark the whole block goes.

    Args:
        geladen: The file.
        pfade: Paths of questions; those without a mark are passed over.

    Returns:
        Nothing if the file need not change.
    """
    marken = daten_an(geladen.source.data, (UEBERNOMMEN, MARKEN))
    if geladen.dokument is None or not isinstance(marken, dict):
        return []
    fort = {dotted(pfad) for pfad in pfade} & marken.keys()
    if not fort:
        return []
    for frage in gliederung(type(geladen.dokument)).fragen:
        if not ist_unbestaetigt(geladen.dokument, geladen.source.data, frage.pfad):
            fort |= {dotted(frage.pfad)} & marken.keys()
    if fort >= marken.keys():
        return [Remove((UEBERNOMMEN,))]
    return [Remove((UEBERNOMMEN, MARKEN, name)) for name in marken if name in fort]

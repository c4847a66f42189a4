"""Which application and which report ``kmut compare --plan`` lays beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from kmut_cli.compare.plan import ist_plan_zu
from kmut_cli.documents.laden import Geladen
from kmut_cli.workspace.vergleich import JAHR
from kmut_cli.workspace.vergleichsdateien import Dateien, VergleichError


class Planwahl(NamedTuple):
    """An application and a report, and what was decided to find them."""

    plan: Geladen
    bericht: Geladen
    hinweise: tuple[str, ...] = ()


def planwahl(angaben: Sequence[str], eingabe: Callable[[], bytes]) -> Planwahl:
    """Find application and report.

    Args:
        angaben: Nothing, a year, a folder, a folder and a year, or the two files in any order.
        eingabe: Reads standard input, for ``-``.

    Raises:
        VergleichError: There are none, or it is not clear which.
    """
    dateien = Dateien(eingabe)
    jahre = [angabe for angabe in angaben if JAHR.fullmatch(angabe)]
    ordner = [angabe for angabe in angaben if angabe not in jahre and Path(angabe).is_dir()]
    if len(angaben) == 2 and not jahre and not ordner:
        return _zwei(dateien.eine(angaben[0]), dateien.eine(angaben[1]))
    if len(jahre) > 1 or len(ordner) > 1 or len(jahre) + len(ordner) != len(angaben):
        raise VergleichError("--plan verlangt ein Jahr, einen Ordner, oder einen Antrag und einen Bericht.")
    return _aus_ordner(dateien, ordner[0] if ordner else dateien.wurzel(Path()), int(jahre[0]) if jahre else None)


def _zwei(eins: Geladen, zwei: Geladen) -> Planwahl:
    for plan, bericht in ((eins, zwei), (zwei, eins)):
        if _passt(plan, bericht):
            return Planwahl(plan, bericht)
    for geladen in (eins, zwei):
        if geladen.dokument is None:
            befund = geladen.findings[0].message if geladen.findings else ""
            raise VergleichError(f"„{geladen.source.path}“ ist kein Dokument, das kmut lesen kann. {befund}".strip())
    namen = f"„{eins.source.path}“ und „{zwei.source.path}“"
    raise VergleichError(f"{namen} sind nicht ein Antrag und ein Bericht; ohne --plan lassen sie sich vergleichen.")


def _passt(plan: Geladen, bericht: Geladen) -> bool:
    return plan.dokument is not None and bericht.dokument is not None and ist_plan_zu(plan.dokument, bericht.dokument)


def _aus_ordner(dateien: Dateien, ordner: str, jahr: int | None) -> Planwahl:
    alle = list(dateien.im_ordner(ordner).values())
    je_jahr: dict[int, list[Planwahl]] = {}
    for plan in alle:
        for bericht in alle:
            wann = plan.dokument.jahr if plan.dokument else None
            if wann and _passt(plan, bericht) and bericht.dokument and bericht.dokument.jahr == wann:
                je_jahr.setdefault(wann, []).append(Planwahl(plan, bericht))
    moeglich = ", ".join(map(str, sorted(je_jahr)))
    hinweise: tuple[str, ...] = ()
    if jahr is None and je_jahr:
        jahr = max(je_jahr)
        andere = ", ".join(str(eins) for eins in sorted(je_jahr) if eins != jahr)
        hinweise = (f"Verglichen ist das jüngste Jahr, {jahr}; außerdem möglich: {andere}.",) if andere else ()
    gefunden = je_jahr.get(jahr or 0, [])
    if not gefunden:
        fuer = f" für {jahr}" if jahr else ""
        hilfe = f"Beides gibt es für: {moeglich}." if moeglich else "Nennen Sie die beiden Dateien."
        raise VergleichError(f"Im Ordner „{ordner}“ gibt es nicht beides, Antrag und Bericht{fuer}. {hilfe}")
    if len(gefunden) > 1:
        namen = ", ".join(dict.fromkeys(eins.source.path for paar in gefunden for eins in paar[:2]))
        raise VergleichError(f"Für {jahr} gibt es mehrere Anträge oder Berichte: {namen}. Nennen Sie zwei davon.")
    return gefunden[0]._replace(hinweise=hinweise)

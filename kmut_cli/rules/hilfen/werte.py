"""Finds answers by their place in the outline, with their place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.gliederung import Pfad
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Loc
from kmut_cli.rules.pruefling import Pruefling


def werte_an(pruefling: Pruefling, pfad: Pfad) -> Iterator[tuple[Loc, Any]]:
    """Give what is answered at a place of the outline.

    Args:
        pruefling: The document.
        pfad: Keys without indices; what lies in lists is found in each item.

    Yields:
        Place in the file and value, without the mapping for an explanation; nothing for what is open, declared not
        applicable, faulty, or stands in a file that cannot be seen from here.
    """
    return _werte(pruefling, pruefling.dokument, (), pfad)


def _werte(pruefling: Pruefling, wert: Any, loc: Loc, rest: Pfad) -> Iterator[tuple[Loc, Any]]:
    if isinstance(wert, Erlaeutert):
        yield from _werte(pruefling, wert.antwort, (*loc, "antwort"), rest)
    elif isinstance(wert, list):
        for ort, eins in pruefling.punkte(loc, wert):
            yield from _werte(pruefling, eins, ort, rest)
    elif wert is None or isinstance(wert, Entfaellt | Bezug):
        return
    elif not rest:
        yield loc, wert
    elif isinstance(wert, Modell) and rest[0] in type(wert).model_fields:
        yield from _werte(pruefling, getattr(wert, rest[0]), (*loc, rest[0]), rest[1:])


def antwort(pruefling: Pruefling, pfad: Pfad) -> tuple[Loc, Any] | None:
    """Give the one answer at a place that holds one; None if there is none."""
    return next(werte_an(pruefling, pfad), None)


def datum(pruefling: Pruefling, pfad: Pfad) -> tuple[Loc, Datum] | None:
    """Give the date at a place; None if there is none."""
    return antwort(pruefling, pfad)


def erlaeutert(pruefling: Pruefling, pfad: Pfad) -> bool:
    """Whether the author explains the answer at a place."""
    wert = wert_an(pruefling.dokument, pfad)
    return isinstance(wert, Erlaeutert) and not ist_leer(wert.erlaeuterung)


def entfaellt(pruefling: Pruefling, pfad: Pfad) -> bool:
    """Whether the question at a place is declared not applicable."""
    return isinstance(wert_an(pruefling.dokument, pfad), Entfaellt)


def uebernommen(pruefling: Pruefling, pfad: Pfad) -> bool:
    """Whether the answer at a place is taken from another file, as the text of this one says."""
    daten = daten_an(pruefling.geladen.source.data, pfad)
    daten = daten.get("antwort", daten) if isinstance(daten, dict) else None
    return isinstance(daten, dict) and daten.get("aus") is not None


def ohne_nummern(loc: Loc) -> Pfad:
    """Give the place in the outline of a place in the file."""
    return tuple(teil for teil in loc if isinstance(teil, str) and teil != "antwort")


def antworttexte(pruefling: Pruefling) -> Iterator[tuple[Loc, str]]:
    """Give every text of the file, with its place, but for names of attachments, which are what they are."""
    anlagen = {abschnitt.anlage for abschnitt in pruefling.gliederung.abschnitte}
    return ((loc, text) for loc, text in pruefling.texte() if ohne_nummern(loc) not in anlagen)

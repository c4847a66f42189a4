"""Compares what was read with what the log holds: new, there already, or perhaps the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung
from kmut_cli.documents.veranstaltungsauswahl import Merkmal, merkmal
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.workspace.veranstaltungen.eintrag import Eintrag

_AEHNLICH = 0.75  # share of two titles that must agree


@dataclass(slots=True)
class Abgleich:
    """Entries read, sorted by what becomes of them.

    Attributes:
        neu: Not in the log.
        vorhanden: In the log already, or twice in what was read.
        fraglich: On the day of an entry of the log that is much like it, with that entry.
    """

    neu: list[Eintrag] = field(default_factory=list)
    vorhanden: list[Eintrag] = field(default_factory=list)
    fraglich: list[tuple[Eintrag, Veranstaltung]] = field(default_factory=list)


def gleiche_ab(gelesen: Iterable[Eintrag], verzeichnis: Iterable[Veranstaltung]) -> Abgleich:
    """Compare entries with those of the log; with each other only for exact doubles."""
    je_tag = _je_tag(verzeichnis)
    ergebnis = Abgleich()
    gesehen: set[Merkmal] = set()
    for eins in gelesen:
        dieses = eins.merkmal
        am_tag = je_tag.get(dieses.datum, [])
        if dieses in gesehen or any(anderes.gleicht(dieses) for anderes, _wert in am_tag):
            ergebnis.vorhanden.append(eins)
            continue
        gesehen.add(dieses)
        aehnlich = next((wert for anderes, wert in am_tag if _aehnlich(anderes, dieses)), None)
        if aehnlich is None:
            ergebnis.neu.append(eins)
        else:
            ergebnis.fraglich.append((eins, aehnlich))
    return ergebnis


def noch_nicht_da(neue: Iterable[Eintrag], verzeichnis: Iterable[Veranstaltung]) -> list[Eintrag]:
    """Give the entries that the log does not hold."""
    je_tag = _je_tag(verzeichnis)
    return [
        eins
        for eins in neue
        if not any(anderes.gleicht(eins.merkmal) for anderes, _wert in je_tag.get(eins.wert.datum, []))
    ]


def _je_tag(verzeichnis: Iterable[Veranstaltung]) -> dict[Zeitraum | None, list[tuple[Merkmal, Veranstaltung]]]:
    je_tag: dict[Zeitraum | None, list[tuple[Merkmal, Veranstaltung]]] = {}
    for wert in verzeichnis:
        je_tag.setdefault(wert.datum, []).append((merkmal(wert), wert))
    return je_tag


def _aehnlich(eins: Merkmal, anderes: Merkmal) -> bool:
    """Whether two titles of one day say nearly the same, or one holds the other, and place and time may agree."""
    if not eins.titel or not anderes.titel or eins.trennt(anderes):
        return False
    if eins.titel in anderes.titel or anderes.titel in eins.titel:
        return True
    return SequenceMatcher(None, eins.titel, anderes.titel).ratio() >= _AEHNLICH

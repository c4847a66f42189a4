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
        fraglich: On the day of another entry that is much like it, with that entry.
    """

    neu: list[Eintrag] = field(default_factory=list)
    vorhanden: list[Eintrag] = field(default_factory=list)
    fraglich: list[tuple[Eintrag, Veranstaltung]] = field(default_factory=list)


def gleiche_ab(gelesen: Iterable[Eintrag], verzeichnis: Iterable[Veranstaltung]) -> Abgleich:
    """Compare entries with those of the log and with each other."""
    je_tag: dict[Zeitraum | None, list[tuple[Merkmal, Veranstaltung]]] = {}
    for wert in verzeichnis:
        je_tag.setdefault(wert.datum, []).append((merkmal(wert), wert))
    ergebnis = Abgleich()
    for eins in gelesen:
        dieses = eins.merkmal
        am_tag = je_tag.setdefault(dieses.datum, [])
        if any(anderes.gleicht(dieses) for anderes, _wert in am_tag):
            ergebnis.vorhanden.append(eins)
            continue
        aehnlich = next((wert for anderes, wert in am_tag if _aehnlich(anderes, dieses)), None)
        if aehnlich is None:
            ergebnis.neu.append(eins)
        else:
            ergebnis.fraglich.append((eins, aehnlich))
        am_tag.append((dieses, eins.wert))
    return ergebnis


def _aehnlich(eins: Merkmal, anderes: Merkmal) -> bool:
    """Whether two titles of one day say nearly the same, or one holds the other."""
    if not eins.titel or not anderes.titel:
        return False
    if eins.titel in anderes.titel or anderes.titel in eins.titel:
        return True
    return SequenceMatcher(None, eins.titel, anderes.titel).ratio() >= _AEHNLICH

"""The changes of the YAML file that put values in where they belong, and new numbers in place of former ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.laden import Geladen
from kmut_cli.source.changes import steps, value_at
from kmut_cli.source.edit import Append, Change, Insert, Set
from kmut_cli.workspace.monitoring.abgleich import Herkunft, Urteil, Vergleich
from kmut_cli.workspace.monitoring.ersetzen import ersetzt
from kmut_cli.workspace.monitoring.zeiten import lies_zeit

_WERTE = "werte"
_SPALTEN = tuple(Messwert.model_fields)


def aenderungen(stand: Geladen, vergleiche: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    """Give the changes.

    Args:
        stand: The file as it is now.
        vergleiche: Values that are new, and those that take the place of one that stands in this file.
        herkunft: Where they come from.
    """
    daten = stand.source.data if isinstance(stand.source.data, dict) else {}
    eintraege = daten.get(_WERTE)
    neue = [eins for eins in vergleiche if eins.urteil is Urteil.NEU]
    # First what changes in its place, for what comes in moves the places behind it.
    return [
        *_revisionen(stand, vergleiche, herkunft),
        *_neue(eintraege if isinstance(eintraege, list) else [], neue, herkunft),
    ]


def _revisionen(stand: Geladen, vergleiche: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    """Give the changes of the parts, sorted so that the file is written at once for all values and not for each."""
    vorhandene: list[Change] = []
    neue: dict[str, list[Change]] = {}
    for eins in vergleiche:
        if eins.urteil is Urteil.REVISION and eins.fund is not None and eins.fund.nummer is not None:
            loc = (_WERTE, eins.fund.nummer)
            alt = value_at(stand.source.data, loc)
            for change in steps(alt, Set(loc, ersetzt(eins, herkunft, stand.source.as_written(loc)))):
                name = str(change.loc[-1])
                (vorhandene if name in alt else neue.setdefault(name, [])).append(change)
    return [*vorhandene, *(change for name in sorted(neue, key=_SPALTEN.index) for change in neue[name])]


def _neue(eintraege: Sequence[Any], neue: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    """Put values behind those of the same indicator that are not later, else at the end."""
    reihen: dict[str, _Reihe] = {}
    for stelle, eintrag in enumerate(eintraege):
        nummer, zeit = _folge(eintrag)
        reihen.setdefault(nummer, _Reihe()).merke(stelle, zeit)
    ende = len(eintraege)
    # Place in the list as it is, whether something of the same indicator follows there, which of the indicators.
    wohin: list[tuple[int, bool, int, str, Vergleich]] = []
    rang: dict[str, int] = {}
    for eins in neue:
        reihe = reihen.get(eins.nummer)
        stelle, davor = reihe.stelle(eins.roh.zeit) if reihe else (ende, True)
        wohin.append((stelle, davor, rang.setdefault(eins.nummer, len(rang)), eins.roh.zeit, eins))
    wohin.sort(key=lambda eins: eins[:4])
    changes: list[Change] = []
    for schon, (stelle, _davor, _rang, _zeit, eins) in enumerate(wohin):
        daten = eins.daten(herkunft)
        changes.append(Append((_WERTE,), daten) if stelle == ende else Insert((_WERTE, stelle + schon), daten))
    return changes


@dataclass
class _Reihe:
    """Places of the values of one indicator in the list.

    Attributes:
        stellen: Indexes, ascending.
        spaeteste: The latest time up to each of them: what is later than a time begins where this is.
    """

    stellen: list[int] = field(default_factory=list)
    spaeteste: list[str] = field(default_factory=list)

    def merke(self, stelle: int, zeit: str) -> None:
        """Add the next one."""
        self.stellen.append(stelle)
        self.spaeteste.append(max(zeit, self.spaeteste[-1]) if self.spaeteste else zeit)

    def stelle(self, zeit: str) -> tuple[int, bool]:
        """Give the index before which a value goes, and whether the one there is of the same indicator."""
        nummer = bisect_right(self.spaeteste, zeit)
        if nummer < len(self.stellen):
            return self.stellen[nummer], True
        return self.stellen[-1] + 1, False


def _folge(roh: Any) -> tuple[str, str]:
    """Give indicator and time of an entry from its plain data; empty where it cannot be read."""
    if not isinstance(roh, dict):
        return "", ""
    return str(roh.get("indikator") or "").strip(), lies_zeit(str(roh.get("zeit") or "")) or ""

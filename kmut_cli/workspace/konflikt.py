"""Two people change the same file: what can be put together, and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kmut_cli.findings.finding import Loc
from kmut_cli.source.changes import MISSING, value_at
from kmut_cli.source.edit import Append, Change, Insert, Move, Remove, Set


class Konflikt(Exception):
    """The same place was changed on the disk since the file was read; nothing was written.

    Whoever decides for the own value calls ``lies_neu`` and writes again.

    Attributes:
        loc: The place.
        eigener: The value that was to be written; None for a removal.
        fremder: The value that stands there now; None if there is none.
    """

    def __init__(self, loc: Loc, eigener: Any, fremder: Any) -> None:
        super().__init__(loc)
        self.loc = loc
        self.eigener = eigener
        self.fremder = fremder


def noch_noetig(alt: Any, neu: Any, changes: Sequence[Change]) -> Iterator[Change]:
    """Give the changes that are still to be made on what stands on the disk now.

    Raises:
        Konflikt: One of them would overwrite what somebody else wrote.
    """
    for change in changes:
        loc = change.loc
        _gleicher_eintrag(alt, neu, change)
        vorher, jetzt = value_at(alt, loc), value_at(neu, loc)
        if isinstance(change, Remove) and isinstance(loc[-1], str):
            if jetzt is MISSING and vorher is not MISSING:
                continue
        elif isinstance(change, Insert | Remove | Move):
            loc = loc[:-1]
            vorher, jetzt = value_at(alt, loc), value_at(neu, loc)
        elif isinstance(change, Append):
            # Entries that somebody else added do no harm.
            yield change
            continue
        eigener = None if isinstance(change, Remove | Move) else change.value
        gewollt = isinstance(change, Set) and jetzt == eigener
        if not gewollt and _nichts(vorher) != _nichts(jetzt):
            raise Konflikt(change.loc if isinstance(change, Move) else loc, eigener, _nichts(jetzt))
        yield change


def _gleicher_eintrag(alt: Any, neu: Any, change: Change) -> None:
    """See to it that an index in the path still means the same entry of its list.

    Raises:
        Konflikt: Entries were added, removed or moved before it.
    """
    for stelle, teil in enumerate(change.loc):
        if not isinstance(teil, int) or (stelle == len(change.loc) - 1 and isinstance(change, Insert)):
            continue
        vorher, jetzt = value_at(alt, change.loc[:stelle]), value_at(neu, change.loc[:stelle])
        if not isinstance(vorher, list) or teil >= len(vorher):
            continue
        if isinstance(jetzt, list):
            selber = teil < len(jetzt) and jetzt[teil] == vorher[teil]
            andere_gleich = len(jetzt) == len(vorher) and all(
                eins == zwei for nr, (eins, zwei) in enumerate(zip(vorher, jetzt, strict=True)) if nr != teil
            )
            if selber or andere_gleich:
                continue
        fremder = value_at(neu, change.loc)
        raise Konflikt(change.loc, None if isinstance(change, Remove | Move) else change.value, _nichts(fremder))


def _nichts(wert: Any) -> Any:
    """Take a missing key, an empty value and an empty collection for the same."""
    return None if wert is MISSING or wert in ({}, []) else wert

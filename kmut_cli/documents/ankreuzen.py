"""Ticking in a list that may hold more than options: what a box stands for, and what stays of the list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kmut_cli.documents.antwortdaten import EIGENER, ist_eigener


@dataclass(frozen=True)
class Ankreuzliste:
    """A list in which options are ticked.

    Each option is a box, and so is each entry that is no option: an own entry, a key that nobody knows. Whoever ticks
    loses none of them.

    Attributes:
        bisher: The entries as they stand in the file.
        optionen: What can be ticked, key → wording, in official order.
        gemeint: Says which option an entry stands for; None if for none.
        lies: Gives the text of an entry that is no option.
    """

    bisher: Sequence[Any]
    optionen: Mapping[str, str]
    gemeint: Callable[[Any], str | None]
    lies: Callable[[Any], str]

    def kaestchen(self) -> list[tuple[str, str]]:
        """Give all boxes with their text: the options, then the entries that are none."""
        weitere = [(_box(nummer), self.lies(eins)) for nummer, eins in enumerate(self.bisher) if not self.gemeint(eins)]
        return [*self.optionen.items(), *weitere]

    def angekreuzt(self) -> list[str]:
        """Give the boxes that are ticked: those of all entries."""
        return list(dict.fromkeys(self._name(nummer) for nummer in range(len(self.bisher))))

    def danach(self, gewaehlt: Collection[str]) -> list[int | str]:
        """Give the list that follows from the boxes ticked.

        What stays keeps its order; a new option goes behind the last one that officially stands before it.

        Args:
            gewaehlt: Names of boxes.

        Returns:
            The index of each entry that stays, the key of each option that is new.
        """
        zeilen: list[int | str] = [nummer for nummer in range(len(self.bisher)) if self._name(nummer) in gewaehlt]
        schon = self.angekreuzt()
        for rang, name in enumerate(self.optionen):
            if name in gewaehlt and name not in schon:
                davor = [stelle for stelle, eine in enumerate(zeilen, 1) if self._rang(eine) < rang]
                zeilen.insert(davor[-1] if davor else 0, name)
        return zeilen

    def namen(self, zeilen: Sequence[int | str]) -> list[str]:
        """Give the wording of each line that :meth:`danach` gives."""
        texte = dict(self.kaestchen())
        return [texte[zeile if isinstance(zeile, str) else self._name(zeile)] for zeile in zeilen]

    def _name(self, nummer: int) -> str:
        return self.gemeint(self.bisher[nummer]) or _box(nummer)

    def _rang(self, zeile: int | str) -> int:
        name = zeile if isinstance(zeile, str) else self.gemeint(self.bisher[zeile])
        if name is None and isinstance(zeile, int) and ist_eigener(self.bisher[zeile]):
            name = EIGENER
        folge = list(self.optionen)
        return folge.index(name) if name in folge else len(folge)


def _box(nummer: int) -> str:
    """Name the box of an entry that is no option; it begins with ``=``, as no key does."""
    return f"={nummer}"

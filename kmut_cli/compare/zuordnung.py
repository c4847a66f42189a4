"""Which entry of one list is which of another: the same one, the same reworded, or the same moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kmut_cli.compare.worte import aehnlichkeit
from kmut_cli.documents.antwortart import antwortart
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.ziele import vereinfacht

KUERZEL = "kuerzel"
# More than half of the words in common, or the same mark and a fifth of them: below that it is another entry.
_AEHNLICH, _MIT_KUERZEL = 0.5, 0.2
_HOECHSTENS = 40_000


@dataclass(frozen=True, slots=True)
class Kennung:
    """By what an entry is known again.

    Attributes:
        text: What it is about, simplified.
        kuerzel: Its mark such as „z1“, empty if it has none.
        worte: The words of its text.
    """

    text: str
    kuerzel: str
    worte: Counter[str]


def kennfeld(typ: type[Teile]) -> str:
    """Name the part by which an entry is known: the first owed one that is text, such as a name or a goal."""
    namen = teile(typ)
    texte = [name for name in namen if antwortart(typ.model_fields[name].annotation) == "text" and name != KUERZEL]
    return next((name for name in texte if namen[name].pflicht), texte[0] if texte else next(iter(namen), ""))


def kennung(eintrag: Any) -> Kennung:
    """Say by what an entry is known: a text by itself, a mapping by one of its parts and its mark."""
    if isinstance(eintrag, Teile):
        text, kuerzel = getattr(eintrag, kennfeld(type(eintrag)), None), getattr(eintrag, KUERZEL, None)
    else:
        text, kuerzel = eintrag, None
    einfach = vereinfacht(str(text or ""))
    return Kennung(einfach, vereinfacht(kuerzel or ""), Counter(einfach.split()))


def zuordnung(alt: Sequence[Any], neu: Sequence[Any]) -> dict[int, int]:
    """Match entries.

    Args:
        alt: The older list.
        neu: The newer one.

    Returns:
        Index in the older list → index in the newer one, for each entry that stands in both; the same pairs whichever
        list is the older.
    """
    hier, dort = [kennung(eins) for eins in alt], [kennung(eins) for eins in neu]
    paare = dict(_gleiche([eins.text for eins in hier], [eins.text for eins in dort]))
    rest_hier = [n for n in range(len(hier)) if n not in paare]
    vergeben = set(paare.values())
    rest_dort = [n for n in range(len(dort)) if n not in vergeben]
    if len(rest_hier) * len(rest_dort) <= _HOECHSTENS:
        kandidaten = sorted(_aehnliche(hier, dort, rest_hier, rest_dort))
        for _wert, _abstand, _vorn, i, j in kandidaten:
            if i not in paare and j not in vergeben:
                paare[i] = j
                vergeben.add(j)
    return paare


def _gleiche(alt: Sequence[str], neu: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pair equal texts, the first with the first, the second with the second."""
    stellen: dict[str, list[int]] = defaultdict(list)
    for nummer, text in enumerate(neu):
        stellen[text].append(nummer)
    for nummer, text in enumerate(alt):
        if text and stellen[text]:
            yield nummer, stellen[text].pop(0)


def _aehnliche(
    hier: Sequence[Kennung], dort: Sequence[Kennung], rest_hier: Iterable[int], rest_dort: Sequence[int]
) -> Iterator[tuple[float, int, int, int, int]]:
    """Give pairs that may be one entry, with what sorts the likeliest first."""
    for i in rest_hier:
        for j in rest_dort:
            a, b = hier[i], dort[j]
            wert = 1.0 if a.text == b.text else aehnlichkeit(a.worte, b.worte)
            gleiches_kuerzel = bool(a.kuerzel) and a.kuerzel == b.kuerzel
            if wert > _AEHNLICH or (gleiches_kuerzel and wert >= _MIT_KUERZEL):
                yield -wert - gleiches_kuerzel, abs(i - j), min(i, j), i, j


def versetzte(paare: dict[int, int]) -> frozenset[int]:
    """Give the entries that moved: as few as possible, so that all others kept their order.

    Args:
        paare: From :func:`zuordnung`.

    Returns:
        Indices in the older list.
    """
    folge = sorted(paare)
    enden: list[int] = []  # least last place of an ascending row of each length
    trager: list[int] = []
    davor: dict[int, int | None] = {}
    for alt in folge:
        stelle = bisect_left(enden, paare[alt])
        davor[alt] = trager[stelle - 1] if stelle else None
        enden[stelle : stelle + 1] = [paare[alt]]
        trager[stelle : stelle + 1] = [alt]
    bleibt: set[int] = set()
    hier = trager[-1] if trager else None
    while hier is not None:
        bleibt.add(hier)
        hier = davor[hier]
    return frozenset(folge) - bleibt

"""Two texts, word by word: what a writer reflowed is no change, what a reader would see is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from kmut_cli.compare.unterschied import UMGEKEHRT, Art, Stueck
from kmut_cli.compare.worte import UMBRUCH, aehnlichkeit, worte, zusammen

# A stretch whose two sides multiply to more is given as a whole: telling its words apart would take too long.
_HOECHSTENS = 1_000_000
# More pairs of paragraphs than that are not laid beside each other one by one.
_PAARE = 10_000
_AEHNLICH = 0.25
# Paragraphs may have been joined if that much of their words stayed, and comparing them as one marks that much less.
_GANZ_AEHNLICH, _ERSPARNIS = 0.5, 0.75
_INSEL = 1
_UFER = 4

Block = tuple[str, ...]
"""A paragraph, a point or a row: its words, with the break before it."""
Folge = tuple[bool, list[str], list[str]]
"""A stretch of both texts: whether it is the same, the old words, the new words."""


def wortvergleich(alt: str, neu: str) -> tuple[Stueck, ...]:
    """Compare two texts by words.

    Args:
        alt: The older text.
        neu: The newer one.

    Returns:
        The pieces in order: those that stayed and went make up the old text, those that stayed and came the new one.
        Seen from the other side it is the same with old and new exchanged.
    """
    a, b = worte(alt), worte(neu)
    if b < a:  # the matcher's choice depends on the order; ours shall not
        return tuple(Stueck(UMGEKEHRT.get(eins.art, eins.art), eins.text) for eins in _sortiert(_folgen(b, a), True))
    return tuple(_sortiert(_folgen(a, b), False))


def _sortiert(folgen: Sequence[Folge], getauscht: bool) -> Iterator[Stueck]:
    """Give the pieces of stretches, what went before what came."""
    alt_da = neu_da = False  # whether anything came before: a text does not begin with a break
    for gleich, alt, neu in folgen:
        weg = zusammen(alt if alt_da else _ohne_umbruch(alt))
        da = zusammen(neu if neu_da else _ohne_umbruch(neu))
        if gleich:
            stuecke = [Stueck(Art.GLEICH, max(weg, da, key=len))]
        else:
            stuecke = [Stueck(Art.ENTFERNT, weg), Stueck(Art.NEU, da)]
        yield from (eins for eins in (reversed(stuecke) if getauscht else stuecke) if eins.text)
        alt_da, neu_da = alt_da or bool(alt), neu_da or bool(neu)


def _ohne_umbruch(folge: list[str]) -> list[str]:
    return folge[1:] if folge and folge[0][0] == UMBRUCH else folge


def _folgen(a: list[str], b: list[str]) -> list[Folge]:
    """Compare first by paragraphs, then by words within those that differ: long texts stay quick and readable."""
    alt, neu = _in_bloecken(a), _in_bloecken(b)
    if _nur_worte(a) == _nur_worte(b):
        return _verbunden(_ueber_umbrueche(a, b))
    folgen: list[Folge] = []
    for art, i1, i2, j1, j2 in SequenceMatcher(None, alt, neu).get_opcodes():
        if art == "equal":
            folgen.append((True, _flach(alt[i1:i2]), _flach(neu[j1:j2])))
        else:
            folgen += _abschnitt(alt[i1:i2], neu[j1:j2])
    return _ohne_inseln(_verbunden(folgen))


def _abschnitt(alt: Sequence[Block], neu: Sequence[Block]) -> list[Folge]:
    """Compare paragraphs that differ: each with its counterpart, or, where some were joined or parted, all as one."""
    einzeln = [folge for weg, da in zugeordnet(alt, neu) for folge in _einzeln(list(weg), list(da))]
    a, b = _flach(alt), _flach(neu)
    if len(alt) == len(neu) or len(a) * len(b) > _HOECHSTENS:
        return einzeln
    if aehnlichkeit(_zaehlung(a), _zaehlung(b)) < _GANZ_AEHNLICH:
        return einzeln
    ganz = _ueber_umbrueche(a, b)
    # Stray words that some paragraph shares with any other are no reason to mix them.
    return ganz if _geaendert(ganz) <= _ERSPARNIS * _geaendert(einzeln) else einzeln


def _ueber_umbrueche(a: list[str], b: list[str]) -> list[Folge]:
    """Compare by words alone and put the breaks in again: a break that came or went changes nothing but itself."""
    hier, dort = _mit_umbruch(a), _mit_umbruch(b)
    alt, neu = [wort for _umbruch, wort in hier], [wort for _umbruch, wort in dort]
    gleich = [("equal", 0, len(alt), 0, len(neu))]
    folgen: list[Folge] = []
    for art, i1, i2, j1, j2 in gleich if alt == neu else SequenceMatcher(None, alt, neu).get_opcodes():
        if art != "equal":
            folgen.append((False, _flach_paare(hier[i1:i2]), _flach_paare(dort[j1:j2])))
            continue
        for (umbruch_alt, wort), (umbruch_neu, _wort) in zip(hier[i1:i2], dort[j1:j2], strict=True):
            folgen.append((umbruch_alt == umbruch_neu, umbruch_alt, umbruch_neu))
            folgen.append((True, [wort], [wort]))
    return folgen


def _mit_umbruch(folge: Sequence[str]) -> list[tuple[list[str], str]]:
    """Give each word with the break before it, if there is one."""
    paare = zip(["", *folge], folge, strict=False)
    return [([davor] if davor[:1] == UMBRUCH else [], wort) for davor, wort in paare if wort[0] != UMBRUCH]


def _flach_paare(paare: Sequence[tuple[list[str], str]]) -> list[str]:
    return [eins for umbruch, wort in paare for eins in (*umbruch, wort)]


def _nur_worte(folge: Sequence[str]) -> list[str]:
    return [wort for wort in folge if wort[0] != UMBRUCH]


def _geaendert(folgen: Sequence[Folge]) -> int:
    """Count the words that went or came."""
    return sum(len(_nur_worte(alt)) + len(_nur_worte(neu)) for gleich, alt, neu in folgen if not gleich)


def _in_bloecken(folge: list[str]) -> list[Block]:
    anfaenge = [n for n, wort in enumerate(folge) if wort[0] == UMBRUCH or n == 0]
    return [tuple(folge[von:bis]) for von, bis in pairwise([*anfaenge, len(folge)])]


def _flach(bloecke: Sequence[Block]) -> list[str]:
    return [wort for block in bloecke for wort in block]


def zugeordnet(alt: Sequence[Block], neu: Sequence[Block]) -> list[tuple[Block, Block]]:
    """Lay paragraphs beside those that they became, in order and with as many words in common as can be.

    Returns:
        Pairs of one paragraph each, and between them those that have no counterpart; a side may be empty.
    """
    if len(alt) * len(neu) > _PAARE:
        return [(tuple(_flach(alt)), tuple(_flach(neu)))]
    hier, dort = [_zaehlung(eins) for eins in alt], [_zaehlung(eins) for eins in neu]
    wert = [[aehnlichkeit(x, y) for y in dort] for x in hier]
    # beste[i][j]: the most that can be had of what follows old paragraph i and new paragraph j.
    beste = [[0.0] * (len(neu) + 1) for _ in range(len(alt) + 1)]
    for i in reversed(range(len(alt))):
        for j in reversed(range(len(neu))):
            zusammen = wert[i][j] + beste[i + 1][j + 1] if wert[i][j] >= _AEHNLICH else 0.0
            beste[i][j] = max(zusammen, beste[i + 1][j], beste[i][j + 1])
    paare: list[tuple[Block, Block]] = []
    weg: list[Block] = []
    da: list[Block] = []
    i = j = 0
    while i < len(alt) or j < len(neu):
        if i < len(alt) and (j == len(neu) or beste[i][j] == beste[i + 1][j]):
            weg.append(alt[i])
            i += 1
        elif j < len(neu) and (i == len(alt) or beste[i][j] == beste[i][j + 1]):
            da.append(neu[j])
            j += 1
        else:
            paare += [(tuple(_flach(weg)), tuple(_flach(da))), (alt[i], neu[j])]
            weg, da, i, j = [], [], i + 1, j + 1
    return [*paare, (tuple(_flach(weg)), tuple(_flach(da)))]


def _einzeln(a: list[str], b: list[str]) -> list[Folge]:
    """Compare by words, unless so few stayed that the mixture could not be read, or there are too many."""
    if len(a) * len(b) > _HOECHSTENS or aehnlichkeit(_zaehlung(a), _zaehlung(b)) < _AEHNLICH:
        return [(False, a, b)]
    opcodes = SequenceMatcher(None, a, b).get_opcodes()
    return [(art == "equal", a[i1:i2], b[j1:j2]) for art, i1, i2, j1, j2 in opcodes]


def _zaehlung(folge: Sequence[str]) -> Counter[str]:
    return Counter(_nur_worte(folge))


def _verbunden(folgen: Sequence[Folge]) -> list[Folge]:
    """Join neighbours of one kind, drop empty ones; changes of one paragraph stay apart from those of the next."""
    fertig: list[Folge] = []
    for gleich, alt, neu in folgen:
        naechster = not gleich and bool(alt or neu) and (alt or neu)[0][0] == UMBRUCH
        if fertig and fertig[-1][0] == gleich and not naechster:
            fertig[-1][1].extend(alt)
            fertig[-1][2].extend(neu)
        elif alt or neu:
            fertig.append((gleich, list(alt), list(neu)))  # copies, for they grow
    return fertig


def _ohne_inseln(folgen: list[Folge]) -> list[Folge]:
    """Let a single word that stayed amid many changed ones count as changed: so the sentence can be read."""
    gross = [not gleich and max(len(alt), len(neu)) >= _UFER for gleich, alt, neu in folgen]
    flach = [
        (gleich and not (0 < n < len(folgen) - 1 and len(alt) <= _INSEL and gross[n - 1] and gross[n + 1]), alt, neu)
        for n, (gleich, alt, neu) in enumerate(folgen)
    ]
    return _verbunden(flach)

"""Which question of one outline stands for which of another: what plans are compared by, and answers carried over by.

The newer outline declares it in its module, under the name ``ENTSPRECHUNGEN``: other outline → pairs. Everything that a
pair need not say follows from the two outlines: options with equal keys correspond, and so do, between editions of one
kind, questions that kept their place. Whatever is left has no counterpart, which is told and never guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from kmut_cli.documents.registry import dokumenttyp

if TYPE_CHECKING:
    from kmut_cli.documents.gliederung import FrageImText, Gliederung, Pfad

Ausgabe = tuple[str, str]
"""An outline: kind and edition, such as ``("taetigkeitsbericht", "2020")``."""


class Beziehung(StrEnum):
    """How two questions belong together."""

    GLEICH = "same"
    """They ask the same; an answer to one is an answer to the other."""
    AUSWAHL = "choice"
    """They offer the same choice; options stand for each other."""
    VOLLZUG = "fulfilment"
    """The first says what is planned, the second whether it was done."""
    ERWAEHNUNG = "mention"
    """The first holds free entries that the other document may mention in any of its texts."""


@dataclass(frozen=True, slots=True)
class Entsprechung:
    """A pair as an outline declares it.

    Attributes:
        von: Question of the declaring outline, as a dotted path.
        zu: Its counterparts in the other outline; none for free entries.
        beziehung: How they belong together.
        option: For ``VOLLZUG``: the option of ``von`` that is planned; empty if the answer is a plain yes.
        optionen: For ``AUSWAHL``: keys whose counterparts have other keys.
        erfuellt: For ``VOLLZUG``: options anywhere in the other answer of which any one says that it was done. Empty
            where a date of the year says so.
    """

    von: str
    zu: tuple[str, ...]
    beziehung: Beziehung
    option: str = ""
    optionen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    erfuellt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paar:
    """A question of one outline with its counterparts in another.

    Attributes:
        von: Path of the question.
        zu: Paths of its counterparts; at least one unless ``beziehung`` is ``ERWAEHNUNG``.
        beziehung: How they belong together.
        option: The option of ``von`` that this pair is about, empty for all.
        optionen: For ``AUSWAHL``: each option of ``von`` → options over there; none if it has no counterpart.
        erfuellt: See :class:`Entsprechung`.
    """

    von: Pfad
    zu: tuple[Pfad, ...]
    beziehung: Beziehung
    option: str = ""
    optionen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    erfuellt: tuple[str, ...] = ()

    @property
    def uebertragbar(self) -> bool:
        """Whether an answer may be carried over: as it is (``GLEICH``) or option by option (``AUSWAHL``)."""
        return self.beziehung in (Beziehung.GLEICH, Beziehung.AUSWAHL)

    def uebersetzt(self, gewaehlt: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Translate the options that were chosen.

        Args:
            gewaehlt: Their keys.

        Returns:
            Keys over there, each once, and the chosen keys that have no counterpart; both in official order.
        """
        dort = dict.fromkeys(eine for name, andere in self.optionen.items() if name in gewaehlt for eine in andere)
        ohne = (name for name in self.optionen if name in gewaehlt and not self.optionen[name])
        return tuple(dort), tuple(ohne)


@dataclass(frozen=True, slots=True)
class Entsprechungen:
    """All that two outlines have in common, seen from the first.

    Attributes:
        paare: In the official order of the first outline.
        ohne_gegenstueck: Questions of the first outline that stand in no pair.
    """

    paare: tuple[Paar, ...]
    ohne_gegenstueck: tuple[Pfad, ...]

    @property
    def uebertragbar(self) -> dict[Pfad, Paar]:
        """The pairs over which an answer may be carried, by the path in the first outline."""
        return {paar.von: paar for paar in self.paare if paar.uebertragbar}


@cache
def entsprechungen(von: Ausgabe, zu: Ausgabe) -> Entsprechungen:
    """Say what stands for what between two outlines.

    Args:
        von: Kind and edition of the one.
        zu: Kind and edition of the other; the same gives each question itself.

    Returns:
        Pairs and questions without counterpart; all are without if nobody declared anything.

    Raises:
        KeyError: There is no such kind or edition.
    """
    from kmut_cli.documents.gliederung import gliederung

    hier, dort = gliederung(dokumenttyp(*von)), gliederung(dokumenttyp(*zu))
    paare = list(_aufgeloest(_erklaert(von, zu), hier, dort)) or [
        eines for paar in _aufgeloest(_erklaert(zu, von), dort, hier) for eines in _umgekehrt(paar, hier)
    ]
    return verbunden(hier, dort, paare, gleiche_art=von[0] == zu[0])


def verbunden(hier: Gliederung, dort: Gliederung, paare: Sequence[Paar], *, gleiche_art: bool) -> Entsprechungen:
    """Add to declared pairs what follows from the outlines themselves.

    Args:
        hier: The first outline.
        dort: The second.
        paare: What is declared.
        gleiche_art: Whether they are editions of one kind, where a question that kept its place stayed the same.
    """
    alle = list(paare)
    vergeben = {paar.von for paar in alle}
    if gleiche_art:
        auch_dort = {frage.pfad: frage for frage in dort.fragen}
        alle += [
            _unveraendert(frage, auch_dort[frage.pfad])
            for frage in hier.fragen
            if frage.pfad in auch_dort and frage.pfad not in vergeben
        ]
    folge = {frage.pfad: nummer for nummer, frage in enumerate(hier.fragen)}
    alle.sort(key=lambda paar: folge[paar.von])
    in_paaren = {paar.von for paar in alle}
    return Entsprechungen(tuple(alle), tuple(pfad for pfad in folge if pfad not in in_paaren))


def _erklaert(von: Ausgabe, zu: Ausgabe) -> Iterable[Entsprechung]:
    modul = import_module(dokumenttyp(*von).__module__)
    erklaert: Mapping[Ausgabe, Iterable[Entsprechung]] = getattr(modul, "ENTSPRECHUNGEN", {})
    return erklaert.get(zu, ())


def _aufgeloest(erklaerte: Iterable[Entsprechung], hier: Gliederung, dort: Gliederung) -> Iterator[Paar]:
    """Turn declarations into pairs.

    Raises:
        KeyError: A declaration names a question that is not in its outline.
    """
    fragen_hier = {frage.pfad: frage for frage in hier.fragen}
    fragen_dort = {frage.pfad: frage for frage in dort.fragen}
    for eine in erklaerte:
        frage = fragen_hier[tuple(eine.von.split("."))]
        andere = [fragen_dort[tuple(pfad.split("."))] for pfad in eine.zu]
        optionen = _optionen(frage, andere[0], eine.optionen) if eine.beziehung is Beziehung.AUSWAHL else {}
        zu = tuple(eins.pfad for eins in andere)
        yield Paar(frage.pfad, zu, eine.beziehung, eine.option, optionen, eine.erfuellt)


def _optionen(
    hier: FrageImText, dort: FrageImText, anders: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    from kmut_cli.documents.gliederung import optionen

    bekannt = optionen(dort.typ)
    return {name: anders.get(name, (name,) if name in bekannt else ()) for name in optionen(hier.typ)}


def _unveraendert(hier: FrageImText, dort: FrageImText) -> Paar:
    """Pair a question with the one in its place: option by option, if its options are no longer the same."""
    from kmut_cli.documents.gliederung import optionen

    if optionen(hier.typ) == optionen(dort.typ):
        return Paar(hier.pfad, (dort.pfad,), Beziehung.GLEICH)
    return Paar(hier.pfad, (dort.pfad,), Beziehung.AUSWAHL, optionen=_optionen(hier, dort, {}))


def _umgekehrt(paar: Paar, hier: Gliederung) -> Iterator[Paar]:
    """See a pair from its other end; what was planned and what is mentioned goes one way only."""
    from kmut_cli.documents.gliederung import optionen

    if not paar.uebertragbar:
        return
    frage = next(eine for eine in hier.fragen if eine.pfad == paar.zu[0])
    zurueck = {
        name: tuple(von for von, andere in paar.optionen.items() if name in andere) for name in optionen(frage.typ)
    }
    yield Paar(paar.zu[0], (paar.von,), paar.beziehung, optionen=zurueck if paar.beziehung is Beziehung.AUSWAHL else {})

"""Which entries of the log belong to a question of the report, and what they say together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kmut_cli.documents.veranstaltungsart import (
    EIGENE_ARTEN,
    EIGENE_ROLLEN,
    TREFFEN,
    Rolle,
    Veranstaltungsart,
)
from kmut_cli.documents.ziele import vereinfacht

if TYPE_CHECKING:
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung
    from kmut_cli.documents.zeitraum import Zeitraum

Arten = Collection[Veranstaltungsart] | None


class Netzwerkjahr(NamedTuple):
    """What the log says of one network in a year.

    Attributes:
        name: As the first entry writes it.
        rollen: Parts that the Koordinierungsstelle had, in the order of the entries.
        treffen: Number of entries.
    """

    name: str
    rollen: tuple[Rolle, ...]
    treffen: int


class Merkmal(NamedTuple):
    """What tells one entry of the log from another.

    Attributes:
        datum: Date or span.
        titel: Title, without case, spacing and quotes.
        ort: Place likewise; empty if none is given.
        beginn: Beginning, in minutes from midnight; None if it is not known.
    """

    datum: Zeitraum | None
    titel: str
    ort: str
    beginn: int | None = None

    @property
    def kern(self) -> tuple[Zeitraum | None, str]:
        """What must be the same in every case."""
        return self.datum, self.titel

    def gleicht(self, anderes: Merkmal) -> bool:
        """Whether both mean the same event: same date and title, and nothing that tells them apart."""
        return self.datum is not None and bool(self.titel) and self.kern == anderes.kern and not self.trennt(anderes)

    def trennt(self, anderes: Merkmal) -> bool:
        """Whether both name a place or a beginning, and not the same."""
        orte, zeiten = {self.ort, anderes.ort} - {""}, {self.beginn, anderes.beginn} - {None}
        return len(orte) > 1 or len(zeiten) > 1


def merkmal(eintrag: Veranstaltung) -> Merkmal:
    """Give what tells an entry from others."""
    beginn = eintrag.uhrzeit.von if eintrag.uhrzeit else None
    return Merkmal(eintrag.datum, vereinfacht(eintrag.titel or ""), vereinfacht(eintrag.ort or ""), beginn)


def eigene(eintraege: Iterable[Veranstaltung], arten: Arten = None) -> list[Veranstaltung]:
    """Give the entries that are measures of one's own.

    Args:
        eintraege: Entries of a year.
        arten: Kinds that count; None for all but meetings.

    Returns:
        Entries with a title whose role says that the Koordinierungsstelle did more than take part; without a role those
        of the kinds asked for, else those whose kind says it.
    """
    return [eins for eins in eintraege if eins.titel and _ist_eigene(eins, arten)]


def _ist_eigene(eins: Veranstaltung, arten: Arten) -> bool:
    if eins.rolle is None:
        return eins.art in (EIGENE_ARTEN if arten is None else arten)
    return eins.rolle in EIGENE_ROLLEN and (eins.art not in TREFFEN if arten is None else eins.art in arten)


def ohne_rolle(eintraege: Iterable[Veranstaltung], arten: Arten = None) -> list[Veranstaltung]:
    """Give the entries of which nobody can tell whether they are measures of one's own; none where kinds are asked for."""
    unklar = [eins for eins in eintraege if eins.titel and eins.rolle is None and not eins.netzwerk]
    return [eins for eins in unklar if eins.art not in EIGENE_ARTEN | TREFFEN] if arten is None else []


def ohne_netzwerk(eintraege: Iterable[Veranstaltung], arten: Arten = None) -> list[Veranstaltung]:
    """Give the meetings of networks that do not say of which."""
    treffen = Veranstaltungsart.netzwerktreffen
    return [eins for eins in eintraege if eins.art is treffen and not (eins.netzwerk or "").strip()]


def zielgruppen(eintraege: Iterable[Veranstaltung], arten: Arten = None) -> list[str]:
    """Give each target group of one's own measures once, in the order in which they come up."""
    alle = (gruppe.strip() for eins in eigene(eintraege, arten) for gruppe in eins.zielgruppen or [])
    return list({vereinfacht(gruppe): gruppe for gruppe in reversed([eins for eins in alle if eins])}.values())[::-1]


def netzwerke(eintraege: Sequence[Veranstaltung], arten: Arten = None) -> list[Netzwerkjahr]:
    """Give each network that the entries name once, in the order in which they come up."""
    je_name: dict[str, list[Veranstaltung]] = {}
    for eins in eintraege:
        if eins.netzwerk and eins.netzwerk.strip() and (arten is None or eins.art in arten):
            je_name.setdefault(vereinfacht(eins.netzwerk), []).append(eins)
    return [
        Netzwerkjahr(
            (treffen[0].netzwerk or "").strip(),
            tuple(dict.fromkeys(eins.rolle for eins in treffen if eins.rolle is not None)),
            len(treffen),
        )
        for treffen in je_name.values()
    ]

"""Finds people in texts, as texts write them: with „Frau“, inflected, across a line end, in the name of a file.

What is looked for are whole names, in either order, and surnames behind a form of address, with or without accents; also the
people's own addresses and telephone numbers. A first name alone, or a surname alone, is not found: „Klein“ and „Stark“ are
words too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kmut_cli.documents.vorlage.kontaktdaten import adressen, gehoert, ist_nummer, nummernmuster
from kmut_cli.documents.vorlage.namensmuster import ZUSAETZE, dateimuster, lies_namen, textmuster
from kmut_cli.documents.vorlage.schreibweise import Zerlegt, zerlegt

ERSATZ = "N. N. (Koordinierungsstelle)"
"""What stands in place of a name; fits where any name fits, in every case and gender."""

_TRENNER_IM_DATEINAMEN = re.compile(r"[-_./\\\u2010-\u2015,]")


@dataclass(frozen=True, slots=True)
class Namensfund:
    """A name in a text.

    Attributes:
        stelle: Offset in the text, in code points.
        laenge: Code points to mark: form of address and ending included.
        name: The person's name (or address, or number), as it stands in the list.
    """

    stelle: int
    laenge: int
    name: str


def finde_namen(text: str, namen: Iterable[str]) -> Iterator[Namensfund]:
    """Find people in a text.

    Args:
        text: Any text; accents may be composed or not, it is not changed.
        namen: „Erika Beispiel“, „Dr. Jördis Öztürk-Groß“ or „von der Lieth, Hans“; an own address or telephone number.

    Yields:
        Each place once, in the order of the text.
    """
    return _ohne_ueberlappung(_alle(text, tuple(namen)))


def finde_in_dateiname(weg: str, namen: Iterable[str]) -> Iterator[Namensfund]:
    """Find people in the name of a file, where hyphens, underscores and dots stand for blanks.

    Args:
        weg: Way to the file.
        namen: As for :func:`finde_namen`.
    """
    ganz = zerlegt(_TRENNER_IM_DATEINAMEN.sub(" ", weg))
    gesucht = ((eins, person) for eins in namen if (person := lies_namen(eins)) is not None)
    return _ohne_ueberlappung(
        _fund(ganz, treffer, eins) for eins, person in gesucht for treffer in dateimuster(person).finditer(ganz.text)
    )


def ohne_namen(text: str, namen: Iterable[str]) -> str:
    """Give a text in which :data:`ERSATZ` stands for each person."""
    teile, bis = [], 0
    for fund in finde_namen(text, namen):
        teile += [text[bis : fund.stelle], ERSATZ]
        bis = fund.stelle + fund.laenge
    return "".join([*teile, text[bis:]])


def _ohne_ueberlappung(funde: Iterable[Namensfund]) -> Iterator[Namensfund]:
    bis = 0
    for fund in sorted(funde, key=lambda eins: (eins.stelle, -eins.laenge)):
        if fund.stelle >= bis:
            yield fund
            bis = fund.stelle + fund.laenge


def _alle(text: str, namen: tuple[str, ...]) -> Iterator[Namensfund]:
    ganz, postfaecher = zerlegt(text), list(adressen(text))
    for name in namen:
        if "@" in name:
            for von, bis, adresse in postfaecher:
                if adresse.lower() == name.lower():
                    yield Namensfund(von, bis - von, name)
        elif ist_nummer(name):
            for treffer in nummernmuster(name).finditer(text):
                yield Namensfund(treffer.start(), treffer.end() - treffer.start(), name)
        elif (person := lies_namen(name)) is not None:
            yield from (_fund(ganz, eins, name) for eins in textmuster(person).finditer(ganz.text) if _ist_name(eins))
            yield from (Namensfund(von, bis - von, name) for von, bis, ort in postfaecher if gehoert(ort, person))


def _ist_name(treffer: re.Match[str]) -> bool:
    """Whether the surname is written as names are: „die Frau stark“ has none."""
    gruppen = treffer.groupdict()
    nachname = gruppen.get("nachname") or gruppen.get("umgekehrt") or treffer[0].split()[-1]
    return nachname[:1].isupper() or nachname.split()[0].lower() in ZUSAETZE


def _fund(ganz: Zerlegt, treffer: re.Match[str], name: str) -> Namensfund:
    beginn, ende = ganz.ort(*treffer.span())
    return Namensfund(beginn, ende - beginn, name)

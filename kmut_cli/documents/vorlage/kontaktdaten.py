"""E-mail addresses and telephone numbers that belong to one person, and where they stand in a text.

Which are whose: an address is somebody's own if the part before „@“ has a word of the name; that of an office has none. A
number beside a single named person is that person's, unless its extension is 0, which is the switchboard's (DIN 5008).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from kmut_cli.documents.vorlage.namensmuster import Personenname
from kmut_cli.documents.vorlage.schreibweise import einfach

# Not within a word, or each of its letters would be tried as a beginning.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMMER = re.compile(r"\+?[\d\s()/.\u2010-\u2015-]+")
_VORWAHL = re.compile(r"^(?:\+|00)49(?:0(?=\d))?")
_ZENTRALE = re.compile(r"[-/\u2010-\u2015]\s*0$")
_TRENNER = r"[\s()/.\u2010-\u2015-]*"
_KUERZESTES_WORT = 3
_KUERZESTE_NUMMER = 5


def ist_nummer(text: str) -> bool:
    """Whether a text is a telephone number and nothing else."""
    return _NUMMER.fullmatch(text) is not None and len(_ziffern(text)) >= _KUERZESTE_NUMMER


def eigene_adresse(adresse: str, namen: Collection[Personenname]) -> bool:
    """Whether an address is that of one of these people: a word of the name is in it, or it is made of the name."""
    teile = {form for teil in re.split(r"[-._+]", adresse.partition("@")[0]) for form in einfach(teil)}
    worte = {form for name in namen for wort in name.worte for form in einfach(wort) if len(form) >= _KUERZESTES_WORT}
    return "@" in adresse and (bool(teile & worte) or any(gehoert(adresse, name) for name in namen))


def eigene_nummer(nummer: str, namen: Collection[Personenname]) -> bool:
    """Whether the number beside the names is that of a person: there is one, and it is no switchboard's."""
    return len(namen) == 1 and ist_nummer(nummer) and _ZENTRALE.search(nummer.strip()) is None


def adressen(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each e-mail address with its beginning and end."""
    for treffer in _MAIL.finditer(text) if "@" in text else ():
        yield treffer.start(), treffer.end(), treffer[0]


def gehoert(adresse: str, name: Personenname) -> bool:
    """Whether an address is made of a name: the surname, or a part of it beside the first name or its initial."""
    teile = re.split(r"[._+]", adresse.partition("@")[0])
    gefunden = {form for teil in teile for form in einfach(teil)}
    vorn = {form for eins in name.vornamen[:1] for form in einfach(eins)}
    vorn |= {form[0] for form in vorn}
    hinten = einfach(name.nachname)
    stuecke = {form for teil in re.findall(r"\w+", name.nachname) for form in einfach(teil)} - hinten
    zusammen = {form for v in vorn for n in hinten for form in (v + n, n + v)}
    return not gefunden.isdisjoint(hinten | zusammen) or not (gefunden.isdisjoint(vorn) or gefunden.isdisjoint(stuecke))


@lru_cache(maxsize=64)
def nummernmuster(nummer: str) -> re.Pattern[str]:
    """Make the pattern of a number, with or without the country's code, however it is divided."""
    ziffern = re.sub(r"^0", "", _ziffern(nummer))
    return re.compile(
        rf"(?<![\d+])(?:(?:\+|00)49{_TRENNER}(?:\(0\))?{_TRENNER}|0)?" + _TRENNER.join(ziffern) + r"(?!\d)"
    )


def _ziffern(nummer: str) -> str:
    """Give the digits of a number as it is dialled within the country."""
    ohne_null = nummer.replace("(0)", "")
    ganz = ("+" if ohne_null.strip().startswith("+") else "") + re.sub(r"\D", "", ohne_null)
    return _VORWAHL.sub("0", ganz)

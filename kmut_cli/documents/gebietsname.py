"""Whether a name that people write means a body of the official table."""

from __future__ import annotations

import re
from collections.abc import Set

from kmut_cli.documents.gebiete import STAEDTE, Gebiet, Gebietstyp, gebiete
from kmut_cli.documents.vorschlag import als_schluessel

_STADT = frozenset(
    (
        "stadt",
        "stadtverwaltung",
        "landeshauptstadt",
        "hansestadt",
        "universitaetsstadt",
        "seestadt",
        "kreisfreie",
        "oldb",
    )
)
_KREIS = frozenset(("landkreis", "lk", "kreis", "kreisverwaltung", "region"))


def passt(name: str, gebiet: Gebiet) -> bool:
    """Whether a name may stand for a body.

    Args:
        name: As written: „Landkreis Rotenburg (Wümme)“, „LK Osnabrück“, „Stadt Oldenburg (Oldb)“, „Heidekreis“.
        gebiet: A row of the table.

    Returns:
        True if the name holds all words of the official one (what stands there in brackets may be left out) and does
        not call a city what is a county, or the other way round.
    """
    worte = set(als_schluessel(name).split("_"))
    if als_schluessel(name).split("_").count("oldenburg") > 1:
        worte.add("oldb")  # „Oldenburg (Oldenburg)“ is the city, as „Oldenburg (Oldb)“
    return kern(gebiet) <= worte and art_in(worte) in (None, _ist_stadt(gebiet))


def kandidaten(name: str) -> list[Gebiet]:
    """Give the bodies that exist and that a name may stand for; those with most words in common only."""
    gefunden = [gebiet for gebiet in gebiete().values() if not gebiet.aufgeloest and passt(name, gebiet)]
    meiste = max((len(kern(gebiet)) for gebiet in gefunden), default=0)
    return [gebiet for gebiet in gefunden if len(kern(gebiet)) == meiste]


def anrede(gebiet: Gebiet) -> str:
    """Name a body the way people write it: „Landkreis Osnabrück“, „Stadt Oldenburg (Oldb)“, „Region Hannover“."""
    ort = gebiet.name.partition(",")[0].replace("(Oldenburg)", "(Oldb)")
    if gebiet.typ in (None, Gebietstyp.landkreis):
        return f"{Gebietstyp.landkreis.titel} {ort}" if "," in gebiet.name else ort
    if gebiet.typ is Gebietstyp.region:
        return ort
    return f"{Gebietstyp.landeshauptstadt.titel if gebiet.typ is Gebietstyp.landeshauptstadt else 'Stadt'} {ort}"


def kern(gebiet: Gebiet) -> set[str]:
    """The words that tell the body from others: „Rotenburg (Wümme), Landkreis“ → rotenburg."""
    ort = re.sub(r"\(.*?\)", "", gebiet.name.partition(",")[0])
    return set(als_schluessel(ort).split("_")) - {"region"}


def art_in(worte: Set[str]) -> bool | None:
    """Whether words speak of a city (True) or a county (False); None if of neither or of both."""
    stadt, kreis = bool(worte & _STADT), bool(worte & _KREIS)
    return None if stadt == kreis else stadt


def _ist_stadt(gebiet: Gebiet) -> bool:
    return gebiet.typ in STAEDTE

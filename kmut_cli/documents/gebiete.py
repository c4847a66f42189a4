"""The bodies that may have a Koordinierungsstelle, with their official keys (AGS).

Source: the official register of municipalities (Gemeindeverzeichnis); 36 Landkreise, Region Hannover, 8 kreisfreie Städte,
Landeshauptstadt Hannover and Stadt Göttingen. The row 03999 is the invented Landkreis of the examples.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kmut_cli.documents.option import Option


class Gebietstyp(Option):
    """Kind of a body."""

    landkreis = "Landkreis"
    region = "Region"
    kreisfreie_stadt = "kreisfreie Stadt"
    landeshauptstadt = "Landeshauptstadt"
    stadt = "Stadt mit Sonderstatus"


# A city has no municipalities of its own, whatever its rank.
STAEDTE = frozenset({Gebietstyp.kreisfreie_stadt, Gebietstyp.landeshauptstadt, Gebietstyp.stadt})

NACHFOLGER = {"03152": "03159", "03156": "03159"}
"""AGS of a dissolved body → AGS of the one that it is part of now (law of 2015 on the merger of Göttingen and Osterode)."""
AUFGELOEST_AM = "1. November 2016"
BEISPIEL = "03999"
"""AGS of the invented body of the examples, which is none of the 47."""


class Gebiet(NamedTuple):
    """One row of the table.

    Attributes:
        ags: Official key, 5 digits, or 8 for the two cities inside a county.
        name: Name as the register writes it, such as „Osnabrück, Landkreis“.
        typ: Kind; None for a body that was dissolved.
    """

    ags: str
    name: str
    typ: Gebietstyp | None

    @property
    def aufgeloest(self) -> bool:
        """Whether the body no longer exists."""
        return self.typ is None


@cache
def gebiete() -> dict[str, Gebiet]:
    """Give the table, by AGS."""
    from importlib.resources import files  # not at start-up: it brings half the archive formats along

    typen = {typ.titel: typ for typ in Gebietstyp}
    text = files("kmut_cli").joinpath("daten/ags_niedersachsen.tsv").read_text("utf-8")
    zeilen = (zeile.split("\t") for zeile in text.splitlines()[1:] if zeile)
    return {ags: Gebiet(ags, name, typen.get(typ)) for ags, name, typ, _foerderfaehig in zeilen}

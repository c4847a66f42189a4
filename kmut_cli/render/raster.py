"""A question with the same options in each of its rows: printed as a table of boxes."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from kmut_cli.documents.antworten import Erlaeutert
from kmut_cli.documents.eins_oder_liste import listenzweig
from kmut_cli.documents.gliederung import antworttyp, optionen, teile
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.documents.option import Option
from kmut_cli.render.presentation import Kaestchen, Tabelle, Zelle

ZEILE, MOEGLICHKEIT = 5, 3  # relative widths of the column of labels and that of an option


def ist_raster(typ: type[Teile]) -> bool:
    """Whether all parts of an answer are lists of the same options."""
    arten = {_optionen_der_zeile(info.annotation) for info in typ.model_fields.values()}
    return len(arten) == 1 and None not in arten


def raster(typ: type[Teile], wert: Teile | None, pfad: str) -> Tabelle:
    """Give the table of boxes.

    Args:
        typ: Type of the answer.
        wert: The answer; None if there is none.
        pfad: Its path in the YAML, for the tags of the boxes.
    """
    alle = teile(typ)
    spalten = optionen(next(iter(typ.model_fields.values())).annotation)
    zeilen: list[tuple[Zelle, ...]] = []
    for name, teil in alle.items():
        eins = getattr(wert, name, None)
        gewaehlt = (eins.antwort if isinstance(eins, Erlaeutert) else eins) or []
        namen = {option.name for option in gewaehlt} if isinstance(gewaehlt, list) else set()
        kaestchen = (Kaestchen("", option in namen, f"{pfad}.{name}.{option}") for option in spalten)
        zeilen.append((teil.mit_code, *kaestchen))
    return Tabelle(("", *spalten.values()), tuple(zeilen), (ZEILE, *(MOEGLICHKEIT for _ in spalten)))


def _optionen_der_zeile(annotation: Any) -> type[Option] | None:
    typ = antworttyp(annotation)
    typ = listenzweig(typ) or typ
    if get_origin(typ) is not list:
        return None
    [eintrag] = get_args(typ)
    return eintrag if ist_typ(eintrag, Option) else None

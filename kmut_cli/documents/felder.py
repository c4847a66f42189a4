"""Which keys a type knows at a place: only asked when something is wrong there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, get_args, get_origin

from kmut_cli.documents.modell import Modell, ist_typ
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.findings.finding import Loc


def modelle(annotation: Any) -> Iterator[type[Modell]]:
    """Give all models that an annotation allows, through unions, lists and ``Annotated``."""
    if ist_typ(annotation, Modell):
        yield annotation
    else:
        for teil in get_args(annotation):
            yield from modelle(teil)


def bekannte_schluessel(typ: type[Modell], pfad: Loc) -> list[str]:
    """Give the keys that are known at a place, in the order of their declaration.

    Args:
        typ: The type of the whole file.
        pfad: Keys and list indices to the mapping.
    """
    # One item of a list is as good as another, and a file may have thousands with the same mistake.
    return list(_bekannte_schluessel(typ, tuple(0 if isinstance(teil, int) else teil for teil in pfad)))


@lru_cache(maxsize=1000)
def _bekannte_schluessel(typ: type[Modell], pfad: Loc) -> tuple[str, ...]:
    hier: list[Any] = [typ]
    for teil in pfad:
        if isinstance(teil, int):
            hier = [eins for annotation in hier for eins in _elemente(annotation)]
        else:
            offen = (modell for annotation in hier for modell in _ohne_listen(annotation))
            hier = [modell.model_fields[teil].annotation for modell in offen if teil in modell.model_fields]
    modelle_hier = (modell for annotation in hier for modell in _ohne_listen(annotation))
    return tuple(dict.fromkeys(name for modell in modelle_hier for name in modell.model_fields))


def _ohne_listen(annotation: Any) -> Iterator[type[Modell]]:
    if get_origin(annotation) is not list:
        if ist_typ(annotation, Modell):
            yield annotation
        for teil in get_args(annotation):
            yield from _ohne_listen(teil)


def _elemente(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is list:
        yield from get_args(annotation)
    else:
        for teil in get_args(annotation):
            yield from _elemente(teil)


def alle_pfade(typ: type[Modell], pfad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give the paths of all keys of a type, outer before inner."""
    for name, info in typ.model_fields.items():
        yield (*pfad, name)
        for modell in modelle(info.annotation):
            yield from alle_pfade(modell, (*pfad, name))


def heimat(typ: type[Modell], wort: str) -> Iterator[tuple[str, ...]]:
    """Give the places where a key of this name belongs."""
    return iter(_heimaten(typ).get(als_schluessel(wort), ()))


@cache
def _heimaten(typ: type[Modell]) -> dict[str, list[tuple[str, ...]]]:
    je_name: dict[str, list[tuple[str, ...]]] = {}
    for pfad in alle_pfade(typ):
        je_name.setdefault(pfad[-1], []).append(pfad)
    return je_name

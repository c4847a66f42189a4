"""Validation that does not stop at the first error: what is right is kept, what is wrong is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from kmut_cli.findings.finding import Loc


class Fehler(NamedTuple):
    """A value that does not fit.

    Attributes:
        ort: Its place in the file.
        art: Pydantic's error type.
        wert: What stands there.
        kontext: Details of the error.
    """

    ort: Loc
    art: str
    wert: Any
    kontext: Mapping[str, Any]


class Validiert(NamedTuple):
    """What validation made of plain data.

    Attributes:
        modell: The model of all that is right; None if nothing can be made of it.
        daten: The plain data that the model was made of.
        fehler: Everything wrong.
        fehlerhaft: Places that are wrong, and those that had to be left out with them.
    """

    modell: Any
    daten: dict[str, Any]
    fehler: tuple[Fehler, ...]
    fehlerhaft: frozenset[Loc]


def validiere(typ: type[BaseModel], daten: dict[str, Any]) -> Validiert:
    """Validate; where something is wrong, again without it, so that the rest can still be checked.

    Args:
        typ: What the data shall be.
        daten: Mappings, lists, texts and None.
    """
    modell, alle = _versuche(typ, daten)
    entfernt: set[Loc] = set()
    rest, fehler = daten, alle
    while fehler:
        # What a mapping was chosen by, or needs, may be gone after the first round; then it goes as a whole.
        geblieben: dict[Loc, list[int]] = {}
        in_daten = (_urspruenglich(eins.ort, daten, entfernt, geblieben) for eins in fehler)
        orte = {_zu_entfernen(daten, ort, entfernt) for ort in in_daten}
        if () in orte:
            break
        entfernt |= orte
        ringsum = {ort[:stufe] for ort in entfernt for stufe in range(len(ort))}
        rest = _ohne(daten, entfernt, ringsum, ())
        modell, fehler = _versuche(typ, rest)
    return Validiert(modell, {} if modell is None else rest, alle, frozenset({eins.ort for eins in alle} | entfernt))


def _versuche(typ: type[BaseModel], daten: dict[str, Any]) -> tuple[Any, tuple[Fehler, ...]]:
    try:
        return typ.model_validate(daten), ()
    except ValidationError as fehler:
        alle = fehler.errors(include_url=False)
    return None, tuple(Fehler(_pfad(daten, e["loc"]), e["type"], e["input"], e.get("ctx", {})) for e in alle)


def _pfad(daten: Any, loc: Loc) -> Loc:
    """Keep of Pydantic's path what is a key or index of the file: tags of unions, and its mark of a wrong key, are none."""
    pfad: list[str | int] = []
    for teil in loc:
        if (
            isinstance(teil, str)
            and (teil.startswith("=") or teil == "[key]")
            and not (isinstance(daten, dict) and teil in daten)
        ):
            continue
        pfad.append(teil)
        daten = _kind(daten, teil)
    return tuple(pfad)


def _kind(hier: Any, teil: str | int) -> Any:
    try:
        return hier[teil]
    except (KeyError, IndexError, TypeError):
        return None


def _urspruenglich(ort: Loc, daten: Any, entfernt: set[Loc], geblieben: dict[Loc, list[int]]) -> Loc:
    """Give a place of the rest as a place of the whole: items that were left out of a list count again.

    Args:
        ort: Place in the rest.
        daten: The whole.
        entfernt: What was left out of it.
        geblieben: For each list that was asked about, which items are left; filled here, once for all its items.
    """
    if not entfernt:
        return ort
    ganz: Loc = ()
    for teil in ort:
        if isinstance(teil, int) and isinstance(daten, list):
            if ganz not in geblieben:
                geblieben[ganz] = [nummer for nummer in range(len(daten)) if (*ganz, nummer) not in entfernt]
            teil = geblieben[ganz][teil]
        ganz = (*ganz, teil)
        daten = _kind(daten, teil)
    return ganz


def _zu_entfernen(daten: Any, ort: Loc, entfernt: set[Loc]) -> Loc:
    """Give the place itself, or the nearest around it that is there and not left out yet."""
    while ort and (ort in entfernt or not _gibt_es(daten, ort)):
        ort = ort[:-1]
    return ort


def _gibt_es(daten: Any, ort: Loc) -> bool:
    for teil in ort:
        if isinstance(daten, dict):
            if teil not in daten:
                return False
        elif not isinstance(daten, list) or not isinstance(teil, int) or teil >= len(daten):
            return False
        daten = daten[teil]
    return True


def _ohne(wert: Any, entfernt: set[Loc], ringsum: set[Loc], ort: Loc) -> Any:
    """Give a value without what is left out; parts in which nothing is left out are taken as they are."""
    if ort not in ringsum:
        return wert
    if isinstance(wert, dict):
        bleibt = ((name, eins, (*ort, name)) for name, eins in wert.items())
        return {name: _ohne(eins, entfernt, ringsum, hier) for name, eins, hier in bleibt if hier not in entfernt}
    if isinstance(wert, list):
        orte = ((eins, (*ort, nummer)) for nummer, eins in enumerate(wert))
        return [_ohne(eins, entfernt, ringsum, hier) for eins, hier in orte if hier not in entfernt]
    return wert

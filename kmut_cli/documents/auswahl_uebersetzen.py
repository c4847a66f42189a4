"""A choice put into the options of another outline: a list of options, or parts answered with ja and nein."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.entsprechungen import Paar
from kmut_cli.documents.gliederung import Pfad
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.documents.zustand import ist_leer

JA = "ja"
Melde = Callable[[Pfad, str], None]
"""Called for what has no counterpart: keys to it within the answer, and the option or own entry."""
Benenne = Callable[[tuple[str, ...], tuple[str, ...]], None]
"""Called with options chosen here that have another key over there, and with those keys."""


def auswahl_uebersetzt(daten: Any, wert: Any, paar: Paar, dort: Any, melde: Melde, benenne: Benenne) -> Any:
    """Give a choice in the options of the other outline.

    Args:
        daten: The choice as plain data, without an explanation of the whole.
        wert: The same as validated: a list of options, one option, or parts with ja and nein.
        paar: The questions with their options.
        dort: Type of the answer over there.
        melde: Is told of each option that has no counterpart, and of explanations that find no place.
        benenne: Is told of options that have another key over there.

    Returns:
        Plain data; None if nothing of it has a counterpart.
    """
    als_gruppe = ist_typ(dort, Teile)
    hier = _aus_gruppe(daten, wert, auch_nein=als_gruppe) if isinstance(wert, Teile) else _aus_liste(daten)
    dortige, ohne = paar.uebersetzt(tuple(hier))
    for name in ohne:
        eigener = hier[name].get(name) if isinstance(hier[name], dict) else None
        melde((), f"{name}: {eigener}" if isinstance(eigener, str) else name)
    je_dort: dict[tuple[str, ...], list[str]] = {}
    for name in hier:
        if (andere := tuple(paar.optionen.get(name, ()))) not in ((), (name,)):
            je_dort.setdefault(andere, []).append(name)
    for andere, namen in je_dort.items():
        benenne(tuple(namen), andere)
    neu = {dortig: eins for name, eins in hier.items() for dortig in paar.optionen.get(name, ())}
    neu = {name: neu[name] for name in dortige}
    if als_gruppe:
        return {name: eins if isinstance(wert, Teile) else JA for name, eins in neu.items()} or None
    if isinstance(wert, Teile):
        for name in hier:
            if name not in ohne and isinstance(getattr(wert, name), Erlaeutert | Entfaellt):
                melde((name, "erlaeuterung"), "")
        return list(neu) or None
    return [_eigener(name, eins) if isinstance(eins, dict) else name for name, eins in neu.items()] or None


def _aus_gruppe(daten: dict[str, Any], wert: Teile, *, auch_nein: bool) -> dict[str, Any]:
    """Give the parts that are answered with ja, with ``auch_nein`` all that are answered."""
    alle = {name: getattr(wert, name) for name in daten}
    return {
        name: daten[name]
        for name, eins in alle.items()
        if not ist_leer(eins) and (auch_nein or (eins.antwort if isinstance(eins, Erlaeutert) else eins) is True)
    }


def _aus_liste(daten: Any) -> dict[str, Any]:
    """Give what is chosen: by the key of the option, an own entry as the mapping that it is."""
    eintraege = daten if isinstance(daten, list) else [daten]
    return {next(iter(eins)) if isinstance(eins, dict) else eins: eins for eins in eintraege if eins}


def _eigener(name: str, eintrag: dict[str, Any]) -> dict[str, Any]:
    """Write an own entry (``{sonstiges: …}``) below the key that it has over there."""
    return {name: next(iter(eintrag.values()))}

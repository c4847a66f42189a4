"""Whether a question or part is owed, where that depends on what was answered before."""

from __future__ import annotations

from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.frage import Bedingung
from kmut_cli.documents.option import Option

_SONSTIGES = next(iter(Sonstiges.model_fields))


def ist_erfuellt(umgebung: Any, bedingung: Bedingung) -> bool | None:
    """Tell whether a condition is met.

    Args:
        umgebung: The section, or the answer made of parts, in which the other question stands.
        bedingung: The condition.

    Returns:
        None as long as the other question is not answered.
    """
    gewaehlt = _gewaehlt(getattr(umgebung, bedingung.frage, None))
    return None if gewaehlt is None else not gewaehlt.isdisjoint(bedingung.eine_von)


def _gewaehlt(wert: Any) -> set[str] | None:
    if isinstance(wert, Erlaeutert):
        wert = wert.antwort
    if wert is None or wert == []:
        return None
    if isinstance(wert, Entfaellt):
        return set()
    return {_schluessel(eins) for eins in (wert if isinstance(wert, list) else [wert])}


def _schluessel(wert: Any) -> str:
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, Option):
        return wert.name
    return _SONSTIGES if isinstance(wert, Sonstiges) else str(wert)

"""The changes of the YAML file that put values in where they belong, and new numbers in place of former ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kmut_cli.documents.laden import Geladen
from kmut_cli.source.edit import Append, Change, Insert, Set
from kmut_cli.workspace.monitoring.abgleich import Herkunft, Urteil, Vergleich
from kmut_cli.workspace.monitoring.zeiten import lies_zeit

_WERTE = "werte"


def aenderungen(stand: Geladen, vergleiche: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    """Give the changes.

    Args:
        stand: The file as it is now.
        vergleiche: Values that are new, and those that take the place of one that stands in this file.
        herkunft: Where they come from.
    """
    daten = stand.source.data if isinstance(stand.source.data, dict) else {}
    eintraege = daten.get(_WERTE)
    neue = [eins for eins in vergleiche if eins.urteil is Urteil.NEU]
    # First what changes in its place, for what comes in moves the places behind it.
    return [
        *_revisionen(stand, vergleiche, herkunft),
        *_neue(eintraege if isinstance(eintraege, list) else [], neue, herkunft),
    ]


def _revisionen(stand: Geladen, vergleiche: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    changes: list[Change] = []
    for eins in vergleiche:
        if eins.urteil is Urteil.REVISION and eins.fund is not None and eins.fund.nummer is not None:
            loc = (_WERTE, eins.fund.nummer)
            changes.append(Set(loc, eins.revidiert(herkunft, stand.source.as_written(loc))))
    return changes


def _neue(eintraege: Sequence[Any], neue: Sequence[Vergleich], herkunft: Herkunft) -> list[Change]:
    """Put values behind those of the same indicator that are not later, else at the end."""
    folgen = [_folge(eins) for eins in eintraege]
    changes: list[Change] = []
    for eins in neue:
        folge = (eins.nummer, eins.roh.zeit)
        eigene = [stelle for stelle, andere in enumerate(folgen) if andere[0] == eins.nummer]
        stelle = len(folgen)
        if eigene:
            stelle = next((hier for hier in eigene if folgen[hier][1] > eins.roh.zeit), eigene[-1] + 1)
        daten = eins.daten(herkunft)
        changes.append(Append((_WERTE,), daten) if stelle == len(folgen) else Insert((_WERTE, stelle), daten))
        folgen.insert(stelle, folge)
    return changes


def _folge(roh: Any) -> tuple[str, str]:
    """Give indicator and time of an entry from its plain data; empty where it cannot be read."""
    if not isinstance(roh, dict):
        return "", ""
    return str(roh.get("indikator") or "").strip(), lies_zeit(str(roh.get("zeit") or "")) or ""

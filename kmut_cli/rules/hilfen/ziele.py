"""The goals of a document."""

from __future__ import annotations

from kmut_cli.documents.ziele import Ziel
from kmut_cli.rules.hilfen.pfade import ZIEL_KUERZEL, ZIEL_TEXT, ZIELE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling


def alle_ziele(pruefling: Pruefling) -> list[Ziel]:
    """Give the goals of the document in their order."""
    namen = (ZIEL_KUERZEL[-1], ZIEL_TEXT[-1])
    paare = ([(getattr(ziel, name) or "").strip() for name in namen] for _loc, ziel in werte_an(pruefling, ZIELE))
    return [Ziel(kuerzel, text) for kuerzel, text in paare if kuerzel or text]

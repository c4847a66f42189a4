"""Goals and measures of a Handlungskonzept, and what their wrong examples begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Loc
from kmut_cli.rules.hilfen.pfade import PLANMASSNAHMEN, PLANZIELE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Massnahme, Ziel

KOPF = "dokument: handlungskonzept\n"
ZIEL = (
    "handlungsfelder:\n  - handlungsfeld: Ankommen\n    herausforderungen:\n"
    "      - herausforderung: Die ersten Wochen\n        ziele:\n          - ziel: Alle finden einen Sprachkurs\n"
)
MASSNAHME = ZIEL + "            massnahmen:\n              - massnahme: Kursplanung\n"
ZUSTAENDIG = "                zustaendig: Volkshochschule\n"
BEGINN = "                beginn: 2026\n"


def ziele(pruefling: Pruefling) -> Iterator[tuple[Loc, Ziel]]:
    """Give the goals that say anything, with their places."""
    return ((loc, ziel) for loc, ziel in werte_an(pruefling, PLANZIELE) if not ist_leer(ziel))


def massnahmen(pruefling: Pruefling) -> Iterator[tuple[Loc, Massnahme]]:
    """Give the measures that say anything, with their places."""
    return ((loc, eine) for loc, eine in werte_an(pruefling, PLANMASSNAHMEN) if not ist_leer(eine))


def offen(pruefling: Pruefling, loc: Loc, wert: Any) -> bool:
    """Whether nothing stands at a place, neither right nor wrong; what does not apply is said on purpose."""
    from kmut_cli.documents.antworten import Entfaellt

    fehlerhaft = any(ort[: len(loc)] == loc for ort in pruefling.geladen.fehlerhaft)
    return not isinstance(wert, Entfaellt) and ist_leer(wert) and not fehlerhaft


def genannt(loc: Loc, eintrag: Ziel | Massnahme) -> tuple[Loc, str]:
    """Give the place that names a goal or measure, and its name for a message."""
    feld = "ziel" if hasattr(eintrag, "ziel") else "massnahme"
    text = getattr(eintrag, feld)
    name = kurz(text or getattr(eintrag, "kuerzel", None) or ("Dieses Ziel" if feld == "ziel" else "Diese Maßnahme"))
    return ((*loc, feld) if text else loc), name

"""The parts of a Handlungskonzept, and what their wrong examples begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Loc
from kmut_cli.rules.hilfen.pfade import HANDLUNGSFELDER, PLANHERAUSFORDERUNGEN, PLANMASSNAHMEN, PLANZIELE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Handlungsfeld, Herausforderung, Massnahme, Ziel

_OHNE_NAMEN = {
    "handlungsfeld": "Dieses Handlungsfeld",
    "herausforderung": "Diese Herausforderung",
    "ziel": "Dieses Ziel",
    "massnahme": "Diese Maßnahme",
}
KOPF = "dokument: handlungskonzept\n"
FELD = "handlungsfelder:\n  - handlungsfeld: Ankommen\n"
ZIEL = FELD + (
    "    herausforderungen:\n"
    "      - herausforderung: Die ersten Wochen\n        ziele:\n          - ziel: Alle finden einen Sprachkurs\n"
)
MASSNAHME = ZIEL + "            massnahmen:\n              - massnahme: Kursplanung\n"
ZUSTAENDIG = "                zustaendig: Volkshochschule\n"
BEGINN = "                beginn: 2026\n"


def felder(pruefling: Pruefling) -> Iterator[tuple[Loc, Handlungsfeld]]:
    """Give the fields of action of a concept that say anything, with their places."""
    alle = werte_an(pruefling, HANDLUNGSFELDER) if hasattr(pruefling.dokument, "felder") else ()
    return ((loc, feld) for loc, feld in alle if not ist_leer(feld))


def herausforderungen(pruefling: Pruefling) -> Iterator[tuple[Loc, Herausforderung]]:
    """Give the challenges that say anything, with their places."""
    return ((loc, eine) for loc, eine in werte_an(pruefling, PLANHERAUSFORDERUNGEN) if not ist_leer(eine))


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


def genannt(loc: Loc, eintrag: Handlungsfeld | Herausforderung | Ziel | Massnahme) -> tuple[Loc, str]:
    """Give the place that names a part of the plan, and its name for a message."""
    feld = next(name for name in _OHNE_NAMEN if name in type(eintrag).model_fields)
    text = getattr(eintrag, feld)
    name = kurz(text or getattr(eintrag, "kuerzel", None) or _OHNE_NAMEN[feld])
    return ((*loc, feld) if text else loc), name

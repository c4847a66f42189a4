"""The plan of a Handlungskonzept as text: goals with their measures, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.render.gestaltung.konzepttabelle import (
    beginntext,
    endetext,
    indikatoren,
    zielangaben,
    zustaendigtext,
)

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Handlungsfeld, Herausforderung, Massnahme, Ziel

_EINZUG = "  "


def zielliste(ziele: list[Ziel]) -> str:
    """Write goals as a list in Markdown, with the measures of each as the list below it."""
    return "\n".join(_punkt(_ziel(eines)) for eines in ziele)


def ohne_herausforderungen(feld: Handlungsfeld) -> str:
    """Say that a field of action has no challenges, and why if that is on purpose."""
    if isinstance(feld.herausforderungen, Entfaellt):
        return f"Ohne Herausforderungen: {feld.herausforderungen.entfaellt.strip()}"
    return "Noch ohne Herausforderungen und Ziele."


def ohne_ziele(eine: Herausforderung) -> str:
    """Say that a challenge has no goals, and why if that is on purpose."""
    return f"Ohne Ziele: {eine.ziele.entfaellt.strip()}" if isinstance(eine.ziele, Entfaellt) else "Noch ohne Ziele."


def _ziel(ziel: Ziel) -> list[str]:
    """Give the paragraphs of a goal."""
    kuerzel = f"**{ziel.kuerzel.strip()}:** " if ziel.kuerzel and ziel.kuerzel.strip() else ""
    angaben = zielangaben(ziel)
    absaetze = [f"{kuerzel}{(ziel.ziel or '').strip()}", f"({'; '.join(angaben)})" if angaben else ""]
    if isinstance(ziel.massnahmen, Entfaellt):
        absaetze.append(f"Ohne Maßnahme: {ziel.massnahmen.entfaellt.strip()}")
    absaetze.append("\n".join(_punkt(_massnahme(eine)) for eine in als_liste(ziel.massnahmen)))
    return absaetze


def _massnahme(massnahme: Massnahme) -> list[str]:
    """Give the paragraphs of a measure."""
    angaben = {
        "Zuständig": zustaendigtext(massnahme, ", "),
        "Beginn": beginntext(massnahme),
        "Ende": endetext(massnahme),
        "Stand": kurztext(massnahme.stand),
    }
    zeile = "; ".join([f"{name}: {wert}" for name, wert in angaben.items() if wert] + indikatoren(massnahme))
    return [(massnahme.massnahme or "").strip(), (massnahme.anmerkung or "").strip(), zeile]


def _punkt(absaetze: list[str]) -> str:
    """Make paragraphs one point of a list."""
    text = "\n\n".join(filter(None, absaetze))
    return "- " + text.replace("\n", f"\n{_EINZUG}").replace(f"\n{_EINZUG}\n", "\n\n")

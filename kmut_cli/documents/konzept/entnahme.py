"""What the report's section 2.2 takes from the Handlungskonzept of the folder: ``{aus: handlungskonzept}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, JaNein
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.option import Option

if TYPE_CHECKING:
    from kmut_cli.documents.dokument import Dokument
    from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept, Massnahme


class Konzeptdatei(Option):
    """The file from which answers about the concept may be taken; a member's name is the kind of document."""

    handlungskonzept = "Handlungskonzept des Ordners"


def erstellt(konzept: Handlungskonzept, _bericht: Dokument) -> Any:
    """When it was made."""
    return konzept.erstellt


def fortgeschrieben(konzept: Handlungskonzept, _bericht: Dokument) -> Any:
    """When it was last revised."""
    return konzept.fortgeschrieben


def beschluss(konzept: Handlungskonzept, _bericht: Dokument) -> Any:
    """Who adopted it."""
    return konzept.beschluss


def leitgrundsaetze(konzept: Handlungskonzept, _bericht: Dokument) -> Any:
    """Whether it has guiding principles: yes if they stand there, no if it says why not, else nobody knows."""
    text = konzept.leitgrundsaetze
    if isinstance(text, Entfaellt):
        return Erlaeutert[JaNein](antwort=False, erlaeuterung=text.entfaellt)
    return True if text and text.strip() else None


def felder(konzept: Handlungskonzept, bericht: Dokument) -> list[str]:
    """Keys of the fields of action of the report's own edition that the concept covers, in official order."""
    from kmut_cli.documents.konzept.leitfelder import beruecksichtigt  # which walks all outlines

    gewaehlt = {eins.name for feld in konzept.felder for eins in feld.entspricht or []}
    return list(beruecksichtigt(gewaehlt, (bericht.dokument, bericht.gliederung)))


def terminiert(konzept: Handlungskonzept, _bericht: Dokument) -> Any:
    """Whether the measures have dates: with the numbers if only some have; nothing without measures."""
    alle = [eine for eine in konzept.massnahmen if not eine.aufgegeben]
    mit = sum(termin(eine) is not None for eine in alle)
    if not alle or mit in (0, len(alle)):
        return mit > 0 if alle else None
    text = f"Von {len(alle)} Maßnahmen {'hat eine' if mit == 1 else f'haben {mit}'} einen Termin."
    return Erlaeutert[JaNein](antwort=2 * mit > len(alle), erlaeuterung=text)


def wichtigste_ziele(konzept: Handlungskonzept, _bericht: Dokument) -> list[str]:
    """The goals marked as most important: by their mark where they have one."""
    wichtige = (ziel for ziel in konzept.ziele if ziel.wichtig)
    return [name for ziel in wichtige if (name := (ziel.kuerzel or ziel.ziel or "").strip())]


def termin(massnahme: Massnahme) -> Datum | None:
    """Give the date of a measure as the report asks for it: by when, else when it begins (the last time)."""
    if isinstance(massnahme.ende, Datum):
        return massnahme.ende
    return max(massnahme.beginne, key=lambda datum: datum.spaetestens, default=None)

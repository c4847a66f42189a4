"""What the report's section 2.1 takes from the Bestandsaufnahme of the folder: ``{aus: bestandsaufnahme}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.bezug import als_aufzaehlung
from kmut_cli.documents.option import Option

if TYPE_CHECKING:
    from kmut_cli.documents.bestandsaufnahme_2026 import Bestandsaufnahme
    from kmut_cli.documents.dokument import Dokument


class Bestandsdatei(Option):
    """The file from which answers about the Bestandsaufnahme may be taken; a member's name is the kind of document."""

    bestandsaufnahme = "Bestandsaufnahme des Ordners"


def vorgenommen(bestand: Bestandsaufnahme, _bericht: Dokument) -> Any:
    """When it was made as a whole."""
    return bestand.vorgenommen


def fortgeschrieben(bestand: Bestandsaufnahme, _bericht: Dokument) -> Any:
    """When it was last brought up to date."""
    return bestand.fortgeschrieben


def themen(bestand: Bestandsaufnahme, gefragt: Iterable[str]) -> dict[str, Any]:
    """Say of each topic whether there is an offer or a source about it, with what the inventory remarks on it.

    Args:
        bestand: The inventory.
        gefragt: Keys of the topics that the report asks for.

    Returns:
        Plain data of the answer by topic; empty if the inventory names neither offers nor sources.
    """
    belegt, anmerkungen = bestand.belegte_bereiche, bestand.anmerkungen
    return {thema: _erlaeutert(thema in belegt, anmerkungen.get(thema)) for thema in gefragt} if belegt else {}


def weitere_daten(bestand: Bestandsaufnahme, _bericht: Dokument) -> str | None:
    """The sources beyond the official areas, as a list."""
    return als_aufzaehlung(bestand.weitere_daten) or None


def _erlaeutert(antwort: bool, anmerkung: str | None) -> Any:
    return {"antwort": antwort, "erlaeuterung": anmerkung} if anmerkung else antwort

"""The block at the end of a new document that names the answers carried over: what ``kmut new --from`` writes there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kmut_cli.documents.dokument import UEBERNOMMEN
from kmut_cli.documents.geruest_text import umbrochen
from kmut_cli.documents.gliederung import Pfad
from kmut_cli.documents.uebernahme import MARKEN, fingerabdruck
from kmut_cli.findings.finding import dotted
from kmut_cli.source.emit import Style, entries

_HINWEISE = (
    "Diese Antworten stammen aus dem Dokument, das hier genannt ist, und noch hat sie niemand bestätigt. Stimmt eine"
    " noch, bestätigen Sie sie mit „kmut confirm“ oder in „kmut fill“. Stimmt sie nicht mehr, ändern Sie sie oben; dann"
    " gilt sie als Ihre.",
    "Den Block führt kmut. Er verschwindet mit der letzten Bestätigung.",
)


def uebernahmeblock(aus: str, antworten: Mapping[Pfad, Any]) -> str:
    """Write the block.

    The comments stand below its key, so that they go with it.

    Args:
        aus: The old document, as a path from the folder of ``kmut.yaml``, with slashes.
        antworten: The answers as they stand in the new document, by path of the question.

    Returns:
        Lines that end with a line feed, the first of them empty.
    """
    marken = {dotted(pfad): fingerabdruck(wert) for pfad, wert in antworten.items()}
    zeilen, _offen = entries({"aus": aus, MARKEN: marken}, 2, Style())
    hinweise = [zeile for text in _HINWEISE for zeile in umbrochen(text, "  # ", "  # ")]
    return "\n".join(["", f"{UEBERNOMMEN}:", *hinweise, *zeilen]) + "\n"

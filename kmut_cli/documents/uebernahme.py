"""Answers carried over from another document: which of them nobody has confirmed yet.

The document itself keeps, for each such answer, a fingerprint of what was carried over. So an answer that was changed by
hand needs no confirmation, whatever editor it was changed in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.stelle import daten_an
from kmut_cli.findings.finding import dotted

LAENGE = 10
MARKEN = "unbestaetigt"
"""Key below ``uebernommen`` where the fingerprints stand."""


def fingerabdruck(wert: Any) -> str:
    """Give a short mark of an answer: equal for equal plain data, whatever quotes or line breaks it is written with.

    Args:
        wert: The answer as plain data, as the reader gives it.

    Returns:
        Ten hexadecimal digits; they tell a change, and protect from nothing else.
    """
    text = json.dumps(wert, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LAENGE]


def ist_unbestaetigt(dokument: Dokument, daten: Any, pfad: tuple[str, ...]) -> bool:
    """Whether the answer to a question stands as it was carried over, and nobody has confirmed it.

    Args:
        dokument: The document; its ``uebernommen`` names what was carried over.
        daten: Plain data of its file.
        pfad: Path of the question.
    """
    marke = offene_marken(dokument).get(dotted(pfad))
    return marke is not None and marke == fingerabdruck(daten_an(daten, pfad))


def offene_marken(dokument: Dokument) -> Mapping[str, str]:
    """Give the fingerprints that the document keeps, by dotted path of the question."""
    uebernommen = dokument.uebernommen
    return uebernommen.unbestaetigt or {} if uebernommen is not None else {}

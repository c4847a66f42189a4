"""An entry typed in one line: „27./28.04.2015 10:00 Mainz: Bundeskonferenz der Integrationsbeauftragten“."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticCustomError

from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.zeitraum import Zeitraum

_ORT_HOECHSTENS = 40  # characters; what is longer before a colon is part of the title
_WORTE = 5  # of which a date or a time is made at most: „9 Uhr bis 11 Uhr“
_FUELLWORT = re.compile(r"(?i)(?:am|vom|um|von|ab|in)\s+")


def lies_zeile(text: str, *, mit_ort: bool = True) -> dict[str, str]:
    """Take a line apart.

    Args:
        text: ``DATE [TIME] [PLACE:] TITLE``; small words such as „am“, „um“ and „in“ may stand between.
        mit_ort: Whether a place may stand before a colon; False if it is known otherwise.

    Returns:
        What was found, by key of the log; without a date at the beginning, only the title.
    """
    datum, rest = _vorn(_ohne_fuellwort(" ".join(text.split())), Zeitraum.lies)
    if datum:
        # „ab 9 Uhr“ is a time by itself, „ab 9 Uhr bis 11 Uhr“ one without its first word.
        moeglich = [_vorn(eins, Uhrzeit.lies) for eins in (rest, _ohne_fuellwort(rest))]
        uhrzeit, rest = min(moeglich, key=lambda eine: len(eine[1]))
    else:
        uhrzeit = ""
    ort = ""
    if mit_ort and datum:
        vor, doppelpunkt, nach = rest.partition(": ")
        if doppelpunkt and 0 < len(vor) <= _ORT_HOECHSTENS and nach.strip():
            ort, rest = _ohne_fuellwort(vor), nach
    return {name: wert for name, wert in _angaben(datum, uhrzeit, ort, rest) if wert}


def _angaben(datum: str, uhrzeit: str, ort: str, titel: str) -> list[tuple[str, str]]:
    return [("datum", datum), ("uhrzeit", uhrzeit), ("ort", ort.strip(" ,")), ("titel", titel.strip())]


def _vorn(text: str, lies: Callable[[Any], Any]) -> tuple[str, str]:
    """Split what a reader understands off the beginning of a text, as much of it as possible."""
    worte = text.split(" ")
    for anzahl in range(min(_WORTE, len(worte)), 0, -1):
        stueck = " ".join(worte[:anzahl]).rstrip(",;:")
        try:
            lies(stueck)
        except PydanticCustomError as fehler:
            if fehler.type in ("datum_kalender", "zeitraum_folge"):
                return stueck, " ".join(worte[anzahl:])  # a date, if a wrong one: whoever validates it says so
            continue
        return stueck, " ".join(worte[anzahl:])
    return "", text


def _ohne_fuellwort(text: str) -> str:
    return _FUELLWORT.sub("", text, count=1) if _FUELLWORT.match(text) else text

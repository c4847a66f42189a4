"""An entry typed in one line: „27./28.04.2015 10:00 Mainz: Bundeskonferenz der Integrationsbeauftragten“."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticCustomError

from kmut_cli.documents.uhrzeit import Uhrzeit
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.workspace.veranstaltungen.schreibweisen import normiert

_ORT_HOECHSTENS = 40  # characters; what is longer before a colon is part of the title
_WORTE = 7  # of which a date or a time is made at most: „Do, den 12. bis 14. März 2026“
_FUELLWORT = re.compile(r"(?i)(?:am|vom|um|von|ab|in)\s+")

# What is meant as a time and is none: 25:00, 10.30, 14h30, 1030; behind a time also the rest of a span.
_ZEITVERSUCH = re.compile(
    r"(?i)(?:[0-9]{1,2}[:.][0-9]{1,2}(?:[:.][0-9]{2})?|[0-9]{1,2} ?h(?:[0-9]{2})?|(?:[01][0-9]|2[0-3])[0-5][0-9]"
    r"|[0-9]{1,2}(?= Uhr))(?: ?(?:[-–]|bis) ?[0-9]{1,2}(?:[:.][0-9]{1,2}|h[0-9]*)?)?(?: ?Uhr)?(?=[ ,;]|$)"
)
_JAHR = re.compile(r"(?:19|2[01])[0-9]{2}\b")
_REST_EINER_SPANNE = re.compile(r"(?i)(?:[-–]|bis) ?[0-9][0-9:.h]*(?: ?Uhr)?(?=[ ,;]|$)")
_ZAHL_VOR_ORT = re.compile(r"[0-9]{1,2}(?: ?(?:[-–]|bis) ?[0-9]{1,2})?(?= )")


def lies_zeile(text: str, *, mit_ort: bool = True) -> dict[str, str]:
    """Take a line apart.

    Args:
        text: ``DATE [TIME] [PLACE:] TITLE``; small words such as „am“, „um“ and „in“ may stand between.
        mit_ort: Whether a place may stand before a colon; False if it is known otherwise.

    Returns:
        What was found, by key of the log; without a date at the beginning, only the title. A wrong date or time is
        given as it stands: whoever validates it says so.
    """
    datum, rest = _vorn(_ohne_fuellwort(" ".join(text.split())), lambda stueck: Zeitraum.lies(normiert(stueck)))
    datum = normiert(datum)
    if datum:
        # „ab 9 Uhr“ is a time by itself, „ab 9 Uhr bis 11 Uhr“ one without its first word.
        moeglich = [_vorn(eins, Uhrzeit.lies) for eins in (rest, _ohne_fuellwort(rest))]
        uhrzeit, rest = min(moeglich, key=lambda eine: len(eine[1]))
    else:
        uhrzeit = ""
    ort = ""
    mit_ort = mit_ort and bool(datum)
    if datum:
        uhrzeit, rest = _keine_uhrzeit(uhrzeit, rest, mit_ort=mit_ort and _vor_ort(rest) is not None)
    if mit_ort and (geteilt := _vor_ort(rest)) is not None:
        ort, rest = _ohne_fuellwort(geteilt[0]), geteilt[1]
    return {name: wert for name, wert in _angaben(datum, uhrzeit, ort, rest) if wert}


def _vor_ort(text: str) -> tuple[str, str] | None:
    """Split a place and its colon off the beginning of a text; None if there is none."""
    vor, doppelpunkt, nach = f"{text} ".partition(": ")
    return (vor, nach.strip()) if doppelpunkt and 0 < len(vor) <= _ORT_HOECHSTENS else None


def _keine_uhrzeit(uhrzeit: str, rest: str, *, mit_ort: bool) -> tuple[str, str]:
    """Split off what is meant as a time and is none, so that it does not become part of a place or a title."""
    if uhrzeit:
        spanne = _REST_EINER_SPANNE.match(rest)
        return (f"{uhrzeit} {spanne[0]}", rest[spanne.end() :].lstrip(" ,;")) if spanne else (uhrzeit, rest)
    ohne = _ohne_fuellwort(rest)
    versuch = _ZEITVERSUCH.match(ohne)
    if versuch is not None and _JAHR.fullmatch(versuch[0]) and not mit_ort:
        return "", rest  # a title may begin with a year, a place does not
    if versuch is None and mit_ort:
        versuch = _ZAHL_VOR_ORT.match(ohne)
    return (versuch[0], ohne[versuch.end() :].lstrip(" ,;")) if versuch else ("", rest)


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

"""What of an answer belongs to one year only: dates, counts and texts of that year, told part by part."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.bezug import SPANNE, AusZeitraum
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.modell import Modell
from kmut_cli.findings.finding import Loc


class Grund(StrEnum):
    """Why something stays behind; ``{jahr}`` stands for the year of the old document."""

    DATUM = "Datum aus {jahr}"
    SPANNE = "Zeitraum aus {jahr}"
    ANZAHL = "Anzahl aus {jahr}"
    TEXT = "Text mit Zeitangabe aus {jahr}"
    EREIGNIS = "Einträge aus {jahr}"
    ANLAGE = "Anlage"
    FEHLERHAFT = "fehlerhaft"
    OHNE_GEGENSTUECK = "ohne Gegenstück"
    PASST_NICHT = "passt nicht in die neue Gliederung"


Melde = Callable[[Loc, Grund], None]
"""Called with the place within the answer and the reason for each part that stays behind."""


# Written out, or cut short where nothing else is meant: „Mai“ and „Jun“ begin other words.
_MONAT = (
    r"(?:(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)"
)
_ZEIT = rf"(?:{_MONAT}|Frühjahr|Frühling|Sommer|Herbst|Winter)"
_VERWEIS = "".join(rf"(?<!{wort}\s)" for wort in ("Abschnitt", "Kapitel", "Punkt", "Ziffer", "Nummer", r"Nr\."))


def nennt_jahr(text: str, jahr: int) -> bool:
    """Whether a text names a year, or a day of no year at all, which then is one of the year that the text is from.

    >>> [nennt_jahr(text, 2024) for text in ("Seit Mai 2024", "am 3.5.24", "2023/24", "seit 03/24", "Herbst ’24")]
    [True, True, True, True, True]
    >>> [nennt_jahr(text, 2024) for text in ("am 14.11.", "am 14. und 15. November", "am 3.5.2016", "14. November 2016")]
    [True, True, False, False]
    >>> [nennt_jahr(text, 2024) for text in ("20240 Personen", "seit 2016", "03/16", "siehe Abschnitt 2.2.", "24 Kurse")]
    [False, False, False, False, False]
    """
    return _jahresmuster(jahr).search(text) is not None


@cache
def _jahresmuster(jahr: int) -> re.Pattern[str]:
    kurz = f"{jahr % 100:02}"
    vorjahr = f"{jahr - 1}"
    return re.compile(
        rf"(?<![0-9]){jahr}(?![0-9])"
        rf"|(?<![0-9.])[0-9]{{1,2}}\.\s?[0-9]{{1,2}}\.\s?{kurz}(?![0-9])"
        rf"|(?<![0-9]){vorjahr}\s?[/–-]\s?{kurz}(?![0-9])"
        rf"|(?<![0-9/.,])(?:0?[1-9]|1[0-2])/{kurz}(?![0-9/])"
        rf"|(?<!\w){_ZEIT}\s+[’'‘]?{kurz}(?![0-9])"
        # A day without a year.
        rf"|{_VERWEIS}(?<![0-9.])(?:0?[1-9]|[12][0-9]|3[01])\.\s?(?:0?[1-9]|1[0-2])\.(?!\s?[0-9]{{4}}|[0-9])"
        rf"|(?<![0-9.])[0-9]{{1,2}}\.\s?{_MONAT}(?!\s+[’'‘]?[0-9]{{2}}(?:[0-9]{{2}})?(?![0-9]))"
    )


def bereinigt(daten: Any, wert: Any, jahr: int, melde: Melde, ort: Loc = ()) -> Any:
    """Give an answer without what belongs to one year.

    Of a group or an entry of a list only the part goes; the entry as a whole goes with a text that it is known by.

    Args:
        daten: The answer as plain data.
        wert: The same as validated.
        jahr: The year whose dates, counts and texts stay behind.
        melde: Is told of each part that does.
        ort: Place within the answer.

    Returns:
        Plain data; None if nothing is left.
    """
    if daten is None:
        return None
    grund = _grund(wert, jahr)
    if grund is not None:
        melde(ort, grund)
        return None
    if isinstance(wert, list) and isinstance(daten, list):
        eintraege = (
            bereinigt(d, w, jahr, melde, (*ort, nr)) for nr, (d, w) in enumerate(zip(daten, wert, strict=True))
        )
        return [eins for eins in eintraege if eins is not None] or None
    if isinstance(wert, Modell) and isinstance(daten, dict):
        return _gruppe(daten, wert, jahr, melde, ort)
    return daten


def _grund(wert: Any, jahr: int) -> Grund | None:
    if isinstance(wert, Datum):
        return Grund.DATUM if wert.jahr == jahr else None
    if isinstance(wert, int) and not isinstance(wert, bool):
        return Grund.ANZAHL  # the one type of answer that is a whole number in Python; hours are decimals
    if isinstance(wert, str):
        return Grund.TEXT if nennt_jahr(wert, jahr) else None
    return None


def _gruppe(daten: dict[str, Any], wert: Modell, jahr: int, melde: Melde, ort: Loc) -> dict[str, Any] | None:
    """Give a mapping without the parts that go, nothing if it is nothing without one of them."""
    gegangen: list[tuple[Loc, Grund]] = []
    rest = {}
    for name, eins in daten.items():
        if eins is not None and isinstance(wert, AusZeitraum) and name in SPANNE:
            melde((*ort, name), Grund.SPANNE)  # both ends go: with one of them alone it would be another span
            continue
        teil = bereinigt(eins, getattr(wert, name), jahr, lambda *was: gegangen.append(was), (*ort, name))
        if teil is not None:
            rest[name] = teil
    traegt = _tragende(wert)
    ohne = next(
        (grund for loc, grund in gegangen if len(loc) > len(ort) and loc[len(ort)] in traegt - rest.keys()), None
    )
    if ohne is not None:
        melde(ort, ohne)
        return None
    for loc, grund in gegangen:
        melde(loc, grund)
    return rest or None


def _tragende(wert: Modell) -> set[str]:
    """Name the parts without which the rest says nothing: the answer of an explanation, the name of an entry."""
    if isinstance(wert, Erlaeutert):
        return {"antwort"}
    if isinstance(wert, Entfaellt):
        return {"entfaellt"}
    return {name for name, teil in teile(type(wert)).items() if teil.pflicht and isinstance(getattr(wert, name), str)}

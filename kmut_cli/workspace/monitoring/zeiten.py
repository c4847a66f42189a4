"""Writes the times of official tables the way the monitoring does: a day, a year, a month, a span."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.kennzahlen.messwert import Messzeit
from kmut_cli.documents.zeitraum import Zeitraum

_MIT_UHRZEIT = re.compile(r"[ T]00:00(:00)?(\.0+)?Z?$")
_MONAT = re.compile(r"(?:MONAT)?(0[1-9]|1[0-2])")
_QUARTAL = re.compile(r"(?:QUART|QUARTAL|Q)0?([1-4])")


def lies_zeit(text: str) -> str | None:
    """Read a time.

    Args:
        text: Such as 2024, 2024-12-31, 31.12.2024, 2023/24 or 04/1991.

    Returns:
        ISO notation, spans with a slash: ``2024-12-31``, ``2023/2024``; None if it is no time.
    """
    text = _MIT_UHRZEIT.sub("", " ".join(text.split()))
    try:
        return iso(Messzeit.lies(text))
    except PydanticCustomError:
        return None


def iso(zeit: Zeitraum) -> str:
    """Write a day or a span as ISO 8601 does."""
    von, bis = als_iso(zeit.von), als_iso(zeit.bis)
    return von if von == bis else f"{von}/{bis}"


def als_iso(datum: Datum) -> str:
    """Write a date as ISO 8601 does, as exact as it is."""
    teile = [str(datum.jahr), *(f"{teil:02}" for teil in (datum.monat, datum.tag) if teil is not None)]
    return "-".join(teile)


def mit_teil(jahr: str, schluessel: str) -> str | None:
    """Join a year with the month or quarter that a variable of its own names.

    Args:
        jahr: What ``lies_zeit`` gave.
        schluessel: Code of the month or quarter, such as MONAT04 or QUART2.

    Returns:
        ``2024-04`` or ``2024-04/2024-06``; None if this is no part of a year.
    """
    if not re.fullmatch("[0-9]{4}", jahr):
        return None
    if treffer := _MONAT.fullmatch(schluessel):
        return f"{jahr}-{treffer[1]}"
    if treffer := _QUARTAL.fullmatch(schluessel):
        beginn = 3 * int(treffer[1]) - 2
        return f"{jahr}-{beginn:02}/{jahr}-{beginn + 2:02}"
    return None

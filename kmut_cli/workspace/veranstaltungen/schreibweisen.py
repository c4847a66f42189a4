"""Dates as people and programs write them beyond the forms of the file: „Do, 12. März 2026“, „12.3.26“."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from kmut_cli.documents.zeitraum import Zeitraum

_MONATE = (
    "jan(?:uar)?|jänner", "feb(?:ruar)?", "mär(?:z)?|maerz|mrz", "apr(?:il)?", "mai", "juni?", "juli?", "aug(?:ust)?",
    "sept?(?:ember)?", "okt(?:ober)?", "nov(?:ember)?", "dez(?:ember)?",
)  # fmt: skip
_MONAT = re.compile(
    r"(?P<tag>[0-9]\.?)?[ ]*\b(?:" + "|".join(f"(?P<m{nr}>{form})" for nr, form in enumerate(_MONATE, 1)) + r")\b\.?[ ]*",
    re.IGNORECASE,
)
_WOCHENTAG = re.compile(
    r"(?i)(?:(?:mo|di|mi|do|fr|sa|so)\b\.?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b)"
    r"[ ]*,?[ ]*(?:(?:den|der|dem)[ ]+)?"
)
_KURZES_JAHR = re.compile(r"(?<![0-9])([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})(?![0-9])")
_UND = re.compile(r"([0-9])\.[ ]*(?:und|u\.|&|\+)[ ]*([0-9]{1,2})(?=\.)")
_TAG_ODER_MONAT = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}(?![0-9:])[0-9./–-]*|[0-9]{1,2}\.[ ]*(?:und|u\.|&|\+|bis|-|–)[ ]*[0-9][^ ]*")
_AM_TAG = re.compile(r"(.*[0-9])(?:[ ]+|T)([0-9]{1,2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")


def normiert(text: str) -> str:
    """Write a date the way the file has it.

    Args:
        text: A date or span, perhaps with a weekday, the name of a month or a year of two digits (of this century).

    Returns:
        The date as the log writes it; ``text`` as it is if it needs no change or cannot be read.
    """
    kurz = _WOCHENTAG.sub("", " ".join(text.split()))
    kurz = _KURZES_JAHR.sub(r"\g<1>20\2", _MONAT.sub(_als_zahl, kurz))
    kurz = re.sub(r"(?<=[0-9]\.) (?=[0-9])", "", kurz)
    kurz = re.sub(r"^([0-9]{1,2})\.((?:19|2[01])[0-9]{2})$", r"\1/\2", kurz)  # of „März 2026“
    nachbarn = _UND.search(kurz)
    if nachbarn and int(nachbarn[2]) == int(re.split(r"[^0-9]", kurz[: nachbarn.start() + 1])[-1]) + 1:
        kurz = _UND.sub(r"\1./\2", kurz)
    if kurz == text:
        return text
    try:
        return str(Zeitraum.lies(kurz))
    except PydanticCustomError as fehler:
        return kurz if fehler.type in ("datum_kalender", "zeitraum_folge") else text


def datumsversuch(text: str) -> str:
    """Give what stands at the beginning of a text and looks like a date, whether it can be read or not; else nothing."""
    ohne = _WOCHENTAG.match(text)
    rest = text[ohne.end() :] if ohne else text
    treffer = _TAG_ODER_MONAT.match(rest)
    if treffer is None:
        monat = _MONAT.search(rest)
        ende = monat.end() if monat and re.fullmatch(r"(?:[0-9]{1,2}\.?[ ]*)?", rest[: monat.start("m1") if 0 else _vor(monat)]) else 0
    else:
        ende = treffer.end()
    return text

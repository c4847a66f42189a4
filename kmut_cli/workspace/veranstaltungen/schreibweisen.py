"""Dates as people and programs write them beyond the forms of the file: „Do, 12. März 2026“, „12.3.26“."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from kmut_cli.documents.zeitraum import Zeitraum

_MONATE = (
    "jan(?:uar)?|jänner", "feb(?:ruar)?", "mär(?:z)?|maerz|mrz", "apr(?:il)?", "mai", "juni?", "juli?", "aug(?:ust)?",
    "sept?(?:ember)?", "okt(?:ober)?", "nov(?:ember)?", "dez(?:ember)?",
)  # fmt: skip
_MONAT = f"(?P<monat>{'|'.join(_MONATE)})\\b\\.?"
_JE_MONAT = tuple(re.compile(form, re.IGNORECASE) for form in _MONATE)
_TAG_UND_MONAT = re.compile(f"(?i)(?P<tag>[0-9]{{1,2}})\\.? ?{_MONAT} ?")
_MONAT_ALLEIN = re.compile(f"(?i){_MONAT} (?P<jahr>(?:19|2[01])[0-9]{{2}})")
_WOCHENTAG = re.compile(
    r"(?i)(?:(?:mo|di|mi|do|fr|sa|so)\b\.?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b)"
    r" ?,? ?(?:(?:den|der|dem) )?"
)
_KURZES_JAHR = re.compile(r"(?<![0-9])([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})(?![0-9])")
_UND = re.compile(r"(?<![0-9.])([0-9]{1,2})\. ?und ?([0-9]{1,2})(?=\.)")
# What is meant as a date, whether it can be read or not: two numbers, or a number and a month.
_VERSUCH = re.compile(
    rf"(?i)[0-9]{{1,2}}\.? ?(?:(?:und|u\.|bis|[-–/&+]) ?[0-9]{{1,2}}\.? ?)?{_MONAT}(?: [0-9]{{2,4}}\b)?"
    r"|[0-9]{1,2}\. ?(?:und|u\.|bis|[-–&+]) ?[0-9][0-9./]*|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9./–-]*"
)


def normiert(text: str) -> str:
    """Write a date the way the file has it.

    Args:
        text: A date or span, perhaps with a weekday, the name of a month, or a year of two digits (of this century).

    Returns:
        The date as the log writes it; ``text`` as it is if it needs no change or cannot be read.
    """
    kurz = _WOCHENTAG.sub("", " ".join(text.split()), count=1)
    kurz = _TAG_UND_MONAT.sub(lambda t: f"{t['tag']}.{_nummer(t['monat'])}.", kurz)
    kurz = _MONAT_ALLEIN.sub(lambda t: f"{_nummer(t['monat']):02}/{t['jahr']}", kurz)
    kurz = re.sub(r"(?<=[0-9]\.) (?=[0-9])", "", _KURZES_JAHR.sub(r"\g<1>20\2", kurz))
    # Two days that do not follow each other are two events, and no span.
    kurz = _UND.sub(lambda t: f"{t[1]}./{t[2]}" if int(t[2]) == int(t[1]) + 1 else t[0], kurz)
    if kurz == text:
        return text
    try:
        return str(Zeitraum.lies(kurz))
    except PydanticCustomError as fehler:
        return kurz if fehler.type in ("datum_kalender", "zeitraum_folge") else text


def datumsversuch(text: str) -> str:
    """Give what stands at the beginning of a line and is meant as a date; empty if nothing is."""
    wochentag = _WOCHENTAG.match(text)
    treffer = _VERSUCH.match(text, wochentag.end() if wochentag else 0)
    return text[: treffer.end()].strip() if treffer else ""


def _nummer(monat: str) -> int:
    return next(nummer for nummer, form in enumerate(_JE_MONAT, 1) if form.fullmatch(monat))

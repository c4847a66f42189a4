"""Reading what is typed for ``kmut init``, on the command line or when asked."""

from __future__ import annotations

import re
from datetime import date

from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import JAHR_BIS, JAHR_VON, lies_tag


def lies_frist(text: str) -> date:
    """Read a day.

    Raises:
        ValueError: It is none; the message is German and says what to write.
    """
    try:
        return lies_tag(text)
    except PydanticCustomError as fehler:
        if fehler.type == "datum_kalender":
            raise ValueError("Diesen Tag gibt es im Kalender nicht.") from None
        raise ValueError("Das ist kein Tag. Schreiben Sie ihn so: 31.03.2027 oder 2027-03-31.") from None


def lies_jahr(text: str) -> int:
    """Read a year.

    Raises:
        ValueError: It is none; the message is German.
    """
    text = text.strip()
    if re.fullmatch(r"[0-9]{4}", text) and JAHR_VON <= int(text) <= JAHR_BIS:
        return int(text)
    raise ValueError("Das ist kein Jahr. Schreiben Sie es mit vier Ziffern, z. B. 2026.")

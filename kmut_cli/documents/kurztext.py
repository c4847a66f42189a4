"""Short values as a German reader expects them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kmut_cli.documents.antworten import Entfaellt
from kmut_cli.documents.option import Option


def kurztext(wert: Any) -> str:
    """Write a short value as a reader expects it: dates by DIN 5008, numbers with comma, of several all."""
    if isinstance(wert, Entfaellt):
        return f"entfällt: {wert.entfaellt}"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, Option):
        return wert.titel
    if isinstance(wert, list):
        return ", ".join(kurztext(eins) for eins in wert)
    if isinstance(wert, int | Decimal):
        return zahl(wert)
    return "" if wert is None else str(wert)


def zahl(wert: int | Decimal) -> str:
    """Write a number the German way: comma, and from five digits on a no-break space every three."""
    ganz, _, rest = f"{wert:f}".partition(".") if isinstance(wert, Decimal) else (str(wert), "", "")
    if len(ganz) > 4:
        ganz = f"{int(ganz):,}".replace(",", "\u00a0")
    return f"{ganz},{rest}" if rest else ganz

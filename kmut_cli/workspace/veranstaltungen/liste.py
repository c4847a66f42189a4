"""The log, chosen and in order, for people and for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung
from kmut_cli.documents.veranstaltungsart import Veranstaltungsart
from kmut_cli.workspace.veranstaltungen.eintrag import FELDER
from kmut_cli.workspace.veranstaltungen.tabellendatei import SPALTEN

_FORMELZEICHEN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # some programs take the wide ones for the same
_ENGLISCH = {
    "ort": "place", "titel": "title", "art": "kind", "partner": "partners", "zielgruppen": "target_groups",
    "teilnehmende": "participants", "rolle": "role", "netzwerk": "network", "notiz": "note",
}  # fmt: skip


def auswahl(
    eintraege: Iterable[Veranstaltung], jahr: int | None = None, arten: Iterable[Veranstaltungsart] = ()
) -> list[Veranstaltung]:
    """Give entries in the order of their dates.

    Args:
        eintraege: Entries; those of one day stay in this order, those without a date come last.
        jahr: Only those of this year; None for all.
        arten: Only these kinds; none for all.
    """
    gewollt = set(arten)
    gewaehlt = [
        eins
        for eins in eintraege
        if (jahr is None or (eins.datum is not None and eins.datum.im_jahr(jahr)))
        and (not gewollt or eins.art in gewollt)
    ]
    datiert = [eins for eins in gewaehlt if eins.datum is not None]
    datiert.sort(key=lambda eins: eins.datum.folge if eins.datum is not None else ())
    return datiert + [eins for eins in gewaehlt if eins.datum is None]


def kommt_noch(eintrag: Veranstaltung, stichtag: date) -> bool:
    """Whether an entry is not over on a day: it ends on that day or later."""
    return eintrag.datum is not None and eintrag.datum.bis.spaetestens >= stichtag


def als_json(eintrag: Veranstaltung) -> dict[str, Any]:
    """Give an entry for machines; keys are English, dates those of ISO 8601, as exact as they are known."""
    datum = eintrag.datum
    werte = {englisch: getattr(eintrag, name) for name, englisch in _ENGLISCH.items()}
    return {
        "date": _iso(datum.von) if datum else None,
        "until": _iso(datum.bis) if datum else None,
        "time": str(eintrag.uhrzeit).removesuffix(" Uhr") if eintrag.uhrzeit else None,
        **{name: getattr(wert, "name", wert) for name, wert in werte.items()},
    }


def _iso(datum: Datum) -> str:
    teile = (f"{datum.jahr:04}", *(f"{zahl:02}" for zahl in (datum.monat, datum.tag) if zahl is not None))
    return "-".join(teile)


def als_csv(eintraege: Iterable[Veranstaltung]) -> str:
    """Give entries as a table that Excel opens and ``kmut log import`` reads; no cell can become a formula."""
    ziel = io.StringIO()
    schreiber = csv.writer(ziel, delimiter=";", lineterminator="\r\n")
    schreiber.writerow(SPALTEN[name][0].capitalize() for name in FELDER)
    for eins in eintraege:
        schreiber.writerow(_zelle(getattr(eins, name)) for name in FELDER)
    return "\ufeff" + ziel.getvalue()


def _zelle(wert: Any) -> str:
    # A large number is no text for readers here: without blanks every program reads it.
    text = "; ".join(wert) if isinstance(wert, list) else str(wert) if isinstance(wert, int) else kurztext(wert)
    gefaehrlich = text.lstrip().startswith(_FORMELZEICHEN) or text[:1].isspace() or text.startswith("'")
    return f"'{text}" if gefaehrlich else text

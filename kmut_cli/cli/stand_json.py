"""``kmut status --format json``: all that the text shows, with English keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kmut_cli.workspace.fristen import AUS_DATEI, AUS_REGEL
from kmut_cli.workspace.jahresstand import FEHLT, Jahresstand, Zeile
from kmut_cli.workspace.nachtrag import Nachtrag
from kmut_cli.workspace.uebersicht import prozent

_STATUS = {"entwurf": "draft", "final": "final", "fehlt": "missing", "unklar": "unknown"}
_HERKUNFT = {AUS_DATEI: "kmut.yaml", AUS_REGEL: "rule", "": None}


def stand_json(stand: Jahresstand, nachtraege: Sequence[Nachtrag]) -> dict[str, object]:
    """Give the state as plain data.

    Returns:
        ``today``, ``documents`` (rows in the order of the table), ``next_deadline`` (the first to come, else the
        first of those that have passed, or null),
        ``missing_deadlines`` (what to write where), ``git`` (null if git told everything, else message and help).
    """
    kommend = [eine for eine in stand.termine if not eine.ueberfaellig]
    return {
        "today": stand.heute.isoformat(),
        "documents": [_zeile(eine) for eine in stand.zeilen],
        "next_deadline": _termin((kommend or stand.termine)[0]) if stand.termine else None,
        "missing_deadlines": [_nachtrag(einer) for einer in nachtraege],
        "git": {"message": stand.git[0], "help": stand.git[1]} if stand.git else None,
    }


def _zeile(eine: Zeile) -> dict[str, Any]:
    return {
        "path": eine.name or None,
        "document": eine.art or None,
        "title": eine.titel or None,
        "year": eine.jahr,
        "status": _STATUS[eine.status],
        "answered": eine.beantwortet,
        "applicable": eine.anwendbar,
        "percent": prozent(eine.beantwortet, eine.anwendbar) if eine.anwendbar else None,
        "entries": eine.eintraege,
        "errors": eine.fehler,
        "unconfirmed": eine.unbestaetigt,
        "last_change": _aenderung(eine),
        "deadline": _frist(eine),
        "deadline_invalid": eine.frist_fehlerhaft,
        "create_with": f"kmut new {eine.art} {eine.jahr}" if eine.status == FEHLT else None,
    }


def _aenderung(eine: Zeile) -> dict[str, Any] | None:
    if eine.aenderung is None:
        return None
    return {
        "committed_at": eine.aenderung.zeit,
        "committed": eine.aenderung.eingecheckt,
        "modified_since": eine.aenderung.geaendert,
    }


def _frist(eine: Zeile) -> dict[str, Any] | None:
    if eine.frist.datum is None:
        return None
    return {
        "date": eine.frist.datum.isoformat(),
        "source": _HERKUNFT[eine.frist.herkunft],
        "days_left": eine.tage,
        "pending": eine.aussteht,
        "overdue": eine.ueberfaellig,
    }


def _termin(eine: Zeile) -> dict[str, Any]:
    datum = eine.frist.datum
    return {
        "document": eine.art,
        "year": eine.jahr,
        "date": datum.isoformat() if datum is not None else None,
        "days_left": eine.tage,
    }


def _nachtrag(einer: Nachtrag) -> dict[str, Any]:
    return {
        "title": einer.titel,
        "years": list(einer.jahre),
        "file": einer.datei,
        "where": einer.wo.value,
        "line": einer.zeile or None,
        "insert": list(einer.zeilen),
    }

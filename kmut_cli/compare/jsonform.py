"""A comparison as plain data for machines: keys in English, texts as they stand in the documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kmut_cli.compare.fundstellen import Fundstelle
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt, Planvergleich
from kmut_cli.compare.unterschied import Fragenvergleich, Seite, Unterschied, Vergleich


def vergleichsdaten(vergleiche: Sequence[Vergleich], hinweise: Sequence[str]) -> dict[str, Any]:
    """Give comparisons as plain data.

    Returns:
        ``notes`` and ``comparisons``, each ``old, new, identical, changed, head, questions``; a side is null if there
        is none. A question is ``number, section, question, location, old_location, change, invalid, differences``, a
        difference ``change, label, segments, parts, moved``. Segments that stayed or went make up the old text.
    """
    return {"notes": list(hinweise), "comparisons": [_vergleich(eins) for eins in vergleiche]}


def _vergleich(vergleich: Vergleich) -> dict[str, Any]:
    return {
        "old": _seite(vergleich.alt) if vergleich.alt else None,
        "new": _seite(vergleich.neu) if vergleich.neu else None,
        "identical": vergleich.gleiche_bytes,
        "changed": vergleich.geaendert,
        "head": [_unterschied(eins) for eins in vergleich.kopf],
        "questions": [_frage(frage) for frage in vergleich.fragen],
    }


def _seite(seite: Seite) -> dict[str, Any]:
    return {
        "path": seite.name,
        "document": seite.art,
        "edition": seite.ausgabe,
        "title": seite.titel,
        "errors": seite.befunde,
    }


def _frage(frage: Fragenvergleich) -> dict[str, Any]:
    return {
        "number": frage.nummer,
        "section": frage.abschnitt,
        "question": frage.wortlaut,
        "location": frage.pfad,
        "old_location": frage.pfad_alt,
        "change": frage.art.value,
        "invalid": frage.fehlerhaft,
        "differences": [_unterschied(eins) for eins in frage.unterschiede],
    }


def _unterschied(unterschied: Unterschied) -> dict[str, Any]:
    daten: dict[str, Any] = {
        "change": unterschied.art.value,
        "label": unterschied.name,
        "segments": [{"change": stueck.art.value, "text": stueck.text} for stueck in unterschied.stuecke],
        "parts": [_unterschied(teil) for teil in unterschied.teile],
        "moved": None,
    }
    if unterschied.plaetze:
        daten["moved"] = {"from": unterschied.plaetze[0], "to": unterschied.plaetze[1]}
    return daten


def plandaten(vergleich: Planvergleich, hinweise: Sequence[str]) -> dict[str, Any]:
    """Give a comparison of plan and report as plain data.

    Returns:
        ``notes, plan, report, only_in_report`` and, by the group's name, lists of ``what, question, location, report,
        places``.
    """
    return {
        "notes": [*hinweise, *vergleich.hinweise],
        "plan": _seite(vergleich.plan),
        "report": _seite(vergleich.bericht),
        **{gruppe.value: [_punkt(punkt) for punkt in vergleich.gruppe(gruppe)] for gruppe in Gruppe},
        "only_in_report": [_ort(ort) for ort in vergleich.nur_im_bericht],
    }


def _punkt(punkt: Planpunkt) -> dict[str, Any]:
    return {
        "what": punkt.was,
        "question": punkt.frage,
        "location": punkt.pfad,
        "report": punkt.bericht,
        "places": [_ort(ort) for ort in punkt.fundstellen],
    }


def _ort(ort: Fundstelle) -> dict[str, Any]:
    return {"number": ort.nummer, "section": ort.abschnitt, "location": ort.pfad}

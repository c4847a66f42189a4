"""An answer that is taken from another document: what it would be is shown before it is written."""

from __future__ import annotations

from typing import Any

from kmut_cli.cli.ausfuellen.anzeige import KURZ, umbrochen
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC, GELB
from kmut_cli.documents.antwortdaten import als_bezug, ist_bezug
from kmut_cli.documents.bezug import Bezug, Entnahmeweg
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.documents.kurzantwort import kurzantwort
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.stelle import daten_an, wert_an


def entnommen(geladen: Geladen, pfad: tuple[str, ...]) -> list[str]:
    """Give the lines of an answer that is taken from elsewhere: an entry on each.

    Args:
        geladen: The document, with that answer in place.
        pfad: Path of the question.

    Returns:
        Nothing if the answer is the author's own, or nothing is there to be taken.
    """
    wert = wert_an(geladen.dokument, pfad) if geladen.dokument is not None else None
    if wert is None or isinstance(wert, Bezug) or not ist_bezug(daten_an(geladen.source.data, pfad)):
        return []
    if isinstance(wert, str):
        return wert.rstrip("\n").split("\n")
    return [f"- {kurzantwort(eins)}" for eins in wert] if isinstance(wert, list) else [kurzantwort(wert)]


def uebernimm(k: Kontext, feld: Feld) -> None:
    """Ask from which document, show what comes of it, and write the reference.

    Raises:
        Zurueck: The person does not want it.
    """
    quelle = _waehle(k, feld)
    probe = k.schreiber.probe(k.frage, als_bezug(quelle))
    zeilen = entnommen(probe, k.frage) if probe is not None else []
    name = dateiname(k.schreiber.bearbeitung.geladen, feld, quelle)
    if zeilen:
        k.terminal.sage(f"Aus „{name}“ käme jetzt; ändert sich die Datei, ändert sich auch die Antwort:")
        zeige = zeilen if len(zeilen) <= 2 * KURZ + 1 else zeilen[: 2 * KURZ]
        for zeile in zeige:
            k.terminal.zeige("\n".join(f"  {stueck}" for stueck in umbrochen(zeile, k.terminal.breite - 2)))
        if len(zeige) < len(zeilen):
            k.terminal.zeige(f"  … und {len(zeilen) - len(zeige)} weitere Zeilen")
    jetzt = k.an(k.frage)
    if jetzt and jetzt != als_bezug(quelle):
        k.terminal.zeige("Die jetzige Antwort würde ersetzt.", GELB)
        nicht = "nicht ersetzen"
        if k.terminal.taste({"e": "ersetzen", ENTER: nicht, ESC: nicht}) != "e":
            raise Zurueck
    elif zeilen and k.terminal.taste({ENTER: "übernehmen", "t": "übernehmen", ESC: "zurück"}) == ESC:
        raise Zurueck
    k.setze(k.frage, als_bezug(quelle))


def _waehle(k: Kontext, feld: Feld) -> str:
    """Ask from which document the answer is to be taken, if there is a choice."""
    if len(feld.quellen) == 1:
        return feld.quellen[0]
    geladen = k.schreiber.bearbeitung.geladen
    tasten = {str(nummer): dateiname(geladen, feld, quelle) for nummer, quelle in enumerate(feld.quellen, 1)}
    taste = k.terminal.taste({**tasten, ESC: "zurück"})
    if taste == ESC:
        raise Zurueck
    return feld.quellen[int(taste) - 1]


def dateiname(geladen: Geladen, feld: Feld, quelle: str) -> str:
    """Name the file that is meant by a kind of document, as far as the folder is known."""
    weg: Any = next((weg for weg in (feld.frage.bezug if feld.frage else ()) if weg.quelle == quelle), None)
    jahr = geladen.dokument.jahr if geladen.dokument is not None else None
    versatz = weg.versatz if isinstance(weg, Entnahmeweg) else 0
    if not geladen.umfeld.gibt_es:
        return f"{quelle}.yaml"
    return geladen.umfeld.quelle(quelle, jahr + versatz if jahr else None).name

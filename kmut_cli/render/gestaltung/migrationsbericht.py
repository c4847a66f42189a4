"""The yearly report, put together from the folder: figures, measures, the work of the office, events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kmut_cli.documents import berichtsgrundlage as grundlage
from kmut_cli.documents.berichtsteil import HERKUNFT, Berichtsteil
from kmut_cli.documents.migrationsbericht_2026 import Migrationsbericht
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.documents.vorlage.ohne_personal import ohne_namen_in
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung.berichtsteile import arbeit, massnahmen, termine, zahlen
from kmut_cli.render.gestaltung.monitoring import ZEICHENERKLAERUNG

VERZEICHNIS = True
_OHNE_NAMEN = (Berichtsteil.massnahmen, Berichtsteil.arbeit, Berichtsteil.termine)
"""Parts whose texts may name people; names of staff are left out of them."""


def gestalte(bericht: Migrationsbericht, kapitel: tuple[p.Kapitel, ...], umfeld: Umfeld) -> tuple[p.Kapitel, ...]:
    """Make the chapters of the report.

    Args:
        bericht: The report.
        kapitel: What follows from its outline; of it foreword and outlook are printed.
        umfeld: Gives the documents that it is put together from.

    Returns:
        Chapters with numbers; a part without its file says which one is missing.
    """
    eigene = {frage.pfad: frage for eins in kapitel for teil in eins.abschnitte for frage in teil.fragen}
    alle = [_eigenes("Vorwort", eigene["vorwort"])]
    for teil in bericht.gewaehlte_teile:
        alle += _teil(bericht, teil, umfeld)
    if bericht.ausblick:
        alle.append(_eigenes("Ausblick", eigene["ausblick"]))
    alle.sort(key=lambda eins: eins.titel == ZEICHENERKLAERUNG)  # which nobody reads first
    return tuple(_nummeriert(eins, nummer) for nummer, eins in enumerate(alle, 1))


def _eigenes(titel: str, frage: p.Frage) -> p.Kapitel:
    return p.Kapitel("", titel, (p.Abschnitt("", "", "", (replace(frage, wortlaut="", hinweis=""),)),))


def _teil(bericht: Migrationsbericht, teil: Berichtsteil, umfeld: Umfeld) -> Iterator[p.Kapitel]:
    """Give the chapters of a part, or one that says what is missing; and what was chosen and is not there."""
    quelle = umfeld.quelle(HERKUNFT[teil], bericht.jahr)
    if fehlt := grundlage.was_fehlt(bericht, teil, quelle):
        yield _fehlend(teil.titel, fehlt)
        return
    dokument = quelle.dokument
    if teil in _OHNE_NAMEN:
        dokument = ohne_namen_in(dokument, tuple(person.name for person in umfeld.personal()), [])
    yield from _gemacht(bericht, teil, dokument)
    if unbekannt := grundlage.unbekannte(bericht, teil, dokument):
        namen = ", ".join(f"„{eins}“" for eins in unbekannt)
        yield _fehlend(f"{teil.titel}: nicht gefunden", f"Ausgewählt, aber nicht vorhanden: {namen}.")


def _fehlend(titel: str, text: str) -> p.Kapitel:
    return _eigenes(titel, p.Frage("teile", "", "", True, (p.Offen(text, "fehlt"),)))


def _gemacht(bericht: Migrationsbericht, teil: Berichtsteil, dokument: Any) -> Iterator[p.Kapitel]:
    if teil is Berichtsteil.zahlen:
        yield from zahlen(grundlage.zahlen(bericht, dokument), dokument, ohne_werte=bool(bericht.indikatoren))
    elif teil is Berichtsteil.massnahmen:
        yield from massnahmen(grundlage.konzept(bericht, dokument), teil.titel)
    elif teil is Berichtsteil.arbeit:
        yield from arbeit(dokument, teil.titel)
    else:
        yield from termine(grundlage.termine(bericht, dokument), teil.titel)


def _nummeriert(kapitel: p.Kapitel, nummer: int) -> p.Kapitel:
    """Count the chapters, and the sections that have a title within them."""
    mit_titel = [eins for eins in kapitel.abschnitte if eins.titel]
    nummern = {id(eins): f"{nummer}.{stelle}" for stelle, eins in enumerate(mit_titel, 1)}
    abschnitte = tuple(replace(eins, nummer=nummern.get(id(eins), "")) for eins in kapitel.abschnitte)
    return replace(kapitel, nummer=str(nummer), abschnitte=abschnitte)

"""The yearly report, put together from the folder: figures, measures, the work of the office, events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.migrationsbericht_2026 import HERKUNFT, Berichtsteil, Migrationsbericht
from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.documents.vorlage.ohne_personal import ohne_namen_in
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung.berichtsteile import arbeit, massnahmen, termine, zahlen
from kmut_cli.render.gestaltung.monitoring import ZEICHENERKLAERUNG

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept

VERZEICHNIS = True
_OEFFENTLICH = (Berichtsteil.massnahmen, Berichtsteil.arbeit, Berichtsteil.termine)
"""Parts in whose texts people may be named."""


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
    """Give the chapters of a part; one that says what is missing, if there is nothing to make them of."""
    quelle = umfeld.quelle(HERKUNFT[teil], bericht.jahr)
    dokument = quelle.dokument
    if dokument is not None and teil in _OEFFENTLICH:
        dokument = ohne_namen_in(dokument, tuple(person.name for person in umfeld.personal()), [])
    gemacht = tuple(_gemacht(bericht, teil, dokument)) if dokument is not None else ()
    if gemacht:
        yield from gemacht
        return
    if dokument is not None:
        fehlt = f"In „{quelle.name}“ steht dazu nichts."
    elif quelle.vorhanden:
        fehlt = f"„{quelle.name}“ lässt sich nicht lesen."
    else:
        fehlt = f"„{quelle.name}“ gibt es nicht."
    yield _eigenes(teil.titel, p.Frage("teile", "", "", True, (p.Offen(fehlt, "fehlt"),)))


def _gemacht(bericht: Migrationsbericht, teil: Berichtsteil, dokument: Any) -> Iterator[p.Kapitel]:
    if teil is Berichtsteil.zahlen:
        yield from zahlen(dokument, bericht.indikatoren)
    elif teil is Berichtsteil.massnahmen:
        yield from massnahmen(_gewaehlt(dokument, bericht.handlungsfelder), teil.titel)
    elif teil is Berichtsteil.arbeit:
        yield from arbeit(dokument, teil.titel)
    elif bericht.jahr is not None:
        yield from termine(dokument, bericht.jahr, teil.titel)


def _gewaehlt(konzept: Handlungskonzept, namen: list[str] | None) -> Handlungskonzept:
    """Give a concept of the fields of action that are wanted."""
    if not namen:
        return konzept
    gesucht = {vereinfacht(name) for name in namen}
    felder = [feld for feld in konzept.felder if vereinfacht(feld.handlungsfeld or "") in gesucht]
    return konzept.model_copy(update={"handlungsfelder": felder})


def _nummeriert(kapitel: p.Kapitel, nummer: int) -> p.Kapitel:
    """Count the chapters, and the sections that have a title within them."""
    mit_titel = [eins for eins in kapitel.abschnitte if eins.titel]
    nummern = {id(eins): f"{nummer}.{stelle}" for stelle, eins in enumerate(mit_titel, 1)}
    abschnitte = tuple(replace(eins, nummer=nummern.get(id(eins), "")) for eins in kapitel.abschnitte)
    return replace(kapitel, nummer=str(nummer), abschnitte=abschnitte)

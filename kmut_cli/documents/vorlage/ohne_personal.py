"""Keeps the names of staff out of what a public paper draws from other files of the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kmut_cli.documents.dokument import Ergaenzt
from kmut_cli.documents.gliederung import gliederung
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.vorlage import rules as rules
from kmut_cli.documents.vorlage.auszug import und
from kmut_cli.documents.vorlage.personennamen import ERSATZ, finde_namen, ohne_namen

if TYPE_CHECKING:
    from kmut_cli.documents.dokument import Dokument
    from kmut_cli.documents.umfeld import Umfeld
    from kmut_cli.findings.finding import Finding
    from kmut_cli.source.reader import Source


def ohne_personal(dokument: Dokument, source: Source, umfeld: Umfeld) -> Ergaenzt:
    """Put a stand-in for the names of staff in answers that were taken from elsewhere.

    Args:
        dokument: The document, its references resolved.
        source: Its file, which tells what was taken from where.
        umfeld: Knows the staff.

    Returns:
        The document, and a note for each answer that named somebody; unchanged if it is not public.
    """
    if not dokument.ist_oeffentlich:
        return Ergaenzt(dokument)
    namen = tuple(eine.name for eine in umfeld.personal())
    findings: list[Finding] = []
    for frage in gliederung(type(dokument)).fragen:
        daten = daten_an(source.data, frage.pfad)
        if not (frage.frage.bezug and isinstance(daten, dict) and daten.get("aus")):
            continue
        gefunden: list[str] = []
        neu = ohne_namen_in(wert_an(dokument, frage.pfad), namen, gefunden)
        if gefunden:
            (feld,) = frage.pfad
            dokument = dokument.model_copy(update={feld: neu})
            was = "ist ein Text, der" if len(gefunden) == 1 else "sind Texte, die"
            nennt = "nennt" if len(gefunden) == 1 else "nennen"
            texte = und(f"„{kurz(text)}“" for text in gefunden)
            text = f"Übernommen {was} Personal der Koordinierungsstelle {nennt}: {texte}."
            hilfe = f"In der Vorlage steht dafür „{ERSATZ}“. Schreiben Sie es in „{daten['aus']}“ ohne Namen."
            findings.append(source.finding(rules.ERSETZT, (*frage.pfad, "aus"), text, hilfe))
    return Ergaenzt(dokument, tuple(findings))


def ohne_namen_in(wert: Any, namen: tuple[str, ...], gefunden: list[str]) -> Any:
    """Give a value without names.

    Args:
        wert: A text, a list or a model; anything else stays as it is.
        namen: Names of staff.
        gefunden: Gets the texts that had some.
    """
    if isinstance(wert, str):
        if next(finde_namen(wert, namen), None) is None:
            return wert
        gefunden.append(wert)
        return ohne_namen(wert, namen)
    if isinstance(wert, list):
        return [ohne_namen_in(eins, namen, gefunden) for eins in wert]
    if isinstance(wert, Modell):
        return wert.model_copy(update={name: ohne_namen_in(eins, namen, gefunden) for name, eins in wert})
    return wert

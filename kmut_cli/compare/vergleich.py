"""Two documents compared by question: of the same outline, of two editions, or of two kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.compare.rohdaten import als_text, ohne_gliederung
from kmut_cli.compare.unterschied import Art, Fragenvergleich, Seite, Unterschied, Vergleich
from kmut_cli.compare.werte import ERLAEUTERUNG, vergleiche
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.bestaetigungswahl import unbestaetigte
from kmut_cli.documents.dokument import KOMMUNE, Dokument, Status
from kmut_cli.documents.entsprechungen import Beziehung, Paar, entsprechungen
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, Pfad, gliederung, optionen
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Severity, dotted


def vergleich(alt: Geladen | None, neu: Geladen | None) -> Vergleich:
    """Compare two documents.

    Args:
        alt: The older one, under the name that shall be shown; None if there is none.
        neu: The newer one.

    Returns:
        Every question with what became of its answer. Files that do not say which document they are, are compared by
        their keys; whatever an invalid file still says takes part.
    """
    seiten = seite(alt) if alt else None, seite(neu) if neu else None
    if alt is None or neu is None:
        return Vergleich(*seiten)
    gleich = alt.source.content == neu.source.content
    if alt.dokument is None or neu.dokument is None:
        return Vergleich(*seiten, gleich, (), tuple(ohne_gliederung(alt.source.data, neu.source.data)))
    kopf = (*_kopf(alt.dokument, neu.dokument), *_bestaetigung(alt, neu))
    return Vergleich(*seiten, gleich, kopf, tuple(_fragen(alt, neu, alt.dokument, neu.dokument)))


def seite(geladen: Geladen) -> Seite:
    """Describe one side."""
    fehler = [finding for finding in geladen.findings if finding.severity is Severity.ERROR]
    dokument = geladen.dokument
    return Seite(
        name=geladen.source.path,
        art=dokument.dokument if dokument else "",
        ausgabe=dokument.gliederung if dokument else "",
        titel=" ".join(eins for eins in (dokument.kurztitel, str(dokument.jahr or "")) if eins) if dokument else "",
        befunde=len(fehler),
        erster_befund=fehler[0].message if fehler else "",
    )


def _kopf(alt: Dokument, neu: Dokument) -> Iterator[Unterschied]:
    yield from vergleiche(alt.kurztitel, neu.kurztitel, "Art des Dokuments")
    if alt.amtlich or neu.amtlich:
        yield from vergleiche(alt.gliederung, neu.gliederung, "Ausgabe der Gliederung")
    yield from vergleiche(alt.status or Status.entwurf, neu.status or Status.entwurf, "Status")
    yield from vergleiche(_als_text(alt.jahr), _als_text(neu.jahr), neu.jahr_bezeichnung or "Jahr")
    if KOMMUNE not in _gemeinsame(neu, alt):
        yield from vergleiche(alt.kommune, neu.kommune, "Kommune")


def _bestaetigung(alt: Geladen, neu: Geladen) -> Iterator[Unterschied]:
    """Compare how many carried-over answers nobody has confirmed; marks that are out of date do not count."""
    davor, jetzt = (len(unbestaetigte(eines)) or None for eines in (alt, neu))
    yield from vergleiche(davor, jetzt, "Übernommene Antworten ohne Bestätigung")


def _als_text(jahr: int | None) -> str | None:
    return None if jahr is None else str(jahr)


def _gemeinsame(hier: Dokument, dort: Dokument) -> dict[Pfad, Paar]:
    return entsprechungen((hier.dokument, hier.gliederung), (dort.dokument, dort.gliederung)).uebertragbar


def _fragen(alt: Geladen, neu: Geladen, dok_alt: Dokument, dok_neu: Dokument) -> Iterator[Fragenvergleich]:
    """Go through the newer outline, then through what only the older one asks."""
    hier, dort = gliederung(type(dok_neu)), gliederung(type(dok_alt))
    paare = _gemeinsame(dok_neu, dok_alt)
    anlagen = {abschnitt.anlage for abschnitt in dort.abschnitte if abschnitt.anlage}
    for abschnitt in hier.abschnitte:
        if abschnitt.anlage in anlagen:
            yield _anlage(abschnitt, abschnitt.anlage or (), dok_alt, dok_neu)
        for frage in abschnitt.fragen:
            wortlaut = frage.frage.fuer_jahr(dok_neu.jahr_im_wortlaut)
            paar = paare.get(frage.pfad)
            if paar is not None:
                yield _frage(abschnitt, frage, paar, wortlaut, alt, neu)
            elif frage.pfad != KOMMUNE:
                yield _allein(abschnitt, wortlaut, pfad=dotted(frage.pfad))
    gefragt = {pfad for paar in paare.values() for pfad in paar.zu}
    for abschnitt in dort.abschnitte:
        for frage in abschnitt.fragen:
            if frage.pfad not in gefragt and frage.pfad != KOMMUNE:
                wortlaut = frage.frage.fuer_jahr(dok_alt.jahr_im_wortlaut)
                yield _allein(abschnitt, wortlaut, pfad_alt=dotted(frage.pfad))


def _allein(abschnitt: AbschnittImText, wortlaut: str, pfad: str = "", pfad_alt: str = "") -> Fragenvergleich:
    return Fragenvergleich(abschnitt.nummer, abschnitt.titel, wortlaut, pfad, pfad_alt, Art.OHNE_GEGENSTUECK)


def _anlage(abschnitt: AbschnittImText, pfad: Pfad, alt: Dokument, neu: Dokument) -> Fragenvergleich:
    davor, jetzt = wert_an(alt, pfad), wert_an(neu, pfad)
    unterschiede = vergleiche(davor, jetzt)
    art = _art(davor, jetzt, unterschiede)
    ort, wortlaut = dotted(pfad), f"Anlage ({abschnitt.anlage_wortlaut})"
    return Fragenvergleich(abschnitt.nummer, abschnitt.titel, wortlaut, ort, ort, art, unterschiede)


def _frage(
    abschnitt: AbschnittImText, frage: FrageImText, paar: Paar, wortlaut: str, alt: Geladen, neu: Geladen
) -> Fragenvergleich:
    pfad_alt = paar.zu[0]
    fehlerhaft = alt.fehlerhaft_an(pfad_alt) or neu.fehlerhaft_an(frage.pfad)
    if fehlerhaft or alt.dokument is None or neu.dokument is None:
        davor: Any = als_text(daten_an(alt.source.data, pfad_alt))
        jetzt: Any = als_text(daten_an(neu.source.data, frage.pfad))
    else:
        davor, jetzt = wert_an(alt.dokument, pfad_alt), wert_an(neu.dokument, frage.pfad)
    if paar.beziehung is Beziehung.AUSWAHL and not fehlerhaft and alt.dokument is not None:
        dort = next(eine for eine in gliederung(type(alt.dokument)).fragen if eine.pfad == pfad_alt)
        unterschiede = vergleiche(_in_dieser_ausgabe(davor, paar, frage, dort), _als_auswahl(jetzt, frage))
        unterschiede += vergleiche(_erlaeuterung(davor), _erlaeuterung(jetzt), ERLAEUTERUNG)
    else:
        unterschiede = vergleiche(davor, jetzt)
    return Fragenvergleich(
        nummer=abschnitt.nummer,
        abschnitt=abschnitt.titel,
        wortlaut=wortlaut,
        pfad=dotted(frage.pfad),
        pfad_alt=dotted(pfad_alt),
        art=_art(davor, jetzt, unterschiede),
        unterschiede=unterschiede,
        fehlerhaft=fehlerhaft,
    )


def _art(alt: Any, neu: Any, unterschiede: tuple[Unterschied, ...]) -> Art:
    if not unterschiede:
        return Art.GLEICH
    if ist_leer(alt):
        return Art.NEU
    return Art.ENTFERNT if ist_leer(neu) else Art.GEAENDERT


# --- A choice whose options are not the same in both outlines -------------------------------------------------------


def gewaehlt(wert: Any) -> dict[str, str]:
    """Give what is chosen, as a list of options or as parts answered with ja: key → own text of a free entry."""
    kern = wert.antwort if isinstance(wert, Erlaeutert) else wert
    if isinstance(kern, Teile):
        return {name: "" for name, eins in kern if (eins.antwort if isinstance(eins, Erlaeutert) else eins) is True}
    liste = kern if isinstance(kern, list) else []
    frei = {name: eins.sonstiges for eins in liste if isinstance(eins, Sonstiges) for name in type(eins).model_fields}
    return {eins.name: "" for eins in liste if isinstance(eins, Option)} | frei


def _als_auswahl(wert: Any, frage: FrageImText) -> Any:
    """Write a choice as a list of official wordings, so that both sides can be laid beside each other."""
    if wert is None or isinstance(wert, Entfaellt):
        return wert
    titel = optionen(frage.typ)
    return [_mit_text(titel[name], text) for name, text in gewaehlt(wert).items()]


def _erlaeuterung(wert: Any) -> str | None:
    return wert.erlaeuterung if isinstance(wert, Erlaeutert) else None


def _in_dieser_ausgabe(wert: Any, paar: Paar, frage: FrageImText, dort: FrageImText) -> Any:
    """Write a choice of the older outline in the wordings of the newer one; what has none keeps its own."""
    if wert is None or isinstance(wert, Entfaellt):
        return wert
    eigene, andere, texte = optionen(frage.typ), optionen(dort.typ), gewaehlt(wert)
    hiesige = {name: [neu for neu, alte in paar.optionen.items() if name in alte] for name in texte}
    alle = (
        _mit_text(titel, text)
        for name, text in texte.items()
        for titel in ([eigene[neu] for neu in hiesige[name]] or [andere[name]])
    )
    return list(dict.fromkeys(alle))


def _mit_text(titel: str, text: str) -> str:
    return f"{titel}: {text}" if text else titel

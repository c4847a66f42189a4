"""Comparisons laid out for reading: what changed, in official order, and in a sentence what did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kmut_cli.compare.blatt import Absatz, Blatt, Block, Liste, Titel, Zeile, gekuerzt
from kmut_cli.compare.unterschied import Art, Fragenvergleich, Seite, Unterschied, Vergleich

WORT = {
    Art.GLEICH: "unverändert",
    Art.NEU: "neu",
    Art.ENTFERNT: "entfernt",
    Art.GEAENDERT: "geändert",
    Art.VERSCHOBEN: "verschoben",
    Art.OHNE_GEGENSTUECK: "ohne Gegenstück",
}


def vergleichsblatt(vergleiche: Sequence[Vergleich], hinweise: Sequence[str]) -> Blatt:
    """Lay comparisons out.

    Args:
        vergleiche: One per pair of documents.
        hinweise: What else has to be known, German sentences.
    """
    bloecke: list[Block] = [Absatz(hinweis, warnung=True) for hinweis in hinweise]
    for eins in vergleiche:
        bloecke += _dokument(eins)
    return Blatt("Vergleich", tuple(bloecke))


def _dokument(vergleich: Vergleich) -> Iterator[Block]:
    alt, neu = vergleich.alt, vergleich.neu
    eine = neu or alt
    if eine is None:
        return
    yield Titel(2, eine.titel or eine.name)
    if alt is None or neu is None:
        was = "Dieses Dokument ist neu" if alt is None else "Dieses Dokument gibt es im neueren Stand nicht"
        yield Absatz(f"{was}: {eine.name}")
        return
    yield Absatz(f"Alt: {alt.name}" + (f" ({alt.titel})" if alt.titel != neu.titel and alt.titel else ""))
    yield Absatz(f"Neu: {neu.name}")
    yield from (Absatz(text, warnung=True) for text in map(_befunde, (alt, neu)) if text)
    yield Absatz(_zusammenfassung(vergleich))
    if vergleich.kopf:
        yield Titel(3, "Kopf des Dokuments")
        yield Liste(tuple(_zeile(eins) for eins in vergleich.kopf))
    nummer = ""
    for frage in vergleich.geaenderte:
        if frage.nummer and frage.nummer != nummer:
            nummer = frage.nummer
            yield Titel(3, f"{nummer} {frage.abschnitt}")
        yield Titel(4 if frage.nummer else 3, frage.wortlaut)
        if frage.fehlerhaft and frage.nummer:
            yield Absatz("Hier steht eine fehlerhafte Antwort; verglichen ist, was da steht.", warnung=True)
        yield Liste(tuple(_zeile(eins) for eins in frage.unterschiede))
    yield from (Absatz(text) for text in _ohne_gegenstueck(vergleich))


def _befunde(seite: Seite) -> str:
    if not seite.befunde:
        return ""
    if not seite.art:
        was = f"„{seite.name}“ sagt nicht, was es für ein Dokument ist; verglichen sind die Schlüssel."
        return f"{was} {seite.erster_befund}"
    fehler = "ein Fehler" if seite.befunde == 1 else f"{seite.befunde} Fehler"
    return f"In „{seite.name}“ {'ist' if seite.befunde == 1 else 'sind'} {fehler}, zuerst: {seite.erster_befund}"


def _zusammenfassung(vergleich: Vergleich) -> str:
    if vergleich.gleiche_bytes and not vergleich.geaendert:
        return "Die Dateien sind gleich."
    if not vergleich.geaendert:
        return "Alle Antworten sind gleich; die Dateien unterscheiden sich nur in Notizen, Umbrüchen oder Schreibweise."
    zahlen = [
        f"{zahl} {WORT[art]}"
        for art in (Art.NEU, Art.GEAENDERT, Art.ENTFERNT, Art.GLEICH)
        if (zahl := vergleich.zahl(art))
    ]
    return f"Antworten: {', '.join(zahlen)}." if zahlen else "Keine Frage kommt in beiden vor."


def _ohne_gegenstueck(vergleich: Vergleich) -> Iterator[str]:
    """Say in a sentence which questions only one of two outlines asks."""
    allein = [frage for frage in vergleich.fragen if frage.art is Art.OHNE_GEGENSTUECK]
    for seite, fragen in (
        ("neuen", [frage for frage in allein if frage.pfad]),
        ("alten", [frage for frage in allein if not frage.pfad]),
    ):
        if fragen:
            wieviel = "eine Frage" if len(fragen) == 1 else f"{len(fragen)} Fragen"
            yield f"Ohne Gegenstück, nur in der {seite} Gliederung: {wieviel} ({_nummern(fragen)})."


def _nummern(fragen: Sequence[Fragenvergleich]) -> str:
    return ", ".join(dict.fromkeys(frage.nummer for frage in fragen))


def _zeile(unterschied: Unterschied) -> Zeile:
    wort = WORT[unterschied.art]
    if unterschied.plaetze:
        wohin = "verschoben von {} auf {}".format(*unterschied.plaetze)
        wort = wohin if unterschied.art is Art.VERSCHOBEN else f"{wort}, {wohin}"
    unter = tuple(_zeile(teil) for teil in unterschied.teile)
    return Zeile(unterschied.art, wort, unterschied.name, gekuerzt(unterschied.stuecke), unter)

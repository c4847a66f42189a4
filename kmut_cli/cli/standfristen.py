"""The lower part of the screen of ``kmut status``: deadlines, and what is missing or wrong about them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kmut_cli.findings.display import paint as male
from kmut_cli.findings.display import visible
from kmut_cli.workspace.fristen import AUS_REGEL
from kmut_cli.workspace.jahresstand import FEHLT, Jahresstand, Zeile
from kmut_cli.workspace.nachtrag import PLATZHALTER, Nachtrag, Wo

_FETT, _ROT = "1", "31"
_WO = {
    Wo.NEUE_DATEI: "Legen Sie die Datei {datei} an mit:",
    Wo.AM_ENDE: "Schreiben Sie an das Ende von {datei}:",
    Wo.DARUNTER: "Schreiben Sie in {datei} unter Zeile {zeile}:",
    Wo.IN_KLAMMERN: "Schreiben Sie in {datei} in die geschweiften Klammern von Zeile {zeile}, durch Komma getrennt:",
    Wo.STATT: "Ergänzen Sie Zeile {zeile} in {datei}:",
}


def fristenbloecke(
    stand: Jahresstand, nachtraege: Sequence[Nachtrag], platz: int, color: bool
) -> tuple[Iterator[str], ...]:
    """Give the blocks of lines below the table; each may be empty.

    Args:
        stand: The rows.
        nachtraege: What to write into ``kmut.yaml``.
        platz: Columns of a line.
        color: Use ANSI colours.
    """
    return (
        _fristen(stand, platz, color),
        _vergangene(stand, platz),
        _fehlerhafte(stand, platz, color),
        _nachtraege(nachtraege, platz, color),
    )


def tage_in_worten(tage: int) -> str:
    """Say how long it is to a deadline."""
    if tage == 0:
        return "heute"
    if tage > 0:
        return "morgen" if tage == 1 else f"in {tage} Tagen"
    return "seit gestern überfällig" if tage == -1 else f"seit {-tage} Tagen überfällig"


def titel_mit_jahr(eine: Zeile) -> str:
    """Name a document by kind and year, by its file where the kind is not known."""
    return f"{eine.titel} {eine.jahr or ''}".rstrip() if eine.art else visible(eine.name)


def _fristen(stand: Jahresstand, platz: int, color: bool) -> Iterator[str]:
    if not stand.termine:
        return
    yield male(f"Fristen, Stand {als_tag(stand.heute)}:", _FETT, color)
    rand = max(len(titel_mit_jahr(eine)) for eine in stand.termine)
    for eine in stand.termine:
        assert eine.frist.datum is not None and eine.tage is not None
        vorn = f"  {als_tag(eine.frist.datum)}  {titel_mit_jahr(eine):<{rand}}  "
        wann = tage_in_worten(eine.tage)
        yield vorn + male(wann, _ROT if eine.ueberfaellig else "", color and eine.ueberfaellig)
        if eine.status == FEHLT:
            yield f"{'':14}fehlt noch; anlegen: kmut new {eine.art} {eine.jahr}"
            if not Path.cwd().is_relative_to(eine.wurzel):
                yield f"{'':14}(im Ordner „{visible(eine.wurzel.name)}“)"
    if any(eine.frist.herkunft == AUS_REGEL for eine in stand.termine):
        text = "Für Anträge gilt der 31. Oktober des Vorjahres, solange in kmut.yaml keine andere Frist steht."
        yield from umbrochen(text, platz, "  ")


def _vergangene(stand: Jahresstand, platz: int) -> Iterator[str]:
    """Tell of applications whose year has begun: whether they were handed in, only their author knows."""
    for eine in stand.vergangene:
        assert eine.frist.datum is not None
        frist = f"Frist war am {als_tag(eine.frist.datum)}"
        text = f"{titel_mit_jahr(eine)}: {frist}. Ist der Antrag gestellt, setzen Sie darin status: final."
        yield from umbrochen(text, platz)


def _fehlerhafte(stand: Jahresstand, platz: int, color: bool) -> Iterator[str]:
    for eine in stand.mit_fehlerhafter_frist:
        yield male(f"Frist fehlerhaft: {titel_mit_jahr(eine)}", _FETT, color)
        yield from umbrochen("Was in kmut.yaml zu berichtigen ist, steht oben.", platz, "  ")


def _nachtraege(nachtraege: Sequence[Nachtrag], platz: int, color: bool) -> Iterator[str]:
    for einer in nachtraege:
        yield male(f"Frist unbekannt: {einer.titel} {' und '.join(str(jahr) for jahr in einer.jahre)}", _FETT, color)
        wo = _WO[einer.wo].format(datei=visible(einer.datei), zeile=einer.zeile)
        yield from umbrochen(f"Sie steht im Zuwendungsbescheid. {wo}", platz, "  ")
        for zeile in einer.zeilen:
            yield f"      {zeile}"
        yield f"  ({PLATZHALTER}: Jahr, Monat, Tag, z. B. {einer.jahre[0] + 1}-03-31)"


def umbrochen(text: str, platz: int, einzug: str = "") -> list[str]:
    """Fill lines with a text."""
    return textwrap.wrap(
        text, platz, initial_indent=einzug, subsequent_indent=einzug, break_long_words=False, break_on_hyphens=False
    )


def als_tag(tag: date) -> str:
    """Write a day as 31.03.2026."""
    return f"{tag.day:02}.{tag.month:02}.{tag.year}"

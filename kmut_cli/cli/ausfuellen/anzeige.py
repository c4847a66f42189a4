"""Showing a question: as lines of text, the terminal's width wide."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kmut_cli.documents.antwortart import BEZEICHNUNG
from kmut_cli.documents.antwortdaten import ANTWORT
from kmut_cli.documents.antwortform import antwort_in_worten
from kmut_cli.documents.antworttext import zeilen_der_antwort
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.documents.gliederung import AbschnittImText
from kmut_cli.source.reader import read_source

KURZ = 6
"""Lines of a hint, an example or an answer that are shown at first."""


@dataclass(frozen=True, slots=True)
class Bild:
    """All that is shown of a question.

    Attributes:
        abschnitt: Its section.
        feld: Its field.
        nummer: Its number among the questions that are asked.
        von: How many are asked.
        jahr: Year in the wording.
        stand: What is to be said about its state, such as „Es fehlt: Wochenstunden“.
        antwort: Lines of the present answer.
        eintraege: The same as a line for each entry, if it is a list of such.
        entnommen: What the answer comes to, if it is taken from another document.
        vorjahr: Lines of last year's answer.
        vorjahr_quelle: Where that stands.
    """

    abschnitt: AbschnittImText
    feld: Feld
    nummer: int
    von: int
    jahr: str
    stand: Sequence[str]
    antwort: Sequence[str]
    eintraege: Sequence[str]
    entnommen: Sequence[str]
    vorjahr: Sequence[str]
    vorjahr_quelle: str


Stueck = tuple[str, str]
"""A line, and what it is: ``kopf``, ``frage``, ``hinweis``, ``stand`` or ``antwort``."""


def bild(was: Bild, breite: int, *, ganz: bool = False) -> list[Stueck]:
    """Lay a question out.

    Args:
        was: The question.
        breite: Columns.
        ganz: Show everything; else long hints, examples and answers are cut.

    Returns:
        Its lines.
    """
    grenze = 10_000 if ganz else KURZ
    return list(_zeilen(was, breite, grenze))


def _zeilen(was: Bild, breite: int, grenze: int) -> Iterator[Stueck]:
    strich, *kopf = ueberschrift(was.abschnitt, f"Frage {was.nummer} von {was.von}", breite)
    yield strich, "hinweis"
    yield from ((zeile, "kopf") for zeile in kopf)
    yield from _block("", [was.feld.beschriftung], breite, 10_000, "frage")
    frage = was.feld.frage
    hinweise = [was.abschnitt.hinweis, frage.hinweis if frage else ""]
    yield from _block("Hinweis", [z for text in hinweise if text for z in text.split("\n")], breite, grenze, "hinweis")
    yield from _block("", _form(was.feld), breite, grenze + KURZ, "hinweis")
    if frage and frage.beispiel:
        yield from _block("Beispiel", beispielzeilen(was.feld, frage.beispiel), breite, grenze, "hinweis")
    if was.vorjahr:
        yield from _block(was.vorjahr_quelle, was.vorjahr, breite, grenze, "hinweis")
    if was.antwort:
        yield from _antwort(was, breite, grenze)
    if was.entnommen:
        yield from _block("Das ist zurzeit", was.entnommen, breite, grenze, "antwort")
    for satz in was.stand:
        yield from _block("", [satz], breite, grenze, "stand")


def _antwort(was: Bild, breite: int, grenze: int) -> Iterator[Stueck]:
    """Show the answer; of a list that would be cut, first what entries there are."""
    if not was.eintraege or len(was.antwort) <= grenze:
        yield from _block("Ihre Antwort", was.antwort, breite, grenze, "antwort")
        return
    yield "Ihre Antwort:", "antwort"
    zeige = was.eintraege[: 2 * KURZ]
    for zeile in zeige:
        yield f"  {zeile if len(zeile) <= breite - 2 else zeile[: breite - 3].rstrip() + '…'}", "antwort"
    mehr = f"… noch {len(was.eintraege) - len(zeige)} Einträge; " if len(zeige) < len(was.eintraege) else ""
    yield f"  {mehr}mit der Taste m ganz", "hinweis"


def ueberschrift(abschnitt: AbschnittImText, rechts: str, breite: int) -> list[str]:
    """Give a line across, then number and title of a section with a word at the right."""
    platz = max(breite - len(rechts) - 2, 20)
    erste, *rest = textwrap.wrap(f"{abschnitt.nummer} {abschnitt.titel}", platz) or [""]
    return ["─" * breite, f"{erste:<{platz}}  {rechts}", *rest]


def beispielzeilen(feld: Feld, beispiel: str) -> list[str]:
    """Write an example, which is declared as YAML, the way answers are shown."""
    if beispiel.startswith("|\n") or re.match(r"- |[a-z_]+:", beispiel):
        block = "|" if beispiel.startswith("|\n") else ""
        eingerueckt = textwrap.indent(beispiel.removeprefix("|\n"), "  ")
        text = f"{ANTWORT}: {block}\n{eingerueckt}"
    else:
        text = f"{ANTWORT}: {beispiel}"
    daten = read_source("beispiel", text.encode()).data
    gelesen = daten.get(ANTWORT) if isinstance(daten, dict) else None
    return zeilen_der_antwort(feld, gelesen) or beispiel.split("\n")


def _form(feld: Feld) -> list[str]:
    """Say what form the answer has; the keys of options and parts are left to the input, which shows their wording."""
    if feld.optionen and feld.art in ("choice", "choices"):
        art = "eine davon wählen" if feld.art == "choice" else "ankreuzen, was zutrifft"
        return [f"Antwort: {art}:", *(f"  [ ] {titel}" for titel in feld.optionen.values())]
    if feld.teile:
        teile = ", ".join(teil.beschriftung + ("" if teil.pflicht else " (freiwillig)") for teil in feld.teile)
        return [f"Antwort: {BEZEICHNUNG[feld.art]}: {teile}"]
    if feld.frage is None:
        return []
    return [antwort_in_worten(feld.frage, feld.typ)]


def _block(titel: str, zeilen: Sequence[str], breite: int, grenze: int, was: str) -> Iterator[Stueck]:
    """Wrap lines under a title; what is beyond the limit is counted and not shown."""
    alle = [stueck for zeile in zeilen for stueck in umbrochen(zeile, breite - 2)]
    if titel and len(alle) == 1 and len(titel) + len(alle[0]) + 2 <= breite:
        yield f"{titel}: {alle[0].strip()}", was
        return
    if titel and alle:
        yield f"{titel}:", was
    einzug = "  " if titel else ""
    zeige = alle if len(alle) <= grenze + 1 else alle[:grenze]
    yield from ((f"{einzug}{zeile}", was) for zeile in zeige)
    if len(zeige) < len(alle):
        yield f"{einzug}… noch {len(alle) - len(zeige)} Zeilen; mit der Taste m ganz", "hinweis"


def umbrochen(zeile: str, breite: int) -> list[str]:
    """Break a line at blanks; what follows stands as far in as the line itself."""
    einzug = zeile[: len(zeile) - len(zeile.lstrip())]
    weiter = einzug + ("  " if zeile.lstrip().startswith(("- ", "[ ] ")) else "")
    return textwrap.wrap(zeile, max(breite, 20), subsequent_indent=weiter, break_on_hyphens=False) or [""]

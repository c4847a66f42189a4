"""Lists, row by row: rows are added, changed, deleted and moved by their numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kmut_cli.cli.ausfuellen import eingaben
from kmut_cli.cli.ausfuellen.anschlag import TIPPEN
from kmut_cli.cli.ausfuellen.eintippen import als_eingabe, aus_eingabe, fehler_beim_tippen
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, andere_form, entfaellt, ersetzen
from kmut_cli.cli.ausfuellen.speichern import ListeGeaendert
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC, FETT, GELB
from kmut_cli.cli.ausfuellen.zeilen import zeile
from kmut_cli.documents.antwortdaten import antwort_in, ist_entfallen
from kmut_cli.documents.antworttext import kenntlich, kurz_gesagt
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.findings.finding import Loc

Eintragsform = Callable[[Kontext, Feld, Loc, int], None]
"""Asks for an entry that is made of parts, at its place and with its number from 1."""


def frage_liste(k: Kontext, feld: Feld, ort: Loc, eintragsform: Eintragsform, *, teil: bool = False) -> None:
    """Let a list be written row by row.

    Args:
        k: The question.
        feld: The list.
        ort: Its place.
        eintragsform: Asks for an entry that is made of parts.
        teil: Whether it is a part of an answer; then its label is shown.
    """
    hier = k.an(ort)
    if not feld.einzeln and andere_form(hier, list) and not ersetzen(k):
        return
    if teil:
        k.terminal.zeige(f"{feld.beschriftung} (Liste, {'nötig' if feld.pflicht else 'freiwillig'}):", FETT)
    beginnt = not teil and not antwort_in(hier) and not _ankreuzen(k, ort)
    while True:
        zahl = _zeige_zeilen(k, feld, ort)
        tasten = _tasten(k, feld, ort, zahl, teil) | _ankreuzen(k, ort)
        taste = TIPPEN if beginnt else k.terminal.taste(tasten, tippen=not feld.teile)
        if taste == ESC or taste == "f" or (taste == ENTER and (zahl or teil)):
            return
        try:
            _zeilenbefehl(k, feld, ort, taste, eintragsform)
        except Zurueck:
            pass
        except ListeGeaendert:
            if len(ort) > len(k.frage):
                raise  # its number may be that of another entry now: back to the list around it
            k.terminal.sage(
                "Die Liste wurde inzwischen in der Datei geändert; hier ist ihr Stand.",
                GELB,
            )
        if beginnt and not k.an(ort):
            return  # nothing was entered: back to the question
        beginnt = False


def _eintraege(k: Kontext, ort: Loc) -> list[Any]:
    """Give the entries; a single value that stands in place of a list is one of them."""
    hier = k.an(ort)
    if isinstance(hier, list):
        return hier
    return [] if hier is None or isinstance(hier, dict) else [hier]


def _tasten(k: Kontext, feld: Feld, ort: Loc, zahl: int, teil: bool) -> dict[str, str]:
    nicht = {"x": "trifft nicht zu"} if teil and feld.kann_entfallen else {}
    if not zahl:
        leer = "so lassen" if ist_entfallen(k.an(ort)) else "überspringen" if teil else "neuer Eintrag"
        return {"n": "neuer Eintrag", **nicht, ENTER: leer, ESC: "zurück"}
    tasten = {"n": "neuer Eintrag", "b": "Eintrag bearbeiten", "l": "Eintrag löschen"}
    if zahl > 1:
        tasten["h"] = "Eintrag nach oben"
    return {**tasten, **nicht, ENTER: "fertig", "f": "fertig", ESC: "fertig"}


def _ankreuzen(k: Kontext, ort: Loc) -> dict[str, str]:
    """Offer to tick what stands elsewhere already and only has to be named."""
    return {"k": "ankreuzen, was schon genannt ist"} if ort == k.frage and k.nennbare() else {}


def _zeige_zeilen(k: Kontext, feld: Feld, ort: Loc) -> int:
    """Show where one is, and the rows with their numbers, each on one line.

    Returns:
        How many there are.
    """
    if k.spur:
        k.zeige_spur(feld.kurzname)
    if ist_entfallen(k.an(ort)):
        k.terminal.sage(f"  {kurz_gesagt(feld, k.an(ort))}")
    zeilen = _eintraege(k, ort)
    for nummer, eins in enumerate(zeilen, 1):
        text = f"  {nummer}. {' '.join(kurz_gesagt(feld, eins, nummer).split()) or '(leer)'}"
        platz = k.terminal.breite
        k.terminal.zeige(text if len(text) <= platz else f"{text[: platz - 1].rstrip()}…")
    return len(zeilen)


def _zeilenbefehl(k: Kontext, feld: Feld, ort: Loc, taste: str, eintragsform: Eintragsform) -> None:
    zahl = len(_eintraege(k, ort))
    if taste in ("n", ENTER, TIPPEN):
        if feld.teile:
            k.terminal.zeige(f"{feld.eintrag} {zahl + 1}", FETT)
            eintragsform(k, feld, (*ort, zahl), zahl + 1)
        else:
            _neue_texte(k, feld, ort)
        return
    if taste == "k":
        eingaben.kreuze_nennbare_an(k, ort)
        return
    if taste == "x":
        entfaellt(k, ort)
        return
    nummer = _nummer(k, zahl, 2 if taste == "h" else 1)
    if taste == "b" and feld.teile:
        with k.in_eintrag(f"{nummer + 1}. {kenntlich(feld, k.an((*ort, nummer)))}"):
            eintragsform(k, feld, (*ort, nummer), nummer + 1)
    elif taste == "b":
        _aendere_text(k, feld, ort, nummer)
    elif taste == "l":
        k.loesche((*ort, nummer) if isinstance(k.an(ort), list) else ort)
    else:
        k.schreiber.nach_oben(k.frage, ort, nummer)


def _nummer(k: Kontext, zahl: int, ab: int) -> int:
    """Ask for the number of a row; gives its index."""
    if zahl == ab:
        return zahl - 1

    def pruefe(text: str) -> str:
        passt = not text.strip() or (text.strip().isdecimal() and ab <= int(text) <= zahl)
        return "" if passt else f"Geben Sie eine Nummer von {ab} bis {zahl} ein."

    text = zeile(k.terminal, f"Welcher Eintrag ({ab} bis {zahl})? ", pruefe=pruefe)
    if not (text or "").strip():
        raise Zurueck
    return int(text or ab) - 1


def _neue_texte(k: Kontext, feld: Feld, ort: Loc) -> None:
    """Ask for one entry after the other until a line is empty; a single value becomes a list with the second."""
    while True:
        zahl = len(_eintraege(k, ort))
        text = _eingabe(k, feld, f"Eintrag {zahl + 1} (leer = fertig): ")
        if not text.strip():
            return
        neu = aus_eingabe(feld, text)
        if zahl and not isinstance(k.an(ort), list):
            k.setze(ort, [k.wie_geschrieben(ort), neu], str(neu))
        else:
            k.setze((*ort, zahl), neu)


def _aendere_text(k: Kontext, feld: Feld, ort: Loc, nummer: int) -> None:
    hier = (*ort, nummer) if isinstance(k.an(ort), list) else ort
    bisher = als_eingabe(feld, k.an(hier))
    text = _eingabe(k, feld, "Eintrag: ", bisher)
    if text.strip() and text != bisher:
        k.setze(hier, aus_eingabe(feld, text))


def _eingabe(k: Kontext, feld: Feld, frage: str, bisher: str = "") -> str:
    """Ask for one entry of a list that has no parts; what is no text is checked as it is typed."""
    return zeile(k.terminal, frage, bisher, lambda text: fehler_beim_tippen(feld, text)) or ""

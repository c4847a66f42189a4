"""Answers that are made of parts: groups, lists of texts, lists of entries; and which form a value has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kmut_cli.cli.ausfuellen import eingaben, texte
from kmut_cli.cli.ausfuellen.anschlag import TIPPEN
from kmut_cli.cli.ausfuellen.anzeige import umbrochen
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, andere_form, ersetzen
from kmut_cli.cli.ausfuellen.speichern import ListeGeaendert
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC, FETT, GELB
from kmut_cli.cli.ausfuellen.zeilen import zeile
from kmut_cli.documents.antwortdaten import antwort_in
from kmut_cli.documents.antworttext import zeilen_der_antwort
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.findings.finding import Loc

_EINZELN: dict[str, Callable[..., None]] = {
    "yes_no": eingaben.ja_nein,
    "date": texte.einzeilig,
    "number": texte.einzeilig,
    "choice": eingaben.auswahl,
    "choices": eingaben.ankreuzen,
}


def gib_ein(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Ask for a value in the form that fits it.

    Args:
        k: The question.
        feld: What is asked for.
        ort: Its place.
        teil: Whether it is a part of an answer; then it may be passed over, and its label is shown.

    Raises:
        Zurueck: The person left the form.
    """
    if feld.art in _EINZELN:
        _EINZELN[feld.art](k, feld, ort, teil=teil)
    elif feld.art == "group":
        _teile(k, feld, ort)
    elif feld.art in ("list", "texts", "text_or_list"):
        liste(k, feld, ort, teil=teil)
    else:
        (texte.einzeilig if teil else texte.langtext)(k, feld, ort, teil=teil)


def _teile(k: Kontext, feld: Feld, ort: Loc) -> None:
    """Ask for each part in turn."""
    for teil in feld.teile:
        gib_ein(k, teil, (*ort, teil.name), teil=True)


def liste(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Let a list be written row by row; rows are changed, deleted and moved by their numbers."""
    hier = k.an(ort)
    if andere_form(hier, list) and not ersetzen(k):
        return
    if teil:
        k.terminal.zeige(f"{feld.beschriftung} (Liste, {'nötig' if feld.pflicht else 'freiwillig'}):", FETT)
    beginnt = not teil and not antwort_in(k.an(ort)) and not _ankreuzen(k, ort)
    while True:
        zahl = _zeige_zeilen(k, feld, ort)
        tasten = _tasten(zahl, teil) | _ankreuzen(k, ort)
        taste = TIPPEN if beginnt else k.terminal.taste(tasten, tippen=not feld.teile)
        if taste == ESC or taste == "f" or (taste == ENTER and (zahl or teil)):
            return
        try:
            _zeilenbefehl(k, feld, ort, taste, zahl)
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


def _tasten(zahl: int, teil: bool) -> dict[str, str]:
    if not zahl:
        return {"n": "neuer Eintrag", ENTER: "überspringen" if teil else "neuer Eintrag", ESC: "zurück"}
    tasten = {"n": "neuer Eintrag", "b": "Eintrag bearbeiten", "l": "Eintrag löschen"}
    if zahl > 1:
        tasten["h"] = "Eintrag nach oben"
    return {**tasten, ENTER: "fertig", "f": "fertig", ESC: "fertig"}


def _ankreuzen(k: Kontext, ort: Loc) -> dict[str, str]:
    """Offer to tick what stands elsewhere already and only has to be named."""
    return {"k": "ankreuzen, was schon genannt ist"} if ort == k.frage and k.nennbare() else {}


def _zeige_zeilen(k: Kontext, feld: Feld, ort: Loc) -> int:
    """Show the rows with their numbers, each on one line.

    Returns:
        How many there are.
    """
    hier = k.an(ort)
    zeilen = hier if isinstance(hier, list) else []
    breite = k.terminal.breite
    for nummer, eins in enumerate(zeilen, 1):
        text = "; ".join(stueck.strip() for stueck in zeilen_der_antwort(feld, eins)) or "(leer)"
        erste = umbrochen(f"  {nummer}. {text}", breite - 1)
        k.terminal.zeige(erste[0] + ("…" if len(erste) > 1 else ""))
    return len(zeilen)


def _zeilenbefehl(k: Kontext, feld: Feld, ort: Loc, taste: str, zahl: int) -> None:
    if taste in ("n", ENTER, TIPPEN):
        _neue_zeilen(k, feld, ort, zahl)
        return
    if taste == "k":
        eingaben.kreuze_nennbare_an(k, ort)
        return
    nummer = _nummer(k, zahl, 2 if taste == "h" else 1)
    if taste == "b":
        _bearbeite_zeile(k, feld, (*ort, nummer))
    elif taste == "l":
        k.loesche((*ort, nummer))
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


def _neue_zeilen(k: Kontext, feld: Feld, ort: Loc, zahl: int) -> None:
    """Ask for one entry, of texts for one after the other until a line is empty."""
    if feld.teile:
        k.terminal.zeige(f"Eintrag {zahl + 1}", FETT)
        _bearbeite_zeile(k, feld, (*ort, zahl))
        return
    while True:
        text = zeile(k.terminal, f"Eintrag {zahl + 1} (leer = fertig): ")
        if not (text or "").strip():
            return
        k.setze((*ort, zahl), text)
        zahl += 1


def _bearbeite_zeile(k: Kontext, feld: Feld, ort: Loc) -> None:
    if feld.teile:
        _teile(k, feld, ort)
        return
    bisher: Any = k.an(ort)
    text = zeile(k.terminal, "Eintrag: ", bisher if isinstance(bisher, str) else "")
    if not (text or "").strip() or text == bisher:
        return
    k.setze(ort, text)

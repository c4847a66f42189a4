"""Texts: in one line, in the person's editor, or in several lines on the terminal."""

from __future__ import annotations

import os

from kmut_cli.cli.ausfuellen.editor import EditorFehler, abgeschlossen, bearbeite, editorbefehl
from kmut_cli.cli.ausfuellen.eintippen import als_eingabe, aus_eingabe, fehler_beim_tippen
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, andere_form, beschriftung, eine_zeile, ersetzen
from kmut_cli.cli.ausfuellen.steuerzeichen import ohne_steuerzeichen
from kmut_cli.cli.ausfuellen.terminal import ENTER, GELB
from kmut_cli.cli.ausfuellen.zeilen import mehrzeilig
from kmut_cli.documents.antwortdaten import antwort_in, ist_entfallen
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.findings.finding import Loc

_FORMEN = {
    "date": "Datum, z. B. 2024, 2024-09 oder 14.05.2024",
    "period": "Zeitraum, z. B. 2024–2026 oder 27./28.04.2026",
    "time": "Uhrzeit, z. B. 10:00–16:00",
    "number": "Zahl",
}


def einzeilig(k: Kontext, feld: Feld, ort: Loc, *, teil: bool, neu: bool = False) -> None:
    """Ask for a date, a number, a time or a text of one line; ``neu`` begins with an empty line."""
    hier = antwort_in(k.an(ort))
    bisher = als_eingabe(feld, hier)
    if "\n" in bisher:
        langtext(k, feld, ort, teil=teil)
        return
    text = eine_zeile(
        k,
        f"{_vorne(k, feld) if teil else _FORMEN.get(feld.art, 'Antwort')}: ",
        "" if neu else bisher,
        lambda eingabe: fehler_beim_tippen(feld, eingabe),
        _als_datum if feld.art == "date" else lambda _eingabe: "",
    )
    if not text.strip():
        if teil and bisher:
            k.loesche(ort)
    elif text != bisher:
        wert = aus_eingabe(feld, text)
        anzeige = text.strip() if isinstance(wert, dict) else ""
        (k.setze if ist_entfallen(wert) else k.setze_antwort)(ort, wert, anzeige)


def _vorne(k: Kontext, feld: Feld) -> str:
    """Give what stands before the cursor for a part; a long label goes above, so that there is room to type."""
    ganz = beschriftung(feld, "")
    if len(ganz) <= k.terminal.breite // 2:
        return ganz
    k.terminal.sage(ganz)
    return feld.kurzname


def langtext(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Let a text be written in the editor, or here if there is none."""
    hier = k.an(ort)
    if andere_form(hier, str) and not ersetzen(k):
        return
    bisher = hier if isinstance(hier, str) else ""
    if teil:
        k.terminal.zeige(beschriftung(feld, ""))
    befehl = editorbefehl(os.environ)
    if befehl:
        _im_editor(k, ort, befehl, bisher)
    else:
        _hier(k, ort, bisher)


def _im_editor(k: Kontext, ort: Loc, befehl: list[str], bisher: str) -> None:
    try:
        entwurf = bearbeite(befehl, bisher, k.erklaerung, k.frage[-1], k.terminal.signale)
    except EditorFehler as fehler:
        k.terminal.sage(fehler.message, GELB)
        if k.terminal.taste({"h": "hier im Terminal schreiben", ENTER: "zurück"}) == ENTER:
            raise Zurueck from None
        _hier(k, ort, bisher)
        return
    if entwurf.text is None:
        entwurf.verwirf()
        k.terminal.sage("Nichts geändert. (Kam der Editor gleich zurück? Dann fehlt ihm eine Angabe wie --wait.)")
        return
    text = ohne_steuerzeichen(entwurf.text)
    if text != entwurf.text:
        k.terminal.sage("Unsichtbare Steuerzeichen im Text sind entfernt.", GELB)
    k.setze(ort, text)
    entwurf.verwirf()


def _hier(k: Kontext, ort: Loc, bisher: str) -> None:
    text = mehrzeilig(k.terminal, bisher.rstrip("\n"))
    if text is None:
        raise Zurueck
    text = abgeschlossen(text)
    if not text.strip() or text == abgeschlossen(bisher):
        k.terminal.zeige("Nichts geändert.")
        return
    k.setze(ort, text)


def _als_datum(text: str) -> str:
    """Say while a date is typed how it is understood."""
    if not text.strip():
        return ""
    try:
        return f"= {Datum.lies(text.strip())}"
    except ValueError:
        return "noch kein Datum"

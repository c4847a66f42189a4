"""The attachment that a section asks for: a file is named, whether it is there already or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kmut_cli.cli.ausfuellen.anzeige import ueberschrift, umbrochen
from kmut_cli.cli.ausfuellen.befunde import an_frage, sage_befunde
from kmut_cli.cli.ausfuellen.schritt import STIL
from kmut_cli.cli.ausfuellen.speichern import NichtGespeichert
from kmut_cli.cli.ausfuellen.tasten import WEGTASTEN, Weg, wegtasten
from kmut_cli.cli.ausfuellen.terminal import ENTER
from kmut_cli.cli.ausfuellen.zeilen import zeile
from kmut_cli.documents.gliederung import AbschnittImText, Pfad

if TYPE_CHECKING:
    from kmut_cli.cli.ausfuellen.ablauf import Ablauf

_WEG = "Weg zur Datei, vom Ordner dieses Dokuments aus, zum Beispiel anlagen/handlungskonzept.pdf"


def frage_anlage(ablauf: Ablauf, abschnitt: AbschnittImText, *, erste: bool) -> Weg:
    """Ask for the attachment of a section until it is left.

    Args:
        ablauf: The run.
        abschnitt: The section; it has an attachment.
        erste: Whether nothing is asked before it.
    """
    terminal, ort = ablauf.terminal, abschnitt.anlage or ()
    while True:
        jetzt = ablauf.schreiber.an(ort)
        bisher = jetzt if isinstance(jetzt, str) else ""
        zeilen = [(text, "kopf") for text in ueberschrift(abschnitt, "Anlage", terminal.breite)]
        zeilen += [(text, "frage") for text in umbrochen(abschnitt.anlage_wortlaut, terminal.breite)]
        zeilen += [(text, "hinweis") for text in umbrochen(_WEG, terminal.breite)]
        zeilen += [(f"Genannt ist: {bisher}", "antwort")] if bisher else []
        for text, art in zeilen:
            terminal.zeige(text, STIL[art])
        antworten = {ENTER: "ändern" if bisher else "Datei nennen", "a": ""}
        loeschen = {"d": "löschen"} if bisher else {}
        taste = terminal.taste({**antworten, **loeschen, **wegtasten(erste=erste)})
        if taste in WEGTASTEN:
            return Weg(taste)
        try:
            if taste == "d":
                ablauf.schreiber.loesche(ort, ort)
            elif _nenne(ablauf, ort, bisher):
                return Weg.WEITER
        except NichtGespeichert:
            continue


def _nenne(ablauf: Ablauf, ort: Pfad, bisher: str) -> bool:
    """Ask for the way to the file; gives whether one was named that shall stay."""
    text = zeile(ablauf.terminal, "Datei: ", bisher)
    if text is None or not text.strip() or text.strip() == bisher:
        return False
    ablauf.schreiber.setze(ort, ort, text.strip())
    zu_sagen = an_frage(ablauf.befunde, ort)
    sage_befunde(ablauf.terminal, zu_sagen)
    return not zu_sagen or ablauf.terminal.taste({"k": "korrigieren", ENTER: "so lassen und weiter"}) == ENTER

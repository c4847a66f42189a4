"""From an answer to its blocks: its type says how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.dokument import Dokument, Kommune
from kmut_cli.documents.gliederung import FrageImText, ist_ja_nein, optionen
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.documents.zustand import Zustand, ist_leer, ist_wiederholt
from kmut_cli.findings.finding import dotted
from kmut_cli.render import presentation as p
from kmut_cli.render.gruppe import block, gruppe, ohne_erlaeuterung
from kmut_cli.render.kaestchen import auswahlfeld, freie_kaestchen, ja_nein
from kmut_cli.render.raster import ist_raster, raster
from kmut_cli.render.tabelle import liste


def antwortbloecke(dokument: Dokument, frage: FrageImText, zustand: Zustand) -> Iterator[p.Block]:
    """Give the blocks of an answer; a form shows its boxes even where none is ticked yet."""
    wert = wert_an(dokument, frage.pfad)
    if isinstance(wert, Entfaellt):
        yield p.Entfallen(wert.entfaellt)
        return
    if zustand is Zustand.NICHT_ANWENDBAR and ist_leer(wert) and frage.frage.ausnahme:
        yield p.Entfallen(frage.frage.ausnahme.grund)
        return
    if zustand is Zustand.NICHT_ANWENDBAR and ist_leer(wert) and frage.frage.wenn:
        return
    erlaeuterung = wert.erlaeuterung or "" if isinstance(wert, Erlaeutert) else ""
    wert = ohne_erlaeuterung(wert)
    if frage.frage.verweis and isinstance(wert, list):
        ziele = wert_an(dokument, (*frage.pfad[:-1], frage.frage.verweis))
        wert = [_aufgeloest(eins, ziele if isinstance(ziele, list) else []) for eins in wert]
    yield from _bloecke(frage, wert)
    if erlaeuterung.strip():
        yield p.Absatz(erlaeuterung)


def _aufgeloest(text: str, eintraege: list[Any]) -> str:
    """Write out an entry that is named by its short mark: „Z1“ becomes „Z1: Neuzugewanderte finden …“."""
    for eins in eintraege:
        if eins.kuerzel and eins.ziel and vereinfacht(eins.kuerzel) == vereinfacht(text):
            return f"{eins.kuerzel.strip()}: {eins.ziel.strip()}"
    return text


def _bloecke(frage: FrageImText, wert: Any) -> Iterator[p.Block]:
    pfad = dotted(frage.pfad)
    if frage.frage.freie_kaestchen:
        yield freie_kaestchen(frage, wert or [])
    elif frage.typ is Kommune:
        yield from _kommune(wert)
    elif ist_ja_nein(frage.typ):
        # A form has no chapters, and prints each box on a line of its own.
        yield ja_nein(wert, pfad, in_einer_zeile="." in frage.abschnittsnummer)
    elif not isinstance(wert, Teile) and ist_typ(frage.typ, Teile) and ist_raster(frage.typ):
        yield raster(frage.typ, None, pfad)
    elif optionen(frage.typ) and not isinstance(wert, Teile) and not ist_typ(frage.typ, Teile):
        yield auswahlfeld(frage.typ, wert, pfad)
    elif not ist_leer(wert) or ist_wiederholt(wert):
        yield from _freier_wert(wert, pfad)


def _freier_wert(wert: Any, pfad: str) -> Iterator[p.Block]:
    """Give the blocks of a value that is no choice: text, a date, a list, a group of parts."""
    if isinstance(wert, str):
        yield p.Absatz(wert)
    elif isinstance(wert, Teile):
        yield from gruppe(wert, pfad)
    elif ist_wiederholt(wert):
        for nummer, eins in enumerate(wert):
            yield from block(eins, nummer, f"{pfad}[{nummer}]")
    elif isinstance(wert, list) and isinstance(wert[0], Teile):
        yield from liste([eins for eins in wert if not ist_leer(eins)])
    elif isinstance(wert, list):
        yield p.Absatz(_nummeriert([eins for eins in wert if not ist_leer(eins)]))
    else:
        yield p.Angabe("", kurztext(wert))


def _kommune(kommune: Kommune | None) -> Iterator[p.Block]:
    if kommune is not None and not ist_leer(kommune.name):
        yield p.Angabe("", kommune.name or "")


def _nummeriert(texte: list[str]) -> str:
    """Write texts as a numbered list in Markdown; further lines of a text stay within its point."""
    punkte = []
    for nummer, text in enumerate(texte, 1):
        vorn = f"{nummer}. "
        punkte.append(vorn + text.strip("\n").replace("\n", "\n" + " " * len(vorn)))
    return "\n".join(punkte)

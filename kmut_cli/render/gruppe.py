"""Answers made of several parts: below each other with their labels, as boxes, as a matrix, or as a block of a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.gliederung import antworttyp, ist_ja_nein, optionen, teile
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p
from kmut_cli.render.kaestchen import auswahlfeld, ja_nein
from kmut_cli.render.raster import ist_raster, raster
from kmut_cli.render.tabelle import beschriftet


def gruppe(wert: Teile, pfad: str) -> Iterator[p.Block]:
    """Give a group of parts: boxes if the outline names all of them, else one line each; explanations follow."""
    alle = teile(type(wert))
    if ist_raster(type(wert)):
        yield raster(type(wert), wert, pfad)
        return
    if optionen(type(wert)).keys() == alle.keys():
        angaben = {name: (teil.mit_code, getattr(wert, name)) for name, teil in alle.items()}
        yield p.Ankreuzfeld(
            tuple(
                p.Kaestchen(beschriftung, ohne_erlaeuterung(eins) is True, f"{pfad}.{name}")
                for name, (beschriftung, eins) in angaben.items()
            )
        )
        for beschriftung, eins in angaben.values():
            yield from _zusatz(beschriftung, eins)
        return
    for name, teil in alle.items():
        eins = getattr(wert, name)
        if not ist_leer(eins):
            yield from _angabe(teil.mit_code, eins)


def block(wert: Teile, nummer: int, pfad: str) -> Iterator[p.Block]:
    """Give an entry whose parts stand below each other: its number, then each part with its boxes or text."""
    yield p.Zwischentitel(f"{wert.wiederholt} {nummer + 1}")
    for name, teil in teile(type(wert)).items():
        eins = getattr(wert, name)
        antwort = ohne_erlaeuterung(eins)
        typ = antworttyp(type(wert).model_fields[name].annotation)
        titel = teil.im_eintrag(nummer + 1)
        if isinstance(eins, Entfaellt):
            yield p.Angabe(titel, "")
            yield p.Entfallen(eins.entfaellt)
        elif ist_ja_nein(typ) or optionen(typ):
            yield p.Angabe(titel, "")
            ort = f"{pfad}.{name}"
            yield ja_nein(antwort, ort, in_einer_zeile=True) if ist_ja_nein(typ) else auswahlfeld(typ, antwort, ort)
            if isinstance(eins, Erlaeutert) and eins.erlaeuterung:
                yield p.Absatz(eins.erlaeuterung)
        elif not ist_leer(eins):
            yield from _angabe(titel, ", ".join(eins) if isinstance(eins, list) else eins)


def ohne_erlaeuterung(wert: Any) -> Any:
    """Give the answer itself of an explained one, anything else as it is."""
    return wert.antwort if isinstance(wert, Erlaeutert) else wert


def _angabe(beschriftung: str, wert: Any) -> Iterator[p.Block]:
    """Give one part with its label; text of several lines stands below the label, as Markdown."""
    if isinstance(wert, str) and "\n" in wert.strip():
        yield p.Angabe(beschriftung, "")
        yield p.Absatz(wert)
        return
    yield p.Angabe(beschriftung, kurztext(ohne_erlaeuterung(wert)))
    if isinstance(wert, Erlaeutert) and wert.erlaeuterung:
        yield p.Absatz(wert.erlaeuterung)


def _zusatz(beschriftung: str, wert: Any) -> Iterator[p.Block]:
    """Give what the author added to a ticked box."""
    text = wert.erlaeuterung if isinstance(wert, Erlaeutert) else ""
    text = f"entfällt: {wert.entfaellt}" if isinstance(wert, Entfaellt) else text
    if text and text.strip():
        yield from beschriftet(beschriftung, text)

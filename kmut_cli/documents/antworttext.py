"""An answer as lines for people, be it right or wrong: read off the plain data of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kmut_cli.documents.antwortdaten import BESCHRIFTUNG, antwort_in, ist_bezug, ist_entfallen
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.documents.kennzahlen.messwert import Merkmale
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.modell import ist_typ


def zeilen_der_antwort(feld: Feld, daten: Any, einzug: str = "", nummer: int = 1) -> list[str]:
    """Write an answer for people to read, be it right or wrong.

    Args:
        feld: Its field.
        daten: Plain data as they stand in the file.
        einzug: Stands before each line.
        nummer: Number of the entry in its list, for labels that carry it.
    """
    if daten is None:
        return []
    if isinstance(daten, list):
        zeilen = (zeile for stelle, eins in enumerate(daten, 1) for zeile in _punkt(feld, eins, einzug, stelle))
        return list(zeilen)
    if isinstance(daten, Mapping) and ist_typ(feld.typ, Merkmale):
        return [einzug + ", ".join(f"{name}: {wert}" for name, wert in daten.items())]
    if isinstance(daten, Mapping):
        angaben = (_angabe(feld, str(name), wert, einzug, nummer) for name, wert in daten.items())
        return [zeile for zeilen in angaben for zeile in zeilen]
    text = feld.optionen.get(feld.option(daten) or "", str(daten)) if feld.art in ("choice", "choices") else str(daten)
    return [f"{einzug}{zeile}" for zeile in text.rstrip("\n").split("\n")]


def _punkt(feld: Feld, daten: Any, einzug: str, nummer: int) -> list[str]:
    zeilen = zeilen_der_antwort(feld, daten, f"{einzug}  ", nummer) or [f"{einzug}  (leer)"]
    return [f"{einzug}- {zeilen[0].removeprefix(f'{einzug}  ')}", *zeilen[1:]]


def _angabe(feld: Feld, name: str, daten: Any, einzug: str, nummer: int) -> list[str]:
    innen = next((teil for teil in feld.teile_im_eintrag(nummer) if teil.name == name), None)
    beschriftung = innen.beschriftung if innen else BESCHRIFTUNG.get(name, name)
    zeilen = zeilen_der_antwort(innen or feld, daten, f"{einzug}  ")
    if not beschriftung:
        return zeilen_der_antwort(feld, daten, einzug)
    if len(zeilen) == 1 and (not isinstance(daten, list | Mapping) or (innen and ist_typ(innen.typ, Merkmale))):
        return [f"{einzug}{beschriftung}: {zeilen[0].strip()}"]
    return [f"{einzug}{beschriftung}:", *zeilen] if zeilen else []


def zeile_je_eintrag(feld: Feld, daten: Any) -> list[str]:
    """Give a numbered line for each entry that is made of parts, for lists too long to be shown as they are."""
    if feld.art not in ("list", "text_or_list") or not isinstance(daten, list):
        return []
    zeilen = (" ".join(kurz_gesagt(feld, eins, nummer).split()) for nummer, eins in enumerate(daten, 1))
    return [f"{nummer}. {zeile}" for nummer, zeile in enumerate(zeilen, 1)]


def kurz_gesagt(feld: Feld, daten: Any, nummer: int = 1) -> str:
    """Write an answer, or an entry of its list, in one line: of lists with entries of parts only how many there are.

    Args:
        feld: Its field; for an entry that of the list.
        daten: Plain data as they stand in the file.
        nummer: Number of the entry in its list.
    """
    if isinstance(daten, list):
        if feld.art == "list":
            return "1 Eintrag" if len(daten) == 1 else f"{len(daten)} Einträge"
        return ", ".join(kurz_gesagt(feld, eins) for eins in daten)
    if isinstance(daten, Mapping) and not (ist_entfallen(daten) or ist_bezug(daten) or ist_typ(feld.typ, Merkmale)):
        return "; ".join(_kurze_angaben(feld, daten, nummer))
    return "; ".join(zeile.strip() for zeile in zeilen_der_antwort(feld, daten))


def _kurze_angaben(feld: Feld, daten: Mapping[Any, Any], nummer: int) -> Iterator[str]:
    """Write each part; where lists hang on an entry, the rest is kept so short that one sees how long they are."""
    teile = {teil.name: teil for teil in feld.teile_im_eintrag(nummer)}
    mit_listen = any(teil.art == "list" for teil in teile.values())
    for name, wert in daten.items():
        teil = teile.get(str(name))
        if mit_listen and teil is not None and teil.art not in ("text", "list"):
            continue
        beschriftung = teil.kurzname if teil else BESCHRIFTUNG.get(str(name), str(name))
        text = kurz_gesagt(teil or feld, wert)
        if text:
            text = kurz(text) if mit_listen else text
            yield f"{beschriftung}: {text}" if beschriftung else text


def kenntlich(feld: Feld, daten: Any) -> str:
    """Give the text by which one knows an entry: of its parts the first that is owed, else the first that is there."""
    if not isinstance(daten, Mapping):
        return kurz_gesagt(feld, daten)
    da = [(teil, daten[teil.name]) for teil in feld.teile if antwort_in(daten.get(teil.name))]
    geschuldet = [paar for paar in da if paar[0].pflicht]
    return next((kurz_gesagt(teil, wert) for teil, wert in [*geschuldet, *da]), "")

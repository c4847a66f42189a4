"""Changes a file of values: rows are appended and cells replaced, everything else stays byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from kmut_cli.documents.kennzahlen.csvtabelle import schreibe_csv
from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.wertedatei import (
    Dateiwert,
    als_text,
    als_zeile,
    lies_wertedatei,
    schreibe_wertedatei,
)
from kmut_cli.findings.error import MitHilfe

_ZEILENENDE = re.compile(r"\r\n|\r|\n")


class SpaltenError(MitHilfe):
    """The file has no column for what is to be written."""


def neue_datei(werte: Sequence[Messwert]) -> bytes:
    """Give a file of its own, with the mark by which Excel knows umlauts."""
    return codecs.BOM_UTF8 + schreibe_wertedatei(werte).encode()


def mit_werten(
    name: str, inhalt: bytes, neue: Sequence[Messwert], geaendert: Sequence[tuple[Dateiwert, Messwert]]
) -> bytes:
    """Give the bytes of a file after changes.

    Args:
        name: The file as the user would name it.
        inhalt: Its bytes; nothing is wrong with them.
        neue: Values to append.
        geaendert: Values of the file, each with what is to stand in its place.

    Raises:
        SpaltenError: A column is missing.
    """
    marke = codecs.BOM_UTF8 if inhalt.startswith(codecs.BOM_UTF8) else b""
    text = inhalt.removeprefix(marke).decode()
    kopf = [zelle.text.lower() for zelle in next(lies_wertedatei(name, inhalt).tabelle.zeilen)]
    _pruefe_spalten(name, kopf, [*neue, *(wert for _alt, wert in geaendert)])
    enden = _ZEILENENDE.search(text)
    ende = enden[0] if enden else "\n"
    teile, bis = [], 0
    for alt, wert in sorted(geaendert, key=lambda paar: paar[0].nummer):
        zeile = alt.zeile
        for spalte, stelle in sorted(alt.spalten.items(), key=lambda paar: paar[1]):
            vorher, nachher = als_text(spalte, getattr(alt.wert, spalte)), als_text(spalte, getattr(wert, spalte))
            if vorher != nachher:
                zelle = zeile[stelle]
                teile += [text[bis : zelle.von], schreibe_csv([(nachher,)])[:-1]]
                bis = zelle.bis
    text = "".join([*teile, text[bis:]])
    if neue and not text.endswith(("\n", "\r")):
        text += ende
    zeilen = schreibe_csv([als_zeile(wert, kopf) for wert in neue])
    return marke + (text + zeilen.replace("\n", ende)).encode()


def _pruefe_spalten(name: str, kopf: Sequence[str], werte: Sequence[Messwert]) -> None:
    fehlt = [
        spalte
        for spalte in Messwert.model_fields
        if spalte not in kopf and any(als_text(spalte, getattr(wert, spalte)) for wert in werte)
    ]
    if fehlt:
        was = f"fehlt die Spalte {fehlt[0]}; ohne sie"
        if len(fehlt) > 1:
            was = f"fehlen die Spalten {', '.join(fehlt[:-1])} und {fehlt[-1]}; ohne sie"
        text = f"In „{name}“ {was} ginge verloren, was dort stehen soll."
        semikolon = "ein Semikolon" if len(fehlt) == 1 else f"{len(fehlt)} Semikolons"
        hilfe = f"Ergänzen Sie in der ersten Zeile „;{';'.join(fehlt)}“ und in jeder anderen am Ende {semikolon}."
        raise SpaltenError(text, hilfe)

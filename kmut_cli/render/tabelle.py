"""Lists of small mappings as a table: one column per declared part that is used, nested lists as further rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p
from kmut_cli.render.kurztext import kurztext


def als_tabelle(zeilen: list[Any]) -> p.Tabelle:
    """Make the table of a list of answers.

    Args:
        zeilen: Models of one type, at least one.

    Returns:
        Columns in the order of their declaration, without those that no row fills. A nested list gives its columns at
        the end and a row per item; the outer cells then stand in the first of these rows only.
    """
    typ = type(zeilen[0])
    innen = _innere_liste(zeilen)
    eigene = [name for name in teile(typ) if name != innen and any(not ist_leer(getattr(z, name)) for z in zeilen)]
    kinder = [kind for z in zeilen for kind in (getattr(z, innen) or [] if innen else [])]
    innentyp = type(kinder[0]) if kinder else None
    spalten = [n for n in teile(innentyp) if any(not ist_leer(getattr(k, n)) for k in kinder)] if innentyp else []
    kopf = [teile(typ)[name].beschriftung for name in eigene]
    kopf += [teile(innentyp)[name].beschriftung for name in spalten] if innentyp else []
    return p.Tabelle(tuple(kopf), tuple(_reihen(zeilen, eigene, innen, spalten)))


def _innere_liste(zeilen: list[Any]) -> str:
    """Name the part that holds a list of models; empty if there is none."""
    for zeile in zeilen:
        for name in teile(type(zeile)):
            wert = getattr(zeile, name)
            if isinstance(wert, list) and any(isinstance(eins, Teile) for eins in wert):
                return name
    return ""


def _reihen(zeilen: list[Any], eigene: list[str], innen: str, spalten: list[str]) -> Iterator[tuple[str, ...]]:
    for zeile in zeilen:
        aussen = tuple(_zelle(getattr(zeile, name)) for name in eigene)
        kinder = (getattr(zeile, innen) or []) if innen else []
        if not kinder:
            yield (*aussen, *("" for _ in spalten))
        for nummer, kind in enumerate(kinder):
            vorn = aussen if nummer == 0 else tuple("" for _ in eigene)
            yield (*vorn, *(_zelle(getattr(kind, name)) for name in spalten))


def _zelle(wert: Any) -> str:
    """Write a cell in Markdown; what is no text has nothing that Markdown would change."""
    if isinstance(wert, str):
        return wert
    if isinstance(wert, list):
        return ", ".join(eins.strip() for eins in wert if not ist_leer(eins))
    return kurztext(wert)

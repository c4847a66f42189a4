"""What a file says where it says it wrongly: compared as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kmut_cli.compare.unterschied import Art, Fragenvergleich
from kmut_cli.compare.werte import vergleiche
from kmut_cli.findings.finding import Loc, dotted

_PUNKT = re.compile(r"[-*+] ")


def als_text(daten: Any, ebene: int = 0) -> str:
    """Write plain data as text, a key or an entry to a line.

    Args:
        daten: Mappings, lists, texts and None.
        ebene: How deep it is nested.
    """
    if isinstance(daten, dict):
        return "".join(_zeile(f"- {name}:", wert, ebene) for name, wert in daten.items())
    if isinstance(daten, list):
        return "".join(_zeile("-", wert, ebene) for wert in daten)
    return "" if daten is None else str(daten)


def _zeile(vorn: str, wert: Any, ebene: int) -> str:
    innen = als_text(wert, ebene + 1)
    if _PUNKT.match(innen):  # a text that begins with a list: its points stand below, not beside the mark of the entry
        innen = "".join("\n" + "  " * (ebene + 1) + zeile for zeile in innen.splitlines())
    return "\n" + "  " * ebene + vorn + (innen if innen.startswith("\n") else f" {innen}")


def ohne_gliederung(alt: Any, neu: Any) -> Iterator[Fragenvergleich]:
    """Compare files of which at least one does not say what document it is: by key.

    Args:
        alt: Plain data of the older file.
        neu: Those of the newer one.

    Yields:
        One entry per key that holds no further keys, named by its place.
    """
    davor, jetzt = dict(_blaetter(alt, ())), dict(_blaetter(neu, ()))
    for ort in dict.fromkeys([*jetzt, *davor]):
        a, b = als_text(davor.get(ort)), als_text(jetzt.get(ort))
        unterschiede = vergleiche(a, b)
        art = Art.GEAENDERT if a.strip() and b.strip() else Art.NEU if b.strip() else Art.ENTFERNT
        name = dotted(ort)
        yield Fragenvergleich(
            "", "", name, name, name, art if unterschiede else Art.GLEICH, unterschiede, fehlerhaft=True
        )


def _blaetter(daten: Any, ort: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(daten, dict):
        for name, wert in daten.items():
            yield from _blaetter(wert, (*ort, name))
    else:
        yield ort, daten

"""Which kinds of document there are, in which editions; only the module that is asked for is imported.

A kind and edition is a module ``<art>_<ausgabe>.py`` in this package with a name ``DOKUMENT``: adding one is adding the file.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kmut_cli.documents.dokument import Dokument

_MODUL = re.compile(r"([a-z]+)_(\d{4})")


@cache
def arten() -> dict[str, tuple[str, ...]]:
    """Give the kinds of document with their editions, oldest first.

    Returns:
        Such as ``{"taetigkeitsbericht": ("2020",)}``, kinds in alphabetical order.
    """
    import kmut_cli.documents as paket

    gefunden: dict[str, list[str]] = {}
    for modul in iter_modules(paket.__path__):
        if treffer := _MODUL.fullmatch(modul.name):
            gefunden.setdefault(treffer[1], []).append(treffer[2])
    return {art: tuple(sorted(ausgaben)) for art, ausgaben in sorted(gefunden.items())}


@cache
def dokumenttyp(art: str, ausgabe: str) -> type[Dokument]:
    """Give the class of a kind and edition.

    Raises:
        KeyError: There is none.
    """
    if ausgabe not in arten().get(art, ()):
        raise KeyError((art, ausgabe))
    typ: type[Dokument] = import_module(f"kmut_cli.documents.{art}_{ausgabe}").DOKUMENT
    return typ

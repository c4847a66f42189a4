"""Kinds of document whose output is more than their questions: a module named after the kind makes its chapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from kmut_cli.documents.umfeld import Umfeld
from kmut_cli.render.presentation import Kapitel

Gestalter = Callable[[Any, tuple[Kapitel, ...], Umfeld], tuple[Kapitel, ...]]
"""Gives the chapters to print, from the document, the chapters that follow from its outline, and its surroundings."""
Angeber = Callable[[Any, Umfeld], Mapping[str, str]]
"""Gives the short texts that a template of the kind's own prints by name."""


def _wie_gegliedert(dokument: Any, kapitel: tuple[Kapitel, ...], umfeld: Umfeld) -> tuple[Kapitel, ...]:
    return kapitel


def _keine(dokument: Any, umfeld: Umfeld) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Gestaltung:
    """How a kind is given out.

    Attributes:
        gestalte: Makes its chapters.
        angaben: Gives its short texts.
        verzeichnis: Whether it gets a table of contents.
    """

    gestalte: Gestalter = _wie_gegliedert
    angaben: Angeber = _keine
    verzeichnis: bool = False


@cache
def gestaltung(art: str) -> Gestaltung:
    """Give how a kind is given out: as the names in its module say, else by its outline."""
    name = f"{__name__}.{art}"
    if not art.isidentifier() or find_spec(name) is None:
        return Gestaltung()
    modul = import_module(name)
    return Gestaltung(
        gestalte=getattr(modul, "gestalte", _wie_gegliedert),
        angaben=getattr(modul, "angaben", _keine),
        verzeichnis=getattr(modul, "VERZEICHNIS", False),
    )

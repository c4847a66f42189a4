"""Ready catalogues of indicators: ``kataloge/<name>.yaml`` beside this module; adding one is adding the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kmut_cli.documents.kennzahlen.kennzahl import Indikator
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import options_schema
from kmut_cli.documents.zustand import ist_leer

_ENDUNG = ".yaml"


class Katalog(Modell):
    """A catalogue."""

    indikatoren: list[Indikator]


@cache
def kataloge() -> tuple[str, ...]:
    """Name the catalogues, in alphabetical order."""
    namen = (datei.name for datei in (files(__package__) / "kataloge").iterdir())
    return tuple(sorted(name.removesuffix(_ENDUNG) for name in namen if name.endswith(_ENDUNG)))


@cache
def katalog(name: str) -> tuple[Indikator, ...]:
    """Give the indicators of a catalogue, in its order.

    Raises:
        KeyError: There is no catalogue of this name.
    """
    from kmut_cli.documents.laden import lade_als  # which itself knows all documents
    from kmut_cli.source.reader import read_source

    if name not in kataloge():
        raise KeyError(name)
    datei = files(__package__) / "kataloge" / f"{name}{_ENDUNG}"
    modell, _daten, findings = lade_als(Katalog, read_source(datei.name, datei.read_bytes()))
    if findings:
        raise ValueError(f"{datei.name}: {findings[0].message}")  # a fault of the tool: the tests load every catalogue
    return tuple(modell.indikatoren)


def vereint(fertige: Sequence[Indikator], eigene: Sequence[Indikator]) -> tuple[Indikator, ...]:
    """Join a catalogue with own indicators.

    Args:
        fertige: Of the catalogue.
        eigene: Own ones. One with the number of a ready one replaces what it says itself; the others follow at the end
            of their group, those without a known group at the very end. Without a number it is no indicator yet.

    Returns:
        Each number once, in the order of the groups.
    """
    alle = {eins.nummer: eins for eins in fertige if eins.nummer}
    for eins in eigene:
        if eins.nummer:
            alle[eins.nummer] = _geaendert(alle[eins.nummer], eins) if eins.nummer in alle else eins
    gruppen = list(dict.fromkeys((eins.gruppe or "").strip() for eins in alle.values()))
    gruppen.sort(key=lambda gruppe: not gruppe)  # those without a group last
    return tuple(eins for gruppe in gruppen for eins in alle.values() if (eins.gruppe or "").strip() == gruppe)


def _geaendert(fertig: Indikator, eigen: Indikator) -> Indikator:
    return fertig.model_copy(update={name: wert for name, wert in eigen if not ist_leer(wert)})


def _lies_name(wert: Any) -> str:
    if isinstance(wert, str) and wert in kataloge():
        return wert
    raise PydanticCustomError("option", "unbekannter Katalog", {"erlaubt": list(kataloge())})


def _namen() -> Iterator[tuple[str | None, str]]:
    for name in kataloge():
        yield name, f"Katalog {name}"


Katalogname = Annotated[str, PlainValidator(_lies_name), WithJsonSchema(options_schema(dict(_namen())))]
"""Name of a ready catalogue."""

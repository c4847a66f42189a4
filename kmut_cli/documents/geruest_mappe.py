"""The scaffold of ``kmut.yaml``: the body filled in, everything else open, each with what it means as a comment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kmut_cli.documents.dokument import Kommune
from kmut_cli.documents.gebiete import Gebiet
from kmut_cli.documents.gebietsname import anrede
from kmut_cli.documents.geruest_text import kommentar, umbrochen
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.stammdaten import Fristen, Koordinierungsstelle, Stammdaten

_ANFANG = (
    "Was hier steht, gilt für alle Dokumente in diesem Ordner und in den Ordnern darunter. Zeilen, die mit # beginnen,"
    " sind Notizen. Leer bleiben darf alles außer der Kommune."
)


def stammdaten_geruest(gebiet: Gebiet, fristen: dict[tuple[str, int], date | None], schema: str = "") -> str:
    """Write the scaffold.

    Args:
        gebiet: The body.
        fristen: Kind and year of documents → deadline, None for one that is still to be entered.
        schema: Where editors find the JSON Schema; empty for no such line.

    Returns:
        The text of the file; it is valid.
    """
    zeilen = [f"# yaml-language-server: $schema={schema}", "#"] if schema else []
    zeilen += [*umbrochen(_ANFANG, "# ", "# "), "", *_kommune(gebiet), "", *_stelle(), "", *_fristen(fristen)]
    return "\n".join(zeilen).rstrip("\n") + "\n"


def _kommune(gebiet: Gebiet) -> Iterator[str]:
    werte = {
        "name": anrede(gebiet),
        "ags": f'"{gebiet.ags}"',
        "typ": gebiet.typ.name if gebiet.typ is not None else "",
    }
    yield from _beschreibung("kommune", "")
    yield "kommune:"
    yield from _angaben(Kommune, werte)


def _stelle() -> Iterator[str]:
    yield from _beschreibung("koordinierungsstelle", "")
    yield "koordinierungsstelle:"
    yield from _angaben(Koordinierungsstelle, {})


def _angaben(typ: type[Teile], werte: dict[str, str]) -> Iterator[str]:
    """Write the parts, each followed by what is meant where its key does not say it."""
    zeilen = {name: f"  {name}: {werte.get(name, '')}".rstrip() for name in teile(typ)}
    breite = max(len(zeile) for zeile in zeilen.values()) + 2
    for name, teil in teile(typ).items():
        bedeutung = teil.bedeutung or (teil.beschriftung if teil.beschriftung.lower() != name else "")
        yield f"{zeilen[name]:<{breite}}# {bedeutung}" if bedeutung else zeilen[name]


def _fristen(fristen: dict[tuple[str, int], date | None]) -> Iterator[str]:
    yield from _beschreibung("fristen", "")
    yield "fristen:"
    for art, info in Fristen.model_fields.items():
        yield from kommentar(info.description or "", "  ")
        yield f"  {art}:"
        for (eine, jahr), datum in fristen.items():
            if eine == art:
                yield f"    {jahr}: {datum or ''}".rstrip()


def _beschreibung(name: str, einzug: str) -> Iterator[str]:
    yield from kommentar(Stammdaten.model_fields[name].description or "", einzug)

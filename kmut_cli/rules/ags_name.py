"""KM415 to KM418: AGS, name and kind of the body against the official table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kmut_cli.documents.dokument import NIEDERSACHSEN, Kommune
from kmut_cli.documents.gebiete import NACHFOLGER, Gebiet, gebiete
from kmut_cli.documents.gebietsname import kandidaten, passt
from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import AGS, TYP
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.reader import Source

_RICHTIG = Example('kommune:\n  name: Landkreis Osnabrück\n  ags: "03459"\n  typ: landkreis\n')

UNBEKANNT = Rule(
    "KM415",
    "Der AGS gehört zu keiner Kommune mit Koordinierungsstelle",
    Severity.WARNING,
    "In Niedersachsen können 47 Kommunen eine Koordinierungsstelle haben: die Landkreise, die Region Hannover, die"
    " kreisfreien Städte, Hannover und Göttingen. Landkreise und kreisfreie Städte haben fünf Ziffern, die beiden"
    " Städte Hannover und Göttingen acht.",
    Example('kommune:\n  name: Landkreis Osnabrück\n  ags: "03495"\n'),
    _RICHTIG,
)
NAME_PASST_NICHT = Rule(
    "KM416",
    "AGS und Name gehören nicht zusammen",
    Severity.WARNING,
    "Der AGS entscheidet, mit welchen amtlichen Zahlen der Bericht zusammengeführt wird. Osnabrück und Oldenburg gibt"
    " es als Stadt und als Landkreis, jeweils mit eigener AGS.",
    Example('kommune:\n  name: Landkreis Osnabrück\n  ags: "03404"\n'),
    _RICHTIG,
)
TYP_PASST_NICHT = Rule(
    "KM417",
    "AGS und Art der Gebietskörperschaft widersprechen sich",
    Severity.WARNING,
    "Von der Art hängt ab, welche Fragen gelten: Eine Stadt hat keine kreisangehörigen Gemeinden. Die Angabe `typ` kann"
    " entfallen, wenn der AGS dasteht.",
    Example('kommune:\n  name: Landkreis Osnabrück\n  ags: "03459"\n  typ: kreisfreie_stadt\n'),
    _RICHTIG,
)
AUFGELOEST = Rule(
    "KM418",
    "Der AGS gehört zu einem aufgelösten Landkreis",
    Severity.ERROR,
    "Die Landkreise Göttingen (alt, 03152) und Osterode am Harz (03156) bilden seit dem 1. November 2016 den neuen"
    " Landkreis Göttingen mit der AGS 03159.",
    Example('kommune:\n  name: Landkreis Göttingen\n  ags: "03152"\n'),
    Example('kommune:\n  name: Landkreis Göttingen\n  ags: "03159"\n'),
)
RULES = (UNBEKANNT, NAME_PASST_NICHT, TYP_PASST_NICHT, AUFGELOEST)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Check the master data of the document; those of ``kmut.yaml`` are checked there and once."""
    daten = pruefling.geladen.source.data
    kommune = pruefling.dokument.kommune
    if kommune is None or not isinstance(daten, dict) or daten.get(AGS[0]) is None:
        return
    # Outside the Land there are bodies that the table does not know; some kinds of document may come from there.
    if pruefling.dokument.land or (kommune.ags or "").startswith(NIEDERSACHSEN):
        yield from pruefe_kommune(pruefling.geladen.source, kommune)


def pruefe_kommune(source: Source, kommune: Kommune) -> Iterator[Finding]:
    """Compare AGS, name and kind with the table.

    Args:
        source: The file that holds them, a document or ``kmut.yaml``.
        kommune: The master data.
    """
    ags, name = kommune.ags, kommune.name or ""
    if ags is None:
        return
    gebiet = gebiete().get(ags)
    if gebiet is None:
        text = f"Der AGS „{ags}“ steht nicht in der amtlichen Tabelle."
        yield source.finding(UNBEKANNT, AGS, text, _andere(ags, name))
        return
    if gebiet.aufgeloest:
        neu = gebiete()[NACHFOLGER[ags]]
        text = f"Den Landkreis mit der AGS „{ags}“ ({gebiet.name}) gibt es nicht mehr."
        yield source.finding(AUFGELOEST, AGS, text, f'Schreiben Sie: ags: "{neu.ags}" ({neu.name}).')
        return
    if not ist_leer(name) and not passt(name, gebiet):
        text = f"Der AGS „{ags}“ gehört zu „{gebiet.name}“ und nicht zu „{kurz(name)}“."
        hilfe = _vorschlag(kandidaten(name)) or "Berichtigen Sie den AGS oder den Namen."
        yield source.finding(NAME_PASST_NICHT, AGS, text, hilfe)
    elif kommune.typ is not None and gebiet.typ is not None and kommune.typ is not gebiet.typ:
        ist, steht = gebiet.typ.titel, kommune.typ.titel
        text = f"Nach der AGS „{ags}“ ({gebiet.name}) ist die Art „{ist}“, hier steht „{steht}“."
        yield source.finding(TYP_PASST_NICHT, TYP, text, f"Schreiben Sie: typ: {gebiet.typ.name}")


def _andere(ags: str, name: str) -> str:
    """Say which AGS is meant: by the name, else by the digits that an 8-digit key begins with."""
    if hilfe := _vorschlag(kandidaten(name)):
        return hilfe
    kreis = gebiete().get(ags[:5])
    if kreis is not None and not kreis.aufgeloest:
        return f'Meinten Sie "{kreis.ags}" ({kreis.name})?'
    return "Prüfen Sie die Ziffern; Landkreise und kreisfreie Städte haben fünf."


def _vorschlag(gefunden: Sequence[Gebiet]) -> str:
    oder = " oder ".join(f'"{gebiet.ags}" ({gebiet.name})' for gebiet in gefunden[:3])
    return f"Meinten Sie {oder}?" if oder else ""

"""From plain data to a document: validation, with every error as a finding at its place."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from kmut_cli.documents import rules
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.felder import bekannte_schluessel, heimat
from kmut_cli.documents.meldungen import aufzaehlung, kurz, meldung
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.vorschlag import meinten_sie
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import Source

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Geladen:
    """A file after validation.

    Attributes:
        source: The file.
        dokument: The document; answers that do not fit their type are left out of it. None if the file does not say
            which document it is, or could not be read.
        findings: Everything wrong with text and types; reading's findings included.
        fehlerhaft: Places of answers that are there but wrong.
    """

    source: Source
    dokument: Dokument | None
    findings: tuple[Finding, ...]
    fehlerhaft: frozenset[Loc] = field(default=frozenset())


def lade(source: Source, stammdaten: Mapping[str, Any] | None = None) -> Geladen:
    """Validate what was read.

    Args:
        source: The file.
        stammdaten: Master data of the folder (plain data of ``kmut.yaml``); used where the document has none of its own.

    Returns:
        The document and all findings; never raises for what a file holds.
    """
    daten = source.data
    if not isinstance(daten, dict):
        return Geladen(source, None, source.findings)
    typ, kopf = _typ(source, daten)
    if typ is None:
        return Geladen(source, None, (*source.findings, *kopf))
    ergaenzt = {**daten, **{k: v for k, v in (stammdaten or {}).items() if daten.get(k) is None}}
    dokument, fehler = _validiere(typ, ergaenzt)
    findings = [_finding(source, typ, ergaenzt, eins) for eins in fehler]
    return Geladen(
        source, dokument, (*source.findings, *findings), frozenset(_pfad(ergaenzt, e["loc"]) for e in fehler)
    )


def lade_als(typ: type[Any], source: Source) -> tuple[Any, tuple[Finding, ...]]:
    """Validate a file of a given type that needs no head, such as ``kmut.yaml``.

    Returns:
        The model (None if the file could not be read) and all findings.
    """
    if not isinstance(source.data, dict):
        return None, source.findings
    modell, fehler = _validiere(typ, source.data)
    return modell, (*source.findings, *(_finding(source, typ, source.data, eins) for eins in fehler))


def _typ(source: Source, daten: dict[str, Any]) -> tuple[type[Dokument] | None, list[Finding]]:
    """Find the class that the head names, or say what is wrong with the head."""
    art, ausgabe = daten.get("dokument"), daten.get("gliederung")
    bekannt = arten()
    if art is None:
        hilfe = f"Schreiben Sie an den Anfang der Datei: dokument: {aufzaehlung(list(bekannt))}"
        return None, [source.finding(rules.ART_FEHLT, ("dokument",), "Die Angabe „dokument“ fehlt.", hilfe)]
    if not isinstance(art, str) or art not in bekannt:
        nah = meinten_sie(art, bekannt) if isinstance(art, str) else None
        hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {aufzaehlung(list(bekannt))}."
        text = f"Die Art von Dokument „{kurz(art)}“ kennt kmut nicht."
        return None, [source.finding(rules.ART_UNBEKANNT, ("dokument",), text, hilfe)]
    ausgaben = aufzaehlung([f'"{eine}"' for eine in bekannt[art]])
    if ausgabe is None:
        text = (
            "Die Angabe „gliederung“ fehlt: Nach welcher Ausgabe der amtlichen Gliederung ist das Dokument geschrieben?"
        )
        ort = ("gliederung",) if "gliederung" in daten else ("dokument",)
        return None, [
            source.finding(rules.AUSGABE_FEHLT, ort, text, f"Schreiben Sie: gliederung: {ausgaben}", key=True)
        ]
    if not isinstance(ausgabe, str) or ausgabe not in bekannt[art]:
        text = f"Die Ausgabe „{kurz(ausgabe)}“ der Gliederung kennt kmut nicht."
        hilfe = f"Möglich ist: {ausgaben}. Das Jahr des Dokuments steht in einer eigenen Zeile."
        return None, [source.finding(rules.AUSGABE_UNBEKANNT, ("gliederung",), text, hilfe)]
    return dokumenttyp(art, ausgabe), []


def _validiere(typ: type[Any], daten: dict[str, Any]) -> tuple[Any, list[Any]]:
    """Validate; where answers are wrong, once more without them, so that the rest can still be checked."""
    try:
        return typ.model_validate(daten), []
    except ValidationError as fehler:
        alle = fehler.errors(include_url=False)
    rest = copy.deepcopy(daten)
    for loc in sorted((_pfad(daten, eins["loc"]) for eins in alle), key=_von_hinten, reverse=True):
        _entferne(rest, loc)
    try:
        return typ.model_validate(rest), alle
    except ValidationError:
        return None, alle


def _von_hinten(loc: Loc) -> list[tuple[int, str]]:
    """Sort key that takes later list items first, so that removing one moves none that is still to be removed."""
    return [(teil, "") if isinstance(teil, int) else (0, teil) for teil in loc]


def _pfad(daten: Any, loc: Loc) -> Loc:
    """Keep of Pydantic's path what is a key or index of the file: the tags of unions are none."""
    pfad: list[str | int] = []
    hier = daten
    for teil in loc:
        if isinstance(teil, str) and teil.startswith("="):
            continue
        pfad.append(teil)
        hier = _kind(hier, teil)
    return tuple(pfad)


def _kind(hier: Any, teil: str | int) -> Any:
    try:
        return hier[teil]
    except (KeyError, IndexError, TypeError):
        return None


def _entferne(daten: Any, loc: Loc) -> None:
    hier = daten
    for teil in loc[:-1]:
        hier = _kind(hier, teil)
    if isinstance(hier, dict):
        hier.pop(loc[-1], None)
    elif isinstance(hier, list) and isinstance(loc[-1], int):
        del hier[loc[-1] : loc[-1] + 1]


def _finding(source: Source, typ: type[Any], daten: dict[str, Any], fehler: Mapping[str, Any]) -> Finding:
    pfad = _pfad(daten, fehler["loc"])
    if fehler["type"] == "extra_forbidden":
        return _unbekannter_schluessel(source, typ, pfad)
    name = _name(pfad)
    if fehler["type"] == "missing":
        text = f"Unter „{pfad[-2] if len(pfad) > 1 else ''}“ fehlt die Angabe „{name}“."
        return source.finding(rules.WERTART, pfad, text, f"Ergänzen Sie die Zeile „{name}: …“.")
    eine = meldung(fehler["type"], fehler["input"], fehler.get("ctx", {}), name, bekannte_schluessel(typ, pfad))
    return source.finding(eine.rule, pfad, eine.message, eine.help)


def _name(pfad: Loc) -> str:
    """Name a place by its key, an item of a list by its number and the list's key."""
    letzter = pfad[-1] if pfad else ""
    if not isinstance(letzter, int):
        return letzter
    liste = next((teil for teil in reversed(pfad) if isinstance(teil, str)), "")
    return f"Punkt {letzter + 1} von {liste}"


def _unbekannter_schluessel(source: Source, typ: type[Any], pfad: Loc) -> Finding:
    wort = str(pfad[-1])
    bekannt = bekannte_schluessel(typ, pfad[:-1])
    nah = meinten_sie(wort, bekannt)
    anderswo = None if nah else next(heimat(typ, wort), None)
    if nah:
        hilfe = f"Meinten Sie „{nah}“?"
    elif anderswo:
        hilfe = f"„{anderswo[-1]}“ gehört unter {'.'.join(anderswo[:-1]) or 'die oberste Ebene'}; rücken Sie die Zeile dorthin."
    else:
        hilfe = f"Hier möglich: {', '.join(bekannt)}." if bekannt else "Löschen Sie die Zeile."
    text = f"Den Schlüssel „{kurz(wort)}“ kennt die Gliederung an dieser Stelle nicht."
    return source.finding(rules.SCHLUESSEL, pfad, text, hilfe, key=True)

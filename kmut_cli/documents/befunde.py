"""From the errors of validation to findings: only loaded for a file that has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kmut_cli.documents import rules
from kmut_cli.documents.bezug import BEZUGSSCHLUESSEL
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.felder import bekannte_schluessel, heimat
from kmut_cli.documents.meldungen import aufzaehlung, kurz, meldung
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.validieren import Fehler
from kmut_cli.documents.vorschlag import als_schluessel, meinten_sie
from kmut_cli.documents.weitere import begrenzte_fehler
from kmut_cli.findings.finding import Finding, Loc
from kmut_cli.source.reader import Source

# What may stand around an answer; misspelt, the mapping is taken for the answer itself.
RAHMEN = frozenset({"entfaellt", "antwort", "erlaeuterung"})
_AUCH_RAHMEN = RAHMEN | frozenset(BEZUGSSCHLUESSEL)


def befunde(source: Source, typ: type[Any], fehler: Sequence[Fehler]) -> Iterator[Finding]:
    """Tell of each error, of very many only the first.

    A key that is missing where another is unknown is most likely that one, misspelt.
    """
    fremd = {eins.ort[:-1] for eins in fehler if eins.art == "extra_forbidden"}
    alle = [eins for eins in fehler if eins.art != "missing" or eins.ort[:-1] not in fremd]
    return begrenzte_fehler((_finding(source, typ, eins) for eins in alle), len(alle))


def _finding(source: Source, typ: type[Any], fehler: Fehler) -> Finding:
    ort = fehler.ort
    if fehler.art == "extra_forbidden":
        return unbekannter_schluessel(source, typ, ort)
    if isinstance(fehler.wert, dict) and (verschrieben := _verschriebener_rahmen(typ, ort, fehler.wert)):
        return unbekannter_schluessel(source, typ, (*ort, verschrieben))
    name = _name(ort)
    if fehler.art == "missing":
        text = f"Unter „{_name(ort[:-1])}“ fehlt die Angabe „{name}“."
        return source.finding(rules.WERTART, ort, text, f"Ergänzen Sie die Zeile „{name}: …“.")
    eine = meldung(fehler.art, fehler.wert, fehler.kontext, name, bekannte_schluessel(typ, ort))
    return source.finding(eine.rule, ort, eine.message, eine.help, key=fehler.art.endswith("_schluessel"))


def _verschriebener_rahmen(typ: type[Any], ort: Loc, wert: dict[str, Any]) -> str | None:
    """Find the key that was to be one around an answer, such as ``entfaellt``, and made the answer unrecognisable."""
    rahmen = [name for name in bekannte_schluessel(typ, ort) if name in _AUCH_RAHMEN]
    return next((name for name in wert if name not in rahmen and meinten_sie(name, rahmen)), None)


def _name(pfad: Loc) -> str:
    """Name a place by its key, an item of a list by its number and the list's key."""
    letzter = pfad[-1] if pfad else ""
    if not isinstance(letzter, int):
        return letzter
    liste = next((teil for teil in reversed(pfad) if isinstance(teil, str)), "")
    return f"Punkt {letzter + 1} von {liste}"


def unbekannter_schluessel(source: Source, typ: type[Any], pfad: Loc) -> Finding:
    """Tell of a key that is not known at its place: which one is meant, where it belongs, or which there are.

    Args:
        source: The file.
        typ: What it shall be.
        pfad: The key.
    """
    wort = str(pfad[-1])
    bekannt = bekannte_schluessel(typ, pfad[:-1])
    nah = meinten_sie(wort, bekannt) if "." not in wort else None
    hilfe = f"Meinten Sie „{nah}“?" if nah else _wohin(typ, wort, bekannt)
    wer = "die Gliederung" if issubclass(typ, Dokument) and typ.amtlich else "kmut"
    text = f"Den Schlüssel „{kurz(wort)}“ kennt {wer} an dieser Stelle nicht."
    umgebung = daten_an(source.data, pfad[:-1])
    if not nah and isinstance(umgebung, dict) and umgebung.get("aus") is not None:
        return source.finding(rules.SCHLUESSEL, pfad, text, _neben_aus(bekannt), key=True)
    finding = source.finding(rules.SCHLUESSEL, pfad, text, hilfe, key=True)
    davor = finding.source_line[: finding.column - 1].rstrip()
    if not nah and davor.endswith(",") and davor.count("{") > davor.count("}"):
        hilfe = f'In geschweiften Klammern trennt das Komma: Steht „{kurz(wort)}“ noch im Wert davor, setzen Sie ihn in "…".'
        return replace(finding, help=hilfe)
    return finding


def _neben_aus(bekannt: list[str]) -> str:
    """Say of a key in a reference that the reference is the whole answer, or what else may stand in it."""
    daneben = [name for name in BEZUGSSCHLUESSEL if name in bekannt and name != "aus"]
    if daneben:
        return f"Neben „aus“ ist hier möglich: {aufzaehlung(daneben)}."
    return "Diese Antwort wird ganz übernommen: Ergänzen Sie die andere Datei, oder antworten Sie hier ohne „aus“."


def _wohin(typ: type[Any], wort: str, bekannt: list[str]) -> str:
    """Say where a key belongs that is not known where it stands."""
    if als_schluessel(wort) in RAHMEN:
        form = '{entfaellt: "…"}' if als_schluessel(wort) == "entfaellt" else '{antwort: ja, erlaeuterung: "…"}'
        return f"„{als_schluessel(wort)}“ steht bei einer einzelnen Antwort: {form}."
    if "." in wort:
        aussen, innen = wort.split(".", 1)
        return f"Schreiben Sie „{kurz(aussen)}:“ und darunter eingerückt „{kurz(innen)}: …“."
    heimaten = list(heimat(typ, wort))
    if 0 < len(heimaten) <= 3:
        orte = aufzaehlung([".".join(pfad[:-1]) or "die oberste Ebene" for pfad in heimaten])
        return f"„{heimaten[0][-1]}“ gehört unter {orte}; rücken Sie die Zeile dorthin."
    return f"Hier möglich: {', '.join(bekannt)}." if bekannt else "Löschen Sie die Zeile."

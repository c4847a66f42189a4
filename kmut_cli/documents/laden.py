"""From plain data to a document: validation, with every error as a finding at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kmut_cli.documents import rules
from kmut_cli.documents.beziehen import beziehe
from kmut_cli.documents.bezug import BEZUGSSCHLUESSEL
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.felder import bekannte_schluessel, heimat
from kmut_cli.documents.meldungen import aufzaehlung, kurz, meldung, was_ist
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.umfeld import KEIN_UMFELD, Umfeld
from kmut_cli.documents.validieren import Fehler, validiere
from kmut_cli.documents.vorschlag import als_schluessel, meinten_sie
from kmut_cli.findings.finding import Finding, Loc
from kmut_cli.source.reader import Source

# What may stand around an answer; misspelt, the mapping is taken for the answer itself.
RAHMEN = frozenset({"entfaellt", "antwort", "erlaeuterung"})
_AUCH_RAHMEN = RAHMEN | frozenset(BEZUGSSCHLUESSEL)


@dataclass(frozen=True, slots=True)
class Geladen:
    """A file after validation.

    Attributes:
        source: The file.
        dokument: The document; answers that do not fit their type are left out of it. None if the file does not say
            which document it is, or could not be read.
        findings: Everything wrong with text and types; reading's findings included.
        fehlerhaft: Places of what is there but wrong, and of what had to be left out with it.
        umfeld: What the document may see of its folder.
    """

    source: Source
    dokument: Dokument | None
    findings: tuple[Finding, ...]
    fehlerhaft: frozenset[Loc] = field(default=frozenset())
    umfeld: Umfeld = KEIN_UMFELD

    def fehlerhaft_an(self, pfad: tuple[str, ...]) -> bool:
        """Whether something is wrong with the answer at a place of the outline, with a part of it or all around it."""
        ohne_nummern = (tuple(teil for teil in ort if isinstance(teil, str)) for ort in self.fehlerhaft)
        return any(ort[: len(pfad)] == pfad or pfad[: len(ort)] == ort for ort in ohne_nummern)


def lade(source: Source, stammdaten: Mapping[str, Any] | None = None, umfeld: Umfeld = KEIN_UMFELD) -> Geladen:
    """Validate what was read.

    Args:
        source: The file.
        stammdaten: Master data of the folder (plain data of ``kmut.yaml``); used where the document has none of its own.
        umfeld: Gives the files from which answers are taken (``{aus: veranstaltungen}``); without a folder such an
            answer stays the reference that it is.

    Returns:
        The document and all findings; never raises for what a file holds.
    """
    daten = source.data
    if not isinstance(daten, dict):
        return Geladen(source, None, source.findings)
    typ, kopf = _typ(source, daten)
    if typ is None:
        return Geladen(source, None, (*source.findings, *kopf))
    ergaenzt = _mit_stammdaten(daten, stammdaten or {})
    ergebnis = validiere(typ, ergaenzt)
    findings = (*source.findings, *_findings(source, typ, ergebnis.fehler))
    if ergebnis.modell is None or not umfeld.gibt_es:
        return Geladen(source, ergebnis.modell, findings, ergebnis.fehlerhaft, umfeld)
    bezogen = beziehe(source, ergebnis.modell, umfeld)
    ganz = bezogen.dokument.ergaenze(source, umfeld)
    alle = (*findings, *bezogen.findings, *ganz.findings)
    return Geladen(source, ganz.dokument, alle, ergebnis.fehlerhaft | bezogen.fehlerhaft | ganz.fehlerhaft, umfeld)


def _mit_stammdaten(daten: dict[str, Any], stammdaten: Mapping[str, Any]) -> dict[str, Any]:
    """Add what the document does not say itself; a body without a name is the folder's, with what is said of it here."""
    ergaenzt = {**daten, **{name: wert for name, wert in stammdaten.items() if daten.get(name) is None}}
    eigene, gemeinsame = daten.get("kommune"), stammdaten.get("kommune")
    if isinstance(eigene, dict) and isinstance(gemeinsame, dict) and not eigene.get("name"):
        ergaenzt["kommune"] = {**gemeinsame, **{name: wert for name, wert in eigene.items() if wert is not None}}
    return ergaenzt


def lade_als(typ: type[Any], source: Source) -> tuple[Any, dict[str, Any], tuple[Finding, ...]]:
    """Validate a file of a given type that needs no head, such as ``kmut.yaml``.

    Returns:
        The model (None if the file could not be read), the plain data without what is wrong, and all findings.
    """
    if not isinstance(source.data, dict):
        return None, {}, source.findings
    ergebnis = validiere(typ, source.data)
    return ergebnis.modell, ergebnis.daten, (*source.findings, *_findings(source, typ, ergebnis.fehler))


def _typ(source: Source, daten: dict[str, Any]) -> tuple[type[Dokument] | None, list[Finding]]:
    """Find the class that the head names, or say what is wrong with the head."""
    art, ausgabe = daten.get("dokument"), daten.get("gliederung")
    bekannt = arten()
    for name in ("dokument", "gliederung"):
        falsch = None if name in daten else next((wort for wort in daten if meinten_sie(wort, [name])), None)
        if falsch is not None:
            return None, [_unbekannter_schluessel(source, Dokument, (falsch,))]
    if art is None:
        hilfe = f"Schreiben Sie an den Anfang der Datei: dokument: {aufzaehlung(list(bekannt))}"
        return None, [source.finding(rules.ART_FEHLT, ("dokument",), "Die Angabe „dokument“ fehlt.", hilfe)]
    if not isinstance(art, str) or art not in bekannt:
        nah = meinten_sie(art, bekannt) if isinstance(art, str) else None
        hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {aufzaehlung(list(bekannt))}."
        text = _unbekannt("Die Art von Dokument", art)
        return None, [source.finding(rules.ART_UNBEKANNT, ("dokument",), text, hilfe)]
    ausgaben = aufzaehlung([f'"{eine}"' for eine in bekannt[art]])
    if ausgabe is None:
        neueste = dokumenttyp(art, bekannt[art][-1])
        if not neueste.amtlich:
            return neueste, []
        text = (
            "Die Angabe „gliederung“ fehlt: Nach welcher Ausgabe der amtlichen Gliederung ist das Dokument geschrieben?"
        )
        ort = ("gliederung",) if "gliederung" in daten else ("dokument",)
        return None, [
            source.finding(rules.AUSGABE_FEHLT, ort, text, f"Schreiben Sie: gliederung: {ausgaben}", key=True)
        ]
    if not isinstance(ausgabe, str) or ausgabe not in bekannt[art]:
        text = _unbekannt("Die Ausgabe der Gliederung", ausgabe)
        hilfe = f"Möglich ist: {ausgaben}. Das Jahr des Dokuments steht in einer eigenen Zeile."
        return None, [source.finding(rules.AUSGABE_UNBEKANNT, ("gliederung",), text, hilfe)]
    return dokumenttyp(art, ausgabe), []


def _unbekannt(was: str, wert: Any) -> str:
    if isinstance(wert, str):
        return f"{was} „{kurz(wert)}“ kennt kmut nicht."
    return f"{was} steht in einem Wort, hier steht {was_ist(wert)}."


def _findings(source: Source, typ: type[Any], fehler: Sequence[Fehler]) -> Iterator[Finding]:
    """Tell of each error; a key that is missing where another is unknown is most likely that one, misspelt."""
    fremd = {eins.ort[:-1] for eins in fehler if eins.art == "extra_forbidden"}
    return (_finding(source, typ, eins) for eins in fehler if eins.art != "missing" or eins.ort[:-1] not in fremd)


def _finding(source: Source, typ: type[Any], fehler: Fehler) -> Finding:
    ort = fehler.ort
    if fehler.art == "extra_forbidden":
        return _unbekannter_schluessel(source, typ, ort)
    if isinstance(fehler.wert, dict) and (verschrieben := _verschriebener_rahmen(typ, ort, fehler.wert)):
        return _unbekannter_schluessel(source, typ, (*ort, verschrieben))
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


def _unbekannter_schluessel(source: Source, typ: type[Any], pfad: Loc) -> Finding:
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

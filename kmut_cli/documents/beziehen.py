"""Puts in the place of ``{aus: …}`` what the other file holds: once, while loading, so that all commands see the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kmut_cli.documents import rules as allgemein
from kmut_cli.documents import rules_bezug as rules
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.bezug import Bezug, Bezugsweg, Entnahmeweg, Verzeichnis, Weg
from kmut_cli.documents.dokument import Dokument, Status
from kmut_cli.documents.gliederung import FrageImText, gliederung
from kmut_cli.documents.meldungen import aufzaehlung, kurz
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.umfeld import Quelldatei, Umfeld
from kmut_cli.findings.finding import Finding, Loc
from kmut_cli.source.reader import Source

M = TypeVar("M", bound=Modell)


@dataclass(slots=True)
class Aufloesung:
    """A document whose references are resolved.

    Attributes:
        dokument: The document, with the entries in place of the references.
        findings: What stands in the way.
        fehlerhaft: Places of references that could not be followed in full.
        entwuerfe: Files that were found to be drafts although this document is final.
    """

    dokument: Dokument
    findings: list[Finding] = field(default_factory=list)
    fehlerhaft: set[Loc] = field(default_factory=set)
    entwuerfe: set[str] = field(default_factory=set)


def beziehe(source: Source, dokument: Dokument, umfeld: Umfeld) -> Aufloesung:
    """Resolve every reference of a document.

    Args:
        source: Its file, for the places of findings.
        dokument: The document.
        umfeld: Finds the other files.
    """
    ergebnis = Aufloesung(dokument)
    for frage in gliederung(type(dokument)).fragen:
        if frage.frage.bezug:
            _beziehe_eine(ergebnis, source, frage, umfeld)
    return ergebnis


def _beziehe_eine(ergebnis: Aufloesung, source: Source, frage: FrageImText, umfeld: Umfeld) -> None:
    wert = wert_an(ergebnis.dokument, frage.pfad)
    bezug = wert.antwort if isinstance(wert, Erlaeutert) else wert
    if not isinstance(bezug, Bezug):
        return
    pfad = (*frage.pfad, "antwort") if isinstance(wert, Erlaeutert) else frage.pfad
    quelle = getattr(bezug, "aus", None)
    if quelle is None and not getattr(bezug, "weitere", None):
        _nennt_nichts(ergebnis, source, (*pfad, "aus"), frage.frage.bezug)
    weg = next((eins for eins in frage.frage.bezug if quelle is None or eins.quelle == quelle.name), None)
    antwort: Any = None
    if isinstance(weg, Bezugsweg):
        antwort = _aus_verzeichnis(ergebnis, source, (*pfad, "aus"), weg, bezug, umfeld)
    elif isinstance(weg, Entnahmeweg):
        antwort = _aus_dokument(ergebnis, source, (*pfad, "aus"), weg, bezug, umfeld)
    if isinstance(wert, Erlaeutert) and not isinstance(antwort, Entfaellt):
        antwort = _erlaeutert(wert, antwort)
    ergebnis.dokument = _ersetzt(ergebnis.dokument, frage.pfad, antwort)


def _nennt_nichts(ergebnis: Aufloesung, source: Source, ort: Loc, wege: Sequence[Weg]) -> None:
    """Tell of a reference that names no file: it looks like an answer and is none."""
    moeglich = aufzaehlung([f"{{aus: {weg.quelle}}}" for weg in wege])
    hilfe = f"Schreiben Sie {moeglich}, oder die Antwort selbst."
    ergebnis.findings.append(source.finding(allgemein.WERTART, ort, "„aus“: Hier steht nichts.", hilfe))
    ergebnis.fehlerhaft.add(ort)


def _erlaeutert(hier: Erlaeutert[Any], antwort: Any) -> Erlaeutert[Any]:
    """Put what was taken under the explanation that stands here; one that came with it goes before."""
    if not isinstance(antwort, Erlaeutert):
        return hier.model_copy(update={"antwort": antwort})
    texte = [text.strip() for text in (antwort.erlaeuterung, hier.erlaeuterung) if text and text.strip()]
    return hier.model_copy(update={"antwort": antwort.antwort, "erlaeuterung": "\n\n".join(texte) or None})


def _aus_verzeichnis(ergebnis: Aufloesung, source: Source, ort: Loc, weg: Bezugsweg, bezug: Any, umfeld: Umfeld) -> Any:
    """Make an answer of the entries of the log."""
    auswahl: list[Any] = []
    arten = getattr(bezug, "arten", None) or None
    if bezug.aus is not None:
        quelle = umfeld.quelle(weg.quelle)
        if _gelesen(ergebnis, source, ort, quelle):
            eintraege = _des_jahres(quelle.dokument, ergebnis.dokument.jahr)
            auswahl = weg.waehle(eintraege, arten)
            if not auswahl and not quelle.fehler:
                ergebnis.findings.append(_nichts(source, ort, quelle.name, ergebnis.dokument, len(eintraege)))
            elif weg.unklar is not None and (unklar := weg.unklar(eintraege, arten)):
                ergebnis.findings.append(_unklar(source, ort, quelle.name, weg.angabe, unklar))
    alle = [*auswahl, *(bezug.weitere or [])]
    return weg.fasse(alle) if alle else None


def _aus_dokument(ergebnis: Aufloesung, source: Source, ort: Loc, weg: Entnahmeweg, bezug: Any, umfeld: Umfeld) -> Any:
    """Take an answer from another document."""
    antwort: Any = None
    if bezug.aus is not None:
        jahr = ergebnis.dokument.jahr
        quelle = umfeld.quelle(weg.quelle, jahr + weg.versatz if jahr else None)
        if _gelesen(ergebnis, source, ort, quelle):
            _noch_entwurf(ergebnis, source, ort, quelle)
            antwort = weg.nimm(quelle.dokument, ergebnis.dokument)
            if antwort in (None, []) and not quelle.fehler:
                text = f"In „{quelle.name}“ steht nichts, was diese Frage beantwortet."
                ergebnis.findings.append(
                    source.finding(rules.NICHTS, ort, text, "Antworten Sie dort oder hier selbst.")
                )
    weitere = getattr(bezug, "weitere", None) or []
    return [*(antwort or []), *weitere] if weitere else antwort


def _noch_entwurf(ergebnis: Aufloesung, source: Source, ort: Loc, quelle: Quelldatei) -> None:
    """Tell of a draft from which a final version takes answers, where it does so first."""
    if not ergebnis.dokument.final or quelle.dokument.status is not Status.entwurf or quelle.name in ergebnis.entwuerfe:
        return
    ergebnis.entwuerfe.add(quelle.name)
    text = f"Dieses Dokument ist „final“, übernimmt aber Antworten aus „{quelle.name}“, und das ist noch ein Entwurf."
    hilfe = "Schreiben Sie dort „status: final“, wenn es fertig ist, oder hier die Antworten aus, so wie sie gelten."
    ergebnis.findings.append(source.finding(rules.ENTWURF, ort, text, hilfe))


def _gelesen(ergebnis: Aufloesung, source: Source, ort: Loc, quelle: Quelldatei) -> bool:
    """Whether the file could be read, be it in part; says so where it could not, or not all of it."""
    if quelle.dokument is not None and not quelle.fehler:
        return True
    ergebnis.fehlerhaft.add(ort)
    if not quelle.vorhanden:
        text = f"Die Antwort soll aus „{quelle.name}“ kommen, aber diese Datei gibt es nicht."
        art = "kmut log add" if quelle.art == Verzeichnis.veranstaltungen.name else f"kmut new {quelle.art}"
        hilfe = f"Legen Sie sie mit „{art}“ an, oder schreiben Sie die Antwort hier selbst."
        ergebnis.findings.append(source.finding(rules.FEHLT, ort, text, hilfe))
    elif quelle.fremd:
        text = f"In „{quelle.name}“ steht „dokument: {quelle.fremd}“; gebraucht wird hier „dokument: {quelle.art}“."
        hilfe = "Berichtigen Sie dort die Zeile „dokument:“, oder geben Sie der Datei einen anderen Namen."
        ergebnis.findings.append(source.finding(rules.FEHLT, ort, text, hilfe))
    elif quelle.dokument is None:
        text = f"Die Antwort soll aus „{quelle.name}“ kommen, aber diese Datei lässt sich nicht lesen."
        hilfe = f"Was daran nicht stimmt, sagt: kmut validate {quelle.name}"
        ergebnis.findings.append(source.finding(rules.FEHLT, ort, text, hilfe))
    else:
        ergebnis.findings.append(rules.mit_fehlern(source, ort, quelle))
    return quelle.dokument is not None


def _nichts(source: Source, ort: Loc, name: str, dokument: Dokument, eintraege: int) -> Finding:
    if dokument.jahr is None:
        text = f"Aus „{name}“ lässt sich nichts übernehmen, solange im Kopf das {dokument.jahr_bezeichnung} fehlt."
        hilfe = f"Schreiben Sie z. B. {dokument.jahresfeld}: 2024"
    elif not eintraege:
        text = f"In „{name}“ steht kein Eintrag für {dokument.jahr}."
        hilfe = "Tragen Sie die Termine mit „kmut log add“ oder „kmut log import“ nach, oder antworten Sie hier selbst."
    else:
        wieviel = "der eine Eintrag" if eintraege == 1 else f"keiner der {eintraege} Einträge"
        nicht = " nicht" if eintraege == 1 else ""
        text = f"In „{name}“ passt {wieviel} für {dokument.jahr}{nicht} zu dieser Frage."
        hilfe = (
            "Prüfen Sie dort „art“, „rolle“ und „netzwerk“, oder nennen Sie hier die Arten: arten: [veranstaltung, …]"
        )
    return source.finding(rules.NICHTS, ort, text, hilfe)


def _unklar(source: Source, ort: Loc, name: str, angabe: str, eintraege: Sequence[Any]) -> Finding:
    """Name the first entries that are left out, and what they lack."""
    genannt = ", ".join(f"„{kurz(eins.titel or '')}“ ({eins.datum})" for eins in eintraege[:3])
    mehr = f" und {len(eintraege) - 3} weitere" if len(eintraege) > 3 else ""
    text = f"In „{name}“ fehlt „{angabe}“, deshalb kommt nicht in den Bericht: {genannt}{mehr}."
    hilfe = f"Ergänzen Sie dort „{angabe}“; „kmut explain {rules.UNKLAR.code}“ sagt, was gilt."
    return source.finding(rules.UNKLAR, ort, text, hilfe)


def _des_jahres(verzeichnis: Any, jahr: int | None) -> list[Any]:
    """Give the entries of a year in the order of their dates; entries of one day keep that of the file."""
    datiert = [eins for eins in verzeichnis.eintraege or [] if eins.datum is not None]
    passend = [eins for eins in datiert if jahr is not None and eins.datum.im_jahr(jahr)]
    return sorted(passend, key=lambda eins: eins.datum.folge)


def _ersetzt(modell: M, pfad: Sequence[str], wert: Any) -> M:
    """Give a copy of a model with another value at a path."""
    neu = wert if len(pfad) == 1 else _ersetzt(getattr(modell, pfad[0]), pfad[1:], wert)
    return modell.model_copy(update={pfad[0]: neu})

"""What holds for any file, whatever its bytes are; the tests and the long runs ask the same."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from kmut_cli.cli.ausfuellen.anzeige import Bild, bild
from kmut_cli.cli.ausfuellen.fragen import abschnitte, mit_anlagen, zu_fragen
from kmut_cli.documents.antworttext import zeile_je_eintrag, zeilen_der_antwort
from kmut_cli.documents.eingabefeld import feld_der_frage
from kmut_cli.documents.gliederung import FrageImText
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.verweis import nennbare
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.formats import FORMATS, formatter
from kmut_cli.findings.report import Report
from kmut_cli.render.darstellung import darstellung
from kmut_cli.render.formate import FORMATE, rendere
from kmut_cli.render.vorlagen import vorlage
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

# Sentences of the libraries below; none of them may reach a reader.
FREMDE_SAETZE = re.compile(
    r"Input should|Field required|Extra inputs|permitted|validation error|found character|while (scanning|parsing)"
    r"|did not find|mapping values|could not|Traceback|Exception|\[type=|\bNone\b.*\bNone\b",
    re.IGNORECASE,
)
NAME = "datei.yaml"


def untersuche(inhalt: bytes) -> tuple[Geladen, list[Finding]]:
    """Read, validate and check a file as the commands do, and prove what every finding owes the reader."""
    geladen = lade(read_source(NAME, inhalt))
    findings = list(geladen.findings)
    if geladen.dokument is not None:
        findings += examine(Pruefling(geladen, geladen.dokument))
    else:
        assert findings, "a file without a document needs a reason"
    pruefe_findings(geladen.source.text, findings)
    pruefe_formate(findings)
    return geladen, findings


def fehlerfrei(geladen: Geladen) -> bool:
    """Whether the file is valid, so that it may be given out and written to."""
    return geladen.dokument is not None and not any(eins.severity is Severity.ERROR for eins in geladen.findings)


def pruefe_findings(text: str, findings: Sequence[Finding]) -> None:
    """Prove place and wording of findings."""
    zeilen = re.split("\r\n|\r|\n", text)
    for eins in findings:
        assert eins.message.strip(), eins
        assert not re.search("[\n\r]", eins.message + eins.help), eins
        # What stands in quotes is the author's own text.
        assert not FREMDE_SAETZE.search(re.sub("„.*“", "", eins.message + " " + eins.help)), eins
        if eins.line == 0:
            assert (eins.column, eins.end_column, eins.source_line) == (0, 0, ""), eins
            continue
        assert 1 <= eins.line <= len(zeilen), eins
        zeile = zeilen[eins.line - 1]
        assert eins.source_line == zeile, eins
        # A mark is one sign wide at least, also behind the end of its line.
        assert 1 <= eins.column <= len(zeile) + 1, eins
        assert eins.column < eins.end_column <= len(zeile) + 2, eins


def pruefe_formate(findings: Sequence[Finding]) -> None:
    """Print findings in every format; the ones for machines can be read again and hold them all."""
    report = Report(tuple(findings), (NAME,), "0")
    ausgaben = {name: formatter(name)(report) for name in FORMATS}
    for name, ausgabe in ausgaben.items():
        ausgabe.encode()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", ausgabe), name
    assert len(json.loads(ausgaben["json"])["findings"]) == len(findings)
    assert len(json.loads(ausgaben["gitlab"])) == len(findings)
    assert len(json.loads(ausgaben["sarif"])["runs"][0]["results"]) == len(findings)
    assert len(list(ElementTree.fromstring(ausgaben["junit"]).iter("testcase"))) >= 1
    assert len([zeile for zeile in ausgaben["github"].split("\n") if zeile.startswith("::")]) == len(findings)


def gib_aus(geladen: Geladen) -> dict[str, bytes]:
    """Give a document out in every format that fills a template."""
    assert geladen.dokument is not None
    was = darstellung(geladen.dokument, Pruefling(geladen, geladen.dokument).stand, geladen.umfeld)
    return {format: rendere(format, was, vorlage(was.art, format, ())) for format in FORMATE}


def zeige_in_fill(geladen: Geladen) -> int:
    """Lay out every answered question as ``kmut fill`` does; gives how many are to be asked."""
    assert geladen.dokument is not None
    typ, daten = type(geladen.dokument), geladen.source.data
    pruefling = Pruefling(geladen, geladen.dokument)
    nummern = abschnitte(pruefling.gliederung, ())
    je_frage = {abschnitt.nummer: abschnitt for abschnitt in pruefling.gliederung.abschnitte}
    for stand in pruefling.stand:
        frage = stand.frage
        antwort = daten_an(daten, frage.pfad)
        nennbare(typ, frage, daten)
        if antwort is None:
            continue  # what an open question looks like does not depend on the file
        feld = feld_der_frage(typ, frage, geladen.dokument.jahr_im_wortlaut)
        zeilen = zeilen_der_antwort(feld, antwort)
        assert zeilen or not _sagt_etwas(antwort), (frage.pfad, antwort)
        was = Bild(je_frage[frage.abschnittsnummer], feld, 1, 1, "2026", stand.luecken, zeilen,
                   zeile_je_eintrag(feld, antwort), (), zeilen, "Vorjahr")  # fmt: skip
        assert bild(was, 40)
        assert bild(was, 80, ganz=True)
    folge = mit_anlagen(pruefling.gliederung, zu_fragen(pruefling.stand, nummern, alle=True), nummern, (), alle=True)
    ganze = [frage.pfad for frage in pruefling.gliederung.fragen]
    plaetze = [ganze.index(eins.pfad) for eins in folge if isinstance(eins, FrageImText)]
    assert all(eine < naechste for eine, naechste in pairwise(plaetze))
    return len(zu_fragen(pruefling.stand, nummern, alle=False))


def _sagt_etwas(daten: Any) -> bool:
    if isinstance(daten, dict | list):
        return any(map(_sagt_etwas, daten.values() if isinstance(daten, dict) else daten))
    return daten is not None

"""What any bytes may be done to, and what must hold afterwards: the same for kept cases, mutated text and the long run.

Each takes bytes and gives nothing; an exception is a fault found.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from kmut_cli.documents.kennzahlen.wertedatei import lies_wertedatei
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.render.markdown import render_markdown
from kmut_cli.render.parsed import parsed
from kmut_cli.render.presentation import Absatz, Angabe
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.source.decode import FORBIDDEN
from kmut_cli.source.edit import Append, EditError, Remove, Set, edit
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.monitoring.einlesen import lies_statistik
from kmut_cli.workspace.monitoring.lesung import Lesung
from kmut_cli.workspace.veranstaltungen.einlesung import EinleseError
from kmut_cli.workspace.veranstaltungen.kalender import lies_kalender
from kmut_cli.workspace.veranstaltungen.tabellendatei import lies_tabelle
from tests.fuzz.pruefen import fehlerfrei, gib_aus, pruefe_findings, pruefe_formate, untersuche, zeige_in_fill
from tests.fuzz.sichtbar import bloecke, in_word
from tests.render.markdown.beispiel import bericht, frage, umgeben, zwischen

HEUTE = date(2026, 3, 1)
TRENNER = b"\x00"
"""Stands between the parts of a case that has several."""


def lesen(inhalt: bytes) -> None:
    """A file through `validate` and `check`; a document also through the questions of `fill`."""
    geladen, _ = untersuche(inhalt)
    if geladen.dokument is not None:
        zeige_in_fill(geladen)


def ausgeben(inhalt: bytes) -> None:
    """A file through `render`, if it is valid: whatever validates can be given out."""
    geladen, _ = untersuche(inhalt)
    if fehlerfrei(geladen):
        gib_aus(geladen)


def markdown(inhalt: bytes) -> None:
    """An answer into Word and Markdown: what is seen there is what the text means."""
    text = re.sub("\r\n?", "\n", FORBIDDEN.sub("", inhalt.decode("utf-8", "ignore")))
    gelesen = parsed(text)
    if gelesen is None:
        assert "".join(in_word(text)).split() == text.split()
        return
    soll = [*bloecke(gelesen.tokens), *gelesen.unused]
    # Where a number is too large for Word it stands as text before the item.
    ist = [re.sub("^[0-9]+[.)]\t", "", block) for block in in_word(text)]
    assert ist == [re.sub("^[0-9]+[.)]\t", "", block) for block in soll]
    zwischen(umgeben(Absatz(text)))


def tabelle(inhalt: bytes) -> None:
    """A table of appointments, of the statistical offices, or of values."""
    try:
        einlesung = lies_tabelle(inhalt, None)
    except EinleseError as fehler:
        _deutsch(fehler.message)
    else:
        for fehler_der_zeile in einlesung.fehler:
            assert fehler_der_zeile.zeile >= 1
            _deutsch(fehler_der_zeile.message)
    statistik = lies_statistik("werte.csv", inhalt, "03999")
    _befunde(statistik.tabelle.findings if isinstance(statistik, Lesung) else statistik)
    _befunde(lies_wertedatei("werte.csv", inhalt).findings)


def kalender(inhalt: bytes) -> None:
    """A calendar of appointments."""
    try:
        einlesung = lies_kalender(inhalt, 2025, HEUTE)
    except EinleseError as fehler:
        _deutsch(fehler.message)
        return
    for eins in einlesung.fehler:
        assert eins.zeile >= 1
        _deutsch(eins.message)


_DOKUMENT = bericht(
    frage("Wie war es?", Absatz("**gut** und\n\n- mehr"), Angabe("Wann", "2024"), hinweis="Ein *Hinweis*"),
    frage("Und noch?", Absatz("| a | b |\n|---|---|\n| 1 | 2 |")),
)


def vorlage(inhalt: bytes) -> None:
    """A template of one's own: it gives a text, or a message in German."""
    try:
        assert render_markdown(_DOKUMENT, inhalt.decode("utf-8", "replace"), "eigene.md.j2").endswith("\n")
    except TemplateProblem as problem:
        _deutsch(problem.message)
        assert problem.line is None or problem.line >= 1


def aendern(inhalt: bytes) -> None:
    """An answer into any file: it changes and nothing else does, or nothing at all is done.

    The first byte chooses the place, the second what is done; then the file, a NUL, and the new text.
    """
    if len(inhalt) < 3:
        return
    wo, was = inhalt[0], inhalt[1]
    datei, _, neu = inhalt[2:].partition(TRENNER)
    source = read_source("datei.yaml", datei)
    if not isinstance(source.data, dict) or any(eins.severity is Severity.ERROR for eins in source.findings):
        return
    text = re.sub("\r\n?", "\n", FORBIDDEN.sub("", neu.decode("utf-8", "ignore")))
    orte = list(_orte(source.data))
    if not orte:
        return
    ort = orte[wo % len(orte)]
    hier = _an(source.data, ort)
    werte: list[Any] = [text, [text, "zweitens"], {"antwort": text, "erlaeuterung": "darum"}, None]
    aenderung: Any = Set(ort, werte[was % 4])
    if was % 7 == 5 and isinstance(hier, list):
        aenderung = Append(ort, text)
    elif was % 7 == 6:
        aenderung = Remove(ort)
    try:
        nachher = edit(source, [aenderung])
    except EditError as fehler:
        _deutsch(fehler.message)
        return
    gelesen = read_source("datei.yaml", nachher)
    moeglich = list(_danach(source.data, aenderung))
    assert gelesen.data in moeglich, (aenderung, datei, nachher)
    assert len(gelesen.findings) <= len(source.findings), gelesen.findings


def _danach(daten: Any, aenderung: Any) -> Iterator[Any]:
    """The data as they have to be; a collection of which nothing is left may also be empty."""
    neu = copy.deepcopy(daten)
    aussen = _an(neu, aenderung.loc[:-1])
    if isinstance(aenderung, Append):
        _an(neu, aenderung.loc).append(aenderung.value)
    elif isinstance(aenderung, Remove):
        del aussen[aenderung.loc[-1]]
    else:
        aussen[aenderung.loc[-1]] = aenderung.value
    yield neu
    if isinstance(aenderung, Remove) and not aussen:
        ohne = copy.deepcopy(neu)
        if len(aenderung.loc) > 1:
            _an(ohne, aenderung.loc[:-2])[aenderung.loc[-2]] = None
            yield ohne
        else:
            yield None


def _an(daten: Any, ort: Loc) -> Any:
    for teil in ort:
        daten = daten[teil]
    return daten


def _orte(daten: Any, ort: Loc = ()) -> Iterator[Loc]:
    paare = daten.items() if isinstance(daten, dict) else enumerate(daten) if isinstance(daten, list) else ()
    for teil, wert in paare:
        yield (*ort, teil)
        yield from _orte(wert, (*ort, teil))


def _befunde(findings: Any) -> None:
    for eins in findings:
        assert isinstance(eins, Finding)
        assert eins.line == 0 or 1 <= eins.column < eins.end_column <= len(eins.source_line) + 2, eins
        _deutsch(eins.message)
    pruefe_formate(findings)


def _deutsch(satz: str) -> None:
    pruefe_findings("", [Finding("KM100", Severity.ERROR, "x", satz)])


ZIELE: dict[str, Callable[[bytes], None]] = {
    "lesen": lesen,
    "ausgeben": ausgeben,
    "markdown": markdown,
    "tabelle": tabelle,
    "kalender": kalender,
    "vorlage": vorlage,
    "aendern": aendern,
}
"""Name of the target, and of the folder of its cases."""

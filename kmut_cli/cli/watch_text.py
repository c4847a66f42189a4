"""What ``kmut watch`` says: where things stand at first, and then each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kmut_cli.findings.display import one_line, paint, visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.text import WORDS, head_line
from kmut_cli.rules.offene_fragen import OFFEN
from kmut_cli.rules.unbestaetigt import UNBESTAETIGT
from kmut_cli.workspace.beobachtung import Aenderung, Dateistand, Runde
from kmut_cli.workspace.rules import FEHLT
from kmut_cli.workspace.uebersicht import prozent

_FETT, _GRUEN = "1", "32"
_FARBEN = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_HOECHSTENS = 5
"""So many findings of one code are named; of more, only the first and the number."""


def anfang(runde: Runde, farbe: bool) -> str:
    """Say in a few lines where the files stand.

    Args:
        runde: The first round.
        farbe: Use ANSI colours.
    """
    zeilen = [
        f"{paint(visible(pfad), _FETT, farbe)}: {_stand(stand)}"
        for pfad, stand in sorted(runde.items())
        if stand.anwendbar is not None or stand.befunde
    ]
    kopf = "Bei jedem Speichern erscheint hier, was sich geändert hat. Ende mit Strg+C."
    return "\n".join([kopf, *(zeilen or ["Noch ist kein Dokument da."])])


def eine_aenderung(aenderung: Aenderung, noch_da: bool, farbe: bool) -> str:
    """Say what changed about a file.

    Args:
        aenderung: The change.
        noch_da: Whether a file of that name exists, be it no document.
        farbe: Use ANSI colours.
    """
    name = paint(visible(aenderung.pfad), _FETT, farbe)
    if _fehlt(aenderung.nachher):
        return f"{name}: gibt es nicht mehr; kmut wartet, ob es wiederkommt"
    if aenderung.nachher is None and _fehlt(aenderung.vorher):
        return f"{name}: ist wieder da"
    if aenderung.nachher is None:
        return f"{name}: {'ist kein Dokument mehr' if noch_da else 'gibt es nicht mehr'}"
    if aenderung.vorher is None:
        schwere = [eins for eins in aenderung.nachher.befunde if eins.severity is not Severity.INFO]
        return "\n".join([f"{name}: neu, {_stand(aenderung.nachher)}", *_neue(schwere, farbe)])
    zeilen = [name, *_behobene(aenderung.behoben, farbe), *_neue(aenderung.neu, farbe)]
    if aenderung.zaehlung_anders:
        zeilen.append(f"  {_zaehlung(aenderung.nachher)}, vorher {_vorher(aenderung.vorher, aenderung.nachher)}")
    if aenderung.vorher.lesbar and not aenderung.nachher.lesbar:
        zeilen.append("  Was sonst darin steht, prüft kmut wieder, sobald die Datei lesbar ist.")
    return "\n".join(zeilen)


def _fehlt(stand: Dateistand | None) -> bool:
    """Whether there is nothing under a name of the command line."""
    return stand is not None and any(finding.code == FEHLT.code for finding in stand.befunde)


def _behobene(befunde: Sequence[Finding], farbe: bool) -> Iterator[str]:
    for finding in _gekuerzt(befunde):
        if isinstance(finding, str):
            yield f"    {finding}"
        else:
            yield f"  {paint('behoben:', _GRUEN, farbe)} {visible(finding.code)} {one_line(finding.message)}"


def _neue(befunde: Sequence[Finding], farbe: bool) -> Iterator[str]:
    for finding in _gekuerzt(befunde):
        if isinstance(finding, str):
            yield f"    {finding}"
            continue
        wort = f"neu ({WORDS[finding.severity][0]}):"
        yield f"  {paint(wort, _FARBEN[finding.severity], farbe)} {head_line(finding)}"
        if finding.help:
            yield f"    Hilfe: {one_line(finding.help)}"


def _gekuerzt(befunde: Sequence[Finding]) -> Iterator[Finding | str]:
    """Leave out most findings of a code of which there are many, such as all questions of a section."""
    anzahl = Counter(finding.code for finding in befunde)
    bisher: Counter[str] = Counter()
    for finding in befunde:
        bisher[finding.code] += 1
        if anzahl[finding.code] <= _HOECHSTENS or bisher[finding.code] == 1:
            yield finding
        elif bisher[finding.code] == 2:
            yield f"und {anzahl[finding.code] - 1} weitere {finding.code}; alle nennt kmut check"


def _stand(stand: Dateistand) -> str:
    teile = [_zaehlung(stand)] if stand.anwendbar is not None else []
    unbestaetigt = sum(eins.code == UNBESTAETIGT.code for eins in stand.befunde)
    if unbestaetigt:
        teile.append(f"{unbestaetigt} nicht bestätigt")
    gezaehlt = [eins for eins in stand.befunde if eins.code not in (OFFEN.code, UNBESTAETIGT.code)]
    for schwere in Severity:
        if anzahl := sum(eins.severity is schwere for eins in gezaehlt):
            teile.append(f"{anzahl} {WORDS[schwere][anzahl != 1]}")
    return ", ".join(teile if gezaehlt or unbestaetigt else [*teile, "sonst keine Befunde"])


def _zaehlung(stand: Dateistand) -> str:
    beantwortet, anwendbar = stand.beantwortet or 0, stand.anwendbar or 0
    return f"{beantwortet} von {anwendbar} Fragen beantwortet ({prozent(beantwortet, anwendbar)}\u00a0%)"


def _vorher(alt: Dateistand, neu: Dateistand) -> str:
    return str(alt.beantwortet) if alt.anwendbar == neu.anwendbar else f"{alt.beantwortet} von {alt.anwendbar}"

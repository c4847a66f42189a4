"""The overview of ``kmut check`` for people: a bar per section, the open questions and the unconfirmed answers."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from kmut_cli.documents.zustand import Fragenstand
from kmut_cli.findings.display import paint, visible
from kmut_cli.findings.finding import Finding, dotted
from kmut_cli.findings.text import place
from kmut_cli.workspace.uebersicht import Dokumentstand, prozent

_BALKEN = 10
_RECHTS = _BALKEN + 19  # bar, „12/43“, „100 %“ and the gaps between
_FETT, _BLASS, _GRUEN, _GELB = "1", "2", "32", "33"


def uebersicht(staende: Sequence[Dokumentstand], offene: Sequence[Finding], *, color: bool) -> str:
    """Show where documents stand.

    Args:
        staende: The documents.
        offene: The findings of the open questions and of the unconfirmed answers, of all documents.
        color: Use ANSI colours.

    Returns:
        Lines no wider than the terminal (100 columns where there is none) but for those that name a place, which are
        never broken; each document is ended by an empty line.
    """
    breite = min(shutil.get_terminal_size((100, 24)).columns, 120)
    je_datei = {stand.path: {f.location: f for f in offene if f.path == stand.path} for stand in staende}
    zeilen = [zeile for stand in staende for zeile in _dokument(stand, je_datei[stand.path], breite, color)]
    return "".join(f"{zeile}\n" for zeile in zeilen)


def _dokument(stand: Dokumentstand, offene: Mapping[str, Finding], breite: int, color: bool) -> Iterator[str]:
    yield paint(f"{visible(stand.path)}: {_kopf(stand)}", _FETT, color)
    rand = max(max((len(eins.titel) for eins in stand.sections), default=0), len("Gesamt"))
    rand = min(rand, max(breite - _RECHTS - 8, 20))
    if stand.zaehlung:
        yield "  " + ", ".join(f"{zahl} {was}" for zahl, was in stand.zaehlung)
    # Where each section is one question, a bar for each would say no more than the list of the open ones.
    for eins in stand.sections if any(eins.anwendbar > 1 for eins in stand.sections) else ():
        titel = eins.titel if len(eins.titel) <= rand else eins.titel[: rand - 1].rstrip() + "…"
        yield f"  {eins.nummer:<5} {titel:<{rand}} {_anteil(eins.beantwortet, eins.anwendbar, color)}"
    if stand.applicable or not stand.zaehlung:
        yield f"  {'':<5} {'Gesamt':<{rand}} {_anteil(stand.answered, stand.applicable, color)}"
    if stand.entfallen:
        fragen = "1 Frage ist" if stand.entfallen == 1 else f"{stand.entfallen} Fragen sind"
        yield f"  {'':<5} {fragen} mit Begründung entfallen."
    if stand.fehlerhaft:
        antworten = "1 Antwort ist" if stand.fehlerhaft == 1 else f"{stand.fehlerhaft} Antworten sind"
        yield f"  {'':<5} {antworten} fehlerhaft (siehe oben)."
    yield ""
    for ueberschrift, liste in (("Noch offen", stand.open), ("Noch zu bestätigen", stand.unconfirmed)):
        if liste:
            yield paint(f"{ueberschrift} ({len(liste)}):", _FETT, color)
            for eine in liste:
                yield from _frage(stand, eine, offene[dotted(eine.ort)], breite, color)
            yield ""


def _frage(stand: Dokumentstand, eine: Fragenstand, finding: Finding, breite: int, color: bool) -> Iterator[str]:
    """Give number, wording and place of a question."""
    fehlt = f" (es fehlt: {', '.join(eine.luecken)})" if eine.luecken else ""
    frage = eine.frage.frage.fuer_jahr(stand.jahr_im_wortlaut) + fehlt
    vorn = f"  {eine.frage.abschnittsnummer:<5} "
    yield from textwrap.wrap(frage, breite, initial_indent=vorn, subsequent_indent=" " * len(vorn))
    yield " " * len(vorn) + paint(f"{place(finding)} {finding.code} {finding.location}", _BLASS, color)


def _kopf(stand: Dokumentstand) -> str:
    jahr = f" {stand.year or 'ohne Jahr'}" if stand.mit_jahr else ""
    fassung = "endgültige Fassung" if stand.status == "final" else "Entwurf"
    return f"{stand.titel}{jahr}, {fassung}"


def _anteil(beantwortet: int, anwendbar: int, color: bool) -> str:
    if not anwendbar:
        return f"{'':<{_BALKEN}}  entfällt"
    voll = _BALKEN * beantwortet // anwendbar
    balken = paint("█" * voll + "░" * (_BALKEN - voll), _GRUEN if beantwortet == anwendbar else _GELB, color)
    return f"{balken} {f'{beantwortet}/{anwendbar}':>6} {prozent(beantwortet, anwendbar):>4}\u00a0%"

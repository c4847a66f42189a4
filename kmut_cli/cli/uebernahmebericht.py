"""What ``kmut new --from`` tells: what was carried over, what was left out and why."""

from __future__ import annotations

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from kmut_cli.documents.bereinigen import Grund
from kmut_cli.documents.gliederung import FrageImText
from kmut_cli.documents.uebertragen import Auslassung, Umbenennung
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Severity
from kmut_cli.workspace.bestand import Vorhanden
from kmut_cli.workspace.neu import Entwurf
from kmut_cli.workspace.wege import im_befehl


def uebernahmebericht(entwurf: Entwurf) -> str:
    """Tell what a new document begins with.

    Returns:
        Lines no wider than the terminal (100 columns where there is none); empty if nothing was to be carried over.
    """
    quelle, ganz = entwurf.quelle, entwurf.uebertragung
    if quelle is None or ganz is None:
        return ""
    zeilen = [*_uebernommen(quelle, ganz.fragen), *_umbenannt(ganz.umbenannt), *_hinweise(quelle, ganz.unbestaetigt)]
    zeilen += _ausgelassen(ganz.ausgelassen, quelle.jahr or 0)
    if ganz.neu:
        wie_viele = "Eine weitere Antwort gilt" if ganz.neu == 1 else f"{ganz.neu} weitere Antworten gelten"
        zeilen += [*_umbrochen(f"{wie_viele} nur für {quelle.jahr}; diese Fragen stellt das Dokument neu.", "", ""), ""]
    return "\n".join(zeilen)


def _uebernommen(quelle: Vorhanden, fragen: list[FrageImText]) -> Iterator[str]:
    if not fragen:
        yield f"Aus {visible(quelle.name)} ist nichts übernommen."
    else:
        yield f"Übernommen aus {visible(quelle.name)} ({len(fragen)}), noch zu bestätigen:"
        yield from _je_abschnitt((frage.abschnittsnummer, frage.pfad[-1]) for frage in fragen)
    yield ""


def _umbenannt(alle: list[Umbenennung]) -> Iterator[str]:
    if alle:
        yield "In der neuen Gliederung anders benannt:"
        yield from _je_abschnitt(
            (eine.nummer, f"{eine.frage}: {' + '.join(eine.hier)} → {' + '.join(eine.dort)}") for eine in alle
        )
        yield ""


def _hinweise(quelle: Vorhanden, unbestaetigt: list[FrageImText]) -> Iterator[str]:
    if unbestaetigt:
        yield f"Davon auch dort noch nicht bestätigt ({len(unbestaetigt)}):"
        yield from _je_abschnitt((frage.abschnittsnummer, frage.pfad[-1]) for frage in unbestaetigt)
        yield ""
    if any(finding.severity is Severity.ERROR for finding in quelle.geladen.findings):
        yield from [f"Das alte Dokument hat Fehler. Welche, sagt: kmut validate {im_befehl(quelle.name)}", ""]


def _ausgelassen(alle: list[Auslassung], jahr: int) -> Iterator[str]:
    if not alle:
        return
    yield "Nicht übernommen:"
    for grund in Grund:
        passende = [(eine.nummer, _name(eine)) for eine in alle if eine.grund is grund]
        if passende:
            yield f"  {grund.value.format(jahr=jahr)}"
            yield from _je_abschnitt(passende, "    ")
    yield ""


def _name(eine: Auslassung) -> str:
    ort = ".".join(eine.ort)
    return f"{ort} ({eine.was})" if eine.was else ort


def _je_abschnitt(eintraege: Iterable[tuple[str, str]], rand: str = "  ") -> Iterator[str]:
    """Give number and names of each section; a name that comes several times is counted."""
    namen: dict[str, Counter[str]] = {}
    for nummer, name in eintraege:
        namen.setdefault(nummer, Counter())[name] += 1
    for nummer, gezaehlt in namen.items():
        text = ", ".join(f"{name} ({zahl}×)" if zahl > 1 else name for name, zahl in gezaehlt.items())
        yield from _umbrochen(visible(text), f"{rand}{nummer:<5} ", " " * (len(rand) + 6))


def _umbrochen(text: str, erste: str, weitere: str) -> list[str]:
    breite = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return textwrap.wrap(
        text, breite, initial_indent=erste, subsequent_indent=weitere, break_long_words=False, break_on_hyphens=False
    )

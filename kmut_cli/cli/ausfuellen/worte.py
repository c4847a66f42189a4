"""Findings in the words of the questions: whoever answers on a terminal sees no keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.eingabefeld import IHRE_ANTWORT, Feld, feld_der_frage, kurzname
from kmut_cli.documents.gliederung import FrageImText, Pfad, gliederung
from kmut_cli.findings.finding import Finding, dotted

_GENANNT = re.compile(r"„(?:Punkt (\d+) von )?([a-z0-9_]+)(:(?: …)?)?“")
_WAHL = "Möglich sind: "


def in_worten(finding: Finding, typ: type[Dokument], jahr: str, gefragt: Pfad) -> Finding:
    """Put labels and wordings in the place of keys.

    Args:
        finding: A finding of a document.
        typ: Class of the document.
        jahr: Year in the wordings.
        gefragt: Path of the question that is being asked.

    Returns:
        The same finding with other texts; of a choice, what is possible is left out, since the input shows it.
    """
    namen = _namen(typ, finding.location, jahr, gefragt)
    hilfe = "" if finding.help.startswith(_WAHL) else _ersetzt(finding.help, namen)
    return replace(finding, message=_ersetzt(finding.message, namen), help=hilfe)


def _ersetzt(text: str, namen: Mapping[str, str]) -> str:
    def wort(treffer: re.Match[str]) -> str:
        nummer, schluessel, _rest = treffer.groups()
        if schluessel not in namen:
            return treffer[0]
        return f"„Punkt {nummer} von {namen[schluessel]}“" if nummer else f"„{namen[schluessel]}“"

    return _GENANNT.sub(wort, text)


def _namen(typ: type[Dokument], ort: str, jahr: str, gefragt: Pfad) -> dict[str, str]:
    """Give the names of the keys around a place; what is nearer counts more."""
    alle = gliederung(typ).fragen
    hier = next((eine for eine in alle if _liegt_in(ort, eine)), None)
    nah = [eine for eine in alle if hier is not None and eine.abschnittsnummer == hier.abschnittsnummer]
    namen: dict[str, str] = {}
    for eine in [*nah, *([hier] if hier else [])]:
        feld = feld_der_frage(typ, eine, jahr)
        namen |= feld.optionen if feld.art in ("choice", "choices") else {}
    for eine in [*reversed(alle), *nah]:
        namen[eine.pfad[-1]] = IHRE_ANTWORT if eine.pfad == gefragt else kurzname(eine.frage)
    return namen | (_teile(feld_der_frage(typ, hier, jahr)) if hier else {})


def _liegt_in(ort: str, frage: FrageImText) -> bool:
    dort = dotted(frage.pfad)
    return ort == dort or ort.startswith((f"{dort}.", f"{dort}["))


def _teile(feld: Feld) -> dict[str, str]:
    namen: dict[str, str] = {}
    for teil in feld.teile:
        namen |= {**(teil.optionen if teil.art == "choice" else {}), **_teile(teil), teil.name: teil.kurzname}
    return namen

"""KM405: not exactly three goals are named as most important."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.ziele import gemeintes_ziel, vereinfacht
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import WICHTIGSTE_ZIELE
from kmut_cli.rules.hilfen.werte import uebernommen, werte_an
from kmut_cli.rules.hilfen.ziele import alle_ziele
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "aufgaben:\n  handlungskonzept:\n    wichtigste_ziele:\n      - Sprachkurse\n      - Anerkennung\n"

DREI = Rule(
    "KM405",
    "Nicht genau drei wichtigste Ziele",
    Severity.WARNING,
    "Die Gliederung bittet, drei Ziele zu nennen. Jedes steht in einer eigenen Zeile hinter einem Strich, mit seinem"
    " Kürzel oder seinem Wortlaut, und keines zweimal.",
    Example(_KOPF),
    Example(_KOPF + "      - Teilhabe\n"),
)
RULES = (DREI,)
_SOLL = 3


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Count what is named, then look for what is named twice."""
    if pruefling.geladen.fehlerhaft_an(WICHTIGSTE_ZIELE):
        return
    genannt = [(loc, text) for loc, text in werte_an(pruefling, WICHTIGSTE_ZIELE) if text.strip()]
    if 0 < len(genannt) < _SOLL:
        zahl = "ist nur ein Ziel" if len(genannt) == 1 else "sind nur zwei Ziele"
        text = f"Als besonders wichtig {zahl} genannt; gefragt sind drei."
        hilfe = "Ergänzen Sie die Liste um eine Zeile je Ziel."
        if uebernommen(pruefling, WICHTIGSTE_ZIELE):
            hilfe = "Schreiben Sie im Handlungskonzept bei drei Zielen „wichtig: ja“, oder nennen Sie die drei hier."
        yield pruefling.finding(DREI, WICHTIGSTE_ZIELE, text, hilfe, key=True)
    elif len(genannt) > _SOLL:
        text = f"Als besonders wichtig sind {len(genannt)} Ziele genannt; gefragt sind drei."
        hilfe = "Lassen Sie drei Ziele stehen."
        if uebernommen(pruefling, WICHTIGSTE_ZIELE):
            hilfe = "Lassen Sie im Handlungskonzept drei Ziele mit „wichtig: ja“ stehen, oder nennen Sie die drei hier."
        yield pruefling.finding(DREI, genannt[_SOLL][0], text, hilfe)
    yield from _doppelt(pruefling, genannt)


def _doppelt(pruefling: Pruefling, genannt: list[tuple[Loc, str]]) -> Iterator[Finding]:
    ziele = alle_ziele(pruefling)
    gesehen: dict[str, str] = {}
    for loc, text in genannt:
        nummer = gemeintes_ziel(text, ziele)
        schluessel = vereinfacht(text) if nummer is None else f"={nummer}"
        if schluessel in gesehen:
            gleich = kurz(gesehen[schluessel])
            meldung = f"„{kurz(text)}“ meint dasselbe Ziel wie „{gleich}“; gefragt sind drei verschiedene."
            yield pruefling.finding(DREI, loc, meldung, "Nennen Sie hier ein anderes Ziel.")
        gesehen.setdefault(schluessel, text)

"""KM406: a goal named as most important is none of the goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kmut_cli.documents.meldungen import kurz
from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.documents.ziele import Ziel, gemeintes_ziel, vereinfacht
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import WICHTIGSTE_ZIELE, ZIELE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.hilfen.ziele import alle_ziele
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    "aufgaben:\n  handlungskonzept:\n    ziele:\n"
    "      - kuerzel: Z1\n        ziel: Jedes Kind besucht eine Kita.\n"
    "      - kuerzel: Z2\n        ziel: Wartezeiten auf Sprachkurse sinken.\n"
    "      - kuerzel: Z3\n        ziel: Abschlüsse werden anerkannt.\n"
    "    wichtigste_ziele:\n      - Z1\n      - Z2\n"
)

UNBEKANNT = Rule(
    "KM406",
    "Ein wichtigstes Ziel steht nicht unter den Zielen",
    Severity.WARNING,
    "Was unter `wichtigste_ziele` genannt wird, muss eines der Ziele unter `ziele` sein. Am einfachsten geht das mit"
    " dem Kürzel; sonst schreiben Sie den Wortlaut so, wie er dort steht. Groß- und Kleinschreibung, Umbrüche und der"
    " Schlusspunkt sind gleichgültig.",
    Example(_KOPF + "      - Wohnraum für alle\n"),
    Example(_KOPF + "      - Z3\n"),
)
RULES = (UNBEKANNT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each mention; nothing is said as long as the goals themselves are open or faulty."""
    ziele = alle_ziele(pruefling)
    if not ziele or pruefling.geladen.fehlerhaft_an(ZIELE):
        return
    for loc, nennung in werte_an(pruefling, WICHTIGSTE_ZIELE):
        if nennung.strip() and gemeintes_ziel(nennung, ziele) is None:
            text = f"„{kurz(nennung)}“ steht nicht unter den Zielen."
            yield pruefling.finding(UNBEKANNT, loc, text, _hilfe(nennung, ziele))


def _hilfe(nennung: str, ziele: Sequence[Ziel]) -> str:
    namen = {vereinfacht(text): ziel for ziel in ziele for text in (ziel.kuerzel, ziel.text) if text}
    nah = aehnlich(vereinfacht(nennung), namen, ab=0.6)
    if nah:
        ziel = namen[nah]
        wie = f"{ziel.kuerzel}“ ({kurz(ziel.text)})" if ziel.kuerzel and ziel.text else f"{kurz(ziel.name)}“"
        return f"Meinten Sie „{wie}?"
    kuerzel = [ziel.kuerzel for ziel in ziele if ziel.kuerzel]
    if kuerzel:
        return f"Schreiben Sie eines der Kürzel: {', '.join(kurz(eins) for eins in kuerzel[:12])}."
    return "Schreiben Sie den Wortlaut eines Ziels, oder geben Sie den Zielen unter „ziele“ ein kuerzel: Z1, Z2, …"

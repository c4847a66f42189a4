"""KM434 and KM435: entries of the log that stand there twice, or lack what makes them an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.meldungen import aufzaehlung, kurz
from kmut_cli.documents.veranstaltungsauswahl import Merkmal, merkmal
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import EINTRAEGE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = "dokument: veranstaltungen\neintraege:\n  - datum: 21.04.2015\n    ort: Bremervörde\n    titel: Runder Tisch\n"

DOPPELT = Rule(
    "KM434",
    "Ein Eintrag steht zweimal im Verzeichnis",
    Severity.WARNING,
    "Zwei Einträge haben dasselbe Datum, denselben Titel und, wo beide einen nennen, denselben Ort; auf Groß- und"
    " Kleinschreibung kommt es nicht an. Im Bericht stünde die Maßnahme zweimal. Löschen Sie einen davon, oder"
    " schreiben Sie in den Titel, was sie unterscheidet.",
    Example(_KOPF + "  - datum: 2015-04-21\n    ort: Bremervörde\n    titel: runder Tisch\n"),
    Example(_KOPF + "  - datum: 2015-04-21\n    ort: Bremervörde\n    titel: Runder Tisch, Nachbesprechung\n"),
)
UNVOLLSTAENDIG = Rule(
    "KM435",
    "Einem Eintrag fehlt das Datum oder der Titel",
    Severity.WARNING,
    "Ohne Datum gehört ein Eintrag zu keinem Jahr, ohne Titel weiß niemand, was stattfand; beides kommt nicht in den"
    " Bericht. Ist der Tag nicht bekannt, genügt der Monat oder das Jahr.",
    Example(_KOPF + "  - datum: 28.04.2015\n    ort: Sottrum\n"),
    Example(_KOPF + "  - datum: 28.04.2015\n    ort: Sottrum\n    titel: Ideenwerkstatt\n"),
)
RULES = (DOPPELT, UNVOLLSTAENDIG)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare each entry with those before it."""
    gesehen: dict[Any, list[tuple[Loc, Merkmal]]] = {}
    for loc, eintrag in werte_an(pruefling, EINTRAEGE):
        if fehlt := list(_fehlendes(pruefling, loc, eintrag)):
            text = f"Diesem Eintrag fehlt: {' und '.join(fehlt)}."
            worte = aufzaehlung([f"„{name}: …“" for name in fehlt])
            yield pruefling.finding(UNVOLLSTAENDIG, loc, text, f"Ergänzen Sie {worte}.")
        dieser = merkmal(eintrag)
        gleiche = gesehen.setdefault(dieser.kern, [])
        vorher = next((ort for ort, eins in gleiche if eins.gleicht(dieser)), None)
        if vorher is not None:
            text = f"„{kurz(eintrag.titel)}“ am {eintrag.datum} steht schon einmal im Verzeichnis."
            zeile = pruefling.finding(DOPPELT, vorher, "").line
            hilfe = f"Der andere Eintrag beginnt in Zeile {zeile}; löschen Sie einen davon."
            yield pruefling.finding(DOPPELT, (*loc, "titel"), text, hilfe)
        gleiche.append((loc, dieser))


def _fehlendes(pruefling: Pruefling, loc: Loc, eintrag: Any) -> Iterator[str]:
    """Give the keys that are owed and missing; what is there but faulty is told of already."""
    for name, teil in teile(type(eintrag)).items():
        if teil.pflicht and ist_leer(getattr(eintrag, name)) and (*loc, name) not in pruefling.geladen.fehlerhaft:
            yield name

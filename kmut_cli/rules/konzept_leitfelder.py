"""KM446: a field of action that the official outline of the year asks for has none in the concept."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.konzept.leitfelder import beruecksichtigt, feldliste_fuer
from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF
from kmut_cli.rules.hilfen.pfade import LEITFELDER
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

_FELD = (
    "stand: 2024\nhandlungsfelder:\n  - handlungsfeld: Zusammenleben\n"
    '    herausforderungen: {entfaellt: "folgen im Herbst"}\n    entspricht:'
)

FEHLT = Rule(
    "KM446",
    "Dem Handlungskonzept fehlt ein Handlungsfeld der amtlichen Gliederung",
    Severity.INFO,
    "Die amtlichen Gliederungen fragen nach bestimmten Handlungsfeldern. Unter `entspricht` steht, um welche es in"
    " einem Handlungsfeld des Konzepts geht; eines kann mehreren entsprechen. Verglichen wird mit der neuesten"
    " Gliederung, die nicht jünger ist als das Konzept; als dessen Jahr gilt das jüngste unter `stand`,"
    " `fortgeschrieben`, Beschluss und `erstellt`.",
    Example(KOPF + f"{_FELD} [partizipation]\n"),
    Example(KOPF + f"{_FELD} [partizipation, gleichstellung, ehrenamt, interkulturelle_oeffnung]\n"),
)
RULES = (FEHLT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Name what is missing, in official order."""
    felder = getattr(pruefling.dokument, "felder", None)
    if not felder or not hasattr(pruefling.dokument, "juengste_angabe") or pruefling.geladen.fehlerhaft_an(LEITFELDER):
        return
    tag = pruefling.dokument.juengste_angabe
    liste = feldliste_fuer(tag.jahr if tag else None)
    gewaehlt = {eins.name for _loc, eins in werte_an(pruefling, LEITFELDER)}
    gemeint = beruecksichtigt(gewaehlt, liste.ausgabe)
    fehlend = {name: titel for name, titel in liste.felder.items() if name not in gemeint}
    if not fehlend:
        return
    titel = "; ".join(f"„{eins}“" for eins in fehlend.values())
    art = dokumenttyp(*liste.ausgabe).kurztitel
    text = f"Im Handlungskonzept fehlt, wonach die Gliederung {art} {liste.ausgabe[1]} fragt: {titel}."
    hilfe = f"Gehört ein Handlungsfeld dazu, ergänzen Sie dort: entspricht: [{', '.join(fehlend)}]"
    yield pruefling.finding(FEHLT, LEITFELDER[:1], text, hilfe, key=True)

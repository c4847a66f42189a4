"""KM461: an area of the official outlines about which the Bestandsaufnahme holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.option import Option
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.pfade import ANGEBOT_BEREICHE, ANGEBOTE, ANGEMERKTER_BEREICH, DATENQUELLEN, QUELLE_BEREICHE
from kmut_cli.rules.hilfen.werte import werte_an
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    "dokument: bestandsaufnahme\ndatenquellen:\n  - name: Melderegister\n    stelle: Gemeinden\n"
    "    bereiche: [bevoelkerung, bildung_und_qualifikation, erwerbstaetigkeit_und_arbeitsmarkt"
)
OHNE_EINTRAG = Rule(
    "KM461",
    "Zu einem Bereich der amtlichen Gliederungen ist nichts genannt",
    Severity.INFO,
    "Tätigkeitsbericht und Projektbeschreibung fragen, zu welchen Bereichen die Bestandsaufnahme etwas aussagt. Zu"
    " diesem nennt sie weder ein Angebot noch eine Datenquelle; im Bericht steht dann nein. Ist das so, sagen Sie unter"
    " `bereiche`, warum: `- {bereich: soziales, anmerkung: …}`. Die Anmerkung kommt mit in den Bericht.",
    Example(_KOPF + "]\n"),
    Example(_KOPF + ", soziales]\n"),
)
RULES = (OHNE_EINTRAG,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Name the areas that no offer and no source names, once there are some that do."""
    genannt = {
        bereich.name
        for pfad in (ANGEBOT_BEREICHE, QUELLE_BEREICHE)
        for _loc, bereich in werte_an(pruefling, pfad)
        if isinstance(bereich, Option)
    }
    if not genannt or any(map(pruefling.geladen.fehlerhaft_an, (ANGEBOTE, DATENQUELLEN))):
        return
    # Only here, since it loads the outlines of report and form.
    from kmut_cli.documents.bestand.bereiche import amtliche_bereiche, belegt

    angemerkt = {bereich.name for _loc, bereich in werte_an(pruefling, ANGEMERKTER_BEREICH)}
    fehlen = [eins for eins in amtliche_bereiche() if eins.name not in belegt(genannt | angemerkt)]
    if not fehlen:
        return
    namen = [f"„{eins.titel}“" for eins in fehlen]
    zu = " und ".join(filter(None, (", ".join(namen[:-1]), namen[-1])))
    text = f"Zu {zu} ist weder ein Angebot noch eine Datenquelle genannt."
    hilfe = f"Ergänzen Sie eins, oder unter „bereiche“ den Grund: - {{bereich: {fehlen[0].name}, anmerkung: …}}"
    ort = next(pfad for pfad in (DATENQUELLEN, ANGEBOTE) if next(werte_an(pruefling, pfad), None))
    yield pruefling.finding(OHNE_EINTRAG, ort, text, hilfe, key=True)

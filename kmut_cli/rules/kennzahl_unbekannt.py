"""KM452: a value, or the selection, names an indicator that is not in the set."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.vorschlag import aehnlich
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import AUSWAHL, Wertstelle, mehrzahl, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

_KOPF = 'dokument: monitoring\nkatalog: osnabrueck-2015\nauswahl: ["1", "2"]\nwerte:\n'
_WERT = "    zeit: 2024-12-31\n    wert: 163455\n    quelle: Landesamt für Statistik Niedersachsen\n"

UNBEKANNT = Rule(
    "KM452",
    "Eine Kennzahl gehört nicht zum Satz",
    Severity.ERROR,
    "Zum Satz gehören die Kennzahlen des Katalogs, die `auswahl` nennt (ohne `auswahl` alle), und die unter"
    " `indikatoren`. Ein Wert zu einer anderen Nummer käme in keine Tabelle. `kmut outline` nennt die Schlüssel;"
    " welche Nummern der Katalog hat, zeigt die Ausgabe von `kmut render`.",
    Example(_KOPF + '  - indikator: "21"\n' + _WERT),
    Example(_KOPF + '  - indikator: "2"\n' + _WERT),
)
RULES = (UNBEKANNT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look up each number that is named; of one that is unknown only the first place is told."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.katalog import katalog

    im_katalog = {eins.nummer for eins in katalog(dokument.katalog)} if dokument.katalog else set()
    satz = {eins.nummer for eins in dokument.kennzahlen if eins.nummer}
    for loc, nummer in pruefling.punkte(AUSWAHL, dokument.auswahl or []):
        if nummer not in im_katalog | satz and not pruefling.geladen.fehlerhaft_an(("katalog",)):
            text = f"Die Kennzahl {nummer} hat der Katalog nicht."
            if not dokument.katalog:
                text = "Die Auswahl gilt für einen Katalog, es ist aber keiner genannt."
            yield pruefling.finding(UNBEKANNT, loc, text, _hilfe(nummer, {str(eins) for eins in im_katalog}))
    if pruefling.geladen.fehlerhaft_an(("katalog",)) or pruefling.geladen.fehlerhaft_an(("indikatoren",)):
        return  # Whatever is missing may be missing for that.
    fremd: dict[str, list[Wertstelle]] = {}
    for stelle in messwerte(pruefling):
        if stelle.wert.indikator is not None and stelle.wert.indikator not in satz:
            fremd.setdefault(stelle.wert.indikator, []).append(stelle)
    for nummer, stellen in fremd.items():
        text = f"Die Kennzahl {nummer} gehört nicht zum Satz{mehrzahl(len(stellen))}."
        hilfe = _hilfe(nummer, satz)
        if nummer in im_katalog:
            hilfe = f'Der Katalog hat sie: Ergänzen Sie "{nummer}" unter „auswahl“.'
        elif not satz:
            hilfe = "Nennen Sie einen Katalog (katalog: osnabrueck-2015) oder eigene Kennzahlen unter „indikatoren“."
        yield stellen[0].finding(UNBEKANNT, "indikator", text, hilfe)


def _hilfe(nummer: str, bekannt: set[str]) -> str:
    nah = aehnlich(nummer, sorted(bekannt), 0.6)
    meinten = f"Meinten Sie {nah}? Sonst nehmen" if nah else "Nehmen"
    return f"{meinten} Sie die Kennzahl unter „indikatoren“ auf."

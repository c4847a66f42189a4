"""KM456, KM457, KM458: formulas that cannot be computed, and figures that do not fit what is computed of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.kurztext import zahl
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import AUSWAHL, Wertstelle, eigene_indikatoren, messwerte, monitoring
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.kennzahlen.auswertung import Auswertung
    from kmut_cli.documents.kennzahlen.formel import Formel
    from kmut_cli.documents.monitoring_2026 import Monitoring

_KOPF = "dokument: monitoring\nkatalog: osnabrueck-2015\n"
_WERTE = (
    _KOPF + 'werte:\n  - {indikator: "1", zeit: 2024, wert: 163455, quelle: LSN}\n'
    '  - {indikator: "2", zeit: 2024, wert: 18410, quelle: LSN}\n'
)
_NACH_GESCHLECHT = (
    _KOPF + 'werte:\n  - {indikator: "8", zeit: 2024, merkmale: {Geschlecht: männlich}, wert: 210, quelle: LSN}\n'
    '  - {indikator: "8", zeit: 2024, merkmale: {Geschlecht: weiblich}, wert: 231, quelle: LSN}\n'
)

FORMEL = Rule(
    "KM456",
    "Eine Kennzahl lässt sich nicht berechnen",
    Severity.ERROR,
    "`berechnung` nennt Nummern von Kennzahlen, die zum Satz gehören, verbunden mit `+` oder `-`, mit Leerzeichen"
    ' dazwischen: `{zaehler: "5.1 - 5.2", nenner: "5.1", faktor: 100}`. Keine Kennzahl darf sich, auch auf Umwegen,'
    " aus sich selbst berechnen. Fehlen einer Kennzahl des Katalogs wegen der Auswahl ihre Teile, ist das ein Hinweis.",
    Example(_KOPF + 'indikatoren:\n  - nummer: "A1"\n    name: Zuzüge je Einwohner\n    berechnung: {zaehler: "41"}\n'),
    Example(
        _KOPF + 'indikatoren:\n  - nummer: "A1"\n    name: Zuzüge je Einwohner\n    berechnung: {zaehler: "4.1"}\n'
    ),
)
WIDERSPRUCH = Rule(
    "KM457",
    "Eingetragener und berechneter Wert widersprechen sich",
    Severity.WARNING,
    "Eine Kennzahl mit `berechnung` ist zugleich eingetragen, und der eingetragene Wert ist nicht der berechnete,"
    " auch nicht gerundet auf seine Nachkommastellen. Gedruckt wird der eingetragene. Amtliche Zahlen aus"
    " verschiedenen Tabellen passen nicht immer zusammen; dann sagt eine `bemerkung`, warum.",
    Example(_WERTE + '  - {indikator: "3", zeit: 2024, wert: "13,1", quelle: LSN}\n'),
    Example(_WERTE + '  - {indikator: "3", zeit: 2024, wert: "11,3", quelle: LSN}\n'),
)
SUMME = Rule(
    "KM458",
    "Die Teile passen nicht zur Gesamtzahl",
    Severity.WARNING,
    "Zu einer Gesamtzahl sind alle Ausprägungen eines Merkmals da, die in der Reihe vorkommen, aber ihre Summe ist"
    " eine andere; oder einige davon sind zusammen schon mehr als alle. Amtliche Zahlen gehen wegen Rundung und"
    " Geheimhaltung nicht immer auf; geprüft werden sollte es trotzdem. Wo sich Ausprägungen überschneiden"
    " (Altersgruppen), trennen Sie sie in zwei Merkmale.",
    Example(_NACH_GESCHLECHT + '  - {indikator: "8", zeit: 2024, wert: 414, quelle: LSN}\n'),
    Example(_NACH_GESCHLECHT + '  - {indikator: "8", zeit: 2024, wert: 441, quelle: LSN}\n'),
)
RULES = (FORMEL, WIDERSPRUCH, SUMME)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at the formulas, then at the figures."""
    dokument = monitoring(pruefling)
    if dokument is None:
        return
    from kmut_cli.documents.kennzahlen.auswertung import auswertung, schluessel_von

    yield from _formeln(pruefling, dokument)
    ganze = auswertung(dokument)
    stellen: dict[Any, Wertstelle] = {}
    for stelle in messwerte(pruefling):
        stellen.setdefault(schluessel_von(dokument, stelle.wert), stelle)
    yield from _widersprueche(ganze, stellen)
    yield from _summen(ganze, stellen)


def _formeln(pruefling: Pruefling, dokument: Monitoring) -> Iterator[Finding]:
    from kmut_cli.documents.kennzahlen.formel import lies_formel

    satz = {eins.nummer: eins for eins in dokument.kennzahlen if eins.nummer}
    alle = {nummer: lies_formel(eins.berechnung) for nummer, eins in satz.items() if eins.berechnung is not None}
    lesbare = {nummer: formel for nummer, formel in alle.items() if formel is not None}
    eigene = set()
    for loc, eins in eigene_indikatoren(pruefling):
        if eins.nummer is not None and eins.berechnung is not None:
            eigene.add(eins.nummer)
            yield from _eigene_formel(pruefling, (*loc, "berechnung"), eins.nummer, lesbare, set(satz))
    for loc, nummer in pruefling.punkte(AUSWAHL, dokument.auswahl or []):
        fehlt = [teil for teil in lesbare[nummer].teile if teil not in satz] if nummer in lesbare else []
        if fehlt and nummer not in eigene:
            text = f"Die Kennzahl {nummer} wird nicht berechnet: {_und(fehlt)} gehören nicht zur Auswahl."
            if len(fehlt) == 1:
                text = f"Die Kennzahl {nummer} wird nicht berechnet: {fehlt[0]} gehört nicht zur Auswahl."
            hilfe = "Ergänzen Sie unter „auswahl“: " + ", ".join(f'"{teil}"' for teil in fehlt)
            yield pruefling.finding(FORMEL, loc, text, hilfe, severity=Severity.INFO)


def _eigene_formel(
    pruefling: Pruefling, loc: Loc, nummer: str, lesbare: Mapping[str, Formel], satz: set[str]
) -> Iterator[Finding]:
    from kmut_cli.documents.kennzahlen.formel import kreis

    hilfe = 'Schreiben Sie z. B. {zaehler: "5.1 - 5.2", nenner: "5.1", faktor: 100}.'
    if nummer not in lesbare:
        if not pruefling.geladen.fehlerhaft & {(*loc, "zaehler"), (*loc, "nenner"), loc}:
            text = f"Die Berechnung der Kennzahl {nummer} ist nicht zu lesen."
            yield pruefling.finding(FORMEL, (*loc, "zaehler"), text, hilfe)
        return
    fremd = [teil for teil in lesbare[nummer].teile if teil not in satz]
    if fremd:
        text = f"Die Berechnung der Kennzahl {nummer} nennt {_und(fremd)}; das gehört nicht zum Satz."
        yield pruefling.finding(FORMEL, loc, text, "Berichtigen Sie die Nummer, oder nehmen Sie die Kennzahl auf.")
    elif weg := kreis(nummer, lesbare):
        text = f"Die Kennzahl {nummer} würde aus sich selbst berechnet: {' aus '.join(weg)}."
        yield pruefling.finding(FORMEL, loc, text, "Nehmen Sie eine der Berechnungen heraus.")


def _widersprueche(ganze: Auswertung, stellen: Mapping[Any, Wertstelle]) -> Iterator[Finding]:
    from decimal import Decimal

    from kmut_cli.documents.kennzahlen.summen import gerundet_um
    from kmut_cli.documents.kennzahlen.text import gerundet

    for schluessel, punkt in ganze.berechnet.items():
        messwert = ganze.werte.get(schluessel)
        if messwert is None or messwert.wert is None or punkt.wert is None:
            continue
        formel = ganze.formeln[schluessel.indikator]
        genau = gerundet_um(messwert.wert) if formel.nenner else Decimal(0)
        if abs(messwert.wert - punkt.wert) > genau:
            stellen_nach = max(-int(messwert.wert.as_tuple().exponent), 0)
            berechnet = zahl(gerundet(punkt.wert, stellen_nach) if formel.nenner else punkt.wert)
            text = (
                f"Kennzahl {schluessel.indikator}, {schluessel.zeit}: Eingetragen ist {zahl(messwert.wert)},"
                f" berechnet ({formel}) {berechnet}."
            )
            hilfe = "Prüfen Sie die Zahlen; passen amtliche Zahlen nicht zusammen, sagen Sie es in „bemerkung“."
            yield stellen[schluessel].finding(WIDERSPRUCH, "wert", text, hilfe)


def _summen(ganze: Auswertung, stellen: Mapping[Any, Wertstelle]) -> Iterator[Finding]:
    from kmut_cli.documents.kennzahlen.summen import summenfehler

    for fehler in summenfehler(ganze):
        namen = _und([dict(teil.merkmale.paare)[fehler.merkmal] for teil in fehler.teile])
        zusammen = "zusammen " if len(fehler.teile) > 1 else ""
        text = (
            f"Kennzahl {fehler.gesamt.indikator}, {fehler.gesamt.zeit}: Nach {fehler.merkmal} ({namen}) sind es"
            f" {'schon ' if fehler.fehlen else ''}{zusammen}{zahl(fehler.summe)}, insgesamt steht hier"
            f" {zahl(fehler.wert)}."
        )
        yield stellen[fehler.gesamt].finding(SUMME, "wert", text, "Prüfen Sie die Gesamtzahl und ihre Teile.")


def _und(worte: list[str]) -> str:
    return worte[0] if len(worte) == 1 else f"{', '.join(worte[:-1])} und {worte[-1]}"

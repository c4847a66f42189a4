"""KM459: values that do not say where they come from, or were retrieved before they can have existed."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import Wertstelle, mehrzahl, messwerte
from kmut_cli.rules.pruefling import Pruefling

_KOPF = (
    'dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n  - indikator: "8"\n    zeit: 2024-12-31\n    wert: 441\n'
)

HERKUNFT = Rule(
    "KM459",
    "Die Herkunft eines Werts ist unklar",
    Severity.WARNING,
    "Eine Zahl ohne Quelle kann niemand nachprüfen, und viele Lizenzen verlangen, dass die Quelle genannt wird. Nötig"
    " ist `quelle`; `tabelle` und `abruf` machen sie auffindbar. Ein Abruf vor dem Stichtag ist meist ein Tippfehler.",
    Example(_KOPF),
    Example(_KOPF + "    quelle: Landesamt für Statistik Niedersachsen\n    abruf: 2026-03-01\n"),
)
RULES = (HERKUNFT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at each value; of an indicator without sources only the first value is told."""
    ohne: dict[str | None, list[Wertstelle]] = {}
    for stelle in messwerte(pruefling):
        wert = stelle.wert
        if not (wert.quelle or "").strip() and not stelle.steht_da("quelle"):
            ohne.setdefault(wert.indikator, []).append(stelle)
        if wert.abruf is not None and wert.zeit is not None and wert.abruf.spaetestens < wert.zeit.von.fruehestens:
            text = f"Der Abruf ({wert.abruf}) liegt vor dem Stichtag des Werts ({wert.zeit})."
            yield stelle.finding(HERKUNFT, "abruf", text, "Berichtigen Sie „abruf“ oder „zeit“.")
    for stellen in ohne.values():
        text = f"Zu diesem Wert fehlt die Quelle{mehrzahl(len(stellen))}."
        yield stellen[0].finding(HERKUNFT, "wert", text, "Ergänzen Sie „quelle“, möglichst auch „tabelle“ und „abruf“.")

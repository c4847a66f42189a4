"""KM453: a value that says neither number nor sign, both of them, or not what it is the value of."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.kennzahlen.messwert import Zeichen
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.messwerte import Wertstelle, messwerte
from kmut_cli.rules.pruefling import Pruefling

_KOPF = 'dokument: monitoring\nkatalog: osnabrueck-2015\nwerte:\n  - indikator: "8"\n    zeit: 2024\n    quelle: LSN\n'

UNVOLLSTAENDIG = Rule(
    "KM453",
    "Ein Wert ist unvollständig oder widersprüchlich",
    Severity.ERROR,
    "Zu jedem Wert gehören Kennzahl, Zeit und entweder eine Zahl (`wert`) oder das Zeichen, das die Statistik an"
    ' ihrer Stelle veröffentlicht (`zeichen`): `"-"` nichts vorhanden, `"."` unbekannt oder geheim, `"..."` folgt'
    ' später, `"/"` nicht sicher genug, `"x"` Aussage nicht sinnvoll. Keines davon heißt null. Nur `"()"`'
    " (eingeschränkt aussagefähig) steht neben einer Zahl. Fehlt etwas, ist das eine Warnung, der Widerspruch ein"
    " Fehler.",
    Example(_KOPF + '    wert: 0\n    zeichen: "."\n'),
    Example(_KOPF + '    zeichen: "."\n'),
)
RULES = (UNVOLLSTAENDIG,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look at each value; what is there but wrong is told of already."""
    for stelle in messwerte(pruefling):
        fehlt = [name for name, teil in teile(Messwert).items() if teil.pflicht and not stelle.steht_da(name)]
        if fehlt:
            text = f"Diesem Wert fehlt: {' und '.join(fehlt)}."
            hilfe = f"Ergänzen Sie {' und '.join(f'„{name}“' for name in fehlt)}."
            yield stelle.finding(UNVOLLSTAENDIG, "wert", text, hilfe, severity=Severity.WARNING)
        yield from _zahl_oder_zeichen(stelle)


def _zahl_oder_zeichen(stelle: Wertstelle) -> Iterator[Finding]:
    wert, zeichen = stelle.wert.wert, stelle.wert.zeichen
    if not stelle.steht_da("wert") and not stelle.steht_da("zeichen"):
        text = "Hier fehlt der Wert; das ist weder null noch „unbekannt“."
        hilfe = 'Ergänzen Sie „wert“ oder das veröffentlichte Zeichen, z. B. zeichen: "."'
        yield stelle.finding(UNVOLLSTAENDIG, "indikator", text, hilfe, severity=Severity.WARNING)
    elif zeichen is Zeichen.eingeschraenkt and not stelle.steht_da("wert"):
        text = "Das Zeichen „()“ steht neben einer Zahl, aber die Zahl fehlt."
        yield stelle.finding(UNVOLLSTAENDIG, "zeichen", text, "Ergänzen Sie „wert“.")
    elif wert is not None and zeichen is not None and zeichen is not Zeichen.eingeschraenkt:
        text = f"Hier stehen eine Zahl und das Zeichen „{zeichen.symbol}“ ({zeichen.titel}); gelten kann nur eins."
        yield stelle.finding(UNVOLLSTAENDIG, "zeichen", text, "Löschen Sie „wert“ oder „zeichen“.")
